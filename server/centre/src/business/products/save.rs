//! Writing a product down, and taking it away.

use domain::{
    Refusal,
    access::{Permit, act},
    curation::Category,
    gallery::{ProductForm, ProductText},
    ids::{BusinessId, CentreId, ProductId},
    refusal::Problem,
    review::EntryState,
};

use super::{ground, product_ground};
use crate::{
    Centre, Result, audit,
    db::{Json, Tx, execute, maybe, one},
    feed,
    slugs::slugs,
};

/// Saves a product as far as it is written and says its new version.
///
/// The identity is made where the form is opened: saving the first time adds the product, saving the same form twice
/// adds it once. Afterwards the form names the version it was read at; a slower second writer is told. Its family stays
/// once it was sent in: rubric, licences and badge depend on it.
pub async fn save_product(
    centre: &Centre,
    permit: Permit<act::SubmitProduct>,
    business: BusinessId,
    product: ProductId,
    form: &ProductForm,
) -> Result<i64> {
    let text = form.check()?;
    centre
        .db
        .write(
            (permit, business, product, form.version, text),
            |tx, (permit, business, product, version, text)| {
                Box::pin(async move {
                    let ground = ground(tx, permit, *business).await?;
                    let known = maybe!(
                        tx,
                        (BusinessId, bool, Category),
                        "SELECT business_id, deleted_at IS NOT NULL, category FROM products WHERE id = $1",
                        *product,
                    )?;
                    match known {
                        None => add(tx, *business, ground.centre, *product, text).await?,
                        Some((owner, false, family)) if owner == *business => {
                            if family != text.category && is_judged(tx, *product).await? {
                                return Err(Refusal::field("category", Problem::Settled).into());
                            }
                            change(tx, *product, (*version).max(1), text).await?
                        }
                        Some(_) => return Err(Refusal::NotFound.into()),
                    }
                    feed::note(tx, Some(ground.centre), "product", product.0).await?;
                    audit::did(tx, permit, "product", product.0, ()).await?;
                    let (now,) = one!(
                        tx,
                        (i64,),
                        "SELECT version FROM products WHERE id = $1",
                        *product
                    )?;
                    Ok(now)
                })
            },
        )
        .await
}

/// Adds a bare product at its address and writes its text.
async fn add(
    tx: &mut Tx,
    business: BusinessId,
    centre: CentreId,
    product: ProductId,
    text: &ProductText,
) -> Result<()> {
    let now = tx.now();
    for slug in slugs(&text.name, "produk", product.0) {
        let added = execute!(
            tx,
            "INSERT INTO products (id, business_id, centre_id, category, name, slug, description, story, price, unit, \
             moq, lead_days, capacity, net_content, shelf_life, label, variants, tiers, version, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, '', '', 0, '', 1, 0, 0, '', '', '[]', '[]', '[]', 0, $7) \
             ON CONFLICT (slug) DO NOTHING",
            product,
            business,
            centre,
            text.category,
            text.name.as_str(),
            slug,
            now,
        )?;
        if added > 0 {
            break;
        }
    }
    change(tx, product, 0, text).await
}

/// Whether a product is before curators, or bears a grade: both belong to the family it was sent in with.
async fn is_judged(tx: &mut Tx, product: ProductId) -> Result<bool> {
    let row = maybe!(
        tx,
        (ProductId,),
        "SELECT p.id FROM products p WHERE p.id = $1 AND (EXISTS (SELECT 1 FROM entries e WHERE e.subject_id = p.id \
         AND e.state NOT IN ($2, $3)) OR EXISTS (SELECT 1 FROM grades g WHERE g.product_id = p.id AND g.replaced_at IS NULL))",
        product,
        EntryState::Released,
        EntryState::Withdrawn,
    )?;
    Ok(row.is_some())
}

/// The address of a product stays when its name changes: it is printed on catalogues.
async fn change(tx: &mut Tx, product: ProductId, version: i64, text: &ProductText) -> Result<()> {
    let changed = execute!(
        tx,
        "UPDATE products SET category = $1, name = $2, description = $3, story = $4, price = $5, unit = $6, cost = $7, \
         moq = $8, lead_days = $9, capacity = $10, net_content = $11, shelf_life = $12, label = $13, variants = $14, \
         tiers = $15, version = version + 1 WHERE id = $16 AND version = $17",
        text.category,
        text.name.as_str(),
        text.description.as_str(),
        text.story.as_str(),
        text.price,
        text.unit.as_str(),
        text.cost,
        text.moq,
        text.lead_days,
        text.capacity,
        text.net_content.as_str(),
        text.shelf_life.as_str(),
        Json(&text.label),
        Json(&text.variants),
        Json(&text.tiers),
        product,
        version,
    )?;
    if changed == 0 {
        let (version,) = one!(
            tx,
            (i64,),
            "SELECT version FROM products WHERE id = $1",
            product
        )?;
        return Err(Refusal::Stale { version }.into());
    }
    Ok(())
}

/// Takes a product away, also from the gallery. One that curators are looking at must be withdrawn first.
pub async fn delete_product(
    centre: &Centre,
    permit: Permit<act::SubmitProduct>,
    product: ProductId,
) -> Result<()> {
    centre
        .db
        .write((permit, product), |tx, (permit, product)| {
            Box::pin(async move {
                let (_, ground) = product_ground(tx, permit, *product).await?;
                let open = maybe!(
                    tx,
                    (EntryState,),
                    "SELECT state FROM entries WHERE subject_id = $1 AND state NOT IN ($2, $3) LIMIT 1",
                    *product,
                    EntryState::Released,
                    EntryState::Withdrawn,
                )?;
                if let Some((from,)) = open {
                    let from = from.announced();
                    return Err(Refusal::IllegalMove { from }.into());
                }
                let now = tx.now();
                execute!(tx, "UPDATE products SET deleted_at = $1 WHERE id = $2", now, *product)?;
                feed::note(tx, Some(ground.centre), "product", product.0).await?;
                audit::did(tx, permit, "product", product.0, "deleted").await
            })
        })
        .await
}
