//! `/beranda`: what awaits me. One next step, then what waits, then where my products stand.

pub mod api;
mod next;

use domain::business::BusinessLine;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use self::{
    api::{Awaiting, what_awaits},
    next::NextStep,
};
use crate::{
    ask::{Asked, ask},
    business::{class_name, products::list::ProductLine},
    gallery::inbox::Line as InquiryRow,
    people::api::Me,
    ui::{Callout, Icon, Tone, error_sentence},
    words::{home as h, notices as n, products as p, ui, use_words},
};

/// The page.
#[component]
pub fn HomePage() -> impl IntoView {
    let who: Option<Asked<Me>> = use_context();
    let awaiting = ask(|| (), |()| what_awaits());
    let w = use_words();
    view! {
        <Title text=w.t(ui::TAB_HOME)/>
        <Suspense fallback=move || view! { <p class="nk-muted">{w.t(ui::LOADING)}</p> }>
            {move || Suspend::new(async move {
                let staff = match who {
                    Some(who) => who.await.is_ok_and(|me| me.is_staff()),
                    None => false,
                };
                match awaiting.await {
                    Ok(awaiting) => view! { <Whole awaiting staff/> }.into_any(),
                    Err(error) => view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Whole(awaiting: Awaiting, staff: bool) -> impl IntoView {
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
    let next = next::of(&awaiting, staff);
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
    let tasks = awaiting.tasks.into_iter().skip(1).take(4).map(|task| view! {
        <A href="/tugas" attr:class="nk-row">
            <span class="nk-tile nk-tile-wait"><Icon icon=icondata_lu::LuListTodo/></span>
            <span><b>{task.title.get(w.language).to_owned()}</b><small>{domain::place::date(task.due_on, w.language)}</small></span>
            <Icon icon=icondata_lu::LuChevronRight/>
        </A>
    }).collect_view();
    let waiting = !awaiting.inquiries.is_empty() || !tasks.is_empty();
    view! {
        <header class="nk-head">
            <div><h1>{w.fill(h::GREETING, &[("name", &awaiting.name)])}</h1><p>{under}</p></div>
            <A href="/pemberitahuan" attr:class="nk-icon-btn" attr:aria-label=bell>
                <Icon icon=icondata_lu::LuBell/>{(unread > 0).then(|| view! { <i class="nk-dot"></i> })}
            </A>
        </header>
        <div class="nk-band"></div>
        <div class="nk-cols">
            <div class="nk-stack">
                <NextStep next/>
                {waiting.then(|| view! {
                    <section class="nk-card nk-rows" aria-label=w.t(h::WAITING)>
                        {awaiting.inquiries.into_iter().take(5).map(|line| view! { <InquiryRow line/> }).collect_view()}
                        {tasks}
                    </section>
                })}
            </div>
            <div class="nk-stack">
                {(!products.is_empty()).then(|| view! {
                    <section class="nk-group">
                        <header class="nk-card-head"><h2>{w.t(p::MINE)}</h2><A href="/produk-saya" attr:class="nk-link">{w.t(h::ALL)}</A></header>
                        <div class="nk-card nk-rows">{products}</div>
                    </section>
                })}
                {(!awaiting.businesses.is_empty()).then(|| view! {
                    <section class="nk-card nk-rows" aria-label=w.t(h::BUSINESSES)>
                        {awaiting.businesses.into_iter().map(|line| view! { <Business line/> }).collect_view()}
                    </section>
                })}
                {several.then(|| view! { <p><A href="/usaha/baru" attr:class="nk-link">{w.t(h::ANOTHER)}</A></p> })}
            </div>
        </div>
    }
}

fn under(w: crate::words::Words, line: &BusinessLine) -> String {
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
