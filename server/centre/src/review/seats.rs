//! Seats: which reviewer scores which entry, by plan or by hand.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    Refusal,
    access::{Permit, Place, Role, act},
    ids::{AssignmentId, BusinessId, CentreId, EntryId, PersonId, RoundId},
    notices::Notice,
    place::ProvinceCode,
    review::{
        EntryState, Move, OpenSeat, Plan, PlannedSeat, Points, Progress, REVIEWERS, Right, Seat,
        Unseated,
    },
};
use matchmaker::assignment::{self, Reason};

use super::{
    centre_of, conflicts, entry,
    rounds::{RoundRow, find},
    scoring, step,
};
use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, all, execute, maybe},
    notices,
};

/// The most seats of an entry in one sitting.
const MOST_SEATS: i64 = 3;

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

/// What automatic assignment would do now.
pub async fn plan_round(
    centre: &Centre,
    permit: &Permit<act::ManageRounds>,
    round: RoundId,
) -> Result<Plan> {
    let mut conn = centre.db.read().await?;
    let round = find(&mut conn, centre_of(permit)?, round).await?;
    Ok(plan(&mut conn, &round, None).await?.shown)
}

/// Gives every entry of a round the reviewers it lacks, and tells them.
pub async fn assign_round(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    round: RoundId,
) -> Result<Plan> {
    centre
        .db
        .write((permit, round), |tx, (permit, round)| {
            Box::pin(async move {
                let row = find(tx, centre_of(permit)?, *round).await?;
                let now = tx.now();
                if !row.allows(Right::Assign, now) {
                    return Err(Refusal::ScoringClosed.into());
                }
                let plan = fill(tx, &row, None).await?;
                audit::did(tx, permit, "round", round.0, ("assigned", plan.seats.len())).await?;
                Ok(plan)
            })
        })
        .await
}

/// Gives one entry the reviewers it lacks: after it was sent back for review, after a gap, after one stepped back.
pub(crate) async fn seat(tx: &mut Tx, id: EntryId) -> Result<Plan> {
    let row = entry(tx, id).await?.ok_or(Refusal::NotFound)?;
    let round = find(tx, row.centre_id, row.round_id).await?;
    fill(tx, &round, Some(id)).await
}

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
                    (EntryId, PersonId, i64, bool),
                    "SELECT entry_id, reviewer_id, turn, scored_at IS NOT NULL FROM assignments \
                     WHERE id = $1 AND centre_id = $2 AND abstained_at IS NULL",
                    *assignment,
                    centre_of(permit)?,
                )?;
                let (entry, reviewer, turn, scored) = row.ok_or(Refusal::NotFound)?;
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

async fn take(
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

/// Reviewers of a centre by name.
pub(crate) async fn curators(conn: &mut Conn, centre: CentreId) -> Result<Vec<(PersonId, String)>> {
    all!(
        conn,
        (PersonId, String),
        "SELECT DISTINCT p.id, p.name FROM memberships m JOIN people p ON p.id = m.person_id \
         WHERE m.centre_id = $1 AND m.role = $2 AND m.ended_at IS NULL AND p.disabled_at IS NULL ORDER BY p.name, p.id",
        centre,
        Role::Curator,
    )
}

/// An entry that lacks reviewers.
#[derive(sqlx::FromRow)]
struct Lacking {
    id: EntryId,
    number: i64,
    category: String,
    business_id: BusinessId,
    reviewers_wanted: i64,
    sitting: i64,
}

struct Planned {
    shown: Plan,
    /// Sitting and free turns of each entry that gets somebody.
    free: HashMap<EntryId, (i64, Vec<i64>)>,
}

async fn plan(conn: &mut Conn, round: &RoundRow, only: Option<EntryId>) -> Result<Planned> {
    let entries = all!(
        conn,
        Lacking,
        "SELECT e.id, e.number, r.category, e.business_id, e.reviewers_wanted, e.sitting FROM entries e \
         JOIN rubrics r ON r.id = e.rubric_id WHERE e.round_id = $1 AND e.state IN ('submitted', 'in_review') \
         AND (e.id = $2 OR $3) ORDER BY e.number",
        round.id,
        only,
        only.is_none(),
    )?;
    let seats = all!(
        conn,
        (EntryId, PersonId, i64, i64, bool),
        "SELECT a.entry_id, a.reviewer_id, a.sitting, a.turn, a.abstained_at IS NULL FROM assignments a \
         JOIN entries e ON e.id = a.entry_id WHERE e.round_id = $1 AND e.state IN ('submitted', 'in_review')",
        round.id,
    )?;
    let mut barred = conflicts::of_round(conn, round.id).await?;
    let mut had: HashMap<EntryId, BTreeSet<PersonId>> = HashMap::new();
    let mut taken: BTreeSet<(EntryId, i64, i64)> = BTreeSet::new();
    for (entry, person, sitting, turn, live) in seats {
        had.entry(entry).or_default().insert(person);
        if live {
            taken.insert((entry, sitting, turn));
        }
    }
    let mut wanted = Vec::new();
    let mut free = HashMap::new();
    for entry in &entries {
        let turns: Vec<i64> = (1..=entry.reviewers_wanted)
            .filter(|turn| !taken.contains(&(entry.id, entry.sitting, *turn)))
            .collect();
        let mut never = had.remove(&entry.id).unwrap_or_default();
        never.extend(barred.entry(entry.business_id).or_default().iter());
        wanted.push(assignment::Entry {
            id: entry.id,
            category: entry.category.clone(),
            barred: never,
            seats: turns.len(),
        });
        free.insert(entry.id, (entry.sitting, turns));
    }
    let names: BTreeMap<PersonId, String> =
        curators(conn, round.centre_id).await?.into_iter().collect();
    let reviewers = reviewers(conn, round, names.keys().copied()).await?;
    let seatings = assignment::assign(&wanted, &reviewers, round.id.0.as_u64_pair().1);

    let mut shown = Plan::default();
    let by_id: HashMap<EntryId, &Lacking> = entries.iter().map(|entry| (entry.id, entry)).collect();
    for seating in seatings {
        let Some(entry) = by_id.get(&seating.id) else {
            continue;
        };
        for person in seating.reviewers {
            let expert = reviewers
                .iter()
                .any(|one| one.id == person && one.expertise.contains(&entry.category));
            let name = names.get(&person).cloned().unwrap_or_default();
            shown.seats.push(PlannedSeat {
                entry: entry.id,
                number: entry.number,
                reviewer: person,
                name,
                expert,
            });
        }
        if let Some(reason) = seating.short {
            shown.open.push(OpenSeat {
                entry: entry.id,
                number: entry.number,
                why: why(reason),
            });
        }
    }
    shown
        .seats
        .sort_by(|a, b| (a.number, &a.name).cmp(&(b.number, &b.name)));
    shown.open.sort_by_key(|seat| seat.number);
    Ok(Planned { shown, free })
}

fn why(reason: Reason) -> Unseated {
    match reason {
        Reason::NoReviewers => Unseated::NoReviewers,
        Reason::AllBarred => Unseated::AllBarred,
        Reason::AllFull => Unseated::AllFull,
    }
}

/// What each reviewer knows, has on their desk, and may take. A round's limit counts its own entries only.
async fn reviewers(
    conn: &mut Conn,
    round: &RoundRow,
    people: impl Iterator<Item = PersonId>,
) -> Result<Vec<assignment::Reviewer<PersonId>>> {
    let knows = all!(
        conn,
        (PersonId, String),
        "SELECT x.person_id, x.category FROM expertise x JOIN memberships m ON m.person_id = x.person_id \
         WHERE m.centre_id = $1 AND m.ended_at IS NULL",
        round.centre_id,
    )?;
    let loads = all!(
        conn,
        (PersonId, bool, i64),
        "SELECT a.reviewer_id, e.round_id = $2, COUNT(*) FROM assignments a JOIN entries e ON e.id = a.entry_id \
         WHERE a.centre_id = $1 AND a.abstained_at IS NULL AND e.state <> 'withdrawn' \
         AND (e.round_id = $2 OR (a.scored_at IS NULL AND e.state = 'in_review')) GROUP BY a.reviewer_id, e.round_id = $2",
        round.centre_id,
        round.id,
    )?;
    let count = |person: PersonId, here: bool| {
        loads
            .iter()
            .filter(|(who, at, _)| *who == person && *at == here)
            .map(|(.., n)| *n as usize)
            .sum::<usize>()
    };
    Ok(people
        .map(|id| {
            let (here, elsewhere) = (count(id, true), count(id, false));
            assignment::Reviewer {
                id,
                expertise: knows
                    .iter()
                    .filter(|(who, _)| *who == id)
                    .map(|(_, word)| word.clone())
                    .collect(),
                load: here + elsewhere,
                cap: round.reviewer_cap.map(|cap| cap as usize + elsewhere),
            }
        })
        .collect())
}

async fn fill(tx: &mut Tx, round: &RoundRow, only: Option<EntryId>) -> Result<Plan> {
    let Planned { shown, mut free } = plan(tx, round, only).await?;
    let mut told: BTreeMap<PersonId, i64> = BTreeMap::new();
    for seat in &shown.seats {
        if let Some((sitting, turns)) = free.get_mut(&seat.entry)
            && !turns.is_empty()
        {
            let turn = turns.remove(0);
            take(
                tx,
                round.centre_id,
                seat.entry,
                *sitting,
                turn,
                seat.reviewer,
            )
            .await?;
            *told.entry(seat.reviewer).or_default() += 1;
        }
    }
    for (person, count) in told {
        tell(tx, round.id, person, count).await?;
    }
    Ok(shown)
}

async fn tell(tx: &mut Tx, round: RoundId, person: PersonId, count: i64) -> Result<()> {
    notices::tell(tx, person, &Notice::ScoringWaits { round, count }).await?;
    Ok(())
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
