//! `/plut`: every centre, province by province.

use axum::response::Response;
use centre::centres;
use domain::{centres::CentreLine, gallery::slug};
use leptos::prelude::*;

use super::{day::TodayMark, json_ld};
use crate::{
    paper::{Sheet, Visit, to},
    ui::{Empty, Icon},
    words::{centres as c, use_words},
};

/// The page.
pub async fn page(visit: Visit) -> Response {
    let found = centres::lines(visit.centre()).await;
    visit.show(found, draw)
}

fn draw(visit: &Visit, lines: Vec<CentreLine>) -> Sheet {
    let w = visit.words;
    let facts = json_ld::list(visit, &lines);
    let content = if lines.is_empty() {
        view! { <Empty title=w.t(c::LIST_NONE) hint=w.t(c::LIST_NONE_HINT)/> }.into_any()
    } else {
        lines
            .chunk_by(|a, b| a.province == b.province)
            .map(|lines| view! { <Province lines=lines.to_vec()/> })
            .collect_view()
            .into_any()
    };
    let body = view! {
        <div class="nk-wrap">
            <header class="nk-page-head"><h1>{w.t(c::LIST_TITLE)}</h1><p class="nk-lead">{w.t(c::LIST_LEAD)}</p></header>
            {content}
        </div>
    };
    Sheet::new(w.t(c::LIST_TITLE), body)
        .about(w.t(c::LIST_LEAD))
        .place("/plut")
        .json_ld(facts)
}

#[component]
fn Province(lines: Vec<CentreLine>) -> impl IntoView {
    let w = use_words();
    let name = lines.first().map(|line| line.province.clone());
    let name = name.unwrap_or_default();
    let compare = to(&format!("/provinsi/{}", slug(&name)));
    let doors = lines.into_iter().map(|line| view! { <Door line/> });
    view! {
        <section class="nk-section">
            <header class="nk-section-head">
                <h2>{name.clone()}</h2>
                <a class="nk-link" href=compare>{w.fill(c::COMPARE, &[("province", &name)])}</a>
            </header>
            <ul class="nk-doors">{doors.collect_view()}</ul>
        </section>
    }
}

/// One centre: how it stands now, where it is, and its page.
#[component]
pub fn Door(
    /// Which.
    line: CentreLine,
) -> impl IntoView {
    let w = use_words();
    let page = to(&format!("/plut/{}", line.slug));
    let phone = (!line.phone.is_empty()).then(|| {
        view! { <p><a class="nk-link" href=format!("tel:{}", line.phone)><Icon icon=icondata_lu::LuPhone/>{line.phone.clone()}</a></p> }
    });
    view! {
        <li class="nk-card nk-card-pad">
            <h3>{line.name.clone()}</h3>
            <p><TodayMark line=line.clone()/></p>
            <p>{line.address}</p>
            <p class="nk-muted">{line.regency}", "{line.province}</p>
            {phone}
            <p><a class="nk-btn nk-btn-outline" href=page>{w.fill(c::OPEN_PAGE, &[("name", &line.name)])}</a></p>
        </li>
    }
}
