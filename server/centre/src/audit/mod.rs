//! Who did what, when: plain rows in the transaction of the change. A job seals them in batches into a hash chain.

mod recent;
mod seal;
mod verify;

pub use recent::recent;
pub use seal::seal;
pub use verify::verify;

use domain::{
    access::{Act, Permit},
    ids::{CentreId, PersonId},
};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    Result,
    db::{Json, Tx, execute},
};

/// Notes an act that a permit allowed, at the centre of the permit.
pub async fn did<A: Act>(
    tx: &mut Tx,
    permit: &Permit<A>,
    entity: &str,
    id: Uuid,
    facts: impl Serialize + Send,
) -> Result<()> {
    let centre = permit.place().map(|place| place.centre);
    allowed(tx, permit, centre, entity, id, facts).await
}

/// Notes an act on one's own thing at the centre that keeps it: a permit for one's own names no place.
pub async fn did_at<A: Act>(
    tx: &mut Tx,
    permit: &Permit<A>,
    centre: CentreId,
    entity: &str,
    id: Uuid,
    facts: impl Serialize + Send,
) -> Result<()> {
    allowed(tx, permit, Some(centre), entity, id, facts).await
}

async fn allowed<A: Act>(
    tx: &mut Tx,
    permit: &Permit<A>,
    centre: Option<CentreId>,
    entity: &str,
    id: Uuid,
    facts: impl Serialize + Send,
) -> Result<()> {
    let (person, act) = (permit.person(), permit.kind().name());
    note(tx, Some(person), centre, act, entity, id, facts).await
}

/// Notes an act that needs no permit, such as signing up.
pub async fn note(
    tx: &mut Tx,
    actor: Option<PersonId>,
    centre: Option<CentreId>,
    act: &str,
    entity: &str,
    id: Uuid,
    facts: impl Serialize + Send,
) -> Result<()> {
    let (now, facts) = (tx.now(), Json(serde_json::to_value(facts)?));
    execute!(
        tx,
        "INSERT INTO audit (id, centre_id, actor_id, act, entity, entity_id, facts, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::now_v7(),
        centre,
        actor,
        act,
        entity,
        id.to_string(),
        facts,
        now,
    )?;
    Ok(())
}

#[cfg(test)]
mod tests;
