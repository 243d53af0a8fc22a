//! Objecting to a decision, and answering: a granted objection means new curators, and the old grade until they are done.

use chrono::{DateTime, Duration, Utc};
use domain::{
    Refusal,
    access::{Permit, Place, Role, act},
    curation::AppealLine,
    ids::{AppealId, BusinessId, CentreId, EntryId, PersonId, RoundId},
    notices::Notice,
    place::ProvinceCode,
    refusal,
    review::{APPEAL_REVIEW_DAYS, EntryState, Move, REVIEWERS},
    timeline::Happening,
};

use super::{
    deciding::of_centre,
    submit::{own_entry, product_name},
};
use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, all, execute, maybe},
    notices,
    review::{self, centre_of},
    timeline,
};

/// Which centre answers an appeal.
pub async fn appeal_place(conn: &mut Conn, appeal: AppealId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (CentreId, ProvinceCode),
        "SELECT c.id, c.province_code FROM appeals a JOIN centres c ON c.id = a.centre_id WHERE a.id = $1",
        appeal,
    )?;
    Ok(row.map(|(centre, province)| Place {
        owner: None,
        centre,
        province,
    }))
}

/// The last moment to object to an entry's decision; `None` before it is announced and after one objection.
pub(super) async fn may_object_until(
    conn: &mut Conn,
    entry: EntryId,
) -> Result<Option<DateTime<Utc>>> {
    let row = maybe!(
        conn,
        (DateTime<Utc>, i64),
        "SELECT d.released_at, r.appeal_days FROM entries e JOIN rounds r ON r.id = e.round_id \
         JOIN decisions d ON d.entry_id = e.id AND d.sitting = 1 \
         WHERE e.id = $1 AND d.released_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM appeals a WHERE a.entry_id = e.id)",
        entry,
    )?;
    Ok(row.map(|(at, days)| at + Duration::days(days)))
}

/// Objects to an announced decision, once and within the round's days. The reason has 10–2,000 letters.
pub async fn appeal(
    centre: &Centre,
    permit: Permit<act::AnswerDecision>,
    entry: EntryId,
    reason: String,
) -> Result<AppealId> {
    let reason =
        refusal::text(&reason, 10, 2_000).map_err(|problem| Refusal::field("reason", problem))?;
    centre
        .db
        .write((permit, AppealId::new(), entry, reason), |tx, (permit, id, entry, reason)| {
            Box::pin(async move {
                let row = own_entry(tx, permit, *entry).await?;
                let made = maybe!(tx, (AppealId,), "SELECT id FROM appeals WHERE entry_id = $1", *entry)?;
                if made.is_some() {
                    return Err(Refusal::AlreadyDone.into());
                }
                let now = tx.now();
                if review::sent_in_again(tx, *entry).await? {
                    return Err(Refusal::SentInAgain.into());
                }
                let until = may_object_until(tx, *entry).await?;
                let from = row.state.announced();
                match until.filter(|_| row.state == EntryState::Released) {
                    None => return Err(Refusal::IllegalMove { from }.into()),
                    Some(until) if now >= until => return Err(Refusal::AppealOver { until }.into()),
                    Some(_) => {}
                }
                execute!(
                    tx,
                    "INSERT INTO appeals (id, entry_id, centre_id, reason, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)",
                    *id,
                    *entry,
                    row.centre_id,
                    reason.as_str(),
                    permit.person(),
                    now,
                )?;
                let product = product_name(tx, &row).await?;
                let notice = Notice::AppealCame { round: row.round_id, product: product.clone() };
                notices::tell_role(tx, row.centre_id, Role::Manager, &notice).await?;
                let happening = Happening::Appealed { entry: *entry, product };
                timeline::note(tx, row.business_id, row.centre_id, Some(permit.person()), &happening).await?;
                audit::did(tx, permit, "appeal", id.0, entry).await?;
                Ok(*id)
            })
        })
        .await
}

/// Objections of a round, those without an answer first.
pub async fn appeals(
    centre: &Centre,
    permit: &Permit<act::ManageRounds>,
    round: RoundId,
) -> Result<Vec<AppealLine>> {
    let mut conn = centre.db.read().await?;
    review::find_round(&mut conn, centre_of(permit)?, round).await?;
    all!(
        conn,
        AppealLine,
        "SELECT a.id, a.entry_id AS entry, p.name AS product_name, b.name AS business_name, d.grade, d.score, a.reason, \
         a.made_at, a.granted, a.answer FROM appeals a JOIN entries e ON e.id = a.entry_id \
         JOIN decisions d ON d.entry_id = e.id AND d.sitting = 1 JOIN products p ON p.id = e.subject_id \
         JOIN businesses b ON b.id = e.business_id WHERE e.round_id = $1 \
         ORDER BY CASE WHEN a.answered_at IS NULL THEN 0 ELSE 1 END, a.made_at, a.id",
        round,
    )
}

#[derive(sqlx::FromRow)]
struct Made {
    entry: EntryId,
    business: BusinessId,
    owner: PersonId,
    product: String,
    answered_at: Option<DateTime<Utc>>,
}

/// Answers an objection in 10–2,000 letters. A granted one goes to two new curators, who have fourteen days; where there
/// are no two, none is granted.
pub async fn answer_appeal(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    appeal: AppealId,
    granted: bool,
    answer: String,
) -> Result<()> {
    let answer =
        refusal::text(&answer, 10, 2_000).map_err(|problem| Refusal::field("answer", problem))?;
    centre
        .db
        .write((permit, appeal, granted, answer), |tx, (permit, id, granted, answer)| {
            Box::pin(async move {
                let made = maybe!(
                    tx,
                    Made,
                    "SELECT e.id AS entry, b.id AS business, b.owner_id AS owner, p.name AS product, a.answered_at \
                     FROM appeals a JOIN entries e ON e.id = a.entry_id JOIN businesses b ON b.id = e.business_id \
                     JOIN products p ON p.id = e.subject_id WHERE a.id = $1 AND a.centre_id = $2",
                    *id,
                    centre_of(permit)?,
                )?
                .ok_or(Refusal::NotFound)?;
                if made.answered_at.is_some() {
                    return Err(Refusal::AlreadyDone.into());
                }
                // Nobody answers an objection against the grade of their own product.
                if review::in_conflict(tx, permit.person(), made.business).await? {
                    return Err(Refusal::ConflictOfInterest.into());
                }
                if *granted {
                    grantable(tx, made.entry).await?;
                }
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE appeals SET granted = $1, answer = $2, answered_by = $3, answered_at = $4 WHERE id = $5",
                    *granted,
                    answer.as_str(),
                    permit.person(),
                    now,
                    *id,
                )?;
                if *granted {
                    review::step(tx, made.entry, Move::GrantAppeal).await?;
                    execute!(
                        tx,
                        "UPDATE entries SET sitting = sitting + 1, reviewers_wanted = $1, score_until = $2 WHERE id = $3",
                        REVIEWERS,
                        now + Duration::days(APPEAL_REVIEW_DAYS),
                        made.entry,
                    )?;
                    review::seat(tx, made.entry).await?;
                }
                let notice = Notice::AppealAnswered { entry: made.entry, product: made.product, granted: *granted };
                notices::tell(tx, made.owner, &notice).await?;
                audit::did(tx, permit, "appeal", id.0, ("answered", granted)).await
            })
        })
        .await
}

/// Whether an entry can be reviewed once more: its decision is still the one that counts, and there are enough curators
/// who did not review it.
async fn grantable(tx: &mut Tx, entry: EntryId) -> Result<()> {
    if review::sent_in_again(tx, entry).await? {
        return Err(Refusal::SentInAgain.into());
    }
    let free = review::free_for(tx, entry).await?;
    if free < REVIEWERS {
        return Err(Refusal::TooFewReviewers {
            free,
            wanted: REVIEWERS,
        }
        .into());
    }
    Ok(())
}

/// Gives the second review of an entry fourteen more days, and whoever is free now the seats it still lacks. Without it,
/// a product whose curators let the time pass could neither come back nor be decided.
pub async fn prolong_review(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    entry: EntryId,
) -> Result<()> {
    centre
        .db
        .write((permit, entry), |tx, (permit, id)| {
            Box::pin(async move {
                let row = of_centre(tx, permit, *id).await?;
                if row.sitting < 2 || row.state != EntryState::InReview {
                    return Err(Refusal::IllegalMove { from: row.state }.into());
                }
                let until = tx.now() + Duration::days(APPEAL_REVIEW_DAYS);
                execute!(
                    tx,
                    "UPDATE entries SET score_until = $1 WHERE id = $2",
                    until,
                    *id
                )?;
                review::seat(tx, *id).await?;
                audit::did(tx, permit, "entry", id.0, ("prolonged", until)).await
            })
        })
        .await
}
