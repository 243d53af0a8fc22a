//! Passwords: judged before they are taken, hashed off the request threads.

use std::sync::LazyLock;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::{
    Refusal,
    access::Actor,
    ids::PersonId,
    people::{LEAST_PASSWORD_SCORE, PasswordAdvice},
    refusal::Problem,
};
use tokio::sync::Semaphore;
use zxcvbn::feedback::{Suggestion, Warning};

use crate::{
    Centre, Fault, Result, audit,
    db::{execute, one},
};

/// Hashes that may run at once: each takes a core and 19 MiB.
static HASHERS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(2));

/// Says why a password is easy to guess; `Ok` when it is not. `personal` is what an acquaintance would try first.
pub fn judge(password: &str, personal: &[&str]) -> std::result::Result<(), Refusal> {
    let mut advice = Vec::new();
    if password.chars().count() < 8 {
        advice.push(PasswordAdvice::TooShort);
    }
    let own = |part: &&str| {
        part.chars().count() >= 3 && password.to_lowercase().contains(&part.to_lowercase())
    };
    if personal
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .any(|part| own(&part))
    {
        advice.push(PasswordAdvice::Personal);
    }
    // Longer ones are not weighed whole: the estimator's time grows with the square of the length.
    let head: String = password.chars().take(72).collect();
    let entropy = zxcvbn::zxcvbn(&head, personal);
    if u8::from(entropy.score()) < LEAST_PASSWORD_SCORE {
        let feedback = entropy.feedback();
        advice.extend(feedback.and_then(|f| f.warning()).map(from_warning));
        if advice.is_empty()
            || feedback.is_some_and(|f| f.suggestions().contains(&Suggestion::AddAnotherWordOrTwo))
        {
            advice.push(PasswordAdvice::AddWords);
        }
    }
    if advice.is_empty() {
        Ok(())
    } else {
        Err(Refusal::WeakPassword(advice))
    }
}

fn from_warning(warning: Warning) -> PasswordAdvice {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess => PasswordAdvice::Keys,
        Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => PasswordAdvice::Repeats,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => PasswordAdvice::Common,
        Warning::SequencesLikeAbcAreEasyToGuess => PasswordAdvice::Sequence,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => {
            PasswordAdvice::Date
        }
        Warning::AWordByItselfIsEasyToGuess => PasswordAdvice::SingleWord,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => PasswordAdvice::Name,
    }
}

/// The PHC string of an Argon2id hash with a fresh salt.
pub(super) async fn hash(password: String) -> Result<String> {
    let _turn = HASHERS
        .acquire()
        .await
        .map_err(|cause| Fault::because("password hashing", cause))?;
    let hash = tokio::task::spawn_blocking(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
    })
    .await?;
    hash.map_err(|error| Fault::new(format!("password hashing: {error}")).into())
}

/// Whether the password fits. Without an account a hash is computed all the same, so that time tells nothing.
pub(super) async fn fits(password: String, stored: Option<String>) -> Result<bool> {
    let Some(stored) = stored else {
        hash(password).await?;
        return Ok(false);
    };
    let _turn = HASHERS
        .acquire()
        .await
        .map_err(|cause| Fault::because("password hashing", cause))?;
    Ok(tokio::task::spawn_blocking(move || {
        PasswordHash::new(&stored).is_ok_and(|stored| {
            Argon2::default()
                .verify_password(password.as_bytes(), &stored)
                .is_ok()
        })
    })
    .await?)
}

/// Changes one's own password and ends every other session.
pub async fn change_password(
    centre: &Centre,
    actor: &Actor,
    old: &str,
    new: &str,
    keep_session: &str,
) -> Result<()> {
    let mut conn = centre.db.read().await?;
    let (stored, phone, email) = one!(
        conn,
        (String, Option<String>, Option<String>),
        "SELECT password_hash, phone, email FROM people WHERE id = $1",
        actor.person,
    )?;
    drop(conn);
    if !fits(old.to_owned(), Some(stored)).await? {
        return Err(Refusal::field("old", Problem::DoesNotMatch).into());
    }
    judge(
        new,
        &[
            &actor.name,
            phone.as_deref().unwrap_or_default(),
            email.as_deref().unwrap_or_default(),
        ],
    )?;
    let hash = hash(new.to_owned()).await?;
    centre
        .db
        .write(
            (actor.person, hash, keep_session.to_owned()),
            |tx, (person, hash, keep)| {
                Box::pin(async move {
                    execute!(
                        tx,
                        "UPDATE people SET password_hash = $1 WHERE id = $2",
                        hash.as_str(),
                        *person
                    )?;
                    execute!(
                        tx,
                        "DELETE FROM sessions WHERE person_id = $1 AND id <> $2",
                        *person,
                        keep.as_str()
                    )?;
                    super::recovery::close(tx, *person).await?;
                    note(tx, *person, "ChangePassword").await
                })
            },
        )
        .await
}

async fn note(tx: &mut crate::db::Tx, person: PersonId, act: &str) -> Result<()> {
    audit::note(tx, Some(person), None, act, "person", person.0, ()).await
}
