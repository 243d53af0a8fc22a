//! The timeline: everything that happened to a business, noted in the transaction in which it happened.

use chrono::{DateTime, Utc};
use domain::{
    access::{Permit, act},
    ids::{BusinessId, CentreId, PersonId},
    timeline::{Happening, Point},
};
use uuid::Uuid;

use crate::{
    Centre, Result,
    business::ground,
    db::{Conn, Json, Tx, all, execute},
};

/// Notes what happened. `actor` is `None` when it happened by itself or a visitor did it.
pub async fn note(
    tx: &mut Tx,
    business: BusinessId,
    centre: CentreId,
    actor: Option<PersonId>,
    happening: &Happening,
) -> Result<()> {
    let (now, facts) = (tx.now(), serde_json::to_value(happening)?);
    execute!(
        tx,
        "INSERT INTO timeline (id, business_id, centre_id, actor_id, kind, facts, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Uuid::now_v7(),
        business,
        centre,
        actor,
        facts["kind"].as_str(),
        Json(&facts),
        now,
    )?;
    Ok(())
}

/// What happened to the business of the permit, newest first, at most `limit` points.
pub async fn read(
    centre: &Centre,
    permit: &Permit<act::ReadBusiness>,
    business: BusinessId,
    limit: i64,
) -> Result<Vec<Point>> {
    let mut conn = centre.db.read().await?;
    ground(&mut conn, permit, business).await?;
    of(&mut conn, business, limit).await
}

/// What happened to a business, whoever asks.
pub(crate) async fn of(conn: &mut Conn, business: BusinessId, limit: i64) -> Result<Vec<Point>> {
    let rows = all!(
        conn,
        (Json<Happening>, Option<String>, DateTime<Utc>),
        "SELECT t.facts, p.name, t.at FROM timeline t LEFT JOIN people p ON p.id = t.actor_id \
         WHERE t.business_id = $1 ORDER BY t.at DESC, t.id DESC LIMIT $2",
        business,
        limit,
    )?;
    Ok(rows
        .into_iter()
        .map(|(Json(happening), actor, at)| Point {
            happening,
            actor,
            at,
        })
        .collect())
}
