//! Businesses with their owners and checked claims.

use chrono::{Days, NaiveDate};
use domain::{
    access::Role,
    business::{ClaimKind, ClaimState},
    curation::Category,
    gallery::slug,
    ids::{BusinessId, ClaimId, PersonId},
    language::Language,
    people::Purpose,
};

use super::{
    grounds::Ground,
    id,
    names::{KINDS, MAKERS, OWNERS, THINGS},
    products::product,
};
use crate::{
    Result,
    db::{Tx, execute, maybe},
    people,
};

pub(super) async fn person(tx: &mut Tx, number: usize, name: &str) -> Result<PersonId> {
    let (person, now) = (PersonId(id(5, number)), tx.now());
    execute!(
        tx,
        "INSERT INTO people (id, name, email, password_hash, language, mail_digest, quiet_from, quiet_until, created_at) \
         VALUES ($1, $2, $3, '', $4, $5, 21, 6, $6) ON CONFLICT (id) DO NOTHING",
        person,
        name,
        format!("skala-{number}@contoh.id"),
        Language::Id,
        true,
        now,
    )?;
    Ok(person)
}

pub(super) async fn business(tx: &mut Tx, ground: &Ground, number: usize) -> Result<()> {
    let business = BusinessId(id(6, number));
    let known = maybe!(
        tx,
        (BusinessId,),
        "SELECT id FROM businesses WHERE id = $1",
        business
    )?;
    if known.is_some() {
        return Ok(());
    }
    let place = &ground.centres[number % ground.centres.len()];
    let owner = OWNERS[number % OWNERS.len()];
    let name = format!(
        "{} {owner} {}",
        MAKERS[number / 7 % MAKERS.len()],
        number + 1
    );
    let (owner, now) = (person(tx, number, owner).await?, tx.now());
    for (n, purpose) in [Purpose::Service, Purpose::Gallery].into_iter().enumerate() {
        execute!(
            tx,
            "INSERT INTO consents (id, person_id, purpose, wording, given_at) VALUES ($1, $2, $3, 1, $4)",
            id(7, number * 2 + n),
            owner,
            purpose,
            now,
        )?;
    }
    people::grant(tx, owner, Role::Entrepreneur, place.centre, None).await?;
    execute!(
        tx,
        "INSERT INTO businesses (id, centre_id, owner_id, name, slug, story, regency_code, district_code, address, channels, whatsapp, \
         version, created_at) SELECT $1, $2, $3, $4, $5, $6, d.regency_code, d.code, '', '[]', $8, 1, $9 FROM districts d \
         WHERE d.code = $7",
        business,
        place.centre,
        owner,
        name.as_str(),
        slug(&name),
        "Usaha keluarga yang dimulai dari dapur sendiri, kini dengan empat tetangga.",
        place.districts[number * 13 % place.districts.len()].as_str(),
        format!("+62812{:08}", number),
        now,
    )?;
    let (category, things) = THINGS[number % THINGS.len()];
    for (n, (kind, ends)) in claims(category, number, ground.today)
        .into_iter()
        .enumerate()
    {
        execute!(
            tx,
            "INSERT INTO claims (id, business_id, centre_id, kind, number, state, source, expires_on, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, 'Skala', $7, $8)",
            ClaimId(id(8, number * 4 + n)),
            business,
            place.centre,
            kind,
            format!("{:013}", number * 4 + n),
            ClaimState::Verified,
            ends,
            now,
        )?;
    }
    for n in 0..1 + number % 3 {
        let thing = format!(
            "{} {}",
            things[(number / 5 + n) % things.len()],
            KINDS[(number / 3 + n) % KINDS.len()]
        );
        product(
            tx,
            ground,
            place,
            business,
            category,
            number * 3 + n,
            &thing,
        )
        .await?;
    }
    Ok(())
}

/// Checked claims: what the law asks, and here and there one more.
pub(super) fn claims(
    category: Category,
    number: usize,
    today: NaiveDate,
) -> Vec<(ClaimKind, Option<NaiveDate>)> {
    let later = today.checked_add_days(Days::new(400 + (number % 900) as u64));
    let mut out = vec![(ClaimKind::Nib, None)];
    match category {
        Category::Food => out.push((ClaimKind::Pirt, later)),
        Category::Beauty => out.push((ClaimKind::Bpom, later)),
        _ => {}
    }
    if number.is_multiple_of(4) {
        out.push((ClaimKind::Halal, None));
    }
    if number.is_multiple_of(6) {
        out.push((ClaimKind::Trademark, later));
    }
    out
}
