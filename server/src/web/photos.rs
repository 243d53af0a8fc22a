//! Photos and documents on their way out, and uploads on their way in.

use app::request::SignedIn;
use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use centre::{Centre, curation, media};
use domain::{
    access::{Actor, act},
    ids::{AssignmentId, MediaId},
};

/// `Extension<SignedIn>`, if there is one.
pub type Visitor = Option<axum::Extension<SignedIn>>;

fn actor(visitor: &Visitor) -> Option<&Actor> {
    visitor.as_ref().map(|signed| &signed.0.0)
}

/// `/foto/{hash}-{width}.webp`. What one may not see is not there.
pub async fn photo(
    State(centre): State<Centre>,
    visitor: Visitor,
    Path(file): Path<String>,
) -> Response {
    let named = file
        .strip_suffix(".webp")
        .and_then(|name| name.rsplit_once('-'))
        .and_then(|(hash, width)| Some((hash, width.parse::<u32>().ok()?)));
    let Some((hash, width)) = named else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let who = actor(&visitor);
    let found = async {
        let Some(id) = media::by_hash(&mut centre.db.read().await?, hash).await? else {
            return Ok(None);
        };
        if !media::may_see_photo(&centre, who, id).await? {
            return Ok(None);
        }
        media::photo_bytes(&centre, id, width).await
    };
    // A photo may leave the gallery, so that not even the public ones are kept for ever.
    let cache = if who.is_some() {
        "private, max-age=86400"
    } else {
        "public, max-age=86400"
    };
    answer(found.await, "image/webp", cache)
}

/// `/foto/buram/{assignment}/{place}`: the blurred copy that a curator sees of a photo with the brand on it.
pub async fn blurred(
    State(centre): State<Centre>,
    visitor: Visitor,
    Path((assignment, place)): Path<(AssignmentId, usize)>,
) -> Response {
    let found = async {
        let permit = actor(&visitor)
            .ok_or(domain::Refusal::NotFound)?
            .own(act::ScoreEntry)?;
        let id = curation::blurred_photo(&centre, permit, assignment, place).await?;
        media::blurred_bytes(&centre, id).await
    };
    answer(found.await, "image/webp", "private, max-age=86400")
}

/// `/berkas/{id}`: evidence and proofs, always as an attachment: a PDF may hold scripts.
pub async fn document(
    State(centre): State<Centre>,
    visitor: Visitor,
    Path(id): Path<MediaId>,
) -> Response {
    let found = async {
        let actor = actor(&visitor).ok_or(domain::Refusal::NotFound)?;
        if !media::may_open_document(&centre, actor, id).await? {
            return Ok(None);
        }
        media::document_bytes(&centre, id).await
    };
    match found.await {
        Ok(Some((bytes, kind))) => {
            let name = if kind == "application/pdf" {
                "berkas.pdf"
            } else {
                "berkas.webp"
            };
            let disposition = (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"{name}\""),
            );
            (
                [disposition],
                answer(Ok(Some(bytes)), &kind, "private, no-store"),
            )
                .into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => answer(Err(error), "", ""),
    }
}

fn answer(found: centre::Result<Option<Bytes>>, kind: &str, cache: &'static str) -> Response {
    match found {
        Ok(Some(bytes)) => (
            [
                (header::CONTENT_TYPE, kind.to_owned()),
                (header::CACHE_CONTROL, cache.to_owned()),
            ],
            bytes,
        )
            .into_response(),
        Ok(None) | Err(centre::Error::Refused(_)) => StatusCode::NOT_FOUND.into_response(),
        Err(centre::Error::Fault(fault)) => {
            tracing::error!(%fault, "a photo could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
