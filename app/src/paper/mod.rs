//! The public face: plain HTML and plain forms, no script. Not compiled for the browser. The table of contents.
//!
//! A page is an axum handler: it reads what it shows, then draws it at once ([`Visit::show`]).

mod frame;
mod sheet;
mod visit;

use std::sync::Arc;

use axum::{
    Router,
    response::Response,
    routing::{MethodRouter, get, post},
};
use domain::language::Language;
use frame::{Frame, Missing};

pub use sheet::Sheet;
pub use visit::{Face, LETTERS, Visit};

use crate::{AppError, centres, feedback, gallery, news, people, words::use_words};

/// Every public page.
pub fn pages() -> Vec<(&'static str, MethodRouter<Arc<Face>>)> {
    vec![
        ("/", get(gallery::paper::landing::page)),
        ("/galeri", get(gallery::paper::shelf::page)),
        ("/produk/{slug}", get(gallery::paper::product::page)),
        ("/pembuat/{slug}", get(gallery::paper::maker::page)),
        ("/perajin", get(gallery::paper::makers::page)),
        ("/perajin/{slug}", get(gallery::paper::makers::of)),
        ("/plut", get(centres::paper::list::page)),
        ("/plut/{slug}", get(centres::paper::page::page)),
        ("/plut/{slug}/suara", get(feedback::paper::form::page)),
        (
            "/plut/{slug}/perbaikan",
            get(feedback::paper::register::page),
        ),
        ("/suara/{secret}", get(feedback::paper::link::page)),
        ("/provinsi/{slug}", get(centres::paper::province::page)),
        ("/kabar", get(news::paper::list::page)),
        ("/kabar/{slug}", get(news::paper::piece::page)),
        ("/koleksi", get(gallery::paper::collections::list)),
        ("/koleksi/{slug}", get(gallery::paper::collections::page)),
        ("/katalog", get(gallery::paper::catalogue::page)),
        ("/keranjang", get(gallery::paper::basket::page)),
        ("/keranjang/terkirim", get(gallery::paper::inquiry::sent)),
        ("/pesan/{secret}", get(gallery::paper::inquiry::page)),
        ("/masuk", get(people::paper::sign_in)),
        ("/masuk/kode", get(people::paper::second_step)),
        ("/daftar", get(people::paper::sign_up)),
        ("/lupa-sandi", get(people::way_back::forgot)),
        ("/sandi-baru", get(people::way_back::renew)),
    ]
}

/// Every plain form of the public pages. Anybody may send one.
pub fn forms() -> Vec<(&'static str, MethodRouter<Arc<Face>>)> {
    vec![
        ("/keranjang", post(gallery::paper::basket::change)),
        ("/keranjang/kirim", post(gallery::paper::inquiry::send)),
        ("/pesan/{secret}", post(gallery::paper::inquiry::reply)),
        ("/plut/{slug}/suara", post(feedback::paper::form::send)),
        ("/suara/{secret}", post(feedback::paper::link::reply)),
    ]
}

/// The public face as routes, in both languages.
pub fn router(face: Arc<Face>) -> Router {
    let mut router = Router::new()
        .route("/sitemap.xml", get(gallery::paper::robots::sitemap))
        .route("/robots.txt", get(gallery::paper::robots::robots))
        .route("/bagikan/{file}", get(gallery::paper::share::picture))
        .route("/en/bagikan/{file}", get(gallery::paper::share::picture));
    for (path, methods) in pages().into_iter().chain(forms()) {
        let english = in_language(path, Language::En);
        router = router.route(&english, methods.clone()).route(path, methods);
    }
    router.with_state(face)
}

/// The page for what is not there.
pub async fn missing(visit: Visit) -> Response {
    visit.sorry(AppError::Refused(domain::Refusal::NotFound))
}

/// `/galeri` in Indonesian, `/en/galeri` in English.
pub fn in_language(path: &str, language: Language) -> String {
    match (language, path) {
        (Language::Id, path) => path.to_owned(),
        (Language::En, "/") => "/en".to_owned(),
        (Language::En, path) => match path.strip_prefix("/#") {
            Some(part) => format!("/en#{part}"),
            None => format!("/en{path}"),
        },
    }
}

/// A path of this site in the page's language.
pub fn to(path: &str) -> String {
    in_language(path, use_words().language)
}
