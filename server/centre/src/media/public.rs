//! Which photos anybody may see.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    ids::{MediaId, NewsId},
    place::Zone,
};

use crate::{
    Result,
    db::{Conn, Sql, maybe},
    gallery::SHOWN,
};

/// Whether a photo belongs to a product that stands in the gallery at this moment, to the business behind one, or to
/// public news.
pub async fn is_public(conn: &mut Conn, id: MediaId, now: DateTime<Utc>) -> Result<bool> {
    let mut sql = Sql::new("SELECT c.zone, g.ends_on");
    sql.push(SHOWN)
        .push(" AND p.id IN (SELECT product_id FROM product_photos WHERE media_id = ")
        .bind(id)
        .push(" UNION SELECT s.id FROM products s JOIN businesses m ON m.id = s.business_id WHERE m.photo_id = ")
        .bind(id)
        .push(")");
    let badges: Vec<(Zone, NaiveDate)> = sql.all(conn).await?;
    let shown = badges
        .into_iter()
        .any(|(zone, ends_on)| ends_on >= zone.date(now));
    Ok(shown || is_in_the_news(conn, id).await?)
}

async fn is_in_the_news(conn: &mut Conn, id: MediaId) -> Result<bool> {
    let news = maybe!(
        conn,
        (NewsId,),
        "SELECT id FROM news WHERE photo_id = $1 AND published_at IS NOT NULL LIMIT 1",
        id,
    )?;
    Ok(news.is_some())
}
