//! Dead letters: jobs that kept failing, and trying them again.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Permit, act},
    ids::{CentreId, JobId, PersonId},
    jobs::DeadLetter,
};

use super::Job;
use crate::{
    Centre, Result, audit,
    db::{Conn, Json, all, execute, maybe},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: JobId,
    kind: String,
    payload: Json<serde_json::Value>,
    attempts: i64,
    last_error: Option<String>,
    dead_at: DateTime<Utc>,
}

/// The jobs that are not tried any more, latest first: those of the product itself, and those about people who hold or
/// held a role at the centre of the permit.
pub async fn dead_letters(
    centre: &Centre,
    permit: &Permit<act::MendJobs>,
) -> Result<Vec<DeadLetter>> {
    let Some(place) = permit.place() else {
        return Err(Refusal::NotFound.into());
    };
    let mut conn = centre.db.read().await?;
    let rows = all!(
        conn,
        Row,
        "SELECT id, kind, payload, attempts, last_error, dead_at FROM jobs WHERE dead_at IS NOT NULL \
         ORDER BY dead_at DESC, id DESC LIMIT 200",
    )?;
    let mut letters = Vec::with_capacity(rows.len());
    for row in rows {
        if is_visible(&mut conn, &row.payload.0, place.centre).await? {
            letters.push(DeadLetter {
                id: row.id,
                kind: row.kind,
                error: row.last_error.unwrap_or_default(),
                attempts: row.attempts,
                died_at: row.dead_at,
            });
        }
    }
    Ok(letters)
}

/// Has a dead job tried again at once, with all its attempts before it.
pub async fn retry(centre: &Centre, permit: Permit<act::MendJobs>, job: JobId) -> Result<()> {
    let Some(place) = permit.place().cloned() else {
        return Err(Refusal::NotFound.into());
    };
    centre
        .db
        .write((permit, place.centre, job), |tx, (permit, centre, job)| {
            Box::pin(async move {
                let dead = maybe!(
                    tx,
                    (Json<serde_json::Value>,),
                    "SELECT payload FROM jobs WHERE id = $1 AND dead_at IS NOT NULL",
                    *job,
                )?;
                let Some((Json(payload),)) = dead else { return Err(Refusal::NotFound.into()) };
                if !is_visible(tx, &payload, *centre).await? {
                    return Err(Refusal::NotFound.into());
                }
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE jobs SET dead_at = NULL, attempts = 0, run_at = $1, locked_until = NULL WHERE id = $2",
                    now, *job,
                )?;
                audit::did(tx, permit, "job", job.0, ()).await
            })
        })
        .await
}

async fn is_visible(
    conn: &mut Conn,
    payload: &serde_json::Value,
    centre: CentreId,
) -> Result<bool> {
    let Ok(Job::MailNotices { person }) = serde_json::from_value(payload.clone()) else {
        return Ok(true);
    };
    let role = maybe!(
        conn,
        (PersonId,),
        "SELECT person_id FROM memberships WHERE person_id = $1 AND centre_id = $2 LIMIT 1",
        person,
        centre,
    )?;
    Ok(role.is_some())
}
