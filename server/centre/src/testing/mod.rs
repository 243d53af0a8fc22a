//! Throw-away databases on both engines, for the tests of `centre` and `server`.

pub mod curation;
pub mod village;

use sqlx::{Connection, Executor};

use crate::{Centre, Clock, Db, gallery::Gallery, media::Files};

/// The moment at which every test begins: 24 November 2026, 08.40 WITA.
pub const MORNING: &str = "2026-11-24T00:40:00Z";

/// The typed "no" of what had to be refused.
pub fn refused<T: std::fmt::Debug>(result: crate::Result<T>) -> domain::Refusal {
    match result {
        Err(crate::Error::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// Which database a test runs on.
#[derive(Clone, Copy, Debug)]
pub enum Engine {
    /// A file in a temporary folder.
    Sqlite,
    /// A database of its own in the cluster that `TEST_POSTGRES_URL` names (`make test` starts one).
    Postgres,
}

/// A fresh, migrated centre with a clock that stands still.
///
/// # Panics
/// When the database cannot be made: a test without its database must fail, not be skipped.
pub async fn fresh(engine: Engine) -> Centre {
    let clock = Clock::at(MORNING.parse().expect("a moment"));
    let url = match engine {
        Engine::Sqlite => format!("sqlite:{}", temporary_file()),
        Engine::Postgres => new_database().await,
    };
    let db = Db::open(&url, clock.clone())
        .await
        .expect("the test database opens");
    db.migrate().await.expect("it migrates");
    crate::places::load(&db)
        .await
        .expect("it knows its provinces");
    let gallery = Gallery::start(db.clone(), clock.clone())
        .await
        .expect("the gallery opens");
    let files = temporary_folder().join(uuid::Uuid::now_v7().to_string());
    let files = Files::at(&files).expect("a folder for files");
    Centre {
        db,
        clock,
        files,
        gallery,
        vault: crate::vault::Vault::of([7; 32]),
        passkeys: crate::people::PasskeyMaker::at("http://localhost:3000"),
    }
}

fn temporary_folder() -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("naikkelas-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    folder
}

fn temporary_file() -> String {
    temporary_folder()
        .join(format!("{}.db", uuid::Uuid::now_v7()))
        .display()
        .to_string()
}

async fn new_database() -> String {
    let base = std::env::var("TEST_POSTGRES_URL").expect(
        "TEST_POSTGRES_URL names a PostgreSQL for tests; `make test` starts one and sets it",
    );
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let mut admin = sqlx::PgConnection::connect(&base)
        .await
        .expect("the test cluster answers");
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    admin.execute(create).await.expect("a database of its own");
    let (server, query) = base
        .split_once('?')
        .map_or((base.as_str(), String::new()), |(s, q)| {
            (s, format!("?{q}"))
        });
    let (server, _) = server.rsplit_once('/').expect("a database in the address");
    format!("{server}/{name}{query}")
}

/// Writes a test once and runs it on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($centre:ident) $body:block)*) => {$(
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all of its module's names")]
            use super::*;
            $(#[$meta])*
            async fn story($centre: $crate::Centre) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                story($crate::testing::fresh($crate::testing::Engine::Sqlite).await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                story($crate::testing::fresh($crate::testing::Engine::Postgres).await).await;
            }
        }
    )*};
}
