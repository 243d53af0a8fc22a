//! The page of one product.

use chrono::NaiveDate;
use domain::{
    Refusal,
    business::{ClaimKind, ClaimState, Standing, standing},
    curation::Category,
    gallery::{Badge, Card, Claim, PastGrade, Picture, ProductPage, Tier, Variant},
    ids::{BusinessId, ProductId},
    money::Rupiah,
    place::Zone,
    review::Grade,
};

use super::{cards, stock::SHOWN};
use crate::{
    Centre, Result,
    db::{Conn, Json, Sql, all},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: ProductId,
    slug: String,
    name: String,
    category: Category,
    description: String,
    story: String,
    price: Rupiah,
    unit: String,
    moq: i64,
    lead_days: i64,
    capacity: i64,
    net_content: String,
    shelf_life: String,
    variants: Json<Vec<Variant>>,
    tiers: Json<Vec<Tier>>,
    business: BusinessId,
    maker: String,
    maker_slug: String,
    maker_story: String,
    regency: String,
    province: String,
    centre: String,
    zone: Zone,
    grade: Grade,
    score: i64,
    granted_on: NaiveDate,
    ends_on: NaiveDate,
}

/// Everything the public sees of a product that stands in the gallery now, straight from the database.
pub async fn product(centre: &Centre, slug: &str) -> Result<ProductPage> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(
        "SELECT p.id, p.slug, p.name, p.category, p.description, p.story, p.price, p.unit, p.moq, p.lead_days, \
         p.capacity, p.net_content, p.shelf_life, p.variants, p.tiers, b.id AS business, b.name AS maker, \
         b.slug AS maker_slug, b.story AS maker_story, r.name AS regency, v.name AS province, c.name AS centre, \
         c.zone, g.grade, g.score, g.granted_on, g.ends_on",
    );
    sql.push(SHOWN).push(" AND p.slug = ").bind(slug);
    let row: Row = sql.all(&mut conn).await?.pop().ok_or(Refusal::NotFound)?;
    let today = row.zone.date(centre.clock.now());
    if row.ends_on < today {
        return Err(Refusal::NotFound.into());
    }
    let (reviewers, history) = grades(&mut conn, row.id).await?;
    let mut more = of_maker(centre, &mut conn, row.business).await?;
    more.retain(|card| card.id != row.id);
    Ok(ProductPage {
        photos: photos(&mut conn, row.id, &row.name).await?,
        claims: claims(&mut conn, row.business, today).await?,
        more,
        badge: Badge {
            grade: row.grade,
            score: row.score,
            reviewers,
            granted_on: row.granted_on,
            ends_on: row.ends_on,
            centre: row.centre,
            history,
        },
        id: row.id,
        slug: row.slug,
        name: row.name,
        category: row.category,
        description: row.description,
        story: row.story,
        price: row.price,
        unit: row.unit,
        moq: row.moq,
        lead_days: row.lead_days,
        capacity: row.capacity,
        net_content: row.net_content,
        shelf_life: row.shelf_life,
        variants: row.variants.0,
        tiers: row.tiers.0,
        business: row.business,
        maker: row.maker,
        maker_slug: row.maker_slug,
        maker_story: row.maker_story,
        regency: row.regency,
        province: row.province,
        zone: row.zone,
    })
}

/// Reviewers behind the badge, and the badges before it, the youngest first.
async fn grades(conn: &mut Conn, product: ProductId) -> Result<(i64, Vec<PastGrade>)> {
    let rows = all!(
        conn,
        (Grade, NaiveDate, bool, Option<i64>),
        "SELECT g.grade, g.granted_on, g.replaced_at IS NULL, \
         (SELECT d.reviewers FROM decisions d WHERE d.entry_id = g.entry_id AND d.released_at IS NOT NULL \
          ORDER BY d.released_at DESC LIMIT 1) \
         FROM grades g WHERE g.product_id = $1 ORDER BY g.granted_on DESC, g.id DESC",
        product,
    )?;
    let current = rows.iter().find(|(_, _, current, _)| *current);
    let reviewers = current.and_then(|(.., reviewers)| *reviewers).unwrap_or(0);
    let past = rows.iter().filter(|(_, _, current, _)| !current);
    let history = past.map(|(grade, granted_on, ..)| PastGrade {
        grade: *grade,
        granted_on: *granted_on,
    });
    Ok((reviewers, history.collect()))
}

/// The photos, the main one first.
async fn photos(conn: &mut Conn, product: ProductId, name: &str) -> Result<Vec<Picture>> {
    let rows = all!(
        conn,
        (String, i64, i64, String, String),
        "SELECT m.hash, m.width, m.height, m.tint, f.alt FROM product_photos f JOIN media m ON m.id = f.media_id \
         WHERE f.product_id = $1 ORDER BY f.position",
        product,
    )?;
    Ok(rows
        .into_iter()
        .map(|(hash, width, height, tint, alt)| Picture {
            hash,
            width,
            height,
            tint,
            alt: if alt.is_empty() { name.to_owned() } else { alt },
        })
        .collect())
}

/// The claims of a maker that are in force, by kind. What was rejected or lapsed is nobody else's business.
pub(super) async fn claims(
    conn: &mut Conn,
    business: BusinessId,
    today: NaiveDate,
) -> Result<Vec<Claim>> {
    let rows = all!(
        conn,
        (ClaimKind, String, ClaimState, Option<NaiveDate>),
        "SELECT kind, number, state, expires_on FROM claims WHERE business_id = $1 AND ended_at IS NULL \
         ORDER BY created_at, id",
        business,
    )?;
    let mut claims: Vec<Claim> = rows
        .into_iter()
        .map(|(kind, number, state, expires_on)| Claim {
            kind,
            number: Claim::public_number(kind, &number),
            standing: standing(state, expires_on, today),
            expires_on,
        })
        .filter(|claim| !matches!(claim.standing, Standing::Lapsed | Standing::Rejected))
        .collect();
    claims.sort_by_key(|claim| claim.kind);
    Ok(claims)
}

/// The cards of a maker's products in the gallery, the last curated first.
pub(super) async fn of_maker(
    centre: &Centre,
    conn: &mut Conn,
    business: BusinessId,
) -> Result<Vec<Card>> {
    let mut sql = Sql::new("SELECT p.id");
    sql.push(SHOWN).push(" AND b.id = ").bind(business);
    sql.push(" ORDER BY g.granted_on DESC, p.id DESC");
    let shown: Vec<(ProductId,)> = sql.all(conn).await?;
    let shown: Vec<ProductId> = shown.into_iter().map(|(id,)| id).collect();
    let shelves = centre.gallery.shelves();
    cards::read(conn, &shelves, &shelves.slots(&shown)).await
}
