//! Forgetting what is too old.

use chrono::Duration;

use crate::{Centre, Result, db::execute, people};

/// Finished jobs are kept this long, for questions.
const JOBS_KEPT_DAYS: i64 = 30;

/// Forgets drafts, sessions, tries and ways back in past their time, and jobs done long ago.
pub(super) async fn purge_expired(centre: &Centre) -> Result<()> {
    people::drop_expired_sessions(centre).await?;
    people::drop_old_tries(centre).await?;
    centre
        .db
        .write((), |tx, ()| {
            Box::pin(async move {
                let now = tx.now();
                execute!(tx, "DELETE FROM drafts WHERE expires_at <= $1", now)?;
                execute!(tx, "DELETE FROM recoveries WHERE expires_at <= $1", now)?;
                execute!(
                    tx,
                    "DELETE FROM jobs WHERE done_at <= $1",
                    now - Duration::days(JOBS_KEPT_DAYS)
                )?;
                Ok(())
            })
        })
        .await
}
