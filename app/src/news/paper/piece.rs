//! `/kabar/{slug}`: one piece of news.

use axum::{extract::Path, response::Response};
use centre::news;
use domain::news::NewsPiece;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::card::{beginning, byline, cards};
use crate::{
    gallery::paper::paragraphs,
    paper::{Sheet, Visit, in_language, to},
    ui::{Photo, photo_address},
    words::news as n,
};

/// Further news shown.
const MORE: i64 = 4;

/// The page.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Response {
    let found = read(&visit, &slug).await;
    visit.show(found, |visit, (piece, more)| draw(visit, piece, more))
}

async fn read(visit: &Visit, slug: &str) -> centre::Result<(NewsPiece, Vec<NewsPiece>)> {
    let piece = news::news(visit.centre(), slug).await?;
    let mut more = news::latest(visit.centre(), piece.centre, MORE).await?;
    more.retain(|one| one.id != piece.id);
    Ok((piece, more))
}

fn draw(visit: &Visit, piece: NewsPiece, more: Vec<NewsPiece>) -> Sheet {
    let w = visit.words;
    let title = piece.title.get(w.language).to_owned();
    let text = piece.text.get(w.language).to_owned();
    let facts = facts(visit, &piece);
    let image = piece.photo.as_ref();
    let image = image.map(|picture| photo_address(&picture.hash, 1280));
    let centre = to(&format!("/plut/{}", piece.centre_slug));
    let by = byline(w, &piece);
    let others = (!more.is_empty()).then(|| {
        let title = w.fill(n::MORE, &[("centre", &piece.centre_name)]);
        view! { <section class="nk-section"><h2>{title}</h2>{cards(more)}</section> }
    });
    let photo = piece.photo.map(|picture| {
        view! { <Photo picture sizes="(min-width: 900px) 700px, 100vw" eager=true class="nk-news-photo"/> }
    });
    let body = view! {
        <div class="nk-wrap">
            <nav class="nk-crumbs" aria-label=w.t(n::TITLE)>
                <ol><li><a href=to("/kabar")>{w.t(n::DESK)}</a></li><li>{title.clone()}</li></ol>
            </nav>
            <article class="nk-news-piece">
                <header class="nk-shelf-head"><h1>{title.clone()}</h1><p class="nk-muted"><a class="nk-link" href=centre>{by}</a></p></header>
                {photo}
                <div class="nk-prose">{paragraphs(&text)}</div>
            </article>
            {others}
        </div>
    };
    Sheet::new(title, body)
        .about(beginning(&text))
        .place("/kabar")
        .image(image)
        .json_ld(facts)
}

fn facts(visit: &Visit, piece: &NewsPiece) -> Value {
    let language = visit.words.language;
    let site = &visit.face.public_url;
    let address = |path: String| format!("{site}{}", in_language(&path, language));
    let photo = piece.photo.as_ref();
    json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": piece.title.get(language),
        "articleBody": piece.text.get(language),
        "datePublished": piece.published_at.map(|at| at.to_rfc3339()),
        "url": address(format!("/kabar/{}", piece.slug)),
        "image": photo.map(|picture| format!("{site}{}", photo_address(&picture.hash, 1280))),
        "publisher": {
            "@type": "GovernmentOffice", "name": piece.centre_name, "url": address(format!("/plut/{}", piece.centre_slug)),
        },
    })
}
