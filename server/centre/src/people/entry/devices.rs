//! The browsers somebody signed in with.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::Actor,
    ids::{DeviceId, PersonId},
    notices::Notice,
};

use crate::{
    Centre, Result, audit,
    db::{Conn, all, execute, maybe},
    notices,
    people::secrets::hashed,
};

/// The browser at the other end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// The secret of its long-lived cookie.
    pub token: String,
    /// What it calls itself, in few words: `Chrome, Android`.
    pub name: String,
}

/// How somebody got in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By opening the account.
    SignedUp,
    /// By what was agreed on: password, second step, passkey.
    SignedIn,
    /// By a way back in, of which the owner is told anyway.
    Recovered,
}

/// A browser that signed in to one's account.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Device {
    /// Identity.
    pub id: DeviceId,
    /// What it calls itself.
    pub name: String,
    /// When it first signed in.
    pub first_seen_at: DateTime<Utc>,
    /// When it was last seen, to the day.
    pub last_seen_at: DateTime<Utc>,
    /// Whether it is signed in.
    pub signed_in: bool,
}

/// The device that this browser is for the person, if it signed in to the account before.
pub(in crate::people) async fn known(
    conn: &mut Conn,
    person: PersonId,
    browser: &Browser,
) -> Result<Option<DeviceId>> {
    let found = maybe!(
        conn,
        (DeviceId,),
        "SELECT id FROM devices WHERE person_id = $1 AND token_hash = $2",
        person,
        hashed(&browser.token),
    )?;
    Ok(found.map(|(id,)| id))
}

/// Notes that the person got in with this browser. A browser that never did before is told to the owner at once.
pub async fn arrive(
    centre: &Centre,
    person: PersonId,
    browser: &Browser,
    how: Arrival,
) -> Result<DeviceId> {
    centre
        .db
        .write((person, browser.clone(), how), |tx, (person, browser, how)| {
            Box::pin(async move {
                let now = tx.now();
                if let Some(id) = known(tx, *person, browser).await? {
                    execute!(
                        tx,
                        "UPDATE devices SET name = $1, last_seen_at = $2 WHERE id = $3",
                        browser.name.as_str(), now, id,
                    )?;
                    return Ok(id);
                }
                let id = DeviceId::new();
                execute!(
                    tx,
                    "INSERT INTO devices (id, person_id, token_hash, name, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $4, $5, $6)",
                    id, *person, hashed(&browser.token), browser.name.as_str(), now, now,
                )?;
                if *how == Arrival::SignedIn {
                    let notice = Notice::NewDevice { device: browser.name.clone() };
                    notices::tell_at_once(tx, *person, &notice).await?;
                }
                audit::note(tx, Some(*person), None, "NewDevice", "person", person.0, browser.name.as_str()).await?;
                Ok(id)
            })
        })
        .await
}

/// One's devices, those seen last first.
pub async fn devices(centre: &Centre, actor: &Actor) -> Result<Vec<Device>> {
    let mut conn = centre.db.read().await?;
    all!(
        conn,
        Device,
        "SELECT d.id, d.name, d.first_seen_at, d.last_seen_at, \
         EXISTS (SELECT 1 FROM sessions s WHERE s.device_id = d.id AND s.expires_at > $1) AS signed_in \
         FROM devices d WHERE d.person_id = $2 ORDER BY d.last_seen_at DESC, d.id DESC",
        centre.clock.now(),
        actor.person,
    )
}

/// Signs one of one's devices out and forgets it: signing in with it again is told as new.
pub async fn end_device(centre: &Centre, actor: &Actor, device: DeviceId) -> Result<()> {
    centre
        .db
        .write((actor.person, device), |tx, (person, device)| {
            Box::pin(async move {
                let named = maybe!(
                    tx,
                    (String,),
                    "SELECT name FROM devices WHERE id = $1 AND person_id = $2",
                    *device,
                    *person,
                )?;
                let Some((name,)) = named else {
                    return Err(Refusal::NotFound.into());
                };
                execute!(tx, "DELETE FROM sessions WHERE device_id = $1", *device)?;
                execute!(tx, "DELETE FROM devices WHERE id = $1", *device)?;
                audit::note(
                    tx,
                    Some(*person),
                    None,
                    "EndDevice",
                    "person",
                    person.0,
                    name,
                )
                .await
            })
        })
        .await
}
