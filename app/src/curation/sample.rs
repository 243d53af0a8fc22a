//! What a curator sees of an entry: photos and facts, nothing that tells whose it is.

use domain::{
    business::Standing,
    curation::{BlindPhoto, Category, Facts, LabelItem, Sheet},
    ids::AssignmentId,
    place,
};
use leptos::prelude::*;

use super::keys;
use crate::{
    business::{claim_name, products::label_item},
    ui::{ClaimMark, Icon, Photo, category_word, photo_address},
    words::{curation as c, use_words},
};

/// The sample.
#[component]
pub fn Sample(
    /// Its sheet.
    sheet: Sheet,
) -> impl IntoView {
    let w = use_words();
    let title = format!(
        "{} · {}",
        w.fill(c::SAMPLE, &[("n", &sheet.number)]),
        w.t(category_word(sheet.facts.category))
    );
    let lawful = sheet
        .facts
        .claims
        .iter()
        .all(|claim| !matches!(claim.standing, Standing::Lapsed | Standing::Rejected));
    let legal = if lawful {
        view! { <span class="nk-chip nk-chip-ok"><Icon icon=icondata_lu::LuBadgeCheck/>{w.t(c::LICENCES_STAND)}</span> }
            .into_any()
    } else {
        view! { <span class="nk-chip nk-chip-no"><Icon icon=icondata_lu::LuCircleAlert/>{w.t(c::LICENCES_LAPSED)}</span> }
            .into_any()
    };
    let shown = RwSignal::new(0_usize);
    let assignment = sheet.assignment;
    let photos = StoredValue::new(sheet.photos.clone());
    let several = sheet.photos.len() > 1;
    let thumbs = sheet
        .photos
        .iter()
        .cloned()
        .enumerate()
        .map(|(at, photo)| {
            let address = large(assignment, &photo);
            let label = w.fill(c::PHOTO_N, &[("n", &(at + 1))]);
            view! {
                <li><a href=address target="_blank" aria-label=label
                    aria-current=move || (shown.get() == at).then_some("true")
                    on:click=move |event| { event.prevent_default(); shown.set(at); }>
                    <One assignment photo at sizes="116px"/>
                </a></li>
            }
        })
        .collect_view();
    let main = move || {
        let at = shown.get();
        photos
            .with_value(|photos| photos.get(at).cloned())
            .map(|photo| view! { <Main assignment photo at/> })
    };
    view! {
        <section class="nk-desk-sample" aria-label=title.clone()>
            <header><h2>{title.clone()}</h2>{legal}</header>
            <div class="nk-desk-views">
                {main}
                <div class="nk-desk-side">
                    {several.then(|| view! { <ul>{thumbs}</ul> })}
                    <FactList facts=sheet.facts/>
                    <p>{w.t(c::BLIND_NOTE)}</p>
                </div>
            </div>
        </section>
    }
}

fn large(assignment: AssignmentId, photo: &BlindPhoto) -> String {
    match photo {
        BlindPhoto::Clear { picture, .. } => {
            let width = domain::media::sizes(u32::try_from(picture.width).unwrap_or_default());
            photo_address(&picture.hash, width.last().copied().unwrap_or(320))
        }
        BlindPhoto::Blurred { place, .. } => blurred(assignment, *place),
    }
}

fn blurred(assignment: AssignmentId, place: i64) -> String {
    format!("/foto/buram/{assignment}/{place}")
}

/// The large photo, with what lies on it.
#[component]
fn Main(assignment: AssignmentId, photo: BlindPhoto, at: usize) -> impl IntoView {
    let w = use_words();
    let hidden = matches!(photo, BlindPhoto::Blurred { .. });
    let (source, alt) = (
        large(assignment, &photo),
        w.fill(c::PHOTO_N, &[("n", &(at + 1))]),
    );
    view! {
        <div class="nk-desk-photo">
            <One assignment photo at sizes="(min-width: 64rem) 440px, 100vw"/>
            <button type="button" id=keys::ENLARGE popovertarget="foto-besar" aria-label=w.t(c::ENLARGE)></button>
            {hidden.then(|| view! { <span class="nk-chip"><Icon icon=icondata_lu::LuEyeOff/>{w.t(c::BRAND_HIDDEN)}</span> })}
            <div class="nk-dialog nk-desk-large" id="foto-besar" popover="auto"><img src=source alt=alt loading="lazy"/></div>
        </div>
    }
}

#[component]
fn One(
    assignment: AssignmentId,
    photo: BlindPhoto,
    at: usize,
    sizes: &'static str,
) -> impl IntoView {
    let w = use_words();
    let number = w.fill(c::PHOTO_N, &[("n", &(at + 1))]);
    match photo {
        BlindPhoto::Clear { mut picture, label } => {
            picture.alt = if label {
                format!("{number}, {}", w.t(c::SHOWS_LABEL))
            } else {
                number
            };
            view! { <Photo picture sizes eager={at == 0}/> }.into_any()
        }
        BlindPhoto::Blurred { place, width, height, tint, .. } => view! {
            <div class="nk-photo">
                <svg class="nk-tint" color=tint aria-hidden="true"></svg>
                <img src=blurred(assignment, place) alt=format!("{number}, {}", w.t(c::BRAND_HIDDEN)) width=width height=height decoding="async"/>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn FactList(facts: Facts) -> impl IntoView {
    let w = use_words();
    let claims = facts
        .claims
        .iter()
        .map(|claim| {
            let until = claim.expires_on.map(|day| {
                w.fill(c::UNTIL_DAY, &[("day", &place::date(day, w.language))])
            });
            view! { <dd><ClaimMark name=w.t(claim_name(claim.kind)) standing=claim.standing/>{until.map(|until| view! { <small class="nk-muted">" "{until}</small> })}</dd> }
        })
        .collect_view();
    let no_claims = facts.claims.is_empty();
    let price = format!("{} / {}", facts.price, facts.unit);
    let cost = match (facts.cost, facts.margin()) {
        (Some(cost), Some(margin)) => format!("{cost} · {margin}%"),
        (Some(cost), None) => cost.to_string(),
        (None, _) => w.t(c::NOT_KNOWN).to_owned(),
    };
    let or_unknown = |text: &str| {
        if text.trim().is_empty() {
            w.t(c::NOT_KNOWN).to_owned()
        } else {
            text.to_owned()
        }
    };
    let row = |name, value: String| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    let unit = facts.unit.clone();
    let label =
        (facts.category == Category::Food).then(|| view! { <Label found=facts.label.clone()/> });
    view! {
        <div class="nk-card">
            <dl class="nk-facts nk-facts-rows">
                <div><dt>{w.t(c::FACT_LICENCES)}</dt>{claims}{no_claims.then(|| view! { <dd>{w.t(c::NONE)}</dd> })}</div>
                {row(w.t(c::FACT_CONTENT), or_unknown(&facts.net_content))}
                {row(w.t(c::FACT_PRICE), price)}
                {row(w.t(c::FACT_COST), cost)}
                {row(w.t(c::FACT_CAPACITY), format!("{} {unit}", facts.capacity))}
                {row(w.t(c::FACT_ORDER), w.fill(c::FACT_ORDER_IS, &[("n", &facts.moq), ("unit", &unit), ("days", &facts.lead_days)]))}
                {row(w.t(c::FACT_SHELF_LIFE), or_unknown(&facts.shelf_life))}
            </dl>
        </div>
        {label}
        <div class="nk-card nk-desk-words"><h3>{w.t(c::FACT_DESCRIPTION)}</h3><p>{facts.description.clone()}</p></div>
    }
}

/// The nine items of a food label that the maker ticked.
#[component]
fn Label(found: Vec<LabelItem>) -> impl IntoView {
    let w = use_words();
    let count = found.len();
    let items = LabelItem::ALL
        .iter()
        .map(|item| {
            let there = found.contains(item);
            let (icon, class, word) = if there {
                (icondata_lu::LuCheck, "", c::ON_LABEL)
            } else {
                (icondata_lu::LuX, "is-lapsed", c::NOT_ON_LABEL)
            };
            view! { <li class=class><Icon icon/><span>{w.t(label_item(*item))}<span class="nk-vh">": "{w.t(word)}</span></span></li> }
        })
        .collect_view();
    view! {
        <div class="nk-card nk-desk-words">
            <h3>{w.fill(c::LABEL_COUNT, &[("n", &count), ("total", &LabelItem::ALL.len())])}</h3>
            <ul class="nk-checks">{items}</ul>
        </div>
    }
}
