//! Which photos anybody may see.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{ids::MediaId, place::Zone};

use crate::{
    Result,
    db::{Conn, all},
};

/// Whether a photo belongs to a product that stands in the gallery at this moment, or to the business behind one.
pub async fn is_public(conn: &mut Conn, id: MediaId, now: DateTime<Utc>) -> Result<bool> {
    let badges = all!(
        conn,
        (Zone, NaiveDate),
        "SELECT c.zone, g.ends_on FROM products p JOIN businesses b ON b.id = p.business_id \
         JOIN grades g ON g.product_id = p.id AND g.replaced_at IS NULL AND g.listed \
         JOIN consents k ON k.person_id = b.owner_id AND k.purpose = 'gallery' AND k.revoked_at IS NULL \
         JOIN centres c ON c.id = p.centre_id \
         WHERE p.deleted_at IS NULL AND b.deleted_at IS NULL AND p.id IN \
         (SELECT product_id FROM product_photos WHERE media_id = $1 \
         UNION SELECT s.id FROM products s JOIN businesses m ON m.id = s.business_id WHERE m.photo_id = $1)",
        id,
    )?;
    Ok(badges
        .into_iter()
        .any(|(zone, ends_on)| ends_on >= zone.date(now)))
}
