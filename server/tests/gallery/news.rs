//! News over HTTP.

use axum::http::{Method, StatusCode, header};
use serde_json::Value;

use super::{between, text, town::Town};

const PIECE: &str = "/kabar/kelas-pewarna-alam-dua-puluh-penenun";

#[tokio::test(flavor = "multi_thread")]
async fn news_stand_on_their_page_on_the_centres_and_on_their_own() {
    let town = Town::new().await;
    for path in ["/kabar", "/plut/plut-ntb"] {
        assert!(
            text(&town, path)
                .await
                .contains(&format!("href=\"{PIECE}\"")),
            "{path}"
        );
    }
    let html = text(&town, &format!("/en{PIECE}")).await;
    assert!(html.contains("A class in natural dyes") && html.contains("indigo leaf"));
    let facts = between(&html, "<script type=\"application/ld+json\">", "</script>");
    let facts: Value = serde_json::from_str(facts[0]).unwrap();
    assert_eq!(facts["@type"], "NewsArticle");
    let picture = facts["image"].as_str().unwrap();
    let path = picture.strip_prefix(super::SITE).unwrap();
    // The plain village's photos are narrow: the widest rendition there is.
    let path = path.replace("-1280.webp", "-320.webp");
    let photo = town.server.get(&path).await;
    assert_eq!(photo.status_code(), StatusCode::OK, "{path}");
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawn_news_are_gone() {
    let town = Town::new().await;
    let cookie = town.sign_in("dewi@plut-ntb.id").await;
    let desk = town
        .call(&Method::GET, "/api/news/desk", "", Some(&cookie))
        .await
        .json::<Value>();
    let id = desk["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .find(|piece| PIECE.ends_with(piece["slug"].as_str().unwrap()))
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let input = format!("news={id}&public=false");
    let done = town
        .call(&Method::POST, "/api/news/publish", &input, Some(&cookie))
        .await;
    assert_eq!(done.status_code(), StatusCode::OK);
    assert_eq!(
        town.server.get(PIECE).await.status_code(),
        StatusCode::NOT_FOUND
    );
    for path in ["/kabar", "/plut/plut-ntb"] {
        assert!(!text(&town, path).await.contains(PIECE), "{path}");
    }
    let page = town
        .server
        .get(&format!("/kelola/kabar/{id}"))
        .add_header(header::COOKIE, cookie)
        .await;
    assert!(
        page.text().contains("Kelas pewarna alam"),
        "its writers still have it"
    );
}
