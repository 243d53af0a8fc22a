//! What the first page shows of the gallery.

use std::collections::HashSet;

use domain::{
    curation::Category,
    gallery::{Family, Front},
    review::Grade,
};

use super::cards;
use crate::{Centre, Result};

/// Products among the best, at most.
const BEST: usize = 8;

/// How much there is, a picture a family, and the last curated products of grade A.
pub async fn front(centre: &Centre) -> Result<Front> {
    let shelves = centre.gallery.shelves();
    let slots = || 0..shelves.len();
    let maker = |slot: u32| shelves.maker(slot).slug.as_str();

    let mut seen = HashSet::new();
    let best: Vec<u32> = slots()
        .filter(|slot| shelves.row(*slot).grade == Grade::A && seen.insert(maker(*slot)))
        .take(BEST)
        .collect();
    // A family shows its best product that is not among the best already, or else its best.
    let families: Vec<(Category, usize, u32)> = Category::ALL
        .iter()
        .filter_map(|category| {
            let of = || slots().filter(|slot| shelves.row(*slot).category == *category);
            let face = of().min_by_key(|slot| (best.contains(slot), shelves.row(*slot).grade))?;
            Some((*category, of().count(), face))
        })
        .collect();
    let makers = slots().map(maker).collect::<HashSet<_>>().len();

    let mut conn = centre.db.read().await?;
    let faces: Vec<u32> = families.iter().map(|(.., face)| *face).collect();
    let faces = cards::read(&mut conn, &shelves, &faces).await?;
    let families = families
        .into_iter()
        .map(|(category, count, face)| Family {
            category,
            count,
            picture: faces
                .iter()
                .find(|card| card.id == shelves.row(face).id)
                .and_then(|card| card.picture.clone()),
        })
        .collect();
    Ok(Front {
        total: shelves.len() as usize,
        makers,
        families,
        best: cards::read(&mut conn, &shelves, &best).await?,
    })
}
