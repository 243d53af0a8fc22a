//! Claiming, running, retrying. Several processes may do so on one PostgreSQL.

use std::time::Duration;

use chrono::{DateTime, Duration as Span, Utc};
use domain::{ids::JobId, jobs::ATTEMPTS};

use super::{Job, recurring, work};
use crate::{
    Centre, Error, Result,
    db::{Json, execute, maybe},
    notices::Mailer,
};

/// How long a process may take over one job before another one tries it.
const LEASE_MINUTES: i64 = 10;
/// The runner looks at least this often.
const LOOK: Duration = Duration::from_secs(5);
/// After a commit the runner waits a moment, so that a busy hour does not wake it for each.
const SETTLE: Duration = Duration::from_millis(100);

#[derive(sqlx::FromRow)]
struct Claimed {
    id: JobId,
    payload: Json<serde_json::Value>,
    attempts: i64,
    locked_until: DateTime<Utc>,
}

/// Runs every job that is due, one after the other; says how many were run, whether they succeeded or not.
pub async fn run_due(centre: &Centre, mailer: &Mailer) -> Result<usize> {
    let mut run = 0;
    while any_due(centre).await?
        && let Some(claimed) = claim(centre).await?
    {
        let outcome = attempt(centre, mailer, &claimed).await;
        settle(centre, claimed, outcome).await?;
        run += 1;
    }
    Ok(run)
}

/// Runs jobs until `stop`: after every commit, and every few seconds for those of other processes. A job under way is
/// brought to its end.
pub async fn serve(centre: Centre, mailer: Mailer, stop: impl Future<Output = ()>) {
    let mut commits = centre.db.commits();
    tokio::pin!(stop);
    loop {
        // Before the round: a commit during it must wake the next one.
        commits.borrow_and_update();
        let round = async {
            recurring::ensure(&centre).await?;
            run_due(&centre, &mailer).await
        };
        if let Err(error) = round.await {
            tracing::error!(?error, "jobs");
            tokio::time::sleep(LOOK).await;
        }
        tokio::select! {
            _ = commits.changed() => tokio::time::sleep(SETTLE).await,
            () = tokio::time::sleep(LOOK) => {}
            () = &mut stop => return,
        }
    }
}

/// Asked by reading, so that an idle runner writes nothing.
async fn any_due(centre: &Centre) -> Result<bool> {
    let (now, mut conn) = (centre.clock.now(), centre.db.read().await?);
    let due = maybe!(
        conn,
        (JobId,),
        "SELECT id FROM jobs WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $1 \
         AND (locked_until IS NULL OR locked_until <= $1) LIMIT 1",
        now,
    )?;
    Ok(due.is_some())
}

/// What is told of a job that ended its process each time.
const CUT_OFF: &str = "the process ended while the job ran";

/// Takes the job that waits longest; one whose last attempt was cut off is dead and not taken again. Two equal jobs never run at the same time: they would send the same mail twice.
async fn claim(centre: &Centre) -> Result<Option<Claimed>> {
    centre
        .db
        .write((), |tx, ()| {
            Box::pin(async move {
                let (now, lease) = (tx.now(), tx.now() + Span::minutes(LEASE_MINUTES));
                execute!(
                    tx,
                    "UPDATE jobs SET dead_at = $1, last_error = $2, locked_until = NULL WHERE done_at IS NULL \
                     AND dead_at IS NULL AND attempts >= $3 AND locked_until <= $1",
                    now,
                    CUT_OFF,
                    ATTEMPTS,
                )?;
                maybe!(
                    tx,
                    Claimed,
                    "UPDATE jobs SET locked_until = $2, attempts = attempts + 1 WHERE id = (SELECT w.id FROM jobs w \
                     WHERE w.done_at IS NULL AND w.dead_at IS NULL AND w.run_at <= $1 \
                     AND (w.locked_until IS NULL OR w.locked_until <= $1) AND NOT EXISTS (SELECT 1 FROM jobs o \
                     WHERE o.payload = w.payload AND o.done_at IS NULL AND o.dead_at IS NULL AND o.locked_until > $1) \
                     ORDER BY w.run_at, w.id LIMIT 1) RETURNING id, payload, attempts, locked_until",
                    now,
                    lease,
                )
            })
        })
        .await
}

async fn attempt(centre: &Centre, mailer: &Mailer, claimed: &Claimed) -> Result<()> {
    let job: Job = serde_json::from_value(claimed.payload.0.clone())?;
    let (centre, mailer) = (centre.clone(), mailer.clone());
    // A task of its own, so that a panic is one job's failure and not the runner's end.
    tokio::spawn(async move { work::run(&centre, &mailer, job).await }).await?
}

/// Marks a job as done, to be tried again, or dead; unless its lease ran out and another process has it.
async fn settle(centre: &Centre, claimed: Claimed, outcome: Result<()>) -> Result<()> {
    let failure = outcome.err().map(|error| {
        let text = told(&error);
        tracing::warn!(id = %claimed.id, attempts = claimed.attempts, error = text, "a job failed");
        text
    });
    centre
        .db
        .write((claimed, failure), |tx, (claimed, failure)| {
            Box::pin(async move {
                let now = tx.now();
                let done = failure.is_none().then_some(now);
                let dead = (failure.is_some() && claimed.attempts >= ATTEMPTS).then_some(now);
                execute!(
                    tx,
                    "UPDATE jobs SET done_at = $1, dead_at = $2, last_error = $3, run_at = $4, locked_until = NULL \
                     WHERE id = $5 AND locked_until = $6",
                    done, dead, failure.as_deref(), now + pause(claimed.attempts), claimed.id, claimed.locked_until,
                )?;
                Ok(())
            })
        })
        .await
}

/// 1, 4, 16, 64, 256 minutes after the first, second … failure.
pub(super) fn pause(attempts: i64) -> Span {
    let exponent = u32::try_from(attempts - 1).unwrap_or_default().min(6);
    Span::minutes(4_i64.pow(exponent))
}

/// The error and its causes in one line of at most 500 letters.
fn told(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(next) = cause {
        let more = next.to_string();
        if !text.ends_with(&more) {
            text = format!("{text}: {more}");
        }
        cause = next.source();
    }
    text.chars().take(500).collect()
}
