//! The photo of a piece of news. Callers hand over what was uploaded this moment, never an identity that somebody typed.

use domain::{
    Refusal,
    access::{Permit, act},
    ids::{MediaId, NewsId},
    media::PhotoProblem,
};

use super::read::news_place;
use crate::{
    Centre, Result, audit,
    centres::home,
    db::{execute, maybe},
};

/// Shows a photo with the news, in place of the one it had.
pub async fn set_news_photo(
    centre: &Centre,
    permit: Permit<act::WriteNews>,
    id: NewsId,
    photo: MediaId,
) -> Result<()> {
    keep(centre, permit, id, Some(photo)).await
}

/// Takes the photo off the news.
pub async fn drop_news_photo(
    centre: &Centre,
    permit: Permit<act::WriteNews>,
    id: NewsId,
) -> Result<()> {
    keep(centre, permit, id, None).await
}

async fn keep(
    centre: &Centre,
    permit: Permit<act::WriteNews>,
    id: NewsId,
    photo: Option<MediaId>,
) -> Result<()> {
    centre
        .db
        .write((permit, id, photo), |tx, (permit, id, photo)| {
            Box::pin(async move {
                let place = news_place(tx, *id).await?.ok_or(Refusal::NotFound)?;
                if place.centre != home(permit)? {
                    return Err(Refusal::NotFound.into());
                }
                if let Some(photo) = photo {
                    let kind = maybe!(
                        tx,
                        (String,),
                        "SELECT kind FROM media WHERE id = $1",
                        *photo
                    )?;
                    if kind.is_none_or(|(kind,)| kind != "photo") {
                        return Err(Refusal::Photo(PhotoProblem::NotAPhoto).into());
                    }
                }
                let changed = execute!(
                    tx,
                    "UPDATE news SET photo_id = $1 WHERE id = $2 AND (photo_id IS NOT NULL OR $3)",
                    *photo,
                    *id,
                    photo.is_some(),
                )?;
                if changed == 0 {
                    return Err(Refusal::AlreadyDone.into());
                }
                audit::did(tx, permit, "news", id.0, photo.map(|photo| photo.0)).await
            })
        })
        .await
}
