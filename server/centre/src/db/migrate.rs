//! Migrations: one text for both engines, and the few files an engine cannot share.

use sqlx::migrate::Migrator;

use super::{Db, Engine};
use crate::Result;

static SHARED: Migrator = sqlx::migrate!("../../migrations");
static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// The shared migrations and the engine's own, in the order of their numbers.
fn migrator(own: &Migrator) -> Migrator {
    let mut all: Vec<_> = SHARED.iter().chain(own.iter()).cloned().collect();
    all.sort_by_key(|migration| migration.version);
    Migrator::with_migrations(all)
}

impl Db {
    /// Brings the schema up to date. Running it again changes nothing.
    pub async fn migrate(&self) -> Result<()> {
        match &self.0.engine {
            Engine::Sqlite { writer, .. } => migrator(&SQLITE).run(writer.pool()).await?,
            Engine::Postgres { pool } => migrator(&POSTGRES).run(pool).await?,
        }
        Ok(())
    }
}
