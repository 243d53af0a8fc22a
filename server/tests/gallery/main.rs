//! The public pages over HTTP: what anybody sees, may send, and never sees.

mod basket;
mod browser;
mod centres;
mod feedback;
mod machines;
mod makers;
mod news;
mod shown;
#[path = "../town/mod.rs"]
mod town;

use axum::http::StatusCode;
use centre::gallery;
use domain::gallery::{Card, Filter};
use town::Town;

const SITE: &str = "http://localhost:3000";

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
