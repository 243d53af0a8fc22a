//! `/plut/{slug}/perbaikan`: the improvement register of a centre, with how fast it answers.

use axum::{extract::Path, response::Response};
use centre::feedback;
use domain::{centres::Measure, feedback::Register};
use leptos::prelude::*;

use super::line::Line;
use crate::{
    centres::paper::outcomes,
    paper::{Sheet, Visit, to},
    ui::{Empty, Icon},
    words::{centres as c, feedback as f},
};

/// What is counted of the answers.
const MEASURES: [Measure; 4] = [
    Measure::Heard,
    Measure::HeardInTime,
    Measure::HeardDays,
    Measure::Fixed,
];

/// The page.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Response {
    let found = feedback::register(visit.centre(), &slug).await;
    visit.show(found, draw)
}

fn draw(visit: &Visit, register: Register) -> Sheet {
    let w = visit.words;
    let centre = register.centre;
    let title = w.fill(f::REGISTER_TITLE, &[("centre", &centre.name)]);
    let (days, source) = register.clock;
    let clock = w.fill(f::REGISTER_CLOCK, &[("n", &days), ("source", &source)]);
    let here = to(&format!("/plut/{}", centre.slug));
    let write = format!("{here}/suara");
    let content = if register.lines.is_empty() {
        view! { <Empty title=w.t(f::REGISTER_NONE) hint=w.t(f::REGISTER_NONE_HINT)/> }.into_any()
    } else {
        let lines = register
            .lines
            .into_iter()
            .map(|line| view! { <Line line/> });
        view! { <ol class="nk-register">{lines.collect_view()}</ol> }.into_any()
    };
    let body = view! {
        <div class="nk-wrap">
            <nav class="nk-crumbs" aria-label=w.t(c::LIST_TITLE)>
                <ol><li><a href=to("/plut")>{w.t(c::LIST_TITLE)}</a></li><li><a href=here>{centre.name}</a></li><li>{w.t(c::VOICE)}</li></ol>
            </nav>
            <header class="nk-page-head"><h1>{title.clone()}</h1><p class="nk-lead">{w.t(f::REGISTER_LEAD)}" "{clock}</p></header>
            <p><a class="nk-btn nk-btn-primary" href=write><Icon icon=icondata_lu::LuMegaphone/>{w.t(c::VOICE_WRITE)}</a></p>
            <section class="nk-section"><h2>{w.t(f::FIGURES)}</h2>{outcomes(&register.figures, &MEASURES)}</section>
            <section class="nk-section"><h2>{w.t(c::VOICE)}</h2>{content}</section>
        </div>
    };
    Sheet::new(title, body)
        .about(w.t(f::REGISTER_LEAD))
        .place("/plut")
}
