//! The rows behind the browser's session cookie.

use chrono::{DateTime, Utc};
use domain::{
    access::Actor,
    ids::{DeviceId, PersonId},
};

use crate::{
    Centre, Result, audit,
    db::{execute, maybe},
};

/// A session as the web layer keeps it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SessionRow {
    /// The cookie's value.
    pub id: String,
    /// Whose, once signed in.
    pub person_id: Option<PersonId>,
    /// With which of their browsers.
    pub device_id: Option<DeviceId>,
    /// The web layer's own data.
    pub data: String,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// A session that has not expired. Never cached: a session ended elsewhere is over at the next request.
pub async fn load_session(centre: &Centre, id: &str) -> Result<Option<SessionRow>> {
    let mut conn = centre.db.read().await?;
    maybe!(
        conn,
        SessionRow,
        "SELECT id, person_id, device_id, data, expires_at FROM sessions WHERE id = $1 AND expires_at > $2",
        id,
        centre.clock.now(),
    )
}

/// Opens a session.
pub async fn open_session(centre: &Centre, row: SessionRow) -> Result<()> {
    centre
        .db
        .write(row, |tx, row| {
            Box::pin(async move {
                execute!(
                    tx,
                    "INSERT INTO sessions (id, person_id, device_id, data, expires_at) VALUES ($1, $2, $3, $4, $5)",
                    row.id.as_str(), row.person_id, row.device_id, row.data.as_str(), row.expires_at,
                )?;
                Ok(())
            })
        })
        .await
}

/// Changes a session. One that was ended meanwhile stays ended.
pub async fn save_session(centre: &Centre, row: SessionRow) -> Result<()> {
    centre
        .db
        .write(row, |tx, row| {
            Box::pin(async move {
                execute!(
                    tx,
                    "UPDATE sessions SET person_id = $1, device_id = $2, data = $3, expires_at = $4 WHERE id = $5",
                    row.person_id, row.device_id, row.data.as_str(), row.expires_at, row.id.as_str(),
                )?;
                // A session is saved once a day while it is used, and that is how fine the list of devices is.
                if let Some(device) = row.device_id {
                    let now = tx.now();
                    execute!(tx, "UPDATE devices SET last_seen_at = $1 WHERE id = $2", now, device)?;
                }
                Ok(())
            })
        })
        .await
}

/// Ends one session.
pub async fn drop_session(centre: &Centre, id: &str) -> Result<()> {
    centre
        .db
        .write(id.to_owned(), |tx, id| {
            Box::pin(async move {
                execute!(tx, "DELETE FROM sessions WHERE id = $1", id.as_str())?;
                Ok(())
            })
        })
        .await
}

/// Ends every session of the person, this one too.
pub async fn sign_out_everywhere(centre: &Centre, actor: &Actor) -> Result<()> {
    centre
        .db
        .write(actor.person, |tx, person| {
            Box::pin(async move {
                execute!(tx, "DELETE FROM sessions WHERE person_id = $1", *person)?;
                super::recovery::close(tx, *person).await?;
                audit::note(
                    tx,
                    Some(*person),
                    None,
                    "SignOutEverywhere",
                    "person",
                    person.0,
                    (),
                )
                .await
            })
        })
        .await
}

/// Forgets sessions that ended; says how many.
pub async fn drop_expired_sessions(centre: &Centre) -> Result<u64> {
    centre
        .db
        .write((), |tx, ()| {
            Box::pin(async move {
                let now = tx.now();
                execute!(tx, "DELETE FROM sessions WHERE expires_at <= $1", now)
            })
        })
        .await
}
