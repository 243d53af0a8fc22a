//! The way back in for who forgot the password: a code from the front desk, checked face to face, or a link by e-mail.
//!
//! A new code closes the code before it; links and codes do not disturb each other, so that nobody can void a code that was
//! given face to face. Using one closes all, and so do a changed password, signing out everywhere and a new role.

use chrono::{DateTime, Duration, Utc};
use domain::{
    Refusal,
    access::{Act, Permit, Role, act, may_help_in},
    ids::{CentreId, PersonId, RecoveryId},
    language::Language,
    notices::Notice,
    people::{Contact, IdentityCheck, RecoveryWay},
    refusal::Problem,
};
use rand::seq::IndexedRandom;

use super::{
    invitations::{hashed, new_secret},
    password, readings,
};
use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, all, execute, maybe},
    jobs::{self, Job},
    notices,
};

/// Minutes in which a code from the desk opens the account.
pub const CODE_MINUTES: i64 = 30;
/// Minutes in which a link from a mail does.
pub const LINK_MINUTES: i64 = 60;
/// Wrong codes after which the right one is void too.
pub const CODE_TRIES: i64 = 5;
/// What a code is made of: nothing that is read as something else.
const CODE_LETTERS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters in each half of a code. Of the 30⁸ codes, five are tried.
const HALF: usize = 4;
/// At most one link is mailed in each such part of the clock, however often somebody asks.
const ASK_AGAIN: Duration = Duration::minutes(5);

/// Whose account the desk has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Who.
    pub person: PersonId,
    /// Name, to compare with the identity card.
    pub name: String,
    /// Businesses, to talk about.
    pub businesses: Vec<String>,
}

/// A fresh code. Its row keeps only its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCode {
    /// For whom.
    pub name: String,
    /// `K7QF-3WXA`.
    pub code: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// The account behind a number or address, for the desk of the permit's centre. The person will see that it was read.
///
/// # Errors
/// [`Refusal::NotFound`] unless the person belongs to this centre or to none yet; [`Refusal::HelpedByOthers`] for staff
/// whom this role may not let in.
pub async fn account(
    centre: &Centre,
    permit: &Permit<act::HelpSignIn>,
    contact: &str,
) -> Result<Account> {
    let contact = parsed(contact)?;
    let account = find(&mut centre.db.read().await?, permit, &contact).await?;
    readings::log_reading(centre, permit, account.person, "account").await?;
    Ok(account)
}

fn parsed(contact: &str) -> Result<Contact> {
    Contact::parse(contact).map_err(|problem| Refusal::field("contact", problem).into())
}

/// A role somebody held or holds, and where.
#[derive(sqlx::FromRow)]
struct Held {
    role: Role,
    centre: Option<CentreId>,
    province: Option<String>,
    holds: bool,
}

async fn roles(conn: &mut Conn, person: PersonId) -> Result<Vec<Held>> {
    all!(
        conn,
        Held,
        "SELECT m.role, m.centre_id AS centre, COALESCE(m.province_code, c.province_code) AS province, \
         m.ended_at IS NULL AS holds FROM memberships m LEFT JOIN centres c ON c.id = m.centre_id WHERE m.person_id = $1",
        person,
    )
}

async fn find(
    conn: &mut Conn,
    permit: &Permit<act::HelpSignIn>,
    contact: &Contact,
) -> Result<Account> {
    let Some(place) = permit.place() else {
        return Err(Refusal::NotFound.into());
    };
    let Some((person, name)) = by_contact(conn, contact).await? else {
        return Err(Refusal::NotFound.into());
    };
    let covers = |held: &Held, role: Role| match role {
        Role::ProvinceAdmin => held.province.as_deref() == Some(place.province.0.as_str()),
        _ => held.centre == Some(place.centre),
    };
    // Who works at the desk and leads the centre helps as its leader.
    let helping = roles(conn, permit.person()).await?;
    let helping: Vec<Role> = helping
        .iter()
        .filter(|held| held.holds && act::HelpSignIn::KIND.reach(held.role).is_some())
        .filter(|held| covers(held, held.role))
        .map(|held| held.role)
        .collect();
    // Where all roles have ended, the centre of an ended one still knows the person.
    let all = roles(conn, person).await?;
    let holds_any = all.iter().any(|held| held.holds);
    let mut known = all.iter().filter(|held| held.holds == holds_any);
    let here = known.any(|held| helping.iter().any(|role| covers(held, *role)));
    if !all.is_empty() && !here {
        return Err(Refusal::NotFound.into());
    }
    let held: Vec<Role> = all
        .iter()
        .filter(|held| held.holds)
        .map(|held| held.role)
        .collect();
    if !helping.iter().any(|role| may_help_in(*role, &held)) {
        return Err(Refusal::HelpedByOthers.into());
    }
    let businesses = all!(
        conn,
        (String,),
        "SELECT name FROM businesses WHERE owner_id = $1 AND deleted_at IS NULL ORDER BY name",
        person,
    )?;
    Ok(Account {
        person,
        name,
        businesses: businesses.into_iter().map(|(name,)| name).collect(),
    })
}

async fn by_contact(conn: &mut Conn, contact: &Contact) -> Result<Option<(PersonId, String)>> {
    maybe!(
        conn,
        (PersonId, String),
        "SELECT id, name FROM people WHERE (phone = $1 OR email = $1) AND disabled_at IS NULL",
        contact.as_str(),
    )
}

/// Makes a code for the account, after the desk has looked at who stands before it. Refused as [`account`] is.
pub async fn make_code(
    centre: &Centre,
    permit: Permit<act::HelpSignIn>,
    contact: &str,
    checked: IdentityCheck,
) -> Result<NewCode> {
    let code = new_code();
    let data = (permit, parsed(contact)?, hashed(&code), checked);
    let (name, expires_at) = centre
        .db
        .write(data, |tx, (permit, contact, hash, checked)| {
            Box::pin(async move {
                let Account { person, name, .. } = find(tx, permit, contact).await?;
                let (id, now) = (RecoveryId::new(), tx.now());
                let until = now + Duration::minutes(CODE_MINUTES);
                execute!(tx, "DELETE FROM recoveries WHERE person_id = $1 AND way = 'desk'", person)?;
                execute!(
                    tx,
                    "INSERT INTO recoveries (id, person_id, way, secret_hash, centre_id, made_by, checked, tries, created_at, expires_at) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)",
                    id, person, RecoveryWay::Desk, hash.as_str(), permit.place().map(|place| place.centre), permit.person(),
                    *checked, now, until,
                )?;
                let by = maybe!(tx, (String,), "SELECT name FROM people WHERE id = $1", permit.person())?;
                let by = by.map(|(name,)| name).unwrap_or_default();
                notices::tell_at_once(tx, person, &Notice::CodeMade { by, checked: *checked }).await?;
                audit::did(tx, permit, "person", person.0, checked).await?;
                Ok((name, until))
            })
        })
        .await?;
    Ok(NewCode {
        name,
        code,
        expires_at,
    })
}

/// Closes every way back in of a person: what a changed password, signing out everywhere and a new role do.
pub(super) async fn close(tx: &mut Tx, person: PersonId) -> Result<()> {
    execute!(tx, "DELETE FROM recoveries WHERE person_id = $1", person)?;
    Ok(())
}

fn new_code() -> String {
    let mut rng = rand::rng();
    let mut half = || -> String {
        (0..HALF)
            .filter_map(|_| CODE_LETTERS.choose(&mut rng))
            .map(|letter| char::from(*letter))
            .collect()
    };
    format!("{}-{}", half(), half())
}

/// A code as it was made, however it was typed: `k7qf 3wxa`.
fn code_as_made(typed: &str) -> String {
    let bare: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    match bare.split_at_checked(HALF) {
        Some((first, second)) => format!("{first}-{second}"),
        None => bare,
    }
}

/// Has a link mailed to the account of this address, if there is one. Whether there is, is not said.
///
/// # Errors
/// [`Refusal::Fields`] for what is no e-mail address: who signs in by phone gets a code from the desk.
pub async fn ask_link(centre: &Centre, contact: &str) -> Result<()> {
    let contact = match Contact::parse(contact) {
        Ok(contact @ Contact::Email(_)) => contact,
        Ok(Contact::Phone(_)) => return Err(Refusal::field("contact", Problem::NotAnEmail).into()),
        Err(problem) => return Err(Refusal::field("contact", problem).into()),
    };
    let mut conn = centre.db.read().await?;
    let Some((person, _)) = by_contact(&mut conn, &contact).await? else {
        return Ok(());
    };
    drop(conn);
    centre
        .db
        .write(person, |tx, person| {
            Box::pin(async move {
                let now = tx.now();
                let slot = now.timestamp() / ASK_AGAIN.num_seconds();
                let once = format!("recover {person} {slot}");
                jobs::enqueue(tx, &Job::MailRecovery { person: *person }, now, Some(&once)).await?;
                audit::note(tx, None, None, "AskLink", "person", person.0, ()).await
            })
        })
        .await
}

/// A fresh link for a person: its secret, and where and how to write to them; `None` for who has no address any more.
pub(crate) async fn open_link(
    centre: &Centre,
    person: PersonId,
) -> Result<Option<(String, String, String, Language)>> {
    let mut conn = centre.db.read().await?;
    let reader = maybe!(
        conn,
        (String, String, Language),
        "SELECT name, email, language FROM people WHERE id = $1 AND email IS NOT NULL AND disabled_at IS NULL",
        person,
    )?;
    drop(conn);
    let Some((name, email, language)) = reader else {
        return Ok(None);
    };
    let secret = new_secret();
    centre
        .db
        .write((person, hashed(&secret)), |tx, (person, hash)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO recoveries (id, person_id, way, secret_hash, tries, created_at, expires_at) \
                     VALUES ($1, $2, $3, $4, 0, $5, $6)",
                    RecoveryId::new(), *person, RecoveryWay::Mail, hash.as_str(), now, now + Duration::minutes(LINK_MINUTES),
                )?;
                Ok(())
            })
        })
        .await?;
    Ok(Some((secret, name, email, language)))
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

/// Sets a new password by a code or a link, once. Every session of the account ends, and the person is told.
///
/// # Errors
/// [`Refusal::CodeWrong`] or [`Refusal::LinkSpent`]; [`Refusal::WeakPassword`], after which the code or link still opens.
pub async fn recover(centre: &Centre, key: RecoveryKey<'_>, new: &str) -> Result<PersonId> {
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
                execute!(tx, "DELETE FROM sessions WHERE person_id = $1", open.person)?;
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
    Ok(person)
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
