//! Mailing the link to somebody who forgot the password. It does not wait for the morning: they are at the door now.

use domain::ids::PersonId;

use super::{letter::way_back, mail::reader, mailer::Mailer};
use crate::{Centre, Fault, Result, people};

/// Makes a link and mails it. Run again, it makes another: the secret is in the mail and nowhere else.
pub(crate) async fn mail_recovery(
    centre: &Centre,
    mailer: &Mailer,
    person: PersonId,
) -> Result<()> {
    let Some(address) = mailer.address() else {
        return Err(Fault::new("no mail server is set, so no link can be mailed").into());
    };
    let reader = reader(&mut centre.db.read().await?, person).await?;
    let Some((name, email, language)) = reader else {
        return Ok(());
    };
    let secret = people::open_link(centre, person).await?;
    let link = format!("{address}/sandi-baru?tautan={secret}");
    let id = format!("recovery-{}", uuid::Uuid::now_v7());
    mailer
        .send(&email, &id, way_back(&name, &link, language))
        .await
}
