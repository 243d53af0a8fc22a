//! What browsers, search engines and other sites are told.

use axum::http::{HeaderName, Method, StatusCode, header};

use super::{SITE, browser::Browser, cards, text, town::Town};

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_did_not_change_is_not_sent_again() {
    let town = Town::new().await;
    let first = town.server.get("/galeri").await;
    assert_eq!(first.header(header::CACHE_CONTROL), "public, no-cache");
    assert!(
        first
            .header(header::VARY)
            .to_str()
            .unwrap()
            .contains("Cookie")
    );
    let tag = first.header(header::ETAG);
    let again = town
        .server
        .get("/galeri")
        .add_header(header::IF_NONE_MATCH, tag.clone())
        .await;
    assert_eq!(again.status_code(), StatusCode::NOT_MODIFIED);
    assert!(again.text().is_empty());
    let id = cards(&town).await[0].id.to_string();
    let mut buyer = Browser::new(&town);
    buyer.post("/keranjang", &[("tambah", &id)]).await;
    let mine = town
        .server
        .get("/galeri")
        .add_header(header::COOKIE, buyer.cookie())
        .add_header(header::IF_NONE_MATCH, tag)
        .await;
    assert_eq!(
        mine.status_code(),
        StatusCode::OK,
        "the basket is in the page"
    );
    assert_eq!(mine.header(header::CACHE_CONTROL), "private, no-cache");
}

#[tokio::test(flavor = "multi_thread")]
async fn machines_find_every_page_and_are_kept_from_the_others() {
    let town = Town::new().await;
    let all = cards(&town).await;
    let map = town.server.get("/sitemap.xml").await;
    assert!(
        map.header(header::CONTENT_TYPE)
            .to_str()
            .unwrap()
            .starts_with("application/xml")
    );
    let map = map.text();
    for card in &all {
        assert!(map.contains(&format!("<loc>{SITE}/produk/{}</loc>", card.slug)));
        assert!(map.contains(&format!("<loc>{SITE}/en/produk/{}</loc>", card.slug)));
        assert!(map.contains(&format!("<loc>{SITE}/pembuat/{}</loc>", card.maker_slug)));
    }
    for page in [
        "/perajin",
        "/plut/plut-ntb",
        "/plut/plut-ntb/perbaikan",
        "/provinsi/nusa-tenggara-barat",
        "/kabar",
    ] {
        for prefix in ["", "/en"] {
            let address = format!("<loc>{SITE}{prefix}{page}</loc>");
            assert!(map.contains(&address), "{address}");
        }
    }
    let robots = text(&town, "/robots.txt").await;
    assert!(robots.contains(&format!("Sitemap: {SITE}/sitemap.xml")));
    for closed in ["/keranjang", "/pesan/", "/suara/", "/api/"] {
        assert!(
            robots.contains(&format!("Disallow: {closed}\n")),
            "{closed}"
        );
    }
    for path in ["/katalog?kategori=food", "/en/katalog"] {
        let html = text(&town, path).await;
        assert!(
            html.contains("noindex") && html.contains("class=\"nk-catalogue\""),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_form_must_come_from_our_own_page() {
    let town = Town::new().await;
    let forms = app::paper::forms();
    assert!(!forms.is_empty());
    for (path, _) in forms {
        let path = path.replace("{secret}", "salah").replace("{slug}", "salah");
        for prefix in ["", "/en"] {
            let path = format!("{prefix}{path}");
            let origins: [&[(&str, &str)]; 4] = [
                &[],
                &[("origin", "null")],
                &[("origin", "https://evil.example")],
                &[("sec-fetch-site", "cross-site")],
            ];
            for headers in origins {
                let mut request = town.server.method(Method::POST, &path).form(&[("x", "1")]);
                for (name, value) in headers {
                    request = request.add_header(HeaderName::from_static(name), *value);
                }
                assert_eq!(
                    request.await.status_code(),
                    StatusCode::FORBIDDEN,
                    "{path} {headers:?}"
                );
            }
        }
    }
}
