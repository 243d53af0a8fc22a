//! `/nilai`: what waits for a curator, and what they finished.

use domain::{curation::DeskLine, place::Zone};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::desk_api::{DeskPage as Page, OpenDesk};
use crate::{
    ask::{answered, ask},
    ui::{Empty, Icon, category_word},
    words::{curation as c, use_words},
};

/// The page.
#[component]
pub fn DeskPage() -> impl IntoView {
    let page = ask(|| OpenDesk {}, || ());
    let w = use_words();
    view! {
        <Title text=w.t(c::DESK)/>
        {answered(page, move |page| view! { <Whole page/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page) -> impl IntoView {
    let w = use_words();
    let Page { desk, zone } = page;
    let (waiting, done) = (desk.queue.len(), desk.finished.len());
    let first = desk.queue.first().cloned();
    let nothing = waiting + done == 0;
    let queue = desk.queue.into_iter().skip(1);
    let queue = queue
        .map(|line| view! { <li><Row line zone/></li> })
        .collect_view();
    let finished = desk
        .finished
        .into_iter()
        .map(|line| view! { <li><Row line zone/></li> })
        .collect_view();
    view! {
        <header class="nk-head"><div><h1>{w.t(c::DESK)}</h1><p>{w.t(c::DESK_LEAD)}</p></div></header>
        <div class="nk-stack">
            {nothing.then(|| view! { <div class="nk-card"><Empty title=w.t(c::DESK_EMPTY) hint=w.t(c::DESK_EMPTY_HINT)/></div> })}
            {(!nothing).then(|| view! { <Progress done=done total=waiting + done/> })}
            {first.map(|line| view! { <Next line zone/> })}
            {(waiting > 1).then(|| view! {
                <section class="nk-group"><header class="nk-card-head"><h2>{w.t(c::QUEUE)}</h2><span>{w.t(c::QUEUE_ORDER)}</span></header>
                    <ol class="nk-card nk-rows">{queue}</ol></section>
            })}
            {(done > 0).then(|| view! {
                <section class="nk-group"><header class="nk-card-head"><h2>{w.t(c::FINISHED)}</h2><span>{w.t(c::FINISHED_HINT)}</span></header>
                    <ol class="nk-card nk-rows">{finished}</ol></section>
            })}
        </div>
    }
}

#[component]
fn Progress(done: usize, total: usize) -> impl IntoView {
    let w = use_words();
    let said = w.fill(c::PROGRESS, &[("n", &done), ("total", &total)]);
    view! {
        <section class="nk-card nk-card-pad">
            <p class="nk-figure"><b>{done}</b><span>{said.clone()}</span></p>
            <progress class="nk-bar" max=total value=done aria-label=said></progress>
        </section>
    }
}

/// The next thing to do.
#[component]
fn Next(line: DeskLine, zone: Zone) -> impl IntoView {
    let w = use_words();
    let until = zone.brief(line.score_until, w.language);
    let label = if line.given > 0 { c::GO_ON } else { c::BEGIN };
    view! {
        <section class="nk-card nk-card-pad nk-card-next nk-stack">
            <p class="nk-eyebrow"><Icon icon=icondata_lu::LuArrowRight/>{w.t(c::NEXT)}</p>
            <div>
                <h2>{w.fill(c::SAMPLE, &[("n", &line.number)])}" · "{w.t(category_word(line.category))}</h2>
                <p class="nk-muted">{line.round_name.clone()}" · "{w.fill(c::CLOSES, &[("at", &until)])}</p>
            </div>
            <Given line=line.clone()/>
            <div class="nk-btn-row">
                <A href=format!("/nilai/{}", line.assignment) attr:class="nk-btn nk-btn-primary">{w.t(label)}</A>
            </div>
        </section>
    }
}

#[component]
fn Given(line: DeskLine) -> impl IntoView {
    let w = use_words();
    let said = w.fill(c::GIVEN, &[("n", &line.given), ("total", &line.criteria)]);
    (line.given > 0).then(|| view! {
        <div><p class="nk-small">{said}</p><progress class="nk-bar nk-bar-thin" max=line.criteria value=line.given aria-hidden="true"></progress></div>
    })
}

#[component]
fn Row(line: DeskLine, zone: Zone) -> impl IntoView {
    let w = use_words();
    let title = format!(
        "{} · {}",
        w.fill(c::SAMPLE, &[("n", &line.number)]),
        w.t(category_word(line.category))
    );
    let until = zone.brief(line.score_until, w.language);
    let about = format!(
        "{} · {}",
        line.round_name,
        w.fill(c::CLOSES, &[("at", &until)])
    );
    let mark = match line.total {
        Some(total) => view! { <span class="nk-chip nk-chip-ok"><Icon icon=icondata_lu::LuCircleCheck/>{w.fill(c::TOTAL_IS, &[("n", &total.whole())])}</span> }.into_any(),
        None if line.skipped => view! { <span class="nk-chip nk-chip-draft"><Icon icon=icondata_lu::LuSkipForward/>{w.t(c::SKIPPED)}</span> }.into_any(),
        None if line.given > 0 => view! {
            <span class="nk-chip nk-chip-wait"><Icon icon=icondata_lu::LuLoader/>{w.fill(c::GIVEN_SHORT, &[("n", &line.given), ("total", &line.criteria)])}</span>
        }.into_any(),
        None => view! { <Icon icon=icondata_lu::LuChevronRight/> }.into_any(),
    };
    view! {
        <A href=format!("/nilai/{}", line.assignment) attr:class="nk-row">
            <span class="nk-tile"><Icon icon=icondata_lu::LuClipboardCheck/></span>
            <span><b>{title}</b><small>{about}</small></span>
            {mark}
        </A>
    }
}
