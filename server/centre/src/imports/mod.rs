//! Lists that offices keep: read, looked at, mended, taken over into business files, and taken back.
//!
//! `lists` understands files and recognises duplicates; here its rows wait in the database until somebody has looked at
//! them. Each row becomes a file of its own in a small transaction, so a list of ten thousand never holds the database, and
//! what broke off goes on where it stood.

mod apply;
mod clerks;
mod known;
mod mend;
mod read;
mod rows;
mod undo;

pub use apply::apply;
pub use clerks::{Clerk, clerks};
pub use known::{KnownBusiness, businesses, gazetteer, import_kbli, kbli};
pub use mend::{mend, settle};
pub use read::{preview, problem};
pub use rows::{PER_PAGE, Page, list, one, row};
pub use undo::{Undone, undo};

#[cfg(test)]
mod tests;
