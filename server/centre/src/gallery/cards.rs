//! Cards of products, read from the database by their identities in one query.

use std::collections::HashMap;

use domain::{
    gallery::{Card, Picture},
    ids::ProductId,
    money::Rupiah,
};

use super::shelves::Shelves;
use crate::{
    Result,
    db::{Conn, Sql},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: ProductId,
    slug: String,
    name: String,
    price: Rupiah,
    unit: String,
    moq: i64,
    lead_days: i64,
    maker: String,
    maker_slug: String,
    hash: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    tint: Option<String>,
    alt: Option<String>,
}

/// The cards of these slots, in their order. What was deleted a moment ago is left out.
pub(super) async fn read(conn: &mut Conn, shelves: &Shelves, slots: &[u32]) -> Result<Vec<Card>> {
    if slots.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT p.id, p.slug, p.name, p.price, p.unit, p.moq, p.lead_days, b.name AS maker, b.slug AS maker_slug, \
         m.hash, m.width, m.height, m.tint, f.alt \
         FROM products p JOIN businesses b ON b.id = p.business_id \
         LEFT JOIN product_photos f ON f.product_id = p.id AND f.position = 0 LEFT JOIN media m ON m.id = f.media_id \
         WHERE p.deleted_at IS NULL AND p.id IN ",
    );
    sql.list(slots.iter().map(|slot| shelves.row(*slot).id));
    let rows: Vec<Row> = sql.all(conn).await?;
    let mut rows: HashMap<ProductId, Row> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(slots
        .iter()
        .map(|slot| shelves.row(*slot))
        .filter_map(|row| Some(card(rows.remove(&row.id)?, row, shelves)))
        .collect())
}

fn card(row: Row, shelf: &super::shelves::Row, shelves: &Shelves) -> Card {
    let picture = row.hash.zip(row.tint).zip(row.width.zip(row.height));
    let alt = row
        .alt
        .filter(|alt| !alt.is_empty())
        .unwrap_or_else(|| row.name.clone());
    Card {
        id: row.id,
        slug: row.slug,
        name: row.name,
        price: row.price,
        unit: row.unit,
        maker: row.maker,
        maker_slug: row.maker_slug,
        regency: shelves.regency(shelf).to_owned(),
        category: shelf.category,
        grade: shelf.grade,
        claims: shelf.claims(),
        moq: row.moq,
        lead_days: row.lead_days,
        picture: picture.map(|((hash, tint), (width, height))| Picture {
            hash,
            width,
            height,
            tint,
            alt,
        }),
    }
}
