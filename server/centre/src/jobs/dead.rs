//! Dead letters: jobs that kept failing, and trying them again.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Permit, Place, act},
    ids::{JobId, PersonId},
    jobs::DeadLetter,
};

use crate::{
    Centre, Result, audit,
    db::{Conn, all, execute, maybe},
    people,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: JobId,
    kind: String,
    person_id: Option<PersonId>,
    attempts: i64,
    last_error: Option<String>,
    dead_at: DateTime<Utc>,
}

/// The jobs that are not tried any more, latest first, at most 200: those of the product itself, and those about people
/// who hold or held a role at the centre of the permit.
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
        "SELECT j.id, j.kind, j.person_id, j.attempts, j.last_error, j.dead_at FROM jobs j WHERE j.dead_at IS NOT NULL \
         AND (j.person_id IS NULL OR EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = j.person_id \
         AND m.centre_id = $1)) ORDER BY j.dead_at DESC, j.id DESC LIMIT 200",
        place.centre,
    )?;
    let province = runs_province(&mut conn, permit.person(), place).await?;
    Ok(rows
        .into_iter()
        .map(|row| DeadLetter {
            id: row.id,
            kind: row.kind,
            error: row.last_error.unwrap_or_default(),
            attempts: row.attempts,
            died_at: row.dead_at,
            may_retry: province || row.person_id.is_some(),
        })
        .collect())
}

/// Has a dead job tried again at once, with all its attempts before it. What runs for every centre is started again by
/// those who run a province only.
pub async fn retry(centre: &Centre, permit: Permit<act::MendJobs>, job: JobId) -> Result<()> {
    let Some(place) = permit.place().cloned() else {
        return Err(Refusal::NotFound.into());
    };
    centre
        .db
        .write((permit, place, job), |tx, (permit, place, job)| {
            Box::pin(async move {
                let dead = maybe!(
                    tx,
                    (Option<PersonId>,),
                    "SELECT j.person_id FROM jobs j WHERE j.id = $1 AND j.dead_at IS NOT NULL AND (j.person_id IS NULL \
                     OR EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = j.person_id AND m.centre_id = $2))",
                    *job,
                    place.centre,
                )?;
                let Some((person,)) = dead else { return Err(Refusal::NotFound.into()) };
                if person.is_none() && !runs_province(tx, permit.person(), place).await? {
                    return Err(Refusal::ProvinceOnly.into());
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

/// Whether a person mends jobs of the whole province, whatever else they are.
async fn runs_province(conn: &mut Conn, person: PersonId, place: &Place) -> Result<bool> {
    let Some(actor) = people::actor(conn, person).await? else {
        return Ok(false);
    };
    let scope = actor.scope(act::MendJobs);
    Ok(scope.nation || scope.provinces.contains(&place.province))
}
