//! The conversation that follows.

use chrono::Duration;
use domain::{
    Refusal,
    access::{Permit, act},
    ids::{CentreId, FeedbackId, PersonId},
};
use uuid::Uuid;

use super::{by_id, by_secret, give::call, message};
use crate::{
    Centre, Result, audit,
    centres::home,
    db::{Tx, execute, one},
};

/// Messages that who told may add to one conversation in a day.
const A_DAY: i64 = 20;

async fn add(
    tx: &mut Tx,
    feedback: FeedbackId,
    centre: CentreId,
    author: Option<PersonId>,
    text: &str,
) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "INSERT INTO feedback_messages (id, feedback_id, centre_id, from_centre, author_id, text, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Uuid::now_v7(),
        feedback,
        centre,
        author.is_some(),
        author,
        text,
        now,
    )?;
    Ok(())
}

/// The centre's answer. The first one stops the clock.
pub async fn answer_feedback(
    centre: &Centre,
    permit: Permit<act::AnswerFeedback>,
    feedback: FeedbackId,
    typed: &str,
) -> Result<()> {
    let text = message(typed)?;
    centre
        .db
        .write((permit, feedback, text), |tx, (permit, feedback, text)| {
            Box::pin(async move {
                let told = by_id(tx, *feedback).await?.ok_or(Refusal::NotFound)?;
                if told.centre_id != home(permit)? {
                    return Err(Refusal::NotFound.into());
                }
                add(tx, *feedback, told.centre_id, Some(permit.person()), text).await?;
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE feedback SET answered_at = $1 WHERE id = $2 AND answered_at IS NULL",
                    now,
                    *feedback,
                )?;
                audit::did(tx, permit, "feedback", feedback.0, ()).await
            })
        })
        .await
}

/// Who told writes again, known by the secret of the link. At most twenty messages a day.
pub async fn reply_by_secret(centre: &Centre, secret: &str, typed: &str) -> Result<()> {
    let text = message(typed)?;
    centre
        .db
        .write((secret.to_owned(), text), |tx, (secret, text)| {
            Box::pin(async move {
                let told = by_secret(tx, secret).await?.ok_or(Refusal::NotFound)?;
                let since = tx.now() - Duration::days(1);
                let (lately,) = one!(
                    tx,
                    (i64,),
                    "SELECT COUNT(*) FROM feedback_messages WHERE feedback_id = $1 AND from_centre = $2 AND at > $3",
                    told.id,
                    false,
                    since,
                )?;
                if lately >= A_DAY {
                    return Err(Refusal::TooManyTries { wait_seconds: 86_400 }.into());
                }
                add(tx, told.id, told.centre_id, None, text).await?;
                call(tx, told.centre_id, told.id, told.due_at).await?;
                let here = Some(told.centre_id);
                audit::note(tx, None, here, "GiveFeedback", "feedback", told.id.0, ()).await
            })
        })
        .await
}
