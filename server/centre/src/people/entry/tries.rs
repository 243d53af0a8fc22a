//! The limit on tries of one account, or of one browser that signed in to it before.

use chrono::Duration;
use domain::{
    Refusal,
    ids::{DeviceId, PersonId},
};

use crate::{
    Centre, Result,
    db::{execute, maybe},
    people::secrets::hashed,
};

/// Tries in one window. With [`WINDOW`] they make 960 a day; what `zxcvbn` lets through takes a hundred million.
pub const TRIES: i64 = 10;
/// How long a window lasts, from its first try.
pub const WINDOW: Duration = Duration::minutes(15);

/// What is tried.
#[derive(Clone, Copy, Debug)]
pub enum Try<'a> {
    /// A password for this number or address, from a browser that never signed in to it.
    Stranger(&'a str),
    /// A password, from a browser that did.
    Known(DeviceId),
    /// A code of the second step.
    Code(PersonId),
}

impl Try<'_> {
    /// Numbers and addresses are not written down: whoever tries them need not have an account.
    fn subject(self) -> String {
        hashed(&match self {
            Self::Stranger(contact) => format!("contact {contact}"),
            Self::Known(device) => format!("device {device}"),
            Self::Code(person) => format!("code {person}"),
        })
    }
}

/// Counts a try before it is made, so that many at once are not more than the limit.
///
/// # Errors
/// [`Refusal::AccountGuarded`] when the window's tries are used up, whatever would have been tried.
pub async fn pass(centre: &Centre, what: Try<'_>) -> Result<()> {
    centre
        .db
        .write(what.subject(), |tx, subject| {
            Box::pin(async move {
                let now = tx.now();
                let window = maybe!(
                    tx,
                    (i64, chrono::DateTime<chrono::Utc>),
                    "SELECT count, since FROM tries WHERE subject = $1 AND since > $2",
                    subject.as_str(),
                    now - WINDOW,
                )?;
                let (count, since) = window.unwrap_or((0, now));
                if count >= TRIES {
                    let wait = (since + WINDOW - now).num_seconds().max(0).unsigned_abs() + 1;
                    return Err(Refusal::AccountGuarded { wait_seconds: wait }.into());
                }
                execute!(
                    tx,
                    "INSERT INTO tries (subject, count, since) VALUES ($1, $2, $3) \
                     ON CONFLICT (subject) DO UPDATE SET count = $2, since = $3",
                    subject.as_str(),
                    count + 1,
                    since,
                )?;
                Ok(())
            })
        })
        .await
}

/// Forgets the tries once one was right.
pub async fn forgive(centre: &Centre, what: Try<'_>) -> Result<()> {
    centre
        .db
        .write(what.subject(), |tx, subject| {
            Box::pin(async move {
                execute!(tx, "DELETE FROM tries WHERE subject = $1", subject.as_str())?;
                Ok(())
            })
        })
        .await
}

/// Forgets windows that are over.
pub async fn drop_old(centre: &Centre) -> Result<u64> {
    centre
        .db
        .write((), |tx, ()| {
            Box::pin(async move {
                let over = tx.now() - WINDOW;
                execute!(tx, "DELETE FROM tries WHERE since <= $1", over)
            })
        })
        .await
}
