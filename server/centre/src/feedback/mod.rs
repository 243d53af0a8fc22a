//! What visitors tell a centre, the answers and their clock, and the improvement register.

mod answer;
mod give;
mod improvements;
mod read;
mod register;

pub use answer::{answer_feedback, reply_by_secret};
pub use give::give_feedback;
pub use improvements::{
    Owner, improvement_place, improvements, owners, publish_improvement, save_improvement,
};
pub use read::{conversation, conversation_by_secret, feedback_place, inbox};
pub use register::register;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Refusal,
    ids::{CentreId, FeedbackId},
    refusal::text,
};
use sha2::{Digest, Sha256};

use crate::{
    Result,
    db::{Conn, maybe, one},
};

/// The stored form of a secret.
fn hashed(secret: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

/// A message of either side: 1–2,000 letters.
fn message(typed: &str) -> Result<String> {
    Ok(text(typed, 1, 2000).map_err(|problem| Refusal::field("text", problem))?)
}

/// Days until the first answer, by the rule of a day, and the rule's source.
async fn clock(conn: &mut Conn, day: NaiveDate) -> Result<(i64, String)> {
    one!(
        conn,
        (i64, String),
        "SELECT days, source FROM answer_clocks WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1",
        day,
    )
}

/// Which centre was told, and until when it owes the first answer.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Told {
    id: FeedbackId,
    centre_id: CentreId,
    due_at: DateTime<Utc>,
    name: String,
    contact: String,
}

async fn by_id(conn: &mut Conn, feedback: FeedbackId) -> Result<Option<Told>> {
    maybe!(
        conn,
        Told,
        "SELECT id, centre_id, due_at, name, contact FROM feedback WHERE id = $1",
        feedback,
    )
}

async fn by_secret(conn: &mut Conn, secret: &str) -> Result<Option<Told>> {
    maybe!(
        conn,
        Told,
        "SELECT id, centre_id, due_at, name, contact FROM feedback WHERE secret_hash = $1",
        hashed(secret),
    )
}

#[cfg(test)]
mod tests;
