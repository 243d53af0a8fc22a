//! Things somebody has to do, and where they came from. Every "no" becomes one.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    ids::{BusinessId, EntryId, MediaId, TaskId},
    language::Bilingual,
};

/// Where a task came from, with the facts its title needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum TaskSource {
    /// A weak score of a curation.
    WeakScore {
        /// The decision it belongs to.
        entry: EntryId,
        /// The criterion.
        criterion: String,
    },
    /// A member of staff wrote it.
    Staff,
}

/// The clinic line that helps with a task: the seven consultant fields and the designer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClinicLine {
    /// Legal form and licences (kelembagaan).
    Legality,
    /// People (SDM).
    People,
    /// Production.
    Production,
    /// Finance.
    Finance,
    /// Marketing.
    Marketing,
    /// Information technology.
    Technology,
    /// Networks (jaringan kerja sama).
    Networks,
    /// Packaging and design.
    Design,
}

crate::text::text_enum!(ClinicLine {
    Legality => "legality",
    People => "people",
    Production => "production",
    Finance => "finance",
    Marketing => "marketing",
    Technology => "technology",
    Networks => "networks",
    Design => "design",
});

/// A task as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Identity.
    pub id: TaskId,
    /// Of which business.
    pub business: BusinessId,
    /// Its name.
    pub business_name: String,
    /// What to do.
    pub title: Bilingual,
    /// How.
    pub detail: Bilingual,
    /// The clinic line that helps.
    pub line: Option<ClinicLine>,
    /// Where it came from.
    pub source: TaskSource,
    /// The last day.
    pub due_on: NaiveDate,
    /// Whether that day is over at its centre, and the task open.
    pub late: bool,
    /// When it was finished, UTC.
    pub done_at: Option<DateTime<Utc>>,
    /// What was handed in as proof, in words.
    pub proof: Option<String>,
    /// What was handed in as proof, as a picture or document.
    pub proof_media: Option<MediaId>,
}
