//! Every public address of the gallery, for search engines.

use chrono::NaiveDate;
use domain::place::Zone;

use super::stock::SHOWN;
use crate::{Centre, Result, db::Sql};

/// Parts of addresses, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitemap {
    /// Products, and the day of their badge.
    pub products: Vec<(String, NaiveDate)>,
    /// Makers with a product in the gallery.
    pub makers: Vec<String>,
    /// Published collections.
    pub collections: Vec<String>,
}

/// What stands in the gallery now.
pub async fn sitemap(centre: &Centre) -> Result<Sitemap> {
    let rows: Vec<(String, String, NaiveDate, NaiveDate, Zone)> = {
        let mut conn = centre.db.read().await?;
        let mut sql = Sql::new("SELECT p.slug, b.slug, g.granted_on, g.ends_on, c.zone");
        sql.push(SHOWN).push(" ORDER BY p.slug");
        sql.all(&mut conn).await?
    };
    let now = centre.clock.now();
    let mut map = Sitemap::default();
    for (product, maker, granted_on, ends_on, zone) in rows {
        if ends_on >= zone.date(now) {
            map.products.push((product, granted_on));
            map.makers.push(maker);
        }
    }
    map.makers.sort_unstable();
    map.makers.dedup();
    map.collections = super::collections(centre)
        .await?
        .into_iter()
        .map(|line| line.slug)
        .collect();
    map.collections.sort_unstable();
    Ok(map)
}
