//! Whom a reviewer must not judge, and what they know about.

use std::collections::{BTreeSet, HashMap};

use domain::{
    Refusal,
    access::{Permit, Role, act},
    ids::{AssignmentId, BusinessId, CentreId, EntryId, PersonId, RoundId},
    refusal::Problem,
    review::AbstainReason,
};

use super::{centre_of, stepping_back};
use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, all, execute, maybe},
};

/// Everybody who must not judge the entries of a round, business by business. The view `barred` says who and why.
pub(crate) async fn of_round(
    conn: &mut Conn,
    round: RoundId,
) -> Result<HashMap<BusinessId, BTreeSet<PersonId>>> {
    let rows = all!(
        conn,
        (BusinessId, PersonId),
        "SELECT business_id, person_id FROM barred \
         WHERE business_id IN (SELECT business_id FROM entries WHERE round_id = $1)",
        round,
    )?;
    let mut out: HashMap<BusinessId, BTreeSet<PersonId>> = HashMap::new();
    for (business, person) in rows {
        out.entry(business).or_default().insert(person);
    }
    Ok(out)
}

/// Whether a person must not judge a business.
pub(crate) async fn in_conflict(
    conn: &mut Conn,
    person: PersonId,
    business: BusinessId,
) -> Result<bool> {
    let row = maybe!(
        conn,
        (PersonId,),
        "SELECT person_id FROM barred WHERE business_id = $1 AND person_id = $2 LIMIT 1",
        business,
        person,
    )?;
    Ok(row.is_some())
}

/// Notes that a person said they are not free to judge a business. Saying it again changes nothing.
pub(super) async fn declare(tx: &mut Tx, person: PersonId, business: BusinessId) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "INSERT INTO conflicts (person_id, business_id, kind, since) VALUES ($1, $2, 'declared', $3) \
         ON CONFLICT (person_id, business_id, kind) DO NOTHING",
        person,
        business,
        now,
    )?;
    Ok(())
}

/// A reviewer declares a conflict with a business. Their unfinished entries of it go to others.
pub async fn declare_conflict(
    centre: &Centre,
    permit: Permit<act::ScoreEntry>,
    business: BusinessId,
) -> Result<()> {
    centre
        .db
        .write((permit, business), |tx, (permit, business)| {
            Box::pin(async move {
                let known = maybe!(
                    tx,
                    (CentreId,),
                    "SELECT b.centre_id FROM businesses b JOIN memberships m ON m.centre_id = b.centre_id \
                     WHERE b.id = $1 AND m.person_id = $2 AND m.role = $3 AND m.ended_at IS NULL AND b.deleted_at IS NULL",
                    *business,
                    permit.person(),
                    Role::Curator,
                )?;
                let Some((centre,)) = known else {
                    return Err(Refusal::NotFound.into());
                };
                declare(tx, permit.person(), *business).await?;
                let open = all!(
                    tx,
                    (AssignmentId, EntryId),
                    "SELECT a.id, e.id FROM assignments a JOIN entries e ON e.id = a.entry_id \
                     WHERE a.reviewer_id = $1 AND e.business_id = $2 AND a.scored_at IS NULL AND a.abstained_at IS NULL \
                     AND e.state IN ('submitted', 'in_review', 'scored')",
                    permit.person(),
                    *business,
                )?;
                for (assignment, entry) in open {
                    stepping_back::leave(tx, assignment, entry, AbstainReason::Conflict, "").await?;
                }
                audit::did_at(tx, permit, centre, "conflict", business.0, "declared").await
            })
        })
        .await
}

/// What a reviewer of the permit's centre knows about: words of the feature that uses it.
pub async fn set_expertise(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    person: PersonId,
    categories: Vec<String>,
) -> Result<()> {
    if categories.iter().any(|word| word.trim().is_empty()) {
        return Err(Refusal::field("categories", Problem::NotAChoice).into());
    }
    centre
        .db
        .write((permit, person, categories), |tx, (permit, person, categories)| {
            Box::pin(async move {
                let here = maybe!(
                    tx,
                    (PersonId,),
                    "SELECT person_id FROM memberships WHERE person_id = $1 AND centre_id = $2 AND role = $3 \
                     AND ended_at IS NULL",
                    *person,
                    centre_of(permit)?,
                    Role::Curator,
                )?;
                if here.is_none() {
                    return Err(Refusal::NotFound.into());
                }
                execute!(tx, "DELETE FROM expertise WHERE person_id = $1", *person)?;
                for category in categories {
                    execute!(
                        tx,
                        "INSERT INTO expertise (person_id, category) VALUES ($1, $2) \
                         ON CONFLICT (person_id, category) DO NOTHING",
                        *person,
                        category.as_str(),
                    )?;
                }
                audit::did(tx, permit, "expertise", person.0, categories).await
            })
        })
        .await
}
