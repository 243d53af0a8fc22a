//! `/koleksi` and `/koleksi/{slug}`: shelves that curators arranged.

use axum::{extract::Path, response::Response};
use centre::gallery;
use domain::gallery::{Card, CollectionLine, CollectionPage, Filter, Picture};
use leptos::prelude::*;

use super::{address, card, json_ld, product::paragraphs};
use crate::{
    paper::{Sheet, Visit, to},
    ui::{Empty, Photo, photo_address},
    words::{gallery as g, use_words},
};

/// Pictures of a collection in the list.
const PICTURES: usize = 3;

/// A collection with its first pictures.
type Line = (CollectionLine, Vec<Picture>);

/// `/koleksi`.
pub async fn list(visit: Visit) -> Response {
    let found = read(&visit).await;
    visit.show(found, draw_list)
}

async fn read(visit: &Visit) -> centre::Result<Vec<Line>> {
    let lines = gallery::collections(visit.centre()).await?;
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        let cards = gallery::cards_of(visit.centre(), &line.products).await?;
        let pictures = cards
            .into_iter()
            .filter_map(|card: Card| card.picture)
            .take(PICTURES);
        out.push((line, pictures.collect()));
    }
    Ok(out)
}

fn draw_list(visit: &Visit, lines: Vec<Line>) -> Sheet {
    let w = visit.words;
    let content = if lines.is_empty() {
        view! {
            <Empty title=w.t(g::COLLECTIONS_NONE) hint=w.t(g::COLLECTIONS_NONE_HINT)>
                <a class="nk-btn nk-btn-primary" href=to("/galeri")>{w.t(g::LANDING_OPEN)}</a>
            </Empty>
        }
        .into_any()
    } else {
        let lines = lines.into_iter().map(|line| view! { <Collection line/> });
        view! { <div class="nk-shelves">{lines.collect_view()}</div> }.into_any()
    };
    let body = view! {
        <div class="nk-wrap">
            <div class="nk-hero"><div><h1>{w.t(g::COLLECTIONS_TITLE)}</h1><p>{w.t(g::COLLECTIONS_LEAD)}</p></div></div>
            {content}
        </div>
    };
    Sheet::new(w.t(g::COLLECTIONS_TITLE), body)
        .about(w.t(g::COLLECTIONS_LEAD))
        .place("/koleksi")
}

#[component]
fn Collection(line: Line) -> impl IntoView {
    let w = use_words();
    let (line, pictures) = line;
    let pictures = pictures.into_iter().map(|mut picture| {
        picture.alt.clear();
        view! { <Photo picture sizes="(min-width: 900px) 200px, 33vw"/> }
    });
    view! {
        <article class="nk-shelf">
            <div class="nk-shelf-photos">{pictures.collect_view()}</div>
            <h2><a href=address::collection(&line.slug)>{line.title.get(w.language).to_owned()}</a></h2>
            <p class="nk-muted nk-small">{w.fill(g::COLLECTION_BY, &[("centre", &line.centre_name)])}</p>
            <p>{line.intro.get(w.language).to_owned()}</p>
        </article>
    }
}

/// `/koleksi/{slug}`.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Response {
    let found = gallery::collection(visit.centre(), &slug).await;
    visit.show(found, draw)
}

fn draw(visit: &Visit, page: CollectionPage) -> Sheet {
    let w = visit.words;
    let title = page.title.get(w.language).to_owned();
    let intro = page.intro.get(w.language).to_owned();
    let facts = json_ld::collection(visit, &page);
    let image = page.products.iter().find_map(|card| card.picture.as_ref());
    let image = image.map(|picture| photo_address(&picture.hash, 1280));
    let filter = Filter {
        collection: Some(page.slug.clone()),
        ..Filter::default()
    };
    let count = w.fill(g::COLLECTION_COUNT, &[("n", &page.products.len())]);
    let by = w.fill(g::COLLECTION_BY, &[("centre", &page.centre)]);
    let body = view! {
        <div class="nk-wrap">
            <nav class="nk-crumbs" aria-label=w.t(g::COLLECTIONS_TITLE)>
                <ol><li><a href=to("/koleksi")>{w.t(g::COLLECTIONS_TITLE)}</a></li><li>{title.clone()}</li></ol>
            </nav>
            <header class="nk-shelf-head">
                <h1>{title.clone()}</h1>
                <div class="nk-prose">{paragraphs(&intro)}</div>
                <p class="nk-muted nk-small">{by}" · "{count.clone()}</p>
                <p class="nk-shelf-links">
                    <a class="nk-link" href=address::shelf(&filter)>{w.t(g::COLLECTION_FILTER)}</a>
                    <a class="nk-link" href=address::catalogue(&filter)>{w.t(g::PRINT)}</a>
                </p>
            </header>
            <h2 class="nk-vh">{count}</h2>
            {card::grid(visit, page.products, 4)}
        </div>
    };
    let about = if intro.is_empty() {
        title.clone()
    } else {
        intro
    };
    Sheet::new(title, body)
        .about(about)
        .place("/koleksi")
        .image(image)
        .json_ld(facts)
}
