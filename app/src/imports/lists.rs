//! `/impor`: the lists of a centre, and bringing one.

use domain::imports::Import;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::api::{ImportsPage as Page, OpenImports, address};
use crate::{
    AppError,
    ask::{answered, ask},
    ui::{Callout, Empty, Icon, Tone, error_sentence},
    words::{imports as i, ui, use_words},
};

/// The page.
#[component]
pub fn ImportsPage() -> impl IntoView {
    let page = ask(|| OpenImports { centre: None }, || ());
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_IMPORTS)/>
        {answered(page, |page| view! { <Whole page/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page) -> impl IntoView {
    let w = use_words();
    let none = page.lists.is_empty();
    let rows = page
        .lists
        .into_iter()
        .map(|list| view! { <Line list/> })
        .collect_view();
    let refused = page.refusal.map(AppError::Refused);
    view! {
        <header class="nk-head"><div><h1>{w.t(ui::RAIL_IMPORTS)}</h1><p>{page.centre_name}" · "{w.t(i::LEAD)}</p></div></header>
        <div class="nk-cols">
            <div class="nk-stack">
                {none.then(|| view! { <div class="nk-card"><Empty title=w.t(i::EMPTY) hint=w.t(i::EMPTY_HINT)/></div> })}
                <ul class="nk-card nk-rows">{rows}</ul>
            </div>
            <section class="nk-card nk-card-pad nk-stack">
                <h2>{w.t(i::BRING)}</h2>
                {refused.map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <form method="post" enctype="multipart/form-data" action=format!("/unggah/daftar/{}", page.centre) class="nk-form">
                    <div class="nk-field">
                        <label for="list">{w.t(i::FILE)}</label>
                        <p class="nk-hint">{w.t(i::FILE_HINT)}</p>
                        <input class="nk-input" id="list" type="file" name="list" accept=".csv,.tsv,.txt,.xlsx" required/>
                    </div>
                    <p class="nk-small nk-muted">{w.t(i::BRING_HINT)}</p>
                    <div class="nk-btn-row"><button class="nk-btn nk-btn-primary">{w.t(i::READ)}</button></div>
                </form>
            </section>
        </div>
    }
}

#[component]
fn Line(list: Import) -> impl IntoView {
    let w = use_words();
    let tally = list.tally;
    let state = match (list.applied_at, list.undone_at) {
        (Some(at), _) => w.fill(i::APPLIED, &[("count", &tally.done), ("at", &w.moment(at))]),
        (None, Some(at)) => w.fill(i::UNDONE, &[("at", &w.moment(at))]),
        (None, None) => w.fill(
            i::WAITS,
            &[("count", &tally.import), ("mend", &tally.reject)],
        ),
    };
    let brought = w.fill(
        i::BROUGHT,
        &[("name", &list.by), ("at", &w.moment(list.created_at))],
    );
    view! {
        <li><A href=address(list.id) attr:class="nk-row">
            <span class="nk-tile"><Icon icon=icondata_lu::LuFileSpreadsheet/></span>
            <span><b>{list.file_name}</b><small>{state}</small><small>{brought}</small></span>
            <Icon icon=icondata_lu::LuChevronRight/>
        </A></li>
    }
}
