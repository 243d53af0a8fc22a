//! Keeping documents that prove something: PDFs as they are, photos as photos.

use bytes::Bytes;
use domain::{
    Refusal,
    ids::{MediaId, PersonId},
    media::{MAX_DOCUMENT_BYTES, PhotoProblem},
};

use super::{keep_photo, photo, photo_bytes, sniff};
use crate::{
    Centre, Error, Fault, Result, audit,
    db::{execute, maybe},
};

/// Keeps a document. A PDF must only ever be served as an attachment: it may hold scripts.
pub async fn keep_document(
    centre: &Centre,
    person: Option<PersonId>,
    bytes: Bytes,
) -> Result<MediaId> {
    if bytes.len() > MAX_DOCUMENT_BYTES {
        return Err(Refusal::Photo(PhotoProblem::DocumentTooHeavy).into());
    }
    if sniff::is_pdf(&bytes).map_err(Refusal::Photo)? {
        return keep_pdf(centre, person, bytes).await;
    }
    match keep_photo(centre, person, bytes).await {
        Ok(photo) => Ok(photo.id),
        Err(Error::Refused(Refusal::Photo(PhotoProblem::NotAPhoto))) => {
            Err(Refusal::Photo(PhotoProblem::NotADocument).into())
        }
        Err(error) => Err(error),
    }
}

/// A document's bytes and media type: a PDF whole, a photo in its largest size. `None` when there is no such thing.
pub async fn document_bytes(centre: &Centre, id: MediaId) -> Result<Option<(Bytes, String)>> {
    let found = {
        let mut conn = centre.db.read().await?;
        maybe!(
            conn,
            (String, String),
            "SELECT kind, media_type FROM media WHERE id = $1",
            id
        )?
    };
    let Some((kind, media_type)) = found else {
        return Ok(None);
    };
    let bytes = if kind == "photo" {
        photo_bytes(
            centre,
            id,
            domain::media::WIDTHS[domain::media::WIDTHS.len() - 1],
        )
        .await?
    } else {
        centre.files.get(&key(id)).await?
    };
    Ok(bytes.map(|bytes| (bytes, media_type)))
}

fn key(id: MediaId) -> String {
    format!("documents/{id}.pdf")
}

async fn keep_pdf(centre: &Centre, person: Option<PersonId>, bytes: Bytes) -> Result<MediaId> {
    let (hash, bytes) = tokio::task::spawn_blocking(move || (photo::hash(&bytes), bytes)).await?;
    if let Some(id) = photo::by_hash(&mut centre.db.read().await?, &hash).await? {
        return Ok(id);
    }
    let (id, length) = (MediaId::new(), bytes.len() as i64);
    centre.files.put(&key(id), bytes).await?;
    let kept = centre
        .db
        .write((id, hash, person, length), |tx, (id, hash, person, length)| {
            Box::pin(async move {
                let now = tx.now();
                let new = execute!(
                    tx,
                    "INSERT INTO media (id, hash, kind, media_type, width, height, tint, bytes, created_by, created_at) \
                     VALUES ($1, $2, 'document', 'application/pdf', 0, 0, '', $3, $4, $5) ON CONFLICT (hash) DO NOTHING",
                    *id, hash.as_str(), *length, *person, now,
                )?;
                if new == 1 {
                    audit::note(tx, *person, None, "KeepDocument", "media", id.0, ()).await?;
                }
                photo::by_hash(tx, hash).await?.ok_or_else(|| Fault::new("a document vanished").into())
            })
        })
        .await?;
    if kept != id {
        centre.files.remove(&key(id)).await?;
    }
    Ok(kept)
}
