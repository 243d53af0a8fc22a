//! Addresses of the gallery in the page's language.

use domain::gallery::Filter;

use crate::paper::to;

/// Products that meet a filter.
pub fn shelf(filter: &Filter) -> String {
    with_query("/galeri", filter)
}

/// A printable catalogue of what meets a filter.
pub fn catalogue(filter: &Filter) -> String {
    with_query("/katalog", &filter.at_page(1))
}

/// A product's page.
pub fn product(slug: &str) -> String {
    to(&format!("/produk/{slug}"))
}

/// A maker's page.
pub fn maker(slug: &str) -> String {
    to(&format!("/pembuat/{slug}"))
}

/// A collection's page.
pub fn collection(slug: &str) -> String {
    to(&format!("/koleksi/{slug}"))
}

fn with_query(path: &str, filter: &Filter) -> String {
    match filter.query() {
        query if query.is_empty() => to(path),
        query => format!("{}?{query}", to(path)),
    }
}
