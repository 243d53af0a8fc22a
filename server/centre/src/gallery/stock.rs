//! Every product that curators listed and its maker shows, as read from the database: what the shelves are made of.

use std::{collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use domain::{
    business::ClaimKind,
    curation::Category,
    ids::{BusinessId, CentreId, ProductId},
    place::Zone,
    review::Grade,
};

use crate::{
    Result,
    db::{Conn, Json, Sql, all},
};
use domain::gallery::Variant;

/// One product whose badge may hold: listed, not replaced, not deleted, its owner consenting. Whether the badge holds
/// today is asked when shelves are filled.
#[derive(Clone, Debug)]
pub(super) struct Product {
    pub id: ProductId,
    pub category: Category,
    pub grade: Grade,
    pub score: i64,
    pub granted_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub zone: Zone,
    pub price: i64,
    pub lead_days: i64,
    pub moq: i64,
    /// Official code of the regency.
    pub regency: String,
    pub maker: Arc<Maker>,
    /// Checked claims and their last days.
    pub claims: Vec<(ClaimKind, Option<NaiveDate>)>,
}

/// The maker as cards name it.
#[derive(Debug)]
pub(super) struct Maker {
    pub name: String,
    pub slug: String,
    /// The centre that keeps their product.
    pub centre: CentreId,
}

/// What the word index reads of a product.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub id: ProductId,
    pub name: String,
    pub category: Category,
    pub maker: String,
    pub description: String,
    pub place: String,
}

/// A regency and the province above it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Regency {
    pub code: String,
    pub name: String,
    pub province: String,
    pub province_name: String,
}

/// Products, places and collections, kept up to date by the follower.
#[derive(Debug, Default)]
pub(super) struct Stock {
    pub products: HashMap<ProductId, Product>,
    pub regencies: HashMap<String, Regency>,
    /// Published collections: part of an address, and products in order.
    pub collections: Vec<(String, Vec<ProductId>)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: ProductId,
    business: BusinessId,
    category: Category,
    name: String,
    description: String,
    story: String,
    variants: Json<Vec<Variant>>,
    price: i64,
    lead_days: i64,
    moq: i64,
    maker: String,
    maker_slug: String,
    regency: String,
    regency_name: String,
    centre: CentreId,
    zone: Zone,
    grade: Grade,
    score: i64,
    granted_on: NaiveDate,
    ends_on: NaiveDate,
}

/// Tables and conditions of a product that may be shown. Every public page reads through it, and
/// so does every photo that anybody may see.
pub(crate) const SHOWN: &str = " FROM products p JOIN businesses b ON b.id = p.business_id \
     JOIN grades g ON g.product_id = p.id AND g.replaced_at IS NULL AND g.listed \
     JOIN consents k ON k.person_id = b.owner_id AND k.purpose = 'gallery' AND k.revoked_at IS NULL \
     JOIN regencies r ON r.code = b.regency_code \
     JOIN provinces v ON v.code = r.province_code JOIN centres c ON c.id = p.centre_id \
     WHERE p.deleted_at IS NULL AND b.deleted_at IS NULL";

/// The products that may be shown: all, or those of `only`.
pub(super) async fn products(
    conn: &mut Conn,
    only: Option<&[ProductId]>,
) -> Result<Vec<(Product, Words)>> {
    let mut sql = Sql::new(
        "SELECT p.id, b.id AS business, p.category, p.name, p.description, p.story, p.variants, p.price, p.lead_days, \
         p.moq, b.name AS maker, b.slug AS maker_slug, r.code AS regency, r.name AS regency_name, c.id AS centre, c.zone, \
         g.grade, g.score, g.granted_on, \
         g.ends_on",
    );
    sql.push(SHOWN);
    if let Some(only) = only {
        sql.push(" AND p.id IN ").list(only.iter().copied());
    }
    let rows: Vec<Row> = sql.all(conn).await?;

    let mut sql = Sql::new(
        "SELECT business_id, kind, expires_on FROM claims WHERE ended_at IS NULL AND state = 'verified'",
    );
    if only.is_some() {
        let mut makers: Vec<BusinessId> = rows.iter().map(|row| row.business).collect();
        makers.sort_unstable();
        makers.dedup();
        sql.push(" AND business_id IN ").list(makers);
    }
    let mut claims: HashMap<BusinessId, Vec<(ClaimKind, Option<NaiveDate>)>> = HashMap::new();
    let held: Vec<(BusinessId, ClaimKind, Option<NaiveDate>)> = sql.all(conn).await?;
    for (business, kind, expires) in held {
        claims.entry(business).or_default().push((kind, expires));
    }
    Ok(rows.into_iter().map(|row| split(row, &claims)).collect())
}

fn split(
    row: Row,
    claims: &HashMap<BusinessId, Vec<(ClaimKind, Option<NaiveDate>)>>,
) -> (Product, Words) {
    let variants = row.variants.0.iter().map(|variant| variant.name.as_str());
    let mut description = row.description;
    for more in std::iter::once(row.story.as_str()).chain(variants) {
        description.push(' ');
        description.push_str(more);
    }
    let product = Product {
        id: row.id,
        category: row.category,
        grade: row.grade,
        score: row.score,
        granted_on: row.granted_on,
        ends_on: row.ends_on,
        zone: row.zone,
        price: row.price,
        lead_days: row.lead_days,
        moq: row.moq,
        regency: row.regency,
        maker: Arc::new(Maker {
            name: row.maker.clone(),
            slug: row.maker_slug,
            centre: row.centre,
        }),
        claims: claims.get(&row.business).cloned().unwrap_or_default(),
    };
    let words = Words {
        id: row.id,
        name: row.name,
        category: row.category,
        maker: row.maker,
        description,
        place: row.regency_name,
    };
    (product, words)
}

/// Every regency.
pub(super) async fn regencies(conn: &mut Conn) -> Result<HashMap<String, Regency>> {
    let rows = all!(
        conn,
        Regency,
        "SELECT r.code, r.name, v.code AS province, v.name AS province_name \
         FROM regencies r JOIN provinces v ON v.code = r.province_code",
    )?;
    Ok(rows
        .into_iter()
        .map(|row| (row.code.clone(), row))
        .collect())
}

/// Every published collection.
pub(super) async fn collections(conn: &mut Conn) -> Result<Vec<(String, Vec<ProductId>)>> {
    let rows = all!(
        conn,
        (String, ProductId),
        "SELECT c.slug, p.product_id FROM collections c JOIN collection_products p ON p.collection_id = c.id \
         WHERE c.published_at IS NOT NULL ORDER BY c.slug, p.position, p.product_id",
    )?;
    let mut out: Vec<(String, Vec<ProductId>)> = Vec::new();
    for (slug, product) in rows {
        match out.last_mut() {
            Some((last, products)) if *last == slug => products.push(product),
            _ => out.push((slug, vec![product])),
        }
    }
    Ok(out)
}
