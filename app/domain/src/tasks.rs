//! Things somebody has to do, and where they came from. Every "no" becomes one.

use serde::{Deserialize, Serialize};

use crate::ids::EntryId;

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
