//! One page of the gallery.

use domain::{
    gallery::{Card, Filter, Shelf},
    ids::ProductId,
};

use super::cards;
use crate::{Centre, Result};

/// Matches of a search that are ranked, at most.
const MOST_MATCHES: usize = 10_000;

/// The page that a visitor asked for: chosen and counted in memory, its cards read from the database.
pub async fn page(centre: &Centre, filter: &Filter) -> Result<Shelf> {
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
    let found = shelves.find(filter, matched.as_deref());
    let mut conn = centre.db.read().await?;
    let cards = cards::read(&mut conn, &shelves, &found.slots).await?;
    Ok(Shelf {
        cards,
        total: found.total,
        facets: found.facets,
        page: found.page,
        pages: found.pages,
        meant,
    })
}

/// Everything a visitor asked for, page after page, at most `most` products.
pub async fn catalogue(centre: &Centre, filter: &Filter, most: usize) -> Result<Shelf> {
    let mut all = page(centre, &filter.at_page(1)).await?;
    while all.page < all.pages && all.cards.len() < most {
        let next = page(centre, &filter.at_page(all.page + 1)).await?;
        all.page += 1;
        all.cards.extend(next.cards);
    }
    all.cards.truncate(most);
    Ok(all)
}

/// The cards of these products, in their order; without those that do not stand in the gallery now.
pub async fn cards_of(centre: &Centre, products: &[ProductId]) -> Result<Vec<Card>> {
    let shelves = centre.gallery.shelves();
    let mut conn = centre.db.read().await?;
    cards::read(&mut conn, &shelves, &shelves.slots(products)).await
}
