//! Putting an entry off, and stepping back from it.

use domain::{
    Refusal,
    access::{Permit, act},
    ids::{AssignmentId, CentreId, EntryId, PersonId},
    refusal,
    review::{AbstainReason, REVIEWERS},
};

use super::{conflicts::declare, desk::duty, entry, scoring, seat, seats::centre_of_seat};
use crate::{
    Centre, Result, audit,
    db::{Json, Tx, all, execute, one},
};

/// Puts an entry to the end of this reviewer's queue. A finished one is in no queue.
pub async fn skip(
    centre: &Centre,
    permit: Permit<act::ScoreEntry>,
    assignment: AssignmentId,
) -> Result<()> {
    centre
        .db
        .write((permit, assignment), |tx, (permit, assignment)| {
            Box::pin(async move {
                let duty = duty(tx, permit.person(), *assignment).await?;
                if duty.scored_at.is_some() {
                    return Err(Refusal::AlreadyDone.into());
                }
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE assignments SET skipped_at = $1 WHERE id = $2",
                    now,
                    *assignment
                )?;
                Ok(())
            })
        })
        .await
}

/// Steps back from an entry, for good: somebody else gets the seat. A conflict is remembered for the whole business;
/// [`AbstainReason::Other`] needs words.
pub async fn abstain(
    centre: &Centre,
    permit: Permit<act::ScoreEntry>,
    assignment: AssignmentId,
    reason: AbstainReason,
    words: String,
) -> Result<()> {
    centre
        .db
        .write(
            (permit, assignment, reason, words),
            |tx, (permit, assignment, reason, words)| {
                Box::pin(async move {
                    let duty = duty(tx, permit.person(), *assignment).await?;
                    let now = tx.now();
                    if !duty.open(now) {
                        return Err(Refusal::ScoringClosed.into());
                    }
                    if duty.scored_at.is_some() {
                        return Err(Refusal::AlreadyDone.into());
                    }
                    let least = if *reason == AbstainReason::Other {
                        3
                    } else {
                        0
                    };
                    let words = refusal::text(words, least, 500)
                        .map_err(|problem| Refusal::field("words", problem))?;
                    leave(tx, *assignment, duty.entry, *reason, &words).await?;
                    let centre = centre_of_seat(tx, *assignment).await?;
                    audit::did_at(
                        tx,
                        permit,
                        centre,
                        "assignment",
                        assignment.0,
                        ("abstained", reason),
                    )
                    .await
                })
            },
        )
        .await
}

/// Frees a seat and seats somebody else, as far as there is anybody. Where nobody takes a third seat, two suffice again,
/// unless they are too far apart.
pub(super) async fn leave(
    tx: &mut Tx,
    assignment: AssignmentId,
    id: EntryId,
    reason: AbstainReason,
    words: &str,
) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "UPDATE assignments SET abstained_at = $1, abstain_reason = $2 WHERE id = $3",
        now,
        Json((reason, words)),
        assignment,
    )?;
    let (reviewer, sitting, turn) = one!(
        tx,
        (PersonId, i64, i64),
        "SELECT reviewer_id, sitting, turn FROM assignments WHERE id = $1",
        assignment,
    )?;
    let row = entry(tx, id).await?.ok_or(Refusal::NotFound)?;
    if reason == AbstainReason::Conflict {
        declare(tx, reviewer, row.business_id).await?;
    }
    let found = !seat(tx, id).await?.seats.is_empty();
    if !found && turn > REVIEWERS && sitting == row.sitting {
        scoring::without_third(tx, id).await?;
    }
    Ok(())
}

/// Somebody reviews at a centre no more: the seats they did not finish there go to others.
pub(crate) async fn leave_all(tx: &mut Tx, person: PersonId, centre: CentreId) -> Result<()> {
    let open = all!(
        tx,
        (AssignmentId, EntryId),
        "SELECT a.id, e.id FROM assignments a JOIN entries e ON e.id = a.entry_id AND e.sitting = a.sitting \
         WHERE a.reviewer_id = $1 AND a.centre_id = $2 AND a.scored_at IS NULL AND a.abstained_at IS NULL \
         AND e.state IN ('submitted', 'in_review', 'scored') ORDER BY a.assigned_at, a.id",
        person,
        centre,
    )?;
    for (assignment, entry) in open {
        leave(tx, assignment, entry, AbstainReason::Other, "").await?;
    }
    Ok(())
}
