//! The demo village: three centres, the people who work there, the makers they serve, and half a year of curation.
//! Made by the same use cases as everybody else's data, so that it can never hold what the product would refuse.

mod curating;
mod face;
mod makers;
mod market;
mod past;
mod photos;
mod rounds;
pub mod scale;
mod staff;
mod village;

use std::collections::HashMap;

use domain::{
    Refusal,
    access::{Actor, Place},
    ids::PersonId,
};
use futures::{StreamExt, TryStreamExt, stream};

use crate::{
    Centre, Result,
    db::{execute, one},
    notices, people,
};
use past::Past;

/// The password of every demo account.
pub const PASSWORD: &str = "benang emas dari sukarara";

/// Passwords hashed at once.
const AT_ONCE: usize = 4;

/// A demo account, for the list printed at start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Name.
    pub name: &'static str,
    /// What they sign in with.
    pub contact: &'static str,
    /// What they are, in a few words.
    pub part: &'static str,
}

/// Whether nobody and no centre is there yet.
pub async fn is_empty(centre: &Centre) -> Result<bool> {
    let mut conn = centre.db.read().await?;
    let (rows,) = one!(
        conn,
        (i64,),
        "SELECT (SELECT COUNT(*) FROM people) + (SELECT COUNT(*) FROM centres)"
    )?;
    Ok(rows == 0)
}

/// Fills an empty database. Names, places, figures and grades are always the same; dates lie around today.
pub async fn seed(centre: &Centre) -> Result<()> {
    move_in(centre, photos::Look::Photos).await
}

/// Like [`seed`], with a picture of one colour in place of every photo: for tests.
#[cfg(any(test, feature = "testing"))]
pub async fn seed_plain(centre: &Centre) -> Result<()> {
    move_in(centre, photos::Look::Plain).await
}

async fn move_in(centre: &Centre, look: photos::Look) -> Result<()> {
    let past = Past::of(centre);
    past.go(160, 0);
    let album = photos::Album::keep(&past.centre, look).await?;
    let pilots = staff::pilots(&past.centre).await?;
    let folk = Folk::sign_up(&past.centre).await?;
    staff::join(&past.centre, &folk, &pilots).await?;
    let stalls = makers::open(&past, &folk, &album).await?;
    rounds::hold(&past, &folk, &pilots, &stalls).await?;
    market::trade(&past, &folk, &pilots, &stalls).await?;
    face::show(&past, &folk, &pilots, &album).await?;
    never_mail(&past.centre).await
}

/// Everybody who can sign in.
pub fn accounts() -> Vec<Account> {
    let makers = village::makers().unwrap_or_default();
    staff::STAFF
        .iter()
        .map(|one| one.account())
        .chain(makers.iter().map(|one| one.account()))
        .collect()
}

/// Who lives here, by what they sign in with.
struct Folk(HashMap<&'static str, PersonId>);

impl Folk {
    async fn sign_up(centre: &Centre) -> Result<Self> {
        village::makers()?;
        let people = stream::iter(accounts())
            .map(|account| async move {
                let form = people::SignUp {
                    name: account.name.into(),
                    contact: account.contact.into(),
                    password: PASSWORD.into(),
                    purposes: domain::people::Purpose::ALL.to_vec(),
                    ..people::SignUp::default()
                };
                let person = people::sign_up(centre, &form).await?;
                Ok::<_, crate::Error>((account.contact, person))
            })
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
        Ok(Self(people))
    }

    fn person(&self, contact: &str) -> Result<PersonId> {
        Ok(*self.0.get(contact).ok_or(Refusal::NotFound)?)
    }

    /// The person with the roles they hold now.
    async fn actor(&self, centre: &Centre, contact: &str) -> Result<Actor> {
        let mut conn = centre.db.read().await?;
        let actor = people::actor(&mut conn, self.person(contact)?).await?;
        Ok(actor.ok_or(Refusal::NotFound)?)
    }

    /// Everybody has read what they were told so far.
    async fn have_read(&self, centre: &Centre) -> Result<()> {
        for contact in self.0.keys() {
            let actor = self.actor(centre, contact).await?;
            notices::mark_read(centre, &actor, None).await?;
        }
        Ok(())
    }
}

/// A centre of the village.
struct Pilot {
    place: Place,
    manager: &'static str,
}

/// The addresses are invented: nothing that happened before today is mailed to anybody.
async fn never_mail(centre: &Centre) -> Result<()> {
    centre
        .db
        .write((), |tx, ()| {
            Box::pin(async move {
                execute!(tx, "UPDATE notices SET mail_due_at = NULL")?;
                execute!(tx, "DELETE FROM jobs WHERE kind = 'mail_notices'")?;
                Ok(())
            })
        })
        .await
}

#[cfg(test)]
mod tests;
