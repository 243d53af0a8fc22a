//! The notices of one person.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::Actor,
    ids::NoticeId,
    notices::{Notice, Received},
};

use crate::{
    Centre, Result,
    db::{Json, all, execute, one},
};

/// One's own notices, newest first.
pub async fn list(centre: &Centre, actor: &Actor, limit: i64) -> Result<Vec<Received>> {
    let mut conn = centre.db.read().await?;
    let rows = all!(
        conn,
        (NoticeId, Json<Notice>, DateTime<Utc>, Option<DateTime<Utc>>),
        "SELECT id, facts, created_at, read_at FROM notices WHERE person_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2",
        actor.person,
        limit,
    )?;
    Ok(rows
        .into_iter()
        .map(|(id, Json(notice), at, read_at)| Received {
            id,
            notice,
            at,
            read_at,
        })
        .collect())
}

/// How many of one's own notices are not read yet.
pub async fn unread_count(centre: &Centre, actor: &Actor) -> Result<i64> {
    let mut conn = centre.db.read().await?;
    let (count,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM notices WHERE person_id = $1 AND read_at IS NULL",
        actor.person,
    )?;
    Ok(count)
}

/// Marks one of one's own notices as read, or all of them. Reading twice keeps the first time.
pub async fn mark_read(centre: &Centre, actor: &Actor, notice: Option<NoticeId>) -> Result<()> {
    centre
        .db
        .write((actor.person, notice), |tx, (person, notice)| {
            Box::pin(async move {
                let now = tx.now();
                let Some(notice) = notice else {
                    execute!(
                        tx,
                        "UPDATE notices SET read_at = $1 WHERE person_id = $2 AND read_at IS NULL",
                        now, *person,
                    )?;
                    return Ok(());
                };
                let found = execute!(
                    tx,
                    "UPDATE notices SET read_at = COALESCE(read_at, $1) WHERE id = $2 AND person_id = $3",
                    now, *notice, *person,
                )?;
                if found == 0 {
                    return Err(Refusal::NotFound.into());
                }
                Ok(())
            })
        })
        .await
}
