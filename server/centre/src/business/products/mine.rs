//! A maker's own products: the list, and one opened to go on writing.

use chrono::NaiveDate;
use domain::{
    access::{Actor, Permit, act},
    curation::{Category, LabelItem, missing},
    gallery::{MyProduct, PhotoLine, Picture, ProductFile, ProductText, Tier, Variant},
    ids::{BusinessId, MediaId, ProductId},
    money::Rupiah,
    people::Purpose,
    place::Zone,
    review::{EntryState, Grade},
};

use super::{product_ground, readiness};
use crate::{
    Centre, Result,
    db::{Conn, Json, Sql, all, one},
    people,
};

#[derive(sqlx::FromRow)]
struct Written {
    business: BusinessId,
    maker: String,
    slug: String,
    version: i64,
    name: String,
    category: Category,
    description: String,
    story: String,
    price: Rupiah,
    unit: String,
    cost: Option<Rupiah>,
    moq: i64,
    lead_days: i64,
    capacity: i64,
    net_content: String,
    shelf_life: String,
    label: Json<Vec<LabelItem>>,
    variants: Json<Vec<Variant>>,
    tiers: Json<Vec<Tier>>,
}

/// A product opened by whoever may write it: what is written so far, its photos, what is missing.
pub async fn product_file(
    centre: &Centre,
    permit: &Permit<act::SubmitProduct>,
    product: ProductId,
) -> Result<ProductFile> {
    let mut conn = centre.db.read().await?;
    product_ground(&mut conn, permit, product).await?;
    let row = one!(
        conn,
        Written,
        "SELECT b.id AS business, b.name AS maker, p.slug, p.version, p.name, p.category, p.description, p.story, \
         p.price, p.unit, p.cost, p.moq, p.lead_days, p.capacity, p.net_content, p.shelf_life, p.label, p.variants, \
         p.tiers FROM products p JOIN businesses b ON b.id = p.business_id WHERE p.id = $1",
        product,
    )?;
    let text = ProductText {
        name: row.name,
        category: row.category,
        description: row.description,
        story: row.story,
        price: row.price,
        unit: row.unit,
        cost: row.cost,
        moq: row.moq,
        lead_days: row.lead_days,
        capacity: row.capacity,
        net_content: row.net_content,
        shelf_life: row.shelf_life,
        label: row.label.0,
        variants: row.variants.0,
        tiers: row.tiers.0,
    };
    let ready = readiness(&mut conn, product, centre.clock.now()).await?;
    Ok(ProductFile {
        id: product,
        business: row.business,
        maker: row.maker,
        slug: row.slug,
        form: text.form(row.version),
        photos: photos(&mut conn, product).await?,
        missing: missing(&ready),
    })
}

#[derive(sqlx::FromRow)]
struct PhotoRow {
    media: MediaId,
    hash: String,
    width: i64,
    height: i64,
    tint: String,
    alt: String,
    shows_brand: bool,
    shows_label: bool,
}

async fn photos(conn: &mut Conn, product: ProductId) -> Result<Vec<PhotoLine>> {
    let rows = all!(
        conn,
        PhotoRow,
        "SELECT m.id AS media, m.hash, m.width, m.height, m.tint, f.alt, f.shows_brand, f.shows_label \
         FROM product_photos f JOIN media m ON m.id = f.media_id WHERE f.product_id = $1 ORDER BY f.position",
        product,
    )?;
    Ok(rows
        .into_iter()
        .map(|row| PhotoLine {
            media: row.media,
            picture: Picture {
                hash: row.hash,
                width: row.width,
                height: row.height,
                tint: row.tint,
                alt: row.alt,
            },
            shows_brand: row.shows_brand,
            shows_label: row.shows_label,
        })
        .collect())
}

#[derive(sqlx::FromRow)]
struct Row {
    id: ProductId,
    business: BusinessId,
    name: String,
    slug: String,
    category: Category,
    price: Rupiah,
    zone: Zone,
    hash: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    tint: Option<String>,
    alt: Option<String>,
    grade: Option<Grade>,
    ends_on: Option<NaiveDate>,
    listed: Option<bool>,
}

impl Row {
    fn picture(&self) -> Option<Picture> {
        Some(Picture {
            hash: self.hash.clone()?,
            width: self.width?,
            height: self.height?,
            tint: self.tint.clone()?,
            alt: self.alt.clone()?,
        })
    }
}

/// The actor's own products with where each stands, the youngest first.
pub async fn my_products(centre: &Centre, actor: &Actor) -> Result<Vec<MyProduct>> {
    let mut conn = centre.db.read().await?;
    let rows = all!(
        conn,
        Row,
        "SELECT p.id, p.business_id AS business, p.name, p.slug, p.category, p.price, c.zone, m.hash, m.width, \
         m.height, m.tint, f.alt, g.grade, g.ends_on, g.listed \
         FROM products p JOIN businesses b ON b.id = p.business_id JOIN centres c ON c.id = p.centre_id \
         LEFT JOIN product_photos f ON f.product_id = p.id AND f.position = 0 LEFT JOIN media m ON m.id = f.media_id \
         LEFT JOIN grades g ON g.product_id = p.id AND g.replaced_at IS NULL \
         WHERE b.owner_id = $1 AND b.deleted_at IS NULL AND p.deleted_at IS NULL ORDER BY p.created_at DESC, p.id DESC",
        actor.person,
    )?;
    let consents = people::has_consent(&mut conn, actor.person, Purpose::Gallery).await?;
    let mut sql = Sql::new("SELECT subject_id, state FROM entries WHERE subject_id IN ");
    sql.list(rows.iter().map(|row| row.id))
        .push(" ORDER BY submitted_at, id");
    let entries: Vec<(ProductId, EntryState)> = sql.all(&mut conn).await?;
    let now = centre.clock.now();
    Ok(rows
        .into_iter()
        .map(|row| MyProduct {
            id: row.id,
            business: row.business,
            picture: row.picture(),
            state: entries
                .iter()
                .rfind(|(product, _)| *product == row.id)
                .map(|(_, state)| state.announced()),
            listed: consents
                && row.listed == Some(true)
                && row.ends_on.is_some_and(|last| last >= row.zone.date(now)),
            grade: row.grade.zip(row.ends_on),
            name: row.name,
            slug: row.slug,
            category: row.category,
            price: row.price,
        })
        .collect())
}
