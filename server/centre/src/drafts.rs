//! Form input kept after a refusal or a lost connection, so that nothing typed is lost.

use chrono::Duration;
use domain::{
    Refusal,
    ids::{DraftId, PersonId},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Db, Result,
    db::{Json, execute, maybe},
};

/// How long a draft waits for its writer.
pub const KEPT_DAYS: i64 = 30;

/// A draft as a form shows it.
#[derive(Clone, Debug)]
pub struct Draft<T> {
    /// Its identity, carried in the address as `?draf=`.
    pub id: DraftId,
    /// What was typed.
    pub input: T,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
}

/// Keeps the input of `form`; the same identity again replaces it. Secrets must be blanked by the caller.
pub async fn keep<T: Serialize>(
    db: &Db,
    id: DraftId,
    person: Option<PersonId>,
    form: &'static str,
    input: &T,
    refusal: Option<&Refusal>,
) -> Result<()> {
    keep_for(
        db,
        Duration::days(KEPT_DAYS),
        id,
        person,
        form,
        input,
        refusal,
    )
    .await
}

/// Keeps something for a page to show, for so long.
pub async fn keep_for<T: Serialize>(
    db: &Db,
    time: Duration,
    id: DraftId,
    person: Option<PersonId>,
    form: &'static str,
    input: &T,
    refusal: Option<&Refusal>,
) -> Result<()> {
    let input = serde_json::to_string(input)?;
    let refusal = refusal.map(serde_json::to_string).transpose()?;
    let data = (id, person, form, input, refusal, time);
    db.write(data, |tx, (id, person, form, input, refusal, time)| {
        Box::pin(async move {
            let (now, until) = (tx.now(), tx.now() + *time);
            execute!(
                tx,
                "INSERT INTO drafts (id, person_id, form, input, refusal, updated_at, expires_at) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7) \
                 ON CONFLICT (id) DO UPDATE SET input = excluded.input, refusal = excluded.refusal, \
                 updated_at = excluded.updated_at, expires_at = excluded.expires_at",
                *id, *person, *form, input.as_str(), refusal.as_deref(), now, until,
            )?;
            Ok(())
        })
    })
    .await
}

/// The draft of `form`, if it belongs to this person (or to nobody) and has not expired.
pub async fn find<T: DeserializeOwned + Send + Unpin + 'static>(
    db: &Db,
    id: DraftId,
    person: Option<PersonId>,
    form: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<Draft<T>>> {
    let mut conn = db.read().await?;
    let row = maybe!(
        conn,
        (Json<T>, Option<String>),
        "SELECT input, refusal FROM drafts WHERE id = $1 AND form = $2 AND expires_at > $3 AND (person_id IS NULL OR person_id = $4)",
        id,
        form,
        now,
        person,
    )?;
    Ok(match row {
        None => None,
        Some((Json(input), refusal)) => {
            // One of an older version may not be readable; what was typed is.
            let refusal = refusal.and_then(|text| serde_json::from_str(&text).ok());
            Some(Draft { id, input, refusal })
        }
    })
}

/// Forgets a draft whose form was accepted.
pub async fn forget(db: &Db, id: DraftId) -> Result<()> {
    db.write(id, |tx, id| {
        Box::pin(async move {
            execute!(tx, "DELETE FROM drafts WHERE id = $1", *id)?;
            Ok(())
        })
    })
    .await
}
