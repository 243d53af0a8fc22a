//! The rooms of a centre.

use domain::{
    Refusal,
    centres::{Room, RoomForm},
    ids::{CentreId, RoomId},
};

use super::{Managing, changes, home};
use crate::{
    Centre, Result,
    db::{Conn, all, execute, maybe},
};

/// The rooms of a centre, by name.
pub(super) async fn of(conn: &mut Conn, centre: CentreId) -> Result<Vec<Room>> {
    let rows = all!(
        conn,
        (RoomId, String, i64),
        "SELECT id, name, seats FROM rooms WHERE centre_id = $1 AND removed_at IS NULL ORDER BY name, id",
        centre,
    )?;
    Ok(rows
        .into_iter()
        .map(|(id, name, seats)| Room { id, name, seats })
        .collect())
}

/// Adds a room, or changes it; the identity is made where the form is opened.
pub async fn save_room(
    centre: &Centre,
    permit: Managing,
    id: RoomId,
    form: &RoomForm,
) -> Result<()> {
    let (name, seats) = form.check()?;
    centre
        .db
        .write((permit, id, name, seats), |tx, (permit, id, name, seats)| {
            Box::pin(async move {
                let (here, now) = (home(permit)?, tx.now());
                let before = maybe!(
                    tx,
                    (CentreId, String, i64),
                    "SELECT centre_id, name, seats FROM rooms WHERE id = $1",
                    *id,
                )?;
                if before.as_ref().is_some_and(|(whose, ..)| *whose != here) {
                    return Err(Refusal::NotFound.into());
                }
                execute!(
                    tx,
                    "INSERT INTO rooms (id, centre_id, name, seats, added_at) VALUES ($1, $2, $3, $4, $5) \
                     ON CONFLICT (id) DO UPDATE SET name = excluded.name, seats = excluded.seats",
                    *id,
                    here,
                    name.as_str(),
                    *seats,
                    now,
                )?;
                let (old_name, old_seats) = before
                    .map(|(_, name, seats)| (name, seats.to_string()))
                    .unwrap_or_default();
                let new_seats = seats.to_string();
                let fields = [
                    ("name", old_name.as_str(), name.as_str()),
                    ("seats", &old_seats, &new_seats),
                ];
                changes::note(tx, permit, "room", id.0, &fields).await
            })
        })
        .await
}
