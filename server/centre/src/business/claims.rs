//! Claims: declared by the owner, checked by staff, ended when they no longer hold.

use chrono::NaiveDate;
use domain::{
    Refusal,
    access::{Permit, Place, act},
    business::{ClaimCheckForm, ClaimForm, ClaimKind, ClaimState},
    ids::{BusinessId, ClaimId},
    refusal::Problem,
    timeline::Happening,
};

use super::{badges, ground, place};
use crate::{
    Centre, Result, audit,
    db::{Conn, execute, maybe},
    timeline,
};

/// Whose a claim is and which centre keeps it; `None` when there is none or it was ended.
pub async fn claim_place(conn: &mut Conn, claim: ClaimId) -> Result<Option<Place>> {
    match business_of(conn, claim).await? {
        Some((business, ..)) => place(conn, business).await,
        None => Ok(None),
    }
}

pub(super) type Standing = (BusinessId, ClaimKind, Option<NaiveDate>);

pub(super) async fn business_of(conn: &mut Conn, claim: ClaimId) -> Result<Option<Standing>> {
    maybe!(
        conn,
        Standing,
        "SELECT business_id, kind, expires_on FROM claims WHERE id = $1 AND ended_at IS NULL",
        claim,
    )
}

/// The business that says it holds a claim; `None` when there is none or it was ended.
pub async fn business_of_claim(conn: &mut Conn, claim: ClaimId) -> Result<Option<BusinessId>> {
    Ok(business_of(conn, claim)
        .await?
        .map(|(business, ..)| business))
}

/// Adds a claim. Rejected and lapsed ones of its kind end with it; the same number twice is refused.
pub async fn declare_claim(
    centre: &Centre,
    permit: Permit<act::EditBusiness>,
    business: BusinessId,
    form: &ClaimForm,
) -> Result<ClaimId> {
    let zone = {
        let mut conn = centre.db.read().await?;
        ground(&mut conn, &permit, business).await?.zone
    };
    let claim = form.check(zone.date(centre.clock.now()))?;
    centre
        .db
        .write((permit, business, ClaimId::new(), claim), |tx, (permit, business, id, claim)| {
            Box::pin(async move {
                let ground = ground(tx, permit, *business).await?;
                let (now, today) = (tx.now(), ground.zone.date(tx.now()));
                execute!(
                    tx,
                    "UPDATE claims SET ended_at = $1 WHERE business_id = $2 AND kind = $3 AND ended_at IS NULL \
                     AND (state = $4 OR expires_on < $5)",
                    now, *business, claim.kind, ClaimState::Rejected, today,
                )?;
                let same = maybe!(
                    tx,
                    (ClaimId,),
                    "SELECT id FROM claims WHERE business_id = $1 AND kind = $2 AND number = $3 AND ended_at IS NULL",
                    *business,
                    claim.kind,
                    claim.number.as_str(),
                )?;
                if same.is_some() {
                    return Err(Refusal::AlreadyDone.into());
                }
                execute!(
                    tx,
                    "INSERT INTO claims (id, business_id, centre_id, kind, number, state, source, expires_on, created_at) \
                     VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8)",
                    *id, *business, ground.centre, claim.kind, claim.number.as_str(),
                    ClaimState::Declared, claim.expires_on, now,
                )?;
                badges::settle(tx, *business, today).await?;
                let happening = Happening::ClaimDeclared { claim: claim.kind };
                timeline::note(tx, *business, ground.centre, Some(permit.person()), &happening).await?;
                audit::did(tx, permit, "claim", id.0, claim.kind).await?;
                Ok(*id)
            })
        })
        .await
}

/// Ends a claim: it no longer holds, or was a mistake.
pub async fn end_claim(
    centre: &Centre,
    permit: Permit<act::EditBusiness>,
    claim: ClaimId,
) -> Result<()> {
    centre
        .db
        .write((permit, claim), |tx, (permit, claim)| {
            Box::pin(async move {
                let (business, kind, _) =
                    business_of(tx, *claim).await?.ok_or(Refusal::NotFound)?;
                let ground = ground(tx, permit, business).await?;
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE claims SET ended_at = $1 WHERE id = $2",
                    now,
                    *claim
                )?;
                badges::settle(tx, business, ground.zone.date(now)).await?;
                audit::did(tx, permit, "claim", claim.0, kind).await
            })
        })
        .await
}

/// Notes what staff found at the claim's source. Nobody checks a claim of their own business.
pub async fn check_claim(
    centre: &Centre,
    permit: Permit<act::VerifyClaim>,
    claim: ClaimId,
    form: &ClaimCheckForm,
) -> Result<()> {
    let checking = form.check()?;
    centre
        .db
        .write((permit, claim, checking), |tx, (permit, claim, checking)| {
            Box::pin(async move {
                let (business, kind, known_end) = business_of(tx, *claim).await?.ok_or(Refusal::NotFound)?;
                let ground = ground(tx, permit, business).await?;
                if ground.owner == permit.person() {
                    return Err(Refusal::ConflictOfInterest.into());
                }
                let expires_on = checking.expires_on.or(known_end);
                if checking.good && kind.expires() && expires_on.is_none() {
                    return Err(Refusal::field("expires_on", Problem::Missing).into());
                }
                let now = tx.now();
                let state = if checking.good { ClaimState::Verified } else { ClaimState::Rejected };
                execute!(
                    tx,
                    "UPDATE claims SET state = $1, source = $2, verified_by = $3, verified_at = $4, expires_on = $5 \
                     WHERE id = $6",
                    state, checking.source.as_str(), permit.person(), now, expires_on, *claim,
                )?;
                badges::settle(tx, business, ground.zone.date(now)).await?;
                let happening = Happening::ClaimChecked { claim: kind, good: checking.good };
                timeline::note(tx, business, ground.centre, Some(permit.person()), &happening).await?;
                audit::did(tx, permit, "claim", claim.0, state).await
            })
        })
        .await
}
