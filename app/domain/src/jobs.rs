//! Work that runs after the request, as those see it who mend it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::JobId;

/// Times a job is tried before it counts as dead.
pub const ATTEMPTS: i64 = 6;

/// A job that failed [`ATTEMPTS`] times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadLetter {
    /// Identity.
    pub id: JobId,
    /// What it was to do, for example `mail_notices`.
    pub kind: String,
    /// What went wrong the last time, for technicians.
    pub error: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Since when it is not tried any more, UTC.
    pub died_at: DateTime<Utc>,
    /// Whether the reader may have it tried again: what runs for every centre is for those who run a province.
    pub may_retry: bool,
}
