//! The change feed: which things changed, in commit order. Search, caches and later the phones follow it.

use domain::ids::CentreId;
use uuid::Uuid;

use crate::{
    Db, Result,
    db::{Conn, Tx, all, execute},
};

/// One change: the reader looks up what the thing is now.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Change {
    /// Its place in the feed.
    pub number: i64,
    /// What kind of thing.
    pub entity: String,
    /// Which.
    pub entity_id: Uuid,
}

/// Notes a change in the same transaction.
pub async fn note(tx: &mut Tx, centre: Option<CentreId>, entity: &str, id: Uuid) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "INSERT INTO changes (centre_id, entity, entity_id, at) VALUES ($1, $2, $3, $4)",
        centre,
        entity,
        id,
        now
    )?;
    Ok(())
}

/// Changes after `last`, oldest first, at most `limit`.
///
/// On PostgreSQL only those below the oldest running transaction: one that took its number early and commits late is
/// never skipped.
pub async fn after(db: &Db, last: i64, limit: i64) -> Result<Vec<Change>> {
    let mut conn = db.read().await?;
    let settled = match conn {
        Conn::Sqlite(_) => {
            "SELECT number, entity, entity_id FROM changes WHERE number > $1 ORDER BY number LIMIT $2"
        }
        Conn::Postgres(_) => {
            "SELECT number, entity, entity_id FROM changes WHERE number > $1 \
             AND tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY number LIMIT $2"
        }
    };
    all!(conn, Change, settled, last, limit)
}
