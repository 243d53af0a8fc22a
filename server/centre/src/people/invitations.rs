//! Invitations to the staff: a secret link, good for a week, for one person and one role.

use chrono::{DateTime, Duration, Utc};
use domain::{
    Refusal,
    access::{Actor, Permit, Role, act},
    ids::{CentreId, InvitationId, PersonId},
    people::Contact,
    refusal::Problem,
};

use super::{
    access::grant,
    secrets::{hashed, new_secret},
};
use crate::{
    Centre, Result, audit,
    db::{all, execute, maybe},
};

/// Days in which an invitation can be accepted.
pub const OPEN_DAYS: i64 = 7;

/// An invitation as staff and the invited see it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Invitation {
    /// Identity.
    pub id: InvitationId,
    /// To which centre.
    pub centre: String,
    /// As what.
    pub role: Role,
    /// Whom.
    pub contact: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// A fresh invitation. The secret is shown once; only its hash is kept.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// Identity.
    pub id: InvitationId,
    /// The secret of the link.
    pub secret: String,
}

/// Invites somebody to a role at the centre of the permit.
pub async fn invite(
    centre: &Centre,
    permit: Permit<act::ManageStaff>,
    contact: &str,
    role: Role,
) -> Result<NewInvitation> {
    let Some(place) = permit.place().cloned() else {
        return Err(Refusal::NotFound.into());
    };
    if !matches!(
        role,
        Role::Consultant | Role::Curator | Role::FrontDesk | Role::Manager
    ) {
        return Err(Refusal::field("role", Problem::NotAChoice).into());
    }
    let contact = Contact::parse(contact).map_err(|problem| Refusal::field("contact", problem))?;
    let new = NewInvitation {
        id: InvitationId::new(),
        secret: new_secret(),
    };
    let data = (
        permit,
        place.centre,
        new.id,
        hashed(&new.secret),
        contact,
        role,
    );
    centre
        .db
        .write(data, |tx, (permit, centre, id, hash, contact, role)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO invitations (id, centre_id, role, contact, secret_hash, invited_by, created_at, expires_at) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                    *id, *centre, *role, contact.as_str(), hash.as_str(), permit.person(), now, now + Duration::days(OPEN_DAYS),
                )?;
                audit::did(tx, permit, "invitation", id.0, role).await
            })
        })
        .await?;
    Ok(new)
}

/// Invitations of the centre that can still be accepted.
pub async fn open_invitations(
    centre: &Centre,
    permit: &Permit<act::ReadStaff>,
) -> Result<Vec<Invitation>> {
    let Some(place) = permit.place() else {
        return Err(Refusal::NotFound.into());
    };
    let mut conn = centre.db.read().await?;
    all!(
        conn,
        Invitation,
        "SELECT i.id, c.name AS centre, i.role, i.contact, i.expires_at FROM invitations i JOIN centres c ON c.id = i.centre_id \
         WHERE i.centre_id = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > $2 ORDER BY i.created_at",
        place.centre,
        centre.clock.now(),
    )
}

/// The invitation behind a link, if it can still be accepted.
pub async fn invitation(centre: &Centre, secret: &str) -> Result<Invitation> {
    let mut conn = centre.db.read().await?;
    maybe!(
        conn,
        Invitation,
        "SELECT i.id, c.name AS centre, i.role, i.contact, i.expires_at FROM invitations i JOIN centres c ON c.id = i.centre_id \
         WHERE i.secret_hash = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > $2",
        hashed(secret),
        centre.clock.now(),
    )?
    .ok_or_else(|| Refusal::LinkSpent.into())
}

/// An invitation on its way to being accepted.
#[derive(sqlx::FromRow)]
struct Offered {
    id: InvitationId,
    centre: CentreId,
    role: Role,
    contact: String,
    invited_by: PersonId,
}

/// Accepts an invitation for the signed-in person, once. It is for whoever owns the number or address it was sent to;
/// who invited is who gives the role.
pub async fn accept(centre: &Centre, actor: &Actor, secret: &str) -> Result<()> {
    centre
        .db
        .write((actor.person, hashed(secret)), |tx, (person, hash)| {
            Box::pin(async move {
                let now = tx.now();
                let offered = maybe!(
                    tx,
                    Offered,
                    "SELECT id, centre_id AS centre, role, contact, invited_by FROM invitations WHERE secret_hash = $1 \
                     AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2",
                    hash.as_str(), now,
                )?;
                let Some(offered) = offered else { return Err(Refusal::LinkSpent.into()) };
                let invited = maybe!(
                    tx,
                    (PersonId,),
                    "SELECT id FROM people WHERE id = $1 AND (phone = $2 OR email = $2)",
                    *person, offered.contact.as_str(),
                )?;
                if invited.is_none() {
                    let by_phone = !offered.contact.contains('@');
                    return Err(Refusal::InvitedAnother { by_phone }.into());
                }
                execute!(
                    tx,
                    "UPDATE invitations SET accepted_by = $1, accepted_at = $2 WHERE id = $3",
                    *person, now, offered.id,
                )?;
                grant(tx, *person, offered.role, offered.centre, Some(offered.invited_by)).await?;
                let (id, role) = (offered.id.0, offered.role);
                audit::note(tx, Some(*person), Some(offered.centre), "AcceptInvitation", "invitation", id, role).await
            })
        })
        .await
}

/// Withdraws an invitation of the permit's centre.
pub async fn withdraw(
    centre: &Centre,
    permit: Permit<act::ManageStaff>,
    id: InvitationId,
) -> Result<()> {
    let Some(place) = permit.place().cloned() else {
        return Err(Refusal::NotFound.into());
    };
    centre
        .db
        .write((permit, place.centre, id), |tx, (permit, centre, id)| {
            Box::pin(async move {
                let now = tx.now();
                let gone = execute!(
                    tx,
                    "UPDATE invitations SET withdrawn_at = $1 WHERE id = $2 AND centre_id = $3 AND accepted_at IS NULL AND withdrawn_at IS NULL",
                    now, *id, *centre,
                )?;
                if gone == 0 {
                    let here = maybe!(
                        tx,
                        (InvitationId,),
                        "SELECT id FROM invitations WHERE id = $1 AND centre_id = $2",
                        *id,
                        *centre,
                    )?;
                    let why = here.map_or(Refusal::NotFound, |_| Refusal::AlreadyDone);
                    return Err(why.into());
                }
                audit::did(tx, permit, "invitation", id.0, "withdrawn").await
            })
        })
        .await
}
