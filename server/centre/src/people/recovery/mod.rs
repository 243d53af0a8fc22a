//! The way back in for who forgot the password: a code from the front desk, checked face to face, or a link by e-mail.
//!
//! A new code closes the code before it; links and codes do not disturb each other, so that nobody can void a code that was
//! given face to face. Using one closes all, and so do a changed password, signing out everywhere and a new role.

mod desk;
mod link;

pub use desk::{Account, NewCode, account, make_code};
pub use link::ask_link;
pub(crate) use link::open_link;

use domain::{
    Refusal,
    ids::{CentreId, PersonId, RecoveryId},
    notices::Notice,
    people::{Contact, RecoveryWay},
};

use super::{
    entry, password,
    secrets::{code_as_made, hashed},
    sign_up::{Entered, entered},
};
use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, execute, maybe},
    notices,
};

/// Minutes in which a code from the desk opens the account.
pub const CODE_MINUTES: i64 = 30;
/// Minutes in which a link from a mail does.
pub const LINK_MINUTES: i64 = 60;
/// Wrong codes after which the right one is void too.
pub const CODE_TRIES: i64 = 5;

async fn by_contact(conn: &mut Conn, contact: &Contact) -> Result<Option<(PersonId, String)>> {
    maybe!(
        conn,
        (PersonId, String),
        "SELECT id, name FROM people WHERE (phone = $1 OR email = $1) AND disabled_at IS NULL",
        contact.as_str(),
    )
}

/// Closes every way back in of a person: what a changed password, signing out everywhere and a new role do.
pub(super) async fn close(tx: &mut Tx, person: PersonId) -> Result<()> {
    execute!(tx, "DELETE FROM recoveries WHERE person_id = $1", person)?;
    Ok(())
}

/// What somebody holds who wants back in.
#[derive(Clone, Copy, Debug)]
pub enum RecoveryKey<'a> {
    /// Their number or address, and the code from the desk, as typed.
    Code {
        /// Number or address.
        contact: &'a str,
        /// The code.
        code: &'a str,
    },
    /// The secret of the link.
    Link(&'a str),
}

/// An open way back in.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Open {
    id: RecoveryId,
    person: PersonId,
    way: RecoveryWay,
    centre: Option<CentreId>,
    name: String,
    phone: Option<String>,
    email: Option<String>,
}

/// Sets a new password by a code or a link, once. Every session of the account ends, its devices and passkeys are
/// forgotten, and the person is told. The desk's code also lifts the second step, as the desk has looked at who it is;
/// a link does not.
///
/// # Errors
/// [`Refusal::CodeWrong`] or [`Refusal::LinkSpent`]; [`Refusal::WeakPassword`], after which the code or link still opens.
pub async fn recover(centre: &Centre, key: RecoveryKey<'_>, new: &str) -> Result<Entered> {
    let open = match key {
        RecoveryKey::Code { contact, code } => by_code(centre, contact, code).await?,
        RecoveryKey::Link(secret) => by_link(centre, secret).await?,
    };
    let personal = [open.phone.as_deref(), open.email.as_deref()];
    let [phone, email] = personal.map(Option::unwrap_or_default);
    password::judge(new, &[&open.name, phone, email])?;
    let hash = password::hash(new.to_owned()).await?;
    let person = open.person;
    centre
        .db
        .write((open, hash), |tx, (open, hash)| {
            Box::pin(async move {
                let used = execute!(tx, "DELETE FROM recoveries WHERE id = $1", open.id)?;
                if used == 0 {
                    return Err(spent(open.way).into());
                }
                execute!(
                    tx,
                    "UPDATE people SET password_hash = $1 WHERE id = $2",
                    hash.as_str(),
                    open.person
                )?;
                entry::forget_devices(tx, open.person).await?;
                if open.way == RecoveryWay::Desk {
                    entry::lift(tx, open.person).await?;
                }
                close(tx, open.person).await?;
                notices::tell_at_once(
                    tx,
                    open.person,
                    &Notice::PasswordRecovered { way: open.way },
                )
                .await?;
                audit::note(
                    tx,
                    Some(open.person),
                    open.centre,
                    "RecoverPassword",
                    "person",
                    open.person.0,
                    open.way,
                )
                .await
            })
        })
        .await?;
    entered(centre, person).await
}

fn spent(way: RecoveryWay) -> Refusal {
    match way {
        RecoveryWay::Desk => Refusal::CodeWrong,
        RecoveryWay::Mail => Refusal::LinkSpent,
    }
}

/// The open way behind a link.
async fn by_link(centre: &Centre, secret: &str) -> Result<Open> {
    let mut conn = centre.db.read().await?;
    maybe!(
        conn,
        Open,
        "SELECT r.id, r.person_id AS person, r.way, r.centre_id AS centre, p.name, p.phone, p.email FROM recoveries r \
         JOIN people p ON p.id = r.person_id WHERE r.secret_hash = $1 AND r.way = 'mail' AND r.expires_at > $2 \
         AND p.disabled_at IS NULL",
        hashed(secret),
        centre.clock.now(),
    )?
    .ok_or_else(|| Refusal::LinkSpent.into())
}

/// The open way behind a code. A wrong code counts as a try, and is kept as one though it is refused.
async fn by_code(centre: &Centre, contact: &str, code: &str) -> Result<Open> {
    let Ok(contact) = Contact::parse(contact) else {
        return Err(Refusal::CodeWrong.into());
    };
    let data = (contact, hashed(&code_as_made(code)));
    let found = centre
        .db
        .write(data, |tx, (contact, hash)| {
            Box::pin(async move {
                let now = tx.now();
                let open = maybe!(
                    tx,
                    Open,
                    "SELECT r.id, r.person_id AS person, r.way, r.centre_id AS centre, p.name, p.phone, p.email FROM recoveries r \
                     JOIN people p ON p.id = r.person_id WHERE (p.phone = $1 OR p.email = $1) AND r.secret_hash = $2 \
                     AND r.way = 'desk' AND r.tries < $3 AND r.expires_at > $4 AND p.disabled_at IS NULL",
                    contact.as_str(), hash.as_str(), CODE_TRIES, now,
                )?;
                if open.is_none() {
                    execute!(
                        tx,
                        "UPDATE recoveries SET tries = tries + 1 WHERE way = 'desk' AND person_id IN \
                         (SELECT id FROM people WHERE phone = $1 OR email = $1)",
                        contact.as_str(),
                    )?;
                }
                Ok(open)
            })
        })
        .await?;
    found.ok_or_else(|| Refusal::CodeWrong.into())
}

#[cfg(test)]
mod tests;
