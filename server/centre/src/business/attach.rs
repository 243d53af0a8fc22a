//! Files of a business: the picture of its maker, and what proves a claim. Callers hand over what was uploaded this
//! moment, never an identity that somebody typed: whoever may read the business may read its files.

use domain::{
    Refusal,
    access::{Permit, act},
    business::ClaimState,
    ids::{BusinessId, ClaimId, MediaId},
    media::PhotoProblem,
};

use super::{badges, claims::business_of, ground, note_products};
use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, execute, maybe, one},
};

/// Shows a photo as the picture of the maker or the workshop.
pub async fn set_photo(
    centre: &Centre,
    permit: Permit<act::EditBusiness>,
    business: BusinessId,
    photo: MediaId,
) -> Result<()> {
    centre
        .db
        .write(
            (permit, business, photo),
            |tx, (permit, business, photo)| {
                Box::pin(async move {
                    ground(tx, permit, *business).await?;
                    if kind(tx, *photo).await?.as_deref() != Some("photo") {
                        return Err(Refusal::Photo(PhotoProblem::NotAPhoto).into());
                    }
                    execute!(
                        tx,
                        "UPDATE businesses SET photo_id = $1 WHERE id = $2",
                        *photo,
                        *business
                    )?;
                    note_products(tx, *business).await?;
                    audit::did(tx, permit, "business", business.0, "photo").await
                })
            },
        )
        .await
}

/// Puts a picture or document beside a claim, for the centre's staff to look at. A checked claim was checked with what
/// lay beside it then: with something else it is declared again, and has to be checked again.
pub async fn attach_evidence(
    centre: &Centre,
    permit: Permit<act::EditBusiness>,
    claim: ClaimId,
    evidence: MediaId,
) -> Result<()> {
    centre
        .db
        .write(
            (permit, claim, evidence),
            |tx, (permit, claim, evidence)| {
                Box::pin(async move {
                    let (business, ..) = business_of(tx, *claim).await?.ok_or(Refusal::NotFound)?;
                    let ground = ground(tx, permit, business).await?;
                    if kind(tx, *evidence).await?.is_none() {
                        return Err(Refusal::Photo(PhotoProblem::NotADocument).into());
                    }
                    let (state, before) = one!(
                        tx,
                        (ClaimState, Option<MediaId>),
                        "SELECT state, evidence_id FROM claims WHERE id = $1",
                        *claim
                    )?;
                    execute!(
                        tx,
                        "UPDATE claims SET evidence_id = $1 WHERE id = $2",
                        *evidence,
                        *claim
                    )?;
                    if state == ClaimState::Verified && before != Some(*evidence) {
                        let today = ground.zone.date(tx.now());
                        declared_again(tx, *claim).await?;
                        badges::settle(tx, business, today).await?;
                    }
                    audit::did(tx, permit, "claim", claim.0, "evidence").await
                })
            },
        )
        .await
}

/// Takes back what staff found at a claim's source.
async fn declared_again(tx: &mut Tx, claim: ClaimId) -> Result<()> {
    execute!(
        tx,
        "UPDATE claims SET state = $1, source = '', verified_by = NULL, verified_at = NULL WHERE id = $2",
        ClaimState::Declared,
        claim,
    )?;
    Ok(())
}

async fn kind(conn: &mut Conn, media: MediaId) -> Result<Option<String>> {
    let row = maybe!(
        conn,
        (String,),
        "SELECT kind FROM media WHERE id = $1",
        media
    )?;
    Ok(row.map(|(kind,)| kind))
}
