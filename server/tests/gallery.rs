//! The public pages over HTTP: what anybody sees, may send, and never sees.

use axum::http::{HeaderName, Method, StatusCode, header};
use axum_test::TestResponse;
use centre::{gallery, people};
use domain::{
    gallery::{Card, Filter},
    people::Purpose,
};
use serde_json::Value;

mod town;
use town::{SAME_SITE, Town};

const SITE: &str = "http://127.0.0.1:3000";

/// A visitor's browser: it keeps its cookies.
struct Browser<'a> {
    town: &'a Town,
    cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    fn new(town: &'a Town) -> Self {
        Self {
            town,
            cookies: Vec::new(),
        }
    }

    fn cookie(&self) -> String {
        let pairs: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn learn(&mut self, answer: &TestResponse) {
        for cookie in answer.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            assert!(
                cookie.starts_with("__Host-")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax")
                    && cookie.contains("Secure"),
                "{cookie}"
            );
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.into(), value.into()));
            }
        }
    }

    async fn get(&mut self, path: &str) -> TestResponse {
        let request = self
            .town
            .server
            .get(path)
            .add_header(header::COOKIE, self.cookie());
        let answer = request.await;
        self.learn(&answer);
        answer
    }

    /// Posts a form and gives where it leads.
    async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> String {
        let answer = self
            .town
            .server
            .method(Method::POST, path)
            .add_header(SAME_SITE.0, SAME_SITE.1)
            .add_header(header::COOKIE, self.cookie())
            .form(form)
            .await;
        self.learn(&answer);
        assert_eq!(
            answer.status_code(),
            StatusCode::SEE_OTHER,
            "{}",
            answer.text()
        );
        answer.header(header::LOCATION).to_str().unwrap().to_owned()
    }
}

async fn cards(town: &Town) -> Vec<Card> {
    town.centre.gallery.caught_up().await.unwrap();
    gallery::catalogue(&town.centre, &Filter::default(), 100)
        .await
        .unwrap()
        .cards
}

async fn text(town: &Town, path: &str) -> String {
    let answer = town.server.get(path).await;
    assert_eq!(answer.status_code(), StatusCode::OK, "{path}");
    answer.text()
}

/// What stands between two marks, each time.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Vec<&'t str> {
    text.split(from)
        .skip(1)
        .map(|rest| rest.split(to).next().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn public_pages_carry_no_program_and_say_where_they_stand_in_both_languages() {
    let town = Town::new().await;
    let card = cards(&town).await.remove(0);
    let collection = gallery::collections(&town.centre).await.unwrap().remove(0);
    let (product, maker) = (
        format!("/produk/{}", card.slug),
        format!("/pembuat/{}", card.maker_slug),
    );
    let shelf = format!("/koleksi/{}", collection.slug);
    for path in [
        "/", "/galeri", &product, &maker, "/koleksi", &shelf, "/masuk", "/daftar",
    ] {
        let english = if path == "/" {
            "/en".to_owned()
        } else {
            format!("/en{path}")
        };
        for (page, language) in [(path, "id"), (english.as_str(), "en")] {
            let html = text(&town, page).await;
            let scripts = html.matches("<script").count();
            assert_eq!(
                scripts,
                html.matches("<script type=\"application/ld+json\"").count(),
                "{page} carries a program"
            );
            assert!(
                !html.contains(".wasm") && !html.contains(" style=\"") && !html.contains("onclick"),
                "{page}"
            );
            assert!(
                html.starts_with(&format!("<!DOCTYPE html><html lang=\"{language}\"")),
                "{page}"
            );
            assert!(
                html.contains(&format!("<link rel=\"canonical\" href=\"{SITE}{page}\">")),
                "{page}"
            );
            assert!(
                html.contains(&format!("hreflang=\"id\" href=\"{SITE}{path}\"")),
                "{page}"
            );
            assert!(
                html.contains(&format!("hreflang=\"en\" href=\"{SITE}{english}\"")),
                "{page}"
            );
            assert!(
                html.contains("<meta name=\"description\" content=\""),
                "{page}"
            );
            assert_eq!(html.matches("<h1").count(), 1, "{page}");
            assert_eq!(html.matches("<title>").count(), 1, "{page}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_page_tells_its_maker_its_reasons_and_its_facts() {
    let town = Town::new().await;
    let card = cards(&town)
        .await
        .into_iter()
        .find(|card| card.name.contains("Subahnale"))
        .unwrap();
    let html = text(&town, &format!("/en/produk/{}", card.slug)).await;
    let facts: Vec<Value> = between(&html, "<script type=\"application/ld+json\">", "</script>")
        .into_iter()
        .map(|json| serde_json::from_str(json).unwrap())
        .collect();
    let product = facts
        .iter()
        .find(|facts| facts["@type"] == "Product")
        .unwrap();
    assert_eq!(product["name"], card.name);
    assert_eq!(product["offers"]["price"], card.price.0);
    assert_eq!(product["offers"]["priceCurrency"], "IDR");
    assert_eq!(product["url"], format!("{SITE}/en/produk/{}", card.slug));
    assert!(facts.iter().any(|facts| facts["@type"] == "BreadcrumbList"));
    let picture = between(&html, "<meta property=\"og:image\" content=\"", "\"")[0]
        .strip_prefix(SITE)
        .unwrap();
    let answer = town.server.get(picture).await;
    assert_eq!(answer.status_code(), StatusCode::OK, "{picture}");
    assert_eq!(answer.header(header::CONTENT_TYPE), "image/jpeg");
    assert!(answer.as_bytes().starts_with(&[0xff, 0xd8]) && answer.as_bytes().len() < 300_000);
    assert_eq!(
        town.server
            .get("/bagikan/tidak-ada.jpg")
            .await
            .status_code(),
        StatusCode::NOT_FOUND
    );
    assert!(
        html.contains("<details class=\"nk-why\">")
            && html.contains("nk-scores")
            && html.contains("nk-journey")
    );
    assert!(html.contains(&format!("/en/pembuat/{}", card.maker_slug)));
    assert!(
        !html.contains("0812"),
        "a maker's number is given to those who ask only"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_or_no_longer_shown_is_not_there() {
    let town = Town::new().await;
    let owner = town.actor("081234567801").await;
    let shown = cards(&town).await;
    let hers = shown
        .iter()
        .find(|card| card.maker == "Tenun Sari Sukarara")
        .unwrap()
        .clone();
    let pages = [
        format!("/produk/{}", hers.slug),
        format!("/en/pembuat/{}", hers.maker_slug),
    ];
    for page in &pages {
        assert_eq!(
            town.server.get(page).await.status_code(),
            StatusCode::OK,
            "{page}"
        );
    }
    people::revoke_consent(&town.centre, &owner, Purpose::Gallery)
        .await
        .unwrap();
    town.centre.gallery.caught_up().await.unwrap();
    for page in &pages {
        let answer = town.server.get(page).await;
        assert_eq!(answer.status_code(), StatusCode::NOT_FOUND, "{page}");
        assert!(!answer.text().contains(&hers.name), "{page}");
    }
    for page in [
        "/produk/tidak-ada",
        "/pembuat/..%2F",
        "/koleksi/x",
        "/pesan/salah",
        "/en/tidak-ada",
        "/galeri/x",
    ] {
        assert_eq!(
            town.server.get(page).await.status_code(),
            StatusCode::NOT_FOUND,
            "{page}"
        );
    }
    assert!(!text(&town, "/sitemap.xml").await.contains(&hers.slug));
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_combine_and_each_can_be_taken_off() {
    let town = Town::new().await;
    let all = cards(&town).await;
    let wanted: Vec<&Card> = all
        .iter()
        .filter(|card| {
            card.category.as_str() == "food"
                && card.grade.as_str() == "B"
                && card.price.0 <= 100_000
        })
        .collect();
    assert!(!wanted.is_empty() && wanted.len() < all.len());
    let html = text(&town, "/galeri?kategori=food&grade=B&maks=100.000").await;
    let shown = between(&html, "<h3><a href=\"/produk/", "\"");
    assert_eq!(shown.len(), wanted.len());
    assert!(
        wanted
            .iter()
            .all(|card| shown.contains(&card.slug.as_str()))
    );
    assert!(html.contains("noindex"), "one more copy of the gallery");
    let pills = between(&html, "<a aria-current=\"true\" href=\"", "\"");
    assert_eq!(
        pills,
        [
            "/galeri?grade=B&amp;maks=100000",
            "/galeri?kategori=food&amp;maks=100000",
            "/galeri?kategori=food&amp;grade=B",
        ]
    );
    let none = text(&town, "/galeri?grade=A&maks=1").await;
    assert!(none.contains("Tidak ada yang cocok") && none.contains("role=\"status\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_misspelt_word_finds_and_is_named() {
    let town = Town::new().await;
    let html = text(&town, "/galeri?q=sonket").await;
    assert!(
        html.contains("Songket")
            && html.contains("Maksud Anda")
            && html.contains("/galeri?q=songket")
    );
    let html = text(&town, "/en/galeri?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    assert!(
        !html.contains("<script>alert"),
        "what is typed is only ever text"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_basket_is_kept_by_the_browser_alone() {
    let town = Town::new().await;
    let all = cards(&town).await;
    let mut buyer = Browser::new(&town);
    let (a, b) = (&all[0], &all[1]);
    let next = buyer
        .post(
            "/en/keranjang",
            &[
                ("tambah", &a.id.to_string()),
                ("kembali", "/en/galeri?grade=A"),
            ],
        )
        .await;
    assert_eq!(next, format!("/en/galeri?grade=A#p-{}", a.id));
    let next = buyer
        .post(
            "/keranjang",
            &[
                ("tambah", &b.id.to_string()),
                ("kembali", "https://evil.example/"),
            ],
        )
        .await;
    assert_eq!(
        next,
        format!("/keranjang#p-{}", b.id),
        "only paths of this site"
    );
    buyer
        .post("/keranjang", &[("tambah", "not-a-product")])
        .await;
    buyer
        .post(
            "/keranjang",
            &[("tambah", &domain::ids::ProductId::new().to_string())],
        )
        .await;

    let page = buyer.get("/keranjang").await;
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    let html = page.text();
    assert!(
        html.contains(&a.name)
            && html.contains(&b.name)
            && html.contains("<span class=\"nk-count\">2</span>")
    );
    assert!(
        html.contains(&format!("inputmode=\"numeric\" value=\"{}\"", a.moq)),
        "one asks for the least order first"
    );
    assert!(
        buyer
            .get("/galeri")
            .await
            .text()
            .contains("aria-pressed=\"true\"")
    );
    assert!(
        !text(&town, "/galeri")
            .await
            .contains("aria-pressed=\"true\""),
        "another browser knows nothing of it"
    );

    buyer
        .post("/keranjang", &[("buang", &a.id.to_string())])
        .await;
    let html = buyer.get("/keranjang").await.text();
    assert!(!html.contains(&a.name) && html.contains(&b.name));
}

/// Fields of a sound inquiry about two products.
fn inquiry<'t>(a: &'t str, b: &'t str) -> Vec<(&'t str, &'t str)> {
    vec![
        ("produk", a),
        ("jumlah", "2"),
        ("produk", b),
        ("jumlah", "48"),
        ("once", "0123456789abcdef0123"),
        ("name", "Hotel Rajabasa"),
        ("contact", "0812 7777 0001"),
        ("place", "Bandar Lampung"),
        ("wanted_on", "2027-01-15"),
        ("message", "Apakah bisa dikirim ke Bandar Lampung?"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_inquiry_keeps_what_was_typed_and_an_accepted_one_reaches_each_maker() {
    let town = Town::new().await;
    let all = cards(&town).await;
    let a = all
        .iter()
        .find(|card| card.maker == "Tenun Sari Sukarara")
        .unwrap();
    let b = all.iter().find(|card| card.maker != a.maker).unwrap();
    let (first, second) = (a.id.to_string(), b.id.to_string());
    let mut buyer = Browser::new(&town);
    for card in [&first, &second] {
        buyer.post("/keranjang", &[("tambah", card)]).await;
    }

    let mut wrong = inquiry(&first, &second);
    wrong[3].1 = "banyak";
    wrong[6].1 = "0812";
    let next = buyer.post("/keranjang/kirim", &wrong).await;
    assert!(
        next.starts_with("/keranjang?draf=") && next.ends_with("#kirim"),
        "{next}"
    );
    let page = buyer.get(next.split('#').next().unwrap()).await;
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    let html = page.text();
    for kept in [
        "value=\"Hotel Rajabasa\"",
        "value=\"banyak\"",
        "value=\"0812\"",
        "value=\"2027-01-15\"",
        "Apakah bisa dikirim",
    ] {
        assert!(html.contains(kept), "{kept}");
    }
    assert_eq!(
        html.matches("class=\"nk-error\"").count(),
        2,
        "each wrong field has its sentence"
    );
    assert!(html.contains("Tulis angka saja"));
    assert_eq!(
        gallery::my_inquiries(&town.centre, &town.actor("081234567801").await)
            .await
            .unwrap()
            .iter()
            .filter(|line| line.buyer == "Hotel Rajabasa")
            .count(),
        0
    );

    let next = buyer
        .post("/keranjang/kirim", &inquiry(&first, &second))
        .await;
    assert_eq!(next, "/keranjang/terkirim?baru=2");
    let html = buyer.get(&next).await.text();
    assert!(html.contains(&a.maker) && html.contains(&b.maker));
    assert_eq!(html.matches("https://wa.me/62").count(), 2, "{html}");
    assert!(
        html.contains("Saya%20menanyakan%20lewat%20Naik%20Kelas")
            && html.contains("15 Januari 2027")
    );
    assert!(
        buyer
            .get("/keranjang")
            .await
            .text()
            .contains("Keranjang tanya masih kosong")
    );
    let letters = gallery::my_inquiries(&town.centre, &town.actor("081234567801").await)
        .await
        .unwrap();
    assert_eq!(
        letters
            .iter()
            .filter(|line| line.buyer == "Hotel Rajabasa")
            .count(),
        1
    );

    let links = between(&html, "href=\"/pesan/", "\"");
    let link = format!("/pesan/{}", links[0]);
    let next = buyer.post(&link, &[("text", "")]).await;
    let refused = buyer.get(next.split('#').next().unwrap()).await.text();
    assert!(refused.contains("nk-error"));
    let next = buyer
        .post(&link, &[("text", "Kami ambil dua lembar.")])
        .await;
    assert_eq!(next, format!("{link}?terkirim=1#balas"));
    let talk = town.server.get(&link).await;
    assert_eq!(talk.header(header::CACHE_CONTROL), "no-store");
    assert!(talk.text().contains("Kami ambil dua lembar.") && talk.text().contains("noindex"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_inquiries_is_told_to_wait_and_loses_nothing() {
    let town = Town::with_burst(2).await;
    let card = cards(&town).await.remove(0);
    let id = card.id.to_string();
    let mut buyer = Browser::new(&town);
    buyer.post("/keranjang", &[("tambah", &id)]).await;
    let form = [
        ("produk", id.as_str()),
        ("jumlah", "3"),
        ("name", "Hotel Rajabasa"),
        ("contact", "?"),
        ("message", "Halo, berapa?"),
    ];
    for _ in 0..2 {
        let next = buyer.post("/keranjang/kirim", &form).await;
        assert!(
            !buyer
                .get(next.split('#').next().unwrap())
                .await
                .text()
                .contains("Terlalu sering")
        );
    }
    let next = buyer.post("/keranjang/kirim", &form).await;
    let html = buyer.get(next.split('#').next().unwrap()).await.text();
    assert!(html.contains("Terlalu sering mencoba") && html.contains("value=\"Hotel Rajabasa\""));
}

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
    let robots = text(&town, "/robots.txt").await;
    assert!(robots.contains(&format!("Sitemap: {SITE}/sitemap.xml")));
    for closed in ["/keranjang", "/pesan/", "/api/"] {
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
        let path = path.replace("{secret}", "salah");
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
