//! One page of the gallery.

use domain::gallery::{Filter, Shelf};

use super::cards;
use crate::{Centre, Result};

/// Matches of a search that are ranked, at most.
const MOST_MATCHES: usize = 10_000;

/// The page that a visitor asked for: chosen and counted in memory, its cards read from the database.
pub async fn page(centre: &Centre, filter: &Filter) -> Result<Shelf> {
    let matched = match filter.q.trim() {
        "" => None,
        typed => {
            let found = centre.gallery.words().ids(typed, MOST_MATCHES).await?;
            Some(found.into_iter().map(|(id, _)| id).collect::<Vec<_>>())
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
    })
}
