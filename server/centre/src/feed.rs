//! The change feed: which things changed, in commit order. Search, caches and later the phones follow it.

use domain::ids::CentreId;
use uuid::Uuid;

use crate::{
    Db, Result,
    db::{Conn, Tx, all, execute, maybe},
};

/// How far a follower has read. Begins at the start.
///
/// A transaction may take its number early, get its identity late and commit in between others; only the pair grows in
/// the order in which changes become readable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub struct Mark {
    /// The transaction; always 0 on SQLite, which writes one at a time.
    pub tx: i64,
    /// The number.
    pub number: i64,
}

/// One change: the reader looks up what the thing is now.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Change {
    /// Its place in the feed.
    #[sqlx(flatten)]
    pub mark: Mark,
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
/// On PostgreSQL only those below the oldest running transaction: one that commits late is never skipped.
pub async fn after(db: &Db, last: Mark, limit: i64) -> Result<Vec<Change>> {
    let mut conn = db.read().await?;
    let settled = match conn {
        Conn::Sqlite(_) => {
            "SELECT tx, number, entity, entity_id FROM changes WHERE tx >= $1 AND number > $2 \
             ORDER BY number LIMIT $3"
        }
        Conn::Postgres(_) => {
            "SELECT tx, number, entity, entity_id FROM changes WHERE (tx, number) > ($1, $2) \
             AND tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY tx, number LIMIT $3"
        }
    };
    all!(conn, Change, settled, last.tx, last.number, limit)
}

/// The last change that can be read now; the start when there is none.
pub async fn head(db: &Db) -> Result<Mark> {
    let mut conn = db.read().await?;
    let settled = match conn {
        Conn::Sqlite(_) => "SELECT tx, number FROM changes ORDER BY number DESC LIMIT 1",
        Conn::Postgres(_) => {
            "SELECT tx, number FROM changes \
             WHERE tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY tx DESC, number DESC LIMIT 1"
        }
    };
    Ok(maybe!(conn, Mark, settled)?.unwrap_or_default())
}

/// The last change committed so far, whether or not it can be read yet.
pub async fn newest(db: &Db) -> Result<Mark> {
    let mut conn = db.read().await?;
    let row = maybe!(
        conn,
        Mark,
        "SELECT tx, number FROM changes ORDER BY tx DESC, number DESC LIMIT 1"
    )?;
    Ok(row.unwrap_or_default())
}
