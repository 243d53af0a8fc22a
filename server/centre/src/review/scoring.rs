//! Scoring: values are saved one by one; the last one finishes the sheet, and the sheets together decide what comes next.

use std::collections::HashMap;

use domain::{
    Refusal,
    access::{Permit, act},
    ids::{AssignmentId, CriterionId, EntryId},
    refusal::Problem,
    review::{
        CriterionKind, EntryState, Given, Move, Outcome, Points, REVIEWERS, Rubric, Saved,
        Weighted, outcome, total,
    },
};

use super::{
    conflicts::in_conflict,
    desk::{Duty, duty},
    entry, rubrics, seat,
    seats::centre_of_seat,
    step,
};
use crate::{
    Centre, Fault, Result, audit,
    db::{Tx, all, execute},
};

/// Letters of a note, at most.
const NOTE: usize = 1_000;

/// Saves values of a sheet. When none is missing any more the sheet is finished; it may be corrected until the decision.
///
/// A curator never scores their own client, whatever their assignment says.
pub async fn score(
    centre: &Centre,
    permit: Permit<act::ScoreEntry>,
    assignment: AssignmentId,
    values: Vec<Given>,
) -> Result<Saved> {
    centre
        .db
        .write(
            (permit, assignment, values),
            |tx, (permit, assignment, values)| {
                Box::pin(async move {
                    let duty = duty(tx, permit.person(), *assignment).await?;
                    if in_conflict(tx, permit.person(), duty.business).await? {
                        return Err(Refusal::ConflictOfInterest.into());
                    }
                    let now = tx.now();
                    if !duty.open(now) {
                        return Err(Refusal::ScoringClosed.into());
                    }
                    let rubric = rubrics::of(tx, duty.rubric).await?;
                    check(&rubric, values)?;
                    for given in values {
                        keep(tx, *assignment, given).await?;
                    }
                    let saved = finish(tx, &duty, &rubric).await?;
                    if saved.total.is_some() {
                        let centre = centre_of_seat(tx, *assignment).await?;
                        audit::did_at(
                            tx,
                            permit,
                            centre,
                            "assignment",
                            assignment.0,
                            ("scored", saved.total),
                        )
                        .await?;
                        settle(tx, duty.entry, &rubric).await?;
                    }
                    Ok(saved)
                })
            },
        )
        .await
}

fn check(rubric: &Rubric, values: &[Given]) -> std::result::Result<(), Refusal> {
    let mut check = domain::refusal::Check::default();
    for given in values {
        let field = given.criterion.to_string();
        match rubric
            .criteria
            .iter()
            .find(|line| line.id == given.criterion)
        {
            None => check.problem(&field, Problem::NotAChoice),
            Some(line) if !line.takes(given.value) => {
                check.problem(&field, Problem::OutOfRange { min: 1, max: 5 })
            }
            Some(_) if given.note.chars().count() > NOTE => {
                check.problem(&field, Problem::TooLong { max: NOTE as u32 })
            }
            Some(_) => {}
        }
    }
    check.done()
}

async fn keep(tx: &mut Tx, assignment: AssignmentId, given: &Given) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "INSERT INTO scores (assignment_id, criterion_id, value, note, at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (assignment_id, criterion_id) DO UPDATE SET value = excluded.value, note = excluded.note, at = excluded.at",
        assignment,
        given.criterion,
        given.value,
        given.note.trim(),
        now,
    )?;
    Ok(())
}

/// Counts what is missing; with nothing missing, writes down the total.
async fn finish(tx: &mut Tx, duty: &Duty, rubric: &Rubric) -> Result<Saved> {
    let values: HashMap<CriterionId, i64> = all!(
        tx,
        (CriterionId, i64),
        "SELECT criterion_id, value FROM scores WHERE assignment_id = $1",
        duty.id,
    )?
    .into_iter()
    .collect();
    let missing = rubric
        .criteria
        .iter()
        .filter(|line| !values.contains_key(&line.id))
        .count() as i64;
    if missing > 0 {
        return Ok(Saved {
            missing,
            total: None,
        });
    }
    let weighed: Vec<Weighted> = rubric
        .criteria
        .iter()
        .filter(|line| line.kind == CriterionKind::Weighted)
        .filter_map(|line| {
            values.get(&line.id).map(|value| Weighted {
                weight: line.weight,
                value: *value,
            })
        })
        .collect();
    let total = total(&weighed).ok_or_else(|| Fault::new("a rubric without weights"))?;
    let scored_at = duty.scored_at.unwrap_or(tx.now());
    execute!(
        tx,
        "UPDATE assignments SET scored_at = $1, total = $2 WHERE id = $3",
        scored_at,
        total,
        duty.id
    )?;
    Ok(Saved {
        missing: 0,
        total: Some(total),
    })
}

/// Draws the consequence of all finished sheets of an entry: wait, call exactly one third, or close the review.
pub(super) async fn settle(tx: &mut Tx, id: EntryId, rubric: &Rubric) -> Result<()> {
    let row = entry(tx, id).await?.ok_or(Refusal::NotFound)?;
    let totals = totals(tx, id, row.sitting).await?;
    if (totals.len() as i64) < row.reviewers_wanted {
        if row.state == EntryState::Scored {
            step(tx, id, Move::Reopen).await?;
        }
        return Ok(());
    }
    match outcome(&totals, &rubric.bands) {
        Outcome::NeedsMore => {}
        Outcome::NeedsThird { .. } => {
            let called = execute!(
                tx,
                "UPDATE entries SET reviewers_wanted = $1 WHERE id = $2 AND reviewers_wanted = $3",
                REVIEWERS + 1,
                id,
                REVIEWERS,
            )?;
            if called == 1 {
                step(tx, id, Move::Reopen).await?;
                seat(tx, id).await?;
            }
        }
        Outcome::Scored { .. } if row.state == EntryState::InReview => {
            step(tx, id, Move::Complete).await?;
        }
        Outcome::Scored { .. } => {}
    }
    Ok(())
}

/// Finished totals of one sitting of an entry, by turn.
async fn totals(tx: &mut Tx, id: EntryId, sitting: i64) -> Result<Vec<Points>> {
    let rows = all!(
        tx,
        (Points,),
        "SELECT total FROM assignments WHERE entry_id = $1 AND sitting = $2 AND abstained_at IS NULL \
         AND scored_at IS NOT NULL AND total IS NOT NULL ORDER BY turn",
        id,
        sitting,
    )?;
    Ok(rows.into_iter().map(|(total,)| total).collect())
}

/// A third reviewer was taken off: two suffice again, unless they are too far apart.
pub(super) async fn without_third(tx: &mut Tx, id: EntryId) -> Result<()> {
    let row = entry(tx, id).await?.ok_or(Refusal::NotFound)?;
    let rubric = rubrics::of(tx, row.rubric_id).await?;
    let totals = totals(tx, id, row.sitting).await?;
    if matches!(outcome(&totals, &rubric.bands), Outcome::NeedsThird { .. }) {
        return Ok(());
    }
    execute!(
        tx,
        "UPDATE entries SET reviewers_wanted = $1 WHERE id = $2",
        REVIEWERS,
        id
    )?;
    settle(tx, id, &rubric).await
}
