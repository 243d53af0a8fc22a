//! The announcement: all prepared decisions of a round at once, or none.

use chrono::{Days, NaiveDate};
use domain::{
    Refusal,
    access::{Permit, act},
    curation::{Category, Decision},
    ids::{CentreId, EntryId, GradeId, PersonId, ProductId, RoundId},
    notices::Notice,
    review::{Grade, Move},
    tasks::TaskSource,
    timeline::Happening,
};

use super::deciding::{previewed, repairs, unsummed};
use crate::{
    Centre, Result, audit, business,
    db::{Json, Tx, all, execute},
    feed, notices, places,
    review::{self, Scored, centre_of},
    tasks::{self, NewTask},
    timeline,
};

/// Days a maker has for a task of a decision.
const TASK_DAYS: u64 = 14;

#[derive(sqlx::FromRow)]
struct Prepared {
    entry: EntryId,
    product: ProductId,
    product_name: String,
    /// The family it was judged as.
    category: Category,
    owner: PersonId,
    decision: Decision,
}

/// Announces every prepared decision of a round: grades, tasks, timeline, notices. Entries that still miss a decision
/// stop it; they are scored first, or carried over to a later round. So does a preview other than the one `seen`, named
/// by its mark: nobody announces what they did not look at. Says how many were announced.
pub async fn release(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    round: RoundId,
    seen: &str,
) -> Result<i64> {
    centre
        .db
        .write(
            (permit, round, seen.to_owned()),
            |tx, (permit, round, seen)| {
                Box::pin(async move {
                    let centre = centre_of(permit)?;
                    review::find_round(tx, centre, *round).await?;
                    let (preview, sums) = previewed(tx, *round).await?;
                    if preview.waiting > 0 {
                        return Err(Refusal::UnscoredEntries {
                            count: preview.waiting,
                        }
                        .into());
                    }
                    let prepared = prepared(tx, *round).await?;
                    if prepared.is_empty() {
                        return Err(Refusal::AlreadyDone.into());
                    }
                    if preview.mark() != *seen {
                        return Err(Refusal::PreviewOutdated.into());
                    }
                    let now = tx.now();
                    let zone = places::zone(tx, centre).await?;
                    for one in &prepared {
                        let scored = sums.get(&one.entry).ok_or_else(unsummed)?;
                        announce(tx, permit.person(), centre, zone.date(now), one, scored).await?;
                    }
                    execute!(
                        tx,
                        "UPDATE rounds SET released_at = $1 WHERE id = $2 AND released_at IS NULL",
                        now,
                        *round,
                    )?;
                    audit::did(tx, permit, "round", round.0, ("released", prepared.len())).await?;
                    Ok(prepared.len() as i64)
                })
            },
        )
        .await
}

async fn prepared(tx: &mut Tx, round: RoundId) -> Result<Vec<Prepared>> {
    all!(
        tx,
        Prepared,
        "SELECT e.id AS entry, p.id AS product, p.name AS product_name, u.category, b.owner_id AS owner, d.decision \
         FROM entries e JOIN decisions d ON d.entry_id = e.id AND d.sitting = e.sitting \
         JOIN rubrics u ON u.id = e.rubric_id JOIN products p ON p.id = e.subject_id JOIN businesses b ON b.id = e.business_id \
         WHERE e.round_id = $1 AND e.state = 'decided' ORDER BY e.number",
        round,
    )
}

async fn announce(
    tx: &mut Tx,
    by: PersonId,
    centre: CentreId,
    today: NaiveDate,
    one: &Prepared,
    scored: &Scored,
) -> Result<()> {
    review::step(tx, one.entry, Move::Release).await?;
    let now = tx.now();
    execute!(
        tx,
        "UPDATE decisions SET released_at = $1 WHERE entry_id = $2 AND sitting = $3",
        now,
        one.entry,
        scored.sitting,
    )?;
    let ends = business::badge_end(tx, scored.business, one.category, today, today).await?;
    replace_grade(tx, centre, one, scored.grade, scored.score, (today, ends)).await?;
    let given = all!(
        tx,
        (Json<TaskSource>,),
        "SELECT source FROM tasks WHERE entry_id = $1 AND done_at IS NULL",
        one.entry,
    )?;
    for sum in repairs(&scored.sums) {
        let line = &sum.criterion;
        let source = TaskSource::WeakScore {
            entry: one.entry,
            criterion: line.key.clone(),
        };
        // Reviewed once more after an appeal: what the first review asked for is not asked twice.
        if given.iter().any(|(Json(earlier),)| *earlier == source) {
            continue;
        }
        let task = NewTask {
            business: scored.business,
            owner: Some(one.owner),
            title: line.title.clone(),
            detail: line.advice.clone(),
            line: Some(line.clinic_line),
            source,
            due_on: today + Days::new(TASK_DAYS),
        };
        tasks::give(tx, &task).await?;
    }
    let graded = Happening::Graded {
        entry: one.entry,
        product: one.product_name.clone(),
        grade: scored.grade,
        score: scored.score,
    };
    timeline::note(tx, scored.business, centre, Some(by), &graded).await?;
    let notice = Notice::DecisionReleased {
        entry: one.entry,
        product: one.product_name.clone(),
        grade: scored.grade,
    };
    notices::tell(tx, one.owner, &notice).await?;
    feed::note(tx, Some(centre), "product", one.product.0).await
}

/// The youngest decision counts: the earlier grade of a product is replaced, whatever it was.
async fn replace_grade(
    tx: &mut Tx,
    centre: CentreId,
    one: &Prepared,
    grade: Grade,
    score: i64,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "UPDATE grades SET replaced_at = $1 WHERE product_id = $2 AND replaced_at IS NULL",
        now,
        one.product,
    )?;
    execute!(
        tx,
        "INSERT INTO grades (id, product_id, centre_id, entry_id, grade, score, listed, granted_on, ends_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        GradeId::new(),
        one.product,
        centre,
        one.entry,
        grade,
        score,
        one.decision.lists(),
        from,
        until,
    )?;
    Ok(())
}
