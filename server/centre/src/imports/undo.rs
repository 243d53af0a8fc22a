//! A list is taken back.

use domain::{
    Refusal,
    access::{Permit, act},
    ids::{BusinessId, ImportId, ImportRowId, PersonId},
};

use super::rows;
use crate::{
    Centre, Result, audit,
    db::{Tx, all, execute},
};

/// Files that are closed in one transaction.
const BATCH: i64 = 100;

/// What was taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Files that are gone, with their owners.
    pub gone: i64,
    /// Files that stay, because somebody has worked on them since.
    pub kept: i64,
}

/// Takes back the files that a list has opened. What somebody has worked on since stays: a changed profile, a product, an
/// account, anything in the timeline after the list. The rows stay as they are, mended ones too, and can be applied again.
pub async fn undo(
    centre: &Centre,
    permit: Permit<act::ImportLists>,
    import: ImportId,
) -> Result<Undone> {
    let list = rows::one(centre, &permit, import).await?;
    if list.tally.done == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    let mut undone = Undone::default();
    loop {
        let batch = centre.db.write(import, |tx, import| {
            Box::pin(async move {
                let untouched = all!(
                    tx,
                    (ImportRowId, BusinessId, PersonId),
                    "SELECT r.id, b.id, b.owner_id FROM import_rows r JOIN businesses b ON b.id = r.business_id \
                     JOIN people o ON o.id = b.owner_id WHERE r.import_id = $1 AND b.version = 1 AND o.password_hash IS NULL \
                     AND NOT EXISTS (SELECT 1 FROM products p WHERE p.business_id = b.id) \
                     AND NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.business_id = b.id) \
                     AND NOT EXISTS (SELECT 1 FROM businesses x WHERE x.owner_id = o.id AND x.id <> b.id) \
                     AND (SELECT COUNT(*) FROM timeline t WHERE t.business_id = b.id) = 1 ORDER BY r.place LIMIT $2",
                    *import, BATCH,
                )?;
                for (row, business, owner) in &untouched {
                    close(tx, *row, *business, *owner).await?;
                }
                Ok(untouched.len() as i64)
            })
        });
        let count = batch.await?;
        undone.gone += count;
        if count < BATCH {
            break;
        }
    }
    undone.kept = list.tally.done - undone.gone;
    end(centre, permit, import, undone).await?;
    Ok(undone)
}

async fn end(
    centre: &Centre,
    permit: Permit<act::ImportLists>,
    import: ImportId,
    undone: Undone,
) -> Result<()> {
    let ended = centre
        .db
        .write((permit, import, undone), |tx, (permit, import, undone)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE imports SET undone_at = $1, applied_at = NULL WHERE id = $2",
                    now,
                    *import
                )?;
                audit::did(
                    tx,
                    permit,
                    "import",
                    import.0,
                    ("undone", undone.gone, undone.kept),
                )
                .await
            })
        });
    ended.await
}

async fn close(tx: &mut Tx, row: ImportRowId, business: BusinessId, owner: PersonId) -> Result<()> {
    execute!(
        tx,
        "UPDATE import_rows SET business_id = NULL WHERE id = $1",
        row
    )?;
    // Rows of later lists that repeat it become files of their own, unless they were decided over already.
    execute!(
        tx,
        "UPDATE import_rows SET repeats_business = NULL, verdict = CASE WHEN verdict = 'duplicate' THEN 'import' ELSE verdict END \
         WHERE repeats_business = $1",
        business,
    )?;
    execute!(tx, "DELETE FROM claims WHERE business_id = $1", business)?;
    execute!(tx, "DELETE FROM timeline WHERE business_id = $1", business)?;
    execute!(tx, "DELETE FROM businesses WHERE id = $1", business)?;
    execute!(tx, "DELETE FROM memberships WHERE person_id = $1", owner)?;
    execute!(tx, "DELETE FROM readings WHERE subject_id = $1", owner)?;
    execute!(tx, "DELETE FROM people WHERE id = $1", owner)?;
    Ok(())
}
