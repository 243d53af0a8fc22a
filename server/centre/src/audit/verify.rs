//! Whether the record is still what was sealed.

use domain::{
    access::{Permit, act},
    audit::{Break, Verdict},
};
use uuid::Uuid;

use super::seal::{BEGINNING, hash, lines_under};
use crate::{
    Centre, Result,
    db::{all, one},
};

#[derive(sqlx::FromRow)]
struct Seal {
    id: Uuid,
    number: i64,
    previous_hash: String,
    hash: String,
    rows_sealed: i64,
}

/// Looks at every seal and every line under it, of all centres: the chain is one. The first one that does not fit is
/// named.
pub async fn verify(centre: &Centre, _permit: &Permit<act::ReadAudit>) -> Result<Verdict> {
    whole_chain(centre).await
}

pub(super) async fn whole_chain(centre: &Centre) -> Result<Verdict> {
    let mut conn = centre.db.read().await?;
    let seals = all!(
        conn,
        Seal,
        "SELECT id, number, previous_hash, hash, rows_sealed FROM audit_seals ORDER BY number",
    )?;
    let (mut head, mut sealed) = (BEGINNING.to_owned(), 0);
    for (number, seal) in (1..).zip(&seals) {
        let broken = |why| Ok(Verdict::Broken { seal: number, why });
        if seal.number != number || seal.previous_hash != head {
            return broken(Break::SealChanged);
        }
        let lines = lines_under(&mut conn, seal.id).await?;
        let found = lines.len() as i64;
        if found != seal.rows_sealed {
            return broken(Break::LineCount {
                sealed: seal.rows_sealed,
                found,
            });
        }
        if hash(&head, &lines)? != seal.hash {
            return broken(Break::LineChanged);
        }
        head.clone_from(&seal.hash);
        sealed += found;
    }
    let (stray, unsealed) = one!(
        conn,
        (i64, i64),
        "SELECT CAST(COALESCE(SUM(CASE WHEN a.seal_id IS NOT NULL AND s.id IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT), \
         CAST(COALESCE(SUM(CASE WHEN a.seal_id IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT) \
         FROM audit a LEFT JOIN audit_seals s ON s.id = a.seal_id",
    )?;
    let count = seals.len() as i64;
    if stray > 0 {
        return Ok(Verdict::Broken {
            seal: count + 1,
            why: Break::SealGone,
        });
    }
    Ok(Verdict::Whole {
        seals: count,
        sealed,
        unsealed,
        head,
    })
}
