//! Seals: the hash of a batch of lines and of the seal before it.

use chrono::{DateTime, Utc};
use domain::ids::{CentreId, PersonId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Centre, Result,
    db::{Conn, Tx, all, execute, maybe},
};

/// Lines under one seal, at most.
const BATCH: i64 = 1000;

/// What the first seal has before it.
pub(super) const BEGINNING: &str =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// A line as it is hashed: every column but the seal's own.
#[derive(sqlx::FromRow, serde::Serialize)]
pub(super) struct Line {
    id: Uuid,
    centre_id: Option<CentreId>,
    actor_id: Option<PersonId>,
    act: String,
    entity: String,
    entity_id: String,
    facts: String,
    #[serde(with = "chrono::serde::ts_microseconds")]
    at: DateTime<Utc>,
}

/// Seals every line that is not sealed yet, batch by batch; says how many lines.
pub async fn seal(centre: &Centre) -> Result<u64> {
    let mut sealed = 0;
    loop {
        let batch = centre
            .db
            .write((), |tx, ()| Box::pin(seal_batch(tx)))
            .await?;
        match batch {
            None => return Ok(sealed),
            Some((number, lines, hash)) => {
                // The log is a second place: whoever rewrites the whole chain would have to rewrite it too.
                tracing::info!(number, lines, hash, "audit sealed");
                sealed += lines;
            }
        }
    }
}

async fn seal_batch(tx: &mut Tx) -> Result<Option<(i64, u64, String)>> {
    let lines = all!(
        tx,
        Line,
        "SELECT id, centre_id, actor_id, act, entity, entity_id, facts, at FROM audit WHERE seal_id IS NULL \
         ORDER BY id LIMIT $1",
        BATCH,
    )?;
    let Some(last) = lines.last().map(|line| line.id) else {
        return Ok(None);
    };
    let before = maybe!(
        tx,
        (i64, String),
        "SELECT number, hash FROM audit_seals ORDER BY number DESC LIMIT 1"
    )?;
    let (number, previous) = before.unwrap_or((0, BEGINNING.into()));
    let (id, number, hash, now) = (
        Uuid::now_v7(),
        number + 1,
        hash(&previous, &lines)?,
        tx.now(),
    );
    execute!(
        tx,
        "INSERT INTO audit_seals (id, number, previous_hash, hash, rows_sealed, at) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        number,
        previous,
        hash.as_str(),
        lines.len() as i64,
        now,
    )?;
    let marked = execute!(
        tx,
        "UPDATE audit SET seal_id = $1 WHERE seal_id IS NULL AND id <= $2",
        id,
        last
    )?;
    Ok(Some((number, marked, hash)))
}

/// The lines under a seal, in the order in which they were hashed.
pub(super) async fn lines_under(conn: &mut Conn, seal: Uuid) -> Result<Vec<Line>> {
    all!(
        conn,
        Line,
        "SELECT id, centre_id, actor_id, act, entity, entity_id, facts, at FROM audit WHERE seal_id = $1 ORDER BY id",
        seal,
    )
}

/// SHA-256 over the seal before and each line as JSON, in hexadecimal letters.
pub(super) fn hash(previous: &str, lines: &[Line]) -> Result<String> {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    for line in lines {
        hasher.update("\n");
        hasher.update(serde_json::to_string(line)?);
    }
    Ok(hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
