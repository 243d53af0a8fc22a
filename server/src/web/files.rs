//! Files of the built site, and the machine's own questions.

use std::path::Path;

use app::shell::Assets;
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use centre::Centre;
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// Where the style sheets are: their address carries a fingerprint of their content.
pub fn assets(site: &Path) -> Assets {
    let address = |name: &str| {
        let bytes = std::fs::read(site.join("gaya").join(name)).unwrap_or_default();
        let print = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("/gaya/{name}?v={print:016x}")
    };
    Assets {
        paper_css: address("paper.css"),
        workspace_css: address("naikkelas.css"),
    }
}

/// Serves the built site, compressed ahead where a `.br` lies beside. What is not there is answered by `missing`.
pub async fn site_or<M, F>(site: ServeDir, request: Request, missing: M) -> Response
where
    M: FnOnce(Request) -> F,
    F: Future<Output = Response>,
{
    let (parts, _) = request.into_parts();
    let again = Request::from_parts(parts.clone(), Body::empty());
    let Ok(mut response) = site
        .oneshot(Request::from_parts(parts, Body::empty()))
        .await;
    if response.status() == StatusCode::NOT_FOUND {
        return missing(again).await;
    }
    let path = again.uri().path();
    let lasting = path.starts_with("/pkg/")
        || path.starts_with("/fonts/")
        || again.uri().query().is_some_and(|q| q.starts_with("v="));
    let cache = if lasting {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=3600"
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response.map(Body::new)
}

/// The folder of the built site.
pub fn site(folder: &Path) -> ServeDir {
    ServeDir::new(folder)
        .precompressed_br()
        .append_index_html_on_directories(false)
}

/// Ready when the database answers.
pub async fn ready(State(centre): State<Centre>) -> Result<&'static str, StatusCode> {
    centre
        .db
        .ping()
        .await
        .map(|()| "ready")
        .map_err(|_| StatusCode::SERVICE_UNAVAILABLE)
}
