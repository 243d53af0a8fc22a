//! The link by e-mail.

use chrono::Duration;
use domain::{
    Refusal,
    ids::{PersonId, RecoveryId},
    people::{Contact, RecoveryWay},
    refusal::Problem,
};

use super::{LINK_MINUTES, by_contact};
use crate::{
    Centre, Result, audit,
    db::execute,
    jobs::{self, Job},
    people::secrets::{hashed, new_secret},
};

/// At most one link is mailed in each such part of the clock, however often somebody asks.
const ASK_AGAIN: Duration = Duration::minutes(5);

/// Has a link mailed to the account of this address, if there is one. Whether there is, is not said.
///
/// # Errors
/// [`Refusal::Fields`] for what is no e-mail address: who signs in by phone gets a code from the desk.
pub async fn ask_link(centre: &Centre, contact: &str) -> Result<()> {
    let contact = match Contact::parse(contact) {
        Ok(contact @ Contact::Email(_)) => contact,
        Ok(Contact::Phone(_)) => return Err(Refusal::field("contact", Problem::NotAnEmail).into()),
        Err(problem) => return Err(Refusal::field("contact", problem).into()),
    };
    let mut conn = centre.db.read().await?;
    let Some((person, _)) = by_contact(&mut conn, &contact).await? else {
        return Ok(());
    };
    drop(conn);
    centre
        .db
        .write(person, |tx, person| {
            Box::pin(async move {
                let now = tx.now();
                let slot = now.timestamp() / ASK_AGAIN.num_seconds();
                let once = format!("recover {person} {slot}");
                jobs::enqueue(tx, &Job::MailRecovery { person: *person }, now, Some(&once)).await?;
                audit::note(tx, None, None, "AskLink", "person", person.0, ()).await
            })
        })
        .await
}

/// A fresh link for a person: its secret.
pub(crate) async fn open_link(centre: &Centre, person: PersonId) -> Result<String> {
    let secret = new_secret();
    centre
        .db
        .write((person, hashed(&secret)), |tx, (person, hash)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO recoveries (id, person_id, way, secret_hash, tries, created_at, expires_at) \
                     VALUES ($1, $2, $3, $4, 0, $5, $6)",
                    RecoveryId::new(), *person, RecoveryWay::Mail, hash.as_str(), now, now + Duration::minutes(LINK_MINUTES),
                )?;
                Ok(())
            })
        })
        .await?;
    Ok(secret)
}
