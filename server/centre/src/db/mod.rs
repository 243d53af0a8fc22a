//! The database: SQLite or PostgreSQL behind one door, one query text for both.
//!
//! Reading: `let mut conn = db.read().await?; all!(conn, Row, "SELECT … $1", id)?`. Writing: `db.write(data, |tx, data| …)`.

mod json;
mod macros;
mod migrate;
mod sql;
mod write;

use std::{str::FromStr, sync::Arc, time::Duration};

use sqlx::{
    Postgres, Sqlite,
    pool::PoolConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::watch;

use crate::{Clock, Fault, Result};

pub use json::Json;
pub(crate) use macros::{all, execute, maybe, one};
pub use sql::Sql;
pub use write::Tx;

/// A handle on the database; cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>, Clock);

struct Inner {
    engine: Engine,
    /// Counts commits of this process; job runner and index wait for it.
    commits: watch::Sender<u64>,
}

enum Engine {
    Sqlite {
        readers: sqlx::SqlitePool,
        writer: write::Writer,
    },
    Postgres {
        pool: sqlx::PgPool,
    },
}

/// A connection of either engine. Queries run on it through `all!`, `one!` and `maybe!`.
pub enum Conn {
    /// SQLite.
    Sqlite(PoolConnection<Sqlite>),
    /// PostgreSQL.
    Postgres(PoolConnection<Postgres>),
}

impl Conn {
    /// Reading queries ask for the connection this way; on a [`Tx`] it is the transaction's.
    #[doc(hidden)]
    pub fn reading(&mut self) -> &mut Conn {
        #[cfg(test)]
        counted::STATEMENTS.with(|count| count.set(count.get() + 1));
        self
    }
}

/// Counts what this thread reads, so that a test can say that a list of a hundred asks no more than a list of one.
#[cfg(test)]
pub(crate) mod counted {
    use std::cell::Cell;

    thread_local! {
        pub(super) static STATEMENTS: Cell<usize> = const { Cell::new(0) };
    }

    /// Statements read on this thread so far.
    pub fn statements() -> usize {
        STATEMENTS.with(Cell::get)
    }
}

impl Db {
    /// Opens `sqlite:PATH` (created when missing) or `postgres://…`. Does not migrate.
    pub async fn open(url: &str, clock: Clock) -> Result<Self> {
        let (commits, _) = watch::channel(0);
        let engine = if url.starts_with("postgres") {
            let options = PgConnectOptions::from_str(url)?;
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(10))
                .connect_with(options)
                .await?;
            Engine::Postgres { pool }
        } else {
            let options = SqliteConnectOptions::from_str(url)?
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .pragma("cache_size", "-4000")
                .statement_cache_capacity(400);
            // The writer comes first: it creates the file, so that the readers find one.
            let writer = SqlitePoolOptions::new()
                .max_connections(1)
                .connect_with(options.clone())
                .await?;
            // A connection to a file does not break by itself, and asking it first would cost as much as a small query.
            let readers = SqlitePoolOptions::new()
                .max_connections(8)
                .test_before_acquire(false)
                .connect_with(options.read_only(true).create_if_missing(false))
                .await?;
            Engine::Sqlite {
                readers,
                writer: write::Writer::start(writer, commits.clone()),
            }
        };
        Ok(Self(Arc::new(Inner { engine, commits }), clock))
    }

    /// The same database, whose writes are dated by another clock.
    pub(crate) fn dated_by(&self, clock: Clock) -> Self {
        Self(self.0.clone(), clock)
    }

    /// A connection for reading.
    pub async fn read(&self) -> Result<Conn> {
        Ok(match &self.0.engine {
            Engine::Sqlite { readers, .. } => Conn::Sqlite(readers.acquire().await?),
            Engine::Postgres { pool } => Conn::Postgres(pool.acquire().await?),
        })
    }

    /// Whether this is the embedded engine, which one process owns.
    pub fn is_embedded(&self) -> bool {
        matches!(self.0.engine, Engine::Sqlite { .. })
    }

    /// A number that grows with every commit of this process.
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.0.commits.subscribe()
    }

    /// Answers a trivial query; `Err` when the database is out of reach.
    pub async fn ping(&self) -> Result<()> {
        let mut conn = self.read().await?;
        let (_one,) = one!(conn, (i64,), "SELECT CAST(1 AS BIGINT)")?;
        Ok(())
    }

    /// Waits for running writes and closes every connection.
    pub async fn close(&self) {
        match &self.0.engine {
            Engine::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Engine::Postgres { pool } => pool.close().await,
        }
    }
}

/// The fault of a task that died.
pub(crate) fn lost(what: &str) -> crate::Error {
    Fault::new(format!("{what} ended unexpectedly")).into()
}

#[cfg(test)]
mod tests;
