//! `/kelola/perbaikan`: the improvement register as its keepers write it.

use domain::{feedback::Improvement, ids::CentreId, place::date};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};

use super::{
    api::{OpenRegister, PublishImprovement, RegisterPage as Page, SaveImprovement},
    names::ProgressMark,
    register_form::Editing,
};
use crate::{
    ask::{answered, ask},
    centres::administration::Choices,
    curation::said::{Said, SaidNote},
    post::{Post, PostForm, accepted},
    ui::{Empty, Icon},
    words::{centres as c, feedback as f, ui, use_words},
};

/// The page.
#[component]
pub fn ImprovementsPage() -> impl IntoView {
    let (save, publish) = (
        Post::to::<SaveImprovement>(),
        Post::to::<PublishImprovement>(),
    );
    let query = use_query_map();
    let of = move |name: &str| query.with(|query| query.get(name));
    let chosen = Memo::new(move |_| of("pusat").and_then(|id| id.parse().ok()));
    let edit = Memo::new(move |_| of("ubah").unwrap_or_default());
    let from = Memo::new(move |_| of("dari").unwrap_or_default());
    let page = ask(
        move || OpenRegister {
            centre: chosen.get(),
            edit: edit.get(),
            of: from.get(),
        },
        accepted([save, publish]),
    );
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_REGISTER)/>
        {answered(page, move |page| view! { <Whole page save publish/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, save: Post, publish: Post) -> impl IntoView {
    let w = use_words();
    let (of_form, of_page) = match page.form_refused {
        true => (page.refusal.clone(), None),
        false => (None, page.refusal.clone()),
    };
    let said = Said::new(of_page).follow(publish);
    let (centre, none) = (page.centre, page.lines.is_empty());
    let public = format!("/plut/{}/perbaikan", page.slug);
    let is_new = page.lines.iter().all(|line| line.id != page.edited);
    let rows = page
        .lines
        .clone()
        .into_iter()
        .map(|line| view! { <Line line centre publish/> })
        .collect_view();
    view! {
        <header class="nk-head">
            <div><h1>{w.t(ui::RAIL_REGISTER)}</h1><p>{page.name.clone()}" · "{w.t(f::LINES_LEAD)}</p></div>
            <a class="nk-btn nk-btn-outline nk-btn-small" rel="external" href=public>{w.t(f::SEE_REGISTER)}</a>
        </header>
        <Choices centre choices=page.choices.clone()/>
        <SaidNote said/>
        <div class="nk-cols">
            <div class="nk-stack">
                {none.then(|| view! { <div class="nk-card"><Empty title=w.t(f::LINES_NONE) hint=w.t(f::LINES_NONE_HINT)/></div> })}
                {rows}
            </div>
            <Editing page refusal=of_form is_new save/>
        </div>
    }
}

#[component]
fn Line(line: Improvement, centre: CentreId, publish: Post) -> impl IntoView {
    let w = use_words();
    let public = line.published_at.is_some();
    let (mark, icon, word) = match public {
        true => ("nk-chip nk-chip-ok", icondata_lu::LuEye, f::LINE_PUBLIC),
        false => (
            "nk-chip nk-chip-draft",
            icondata_lu::LuEyeOff,
            f::LINE_HIDDEN,
        ),
    };
    let label = w.t(if public {
        f::LINE_WITHDRAW
    } else {
        f::LINE_PUBLISH
    });
    let form = line.form;
    let progress = form.progress.parse().unwrap_or_default();
    let due = form.due_on.parse().ok().map(|day| date(day, w.language));
    let facts: Vec<String> = [line.owner, due].into_iter().flatten().collect();
    let late = line.late.then(|| {
        view! { <span class="nk-chip nk-chip-no"><Icon icon=icondata_lu::LuClockAlert/>{w.t(f::OVERDUE)}</span> }
    });
    let edit = format!("/kelola/perbaikan?pusat={centre}&ubah={}#butir", line.id);
    let spoken = format!("{}: {}", w.t(c::EDIT_SHORT), form.heard_id);
    view! {
        <article class="nk-card nk-card-pad nk-stack">
            <p class="nk-row-wrap"><ProgressMark progress/><span class=mark><Icon icon/>{w.t(word)}</span>{late}</p>
            <h2 class="nk-legend">{form.heard_id.clone()}</h2>
            <p class="nk-small">{form.action_id}</p>
            <p class="nk-small nk-muted">{facts.join(" · ")}</p>
            <div class="nk-btn-row">
                <A href=edit attr:class="nk-btn nk-btn-outline nk-btn-small" attr:aria-label=spoken>{w.t(c::EDIT_SHORT)}</A>
                <PostForm post=publish>
                    <input type="hidden" name="centre" value=centre.to_string()/>
                    <input type="hidden" name="improvement" value=line.id.to_string()/>
                    <input type="hidden" name="public" value=(!public).to_string()/>
                    <button class="nk-btn nk-btn-text nk-btn-small" aria-label=format!("{label}: {}", form.heard_id)>{label}</button>
                </PostForm>
            </div>
        </article>
    }
}
