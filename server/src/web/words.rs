//! The word lists of the browser, one language at a time; their address changes with their text.

use app::words::{FINGERPRINT, Words};
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::language::Language;

/// `/kata/id.<fingerprint>.json`.
pub async fn list(Path(file): Path<String>) -> Response {
    let language = Language::ALL
        .iter()
        .find(|language| file == format!("{language}.{FINGERPRINT}.json"));
    match language {
        Some(language) => (
            [
                (header::CONTENT_TYPE, "application/json"),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ],
            Words::of(*language).json(),
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
