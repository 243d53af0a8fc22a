//! Which photos and documents a person may see beyond the public ones.

use domain::{
    access::{Actor, Place, Role, act},
    curation::Frozen,
    ids::{BusinessId, CentreId, MediaId, PersonId},
    place::ProvinceCode,
};

use super::is_public;
use crate::{
    Centre, Result,
    db::{Conn, Json, all, maybe},
    review,
};

/// Whether somebody may see a photo: anybody one of the gallery or of public news, its writers that of any news, owners and the staff of their centre those of the
/// business, whoever brought it their own upload, a curator those of assigned entries that do not show the brand.
pub async fn may_see_photo(centre: &Centre, who: Option<&Actor>, id: MediaId) -> Result<bool> {
    let mut conn = centre.db.read().await?;
    if is_public(&mut conn, id, centre.clock.now()).await? {
        return Ok(true);
    }
    let Some(actor) = who else { return Ok(false) };
    Ok(is_own_upload(&mut conn, actor.person, id).await?
        || is_of_reach(&mut conn, actor, id).await?
        || is_on_the_news_desk(&mut conn, actor, id).await?
        || is_on_a_sheet(&mut conn, actor.person, id).await?)
}

/// Whether somebody may open a document: the evidence of a claim or the proof of a task of a business in their reach, or
/// their own upload. Curators never.
pub async fn may_open_document(centre: &Centre, actor: &Actor, id: MediaId) -> Result<bool> {
    let mut conn = centre.db.read().await?;
    Ok(is_own_upload(&mut conn, actor.person, id).await?
        || is_of_reach(&mut conn, actor, id).await?)
}

async fn is_own_upload(conn: &mut Conn, person: PersonId, id: MediaId) -> Result<bool> {
    let own = maybe!(
        conn,
        (MediaId,),
        "SELECT id FROM media WHERE id = $1 AND created_by = $2",
        id,
        person,
    )?;
    Ok(own.is_some())
}

/// Whether it belongs to a business that the actor may read.
async fn is_of_reach(conn: &mut Conn, actor: &Actor, id: MediaId) -> Result<bool> {
    let places = all!(
        conn,
        (PersonId, CentreId, ProvinceCode),
        "SELECT b.owner_id, c.id, c.province_code FROM businesses b JOIN centres c ON c.id = b.centre_id \
         WHERE b.deleted_at IS NULL AND (b.photo_id = $1 OR b.id IN \
         (SELECT p.business_id FROM products p JOIN product_photos f ON f.product_id = p.id WHERE f.media_id = $1 \
         UNION SELECT business_id FROM claims WHERE evidence_id = $1 \
         UNION SELECT business_id FROM tasks WHERE proof_id = $1))",
        id,
    )?;
    Ok(places.into_iter().any(|(owner, centre, province)| {
        let place = Place {
            owner: Some(owner),
            centre,
            province,
        };
        actor.may(act::ReadBusiness, &place).is_ok()
    }))
}

/// Whether it belongs to news that the actor may write.
async fn is_on_the_news_desk(conn: &mut Conn, actor: &Actor, id: MediaId) -> Result<bool> {
    let places = all!(
        conn,
        (CentreId, ProvinceCode),
        "SELECT c.id, c.province_code FROM news n JOIN centres c ON c.id = n.centre_id WHERE n.photo_id = $1",
        id,
    )?;
    Ok(places.into_iter().any(|(centre, province)| {
        let place = Place {
            owner: None,
            centre,
            province,
        };
        actor.may(act::WriteNews, &place).is_ok()
    }))
}

/// Whether a curator has it on a sheet where it stands clear.
async fn is_on_a_sheet(conn: &mut Conn, person: PersonId, id: MediaId) -> Result<bool> {
    let sheets = all!(
        conn,
        (BusinessId, Json<Frozen>),
        "SELECT e.business_id, e.frozen FROM assignments a JOIN entries e ON e.id = a.entry_id \
         WHERE a.reviewer_id = $1 AND a.abstained_at IS NULL AND e.withdrawn_at IS NULL AND e.frozen LIKE $2 \
         AND EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = a.reviewer_id AND m.centre_id = a.centre_id \
         AND m.role = $3 AND m.ended_at IS NULL)",
        person,
        format!("%{id}%"),
        Role::Curator,
    )?;
    for (business, Json(frozen)) in sheets {
        let clear = frozen
            .photos
            .iter()
            .any(|photo| photo.media == id && !photo.shows_brand);
        if clear && !review::in_conflict(conn, person, business).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
