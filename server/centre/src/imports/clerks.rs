//! Who answers for a list that comes without a page: from the command line.

use domain::{
    access::{Permit, Place, Role, act},
    people::Contact,
    place::ProvinceCode,
};

use crate::{Centre, Result, db::maybe, people, places};

/// Somebody who may import for a centre.
#[derive(Clone, Debug)]
pub struct Clerk {
    /// Name.
    pub name: String,
    /// Name of the centre.
    pub centre: String,
    /// The right.
    pub permit: Permit<act::ImportLists>,
}

/// For each centre its clerk: the person of this contact where they may, else the centre's first manager.
pub async fn clerks(centre: &Centre, by: Option<&str>) -> Result<Vec<Clerk>> {
    let mut conn = centre.db.read().await?;
    let named = match by.map(Contact::parse) {
        Some(Ok(contact)) => maybe!(
            conn,
            (domain::ids::PersonId,),
            "SELECT id FROM people WHERE phone = $1 OR email = $1",
            contact.as_str(),
        )?,
        _ => None,
    };
    let mut clerks = Vec::new();
    for row in places::centres(&mut conn).await? {
        let person = match by {
            Some(_) => named.map(|(id,)| id),
            None => people::holders(&mut conn, row.id, Role::Manager)
                .await?
                .first()
                .map(|(id, _)| *id),
        };
        let Some(person) = person else { continue };
        let Some(actor) = people::actor(&mut conn, person).await? else {
            continue;
        };
        let place = Place {
            owner: None,
            centre: row.id,
            province: ProvinceCode(row.province_code),
        };
        if let Ok(permit) = actor.may(act::ImportLists, &place) {
            clerks.push(Clerk {
                name: actor.name,
                centre: row.name,
                permit,
            });
        }
    }
    Ok(clerks)
}
