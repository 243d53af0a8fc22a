//! Pages as people see them.

use axum::http::{StatusCode, header};
use centre::{gallery, people};
use domain::{gallery::Card, people::Purpose};
use serde_json::Value;

use super::{SITE, between, cards, text, town::Town};

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
        "/",
        "/galeri",
        &product,
        &maker,
        "/perajin",
        "/koleksi",
        &shelf,
        "/plut",
        "/plut/plut-ntb",
        "/plut/plut-ntb/suara",
        "/plut/plut-ntb/perbaikan",
        "/provinsi/nusa-tenggara-barat",
        "/kabar",
        "/kabar/kelas-pewarna-alam-dua-puluh-penenun",
        "/masuk",
        "/daftar",
    ] {
        let english = if path == "/" {
            "/en".to_owned()
        } else {
            format!("/en{path}")
        };
        for (page, language) in [(path, "id"), (english.as_str(), "en")] {
            let html = text(&town, page).await;
            let facts = html.matches("<script type=\"application/ld+json\"").count();
            // Only a script can show a passkey; the sign-in form beside it needs none.
            let passkey = html
                .matches("<script type=\"module\" src=\"/kunci.js\"")
                .count();
            assert_eq!(passkey, usize::from(path == "/masuk"), "{page}");
            let scripts = html.matches("<script").count();
            assert_eq!(scripts, facts + passkey, "{page} carries a program");
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
