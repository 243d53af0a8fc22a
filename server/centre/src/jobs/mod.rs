//! Work that runs after the request: rows written in the transaction of the change, run at least once, retried with
//! back-off, and shown as dead letters when they keep failing.

mod dead;
mod purge;
mod recurring;
mod reminders;
mod runner;
mod work;

pub use dead::{dead_letters, retry};
pub use recurring::ensure as ensure_recurring;
pub use runner::{run_due, serve};

use chrono::{DateTime, Utc};
use domain::ids::{JobId, PersonId};
use serde::{Deserialize, Serialize};

use crate::{
    Result,
    db::{Json, Tx, execute},
};

/// What a job does. Running one twice must change nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    /// Mail a person's notices that are due.
    MailNotices {
        /// Whose.
        person: PersonId,
    },
    /// Mail what was left unsent, because no mail server was set or none answered.
    MailLeftovers,
    /// Mail a link to somebody who forgot the password.
    MailRecovery {
        /// To whom.
        person: PersonId,
    },
    /// Seal the audit rows that are not sealed yet.
    SealAudit,
    /// Take products out of the gallery whose badge came to its end.
    LapseBadges,
    /// Remind owners of licences that end soon.
    RemindClaims,
    /// Remind reviewers of what they did not score, a day before scoring ends.
    RemindReviewers,
    /// Forget drafts, sessions and finished jobs that are too old.
    PurgeExpired,
}

/// Writes a job in the transaction of the change. The same `once_key` again changes nothing.
pub async fn enqueue(
    tx: &mut Tx,
    job: &Job,
    run_at: DateTime<Utc>,
    once_key: Option<&str>,
) -> Result<()> {
    let (now, payload) = (tx.now(), serde_json::to_value(job)?);
    let person = match job {
        Job::MailNotices { person } | Job::MailRecovery { person } => Some(*person),
        _ => None,
    };
    execute!(
        tx,
        "INSERT INTO jobs (id, kind, payload, person_id, once_key, run_at, attempts, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, 0, $7) ON CONFLICT (once_key) DO NOTHING",
        JobId::new(),
        payload["kind"].as_str(),
        Json(&payload),
        person,
        once_key,
        run_at,
        now,
    )?;
    Ok(())
}

#[cfg(test)]
mod tests;
