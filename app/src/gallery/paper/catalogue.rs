//! `/katalog`: what meets a filter, to be printed on A4 or kept as PDF.

use axum::response::Response;
use centre::gallery;
use domain::{
    gallery::{Card, Filter, Shelf},
    place::{Zone, date},
};
use leptos::prelude::*;

use super::{address, pills::Pills, short_place};
use crate::{
    business::claim_name,
    paper::{Sheet, Visit},
    ui::{Brand, Empty, GradeLabel, Photo},
    words::{gallery as g, use_words},
};

/// Products of one catalogue, at most: thirty pages of paper.
const MOST: usize = 240;

/// The page.
pub async fn page(visit: Visit) -> Response {
    let filter = Filter::read(visit.pairs());
    let found = gallery::catalogue(visit.centre(), &filter, MOST).await;
    visit.show(found, |visit, shelf| draw(visit, filter, shelf))
}

fn draw(visit: &Visit, filter: Filter, shelf: Shelf) -> Sheet {
    let w = visit.words;
    let today = Zone::Wita.date(visit.centre().clock.now());
    let lead = w.fill(
        g::CATALOGUE_LEAD,
        &[("n", &shelf.total), ("day", &date(today, w.language))],
    );
    let most = (shelf.total > shelf.cards.len()).then(|| {
        let sentence = w.fill(
            g::CATALOGUE_MOST,
            &[("shown", &shelf.cards.len()), ("n", &shelf.total)],
        );
        view! { <p class="nk-small nk-muted">{sentence}</p> }
    });
    let site = visit.face.public_url.clone();
    let content = if shelf.cards.is_empty() {
        view! { <Empty title=w.t(g::NONE) hint=w.t(g::NONE_HINT)/> }.into_any()
    } else {
        let cards = shelf
            .cards
            .into_iter()
            .map(|card| view! { <Entry site=site.clone() card/> });
        view! { <div class="nk-catalogue">{cards.collect_view()}</div> }.into_any()
    };
    let body = view! {
        <div class="nk-wrap">
            <header class="nk-page-head nk-catalogue-head">
                <div class="nk-only-print"><Brand href="/"/></div>
                <h1>{w.t(g::CATALOGUE_TITLE)}</h1>
                <p class="nk-lead">{lead}</p>
                <p class="nk-small nk-muted nk-no-print">{w.t(g::CATALOGUE_PRINT)}</p>
                {most}
                <div class="nk-pills nk-no-print"><Pills filter=filter.clone() places=shelf.facets.places collection=None/></div>
                <p class="nk-no-print"><a class="nk-link" href=address::shelf(&filter)>{w.t(g::HEADING)}</a></p>
            </header>
            {content}
        </div>
    };
    Sheet::new(w.t(g::CATALOGUE_TITLE), body)
        .about(w.t(g::ABOUT))
        .unlisted()
}

#[component]
fn Entry(site: String, card: Card) -> impl IntoView {
    let w = use_words();
    let claims: Vec<&str> = card
        .claims
        .iter()
        .map(|kind| w.t(claim_name(*kind)))
        .collect();
    let ready = match card.lead_days {
        0 => w.t(g::READY_NOW).to_owned(),
        days => w.fill(g::READY, &[("n", &days)]),
    };
    let terms = format!(
        "{} · {ready}",
        w.fill(g::MIN, &[("n", &card.moq), ("unit", &card.unit)])
    );
    let page = address::product(&card.slug);
    let shown = format!("{site}{page}");
    let shown = shown
        .split_once("://")
        .map_or(shown.clone(), |(_, rest)| rest.to_owned());
    let photo = match card.picture {
        Some(mut picture) => {
            picture.alt.clear();
            view! { <Photo picture sizes="150px" eager=true/> }.into_any()
        }
        None => view! { <div class="nk-photo"></div> }.into_any(),
    };
    view! {
        <article>
            {photo}
            <div>
                <h2><a href=page>{card.name}</a></h2>
                <p class="nk-muted">{card.maker}", "{short_place(&card.regency).to_owned()}</p>
                <p class="nk-product-price">{card.price.to_string()}" "<small>{w.fill(g::PER, &[("unit", &card.unit)])}</small></p>
                <p><GradeLabel grade=card.grade/></p>
                <p class="nk-small">{claims.join(" · ")}</p>
                <p class="nk-small nk-muted">{terms}</p>
                <p class="nk-tiny nk-muted nk-address">{shown}</p>
            </div>
        </article>
    }
}
