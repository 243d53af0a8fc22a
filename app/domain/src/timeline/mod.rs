//! Everything that happened to a business, on one line.

mod sentence;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    business::{ClaimKind, Evidence, SizeClass},
    ids::{EntryId, InquiryId},
    language::Bilingual,
    money::Rupiah,
    review::Grade,
};

/// One thing that happened, with the facts its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    /// The file was opened.
    Registered,
    /// A list of an office knows the business.
    Listed {
        /// Name of the file.
        file: String,
        /// Rupiah a year, as the list has it.
        turnover: Option<Rupiah>,
        /// Workers, as the list has it.
        workers: Option<i64>,
    },
    /// A claim was added.
    ClaimDeclared {
        /// Which.
        claim: ClaimKind,
    },
    /// A claim was checked.
    ClaimChecked {
        /// Which.
        claim: ClaimKind,
        /// Whether it was found good.
        good: bool,
    },
    /// Turnover and workers were noted.
    Snapshot {
        /// Of which day.
        as_of: NaiveDate,
        /// Twelve months' sales.
        turnover: Rupiah,
        /// All workers.
        workers: i64,
        /// How well founded.
        evidence: Evidence,
        /// The class that follows.
        class: Option<SizeClass>,
    },
    /// A product was sent to a round.
    Submitted {
        /// Which entry.
        entry: EntryId,
        /// The product's name.
        product: String,
        /// Whether it came back from an earlier round.
        again: bool,
    },
    /// An entry was taken back.
    Withdrawn {
        /// Which entry.
        entry: EntryId,
        /// The product's name.
        product: String,
    },
    /// A decision was announced.
    Graded {
        /// Which entry.
        entry: EntryId,
        /// The product's name.
        product: String,
        /// The grade.
        grade: Grade,
        /// The whole score.
        score: i64,
    },
    /// An objection was made.
    Appealed {
        /// Against which entry.
        entry: EntryId,
        /// The product's name.
        product: String,
    },
    /// A task was finished.
    TaskDone {
        /// Its title.
        title: Bilingual,
    },
    /// A buyer asked for an offer.
    Inquiry {
        /// Which.
        inquiry: InquiryId,
    },
    /// A product's badge came to its end.
    BadgeEnded {
        /// The product's name.
        product: String,
        /// The badge's last day.
        on: NaiveDate,
    },
}

/// One point of the timeline as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// What happened.
    pub happening: Happening,
    /// The name of who did it; `None` when it happened by itself or a visitor did it.
    pub actor: Option<String>,
    /// When, UTC.
    pub at: DateTime<Utc>,
}
