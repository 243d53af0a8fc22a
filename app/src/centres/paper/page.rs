//! `/plut/{slug}`: one centre, whole.

use axum::{extract::Path, response::Response};
use centre::{centres, feedback, gallery, news};
use domain::{
    centres::{CentrePage, Measure},
    feedback::RegisterLine,
    gallery::{MakerFilter, Makers},
    news::NewsPiece,
};
use leptos::prelude::*;

use super::{TodayMark, json_ld, outcomes, parts};
use crate::{
    feedback::paper::line::Line,
    gallery::paper::{maker_cards, paragraphs},
    news::paper::card::cards,
    paper::{Sheet, Visit, to},
    ui::{Icon, photo_address},
    words::{Words, centres as c, use_words},
};

/// Makers shown; the directory has all.
const MAKERS: usize = 8;
/// Lines of the improvement register shown; its own page has all.
const REGISTER: usize = 3;
/// News shown.
const NEWS: i64 = 3;

/// What a centre's page counts; its answers to visitors stand on the register's page too.
const MEASURES: [Measure; 9] = [
    Measure::Makers,
    Measure::GradeA,
    Measure::GradeB,
    Measure::GradeC,
    Measure::Rounds,
    Measure::Judged,
    Measure::Inquiries,
    Measure::Answered,
    Measure::AnswerDays,
];

/// What the page shows: the centre's own word, and what other features know of it.
struct Whole {
    page: CentrePage,
    makers: Makers,
    register: Vec<RegisterLine>,
    news: Vec<NewsPiece>,
}

/// The page.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Response {
    let found = read(&visit, &slug).await;
    visit.show(found, draw)
}

async fn read(visit: &Visit, slug: &str) -> centre::Result<Whole> {
    let page = centres::page(visit.centre(), slug).await?;
    let own = MakerFilter {
        centre: Some(page.line.id),
        ..MakerFilter::default()
    };
    let makers = gallery::makers(visit.centre(), &own).await?;
    let mut register = feedback::register(visit.centre(), slug).await?.lines;
    register.truncate(REGISTER);
    let news = news::latest(visit.centre(), page.line.id, NEWS).await?;
    Ok(Whole {
        page,
        makers,
        register,
        news,
    })
}

fn draw(visit: &Visit, whole: Whole) -> Sheet {
    let w = visit.words;
    let Whole {
        page,
        makers,
        register,
        news,
    } = whole;
    let facts = json_ld::centre(visit, &page);
    let line = page.line.clone();
    let intro = page.intro.get(w.language).to_owned();
    let about = match intro.as_str() {
        "" => {
            let (name, address) = (&line.name, &line.address);
            w.fill(c::ABOUT, &[("name", name), ("address", address)])
        }
        text => text.to_owned(),
    };
    let image = makers.cards.iter().find_map(|card| card.picture.as_ref());
    let image = image.map(|picture| photo_address(&picture.hash, 1280));
    let province = to(&format!("/provinsi/{}", page.province_slug));
    let compare = w.fill(c::COMPARE, &[("province", &line.province)]);
    let title = line.name.clone();
    let body = view! {
        <div class="nk-wrap">
            <nav class="nk-crumbs" aria-label=w.t(c::LIST_TITLE)>
                <ol><li><a href=to("/plut")>{w.t(c::LIST_TITLE)}</a></li><li>{title.clone()}</li></ol>
            </nav>
            <header class="nk-shelf-head">
                <h1>{title.clone()}</h1>
                <p><TodayMark line=line.clone()/></p>
                <div class="nk-prose">{paragraphs(&intro)}</div>
                <Ways phone=line.phone.clone() slug=line.slug.clone()/>
            </header>
            <div class="nk-centre">
                <aside class="nk-card nk-card-pad">
                    {section(w.t(c::HOURS), "jam", parts::hours(&page))}
                    {section(w.t(c::ADDRESS), "alamat", parts::door(&page))}
                    {section(w.t(c::ROOMS), "ruang", parts::rooms(page.rooms.clone()))}
                </aside>
                <div>
                    {section(w.t(c::SERVICES), "layanan", parts::services(page.services.clone()))}
                    {section(w.t(c::PEOPLE), "orang", parts::faces(page.faces.clone()))}
                    {section(w.t(c::AGENDA), "agenda", parts::agenda(&page))}
                </div>
            </div>
            {news_of(w, news)}
            {makers_of(w, makers)}
            {voices(w, &line.slug, register)}
            <section class="nk-section" id="hasil">
                <header class="nk-section-head">
                    <h2>{w.t(c::OUTCOMES)}</h2><a class="nk-link" href=province>{compare}</a>
                </header>
                <p class="nk-lead">{w.t(c::OUTCOMES_LEAD)}</p>
                {outcomes(&page.figures, &MEASURES)}
            </section>
        </div>
    };
    Sheet::new(title, body)
        .about(about)
        .place("/plut")
        .image(image)
        .json_ld(facts)
}

/// A part of the page under its name.
pub(crate) fn section(
    title: &'static str,
    id: &'static str,
    content: impl IntoView + 'static,
) -> impl IntoView {
    view! { <section class="nk-part" id=id><h2>{title}</h2>{content}</section> }
}

/// How one gets through to the centre.
#[component]
fn Ways(phone: String, slug: String) -> impl IntoView {
    let w = use_words();
    let call = (!phone.is_empty()).then(|| {
        view! {
            <a class="nk-btn nk-btn-primary" href=format!("tel:{phone}")>
                <Icon icon=icondata_lu::LuPhone/>{w.fill(c::CALL, &[("phone", &phone)])}</a>
        }
    });
    let voice = to(&format!("/plut/{slug}/suara"));
    view! {
        <div class="nk-btn-row">
            {call}
            <a class="nk-btn nk-btn-outline" href=voice><Icon icon=icondata_lu::LuMegaphone/>{w.t(c::VOICE_WRITE)}</a>
        </div>
    }
}

fn news_of(w: Words, news: Vec<NewsPiece>) -> impl IntoView {
    let content = match news.is_empty() {
        true => parts::nothing(w, c::NEWS_NONE),
        false => cards(news).into_any(),
    };
    view! {
        <section class="nk-section" id="kabar">
            <header class="nk-section-head"><h2>{w.t(c::NEWS)}</h2><a class="nk-link" href=to("/kabar")>{w.t(c::NEWS_ALL)}</a></header>
            {content}
        </section>
    }
}

/// What visitors told, and what came of it.
fn voices(w: Words, slug: &str, lines: Vec<RegisterLine>) -> impl IntoView + use<> {
    let register = to(&format!("/plut/{slug}/perbaikan"));
    let content = match lines.is_empty() {
        true => parts::nothing(w, c::VOICE_NONE),
        false => {
            let lines = lines.into_iter().map(|line| view! { <Line line/> });
            view! { <ol class="nk-register">{lines.collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <section class="nk-section" id="suara">
            <header class="nk-section-head"><h2>{w.t(c::VOICE)}</h2><a class="nk-link" href=register>{w.t(c::VOICE_REGISTER)}</a></header>
            <p class="nk-lead">{w.t(c::VOICE_LEAD)}</p>
            {content}
        </section>
    }
}

fn makers_of(w: Words, makers: Makers) -> impl IntoView {
    let all = (makers.total > 0).then(|| {
        view! { <a class="nk-link" href=to("/perajin")>{w.t(c::MAKERS_ALL)}</a> }
    });
    let some: Vec<_> = makers.cards.into_iter().take(MAKERS).collect();
    let content = match some.is_empty() {
        true => parts::nothing(w, c::MAKERS_NONE),
        false => maker_cards(some).into_any(),
    };
    view! {
        <section class="nk-section" id="pembuat">
            <header class="nk-section-head"><h2>{w.t(c::MAKERS)}</h2>{all}</header>
            {content}
        </section>
    }
}
