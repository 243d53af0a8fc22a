//! `/sitemap.xml` and `/robots.txt`.

use std::{fmt::Write, sync::Arc};

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use centre::gallery;
use domain::language::Language;

use crate::{
    paper::{Face, in_language},
    request,
};

/// What machines may keep for an hour.
const AN_HOUR: &str = "public, max-age=3600";

/// Every public page in both languages.
pub async fn sitemap(State(face): State<Arc<Face>>) -> Response {
    let map = match gallery::sitemap(&face.centre).await {
        Ok(map) => map,
        Err(centre::Error::Fault(fault)) => {
            request::broke(&fault);
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
        Err(centre::Error::Refused(_)) => return StatusCode::NOT_FOUND.into_response(),
    };
    let pages = ["/", "/galeri", "/perajin", "/koleksi", "/plut", "/kabar"]
        .map(|path| (path.to_owned(), None));
    let others = match others(&face.centre).await {
        Ok(paths) => paths.into_iter().map(|path| (path, None)),
        Err(error) => {
            if let centre::Error::Fault(fault) = error {
                request::broke(&fault);
            }
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let products = map
        .products
        .into_iter()
        .map(|(slug, day)| (format!("/produk/{slug}"), Some(day)));
    let makers = map
        .makers
        .into_iter()
        .map(|slug| (format!("/pembuat/{slug}"), None));
    let collections = map
        .collections
        .into_iter()
        .map(|slug| (format!("/koleksi/{slug}"), None));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (path, day) in pages
        .into_iter()
        .chain(products)
        .chain(makers)
        .chain(collections)
        .chain(others)
    {
        let address = |language| format!("{}{}", face.public_url, in_language(&path, language));
        let (id, en) = (address(Language::Id), address(Language::En));
        let day = day
            .map(|day| format!("<lastmod>{day}</lastmod>"))
            .unwrap_or_default();
        for own in [&id, &en] {
            // Slugs are letters, digits and hyphens: nothing to escape.
            let _ = writeln!(
                xml,
                "<url><loc>{own}</loc>{day}\
                 <xhtml:link rel=\"alternate\" hreflang=\"id\" href=\"{id}\"/>\
                 <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"{en}\"/></url>",
            );
        }
    }
    xml.push_str("</urlset>\n");
    (
        [
            (header::CONTENT_TYPE, "application/xml; charset=utf-8"),
            (header::CACHE_CONTROL, AN_HOUR),
        ],
        xml,
    )
        .into_response()
}

/// Pages of other features.
async fn others(centre: &centre::Centre) -> centre::Result<Vec<String>> {
    let mut paths = Vec::new();
    for line in centre::centres::lines(centre).await? {
        for page in ["", "/perbaikan", "/suara"] {
            paths.push(format!("/plut/{}{page}", line.slug));
        }
    }
    for (_, slug) in centre::centres::provinces(centre).await? {
        paths.push(format!("/provinsi/{slug}"));
    }
    for slug in centre::news::public_slugs(centre).await? {
        paths.push(format!("/kabar/{slug}"));
    }
    Ok(paths)
}

/// What machines may read.
pub async fn robots(State(face): State<Arc<Face>>) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /keranjang\nDisallow: /en/keranjang\nDisallow: /pesan/\nDisallow: /en/pesan/\n\
         Disallow: /suara/\nDisallow: /en/suara/\nDisallow: /katalog\nDisallow: /en/katalog\n\nSitemap: {}/sitemap.xml\n",
        face.public_url
    );
    (
        [
            (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
            (header::CACHE_CONTROL, AN_HOUR),
        ],
        text,
    )
        .into_response()
}
