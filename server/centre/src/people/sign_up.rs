//! Opening an account, signing in, and one's own settings.

use std::collections::BTreeSet;

use domain::{
    Refusal,
    access::Actor,
    ids::PersonId,
    language::Language,
    people::{Contact, Myself, Purpose, Settings},
    refusal::{Check, Problem, text},
};
use serde::{Deserialize, Serialize};

use super::{
    consent,
    entry::{self, Browser, Try},
    password,
};
use crate::{
    Centre, Result, audit,
    db::{execute, maybe, one},
};

/// What the sign-up form sends, as typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SignUp {
    /// Name.
    pub name: String,
    /// Phone number or e-mail address.
    pub contact: String,
    /// Password; blanked before a draft is kept.
    pub password: String,
    /// The purposes switched on.
    pub purposes: Vec<Purpose>,
    /// The language of the page.
    pub language: Language,
}

/// Opens an account. Nothing is created unless everything is right.
pub async fn sign_up(centre: &Centre, form: &SignUp) -> Result<PersonId> {
    let mut check = Check::default();
    let name = check.field("name", text(&form.name, 2, 80));
    let contact = check.field("contact", Contact::parse(&form.contact));
    if form.password.is_empty() {
        check.problem("password", Problem::Missing);
    }
    if !form.purposes.contains(&Purpose::Service) {
        check.problem("service", Problem::MustAgree);
    }
    check.done()?;
    let (Some(name), Some(contact)) = (name, contact) else {
        return Err(Refusal::NotFound.into());
    };
    password::judge(&form.password, &[&name, contact.as_str(), &form.contact])?;
    let hash = password::hash(form.password.clone()).await?;
    let purposes: BTreeSet<Purpose> = form.purposes.iter().copied().collect();
    let id = PersonId::new();
    let data = (id, name, contact, hash, purposes, form.language);
    let result = centre
        .db
        .write(data, |tx, (id, name, contact, hash, purposes, language)| {
            Box::pin(async move {
                let (phone, email) = match contact {
                    Contact::Phone(phone) => (Some(phone.as_str()), None),
                    Contact::Email(email) => (None, Some(email.as_str())),
                };
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO people (id, name, phone, email, password_hash, language, mail_digest, quiet_from, quiet_until, created_at) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7, 21, 6, $8)",
                    *id, name.as_str(), phone, email, hash.as_str(), *language, false, now,
                )?;
                for purpose in purposes {
                    consent::give(tx, *id, *purpose).await?;
                }
                audit::note(tx, Some(*id), None, "SignUp", "person", id.0, ()).await
            })
        })
        .await;
    match result {
        Ok(()) => Ok(id),
        Err(error) if error.is_duplicate() => Err(Refusal::ContactTaken.into()),
        Err(error) => Err(error),
    }
}

/// How far somebody got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// All the way.
    In(PersonId),
    /// To the second step, which this person asked for.
    SecondStep(PersonId),
}

/// The person behind a number or address and a password. Which of the two was wrong is not said.
///
/// # Errors
/// [`Refusal::SignInFailed`]; [`Refusal::AccountGuarded`] after too many tries, which is said of accounts that are not
/// there just the same.
pub async fn sign_in(
    centre: &Centre,
    contact: &str,
    password: &str,
    browser: &Browser,
) -> Result<Entered> {
    let Ok(contact) = Contact::parse(contact) else {
        password::fits(password.to_owned(), None).await?;
        return Err(Refusal::SignInFailed.into());
    };
    let mut conn = centre.db.read().await?;
    let found = maybe!(
        conn,
        (PersonId, String),
        "SELECT id, password_hash FROM people WHERE (phone = $1 OR email = $1) AND password_hash IS NOT NULL AND disabled_at IS NULL",
        contact.as_str(),
    )?;
    let (person, stored) = found.unzip();
    let device = match person {
        Some(person) => entry::known(&mut conn, person, browser).await?,
        None => None,
    };
    drop(conn);
    let tried = device.map_or(Try::Stranger(contact.as_str()), Try::Known);
    entry::pass(centre, tried).await?;
    let fits = password::fits(password.to_owned(), stored).await?;
    let Some(person) = person.filter(|_| fits) else {
        return Err(Refusal::SignInFailed.into());
    };
    entry::forgive(centre, tried).await?;
    entered(centre, person).await
}

/// In, or at the second step for who asked for one.
pub(super) async fn entered(centre: &Centre, person: PersonId) -> Result<Entered> {
    let mut conn = centre.db.read().await?;
    let asked = entry::is_asked(&mut conn, person).await?;
    Ok(if asked {
        Entered::SecondStep(person)
    } else {
        Entered::In(person)
    })
}

/// Name, ways to be reached, and settings.
pub async fn myself(centre: &Centre, actor: &Actor) -> Result<Myself> {
    let mut conn = centre.db.read().await?;
    one!(
        conn,
        Myself,
        "SELECT name, phone, email, language, mail_digest, quiet_from, quiet_until FROM people WHERE id = $1",
        actor.person,
    )
}

/// Changes one's own language, digest and quiet hours.
pub async fn update_settings(centre: &Centre, actor: &Actor, settings: Settings) -> Result<()> {
    settings.check()?;
    centre
        .db
        .write((actor.person, settings), |tx, (person, new)| {
            Box::pin(async move {
                execute!(
                    tx,
                    "UPDATE people SET language = $1, mail_digest = $2, quiet_from = $3, quiet_until = $4 WHERE id = $5",
                    new.language, new.mail_digest, new.quiet_from, new.quiet_until, *person,
                )?;
                audit::note(tx, Some(*person), None, "ChangeSettings", "person", person.0, ()).await
            })
        })
        .await
}
