//! The village: people and centres with names, shared by all tests.

use domain::{
    access::{Actor, Place, Role},
    ids::{CentreId, PersonId},
    language::Language,
    place::{ProvinceCode, Zone},
};

use crate::{
    Centre, Result,
    db::execute,
    people::{self, Browser, Entered},
};

/// A centre of a province, and the place of things in it that belong to nobody.
pub async fn centre(centre: &Centre, province: &str, regency: &str, name: &str) -> Place {
    let id = CentreId::new();
    let zone = if province == "18" {
        Zone::Wib
    } else {
        Zone::Wita
    };
    let data = (
        id,
        province.to_owned(),
        regency.to_owned(),
        name.to_owned(),
        zone,
    );
    centre
        .db
        .write(data, |tx, (id, province, regency, name, zone)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO centres (id, province_code, regency_code, name, slug, zone, address, phone, created_at) \
                     VALUES ($1, $2, $3, $4, $5, $6, 'Jl. Majapahit 1', '+62370123456', $7)",
                    *id, province.as_str(), regency.as_str(), name.as_str(), domain::gallery::slug(name), *zone, now,
                )?;
                Ok(())
            })
        })
        .await
        .expect("a centre");
    Place {
        owner: None,
        centre: id,
        province: ProvinceCode(province.into()),
    }
}

/// A person with an account, an e-mail address made of the name, every consent, and no role.
///
/// The password hash fits no password: hashing is slow and few tests sign in.
pub async fn person(centre: &Centre, name: &str) -> Actor {
    let id = PersonId::new();
    let email = format!("{}@contoh.id", domain::gallery::slug(name));
    centre
        .db
        .write((id, name.to_owned(), email), |tx, (id, name, email)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO people (id, name, email, password_hash, language, mail_digest, quiet_from, quiet_until, created_at) \
                     VALUES ($1, $2, $3, '', $4, $5, 21, 6, $6)",
                    *id, name.as_str(), email.as_str(), Language::Id, false, now,
                )?;
                for purpose in domain::people::Purpose::ALL {
                    execute!(
                        tx,
                        "INSERT INTO consents (id, person_id, purpose, wording, given_at) VALUES ($1, $2, $3, 1, $4)",
                        uuid::Uuid::now_v7(), *id, *purpose, now,
                    )?;
                }
                Ok(())
            })
        })
        .await
        .expect("a person");
    actor(centre, id).await
}

/// A person with a role at a centre.
pub async fn staff(centre: &Centre, name: &str, role: Role, place: &Place) -> Actor {
    let who = person(centre, name).await;
    join(centre, &who, role, place).await
}

/// Gives a person a role at a centre.
pub async fn join(centre: &Centre, who: &Actor, role: Role, place: &Place) -> Actor {
    centre
        .db
        .write(
            (who.person, role, place.centre),
            |tx, (person, role, centre)| {
                Box::pin(async move { people::grant(tx, *person, *role, *centre, None).await })
            },
        )
        .await
        .expect("a role");
    actor(centre, who.person).await
}

/// The person as they are now.
pub async fn actor(centre: &Centre, person: PersonId) -> Actor {
    let mut conn = centre.db.read().await.expect("a connection");
    people::actor(&mut conn, person)
        .await
        .expect("readable")
        .expect("there")
}

/// A browser, by the secret of its cookie.
pub fn browser(token: &str) -> Browser {
    Browser {
        token: token.into(),
        name: "Chrome, Android".into(),
    }
}

/// Signs in from a browser that never did, as somebody who asked for no second step.
pub async fn signed_in(centre: &Centre, contact: &str, password: &str) -> Result<PersonId> {
    match people::sign_in(centre, contact, password, &browser("never seen")).await? {
        Entered::In(person) => Ok(person),
        Entered::SecondStep(_) => panic!("a second step is asked"),
    }
}
