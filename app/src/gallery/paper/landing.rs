//! `/`: what this is and for whom; a search box, families with pictures, the newest of the best, the centres.

use axum::response::Response;
use centre::gallery;
use domain::{
    centres::CentreLine,
    gallery::{Family, Filter, Front},
    money::grouped,
    review::Grade,
};
use leptos::prelude::*;

use super::{address, card, category_icon, json_ld, shelf::SearchForm};
use crate::{
    centres::paper::list::Door,
    paper::{Sheet, Visit, to},
    ui::{GradeLabel, Icon, Photo, category_word, photo_address},
    words::{Words, gallery as g, ui, use_words},
};

/// The page.
pub async fn page(visit: Visit) -> Response {
    let found = read(&visit).await;
    visit.show(found, |visit, (front, doors)| draw(visit, front, doors))
}

async fn read(visit: &Visit) -> centre::Result<(Front, Vec<CentreLine>)> {
    let front = gallery::front(visit.centre()).await?;
    Ok((front, centre::centres::lines(visit.centre()).await?))
}

fn draw(visit: &Visit, front: Front, doors: Vec<CentreLine>) -> Sheet {
    let w = visit.words;
    let lead = match front.total {
        0 => w.t(g::LANDING_LEAD_EMPTY).to_owned(),
        n => w.fill(
            g::LANDING_LEAD,
            &[
                ("total", &grouped(n as u64)),
                ("makers", &grouped(front.makers as u64)),
            ],
        ),
    };
    let image = front.best.first().and_then(|card| card.picture.as_ref());
    let image = image.map(|picture| photo_address(&picture.hash, 1280));
    let families =
        (!front.families.is_empty()).then(|| {
            let families =
                front.families.clone().into_iter().enumerate().map(
                    |(place, family)| view! { <FamilyTile family eager=place < FIRST_SCREEN/> },
                );
            view! {
                <section class="nk-section">
                    <h2>{w.t(g::LANDING_FAMILIES)}</h2>
                    <div class="nk-families">{families.collect_view()}</div>
                </section>
            }
        });
    let grade_a = Filter {
        grades: vec![Grade::A],
        ..Filter::default()
    };
    let best = (!front.best.is_empty()).then(|| {
        view! {
            <section class="nk-section">
                <header class="nk-section-head">
                    <h2>{w.t(g::LANDING_BEST)}</h2>
                    <a class="nk-link" href=address::shelf(&grade_a)>{w.t(g::LANDING_BEST_ALL)}</a>
                </header>
                {card::grid(visit, front.best.clone(), 0)}
            </section>
        }
    });
    let body = view! {
        <div class="nk-wrap">
            <div class="nk-hero">
                <div><h1>{w.t(g::LANDING_HEADING)}</h1><p>{lead.clone()}</p></div>
                <SearchForm filter=Filter::default()/>
            </div>
            {families}
            {best}
            {grades(w)}
            {steps(w)}
            {centres(w, doors)}
        </div>
    };
    Sheet::new(w.t(g::LANDING_TITLE), body)
        .about(lead)
        .image(image)
        .json_ld(json_ld::site(visit))
}

/// Families in the first screen of a phone: their photos do not wait for the others.
const FIRST_SCREEN: usize = 2;

#[component]
fn FamilyTile(family: Family, eager: bool) -> impl IntoView {
    let w = use_words();
    let filter = Filter {
        categories: vec![family.category],
        ..Filter::default()
    };
    let photo = match family.picture {
        Some(mut picture) => {
            picture.alt.clear();
            view! { <Photo picture sizes="(min-width: 900px) 230px, 50vw" eager/> }.into_any()
        }
        None => view! { <div class="nk-photo"></div> }.into_any(),
    };
    view! {
        <a class="nk-family" href=address::shelf(&filter)>
            {photo}
            <span><Icon icon=category_icon(family.category)/><b>{w.t(category_word(family.category))}</b></span>
            <small>{w.fill(g::COUNT, &[("n", &grouped(family.count as u64))])}</small>
        </a>
    }
}

/// What the labels mean.
fn grades(w: Words) -> impl IntoView {
    let all = [
        (Grade::A, g::GRADE_A_TEXT),
        (Grade::B, g::GRADE_B_TEXT),
        (Grade::C, g::GRADE_C_TEXT),
        (Grade::D, g::GRADE_D_TEXT),
    ];
    let all = all.map(|(grade, text)| view! { <li><GradeLabel grade/><p>{w.t(text)}</p></li> });
    view! {
        <section class="nk-section" id="label">
            <h2>{w.t(g::LANDING_GRADES)}</h2>
            <p class="nk-lead">{w.t(g::LANDING_GRADES_LEAD)}</p>
            <ul class="nk-labels">{all.into_iter().collect_view()}</ul>
        </section>
    }
}

/// The way of a small business, in three steps.
fn steps(w: Words) -> impl IntoView {
    let steps = [g::LANDING_STEP_1, g::LANDING_STEP_2, g::LANDING_STEP_3];
    let steps = steps.map(|step| view! { <li>{w.t(step)}</li> });
    view! {
        <section class="nk-section nk-invite">
            <div>
                <h2>{w.t(g::LANDING_STEPS)}</h2>
                <p class="nk-lead">{w.t(g::LANDING_STEPS_LEAD)}</p>
                <p><a class="nk-btn nk-btn-primary" href=to("/daftar")>{w.t(ui::REGISTER)}</a></p>
            </div>
            <ol>{steps.into_iter().collect_view()}</ol>
        </section>
    }
}

fn centres(w: Words, lines: Vec<CentreLine>) -> impl IntoView {
    let doors = lines.into_iter().map(|line| view! { <Door line/> });
    view! {
        <section class="nk-section" id="pusat">
            <header class="nk-section-head">
                <h2>{w.t(g::LANDING_CENTRES)}</h2><a class="nk-link" href=to("/plut")>{w.t(g::LANDING_CENTRES_ALL)}</a>
            </header>
            <p class="nk-lead">{w.t(g::LANDING_CENTRES_LEAD)}</p>
            <ul class="nk-doors">{doors.collect_view()}</ul>
        </section>
    }
}
