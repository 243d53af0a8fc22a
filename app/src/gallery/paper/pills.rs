//! What is chosen, as pills that are taken off one by one.

use domain::gallery::{Filter, PlaceCount};
use leptos::prelude::*;

use super::address;
use crate::{
    business::claim_name,
    ui::{Icon, category_word, grade_word},
    words::{Words, gallery as g, use_words},
};

/// Every choice with the filter that lacks it.
fn choices(w: Words, filter: &Filter, places: &[PlaceCount]) -> Vec<(String, Filter)> {
    let first = filter.at_page(1);
    let mut out = Vec::new();
    let mut add = |label: String, change: &dyn Fn(&mut Filter)| {
        let mut without = first.clone();
        change(&mut without);
        out.push((label, without));
    };
    for one in &filter.categories {
        add(w.t(category_word(*one)).to_owned(), &|f| {
            f.categories.retain(|c| c != one)
        });
    }
    for one in &filter.places {
        let name = places.iter().find(|place| place.code == *one);
        let name = name.map_or_else(|| one.clone(), |place| place.name.clone());
        add(name, &|f| f.places.retain(|p| p != one));
    }
    for one in &filter.grades {
        add(format!("{one} · {}", w.t(grade_word(*one))), &|f| {
            f.grades.retain(|g| g != one)
        });
    }
    for one in &filter.claims {
        add(w.t(claim_name(*one)).to_owned(), &|f| {
            f.claims.retain(|c| c != one)
        });
    }
    if let Some(price) = filter.price_min {
        add(w.fill(g::PRICE_OVER, &[("price", &price)]), &|f| {
            f.price_min = None
        });
    }
    if let Some(price) = filter.price_max {
        add(w.fill(g::PRICE_UP_TO, &[("price", &price)]), &|f| {
            f.price_max = None
        });
    }
    if let Some(days) = filter.lead_days {
        add(w.fill(g::LEAD_DAYS, &[("n", &days)]), &|f| {
            f.lead_days = None
        });
    }
    if let Some(units) = filter.moq {
        add(w.fill(g::MOQ_UNITS, &[("n", &units)]), &|f| f.moq = None);
    }
    out
}

/// The pills.
#[component]
pub fn Pills(
    /// What is chosen.
    filter: Filter,
    /// Names of places.
    places: Vec<PlaceCount>,
    /// The collection's title, when one is chosen.
    collection: Option<String>,
) -> impl IntoView {
    let w = use_words();
    let mut all = choices(w, &filter, &places);
    if let Some(title) = collection {
        let without = Filter {
            collection: None,
            ..filter.at_page(1)
        };
        all.insert(0, (title, without));
    }
    let many = (all.len() > 1).then(|| {
        let bare = Filter {
            q: filter.q.clone(),
            sort: filter.sort,
            ..Filter::default()
        };
        view! { <a class="nk-link nk-small" href=address::shelf(&bare)>{w.t(g::FILTER_CLEAR)}</a> }
    });
    let pills = all.into_iter().map(|(name, without)| {
        let label = w.fill(g::FILTER_REMOVE, &[("name", &name)]);
        view! {
            <a class="nk-pill" aria-current="true" href=address::shelf(&without) aria-label=label>{name}<Icon icon=icondata_lu::LuX/></a>
        }
    });
    view! { {pills.collect_view()}{many} }
}
