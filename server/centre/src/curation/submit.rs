//! Sending a product in, and taking it back.

use domain::{
    Refusal,
    access::{Permit, Place, act},
    curation::{Category, missing},
    ids::{AppealId, CentreId, EntryId, PersonId, ProductId},
    notices::Notice,
    place::ProvinceCode,
    review::{Move, Right},
    timeline::Happening,
};

use super::freeze;
use crate::{
    Centre, Fault, Result, audit, business,
    db::{Conn, Tx, maybe, one},
    notices, places,
    review::{self, EntryRow, NewEntry, RoundRow, centre_of},
    timeline,
};

/// Whose an entry is and which centre keeps it.
pub async fn entry_place(conn: &mut Conn, entry: EntryId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (PersonId, CentreId, ProvinceCode),
        "SELECT b.owner_id, c.id, c.province_code FROM entries e JOIN businesses b ON b.id = e.business_id \
         JOIN centres c ON c.id = e.centre_id WHERE e.id = $1 AND b.deleted_at IS NULL",
        entry,
    )?;
    Ok(row.map(|(owner, centre, province)| Place {
        owner: Some(owner),
        centre,
        province,
    }))
}

/// An entry of the permit's owner, else [`Refusal::NotFound`].
pub(super) async fn own_entry(
    tx: &mut Tx,
    permit: &Permit<act::AnswerDecision>,
    id: EntryId,
) -> Result<EntryRow> {
    if entry_place(tx, id).await?.as_ref() != permit.place() {
        return Err(Refusal::NotFound.into());
    }
    Ok(review::entry(tx, id).await?.ok_or(Refusal::NotFound)?)
}

/// The name of the product that was sent in.
pub(super) async fn product_name(conn: &mut Conn, entry: &EntryRow) -> Result<String> {
    let (name,) = one!(
        conn,
        (String,),
        "SELECT name FROM products WHERE id = $1",
        entry.subject_id
    )?;
    Ok(name)
}

/// Sends a product to the round that takes its family now. What curators will see is frozen; the product itself may
/// change afterwards.
pub async fn submit(
    centre: &Centre,
    permit: Permit<act::SubmitProduct>,
    product: ProductId,
) -> Result<EntryId> {
    centre
        .db
        .write(
            (permit, EntryId::new(), product),
            |tx, (permit, id, product)| {
                Box::pin(async move {
                    if business::product_place(tx, *product).await?.as_ref() != permit.place() {
                        return Err(Refusal::NotFound.into());
                    }
                    let (centre, now) = (centre_of(permit)?, tx.now());
                    let facts = freeze::product(tx, *product).await?;
                    if appeal_waits(tx, *product).await? {
                        return Err(Refusal::AppealWaiting.into());
                    }
                    let round = round_for(tx, centre, facts.category).await?;
                    let lacking = missing(&business::readiness(tx, *product, now).await?);
                    if !lacking.is_empty() {
                        return Err(Refusal::Incomplete(lacking).into());
                    }
                    let rubric = review::current(tx, centre, facts.category.as_str())
                        .await?
                        .ok_or_else(|| Fault::new("a round without a rubric"))?;
                    let zone = places::zone(tx, centre).await?;
                    let frozen = freeze::freeze(tx, *product, &facts, zone.date(now)).await?;
                    let new = NewEntry {
                        id: *id,
                        round: round.id,
                        centre,
                        business: facts.business,
                        subject: product.0,
                        rubric,
                        frozen: serde_json::to_string(&frozen)?,
                        by: permit.person(),
                    };
                    let again = review::enter(tx, &new).await?.is_some();
                    let sent = Happening::Submitted {
                        entry: *id,
                        product: facts.name.clone(),
                        again,
                    };
                    timeline::note(tx, facts.business, centre, Some(permit.person()), &sent)
                        .await?;
                    let notice = Notice::SubmissionReceived {
                        entry: *id,
                        product: facts.name,
                    };
                    notices::tell(tx, facts.owner, &notice).await?;
                    audit::did(tx, permit, "entry", id.0, (product, round.id)).await?;
                    Ok(*id)
                })
            },
        )
        .await
}

/// Whether an objection to a decision on the product waits for its answer: granted, it would judge the product again.
async fn appeal_waits(tx: &mut Tx, product: ProductId) -> Result<bool> {
    let row = maybe!(
        tx,
        (AppealId,),
        "SELECT a.id FROM appeals a JOIN entries e ON e.id = a.entry_id \
         WHERE e.subject_id = $1 AND a.answered_at IS NULL LIMIT 1",
        product,
    )?;
    Ok(row.is_some())
}

/// The round that takes a family now, the one that closes first; else when the next opens.
async fn round_for(tx: &mut Tx, centre: CentreId, category: Category) -> Result<RoundRow> {
    let now = tx.now();
    let mut fitting = Vec::new();
    for round in review::open_rounds(tx, centre, now).await? {
        if round
            .categories
            .iter()
            .any(|word| word == category.as_str())
        {
            fitting.push(round);
        }
    }
    match fitting
        .iter()
        .filter(|round| round.open)
        .min_by_key(|round| round.submit_until)
    {
        Some(round) => review::find_round(tx, centre, round.id).await,
        None => Err(Refusal::RoundClosed {
            opens: fitting.first().map(|round| round.opens_at),
        }
        .into()),
    }
}

/// Takes an entry back before its decision is announced. It may be sent in again.
pub async fn withdraw(
    centre: &Centre,
    permit: Permit<act::AnswerDecision>,
    entry: EntryId,
) -> Result<()> {
    centre
        .db
        .write((permit, entry), |tx, (permit, id)| {
            Box::pin(async move {
                let entry = own_entry(tx, permit, *id).await?;
                let round = review::find_round(tx, entry.centre_id, entry.round_id).await?;
                let now = tx.now();
                // After a granted appeal the earlier grade stands; there is nothing to take back.
                if entry.sitting > 1 || !round.allows(Right::Withdraw, now) {
                    let from = entry.state.announced();
                    return Err(Refusal::IllegalMove { from }.into());
                }
                review::step(tx, *id, Move::Withdraw).await?;
                let product = product_name(tx, &entry).await?;
                let taken = Happening::Withdrawn {
                    entry: *id,
                    product,
                };
                timeline::note(
                    tx,
                    entry.business_id,
                    entry.centre_id,
                    Some(permit.person()),
                    &taken,
                )
                .await?;
                audit::did(tx, permit, "entry", id.0, "withdrawn").await
            })
        })
        .await
}
