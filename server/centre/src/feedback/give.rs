//! Telling a centre what went wrong or could be better.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::Duration;
use domain::{
    Refusal,
    access::Role,
    feedback::{FeedbackForm, Told},
    ids::{CentreId, FeedbackId},
    notices::Notice,
};
use sha2::{Digest, Sha256};

use super::{clock, hashed};
use crate::{
    Centre, Result, audit,
    db::{Tx, execute, maybe},
    notices, places,
};

/// Letters of a form's mark that make it hard to guess.
const LEAST_MARK: usize = 16;

/// Tells the centre with this part of an address, and gives the secret of the link on which the answer is read.
///
/// The link follows from the form's own mark, so the same form sent twice tells once and shows the same link.
pub async fn give_feedback(centre: &Centre, slug: &str, form: &FeedbackForm) -> Result<String> {
    let told = form.check()?;
    let mark = match form.once.trim() {
        mark if mark.len() >= LEAST_MARK => mark.to_owned(),
        _ => BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()),
    };
    centre
        .db
        .write((slug.to_owned(), told, mark), |tx, (slug, told, mark)| {
            Box::pin(async move {
                let found = maybe!(
                    tx,
                    (CentreId,),
                    "SELECT id FROM centres WHERE slug = $1",
                    slug.as_str()
                )?;
                let (here,) = found.ok_or(Refusal::NotFound)?;
                let secret = Sha256::digest(format!("{mark}:{here}"));
                let secret = BASE64_URL_SAFE_NO_PAD.encode(secret);
                keep(tx, here, told, &secret).await?;
                Ok(secret)
            })
        })
        .await
}

async fn keep(tx: &mut Tx, here: CentreId, told: &Told, secret: &str) -> Result<()> {
    let now = tx.now();
    let today = places::zone(tx, here).await?.date(now);
    let (days, _) = clock(tx, today).await?;
    let (id, due) = (FeedbackId::new(), now + Duration::days(days));
    let added = execute!(
        tx,
        "INSERT INTO feedback (id, centre_id, kind, message, name, contact, language, secret_hash, created_at, due_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (secret_hash) DO NOTHING",
        id,
        here,
        told.kind,
        told.text.as_str(),
        told.name.as_str(),
        told.contact.as_str(),
        told.language,
        hashed(secret),
        now,
        due,
    )?;
    if added == 0 {
        return Ok(());
    }
    call(tx, here, id, due).await?;
    let kind = told.kind.as_str();
    audit::note(tx, None, Some(here), "GiveFeedback", "feedback", id.0, kind).await
}

/// Calls those who answer, that is the desk and the manager; who is both is called once.
pub(super) async fn call(
    tx: &mut Tx,
    here: CentreId,
    feedback: FeedbackId,
    due: chrono::DateTime<chrono::Utc>,
) -> Result<()> {
    let notice = Notice::FeedbackCame { feedback, due };
    let mut people = crate::people::holders(tx, here, Role::Manager).await?;
    people.extend(crate::people::holders(tx, here, Role::FrontDesk).await?);
    people.sort();
    people.dedup();
    for (person, _) in people {
        notices::tell(tx, person, &notice).await?;
    }
    Ok(())
}
