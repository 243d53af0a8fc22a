//! `/galeri`: search, filters, order, pages.

use axum::response::Response;
use centre::gallery;
use domain::{
    curation::Category,
    gallery::{CollectionPage, Filter, Shelf, Sort},
    money::grouped,
};
use leptos::prelude::*;

use super::{address, card, category_icon, facets::FacetForm, pills::Pills};
use crate::{
    paper::{Sheet, Visit, to},
    ui::{Empty, Icon, Pager, category_word},
    words::{Key, Words, gallery as g, use_words},
};

/// Photos of the first screen.
const EAGER: usize = 4;

/// The page.
pub async fn page(visit: Visit) -> Response {
    let filter = Filter::read(visit.pairs());
    let collection = match &filter.collection {
        Some(slug) => gallery::collection(visit.centre(), slug).await.ok(),
        None => None,
    };
    let shelf = gallery::page(visit.centre(), &filter).await;
    visit.show(shelf, |visit, shelf| draw(visit, filter, shelf, collection))
}

fn draw(visit: &Visit, filter: Filter, shelf: Shelf, collection: Option<CollectionPage>) -> Sheet {
    let w = visit.words;
    // Pages of one family are worth finding; every further choice would be one more copy.
    let plain = Filter {
        categories: filter.categories.iter().copied().take(1).collect(),
        page: shelf.page,
        ..Filter::default()
    };
    let listed = plain == filter;
    let title = match (filter.q.as_str(), plain.categories.first()) {
        ("", Some(category)) if listed => w.t(category_word(*category)).to_owned(),
        ("", _) => w.t(g::TITLE).to_owned(),
        (q, _) => w.fill(g::HEADING_SEARCH, &[("q", &q)]),
    };
    let collection = collection.map(|page| page.title.get(w.language).to_owned());
    let canonical = match plain.query() {
        query if query.is_empty() => "/galeri".to_owned(),
        query => format!("/galeri?{query}"),
    };
    let results = results(visit, &filter, &shelf, collection);
    let body = view! {
        <div class="nk-wrap">
            <div class="nk-hero nk-hero-small">
                <h1>{title.clone()}</h1>
                <SearchForm filter=filter.clone()/>
            </div>
            <Families filter=filter.clone()/>
            <div class="nk-gallery">
                <FacetForm filter facets=shelf.facets/>
                {results}
            </div>
        </div>
    };
    let sheet = Sheet::new(title, body)
        .about(w.t(g::ABOUT))
        .place("/galeri")
        .canonical(canonical);
    if listed { sheet } else { sheet.unlisted() }
}

fn results(
    visit: &Visit,
    filter: &Filter,
    shelf: &Shelf,
    collection: Option<String>,
) -> impl IntoView + use<> {
    let w = visit.words;
    let count = w.fill(g::COUNT, &[("n", &grouped(shelf.total as u64))]);
    let narrowings = filter.narrowings();
    let filter_label = match narrowings {
        0 => w.t(g::FILTER).to_owned(),
        n => w.fill(g::FILTER_COUNT, &[("n", &n)]),
    };
    let meant = shelf.meant.clone().map(|meant| {
        let corrected = Filter { q: meant.clone(), ..filter.at_page(1) };
        let similar = (shelf.total > 0).then(|| w.fill(g::SIMILAR, &[("q", &filter.q)]));
        view! {
            <p class="nk-meant" role="status">
                {similar}" "{w.t(g::MEANT)}" "<a class="nk-link" href=address::shelf(&corrected)>{meant}</a>"?"
            </p>
        }
    });
    let paged = filter.clone();
    let cards = match (shelf.cards.is_empty(), filter.is_everything()) {
        (false, _) => view! {
            <h2 class="nk-vh">{count.clone()}</h2>
            {card::grid(visit, shelf.cards.clone(), EAGER)}
            <Pager page=shelf.page pages=shelf.pages address=move |page| address::shelf(&paged.at_page(page))/>
            <p class="nk-gallery-end"><a class="nk-link" href=address::catalogue(filter)>{w.t(g::PRINT)}</a></p>
        }
        .into_any(),
        (true, true) => view! { <Empty title=w.t(g::EMPTY) hint=w.t(g::EMPTY_HINT)/> }.into_any(),
        (true, false) => view! {
            <Empty title=w.t(g::NONE) hint=w.t(g::NONE_HINT)>
                <a class="nk-btn nk-btn-primary" href=to("/galeri")>{w.t(g::FILTER_CLEAR)}</a>
            </Empty>
        }
        .into_any(),
    };
    view! {
        <div>
            <div class="nk-filterbar">
                <p class="nk-result" role="status"><b>{count}</b>" "<span class="nk-muted">{w.t(g::COUNT_NOTE)}</span></p>
                <button class="nk-pill nk-only-phone" type="button" popovertarget="saring" aria-current=(narrowings > 0).then_some("true")>
                    <Icon icon=icondata_lu::LuSlidersHorizontal/>{filter_label}
                </button>
                <Order filter=filter.clone()/>
                <Pills filter=filter.clone() places=shelf.facets.places.clone() collection/>
            </div>
            {meant}
            {cards}
        </div>
    }
}

/// Words to search for; the other choices stay.
#[component]
pub fn SearchForm(
    /// What is chosen already.
    filter: Filter,
) -> impl IntoView {
    let w = use_words();
    let q = filter.q.clone();
    let kept = Filter {
        q: String::new(),
        sort: Sort::default(),
        ..filter.at_page(1)
    }
    .query();
    let kept: Vec<_> = crate::request::form_pairs(&kept)
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    view! {
        <form class="nk-search" role="search" action=to("/galeri")>
            <Icon icon=icondata_lu::LuSearch/>
            <input type="search" name="q" value=q aria-label=w.t(g::SEARCH) placeholder=w.t(g::SEARCH_HINT) maxlength="120"/>
            {kept}
            <button class="nk-btn nk-btn-primary" aria-label=w.t(g::SEARCH)><Icon icon=icondata_lu::LuArrowRight/></button>
        </form>
    }
}

/// The strip of families: one tap chooses one.
#[component]
fn Families(filter: Filter) -> impl IntoView {
    let w = use_words();
    let bare = Filter {
        categories: Vec::new(),
        ..filter.at_page(1)
    };
    let here = |on: bool| on.then_some("page");
    let families = Category::ALL.iter().map(|category| {
        let one = Filter { categories: vec![*category], ..bare.clone() };
        let on = filter.categories == [*category];
        view! {
            <a href=address::shelf(&one) aria-current=here(on)><Icon icon=category_icon(*category)/>{w.t(category_word(*category))}</a>
        }
    });
    view! {
        <nav class="nk-cats" aria-label=w.t(g::CATEGORIES)>
            <a href=address::shelf(&bare) aria-current=here(filter.categories.is_empty())><Icon icon=icondata_lu::LuLayoutGrid/>{w.t(g::ALL)}</a>
            {families.collect_view()}
        </nav>
    }
}

fn sort_name(sort: Sort, searching: bool) -> Key {
    match sort {
        Sort::Newest if searching => g::SORT_BEST,
        Sort::Newest => g::SORT_NEWEST,
        Sort::Grade => g::SORT_GRADE,
        Sort::Cheapest => g::SORT_CHEAPEST,
        Sort::Dearest => g::SORT_DEAREST,
        Sort::Soonest => g::SORT_SOONEST,
    }
}

/// The order, as a list that opens.
#[component]
fn Order(filter: Filter) -> impl IntoView {
    let w = use_words();
    let name = |sort| w.t(sort_name(sort, !filter.q.is_empty()));
    let orders = Sort::ALL.iter().map(|sort| {
        let other = Filter {
            sort: *sort,
            ..filter.at_page(1)
        };
        let on = (*sort == filter.sort).then_some("true");
        view! { <li><a href=address::shelf(&other) aria-current=on>{name(*sort)}</a></li> }
    });
    view! {
        <button class="nk-pill" type="button" popovertarget="urut" aria-label=sorted(w, name(filter.sort))>
            <Icon icon=icondata_lu::LuArrowUpDown/>{name(filter.sort)}
        </button>
        <ul class="nk-sorts" id="urut" popover="auto">{orders.collect_view()}</ul>
    }
}

fn sorted(w: Words, name: &str) -> String {
    format!("{}: {name}", w.t(g::SORT))
}
