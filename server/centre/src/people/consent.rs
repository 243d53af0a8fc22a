//! Consent, purpose by purpose: dated, with the version of its wording, revocable (UU PDP 27/2022).

use chrono::{DateTime, Utc};
use domain::{
    access::Actor,
    ids::PersonId,
    people::{CONSENT_WORDING, Purpose},
};
use uuid::Uuid;

use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, all, execute, maybe},
    feed,
};

/// A consent, given or revoked.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Consent {
    /// For what.
    pub purpose: Purpose,
    /// Which wording was agreed to.
    pub wording: i64,
    /// Since when.
    pub given_at: DateTime<Utc>,
    /// Until when, if it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// Every consent of a person, the youngest first.
pub async fn consents(centre: &Centre, actor: &Actor) -> Result<Vec<Consent>> {
    let mut conn = centre.db.read().await?;
    all!(
        conn,
        Consent,
        "SELECT purpose, wording, given_at, revoked_at FROM consents WHERE person_id = $1 ORDER BY given_at DESC, purpose",
        actor.person,
    )
}

/// Whether a consent stands now.
pub async fn has_consent(conn: &mut Conn, person: PersonId, purpose: Purpose) -> Result<bool> {
    let row = maybe!(
        conn,
        (Uuid,),
        "SELECT id FROM consents WHERE person_id = $1 AND purpose = $2 AND revoked_at IS NULL",
        person,
        purpose,
    )?;
    Ok(row.is_some())
}

/// Gives a consent; giving it again changes nothing.
pub async fn give_consent(centre: &Centre, actor: &Actor, purpose: Purpose) -> Result<()> {
    centre
        .db
        .write((actor.person, purpose), |tx, (person, purpose)| {
            Box::pin(async move {
                give(tx, *person, *purpose).await?;
                tell_products(tx, *person).await?;
                audit::note(
                    tx,
                    Some(*person),
                    None,
                    "GiveConsent",
                    "consent",
                    person.0,
                    purpose,
                )
                .await
            })
        })
        .await
}

/// Takes a consent back; what rests on it stops at once.
pub async fn revoke_consent(centre: &Centre, actor: &Actor, purpose: Purpose) -> Result<()> {
    centre
        .db
        .write((actor.person, purpose), |tx, (person, purpose)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE consents SET revoked_at = $1 WHERE person_id = $2 AND purpose = $3 AND revoked_at IS NULL",
                    now, *person, *purpose,
                )?;
                tell_products(tx, *person).await?;
                audit::note(tx, Some(*person), None, "RevokeConsent", "consent", person.0, purpose).await
            })
        })
        .await
}

pub(super) async fn give(tx: &mut Tx, person: PersonId, purpose: Purpose) -> Result<()> {
    if has_consent(tx, person, purpose).await? {
        return Ok(());
    }
    let now = tx.now();
    execute!(
        tx,
        "INSERT INTO consents (id, person_id, purpose, wording, given_at) VALUES ($1, $2, $3, $4, $5)",
        Uuid::now_v7(),
        person,
        purpose,
        CONSENT_WORDING,
        now,
    )?;
    Ok(())
}

/// The gallery follows consents through the change feed.
async fn tell_products(tx: &mut Tx, person: PersonId) -> Result<()> {
    let products = all!(
        tx,
        (Uuid, domain::ids::CentreId),
        "SELECT p.id, p.centre_id FROM products p JOIN businesses b ON b.id = p.business_id WHERE b.owner_id = $1",
        person,
    )?;
    for (product, centre) in products {
        feed::note(tx, Some(centre), "product", product).await?;
    }
    Ok(())
}
