//! Messages of the product to one person: told in the transaction of what happened, read in the app, mailed by a job.

mod inbox;
mod letter;
mod mail;
mod mailer;
mod outbox;
mod recovery;
mod tell;

pub use inbox::{list, mark_read, unread_count};
pub(crate) use mail::{mail_due, mail_leftovers};
pub use mailer::Mailer;
pub use outbox::outbox;
pub(crate) use recovery::mail_recovery;
pub use tell::tell;
pub(crate) use tell::{tell_at_once, tell_role};

#[cfg(test)]
mod tests;
