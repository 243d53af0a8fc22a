//! The conversation that follows.

use chrono::Duration;
use domain::{
    Refusal,
    access::{Permit, Place, act},
    ids::InquiryId,
    notices::Notice,
    refusal::text,
};
use uuid::Uuid;

use super::{by_id, by_secret};
use crate::{
    Centre, Result, audit,
    db::{Tx, execute, one},
    notices,
};

/// Messages a buyer may add to one inquiry in a day.
const A_DAY: i64 = 20;

fn message(typed: &str) -> Result<String> {
    Ok(text(typed, 1, 2000).map_err(|problem| Refusal::field("text", problem))?)
}

async fn add(tx: &mut Tx, inquiry: InquiryId, from_maker: bool, text: &str) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "INSERT INTO inquiry_messages (id, inquiry_id, from_maker, text, at) VALUES ($1, $2, $3, $4, $5)",
        Uuid::now_v7(),
        inquiry,
        from_maker,
        text,
        now,
    )?;
    Ok(())
}

/// The maker's answer.
pub async fn answer_inquiry(
    centre: &Centre,
    permit: Permit<act::AnswerInquiry>,
    inquiry: InquiryId,
    typed: &str,
) -> Result<()> {
    let text = message(typed)?;
    centre
        .db
        .write((permit, inquiry, text), |tx, (permit, inquiry, text)| {
            Box::pin(async move {
                let to = by_id(tx, *inquiry).await?.ok_or(Refusal::NotFound)?;
                let place = Place {
                    owner: Some(to.owner),
                    centre: to.centre,
                    province: to.province,
                };
                if permit.place() != Some(&place) {
                    return Err(Refusal::NotFound.into());
                }
                add(tx, *inquiry, true, text).await?;
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE inquiries SET read_at = COALESCE(read_at, $1) WHERE id = $2",
                    now,
                    *inquiry
                )?;
                audit::did(tx, permit, "inquiry", inquiry.0, ()).await
            })
        })
        .await
}

/// The buyer writes again, known by the secret of the link. At most twenty messages a day.
pub async fn reply_by_secret(centre: &Centre, secret: &str, typed: &str) -> Result<()> {
    let text = message(typed)?;
    centre
        .db
        .write((secret.to_owned(), text), |tx, (secret, text)| {
            Box::pin(async move {
                let to = by_secret(tx, secret).await?.ok_or(Refusal::NotFound)?;
                let since = tx.now() - Duration::days(1);
                let (lately,) = one!(
                    tx,
                    (i64,),
                    "SELECT COUNT(*) FROM inquiry_messages WHERE inquiry_id = $1 AND from_maker = $2 AND at > $3",
                    to.id,
                    false,
                    since,
                )?;
                if lately >= A_DAY {
                    return Err(Refusal::TooManyTries { wait_seconds: 86_400 }.into());
                }
                add(tx, to.id, false, text).await?;
                let notice = Notice::InquiryCame { inquiry: to.id, buyer: to.buyer.clone() };
                notices::tell(tx, to.owner, &notice).await?;
                audit::note(tx, None, Some(to.centre), "Inquire", "inquiry", to.id.0, to.business).await
            })
        })
        .await
}
