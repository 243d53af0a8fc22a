//! `/rubrik`: for each family the version in use, the draft of the next, and older ones.

use domain::{curation::Category, ids::CentreId, place::Zone, review::RubricLine};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::{
    rubric_api::{BeginRubric, ListRubrics, RubricsPage as Page},
    said::{Said, SaidNote},
};
use crate::{
    ask::{answered, ask},
    post::{Post, PostForm},
    ui::{Icon, category_word},
    words::{curation as c, ui, use_words},
};

/// The page.
#[component]
pub fn RubricsPage() -> impl IntoView {
    let page = ask(|| ListRubrics { centre: None }, || ());
    let begin = Post::to::<BeginRubric>();
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_RUBRICS)/>
        {answered(page, move |page| view! { <Whole page begin/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, begin: Post) -> impl IntoView {
    let w = use_words();
    let Page {
        centre,
        centre_name,
        zone,
        rubrics,
        refusal,
    } = page;
    let said = Said::new(refusal).follow(begin);
    let families = Category::ALL
        .iter()
        .map(|family| {
            let versions: Vec<RubricLine> = rubrics
                .iter()
                .filter(|line| line.category == family.as_str())
                .cloned()
                .collect();
            view! { <Family centre family=*family versions zone begin/> }
        })
        .collect_view();
    view! {
        <header class="nk-head"><div><h1>{w.t(ui::RAIL_RUBRICS)}</h1><p>{centre_name}" · "{w.t(c::RUBRICS_LEAD)}</p></div></header>
        <div class="nk-stack"><SaidNote said/><div class="nk-cols nk-cols-even">{families}</div></div>
    }
}

#[component]
fn Family(
    centre: CentreId,
    family: Category,
    versions: Vec<RubricLine>,
    zone: Zone,
    begin: Post,
) -> impl IntoView {
    let w = use_words();
    let current = versions
        .iter()
        .find(|line| line.published_at.is_some())
        .map(|line| (line.id, line.version));
    let draft = versions
        .iter()
        .find(|line| line.published_at.is_none())
        .map(|line| line.id);
    let none = versions.is_empty();
    let rows = versions
        .into_iter()
        .map(|line| {
            let is_current = current.is_some_and(|(id, _)| id == line.id);
            view! { <li><Version line is_current zone/></li> }
        })
        .collect_view();
    let next = match draft {
        Some(draft) => view! { <A href=format!("/rubrik/{draft}") attr:class="nk-btn nk-btn-outline nk-btn-small">{w.t(c::GO_ON_DRAFT)}</A> }.into_any(),
        None => {
            let from = current.map(|(id, _)| id.to_string()).unwrap_or_default();
            let has_from = !from.is_empty();
            let hint = current.map(|(_, version)| w.fill(c::NEW_VERSION_HINT, &[("n", &version)]));
            view! {
                <PostForm post=begin attr:class="nk-row-wrap">
                    <input type="hidden" name="centre" value=centre.to_string()/>
                    <input type="hidden" name="category" value=family.as_str()/>
                    {has_from.then(|| view! { <input type="hidden" name="from" value=from.clone()/> })}
                    <button class="nk-btn nk-btn-outline nk-btn-small" aria-label=format!("{}: {}", w.t(c::NEW_VERSION), w.t(category_word(family)))><Icon icon=icondata_lu::LuPlus/>{w.t(c::NEW_VERSION)}</button>
                    {hint.map(|hint| view! { <span class="nk-small nk-muted">{hint}</span> })}
                </PostForm>
            }
            .into_any()
        }
    };
    view! {
        <section class="nk-card nk-card-pad nk-stack">
            <header class="nk-card-head"><h2>{w.t(category_word(family))}</h2></header>
            {none.then(|| view! { <p class="nk-muted nk-small">{w.t(c::RUBRICS_EMPTY)}". "{w.t(c::RUBRICS_EMPTY_HINT)}</p> })}
            <ul class="nk-versions">{rows}</ul>
            {next}
        </section>
    }
}

#[component]
fn Version(line: RubricLine, is_current: bool, zone: Zone) -> impl IntoView {
    let w = use_words();
    let mark = match (line.published_at, is_current) {
        (None, _) => view! { <span class="nk-chip nk-chip-wait"><Icon icon=icondata_lu::LuPencil/>{w.t(c::DRAFT)}</span> }.into_any(),
        (Some(_), true) => view! { <span class="nk-chip nk-chip-ok"><Icon icon=icondata_lu::LuCircleCheck/>{w.t(c::IN_USE)}</span> }.into_any(),
        (Some(_), false) => view! { <span class="nk-chip nk-chip-draft"><Icon icon=icondata_lu::LuFileClock/>{w.t(c::OLDER)}</span> }.into_any(),
    };
    let mut about = vec![w.fill(c::CRITERIA_N, &[("n", &line.criteria)])];
    if let Some(at) = line.published_at {
        about.push(w.fill(
            c::PUBLISHED_ON,
            &[("at", &domain::place::date(zone.date(at), w.language))],
        ));
    }
    if line.entries > 0 {
        about.push(w.fill(c::JUDGED_N, &[("n", &line.entries)]));
    }
    view! {
        <A href=format!("/rubrik/{}", line.id) attr:class="nk-link">{w.fill(c::VERSION_N, &[("n", &line.version)])}</A>
        {mark}
        <small class="nk-muted">{about.join(" · ")}</small>
    }
}
