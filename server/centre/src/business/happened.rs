//! Notes what happened to a business on its timeline.

use domain::{
    ids::{BusinessId, CentreId, PersonId},
    timeline::Happening,
};

use crate::{
    Result,
    db::{Json, Tx, execute},
};

pub async fn note(
    tx: &mut Tx,
    business: BusinessId,
    centre: CentreId,
    actor: Option<PersonId>,
    happening: &Happening,
) -> Result<()> {
    let facts = serde_json::to_value(happening)?;
    let kind = facts["kind"].as_str().unwrap_or_default().to_owned();
    let now = tx.now();
    execute!(
        tx,
        "INSERT INTO timeline (id, business_id, centre_id, actor_id, kind, facts, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        uuid::Uuid::now_v7(),
        business,
        centre,
        actor,
        kind,
        Json(facts),
        now,
    )?;
    Ok(())
}
