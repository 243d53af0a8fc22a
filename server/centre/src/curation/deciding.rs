//! Decisions: proposed by the rule, changed by a manager with a reason, looked at together before they are announced.

use std::collections::HashMap;

use domain::{
    Refusal,
    access::{Permit, act},
    curation::{Decision, PendingDecision, ReleasePreview, WEAK_VALUE, decision},
    ids::{EntryId, PersonId, RoundId},
    language::Bilingual,
    refusal::{self, Problem},
    review::{CriterionKind, EntryState, Grade, Move, Right},
};

use crate::{
    Centre, Fault, Result, audit,
    db::{Conn, Tx, all, execute, one},
    review::{self, EntryRow, RoundRow, Scored, Sums, centre_of},
};

/// A round in which decisions may be made now: in its phases, or for entries reviewed once more after an appeal.
async fn deciding(
    tx: &mut Tx,
    permit: &Permit<act::ManageRounds>,
    round: RoundId,
) -> Result<RoundRow> {
    let row = review::find_round(tx, centre_of(permit)?, round).await?;
    let now = tx.now();
    if row.allows(Right::Decide, now) || row.released_at.is_some() {
        Ok(row)
    } else {
        Err(Refusal::RoundClosed {
            opens: Some(row.opens_at),
        }
        .into())
    }
}

/// Whether every gate is met.
fn gates_met(sums: &Sums) -> bool {
    sums.criteria
        .iter()
        .filter(|sum| sum.criterion.kind == CriterionKind::Gate)
        .all(|gate| gate.met())
}

/// What the maker has to mend: gates that are not met, then weighted criteria whose median is weak.
pub(super) fn repairs(sums: &Sums) -> impl Iterator<Item = &domain::review::Summed> {
    let unmet = sums
        .criteria
        .iter()
        .filter(|sum| sum.criterion.kind == CriterionKind::Gate && !sum.met());
    let weak = sums
        .criteria
        .iter()
        .filter(|sum| sum.weighs() && sum.at_most(WEAK_VALUE));
    unmet.chain(weak)
}

/// Prepares the decision of every entry that is scored, as the rule proposes. Says how many; with none there is nothing
/// to do.
pub async fn prepare_decisions(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    round: RoundId,
) -> Result<i64> {
    centre
        .db
        .write((permit, round), |tx, (permit, round)| {
            Box::pin(async move {
                deciding(tx, permit, *round).await?;
                let scored = review::scored(tx, *round, EntryState::Scored).await?;
                if scored.is_empty() {
                    return Err(Refusal::AlreadyDone.into());
                }
                for one in &scored {
                    propose(tx, permit.person(), one).await?;
                }
                audit::did(tx, permit, "round", round.0, ("prepared", scored.len())).await?;
                Ok(scored.len() as i64)
            })
        })
        .await
}

async fn propose(tx: &mut Tx, by: PersonId, one: &Scored) -> Result<()> {
    review::step(tx, one.entry, Move::Decide).await?;
    let (now, proposed) = (tx.now(), decision(one.grade, gates_met(&one.sums)));
    execute!(
        tx,
        "INSERT INTO decisions (entry_id, sitting, proposed, decision, grade, score, spread, reviewers, reason, \
         decided_by, decided_at) VALUES ($1, $2, $3, $3, $4, $5, $6, $7, '', $8, $9)",
        one.entry,
        one.sitting,
        proposed,
        one.grade,
        one.score,
        one.spread,
        one.reviewers,
        by,
        now,
    )?;
    Ok(())
}

/// An entry of the permit's centre, else [`Refusal::NotFound`].
pub(super) async fn of_centre(
    tx: &mut Tx,
    permit: &Permit<act::ManageRounds>,
    id: EntryId,
) -> Result<EntryRow> {
    match review::entry(tx, id).await? {
        Some(entry) if entry.centre_id == centre_of(permit)? => Ok(entry),
        _ => Err(Refusal::NotFound.into()),
    }
}

/// An entry of the permit's centre about which this manager may decide by hand. What the rule decides for all alike,
/// preparing and announcing, asks for no such distance.
async fn to_decide(
    tx: &mut Tx,
    permit: &Permit<act::ManageRounds>,
    id: EntryId,
) -> Result<EntryRow> {
    let entry = of_centre(tx, permit, id).await?;
    if review::in_conflict(tx, permit.person(), entry.business_id).await? {
        return Err(Refusal::ConflictOfInterest.into());
    }
    Ok(entry)
}

/// Changes a prepared decision. Another than the proposed one needs a reason, which the maker reads.
pub async fn decide(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    entry: EntryId,
    decision: Decision,
    reason: String,
) -> Result<()> {
    let reason =
        refusal::text(&reason, 0, 1_000).map_err(|problem| Refusal::field("reason", problem))?;
    centre
        .db
        .write((permit, entry, decision, reason), |tx, (permit, id, decision, reason)| {
            Box::pin(async move {
                let entry = to_decide(tx, permit, *id).await?;
                if entry.state != EntryState::Decided {
                    return Err(Refusal::IllegalMove { from: entry.state }.into());
                }
                let (proposed,) = one!(
                    tx,
                    (Decision,),
                    "SELECT proposed FROM decisions WHERE entry_id = $1 AND sitting = $2",
                    *id,
                    entry.sitting,
                )?;
                if *decision != proposed && reason.chars().count() < 10 {
                    let problem = if reason.is_empty() { Problem::Missing } else { Problem::TooShort { min: 10 } };
                    return Err(Refusal::field("reason", problem).into());
                }
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE decisions SET decision = $1, reason = $2, decided_by = $3, decided_at = $4 \
                     WHERE entry_id = $5 AND sitting = $6",
                    *decision,
                    reason.as_str(),
                    permit.person(),
                    now,
                    *id,
                    entry.sitting,
                )?;
                audit::did(tx, permit, "entry", id.0, ("decided", decision, reason)).await
            })
        })
        .await
}

/// Takes a prepared decision back: curators may correct their scores again.
pub async fn undecide(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    entry: EntryId,
) -> Result<()> {
    centre
        .db
        .write((permit, entry), |tx, (permit, id)| {
            Box::pin(async move {
                let entry = to_decide(tx, permit, *id).await?;
                review::step(tx, *id, Move::Undecide).await?;
                execute!(
                    tx,
                    "DELETE FROM decisions WHERE entry_id = $1 AND sitting = $2 AND released_at IS NULL",
                    *id,
                    entry.sitting,
                )?;
                audit::did(tx, permit, "entry", id.0, "undecided").await
            })
        })
        .await
}

/// Moves an entry that still misses scores to a later round, with its curators and what they saved.
pub async fn carry_over(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    entry: EntryId,
    later: RoundId,
) -> Result<()> {
    centre
        .db
        .write((permit, entry, later), |tx, (permit, id, later)| {
            Box::pin(async move {
                let entry = to_decide(tx, permit, *id).await?;
                let from = review::find_round(tx, entry.centre_id, entry.round_id).await?;
                let to = review::find_round(tx, entry.centre_id, *later).await?;
                let waits = matches!(
                    entry.state,
                    EntryState::Submitted | EntryState::InReview | EntryState::Scored
                );
                if !waits || entry.sitting > 1 {
                    return Err(Refusal::IllegalMove { from: entry.state }.into());
                }
                let now = tx.now();
                let (category,) = one!(
                    tx,
                    (String,),
                    "SELECT category FROM rubrics WHERE id = $1",
                    entry.rubric_id
                )?;
                let fits = to.takes(&category) && to.released_at.is_none() && to.score_until > now;
                if !fits || to.score_until <= from.score_until {
                    return Err(Refusal::field("round", Problem::NotAChoice).into());
                }
                review::move_to(tx, &entry, *later).await?;
                audit::did(
                    tx,
                    permit,
                    "entry",
                    id.0,
                    ("carried over", entry.round_id, later),
                )
                .await
            })
        })
        .await
}

#[derive(sqlx::FromRow)]
struct Prepared {
    entry: EntryId,
    product_name: String,
    business_name: String,
    proposed: Decision,
    decision: Decision,
    reason: String,
    before: Option<Grade>,
}

/// What each maker will get, and what still stops the announcement.
pub async fn preview(
    centre: &Centre,
    permit: &Permit<act::ManageRounds>,
    round: RoundId,
) -> Result<ReleasePreview> {
    let mut conn = centre.db.read().await?;
    review::find_round(&mut conn, centre_of(permit)?, round).await?;
    let (preview, _) = previewed(&mut conn, round).await?;
    Ok(preview)
}

/// The preview, and the scores that its decisions rest on.
pub(super) async fn previewed(
    conn: &mut Conn,
    round: RoundId,
) -> Result<(ReleasePreview, HashMap<EntryId, Scored>)> {
    let rows = all!(
        conn,
        Prepared,
        "SELECT e.id AS entry, p.name AS product_name, b.name AS business_name, d.proposed, d.decision, d.reason, \
         g.grade AS before FROM entries e JOIN decisions d ON d.entry_id = e.id AND d.sitting = e.sitting \
         JOIN products p ON p.id = e.subject_id JOIN businesses b ON b.id = e.business_id \
         LEFT JOIN grades g ON g.product_id = p.id AND g.replaced_at IS NULL \
         WHERE e.round_id = $1 AND e.state = 'decided' ORDER BY e.number",
        round,
    )?;
    let sums: HashMap<EntryId, Scored> = review::scored(conn, round, EntryState::Decided)
        .await?
        .into_iter()
        .map(|scored| (scored.entry, scored))
        .collect();
    let decisions: Result<Vec<PendingDecision>> = rows
        .into_iter()
        .map(|row| Ok(shown(sums.get(&row.entry).ok_or_else(unsummed)?, row)))
        .collect();
    let preview = ReleasePreview {
        decisions: decisions?,
        waiting: waiting(conn, round).await?,
    };
    Ok((preview, sums))
}

/// A decision was prepared and the scores it rests on are gone.
pub(super) fn unsummed() -> Fault {
    Fault::new("a prepared entry without sums")
}

fn shown(scored: &Scored, row: Prepared) -> PendingDecision {
    let title = |sum: &domain::review::Summed| sum.criterion.title.clone();
    let unmet: Vec<Bilingual> = repairs(&scored.sums)
        .filter(|sum| sum.criterion.kind == CriterionKind::Gate)
        .map(title)
        .collect();
    PendingDecision {
        entry: row.entry,
        number: scored.number,
        product_name: row.product_name,
        business_name: row.business_name,
        grade: scored.grade,
        score: scored.score,
        spread: scored.spread,
        reviewers: scored.reviewers,
        proposed: row.proposed,
        decision: row.decision,
        reason: row.reason,
        unmet,
        tasks: repairs(&scored.sums).map(title).collect(),
        before: row.before,
    }
}

/// Entries of a round's first sitting without a decision.
pub(super) async fn waiting(conn: &mut Conn, round: RoundId) -> Result<i64> {
    let (count,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM entries WHERE round_id = $1 AND sitting = 1 AND state IN ('submitted', 'in_review', 'scored')",
        round,
    )?;
    Ok(count)
}
