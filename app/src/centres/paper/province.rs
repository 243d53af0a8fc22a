//! `/provinsi/{slug}`: the centres of a province side by side, by what is measured and by nothing else.

use axum::{extract::Path, response::Response};
use centre::centres;
use domain::centres::{CentreLine, Figures, Measure, ProvincePage};
use leptos::prelude::*;

use super::{
    figures::{measure_name, value},
    json_ld, list,
};
use crate::{
    paper::{Sheet, Visit, to},
    ui::{Callout, Tone},
    words::{Key, Words, centres as c},
};

/// The figures, as they belong together.
const GROUPS: [(Key, &[Measure]); 4] = [
    (
        c::PROVINCE_GALLERY,
        &[
            Measure::Makers,
            Measure::GradeA,
            Measure::GradeB,
            Measure::GradeC,
        ],
    ),
    (c::PROVINCE_CURATION, &[Measure::Rounds, Measure::Judged]),
    (
        c::PROVINCE_BUYERS,
        &[Measure::Inquiries, Measure::Answered, Measure::AnswerDays],
    ),
    (
        c::PROVINCE_LISTENING,
        &[
            Measure::Heard,
            Measure::HeardInTime,
            Measure::HeardDays,
            Measure::Fixed,
        ],
    ),
];

/// The page.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Response {
    let found = read(&visit, &slug).await;
    visit.show(found, |visit, (page, others)| draw(visit, page, others))
}

type Others = Vec<(String, String)>;

async fn read(visit: &Visit, slug: &str) -> centre::Result<(ProvincePage, Others)> {
    let page = centres::province(visit.centre(), slug).await?;
    let mut others = centres::provinces(visit.centre()).await?;
    others.retain(|(_, other)| other != slug);
    Ok((page, others))
}

fn draw(visit: &Visit, page: ProvincePage, others: Others) -> Sheet {
    let w = visit.words;
    let title = w.fill(c::PROVINCE_TITLE, &[("province", &page.name)]);
    let lines: Vec<CentreLine> = page.centres.iter().map(|(line, _)| line.clone()).collect();
    let facts = json_ld::list(visit, &lines);
    let alone = (lines.len() == 1)
        .then(|| view! { <Callout tone=Tone::Info>{w.t(c::PROVINCE_ONE)}</Callout> });
    let doors = lines.into_iter().map(|line| view! { <list::Door line/> });
    let groups = GROUPS.map(|(name, measures)| {
        let tables = measures
            .iter()
            .map(|measure| table(w, *measure, &page.centres));
        view! {
            <section class="nk-section">
                <h2>{w.t(name)}</h2>
                <div class="nk-compare">{tables.collect_view()}</div>
            </section>
        }
    });
    let others = (!others.is_empty()).then(|| {
        let links = others.into_iter().map(|(name, slug)| {
            view! { <a class="nk-link" href=to(&format!("/provinsi/{slug}"))>{name}</a> }
        });
        view! { <section class="nk-section"><h2>{w.t(c::PROVINCE_OTHERS)}</h2><p class="nk-shelf-links">{links.collect_view()}</p></section> }
    });
    let body = view! {
        <div class="nk-wrap">
            <nav class="nk-crumbs" aria-label=w.t(c::LIST_TITLE)>
                <ol><li><a href=to("/plut")>{w.t(c::LIST_TITLE)}</a></li><li>{page.name.clone()}</li></ol>
            </nav>
            <header class="nk-page-head"><h1>{title.clone()}</h1><p class="nk-lead">{w.t(c::PROVINCE_LEAD)}</p></header>
            {alone}
            <h2 class="nk-vh">{w.t(c::LIST_TITLE)}</h2>
            <ul class="nk-doors">{doors.collect_view()}</ul>
            {groups.into_iter().collect_view()}
            {others}
        </div>
    };
    Sheet::new(title, body)
        .about(w.t(c::PROVINCE_LEAD))
        .place("/plut")
        .json_ld(facts)
}

/// One figure of every centre: the table is the chart.
fn table(w: Words, measure: Measure, centres: &[(CentreLine, Figures)]) -> impl IntoView + use<> {
    let (name, how) = measure_name(measure);
    let get = |figures: &Figures| figures.get(measure);
    let highest = match measure.is_percent() {
        true => 100,
        false => centres
            .iter()
            .filter_map(|(_, one)| get(one))
            .max()
            .unwrap_or(0),
    };
    let rows: Vec<_> = centres
        .iter()
        .map(|(line, figures)| {
            let bar = get(figures).map(|value| {
                view! { <progress class="nk-bar" max=highest.max(1).to_string() value=value.to_string() aria-hidden="true"></progress> }
            });
            view! {
                <tr><th scope="row">{line.name.clone()}</th><td class="nk-compare-bar">{bar}</td><td>{value(w, measure, figures)}</td></tr>
            }
        })
        .collect();
    view! {
        <table>
            <caption><b>{w.t(name)}</b><small>{w.t(how)}</small></caption>
            <thead class="nk-vh"><tr><th scope="col">{w.t(c::PROVINCE_CENTRE)}</th><th scope="col">{w.t(c::PROVINCE_CHART)}</th>
                <th scope="col">{w.t(c::PROVINCE_VALUE)}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
