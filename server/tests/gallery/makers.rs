//! The directory of makers.

use axum::http::{StatusCode, header};
use centre::people;
use domain::people::Purpose;

use super::{cards, text, town::Town};

#[tokio::test(flavor = "multi_thread")]
async fn makers_are_found_by_name_craft_and_place() {
    let town = Town::new().await;
    let all = cards(&town).await;
    let html = text(&town, "/perajin").await;
    for card in all.iter().take(5) {
        assert!(
            html.contains(&format!("href=\"/pembuat/{}\"", card.maker_slug)),
            "{}",
            card.maker
        );
    }
    let weavers = text(&town, "/perajin?q=songket").await;
    assert!(weavers.contains("Tenun Sari Sukarara") && weavers.contains("noindex"));
    let coffee = text(&town, "/en/perajin?q=kopi&tempat=51").await;
    assert!(!coffee.contains("Tenun Sari Sukarara"));
    let nobody = text(&town, "/perajin?q=tidakadasamasekali").await;
    assert!(nobody.contains("Tidak ada yang cocok"));
    assert!(
        text(&town, "/perajin?hal=99")
            .await
            .contains("nk-maker-card")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_maker_has_one_page_with_claims_and_their_last_days_but_no_street() {
    let town = Town::new().await;
    let moved = town.server.get("/en/perajin/tenun-sari-sukarara").await;
    assert_eq!(moved.status_code(), StatusCode::PERMANENT_REDIRECT);
    assert_eq!(
        moved.header(header::LOCATION),
        "/en/pembuat/tenun-sari-sukarara"
    );
    let html = text(&town, "/pembuat/tenun-sari-sukarara").await;
    assert!(
        html.contains("Jonggat, Lombok Tengah, Nusa Tenggara Barat"),
        "{html}"
    );
    assert!(html.contains("href=\"/plut/plut-ntb\"") && html.contains("Izin yang diperiksa"));
    assert!(html.contains("berlaku sampai") || html.contains("tanpa batas waktu"));
    let file = town.actor("081234567801").await;
    let business = town.business_of(&file).await;
    let street: Vec<(String,)> = centre::db::Sql::new("SELECT address FROM businesses WHERE id = ")
        .bind(business)
        .all(&mut town.centre.db.read().await.unwrap())
        .await
        .unwrap();
    assert!(!street[0].0.is_empty() && !html.contains(&street[0].0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_maker_who_withdraws_is_gone_from_every_page() {
    let town = Town::new().await;
    cards(&town).await;
    let lale = town.actor("081234567801").await;
    people::revoke_consent(&town.centre, &lale, Purpose::Gallery)
        .await
        .unwrap();
    for path in ["/perajin", "/plut/plut-ntb"] {
        assert!(
            !text(&town, path).await.contains("Tenun Sari Sukarara"),
            "{path}"
        );
    }
    for path in [
        "/pembuat/tenun-sari-sukarara",
        "/perajin/tenun-sari-sukarara",
    ] {
        let status = town.server.get(path).await.status_code();
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
}
