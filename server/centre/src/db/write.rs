//! Writing has one shape: a re-runnable closure over data, one transaction, an answer after the commit is durable.
//!
//! On SQLite one task runs the closures in turn, a savepoint each, and one COMMIT (one fsync) acknowledges the whole batch.
//! On PostgreSQL each runs in a SERIALIZABLE transaction, again when the database asks for it.

use std::{
    ops::{Deref, DerefMut},
    panic::AssertUnwindSafe,
    sync::Arc,
    time::Duration,
};

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use sqlx::{Connection, Executor};
use tokio::sync::{mpsc, oneshot, watch};

use super::{Conn, Db, Engine, lost};
use crate::{Error, Fault, Result};

/// Closures that one COMMIT acknowledges, at most.
const BATCH: usize = 64;
/// Times PostgreSQL may ask for a transaction again.
const ATTEMPTS: u32 = 12;

/// A transaction: queries of reading run on it too, and `execute!` on nothing else.
pub struct Tx {
    conn: Conn,
    now: DateTime<Utc>,
}

impl Tx {
    /// The moment of this transaction, UTC.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    #[doc(hidden)]
    pub fn writing(&mut self) -> &mut Conn {
        &mut self.conn
    }

    async fn say(&mut self, statement: &'static str) -> Result<()> {
        match &mut self.conn {
            Conn::Sqlite(c) => c.execute(statement).await.map(drop)?,
            Conn::Postgres(c) => c.execute(statement).await.map(drop)?,
        }
        Ok(())
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

/// What a write runs: it may run more than once, so it borrows its data and keeps nothing.
pub type Work<D, T> = for<'t> fn(&'t mut Tx, &'t D) -> BoxFuture<'t, Result<T>>;

impl Db {
    /// Runs `work` in one transaction and answers when its result is durable. Nothing slow belongs inside: no hashing,
    /// no files, no network. The work goes on even if the caller gives up waiting.
    pub async fn write<D, T>(&self, data: D, work: Work<D, T>) -> Result<T>
    where
        D: Send + Sync + 'static,
        T: Send + 'static,
    {
        let now = self.1.now();
        let (reply, answer) = oneshot::channel();
        match &self.0.engine {
            Engine::Sqlite { writer, .. } => {
                let pending = Pending {
                    now,
                    data,
                    work,
                    outcome: None,
                    reply,
                };
                writer
                    .queue
                    .send(Box::new(pending))
                    .await
                    .map_err(|_| lost("the writer"))?;
            }
            Engine::Postgres { pool } => {
                let (pool, commits) = (pool.clone(), self.0.commits.clone());
                tokio::spawn(async move {
                    let result = on_postgres(&pool, now, &data, work).await;
                    commits.send_modify(|count| *count += 1);
                    let _ = reply.send(result);
                });
            }
        }
        answer.await.map_err(|_| lost("a write"))?
    }
}

async fn on_postgres<D, T>(
    pool: &sqlx::PgPool,
    now: DateTime<Utc>,
    data: &D,
    work: Work<D, T>,
) -> Result<T> {
    let mut attempt = 1;
    loop {
        let result = try_on_postgres(pool, now, data, work).await;
        match &result {
            Err(Error::Fault(fault)) if fault.asks_to_retry() && attempt < ATTEMPTS => {
                let pause = rand::random_range(1..(2u64 << attempt.min(7)));
                tokio::time::sleep(Duration::from_millis(pause)).await;
                attempt += 1;
            }
            _ => return result,
        }
    }
}

async fn try_on_postgres<D, T>(
    pool: &sqlx::PgPool,
    now: DateTime<Utc>,
    data: &D,
    work: Work<D, T>,
) -> Result<T> {
    let mut tx = Tx {
        conn: Conn::Postgres(pool.acquire().await?),
        now,
    };
    tx.say("BEGIN ISOLATION LEVEL SERIALIZABLE").await?;
    let result = guarded(work(&mut tx, data)).await;
    match result {
        Ok(value) => tx.say("COMMIT").await.map(|()| value),
        Err(error) => {
            if tx.say("ROLLBACK").await.is_err() {
                // A connection that cannot roll back must not go back to the pool.
                if let Conn::Postgres(c) = tx.conn {
                    let _ = c.detach().close().await;
                }
            }
            Err(error)
        }
    }
}

/// Runs a closure's future; a panic inside becomes a fault, so that the writer outlives it.
async fn guarded<T>(future: BoxFuture<'_, Result<T>>) -> Result<T> {
    AssertUnwindSafe(future)
        .catch_unwind()
        .await
        .unwrap_or_else(|panic| {
            let what = panic
                .downcast_ref::<&str>()
                .map(|s| (*s).to_owned())
                .or_else(|| panic.downcast_ref::<String>().cloned());
            Err(Fault::new(format!("panic in a write: {}", what.unwrap_or_default())).into())
        })
}

/// The one writer of a SQLite database.
pub(super) struct Writer {
    pool: sqlx::SqlitePool,
    queue: mpsc::Sender<Box<dyn Queued>>,
}

/// A write waiting for its turn, its types forgotten.
trait Queued: Send {
    /// Runs it; `true` keeps its changes.
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool>;
    fn now(&self) -> DateTime<Utc>;
    /// Answers the caller, after the COMMIT or instead of it.
    fn answer(self: Box<Self>, failed: Option<Arc<str>>);
}

struct Pending<D, T> {
    now: DateTime<Utc>,
    data: D,
    work: Work<D, T>,
    outcome: Option<Result<T>>,
    reply: oneshot::Sender<Result<T>>,
}

impl<D: Send + Sync, T: Send> Queued for Pending<D, T> {
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool> {
        async move {
            let outcome = guarded((self.work)(tx, &self.data)).await;
            let keep = outcome.is_ok();
            self.outcome = Some(outcome);
            keep
        }
        .boxed()
    }

    fn now(&self) -> DateTime<Utc> {
        self.now
    }

    fn answer(self: Box<Self>, failed: Option<Arc<str>>) {
        let result = match (self.outcome, failed) {
            (Some(Err(error)), _) => Err(error),
            (_, Some(why)) => Err(Fault::new(format!("not saved: {why}")).into()),
            (Some(Ok(value)), None) => Ok(value),
            (None, None) => Err(lost("a write")),
        };
        let _ = self.reply.send(result);
    }
}

impl Writer {
    pub(super) fn start(pool: sqlx::SqlitePool, commits: watch::Sender<u64>) -> Self {
        let (queue, waiting) = mpsc::channel(1024);
        tokio::spawn(serve(pool.clone(), waiting, commits));
        Self { pool, queue }
    }

    pub(super) fn pool(&self) -> &sqlx::SqlitePool {
        &self.pool
    }

    pub(super) async fn close(&self) {
        self.pool.close().await;
    }
}

async fn serve(
    pool: sqlx::SqlitePool,
    mut waiting: mpsc::Receiver<Box<dyn Queued>>,
    commits: watch::Sender<u64>,
) {
    while let Some(first) = waiting.recv().await {
        let mut batch = vec![first];
        while batch.len() < BATCH
            && let Ok(next) = waiting.try_recv()
        {
            batch.push(next);
        }
        let failed = run_batch(&pool, &mut batch)
            .await
            .err()
            .map(|error| Arc::<str>::from(chain(&error)));
        commits.send_modify(|count| *count += 1);
        for queued in batch {
            queued.answer(failed.clone());
        }
    }
}

/// The error and its causes in one line, for the fault's log entry.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        text = format!("{text}: {next}");
        cause = next.source();
    }
    text
}

async fn run_batch(pool: &sqlx::SqlitePool, batch: &mut [Box<dyn Queued>]) -> Result<()> {
    let mut tx = Tx {
        conn: Conn::Sqlite(pool.acquire().await?),
        now: DateTime::UNIX_EPOCH,
    };
    tx.say("BEGIN IMMEDIATE").await?;
    for queued in batch.iter_mut() {
        tx.now = queued.now();
        let result = async {
            tx.say("SAVEPOINT one").await?;
            if !queued.run(&mut tx).await {
                tx.say("ROLLBACK TO one").await?;
            }
            tx.say("RELEASE one").await
        }
        .await;
        if let Err(error) = result {
            return undo(tx, error).await;
        }
    }
    match tx.say("COMMIT").await {
        Ok(()) => Ok(()),
        Err(error) => undo(tx, error).await,
    }
}

/// Rolls back. A connection that cannot is closed: its successor begins clean.
async fn undo(mut tx: Tx, error: Error) -> Result<()> {
    if tx.say("ROLLBACK").await.is_err()
        && let Conn::Sqlite(c) = tx.conn
    {
        let _ = c.detach().close().await;
    }
    Err(error)
}
