//! Notes what happened to a business on its timeline.

use domain::{
    ids::{BusinessId, CentreId, PersonId},
    notices::Notice,
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

/// Tells a person.
pub async fn tell(tx: &mut Tx, person: PersonId, notice: &Notice) -> Result<()> {
    let facts = serde_json::to_value(notice)?;
    let kind = facts["kind"].as_str().unwrap_or_default().to_owned();
    let now = tx.now();
    execute!(
        tx,
        "INSERT INTO notices (id, person_id, kind, facts, created_at) VALUES ($1, $2, $3, $4, $5)",
        uuid::Uuid::now_v7(),
        person,
        kind,
        Json(facts),
        now,
    )?;
    Ok(())
}
