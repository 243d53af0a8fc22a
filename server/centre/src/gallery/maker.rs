//! The page of one maker.

use domain::{
    Refusal,
    business::Channel,
    gallery::{MakerPage, Picture},
    ids::BusinessId,
    place::Zone,
};

use super::product::{claims, of_maker};
use crate::{
    Centre, Result,
    db::{Json, maybe},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: BusinessId,
    slug: String,
    name: String,
    story: String,
    founded_year: Option<i64>,
    channels: Json<Vec<Channel>>,
    district: String,
    centre: String,
    centre_slug: String,
    regency: String,
    province: String,
    zone: Zone,
    hash: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    tint: Option<String>,
}

impl Row {
    fn photo(&self) -> Option<Picture> {
        Some(Picture {
            hash: self.hash.clone()?,
            width: self.width?,
            height: self.height?,
            tint: self.tint.clone()?,
            alt: self.name.clone(),
        })
    }
}

/// Everything the public sees of a maker. Without a product in the gallery, or without the owner's consent, the page
/// does not exist.
pub async fn maker(centre: &Centre, slug: &str) -> Result<MakerPage> {
    let mut conn = centre.db.read().await?;
    let row = maybe!(
        conn,
        Row,
        "SELECT b.id, b.slug, b.name, b.story, b.founded_year, b.channels, COALESCE(d.name, '') AS district, r.name AS regency, \
         v.name AS province, c.name AS centre, c.slug AS centre_slug, c.zone, m.hash, m.width, m.height, m.tint FROM businesses b \
         LEFT JOIN districts d ON d.code = b.district_code \
         JOIN regencies r ON r.code = b.regency_code JOIN provinces v ON v.code = r.province_code \
         JOIN centres c ON c.id = b.centre_id LEFT JOIN media m ON m.id = b.photo_id \
         WHERE b.slug = $1 AND b.deleted_at IS NULL",
        slug,
    )?
    .ok_or(Refusal::NotFound)?;
    let products = of_maker(centre, &mut conn, row.id).await?;
    if products.is_empty() {
        return Err(Refusal::NotFound.into());
    }
    let today = row.zone.date(centre.clock.now());
    Ok(MakerPage {
        claims: claims(&mut conn, row.id, today).await?,
        photo: row.photo(),
        id: row.id,
        slug: row.slug,
        name: row.name,
        story: row.story,
        district: row.district,
        centre: row.centre,
        centre_slug: row.centre_slug,
        regency: row.regency,
        province: row.province,
        founded_year: row.founded_year,
        channels: row.channels.0,
        products,
    })
}
