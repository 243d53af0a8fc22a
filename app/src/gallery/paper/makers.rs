//! `/perajin`: the makers behind the gallery, found by name, craft or place.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use centre::gallery;
use domain::{
    gallery::{MakerCard, MakerFilter, Makers},
    money::grouped,
};
use leptos::prelude::*;

use super::{address, short_place};
use crate::{
    business::claim_name,
    paper::{Sheet, Visit, to},
    ui::{Empty, GradeLabel, Icon, Pager, Photo, category_word},
    words::{gallery as g, use_words},
};

/// Claims shown on a card.
const CLAIMS: usize = 2;
/// How wide a card's photo is shown.
const SIZES: &str = "(min-width: 900px) 218px, 50vw";

/// The page.
pub async fn page(visit: Visit) -> Response {
    let filter = MakerFilter::read(visit.pairs());
    let found = gallery::makers(visit.centre(), &filter).await;
    visit.show(found, |visit, makers| draw(visit, filter, makers))
}

/// `/perajin/{slug}`: a maker has one page, which bears an older name.
pub async fn of(visit: Visit, Path(slug): Path<String>) -> Response {
    match gallery::maker(visit.centre(), &slug).await {
        Ok(page) => {
            Redirect::permanent(&visit.to(&format!("/pembuat/{}", page.slug))).into_response()
        }
        Err(error) => visit.failed(error),
    }
}

fn draw(visit: &Visit, filter: MakerFilter, makers: Makers) -> Sheet {
    let w = visit.words;
    let count = w.fill(g::MAKERS_COUNT, &[("n", &grouped(makers.total as u64))]);
    let canonical = match filter.page {
        0 | 1 => "/perajin".to_owned(),
        page => format!("/perajin?hal={page}"),
    };
    let listed = filter.is_everybody();
    let meant = makers.meant.clone().map(|meant| {
        let corrected = MakerFilter { q: meant.clone(), ..filter.at_page(1) };
        view! { <p class="nk-meant" role="status">{w.t(g::MEANT)}" "<a class="nk-link" href=directory(&corrected)>{meant}</a>"?"</p> }
    });
    let asked = filter.clone();
    let content = match (makers.cards.is_empty(), listed) {
        (false, _) => view! {
            <h2 class="nk-vh">{count.clone()}</h2>
            {maker_cards(makers.cards.clone())}
            <Pager page=makers.page pages=makers.pages address=move |page| directory(&asked.at_page(page))/>
        }
        .into_any(),
        (true, true) => {
            view! { <Empty title=w.t(g::MAKERS_EMPTY) hint=w.t(g::MAKERS_EMPTY_HINT)/> }.into_any()
        }
        (true, false) => view! {
            <Empty title=w.t(g::MAKERS_NONE) hint=w.t(g::MAKERS_NONE_HINT)>
                <a class="nk-btn nk-btn-primary" href=to("/perajin")>{w.t(g::MAKERS_CLEAR)}</a>
            </Empty>
        }
        .into_any(),
    };
    let body = view! {
        <div class="nk-wrap">
            <header class="nk-page-head"><h1>{w.t(g::MAKERS_HEADING)}</h1><p class="nk-lead">{w.t(g::MAKERS_LEAD)}</p></header>
            <Choose filter makers/>
            <p class="nk-found" role="status"><b>{count}</b></p>
            {meant}
            {content}
        </div>
    };
    let sheet = Sheet::new(w.t(g::MAKERS_HEADING), body)
        .about(w.t(g::MAKERS_LEAD))
        .place("/perajin")
        .canonical(canonical);
    if listed { sheet } else { sheet.unlisted() }
}

fn directory(filter: &MakerFilter) -> String {
    match filter.query() {
        query if query.is_empty() => to("/perajin"),
        query => format!("{}?{query}", to("/perajin")),
    }
}

/// Words, family and place, in one plain form.
#[component]
fn Choose(filter: MakerFilter, makers: Makers) -> impl IntoView {
    let w = use_words();
    let families = makers.categories.into_iter().map(|count| {
        let name = format!("{} ({})", w.t(category_word(count.value)), count.count);
        let on = filter.category == Some(count.value);
        view! { <option value=count.value.as_str() selected=on>{name}</option> }
    });
    let places = makers.places.into_iter().map(|place| {
        let inset = if place.code.len() > 2 { "\u{2003}" } else { "" };
        let name = format!("{inset}{} ({})", short_place(&place.name), place.count);
        let on = filter.place.as_deref() == Some(place.code.as_str());
        view! { <option value=place.code.clone() selected=on>{name}</option> }
    });
    view! {
        <form class="nk-choose" role="search" action=to("/perajin")>
            <div class="nk-field"><label for="q">{w.t(g::MAKERS_SEARCH)}</label>
                <input class="nk-input" id="q" type="search" name="q" value=filter.q.clone() placeholder=w.t(g::MAKERS_SEARCH_HINT) maxlength="120"/></div>
            <div class="nk-field"><label for="kategori">{w.t(g::CATEGORIES)}</label>
                <select class="nk-input" id="kategori" name="kategori"><option value="">{w.t(g::ALL)}</option>{families.collect_view()}</select></div>
            <div class="nk-field"><label for="tempat">{w.t(g::MAKERS_PLACE)}</label>
                <select class="nk-input" id="tempat" name="tempat"><option value="">{w.t(g::MAKERS_EVERYWHERE)}</option>{places.collect_view()}</select></div>
            <button class="nk-btn nk-btn-primary"><Icon icon=icondata_lu::LuSearch/>{w.t(g::MAKERS_APPLY)}</button>
        </form>
    }
}

/// Makers side by side.
pub(crate) fn maker_cards(cards: Vec<MakerCard>) -> impl IntoView {
    let cards = cards.into_iter().map(|card| view! { <Maker card/> });
    view! { <div class="nk-grid">{cards.collect_view()}</div> }
}

#[component]
fn Maker(card: MakerCard) -> impl IntoView {
    let w = use_words();
    let grade = card.grade;
    let label = view! { <GradeLabel grade/> };
    let photo = match card.picture {
        Some(mut picture) => {
            // The name stands right below; hearing it twice helps nobody.
            picture.alt.clear();
            view! { <Photo picture sizes=SIZES>{label}</Photo> }.into_any()
        }
        None => view! { <div class="nk-photo">{label}</div> }.into_any(),
    };
    let families: Vec<&str> = card
        .categories
        .iter()
        .map(|family| w.t(category_word(*family)))
        .collect();
    let claims = card.claims.iter().take(CLAIMS).map(|kind| {
        view! { <span class="nk-claim"><Icon icon=icondata_lu::LuBadgeCheck/>{w.t(claim_name(*kind))}</span> }
    });
    let claims = (!card.claims.is_empty())
        .then(|| view! { <p class="nk-claims">{claims.collect_view()}</p> });
    view! {
        <article class="nk-product nk-maker-card">
            {photo}
            <h3><a href=address::maker(&card.slug)>{card.name}</a></h3>
            <p class="nk-product-by"><span>{short_place(&card.regency).to_owned()}</span><span>{families.join(", ")}</span></p>
            <p class="nk-product-terms">{w.fill(g::MAKERS_OF, &[("n", &card.products)])}</p>
            {claims}
        </article>
    }
}
