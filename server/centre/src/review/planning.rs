//! Automatic assignment: which reviewers the entries of a round lack, and who gets them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    Refusal,
    access::{Permit, act},
    ids::{BusinessId, EntryId, PersonId, RoundId},
    review::{OpenSeat, Plan, PlannedSeat, Right, Unseated},
};
use matchmaker::assignment::{self, Reason};

use super::{
    centre_of, conflicts, entry,
    rounds::{RoundRow, find},
    seats::{curators, take, tell, vacate},
};
use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, all},
};

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
        (EntryId, PersonId, i64, i64, bool, bool),
        "SELECT a.entry_id, a.reviewer_id, a.sitting, a.turn, a.abstained_at IS NULL, a.scored_at IS NOT NULL \
         FROM assignments a JOIN entries e ON e.id = a.entry_id WHERE e.round_id = $1 AND e.state IN ('submitted', 'in_review')",
        round.id,
    )?;
    let names: BTreeMap<PersonId, String> =
        curators(conn, round.centre_id).await?.into_iter().collect();
    let mut barred = conflicts::of_round(conn, round.id).await?;
    let mut had: HashMap<EntryId, BTreeSet<PersonId>> = HashMap::new();
    let mut taken: BTreeSet<(EntryId, i64, i64)> = BTreeSet::new();
    for (entry, person, sitting, turn, live, scored) in seats {
        had.entry(entry).or_default().insert(person);
        // Whoever reviews here no more will not finish what they have begun.
        if live && (scored || names.contains_key(&person)) {
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
            vacate(tx, seat.entry, *sitting, turn).await?;
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
