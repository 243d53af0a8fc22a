//! The desk's part: whose account it is, and the code.

use chrono::{DateTime, Duration, Utc};
use domain::{
    Refusal,
    access::{Act, Membership, Permit, Role, act, may_help_in},
    ids::{CentreId, PersonId, RecoveryId},
    notices::Notice,
    people::{Contact, IdentityCheck, RecoveryWay},
    place::ProvinceCode,
};

use super::{CODE_MINUTES, by_contact};
use crate::{
    Centre, Result, audit,
    db::{Conn, all, execute, one},
    notices,
    people::{
        access::actor,
        readings,
        secrets::{hashed, new_code},
    },
};

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

/// Every role somebody holds (`true`) or held.
async fn roles(conn: &mut Conn, person: PersonId) -> Result<Vec<(Membership, bool)>> {
    let rows = all!(
        conn,
        (Role, Option<CentreId>, Option<String>, bool),
        "SELECT m.role, m.centre_id, COALESCE(m.province_code, c.province_code), m.ended_at IS NULL FROM memberships m \
         LEFT JOIN centres c ON c.id = m.centre_id WHERE m.person_id = $1",
        person,
    )?;
    let held = |(role, centre, province, holds): (_, _, Option<String>, _)| {
        let province = province.map(ProvinceCode);
        (
            Membership {
                role,
                centre,
                province,
            },
            holds,
        )
    };
    Ok(rows.into_iter().map(held).collect())
}

async fn find(
    conn: &mut Conn,
    permit: &Permit<act::HelpSignIn>,
    contact: &Contact,
) -> Result<Account> {
    let helper = actor(conn, permit.person()).await?;
    let (Some(place), Some(helper)) = (permit.place(), helper) else {
        return Err(Refusal::NotFound.into());
    };
    let Some((person, name)) = by_contact(conn, contact).await? else {
        return Err(Refusal::NotFound.into());
    };
    // Who works at the desk and leads the centre helps as its leader.
    let helping = helper.roles_for(act::HelpSignIn, place);
    let reaches = |held: &Membership| {
        let mut reaches = helping
            .iter()
            .filter_map(|role| act::HelpSignIn::KIND.reach(*role));
        reaches.any(|reach| held.is_within(reach, place))
    };
    // Where all roles have ended, the centre of an ended one still knows the person.
    let all = roles(conn, person).await?;
    let (mut known, ended): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, holds)| *holds);
    let held: Vec<Role> = known.iter().map(|(held, _)| held.role).collect();
    if known.is_empty() {
        known = ended;
    }
    if !known.is_empty() && !known.iter().any(|(held, _)| reaches(held)) {
        return Err(Refusal::NotFound.into());
    }
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
                let (by,) = one!(tx, (String,), "SELECT name FROM people WHERE id = $1", permit.person())?;
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
