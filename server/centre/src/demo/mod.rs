//! The demo village: three centres, the people who work there and the makers they serve. Made by the same use cases as
//! everybody else's data, so that it can never hold what the product would refuse.

mod makers;
pub mod scale;
mod staff;

use domain::ids::PersonId;

use crate::{Centre, Result, db::one, people};

/// The password of every demo account.
pub const PASSWORD: &str = "benang emas dari sukarara";

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

/// Fills an empty database. Names, places and figures are always the same.
pub async fn seed(centre: &Centre) -> Result<()> {
    let centres = staff::centres(centre).await?;
    staff::join(centre, &centres).await?;
    makers::register(centre).await
}

/// Everybody who can sign in.
pub fn accounts() -> Vec<Account> {
    staff::STAFF
        .iter()
        .map(|one| one.account())
        .chain(makers::MAKERS.iter().map(|one| one.account()))
        .collect()
}

async fn sign_up(centre: &Centre, account: &Account) -> Result<PersonId> {
    let form = people::SignUp {
        name: account.name.into(),
        contact: account.contact.into(),
        password: PASSWORD.into(),
        purposes: domain::people::Purpose::ALL.to_vec(),
        ..people::SignUp::default()
    };
    people::sign_up(centre, &form).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{both_engines, business};

    both_engines! {
        async fn the_village_moves_in_once_and_everybody_can_sign_in(centre) {
            assert!(is_empty(&centre).await.unwrap());
            seed(&centre).await.unwrap();
            assert!(!is_empty(&centre).await.unwrap());
            for account in [&accounts()[0], accounts().last().unwrap()] {
                assert!(people::sign_in(&centre, account.contact, PASSWORD).await.is_ok(), "{}", account.name);
            }
            let siti = people::sign_in(&centre, "siti@plut-ntb.id", PASSWORD).await.unwrap();
            let siti = people::actor(&mut centre.db.read().await.unwrap(), siti).await.unwrap().unwrap();
            let seen = business::list(&centre, &siti, "", 1).await.unwrap();
            assert!(seen.iter().any(|line| line.name == "Tenun Sari Sukarara"));
            assert!(seen.iter().all(|line| line.centre_name == "PLUT NTB"), "a manager's list ends at the centre's door");
        }
    }
}
