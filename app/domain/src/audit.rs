//! Who did what, and whether that record is still what was written.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One line of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// The name of who did it; `None` when it happened by itself or a visitor did it.
    pub actor: Option<String>,
    /// The right or act, for example `VerifyClaim`.
    pub act: String,
    /// What kind of thing it was done to.
    pub entity: String,
    /// Which one.
    pub entity_id: String,
    /// When, UTC.
    pub at: DateTime<Utc>,
    /// Whether it is sealed: changed afterwards, it would be found out.
    pub sealed: bool,
}

/// What a look at the whole record found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Every sealed line is as it was written.
    Whole {
        /// Seals looked at.
        seals: i64,
        /// Lines under them.
        sealed: i64,
        /// Lines that wait for the next seal.
        unsealed: i64,
        /// The last seal. Who notes it elsewhere can prove later that nothing was cut off the end.
        head: String,
    },
    /// Something was changed.
    Broken {
        /// The first seal that does not fit, counted from 1.
        seal: i64,
        /// What does not fit.
        why: Break,
    },
}

/// How a record can be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Break {
    /// A line was changed.
    LineChanged,
    /// Lines are gone, or were added.
    LineCount {
        /// How many were sealed.
        sealed: i64,
        /// How many there are.
        found: i64,
    },
    /// A seal was changed or removed.
    SealChanged,
    /// Lines name a seal that is not there.
    SealGone,
}
