//! Messages of the product to one person: told in the transaction of what happened, read in the app, mailed by a job.

mod inbox;
mod tell;

pub use inbox::{list, mark_read, unread_count};
pub use tell::tell;
