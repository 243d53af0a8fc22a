//! A curator's desk: the queue, and one sheet at a time. Nothing here can hold a name, an address or a number of a maker.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Category, Facts};
use crate::{
    gallery::Picture,
    ids::{AssignmentId, RoundId},
    review::{Bands, Criterion, Given, Points},
};

/// What waits for one curator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// Entries to score, in the order to take them: fewest reviewed first, skipped last.
    pub queue: Vec<DeskLine>,
    /// Entries this curator finished in the rounds that are still open.
    pub finished: Vec<DeskLine>,
}

/// An entry on the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskLine {
    /// The duty.
    pub assignment: AssignmentId,
    /// In which round.
    pub round: RoundId,
    /// The round's name.
    pub round_name: String,
    /// What it is called here: "Contoh 7".
    pub number: i64,
    /// Its family.
    pub category: Category,
    /// Criteria that have a value.
    pub given: i64,
    /// Criteria of the sheet.
    pub criteria: i64,
    /// Whether it was put off.
    pub skipped: bool,
    /// Until when scores are taken.
    pub score_until: DateTime<Utc>,
    /// The total, once finished.
    pub total: Option<Points>,
}

/// What a curator scores: the blind view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The duty.
    pub assignment: AssignmentId,
    /// The round's name.
    pub round_name: String,
    /// What it is called here: "Contoh 7".
    pub number: i64,
    /// What is known of it.
    pub facts: Facts,
    /// Its photos.
    pub photos: Vec<BlindPhoto>,
    /// Grades and gap.
    pub bands: Bands,
    /// The lines to score.
    pub criteria: Vec<Criterion>,
    /// The values given so far.
    pub given: Vec<Given>,
    /// The total, once finished.
    pub total: Option<Points>,
    /// Until when scores are taken.
    pub score_until: DateTime<Utc>,
    /// Whether values can be given or changed now.
    pub open: bool,
    /// The next on the desk after this one.
    pub next: Option<AssignmentId>,
    /// Entries of the desk that are finished, and all of them.
    pub progress: (i64, i64),
}

/// A photo on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlindPhoto {
    /// It may be seen. Its alternative text stays empty: makers write their names there.
    Clear {
        /// The picture.
        picture: Picture,
        /// Whether it shows the label.
        label: bool,
    },
    /// It shows whose it is: only a blurred copy can be asked for, by its place.
    Blurred {
        /// Its place among the photos, from 0.
        place: i64,
        /// Pixels.
        width: i64,
        /// Pixels.
        height: i64,
        /// Its average colour.
        tint: String,
        /// Whether it shows the label.
        label: bool,
    },
}
