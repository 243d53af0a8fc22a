//! Taking a service, a room or a closure away, and putting it back: nothing is deleted.

use domain::{Refusal, centres::Part, ids::CentreId, language::Bilingual};
use uuid::Uuid;

use super::{Managing, changes, home};
use crate::{
    Centre, Result,
    db::{Conn, Json, Tx, all, execute, maybe},
};

/// Takes a part away from the face.
pub async fn take_away(centre: &Centre, permit: Managing, part: Part, id: Uuid) -> Result<()> {
    move_part(centre, permit, part, id, true).await
}

/// Puts a part back that was taken away.
pub async fn put_back(centre: &Centre, permit: Managing, part: Part, id: Uuid) -> Result<()> {
    move_part(centre, permit, part, id, false).await
}

async fn move_part(
    centre: &Centre,
    permit: Managing,
    part: Part,
    id: Uuid,
    away: bool,
) -> Result<()> {
    let data = (permit, part, id, away);
    centre
        .db
        .write(data, |tx, (permit, part, id, away)| {
            Box::pin(async move {
                let here = home(permit)?;
                let (whose, name, is_away) =
                    find(tx, *part, *id).await?.ok_or(Refusal::NotFound)?;
                if whose != here {
                    return Err(Refusal::NotFound.into());
                }
                if is_away == *away {
                    return Err(Refusal::AlreadyDone.into());
                }
                mark(tx, *part, *id, *away).await?;
                let fields = match away {
                    true => [("name_id", name.as_str(), "")],
                    false => [("name_id", "", name.as_str())],
                };
                changes::note(tx, permit, part.as_str(), *id, &fields).await
            })
        })
        .await
}

/// Whose a part is, what it is called, and whether it was taken away.
async fn find(conn: &mut Conn, part: Part, id: Uuid) -> Result<Option<(CentreId, String, bool)>> {
    type Named = (CentreId, Json<Bilingual>, bool);
    let bilingual = |row: Option<Named>| row.map(|(whose, name, away)| (whose, name.0.id, away));
    match part {
        Part::Service => maybe!(
            conn,
            Named,
            "SELECT centre_id, name, removed_at IS NOT NULL FROM services WHERE id = $1",
            id
        )
        .map(bilingual),
        Part::Closure => maybe!(
            conn,
            Named,
            "SELECT centre_id, reason, removed_at IS NOT NULL FROM closures WHERE id = $1",
            id
        )
        .map(bilingual),
        Part::Room => maybe!(
            conn,
            (CentreId, String, bool),
            "SELECT centre_id, name, removed_at IS NOT NULL FROM rooms WHERE id = $1",
            id
        ),
    }
}

async fn mark(tx: &mut Tx, part: Part, id: Uuid, away: bool) -> Result<()> {
    let since = away.then_some(tx.now());
    match part {
        Part::Service => execute!(
            tx,
            "UPDATE services SET removed_at = $1 WHERE id = $2",
            since,
            id
        ),
        Part::Closure => execute!(
            tx,
            "UPDATE closures SET removed_at = $1 WHERE id = $2",
            since,
            id
        ),
        Part::Room => execute!(
            tx,
            "UPDATE rooms SET removed_at = $1 WHERE id = $2",
            since,
            id
        ),
    }
    .map(drop)
}

/// What was taken away and can be put back, the last first.
pub(super) async fn removed(
    conn: &mut Conn,
    centre: CentreId,
) -> Result<Vec<(Part, Uuid, Bilingual)>> {
    let rows = all!(
        conn,
        (Part, Uuid, String),
        "SELECT part, id, name FROM (\
         SELECT 'service' AS part, id, name, removed_at FROM services WHERE centre_id = $1 AND removed_at IS NOT NULL \
         UNION ALL SELECT 'closure', id, reason, removed_at FROM closures WHERE centre_id = $1 AND removed_at IS NOT NULL \
         UNION ALL SELECT 'room', id, name, removed_at FROM rooms WHERE centre_id = $1 AND removed_at IS NOT NULL) gone \
         ORDER BY removed_at DESC, id LIMIT 30",
        centre,
    )?;
    rows.into_iter()
        .map(|(part, id, name)| {
            let name = match part {
                Part::Room => Bilingual::new(name, ""),
                Part::Service | Part::Closure => serde_json::from_str(&name)?,
            };
            Ok((part, id, name))
        })
        .collect()
}
