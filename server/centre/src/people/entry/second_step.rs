//! The second step of signing in: a code of six digits from an app (TOTP, RFC 6238), or a spare code from paper.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::Actor,
    ids::{PersonId, SpareCodeId},
    refusal::Problem,
};
use qrcode::{QrCode, render::svg};
use totp_rs::{Builder, Secret, Totp};

use super::tries::{self, Try};
use crate::{
    Centre, Fault, Result, audit,
    db::{Conn, Tx, execute, maybe, one},
    people::{
        password,
        secrets::{code_as_made, hashed, new_code},
    },
};

/// Spare codes that are made at once.
const SPARE_CODES: usize = 10;
/// Who asks, as the app shows it.
const ISSUER: &str = "Naik Kelas";

/// How one's second step stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecondStep {
    /// None is asked.
    Off,
    /// None is asked until a code of the app proves that it has the secret.
    Waiting(NewSecondStep),
    /// It is asked at every sign-in.
    On {
        /// Spare codes that were not used.
        spare_codes: i64,
    },
}

/// What the app needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSecondStep {
    /// The secret in base 32, to type.
    pub secret: String,
    /// The secret as a square to scan (SVG).
    pub square: String,
}

fn place(person: PersonId) -> String {
    format!("second step of {person}")
}

fn totp(secret: Secret, account: &str) -> Result<Totp> {
    // A colon parts issuer and account in the address that the app reads.
    let built = Builder::new()
        .with_secret(secret)
        .with_account_name(account.replace(':', " "))
        .with_issuer(Some(ISSUER))
        .build();
    built.map_err(|error| Fault::new(format!("second step: {error}")).into())
}

fn read_secret(base32: &str) -> Result<Secret> {
    Secret::try_from_base32(base32)
        .map_err(|error| Fault::new(format!("second step: {error}")).into())
}

/// Whether signing in asks the person for a second step.
pub(in crate::people) async fn is_asked(conn: &mut Conn, person: PersonId) -> Result<bool> {
    let found = maybe!(
        conn,
        (PersonId,),
        "SELECT person_id FROM second_steps WHERE person_id = $1 AND confirmed_at IS NOT NULL",
        person,
    )?;
    Ok(found.is_some())
}

/// How one's own stands.
pub async fn second_step(centre: &Centre, actor: &Actor) -> Result<SecondStep> {
    let mut conn = centre.db.read().await?;
    let row = maybe!(
        conn,
        (String, Option<DateTime<Utc>>, i64),
        "SELECT secret, confirmed_at, (SELECT COUNT(*) FROM spare_codes s WHERE s.person_id = t.person_id) \
         FROM second_steps t WHERE person_id = $1",
        actor.person,
    )?;
    drop(conn);
    Ok(match row {
        None => SecondStep::Off,
        Some((_, Some(_), spare_codes)) => SecondStep::On { spare_codes },
        Some((sealed, None, _)) => SecondStep::Waiting(for_app(centre, actor, &sealed)?),
    })
}

/// A sealed secret as the app takes it.
fn for_app(centre: &Centre, actor: &Actor, sealed: &str) -> Result<NewSecondStep> {
    let secret = centre.vault.open(&place(actor.person), sealed)?;
    let address = totp(read_secret(&secret)?, &actor.name)?.to_url();
    let address = address.map_err(|error| Fault::new(format!("second step: {error}")))?;
    let square = QrCode::new(address.as_bytes())
        .map_err(|error| Fault::because("QR code", error))?
        .render::<svg::Color<'_>>()
        .build();
    Ok(NewSecondStep { secret, square })
}

/// Makes a fresh secret for one's app. Nothing is asked until [`confirm_second_step`] has seen a code of it.
///
/// # Errors
/// [`Refusal::AlreadyDone`] while a second step is on.
pub async fn open_second_step(centre: &Centre, actor: &Actor) -> Result<()> {
    let secret = Secret::from(rand::random::<[u8; 20]>()).to_base32();
    let sealed = centre.vault.seal(&place(actor.person), &secret)?;
    centre
        .db
        .write((actor.person, sealed), |tx, (person, sealed)| {
            Box::pin(async move {
                if is_asked(tx, *person).await? {
                    return Err(Refusal::AlreadyDone.into());
                }
                execute!(
                    tx,
                    "INSERT INTO second_steps (person_id, secret, last_step) VALUES ($1, $2, 0) \
                     ON CONFLICT (person_id) DO UPDATE SET secret = $2, last_step = 0",
                    *person,
                    sealed.as_str(),
                )?;
                Ok(())
            })
        })
        .await
}

/// Switches one's second step on, once a code proves that the app has the secret. Says the spare codes, once.
///
/// # Errors
/// [`Refusal::Fields`] (`code`) when the code does not fit; [`Refusal::NotFound`] when none was opened.
pub async fn confirm_second_step(
    centre: &Centre,
    actor: &Actor,
    code: &str,
) -> Result<Vec<String>> {
    let mut conn = centre.db.read().await?;
    let waiting = maybe!(
        conn,
        (String,),
        "SELECT secret FROM second_steps WHERE person_id = $1 AND confirmed_at IS NULL",
        actor.person,
    )?;
    drop(conn);
    let (sealed,) = waiting.ok_or(Refusal::NotFound)?;
    let step = step_of(centre, actor.person, &sealed, code)?
        .ok_or_else(|| Refusal::field("code", Problem::DoesNotMatch))?;
    let spare = fresh_spare_codes();
    centre
        .db
        .write((actor.person, step, spare.clone()), |tx, (person, step, spare)| {
            Box::pin(async move {
                let now = tx.now();
                let confirmed = execute!(
                    tx,
                    "UPDATE second_steps SET confirmed_at = $1, last_step = $2 WHERE person_id = $3 AND confirmed_at IS NULL",
                    now, *step, *person,
                )?;
                if confirmed == 0 {
                    return Err(Refusal::AlreadyDone.into());
                }
                keep_spare_codes(tx, *person, spare).await?;
                audit::note(tx, Some(*person), None, "SecondStepOn", "person", person.0, ()).await
            })
        })
        .await?;
    Ok(spare)
}

/// Fresh spare codes in place of the old ones.
pub async fn new_spare_codes(centre: &Centre, actor: &Actor, typed: &str) -> Result<Vec<String>> {
    ask_password(centre, actor, typed).await?;
    let spare = fresh_spare_codes();
    centre
        .db
        .write((actor.person, spare.clone()), |tx, (person, spare)| {
            Box::pin(async move {
                if !is_asked(tx, *person).await? {
                    return Err(Refusal::NotFound.into());
                }
                keep_spare_codes(tx, *person, spare).await?;
                audit::note(
                    tx,
                    Some(*person),
                    None,
                    "NewSpareCodes",
                    "person",
                    person.0,
                    (),
                )
                .await
            })
        })
        .await?;
    Ok(spare)
}

/// Switches one's second step off. The password is asked, as an open computer must not be enough; not while it waits.
pub async fn end_second_step(centre: &Centre, actor: &Actor, typed: &str) -> Result<()> {
    let asked = is_asked(&mut centre.db.read().await?, actor.person).await?;
    if asked {
        ask_password(centre, actor, typed).await?;
    }
    centre
        .db
        .write((actor.person, asked), |tx, (person, asked)| {
            Box::pin(async move {
                if is_asked(tx, *person).await? != *asked {
                    return Err(Refusal::AlreadyDone.into());
                }
                lift(tx, *person).await?;
                if !*asked {
                    return Ok(());
                }
                audit::note(
                    tx,
                    Some(*person),
                    None,
                    "SecondStepOff",
                    "person",
                    person.0,
                    (),
                )
                .await
            })
        })
        .await
}

/// Takes the second step away: its owner wants none, or lost the app and was recognised face to face.
pub(in crate::people) async fn lift(tx: &mut Tx, person: PersonId) -> Result<()> {
    execute!(tx, "DELETE FROM second_steps WHERE person_id = $1", person)?;
    execute!(tx, "DELETE FROM spare_codes WHERE person_id = $1", person)?;
    Ok(())
}

/// Whether a code of the app, or a spare code, opens for who has passed the first step. Each opens once.
///
/// # Errors
/// [`Refusal::Fields`] (`code`) for a wrong one; [`Refusal::AccountGuarded`] after too many.
pub async fn take_second_step(centre: &Centre, person: PersonId, code: &str) -> Result<()> {
    tries::pass(centre, Try::Code(person)).await?;
    let mut conn = centre.db.read().await?;
    let (sealed,) = maybe!(
        conn,
        (String,),
        "SELECT secret FROM second_steps WHERE person_id = $1 AND confirmed_at IS NOT NULL",
        person,
    )?
    .ok_or(Refusal::SignInFailed)?;
    drop(conn);
    let step = step_of(centre, person, &sealed, code)?;
    let spare = hashed(&code_as_made(code));
    let opened = centre
        .db
        .write((person, step, spare), |tx, (person, step, spare)| {
            Box::pin(async move {
                let opened = match step {
                    Some(step) => execute!(
                        tx,
                        "UPDATE second_steps SET last_step = $1 WHERE person_id = $2 AND last_step < $1",
                        *step, *person,
                    )?,
                    None => execute!(
                        tx,
                        "DELETE FROM spare_codes WHERE person_id = $1 AND code_hash = $2",
                        *person, spare.as_str(),
                    )?,
                };
                if opened > 0 && step.is_none() {
                    audit::note(tx, Some(*person), None, "UseSpareCode", "person", person.0, ()).await?;
                }
                Ok(opened > 0)
            })
        })
        .await?;
    if !opened {
        return Err(Refusal::field("code", Problem::DoesNotMatch).into());
    }
    tries::forgive(centre, Try::Code(person)).await
}

/// The step of time that a code of the app belongs to: the present one, or one beside it for clocks that run wrong.
fn step_of(centre: &Centre, person: PersonId, sealed: &str, code: &str) -> Result<Option<i64>> {
    let secret = read_secret(&centre.vault.open(&place(person), sealed)?)?;
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let now = centre.clock.now().timestamp().unsigned_abs();
    let step = totp(secret, "")?.check(&digits, now);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

fn fresh_spare_codes() -> Vec<String> {
    std::iter::repeat_with(new_code).take(SPARE_CODES).collect()
}

async fn keep_spare_codes(tx: &mut Tx, person: PersonId, codes: &[String]) -> Result<()> {
    execute!(tx, "DELETE FROM spare_codes WHERE person_id = $1", person)?;
    for code in codes {
        execute!(
            tx,
            "INSERT INTO spare_codes (id, person_id, code_hash) VALUES ($1, $2, $3)",
            SpareCodeId::new(),
            person,
            hashed(&code_as_made(code)),
        )?;
    }
    Ok(())
}

async fn ask_password(centre: &Centre, actor: &Actor, typed: &str) -> Result<()> {
    let mut conn = centre.db.read().await?;
    let (stored,) = one!(
        conn,
        (String,),
        "SELECT password_hash FROM people WHERE id = $1",
        actor.person,
    )?;
    drop(conn);
    if password::fits(typed.to_owned(), Some(stored)).await? {
        Ok(())
    } else {
        Err(Refusal::field("password", Problem::DoesNotMatch).into())
    }
}
