//! Keeping photos and handing out their renditions.

use std::sync::Arc;

use bytes::Bytes;
use domain::{
    Refusal,
    ids::{MediaId, PersonId},
    media::{MAX_BYTES, Photo, PhotoProblem, WIDTHS},
};
use sha2::{Digest, Sha256};

use super::pixels::{self, Prepared};
use crate::{
    Centre, Fault, Result, audit,
    db::{Conn, execute, maybe},
};

/// Keeps a photo in every size, or says what is wrong with it. The same bytes again are the same photo.
pub async fn keep_photo(centre: &Centre, person: Option<PersonId>, bytes: Bytes) -> Result<Photo> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::Photo(PhotoProblem::TooHeavy).into());
    }
    let lane = centre.files.lane().await?;
    let (hash, bytes) = tokio::task::spawn_blocking(move || (hash(&bytes), bytes)).await?;
    if let Some(photo) = known(&mut centre.db.read().await?, &hash).await? {
        return Ok(photo);
    }
    let prepared = tokio::task::spawn_blocking(move || {
        let prepared = pixels::prepare(&bytes);
        drop(lane);
        prepared
    })
    .await??;

    let id = MediaId::new();
    for size in &prepared.renditions {
        centre
            .files
            .put(&key(id, size.width), size.clear.clone())
            .await?;
    }
    centre
        .files
        .put(&blurred_key(id), prepared.blurred.clone())
        .await?;
    let photo = note(centre, id, hash, person, &prepared).await?;
    if photo.id != id {
        for size in &prepared.renditions {
            centre.files.remove(&key(id, size.width)).await?;
        }
        centre.files.remove(&blurred_key(id)).await?;
    }
    Ok(photo)
}

/// A rendition as WebP: the wanted width of [`WIDTHS`], or the widest there is below it. `None` when there is no such
/// photo, or no such width.
pub async fn photo_bytes(centre: &Centre, id: MediaId, width: u32) -> Result<Option<Bytes>> {
    if !WIDTHS.contains(&width) {
        return Ok(None);
    }
    for size in WIDTHS.iter().rev().filter(|size| **size <= width) {
        if let Some(bytes) = centre.files.get(&key(id, *size)).await? {
            return Ok(Some(bytes));
        }
    }
    Ok(None)
}

/// The picture of a link to a product: its photo with the words beside it, as JPEG.
pub async fn share_picture(
    centre: &Centre,
    id: MediaId,
    words: ::pixels::Share,
) -> Result<Option<Bytes>> {
    let Some(bytes) = photo_bytes(centre, id, 640).await? else {
        return Ok(None);
    };
    let lane = centre.files.lane().await?;
    let picture = tokio::task::spawn_blocking(move || {
        let _lane = lane;
        let photo = image::load_from_memory(&bytes)
            .map_err(|cause| Fault::because("a kept photo", cause))?;
        ::pixels::share(&photo.into_rgb8(), &words)
            .map_err(|cause| Fault::because("share picture", cause))
    })
    .await??;
    Ok(Some(picture.into()))
}

/// The photo blurred beyond recognition of letters, as WebP, for curators who must not know whose product it is.
pub async fn blurred_bytes(centre: &Centre, id: MediaId) -> Result<Option<Bytes>> {
    centre.files.get(&blurred_key(id)).await
}

/// The photo or document of an upload with this SHA-256.
pub async fn by_hash(conn: &mut Conn, hash: &str) -> Result<Option<MediaId>> {
    Ok(maybe!(
        conn,
        (MediaId,),
        "SELECT id FROM media WHERE hash = $1",
        hash
    )?
    .map(|(id,)| id))
}

fn key(id: MediaId, width: u32) -> String {
    format!("photos/{id}/{width}.webp")
}

fn blurred_key(id: MediaId) -> String {
    format!("photos/{id}/blurred.webp")
}

/// SHA-256 in hexadecimal letters.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[derive(sqlx::FromRow)]
struct Row {
    id: MediaId,
    hash: String,
    width: i64,
    height: i64,
    tint: String,
}

async fn known(conn: &mut Conn, hash: &str) -> Result<Option<Photo>> {
    let row = maybe!(
        conn,
        Row,
        "SELECT id, hash, width, height, tint FROM media WHERE hash = $1 AND kind = 'photo'",
        hash,
    )?;
    let side = |pixels: i64| u32::try_from(pixels).unwrap_or_default();
    Ok(row.map(|row| Photo {
        id: row.id,
        hash: row.hash,
        width: side(row.width),
        height: side(row.height),
        tint: row.tint,
    }))
}

/// Writes the row, unless somebody else kept the same bytes meanwhile, and hands back the photo that stands.
async fn note(
    centre: &Centre,
    id: MediaId,
    hash: String,
    person: Option<PersonId>,
    prepared: &Prepared,
) -> Result<Photo> {
    let kept: usize = prepared
        .renditions
        .iter()
        .map(|size| size.clear.len())
        .sum::<usize>()
        + prepared.blurred.len();
    let sides = (i64::from(prepared.width), i64::from(prepared.height));
    let data = (
        id,
        Arc::<str>::from(hash),
        person,
        sides,
        prepared.tint.clone(),
        kept as i64,
    );
    centre
        .db
        .write(data, |tx, (id, hash, person, (width, height), tint, kept)| {
            Box::pin(async move {
                let now = tx.now();
                let new = execute!(
                    tx,
                    "INSERT INTO media (id, hash, kind, media_type, width, height, tint, bytes, created_by, created_at) \
                     VALUES ($1, $2, 'photo', 'image/webp', $3, $4, $5, $6, $7, $8) ON CONFLICT (hash) DO NOTHING",
                    *id, &**hash, *width, *height, tint.as_str(), *kept, *person, now,
                )?;
                if new == 1 {
                    audit::note(tx, *person, None, "KeepPhoto", "media", id.0, ()).await?;
                }
                known(tx, hash).await?.ok_or_else(|| Fault::new("a photo vanished").into())
            })
        })
        .await
}
