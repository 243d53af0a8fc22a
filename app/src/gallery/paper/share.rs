//! `/bagikan/{slug}.jpg`: the picture that messengers show beside a link to a product.

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use centre::{gallery, media};
use domain::Refusal;

use super::short_place;
use crate::{paper::Visit, request, ui::grade_word};

/// The picture. It changes with the label, so nobody keeps it longer than a day.
pub async fn picture(visit: Visit, Path(file): Path<String>) -> Response {
    match read(&visit, &file).await {
        Ok(bytes) => (
            [
                (header::CONTENT_TYPE, "image/jpeg"),
                (header::CACHE_CONTROL, "public, max-age=86400"),
            ],
            bytes,
        )
            .into_response(),
        Err(centre::Error::Refused(refusal)) => request::status_of(&refusal).into_response(),
        Err(centre::Error::Fault(fault)) => {
            request::broke(&fault);
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn read(visit: &Visit, file: &str) -> centre::Result<Vec<u8>> {
    let slug = file.strip_suffix(".jpg").ok_or(Refusal::NotFound)?;
    let page = gallery::product(visit.centre(), slug).await?;
    let photo = page.photos.first().ok_or(Refusal::NotFound)?;
    let id = media::by_hash(&mut visit.centre().db.read().await?, &photo.hash).await?;
    let grade = page.badge.grade;
    let words = media::Share {
        name: page.name,
        maker: format!("{}, {}", page.maker, short_place(&page.regency)),
        letter: grade.as_str().chars().next().unwrap_or_default(),
        word: visit.words.t(grade_word(grade)).to_owned(),
    };
    let picture = media::share_picture(visit.centre(), id.ok_or(Refusal::NotFound)?, words).await?;
    Ok(picture.ok_or(Refusal::NotFound)?.to_vec())
}
