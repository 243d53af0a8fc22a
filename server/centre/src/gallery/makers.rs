//! The directory of makers. A maker stands in it as long as a product of theirs stands in the gallery.

use std::collections::HashMap;

use domain::gallery::{Card, MAKERS_PAGE, MakerCard, MakerFilter, Makers, Picture};

use super::{
    cards,
    shelves::{Shelves, Stand},
    stock::SHOWN,
};
use crate::{
    Centre, Result,
    db::{Conn, Sql},
};

/// Matches of a search that are ranked, at most.
const MOST_MATCHES: usize = 10_000;

/// The page that a visitor asked for: chosen in memory, its pictures read from the database, which has the last word on
/// who may be shown: who took the consent back a moment ago is not.
pub async fn makers(centre: &Centre, filter: &MakerFilter) -> Result<Makers> {
    let (matched, meant) = match filter.q.trim() {
        "" => (None, None),
        typed => {
            let words = centre.gallery.words();
            let found = words.ids(typed, MOST_MATCHES).await?;
            let found: Vec<_> = found.into_iter().map(|(id, _)| id).collect();
            (Some(found), words.meant(typed).await?)
        }
    };
    let shelves = centre.gallery.shelves();
    let order = match &matched {
        Some(products) => shelves.stands_of(products),
        None => (0..shelves.stands().len()).collect(),
    };
    let fitting: Vec<&Stand> = order
        .into_iter()
        .map(|place| &shelves.stands()[place])
        .filter(|stand| {
            shelves.stand_fits(
                stand,
                filter.centre,
                filter.category,
                filter.place.as_deref(),
            )
        })
        .collect();
    let pages = ((fitting.len() as i64 + MAKERS_PAGE - 1) / MAKERS_PAGE).max(1);
    let page = filter.page.clamp(1, pages);
    let skip = ((page - 1) * MAKERS_PAGE) as usize;
    let some: Vec<&Stand> = fitting
        .iter()
        .skip(skip)
        .take(MAKERS_PAGE as usize)
        .copied()
        .collect();
    let mut conn = centre.db.read().await?;
    Ok(Makers {
        cards: read(&mut conn, &shelves, &some).await?,
        total: fitting.len(),
        categories: shelves.stands_by_category(),
        places: shelves.stands_by_place(),
        page,
        pages,
        meant,
    })
}

/// Slug, name; hash, width, height and colour of their own photo.
type Row = (
    String,
    String,
    Option<String>,
    Option<i64>,
    Option<i64>,
    Option<String>,
);

async fn read(conn: &mut Conn, shelves: &Shelves, stands: &[&Stand]) -> Result<Vec<MakerCard>> {
    if stands.is_empty() {
        return Ok(Vec::new());
    }
    let slug = |stand: &Stand| shelves.maker(stand.slots[0]).slug.clone();
    let mut sql = Sql::new(
        "SELECT b.slug, b.name, m.hash, m.width, m.height, m.tint FROM businesses b \
         LEFT JOIN media m ON m.id = b.photo_id WHERE b.id IN (SELECT p.business_id",
    );
    sql.push(SHOWN)
        .push(") AND b.slug IN ")
        .list(stands.iter().map(|stand| slug(stand)));
    let rows: Vec<Row> = sql.all(conn).await?;
    let mut rows: HashMap<String, Row> = rows.into_iter().map(|row| (row.0.clone(), row)).collect();
    let bare: Vec<u32> = stands
        .iter()
        .filter(|stand| rows.get(&slug(stand)).is_some_and(|row| row.2.is_none()))
        .map(|stand| stand.slots[0])
        .collect();
    let products = cards::read(conn, shelves, &bare).await?;
    Ok(stands
        .iter()
        .filter_map(|stand| Some(card(shelves, stand, rows.remove(&slug(stand))?, &products)))
        .collect())
}

fn card(shelves: &Shelves, stand: &Stand, row: Row, products: &[Card]) -> MakerCard {
    let (slug, name, hash, width, height, tint) = row;
    let first = shelves.row(stand.slots[0]);
    let own = hash.zip(tint).zip(width.zip(height));
    let own = own.map(|((hash, tint), (width, height))| Picture {
        hash,
        width,
        height,
        tint,
        alt: name.clone(),
    });
    let product = || {
        products
            .iter()
            .find(|card| card.id == first.id)?
            .picture
            .clone()
    };
    MakerCard {
        picture: own.or_else(product),
        regency: shelves.regency(first).to_owned(),
        categories: stand.categories.clone(),
        products: stand.slots.len(),
        grade: stand.grade,
        claims: first.claims(),
        slug,
        name,
    }
}
