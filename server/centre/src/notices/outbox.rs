//! Mail that waits: because no server is set, or none answers.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Permit, act},
    notices::Unsent,
};

use crate::{Centre, Result, db::all};

/// Mails due but not sent to people who hold a role at the centre of the permit, oldest first, at most 200. Their words
/// are the reader's alone.
pub async fn outbox(centre: &Centre, permit: &Permit<act::MendJobs>) -> Result<Vec<Unsent>> {
    let Some(place) = permit.place() else {
        return Err(Refusal::NotFound.into());
    };
    let (now, mut conn) = (centre.clock.now(), centre.db.read().await?);
    let rows = all!(
        conn,
        (String, String, DateTime<Utc>),
        "SELECT p.name, n.kind, n.mail_due_at FROM notices n JOIN people p ON p.id = n.person_id \
         WHERE n.mailed_at IS NULL AND (n.read_at IS NULL OR n.even_if_read) AND n.mail_due_at <= $1 AND n.person_id IN \
         (SELECT person_id FROM memberships WHERE centre_id = $2 AND ended_at IS NULL) \
         ORDER BY n.mail_due_at, n.id LIMIT 200",
        now,
        place.centre,
    )?;
    Ok(rows
        .into_iter()
        .map(|(reader, kind, due_at)| Unsent {
            reader,
            kind,
            due_at,
        })
        .collect())
}
