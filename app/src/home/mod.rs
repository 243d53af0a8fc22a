//! `/beranda`: what awaits me. One next step, then what waits, then where my products stand.

pub mod api;
mod next;

use domain::{
    business::{BusinessLine, ClaimToCheck},
    curation::RoundWaits,
    tasks::Task,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use self::{
    api::{Awaiting, WhatAwaits},
    next::{Next, NextStep},
};
use crate::{
    ask::{answered, ask},
    business::{claim_name, class_name, products::list::ProductLine},
    curation::names::{chore_name, chore_page},
    gallery::inbox::Line as InquiryRow,
    tasks::Late,
    ui::Icon,
    words::{Words, home as h, notices as n, products as p, ui, use_words},
};

/// Lines of one kind that wait below the next step.
const MOST: usize = 5;

/// The page.
#[component]
pub fn HomePage() -> impl IntoView {
    let awaiting = ask(|| WhatAwaits {}, || ());
    let w = use_words();
    view! {
        <Title text=w.t(ui::TAB_HOME)/>
        {answered(awaiting, |awaiting| view! { <Whole awaiting/> })}
    }
    .into_any()
}

#[component]
fn Whole(awaiting: Awaiting) -> impl IntoView {
    let w = use_words();
    let under = match awaiting.businesses.as_slice() {
        [only] => under(w, only),
        _ => String::new(),
    };
    let unread = awaiting.unread;
    let bell = if unread > 0 {
        w.fill(n::UNREAD, &[("n", &unread)])
    } else {
        w.t(n::NOTICES).to_owned()
    };
    let next = next::of(&awaiting);
    // Who has products has a business.
    let beside = !awaiting.businesses.is_empty();
    let several = awaiting.businesses.len() > 1;
    let sent = awaiting.submissions;
    let products = awaiting
        .products
        .into_iter()
        .take(6)
        .map(move |product| {
            let sent = sent.iter().find(|sent| sent.product == product.id).cloned();
            view! { <ProductLine product sent/> }
        })
        .collect_view();
    let rows = rows(w, &next, &awaiting.rounds, awaiting.claims, awaiting.tasks);
    let inquiries: Vec<_> = awaiting
        .inquiries
        .into_iter()
        .filter(|line| !matches!(&next, Next::Answer(first) if first.id == line.id))
        .take(MOST)
        .map(|line| view! { <InquiryRow line/> })
        .collect();
    let waiting = !inquiries.is_empty() || !rows.is_empty();
    view! {
        <header class="nk-head">
            <div><h1>{w.fill(h::GREETING, &[("name", &awaiting.name)])}</h1><p>{under}</p></div>
            <A href="/pemberitahuan" attr:class="nk-icon-btn" attr:aria-label=bell>
                <Icon icon=icondata_lu::LuBell/>{(unread > 0).then(|| view! { <i class="nk-dot"></i> })}
            </A>
        </header>
        <div class="nk-band"></div>
        <div class=if beside { "nk-cols" } else { "nk-stack" }>
            <div class="nk-stack">
                <NextStep next=next.clone()/>
                {waiting.then(|| view! {
                    <section class="nk-card nk-rows" aria-label=w.t(h::WAITING)>
                        {inquiries}
                        {rows}
                    </section>
                })}
            </div>
            {beside.then(|| view! { <div class="nk-stack">
                {(!products.is_empty()).then(|| view! {
                    <section class="nk-group">
                        <header class="nk-card-head"><h2>{w.t(p::MINE)}</h2><A href="/produk-saya" attr:class="nk-link">{w.t(h::ALL)}</A></header>
                        <div class="nk-card nk-rows">{products}</div>
                    </section>
                })}
                <section class="nk-card nk-rows" aria-label=w.t(h::BUSINESSES)>
                    {awaiting.businesses.into_iter().map(|line| view! { <Business line/> }).collect_view()}
                </section>
                {several.then(|| view! { <p><A href="/usaha/baru" attr:class="nk-link">{w.t(h::ANOTHER)}</A></p> })}
            </div> })}
        </div>
    }
}

/// What waits besides the next step and buyers: rounds, licences, tasks.
fn rows(
    w: Words,
    next: &Next,
    rounds: &[RoundWaits],
    claims: Vec<ClaimToCheck>,
    tasks: Vec<Task>,
) -> Vec<AnyView> {
    let row = |href: String, icon, title: String, under: String, late: bool| {
        view! {
            <A href attr:class="nk-row">
                <span class="nk-tile nk-tile-wait"><Icon icon/></span>
                <span><b>{title}</b><small>{late.then(|| view! { <Late/> })}{under}</small></span>
                <Icon icon=icondata_lu::LuChevronRight/>
            </A>
        }
        .into_any()
    };
    let chores = rounds.iter().flat_map(|round| {
        let chores = round.chores.iter().map(move |(chore, count)| (round, *chore, *count));
        chores.filter(|(round, chore, _)| {
            !matches!(next, Next::Round(first, named, _) if first.round == round.round && named == chore)
        })
    });
    let chores = chores.map(|(round, chore, count)| {
        let title = w.fill(chore_name(chore), &[("n", &count)]);
        row(
            chore_page(round.round, chore),
            icondata_lu::LuListChecks,
            title,
            round.name.clone(),
            false,
        )
    });
    let claims = claims
        .into_iter()
        .filter(|claim| !matches!(next, Next::Check(first, _) if first.claim == claim.claim));
    let claims = claims.map(|claim| {
        let title = w.fill(
            h::CLAIM_TO_CHECK,
            &[("claim", &w.t(claim_name(claim.kind)))],
        );
        row(
            format!("/usaha/{}#izin", claim.business),
            icondata_lu::LuFileCheck,
            title,
            claim.business_name,
            false,
        )
    });
    let tasks = tasks
        .into_iter()
        .filter(|task| !matches!(next, Next::Do(first) if first.id == task.id))
        .take(MOST);
    let tasks = tasks.map(|task| {
        let until = domain::place::date(task.due_on, w.language);
        row(
            "/tugas".to_owned(),
            icondata_lu::LuListTodo,
            task.title.get(w.language).to_owned(),
            until,
            task.late,
        )
    });
    chores.chain(claims).chain(tasks).collect()
}

fn under(w: Words, line: &BusinessLine) -> String {
    let class = line
        .class
        .map_or_else(|| w.t(h::NO_FIGURES), |class| w.t(class_name(class)));
    format!("{} · {class}", line.name)
}

#[component]
fn Business(line: BusinessLine) -> impl IntoView {
    let w = use_words();
    let class = line
        .class
        .map_or_else(|| w.t(h::NO_FIGURES), |class| w.t(class_name(class)));
    let mend = (line.claims_to_mend > 0)
        .then(|| w.fill(h::CLAIMS_TO_MEND, &[("n", &line.claims_to_mend)]));
    view! {
        <A href=format!("/usaha/{}", line.id) attr:class="nk-row">
            <span class="nk-tile"><Icon icon=icondata_lu::LuStore/></span>
            <span><b>{line.name}</b><small>{format!("{} · {class}", line.regency)}{mend.map(|mend| format!(" · {mend}"))}</small></span>
            <Icon icon=icondata_lu::LuChevronRight/>
        </A>
    }
}
