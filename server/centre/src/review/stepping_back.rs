//! Putting an entry off, and stepping back from it.

use domain::{
    Refusal,
    access::{Permit, act},
    ids::{AssignmentId, EntryId},
    refusal,
    review::AbstainReason,
};

use super::{conflicts::declare, desk::duty, entry, seat, seats::centre_of_seat};
use crate::{
    Centre, Fault, Result, audit,
    db::{Json, Tx, execute, maybe},
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

/// Frees a seat and seats somebody else, as far as there is anybody.
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
    if reason == AbstainReason::Conflict {
        let (reviewer,) = maybe!(
            tx,
            (domain::ids::PersonId,),
            "SELECT reviewer_id FROM assignments WHERE id = $1",
            assignment,
        )?
        .ok_or_else(|| Fault::new("an assignment without a reviewer"))?;
        let row = entry(tx, id).await?.ok_or(Refusal::NotFound)?;
        declare(tx, reviewer, row.business_id).await?;
    }
    seat(tx, id).await?;
    Ok(())
}
