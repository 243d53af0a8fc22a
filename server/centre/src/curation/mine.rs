//! What a maker sees: their submissions, and what came of each.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Actor, Permit, act},
    curation::{Appealing, Category, PastEntry, Submission, SubmissionResult},
    ids::{EntryId, PersonId, ProductId},
    place::Zone,
    review::{EntryState, Grade, Move, Right},
};
use uuid::Uuid;

use super::{appeals::may_object_until, submit::entry_place, verdict};
use crate::{
    Centre, Result,
    db::{Conn, all, maybe, one},
    people, review,
};

#[derive(sqlx::FromRow)]
struct Mine {
    entry: EntryId,
    product: ProductId,
    product_name: String,
    round_name: String,
    state: EntryState,
    submitted_at: DateTime<Utc>,
    score_until: DateTime<Utc>,
    again: bool,
    grade: Option<Grade>,
    score: Option<i64>,
    open_tasks: i64,
}

/// Every submission of the actor's own businesses, the youngest first.
pub async fn my_submissions(centre: &Centre, actor: &Actor) -> Result<Vec<Submission>> {
    let mut conn = centre.db.read().await?;
    let rows = all!(
        conn,
        Mine,
        "SELECT e.id AS entry, p.id AS product, p.name AS product_name, r.name AS round_name, e.state, e.submitted_at, \
         COALESCE(e.score_until, r.score_until) AS score_until, e.previous_id IS NOT NULL AS again, d.grade, d.score, \
         (SELECT COUNT(*) FROM tasks t WHERE t.entry_id = e.id AND t.done_at IS NULL) AS open_tasks \
         FROM entries e JOIN rounds r ON r.id = e.round_id JOIN products p ON p.id = e.subject_id \
         JOIN businesses b ON b.id = e.business_id \
         LEFT JOIN decisions d ON d.entry_id = e.id AND d.released_at IS NOT NULL AND d.sitting = \
         (SELECT MAX(l.sitting) FROM decisions l WHERE l.entry_id = e.id AND l.released_at IS NOT NULL) \
         WHERE b.owner_id = $1 AND b.deleted_at IS NULL ORDER BY e.submitted_at DESC, e.id DESC",
        actor.person,
    )?;
    Ok(rows
        .into_iter()
        .map(|row| Submission {
            entry: row.entry,
            product: row.product,
            product_name: row.product_name,
            round_name: row.round_name,
            state: row.state.announced(),
            submitted_at: row.submitted_at,
            score_until: row.score_until,
            again: row.again,
            grade: row.grade.zip(row.score),
            open_tasks: row.open_tasks,
        })
        .collect())
}

/// One submission with everything its maker may know. Staff who read it are noted as readers.
pub async fn result(
    centre: &Centre,
    permit: Permit<act::ReadSubmission>,
    id: EntryId,
) -> Result<SubmissionResult> {
    let mut conn = centre.db.read().await?;
    let place = entry_place(&mut conn, id).await?;
    let (Some(owner), true) = (
        place.as_ref().and_then(|place| place.owner),
        place.as_ref() == permit.place(),
    ) else {
        return Err(Refusal::NotFound.into());
    };
    let found = read(&mut conn, owner, id, centre.clock.now()).await?;
    drop(conn);
    people::log_reading(centre, &permit, owner, "submission").await?;
    Ok(found)
}

async fn read(
    conn: &mut Conn,
    owner: PersonId,
    id: EntryId,
    now: DateTime<Utc>,
) -> Result<SubmissionResult> {
    let entry = review::entry(conn, id).await?.ok_or(Refusal::NotFound)?;
    let round = review::find_round(conn, entry.centre_id, entry.round_id).await?;
    let (product_name, category, zone) = one!(
        conn,
        (String, Category, Zone),
        "SELECT p.name, p.category, c.zone FROM products p JOIN businesses b ON b.id = p.business_id \
         JOIN centres c ON c.id = p.centre_id WHERE p.id = $1 AND b.owner_id = $2",
        entry.subject_id,
        owner,
    )?;
    let may_withdraw = entry.sitting == 1
        && round.allows(Right::Withdraw, now)
        && entry.state.step(Move::Withdraw).is_ok();
    Ok(SubmissionResult {
        entry: id,
        product: ProductId(entry.subject_id),
        product_name,
        category,
        zone,
        state: entry.state.announced(),
        submitted_at: entry.submitted_at,
        score_until: entry.score_until.unwrap_or(round.score_until),
        round_name: round.name,
        may_withdraw,
        verdict: verdict::verdict(conn, &entry, zone.date(now)).await?,
        appeal: appealing(conn, id, now).await?,
        history: history(conn, entry.subject_id, id).await?,
    })
}

async fn appealing(conn: &mut Conn, entry: EntryId, now: DateTime<Utc>) -> Result<Appealing> {
    let made = maybe!(
        conn,
        (DateTime<Utc>, Option<bool>, Option<String>),
        "SELECT made_at, granted, answer FROM appeals WHERE entry_id = $1",
        entry,
    )?;
    Ok(match made {
        Some((_, Some(granted), answer)) => Appealing::Answered {
            granted,
            answer: answer.unwrap_or_default(),
        },
        Some((made_at, None, _)) => Appealing::Waiting { made_at },
        None => match may_object_until(conn, entry).await? {
            Some(until) if now < until && !review::sent_in_again(conn, entry).await? => {
                Appealing::Open { until }
            }
            _ => Appealing::Closed,
        },
    })
}

async fn history(conn: &mut Conn, product: Uuid, but: EntryId) -> Result<Vec<PastEntry>> {
    all!(
        conn,
        PastEntry,
        "SELECT e.id AS entry, r.name AS round_name, d.released_at, d.grade, d.score, d.decision FROM entries e \
         JOIN rounds r ON r.id = e.round_id JOIN decisions d ON d.entry_id = e.id \
         WHERE e.subject_id = $1 AND e.id <> $2 AND d.released_at IS NOT NULL \
         AND d.sitting = (SELECT MAX(l.sitting) FROM decisions l WHERE l.entry_id = e.id AND l.released_at IS NOT NULL) \
         ORDER BY d.released_at DESC, e.id DESC",
        product,
        but,
    )
}
