//! Reading the record.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Permit, act},
    audit::Deed,
};

use crate::{Centre, Result, db::all};

#[derive(sqlx::FromRow)]
struct Row {
    actor: Option<String>,
    act: String,
    entity: String,
    entity_id: String,
    at: DateTime<Utc>,
    sealed: bool,
}

/// What was done at the centre of the permit, newest first.
pub async fn recent(
    centre: &Centre,
    permit: &Permit<act::ReadAudit>,
    limit: i64,
) -> Result<Vec<Deed>> {
    let Some(place) = permit.place() else {
        return Err(Refusal::NotFound.into());
    };
    let mut conn = centre.db.read().await?;
    let rows = all!(
        conn,
        Row,
        "SELECT p.name AS actor, a.act, a.entity, a.entity_id, a.at, a.seal_id IS NOT NULL AS sealed FROM audit a \
         LEFT JOIN people p ON p.id = a.actor_id WHERE a.centre_id = $1 ORDER BY a.at DESC, a.id DESC LIMIT $2",
        place.centre,
        limit,
    )?;
    Ok(rows
        .into_iter()
        .map(|row| Deed {
            actor: row.actor,
            act: row.act,
            entity: row.entity,
            entity_id: row.entity_id,
            at: row.at,
            sealed: row.sealed,
        })
        .collect())
}
