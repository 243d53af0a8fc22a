//! The basket, and the inquiries it becomes.

use axum::http::header;
use centre::gallery;

use super::{between, browser::Browser, cards, text, town::Town};

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
