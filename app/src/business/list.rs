//! `/binaan`: the businesses within reach of a member of staff.

use domain::business::BusinessLine;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map, params::ParamsMap};

use super::{api::Businesses, class_name};
use crate::{
    ask::{answered, ask},
    ui::{Empty, Icon, Pager},
    words::{business as b, home, ui, use_words},
};

/// The page.
#[component]
pub fn ListPage() -> impl IntoView {
    let query = use_query_map();
    let words = Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default()));
    let page = Memo::new(move |_| {
        query.with(|query| {
            query
                .get("hal")
                .and_then(|page| page.parse().ok())
                .unwrap_or(1)
        })
    });
    let list = ask(
        move || Businesses {
            words: words.get(),
            page: page.get(),
        },
        || (),
    );
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_BUSINESSES)/>
        <header class="nk-head"><div><h1>{w.t(ui::RAIL_BUSINESSES)}</h1></div></header>
        <form class="nk-search" method="get" action="/binaan" role="search">
            <label class="nk-vh" for="q">{w.t(b::SEARCH)}</label>
            <input id="q" name="q" r#type="search" placeholder=w.t(b::SEARCH) value=move || words.get()/>
            <button class="nk-btn nk-btn-primary" aria-label=w.t(b::SEARCH)><Icon icon=icondata_lu::LuArrowRight/></button>
        </form>
        {answered(list, move |list| {
            if list.lines.is_empty() {
                view! { <Empty title=w.t(b::LIST_EMPTY) hint=w.t(b::LIST_EMPTY_HINT)/> }.into_any()
            } else {
                let words = words.get_untracked();
                view! { <Table list=list.lines/><Pager page=list.page pages=list.pages address=move |page| address(&words, page)/> }.into_any()
            }
        })}
    }
    .into_any()
}

/// The address of a page of the list.
fn address(words: &str, page: i64) -> String {
    let mut query = ParamsMap::new();
    if !words.is_empty() {
        query.insert("q", words.to_owned());
    }
    if page > 1 {
        query.insert("hal", page.to_string());
    }
    format!("/binaan{}", query.to_query_string())
}

#[component]
fn Table(list: Vec<BusinessLine>) -> impl IntoView {
    let w = use_words();
    let rows = list
        .into_iter()
        .map(|line| {
            let class = line.class.map_or_else(|| w.t(home::NO_FIGURES), |class| w.t(class_name(class)));
            view! {
                <tr><td><A href=format!("/usaha/{}", line.id) attr:class="nk-link">{line.name}</A></td>
                    <td data-label=w.t(b::REGENCY)>{line.regency}</td>
                    <td data-label=w.t(b::SIZE)>{class}</td>
                    <td data-label=w.t(b::TO_MEND)>{line.claims_to_mend}</td></tr>
            }
        })
        .collect_view();
    view! {
        <div class="nk-card nk-card-pad"><table class="nk-table">
            <thead><tr><th>{w.t(b::NAME)}</th><th>{w.t(b::REGENCY)}</th><th>{w.t(b::SIZE)}</th><th>{w.t(b::TO_MEND)}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
}
