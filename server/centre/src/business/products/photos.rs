//! The photos of a product: one to eight, in the maker's order, the first one the main one.

use domain::{
    Refusal,
    access::{Permit, act},
    gallery::PhotoForm,
    ids::{CentreId, MediaId, ProductId},
    media::{MAX_PHOTOS, PhotoProblem},
    refusal::{Problem, text},
};

use super::product_ground;
use crate::{
    Centre, Result, audit,
    db::{Conn, Tx, all, execute, maybe, one},
    feed,
};

/// Photos of a product in order.
async fn order(conn: &mut Conn, product: ProductId) -> Result<Vec<MediaId>> {
    let rows = all!(
        conn,
        (MediaId,),
        "SELECT media_id FROM product_photos WHERE product_id = $1 ORDER BY position, media_id",
        product,
    )?;
    Ok(rows.into_iter().map(|(media,)| media).collect())
}

async fn number(tx: &mut Tx, product: ProductId, order: &[MediaId]) -> Result<()> {
    for (position, media) in order.iter().enumerate() {
        execute!(
            tx,
            "UPDATE product_photos SET position = $1 WHERE product_id = $2 AND media_id = $3",
            position as i64,
            product,
            *media,
        )?;
    }
    Ok(())
}

async fn note(
    tx: &mut Tx,
    permit: &Permit<act::SubmitProduct>,
    centre: CentreId,
    product: ProductId,
    what: &str,
) -> Result<()> {
    feed::note(tx, Some(centre), "product", product.0).await?;
    audit::did(tx, permit, "product_photo", product.0, what).await
}

fn alt(form: &PhotoForm) -> Result<String> {
    Ok(text(&form.alt, 0, 200).map_err(|problem| Refusal::field("alt", problem))?)
}

/// Adds an uploaded photo at the end.
pub async fn attach_photo(
    centre: &Centre,
    permit: Permit<act::SubmitProduct>,
    product: ProductId,
    media: MediaId,
    form: &PhotoForm,
) -> Result<()> {
    let alt = alt(form)?;
    let data = (permit, product, media, alt, form.clone());
    let result = centre
        .db
        .write(data, |tx, (permit, product, media, alt, form)| {
            Box::pin(async move {
                let (_, ground) = product_ground(tx, permit, *product).await?;
                let kind = maybe!(tx, (String,), "SELECT kind FROM media WHERE id = $1", *media)?;
                if kind.is_none_or(|(kind,)| kind != "photo") {
                    return Err(Refusal::NotFound.into());
                }
                let there = order(tx, *product).await?;
                if there.contains(media) {
                    return Err(Refusal::Photo(PhotoProblem::Duplicate).into());
                }
                if there.len() >= MAX_PHOTOS {
                    return Err(Refusal::TooManyPhotos.into());
                }
                execute!(
                    tx,
                    "INSERT INTO product_photos (product_id, media_id, position, shows_brand, shows_label, alt) \
                     VALUES ($1, $2, $3, $4, $5, $6)",
                    *product, *media, there.len() as i64, form.shows_brand, form.shows_label, alt.as_str(),
                )?;
                note(tx, permit, ground.centre, *product, "attached").await
            })
        })
        .await;
    match result {
        Err(error) if error.is_duplicate() => Err(Refusal::Photo(PhotoProblem::Duplicate).into()),
        result => result,
    }
}

/// Changes what is said about a photo.
pub async fn describe_photo(
    centre: &Centre,
    permit: Permit<act::SubmitProduct>,
    product: ProductId,
    media: MediaId,
    form: &PhotoForm,
) -> Result<()> {
    let alt = alt(form)?;
    centre
        .db
        .write(
            (permit, product, media, alt, form.clone()),
            |tx, (permit, product, media, alt, form)| {
                Box::pin(async move {
                    let (_, ground) = product_ground(tx, permit, *product).await?;
                    let changed = execute!(
                        tx,
                        "UPDATE product_photos SET alt = $1, shows_brand = $2, shows_label = $3 \
                     WHERE product_id = $4 AND media_id = $5",
                        alt.as_str(),
                        form.shows_brand,
                        form.shows_label,
                        *product,
                        *media,
                    )?;
                    if changed == 0 {
                        return Err(Refusal::NotFound.into());
                    }
                    note(tx, permit, ground.centre, *product, "described").await
                })
            },
        )
        .await
}

/// Puts the photos in a new order, which must name each of them once.
pub async fn reorder_photos(
    centre: &Centre,
    permit: Permit<act::SubmitProduct>,
    product: ProductId,
    wanted: Vec<MediaId>,
) -> Result<()> {
    centre
        .db
        .write(
            (permit, product, wanted),
            |tx, (permit, product, wanted)| {
                Box::pin(async move {
                    let (_, ground) = product_ground(tx, permit, *product).await?;
                    let (mut there, mut named) = (order(tx, *product).await?, wanted.clone());
                    there.sort_unstable();
                    named.sort_unstable();
                    if there != named {
                        return Err(Refusal::field("photos", Problem::NotAChoice).into());
                    }
                    number(tx, *product, wanted).await?;
                    note(tx, permit, ground.centre, *product, "reordered").await
                })
            },
        )
        .await
}

/// Takes a photo off a product; the others close up. One that is not there was taken off before.
pub async fn remove_photo(
    centre: &Centre,
    permit: Permit<act::SubmitProduct>,
    product: ProductId,
    media: MediaId,
) -> Result<()> {
    centre
        .db
        .write((permit, product, media), |tx, (permit, product, media)| {
            Box::pin(async move {
                let (_, ground) = product_ground(tx, permit, *product).await?;
                let removed = execute!(
                    tx,
                    "DELETE FROM product_photos WHERE product_id = $1 AND media_id = $2",
                    *product,
                    *media,
                )?;
                if removed == 0 {
                    return Err(Refusal::AlreadyDone.into());
                }
                let rest = order(tx, *product).await?;
                number(tx, *product, &rest).await?;
                note(tx, permit, ground.centre, *product, "removed").await
            })
        })
        .await
}

/// How many photos a product has, and whether one shows the label.
pub(super) async fn count(conn: &mut Conn, product: ProductId) -> Result<(i64, bool)> {
    let (photos, labels) = one!(
        conn,
        (i64, i64),
        "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN shows_label THEN 1 ELSE 0 END), 0) AS BIGINT) \
         FROM product_photos WHERE product_id = $1",
        product,
    )?;
    Ok((photos, labels > 0))
}
