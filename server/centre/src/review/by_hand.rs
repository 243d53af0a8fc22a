//! Seats that a manager gives and takes back.

use std::collections::BTreeSet;

use domain::{
    Refusal,
    access::{Permit, act},
    ids::{AssignmentId, BusinessId, EntryId, PersonId},
    review::{EntryState, REVIEWERS, Right},
};

use super::{
    centre_of, conflicts,
    rounds::find,
    scoring,
    seats::{curators, take, tell},
};
use crate::{
    Centre, Result, audit,
    db::{Conn, all, execute, maybe},
};

/// The most seats of an entry in one sitting.
const MOST_SEATS: i64 = 3;

/// Gives an entry to a reviewer by hand. Beyond the seats it wants, a third is added; never to one in conflict.
pub async fn assign(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    entry: EntryId,
    reviewer: PersonId,
) -> Result<AssignmentId> {
    centre
        .db
        .write((permit, entry, reviewer), |tx, (permit, id, reviewer)| {
            Box::pin(async move {
                let row = super::entry(tx, *id).await?.ok_or(Refusal::NotFound)?;
                if row.centre_id != centre_of(permit)? {
                    return Err(Refusal::NotFound.into());
                }
                // Nobody chooses who judges their own product.
                if conflicts::in_conflict(tx, permit.person(), row.business_id).await? {
                    return Err(Refusal::ConflictOfInterest.into());
                }
                if !matches!(row.state, EntryState::Submitted | EntryState::InReview) {
                    return Err(Refusal::IllegalMove { from: row.state }.into());
                }
                let round = find(tx, row.centre_id, row.round_id).await?;
                let now = tx.now();
                let open = match row.score_until {
                    Some(until) => now < until,
                    None => round.allows(Right::Assign, now),
                };
                if !open {
                    return Err(Refusal::ScoringClosed.into());
                }
                if !curators(tx, row.centre_id)
                    .await?
                    .iter()
                    .any(|(who, _)| who == reviewer)
                {
                    return Err(Refusal::NotFound.into());
                }
                if conflicts::in_conflict(tx, *reviewer, row.business_id).await? {
                    return Err(Refusal::ConflictOfInterest.into());
                }
                let earlier = maybe!(
                    tx,
                    (AssignmentId,),
                    "SELECT id FROM assignments WHERE entry_id = $1 AND reviewer_id = $2",
                    *id,
                    *reviewer,
                )?;
                let taken = turns(tx, *id, row.sitting).await?;
                let free = (1..=MOST_SEATS).find(|turn| !taken.contains(turn));
                let (None, Some(turn)) = (earlier, free) else {
                    return Err(Refusal::AlreadyDone.into());
                };
                if turn > row.reviewers_wanted {
                    execute!(
                        tx,
                        "UPDATE entries SET reviewers_wanted = $1 WHERE id = $2",
                        turn,
                        *id
                    )?;
                }
                let assignment = take(tx, row.centre_id, *id, row.sitting, turn, *reviewer).await?;
                tell(tx, row.round_id, *reviewer, 1).await?;
                audit::did(tx, permit, "assignment", assignment.0, (id, reviewer)).await?;
                Ok(assignment)
            })
        })
        .await
}

/// Takes an entry from a reviewer who has not finished it. What they had saved goes with the seat.
pub async fn unassign(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    assignment: AssignmentId,
) -> Result<()> {
    centre
        .db
        .write((permit, assignment), |tx, (permit, assignment)| {
            Box::pin(async move {
                let row = maybe!(
                    tx,
                    (EntryId, BusinessId, PersonId, i64, bool),
                    "SELECT e.id, e.business_id, a.reviewer_id, a.turn, a.scored_at IS NOT NULL FROM assignments a \
                     JOIN entries e ON e.id = a.entry_id \
                     WHERE a.id = $1 AND a.centre_id = $2 AND a.abstained_at IS NULL",
                    *assignment,
                    centre_of(permit)?,
                )?;
                let (entry, business, reviewer, turn, scored) = row.ok_or(Refusal::NotFound)?;
                if conflicts::in_conflict(tx, permit.person(), business).await? {
                    return Err(Refusal::ConflictOfInterest.into());
                }
                if scored {
                    return Err(Refusal::AlreadyDone.into());
                }
                execute!(
                    tx,
                    "DELETE FROM scores WHERE assignment_id = $1",
                    *assignment
                )?;
                execute!(tx, "DELETE FROM assignments WHERE id = $1", *assignment)?;
                if turn > REVIEWERS {
                    scoring::without_third(tx, entry).await?;
                }
                audit::did(
                    tx,
                    permit,
                    "assignment",
                    assignment.0,
                    ("taken back", entry, reviewer),
                )
                .await
            })
        })
        .await
}

async fn turns(conn: &mut Conn, entry: EntryId, sitting: i64) -> Result<BTreeSet<i64>> {
    let rows = all!(
        conn,
        (i64,),
        "SELECT turn FROM assignments WHERE entry_id = $1 AND sitting = $2 AND abstained_at IS NULL",
        entry,
        sitting,
    )?;
    Ok(rows.into_iter().map(|(turn,)| turn).collect())
}
