//! The use cases of a service centre and the SQL behind them.
//!
//! A feature is a module of verbs (`curation::submit`); its SQL stands in `queries.rs` beside it. What features share
//! (tasks, timeline, review, notices, jobs, feed, media, audit, search, drafts) are modules of their own.

pub mod audit;
pub mod business;
pub mod centres;
pub mod clock;
pub mod curation;
pub mod db;
pub mod demo;
pub mod drafts;
pub mod error;
pub mod feed;
pub mod feedback;
pub mod gallery;
pub mod imports;
pub mod jobs;
pub mod media;
pub mod news;
pub mod notices;
pub mod people;
pub mod places;
pub mod review;
pub mod search;
mod slugs;
pub mod tasks;
pub mod timeline;
pub mod vault;

#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use clock::Clock;
pub use db::Db;
pub use error::{Error, Fault, Result};

/// A centre at work: its database, its clock and where its files lie. Cheap to clone; every use case takes one.
#[derive(Clone)]
pub struct Centre {
    /// The database.
    pub db: Db,
    /// Where time enters.
    pub clock: Clock,
    /// Photos and documents.
    pub files: media::Files,
    /// The gallery's shelves and word index, which follow the database.
    pub gallery: gallery::Gallery,
    /// What seals small secrets.
    pub vault: vault::Vault,
    /// What makes and knows passkeys.
    pub passkeys: people::PasskeyMaker,
}
