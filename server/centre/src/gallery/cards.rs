//! Cards of products, read from the database by their identities in one query of few columns: what the shelves know
//! already (maker, place, badge, claims) comes from there.

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

/// Identity, address, name, price, unit; hash, width, height, colour and description of the main photo. A tuple,
/// because columns found by their place are found faster.
type Row = (
    ProductId,
    String,
    String,
    Rupiah,
    String,
    Option<String>,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<String>,
);

/// The cards of these slots, in their order. What was deleted a moment ago is left out.
pub(super) async fn read(conn: &mut Conn, shelves: &Shelves, slots: &[u32]) -> Result<Vec<Card>> {
    if slots.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT p.id, p.slug, p.name, p.price, p.unit, m.hash, m.width, m.height, m.tint, f.alt FROM products p \
         LEFT JOIN product_photos f ON f.product_id = p.id AND f.position = 0 LEFT JOIN media m ON m.id = f.media_id \
         WHERE p.deleted_at IS NULL AND p.id IN ",
    );
    sql.list(slots.iter().map(|slot| shelves.row(*slot).id));
    let rows: Vec<Row> = sql.all(conn).await?;
    let mut rows: HashMap<ProductId, Row> = rows.into_iter().map(|row| (row.0, row)).collect();
    Ok(slots
        .iter()
        .filter_map(|slot| Some(card(rows.remove(&shelves.row(*slot).id)?, *slot, shelves)))
        .collect())
}

fn card(row: Row, slot: u32, shelves: &Shelves) -> Card {
    let (id, slug, name, price, unit, hash, width, height, tint, alt) = row;
    let (shelf, maker) = (shelves.row(slot), shelves.maker(slot));
    let picture = hash.zip(tint).zip(width.zip(height));
    let alt = alt
        .filter(|alt| !alt.is_empty())
        .unwrap_or_else(|| name.clone());
    Card {
        id,
        slug,
        name,
        price,
        unit,
        maker: maker.name.clone(),
        maker_slug: maker.slug.clone(),
        regency: shelves.regency(shelf).to_owned(),
        category: shelf.category,
        grade: shelf.grade,
        claims: shelf.claims(),
        moq: shelf.moq,
        lead_days: shelf.lead_days,
        picture: picture.map(|((hash, tint), (width, height))| Picture {
            hash,
            width,
            height,
            tint,
            alt,
        }),
    }
}
