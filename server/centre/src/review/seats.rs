//! Seats: who sits at which entry.

use std::collections::HashMap;

use domain::{
    Refusal,
    access::{Place, Role},
    ids::{AssignmentId, CentreId, EntryId, PersonId, RoundId},
    notices::Notice,
    place::ProvinceCode,
    review::{AbstainReason, Move, Points, Progress, Seat},
};

use super::step;
use crate::{
    Result,
    db::{Conn, Json, Tx, all, execute, maybe, one},
    notices, people,
};

/// Which centre keeps an assignment.
pub async fn assignment_place(conn: &mut Conn, assignment: AssignmentId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (CentreId, ProvinceCode),
        "SELECT c.id, c.province_code FROM assignments a JOIN centres c ON c.id = a.centre_id WHERE a.id = $1",
        assignment,
    )?;
    Ok(row.map(|(centre, province)| Place {
        owner: None,
        centre,
        province,
    }))
}

/// Which centre keeps the entry of a seat.
pub(super) async fn centre_of_seat(conn: &mut Conn, assignment: AssignmentId) -> Result<CentreId> {
    let place = assignment_place(conn, assignment).await?;
    Ok(place.ok_or(Refusal::NotFound)?.centre)
}

/// Seats a reviewer.
pub(super) async fn take(
    tx: &mut Tx,
    centre: CentreId,
    entry: EntryId,
    sitting: i64,
    turn: i64,
    reviewer: PersonId,
) -> Result<AssignmentId> {
    let (id, now) = (AssignmentId::new(), tx.now());
    execute!(
        tx,
        "INSERT INTO assignments (id, entry_id, centre_id, reviewer_id, sitting, turn, assigned_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        entry,
        centre,
        reviewer,
        sitting,
        turn,
        now,
    )?;
    step(tx, entry, Move::Assign).await?;
    Ok(id)
}

/// Frees a seat before it is given anew: whoever holds it did not finish and reviews here no more.
pub(super) async fn vacate(tx: &mut Tx, entry: EntryId, sitting: i64, turn: i64) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "UPDATE assignments SET abstained_at = $1, abstain_reason = $2 \
         WHERE entry_id = $3 AND sitting = $4 AND turn = $5 AND abstained_at IS NULL AND scored_at IS NULL",
        now,
        Json((AbstainReason::Other, "")),
        entry,
        sitting,
        turn,
    )?;
    Ok(())
}

/// Tells a reviewer how many entries they got.
pub(super) async fn tell(tx: &mut Tx, round: RoundId, person: PersonId, count: i64) -> Result<()> {
    notices::tell(tx, person, &Notice::ScoringWaits { round, count }).await?;
    Ok(())
}

/// Reviewers of a centre by name.
pub(crate) async fn curators(conn: &mut Conn, centre: CentreId) -> Result<Vec<(PersonId, String)>> {
    people::holders(conn, centre, Role::Curator).await
}

/// How many reviewers of its centre may still take a seat of an entry: they never had one, and are in no conflict.
pub(crate) async fn free_for(conn: &mut Conn, entry: EntryId) -> Result<i64> {
    let (free,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(DISTINCT p.id) FROM entries e JOIN memberships m ON m.centre_id = e.centre_id \
         JOIN people p ON p.id = m.person_id \
         WHERE e.id = $1 AND m.role = $2 AND m.ended_at IS NULL AND p.disabled_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.entry_id = e.id AND a.reviewer_id = p.id) \
         AND NOT EXISTS (SELECT 1 FROM barred k WHERE k.business_id = e.business_id AND k.person_id = p.id)",
        entry,
        Role::Curator,
    )?;
    Ok(free)
}

/// Seats taken in a round, entry by entry.
pub(crate) async fn seats_of(
    conn: &mut Conn,
    round: RoundId,
) -> Result<HashMap<EntryId, Vec<Seat>>> {
    let rows = all!(
        conn,
        (EntryId, AssignmentId, PersonId, String, i64, Option<Points>),
        "SELECT e.id, a.id, p.id, p.name, a.turn, a.total FROM entries e \
         JOIN assignments a ON a.entry_id = e.id AND a.sitting = e.sitting AND a.abstained_at IS NULL \
         JOIN people p ON p.id = a.reviewer_id WHERE e.round_id = $1 ORDER BY e.number, a.turn",
        round,
    )?;
    let mut out: HashMap<EntryId, Vec<Seat>> = HashMap::new();
    for (entry, assignment, person, name, turn, total) in rows {
        out.entry(entry).or_default().push(Seat {
            assignment,
            person,
            name,
            turn,
            total,
        });
    }
    Ok(out)
}

/// How far each reviewer of a round is.
pub(crate) async fn progress(conn: &mut Conn, round: RoundId) -> Result<Vec<Progress>> {
    all!(
        conn,
        Progress,
        "SELECT p.id AS person, p.name, COUNT(*) AS assigned, COUNT(a.scored_at) AS scored FROM assignments a \
         JOIN entries e ON e.id = a.entry_id AND e.sitting = a.sitting JOIN people p ON p.id = a.reviewer_id \
         WHERE e.round_id = $1 AND a.abstained_at IS NULL AND e.state <> 'withdrawn' GROUP BY p.id, p.name \
         ORDER BY p.name, p.id",
        round,
    )
}
