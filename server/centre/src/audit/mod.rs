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

/// Notes an act that a permit allowed.
pub async fn did<A: Act>(
    tx: &mut Tx,
    permit: &Permit<A>,
    entity: &str,
    id: Uuid,
    facts: impl Serialize + Send,
) -> Result<()> {
    let centre = permit.place().map(|place| place.centre);
    note(
        tx,
        Some(permit.person()),
        centre,
        permit.kind().name(),
        entity,
        id,
        facts,
    )
    .await
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
