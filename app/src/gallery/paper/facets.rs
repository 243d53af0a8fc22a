//! The filters: a column on wide screens, a sheet on phones. A plain form, no script.

use domain::{
    gallery::{Count, Facets, Filter, PlaceCount},
    money::{Rupiah, grouped},
};
use leptos::prelude::*;

use crate::{
    business::claim_name,
    paper::to,
    ui::{Icon, category_word, grade_word},
    words::{gallery as g, ui, use_words},
};

/// The form with what is chosen and how many products each choice would leave.
#[component]
pub fn FacetForm(
    /// What is chosen.
    filter: Filter,
    /// What could be.
    facets: Facets,
) -> impl IntoView {
    let w = use_words();
    let kept = [
        (!filter.q.is_empty()).then(|| ("q", filter.q.clone())),
        filter.collection.clone().map(|slug| ("koleksi", slug)),
        (filter.sort != Default::default()).then(|| ("urut", filter.sort.to_string())),
    ];
    let kept = kept
        .into_iter()
        .flatten()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    let categories = facets.categories.iter().map(|count| {
        let on = filter.categories.contains(&count.value);
        choice(
            "kategori",
            count.value.to_string(),
            w.t(category_word(count.value)).to_owned(),
            count.count,
            on,
        )
    });
    let grades = facets.grades.iter().map(|count| {
        let label = format!("{} · {}", count.value, w.t(grade_word(count.value)));
        choice(
            "grade",
            count.value.to_string(),
            label,
            count.count,
            filter.grades.contains(&count.value),
        )
    });
    let claims = facets.claims.iter().map(|count| {
        let label = w.t(claim_name(count.value)).to_owned();
        choice(
            "klaim",
            count.value.to_string(),
            label,
            count.count,
            filter.claims.contains(&count.value),
        )
    });
    let price = |amount: Option<Rupiah>| {
        amount
            .map(|amount| grouped(amount.0.unsigned_abs()))
            .unwrap_or_default()
    };
    let waits = steps("siap", &facets.lead_days, filter.lead_days, |n| {
        w.fill(g::LEAD_DAYS, &[("n", &n)])
    });
    let least = steps("moq", &facets.moq, filter.moq, |n| {
        w.fill(g::MOQ_UNITS, &[("n", &n)])
    });
    view! {
        <form class="nk-facets" id="saring" popover="auto" aria-label=w.t(g::FILTER) action=to("/galeri")>
            <header>
                <h2>{w.t(g::FILTER)}</h2>
                <button class="nk-icon-btn" type="button" popovertarget="saring" popovertargetaction="hide" aria-label=w.t(ui::CLOSE)>
                    <Icon icon=icondata_lu::LuX/>
                </button>
            </header>
            {kept.collect_view()}
            {facet(w.t(g::CATEGORIES), true, categories.collect_view().into_any())}
            {facet(w.t(g::PLACES), true, places(&facets.places, &filter).into_any())}
            {facet(w.t(g::GRADE), true, grades.collect_view().into_any())}
            {facet(w.t(g::CLAIMS), true, claims.collect_view().into_any())}
            <fieldset class="nk-facet nk-fieldset">
                <h2>{w.t(g::PRICE)}</h2>
                <div class="nk-two">
                    <input class="nk-input" name="min" inputmode="numeric" aria-label=w.t(g::PRICE_FROM) placeholder=w.t(g::PRICE_FROM) value=price(filter.price_min)/>
                    <input class="nk-input" name="maks" inputmode="numeric" aria-label=w.t(g::PRICE_TO) placeholder=w.t(g::PRICE_TO) value=price(filter.price_max)/>
                </div>
            </fieldset>
            {facet(w.t(g::LEAD), filter.lead_days.is_some(), waits)}
            {facet(w.t(g::MOQ), filter.moq.is_some(), least)}
            <button class="nk-btn nk-btn-outline nk-btn-wide">{w.t(g::FILTER_APPLY)}</button>
        </form>
    }
}

fn facet(title: &'static str, open: bool, choices: AnyView) -> impl IntoView {
    view! {
        <details class="nk-facet" open=open>
            <summary>{title}<Icon icon=icondata_lu::LuChevronDown/></summary>
            {choices}
        </details>
    }
}

fn choice(
    name: &'static str,
    value: String,
    label: String,
    count: usize,
    on: bool,
) -> impl IntoView {
    view! {
        <label class="nk-check">
            <input type="checkbox" name=name value=value checked=on/><span>{label}</span><small>{grouped(count as u64)}</small>
        </label>
    }
}

/// Provinces; their regencies behind one more tap, open when one is chosen.
fn places(places: &[PlaceCount], filter: &Filter) -> impl IntoView + use<> {
    let w = use_words();
    let draw = |place: &PlaceCount| {
        let on = filter.places.contains(&place.code);
        choice(
            "tempat",
            place.code.clone(),
            place.name.clone(),
            place.count,
            on,
        )
    };
    let (provinces, regencies): (Vec<_>, Vec<_>) =
        places.iter().partition(|place| place.code.len() == 2);
    let open = regencies
        .iter()
        .any(|place| filter.places.contains(&place.code));
    let provinces = provinces.into_iter().map(draw).collect_view();
    let regencies = (!regencies.is_empty()).then(|| {
        view! {
            <details class="nk-facet-more" open=open>
                <summary>{w.t(g::REGENCIES)}<Icon icon=icondata_lu::LuChevronDown/></summary>
                {regencies.into_iter().map(draw).collect_view()}
            </details>
        }
    });
    view! { {provinces}{regencies} }
}

/// One bound of several.
fn steps(
    name: &'static str,
    counts: &[Count<i64>],
    chosen: Option<i64>,
    label: impl Fn(i64) -> String,
) -> AnyView {
    let w = use_words();
    let bound = |value: String, label: String, count: Option<usize>, on: bool| {
        let count = count.map(|count| view! { <small>{grouped(count as u64)}</small> });
        view! { <label class="nk-check"><input type="radio" name=name value=value checked=on/><span>{label}</span>{count}</label> }
    };
    let any = bound(
        String::new(),
        w.t(g::ANY).to_owned(),
        None,
        chosen.is_none(),
    );
    let bounds = counts
        .iter()
        .map(|count| {
            bound(
                count.value.to_string(),
                label(count.value),
                Some(count.count),
                chosen == Some(count.value),
            )
        })
        .collect_view();
    view! { {any}{bounds} }.into_any()
}
