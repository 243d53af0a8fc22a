//! `/kabar`: the news of every centre.

use axum::response::Response;
use centre::news;
use domain::news::NewsPage;
use leptos::prelude::*;

use super::card::cards;
use crate::{
    paper::{Sheet, Visit, to},
    ui::{Empty, Pager},
    words::news as n,
};

/// The page.
pub async fn page(visit: Visit) -> Response {
    let page = visit.query("hal").and_then(|page| page.parse().ok());
    let found = news::page(visit.centre(), page.unwrap_or(1)).await;
    visit.show(found, draw)
}

fn address(page: i64) -> String {
    match page {
        0 | 1 => "/kabar".to_owned(),
        page => format!("/kabar?hal={page}"),
    }
}

fn draw(visit: &Visit, page: NewsPage) -> Sheet {
    let w = visit.words;
    let canonical = address(page.page);
    let content = if page.pieces.is_empty() {
        view! { <Empty title=w.t(n::NONE) hint=w.t(n::NONE_HINT)/> }.into_any()
    } else {
        view! {
            <h2 class="nk-vh">{w.t(n::TITLE)}</h2>
            {cards(page.pieces)}
            <Pager page=page.page pages=page.pages address=|page| to(&address(page))/>
        }
        .into_any()
    };
    let body = view! {
        <div class="nk-wrap">
            <header class="nk-page-head"><h1>{w.t(n::TITLE)}</h1><p class="nk-lead">{w.t(n::LEAD)}</p></header>
            {content}
        </div>
    };
    Sheet::new(w.t(n::TITLE), body)
        .about(w.t(n::LEAD))
        .place("/kabar")
        .canonical(canonical)
}
