//! Roles: who a person is at this moment, and who works at a centre.

use domain::{
    Refusal,
    access::{Actor, Membership, Permit, Role, act},
    ids::{CentreId, MembershipId, PersonId},
    language::Language,
    place::ProvinceCode,
};

use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, all, execute, maybe, one},
    review,
};

/// The person with the roles they hold now; `None` when disabled or gone.
pub async fn actor(conn: &mut Conn, person: PersonId) -> Result<Option<Actor>> {
    let found = maybe!(
        conn,
        (String, Language),
        "SELECT name, language FROM people WHERE id = $1 AND disabled_at IS NULL",
        person,
    )?;
    let Some((name, language)) = found else {
        return Ok(None);
    };
    let rows = all!(
        conn,
        (Role, Option<CentreId>, Option<String>),
        "SELECT m.role, m.centre_id, COALESCE(m.province_code, c.province_code) FROM memberships m \
         LEFT JOIN centres c ON c.id = m.centre_id WHERE m.person_id = $1 AND m.ended_at IS NULL ORDER BY m.granted_at",
        person,
    )?;
    let memberships = rows
        .into_iter()
        .map(|(role, centre, province)| Membership {
            role,
            centre,
            province: province.map(ProvinceCode),
        })
        .collect();
    Ok(Some(Actor {
        person,
        name,
        language,
        memberships,
    }))
}

/// Somebody who works at a centre.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StaffMember {
    /// The role's row.
    pub membership: MembershipId,
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// As what.
    pub role: Role,
}

/// Who works at the centre of the permit.
pub async fn staff(centre: &Centre, permit: &Permit<act::ReadStaff>) -> Result<Vec<StaffMember>> {
    let Some(place) = permit.place() else {
        return Err(Refusal::NotFound.into());
    };
    let mut conn = centre.db.read().await?;
    all!(
        conn,
        StaffMember,
        "SELECT m.id AS membership, p.id AS person, p.name, m.role FROM memberships m JOIN people p ON p.id = m.person_id \
         WHERE m.centre_id = $1 AND m.ended_at IS NULL AND m.role <> $2 ORDER BY p.name, m.role",
        place.centre,
        Role::Entrepreneur,
    )
}

/// Who holds a role at a centre and may sign in, by name.
pub(crate) async fn holders(
    conn: &mut Conn,
    centre: CentreId,
    role: Role,
) -> Result<Vec<(PersonId, String)>> {
    all!(
        conn,
        (PersonId, String),
        "SELECT DISTINCT p.id, p.name FROM memberships m JOIN people p ON p.id = m.person_id \
         WHERE m.centre_id = $1 AND m.role = $2 AND m.ended_at IS NULL AND p.disabled_at IS NULL ORDER BY p.name, p.id",
        centre,
        role,
    )
}

/// Ends a role at the centre of the permit. It is gone at the next request; what a curator did not finish goes to others.
pub async fn end_role(
    centre: &Centre,
    permit: Permit<act::ManageStaff>,
    membership: MembershipId,
) -> Result<()> {
    let Some(place) = permit.place().cloned() else {
        return Err(Refusal::NotFound.into());
    };
    centre
        .db
        .write((permit, place.centre, membership), |tx, (permit, centre, membership)| {
            Box::pin(async move {
                let now = tx.now();
                let ended = execute!(
                    tx,
                    "UPDATE memberships SET ended_at = $1 WHERE id = $2 AND centre_id = $3 AND ended_at IS NULL",
                    now, *membership, *centre,
                )?;
                if ended == 0 {
                    let here = maybe!(
                        tx,
                        (MembershipId,),
                        "SELECT id FROM memberships WHERE id = $1 AND centre_id = $2",
                        *membership,
                        *centre,
                    )?;
                    let why = here.map_or(Refusal::NotFound, |_| Refusal::AlreadyDone);
                    return Err(why.into());
                }
                let (person, role) = one!(
                    tx,
                    (PersonId, Role),
                    "SELECT person_id, role FROM memberships WHERE id = $1",
                    *membership,
                )?;
                if role == Role::Curator {
                    review::leave_all(tx, person, *centre).await?;
                }
                audit::did(tx, permit, "membership", membership.0, ()).await
            })
        })
        .await
}

/// Gives a role; holding it already changes nothing.
pub(crate) async fn grant(
    tx: &mut Tx,
    person: PersonId,
    role: Role,
    centre: CentreId,
    by: Option<PersonId>,
) -> Result<()> {
    let held = maybe!(
        tx,
        (MembershipId,),
        "SELECT id FROM memberships WHERE person_id = $1 AND role = $2 AND centre_id = $3 AND ended_at IS NULL",
        person,
        role,
        centre,
    )?;
    if held.is_none() {
        // A code made for who stood lower must not open what stands higher.
        super::recovery::close(tx, person).await?;
        let now = tx.now();
        execute!(
            tx,
            "INSERT INTO memberships (id, person_id, role, centre_id, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6)",
            MembershipId::new(),
            person,
            role,
            centre,
            by,
            now,
        )?;
    }
    Ok(())
}
