//! What was changed on the face: noted field by field, as it stood and as it stands, and read again.

use chrono::{DateTime, Utc};
use domain::{
    access::{Act, Permit},
    centres::{Change, Edit},
    ids::CentreId,
};
use uuid::Uuid;

use crate::{
    Result, audit,
    db::{Conn, Json, Tx, all},
};

/// Changes shown.
const SHOWN: i64 = 20;

/// Notes what differs between two readings of the same fields. Nothing differs, nothing is noted.
pub(crate) async fn note<A: Act>(
    tx: &mut Tx,
    permit: &Permit<A>,
    thing: &str,
    id: Uuid,
    fields: &[(&str, &str, &str)],
) -> Result<()> {
    let edits: Vec<Edit> = fields
        .iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| Edit {
            field: (*field).to_owned(),
            before: (*before).to_owned(),
            after: (*after).to_owned(),
        })
        .collect();
    if edits.is_empty() {
        return Ok(());
    }
    audit::did(tx, permit, thing, id, edits).await
}

/// The last changes of a centre's face, the youngest first.
pub(super) async fn last(conn: &mut Conn, centre: CentreId) -> Result<Vec<Change>> {
    let rows = all!(
        conn,
        (String, DateTime<Utc>, String, Json<Vec<Edit>>),
        "SELECT p.name, a.at, a.entity, a.facts FROM audit a JOIN people p ON p.id = a.actor_id \
         WHERE a.centre_id = $1 AND a.act = 'ManageCentre' ORDER BY a.at DESC, a.id DESC LIMIT $2",
        centre,
        SHOWN,
    )?;
    Ok(rows
        .into_iter()
        .map(|(by, at, thing, Json(edits))| Change {
            by,
            at,
            thing,
            edits,
        })
        .collect())
}
