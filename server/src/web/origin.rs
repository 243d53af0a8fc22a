//! Request forgery: whatever changes something must come from a page of ours, and must say so.

use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Refuses unsafe methods that come from elsewhere, or do not say where they come from.
///
/// Stricter than tower-http's `csrf`, which lets through what has neither `Origin` nor `Sec-Fetch-Site`.
pub async fn refuse_foreign(request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe
        || is_ours(
            request.headers(),
            request.uri().authority().map(|a| a.as_str()),
        )
    {
        next.run(request).await
    } else {
        (
            StatusCode::FORBIDDEN,
            "The request came from another site, or did not say where it came from.",
        )
            .into_response()
    }
}

fn is_ours(headers: &HeaderMap, authority: Option<&str>) -> bool {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &header::HeaderValue| value.to_str().ok())
    };
    let fetch_site = text(header::HeaderName::from_static("sec-fetch-site"));
    let origin = text(header::ORIGIN);
    let host = authority.or_else(|| text(header::HOST));
    let origin_is_ours = origin
        .and_then(|origin| origin.split_once("://"))
        .is_some_and(|(_, place)| Some(place) == host);
    match (fetch_site, origin) {
        (Some("same-origin"), None) => true,
        (Some("same-origin") | None, Some(_)) => origin_is_ours,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::HOST,
            header::HeaderValue::from_static("naikkelas.id"),
        );
        for (name, value) in pairs {
            headers.insert(
                header::HeaderName::from_static(name),
                header::HeaderValue::from_static(value),
            );
        }
        is_ours(&headers, None)
    }

    #[test]
    fn only_our_own_pages_may_change_something() {
        assert!(ours(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://naikkelas.id")
        ]));
        assert!(ours(&[("origin", "https://naikkelas.id")]));
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(!ours(&[]));
        assert!(!ours(&[("origin", "null")]));
        assert!(!ours(&[("origin", "https://evil.example")]));
        assert!(!ours(&[("origin", "https://naikkelas.id.evil.example")]));
        assert!(!ours(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://naikkelas.id")
        ]));
        assert!(!ours(&[("sec-fetch-site", "none")]));
        assert!(!ours(&[("sec-fetch-site", "same-site")]));
    }
}
