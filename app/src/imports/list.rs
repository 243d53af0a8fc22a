//! `/impor/{id}`: what a list holds, what becomes of each row, and taking it over or back.

use domain::{
    ids::ImportId,
    imports::{Import, ImportRow, Repeats, Verdict},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map, params::ParamsMap};

use super::{
    api::{ApplyImport, ImportPage as Page, OpenImport, UndoImport, address, row_address},
    codes::code_sentence,
};
use crate::{
    ask::{answered, ask_about},
    curation::said::{Said, SaidNote},
    post::{Post, PostForm, accepted},
    ui::{Callout, Empty, Icon, Pager, Sure, Tone},
    words::{Key, imports as i, ui, use_words},
};

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    let (apply, undo) = (Post::to::<ApplyImport>(), Post::to::<UndoImport>());
    let query = use_query_map();
    let verdict = Memo::new(move |_| query.with(|query| query.get("jenis").unwrap_or_default()));
    let page = Memo::new(move |_| {
        let page = query.with(|query| query.get("hal"));
        page.and_then(|page| page.parse().ok()).unwrap_or(1)
    });
    let draft = Memo::new(move |_| query.with(|query| query.get("draf").unwrap_or_default()));
    let list = ask_about("id", accepted([apply, undo]), move |import: ImportId| {
        OpenImport {
            centre: None,
            import,
            verdict: verdict.get(),
            page: page.get(),
            draf: draft.get(),
        }
    });
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_IMPORTS)/>
        {answered(list, move |page| view! { <Whole page apply undo/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, apply: Post, undo: Post) -> impl IntoView {
    let w = use_words();
    let Page {
        centre,
        list,
        verdict,
        rows,
        page,
        pages,
        refusal,
        undone,
    } = page;
    let (id, tally) = (list.id, list.tally);
    let said = Said::new(refusal).follow(apply).follow(undo);
    let waiting = tally.import - tally.done;
    let brought = w.fill(
        i::BROUGHT,
        &[("name", &list.by), ("at", &w.moment(list.created_at))],
    );
    let hidden = move || {
        view! {
            <input type="hidden" name="centre" value=centre.to_string()/>
            <input type="hidden" name="import" value=id.to_string()/>
        }
    };
    let filled = undone.map(|(gone, kept)| {
        let key = if kept > 0 {
            i::UNDONE_PART
        } else {
            i::UNDONE_WHOLE
        };
        w.fill(key, &[("gone", &gone), ("kept", &kept)])
    });
    let none = rows.is_empty();
    let lines = rows
        .into_iter()
        .map(|row| view! { <Line import=id row/> })
        .collect_view();
    view! {
        <header class="nk-head">
            <div><p class="nk-eyebrow"><A href="/impor">{w.t(ui::RAIL_IMPORTS)}</A></p><h1>{list.file_name.clone()}</h1><p>{brought}</p></div>
        </header>
        <div class="nk-stack">
            <SaidNote said/>
            {filled.map(|sentence| view! { <Callout tone=Tone::Ok>{sentence}</Callout> })}
            <Kinds list=list.clone() verdict/>
            <div class="nk-btn-row">
                {(waiting > 0).then(|| view! {
                    <PostForm post=apply>{hidden()}
                        <button class="nk-btn nk-btn-primary" aria-busy=move || apply.busy().then_some("true")>{w.fill(i::APPLY, &[("count", &waiting)])}</button>
                    </PostForm>
                })}
                {(tally.done > 0).then(|| view! {
                    <Sure ask=w.t(i::UNDO) about=list.file_name.clone() says=w.t(i::UNDO_SAYS)>
                        <PostForm post=undo>{hidden()}<button class="nk-btn nk-btn-outline nk-btn-small">{w.t(i::UNDO_SURE)}</button></PostForm>
                    </Sure>
                })}
            </div>
            {if none {
                view! { <div class="nk-card"><Empty title=w.t(i::NO_ROWS) hint=w.t(i::NO_ROWS_HINT)/></div> }.into_any()
            } else {
                view! {
                    <div class="nk-card nk-card-pad"><table class="nk-table">
                        <thead><tr><th>{w.t(i::ROW)}</th><th>{w.t(i::BUSINESS)}</th><th>{w.t(i::PLACE)}</th><th>{w.t(i::BECOMES)}</th></tr></thead>
                        <tbody>{lines}</tbody>
                    </table></div>
                    <Pager page pages address=move |page| kind_address(id, verdict, page)/>
                }
                .into_any()
            }}
        </div>
    }
}

fn kind_address(import: ImportId, verdict: Option<Verdict>, page: i64) -> String {
    let mut query = ParamsMap::new();
    if let Some(verdict) = verdict {
        query.insert("jenis", verdict.to_string());
    }
    if page > 1 {
        query.insert("hal", page.to_string());
    }
    format!("{}{}", address(import), query.to_query_string())
}

/// What the rows are, with their numbers; each leads to its rows.
#[component]
fn Kinds(list: Import, verdict: Option<Verdict>) -> impl IntoView {
    let w = use_words();
    let tally = list.tally;
    let all = tally.import + tally.reject + tally.duplicate + tally.left_out;
    let kinds = [
        (None, i::ALL, all),
        (Some(Verdict::Import), i::KIND_IMPORT, tally.import),
        (Some(Verdict::Reject), i::KIND_REJECT, tally.reject),
        (Some(Verdict::Duplicate), i::KIND_DUPLICATE, tally.duplicate),
        (Some(Verdict::LeftOut), i::KIND_LEFT_OUT, tally.left_out),
    ];
    let pills = kinds
        .into_iter()
        .filter(|(kind, _, count)| *count > 0 || kind.is_none())
        .map(|(kind, name, count)| {
            let here = (kind == verdict).then_some("page");
            view! { <A href=kind_address(list.id, kind, 1) attr:class="nk-kind" attr:aria-current=here>{w.t(name)}" "<b>{count}</b></A> }
        })
        .collect_view();
    let doubtful = (tally.doubtful > 0).then(|| w.fill(i::DOUBTFUL, &[("count", &tally.doubtful)]));
    view! {
        <nav class="nk-pills" aria-label=w.t(i::BECOMES)>{pills}</nav>
        {doubtful.map(|sentence| view! { <p class="nk-muted">{sentence}</p> })}
    }
}

/// What a row becomes, in a word.
pub(super) fn verdict_word(verdict: Verdict) -> Key {
    match verdict {
        Verdict::Import => i::WORD_IMPORT,
        Verdict::Reject => i::WORD_REJECT,
        Verdict::Duplicate => i::WORD_DUPLICATE,
        Verdict::LeftOut => i::WORD_LEFT_OUT,
    }
}

#[component]
fn Line(import: ImportId, row: ImportRow) -> impl IntoView {
    let w = use_words();
    let name = row
        .facts
        .business
        .clone()
        .or_else(|| row.facts.owner.clone());
    let owner = row.facts.owner.clone().unwrap_or_default();
    let codes = row
        .codes
        .iter()
        .map(|code| view! { <small class="nk-warn-line">{w.t(code_sentence(code))}</small> })
        .collect_view();
    let number = match row.sheet.as_str() {
        "" => row.number.to_string(),
        sheet => format!("{sheet} {}", row.number),
    };
    view! {
        <tr>
            <td data-label=w.t(i::ROW)>{number}</td>
            <td><A href=row_address(import, row.id) attr:class="nk-link">{name.unwrap_or_else(|| w.t(i::NAMELESS).to_owned())}</A><small>{owner}</small></td>
            <td data-label=w.t(i::PLACE)>{row.place.clone()}</td>
            <td data-label=w.t(i::BECOMES)><Becomes row/>{codes}</td>
        </tr>
    }
}

/// What a row becomes, and what it repeats.
#[component]
pub(super) fn Becomes(row: ImportRow) -> impl IntoView {
    let w = use_words();
    let repeats = row
        .repeats
        .clone()
        .filter(|_| row.verdict == Verdict::Duplicate);
    match (row.business, repeats) {
        (Some(id), _) => view! { <A href=format!("/usaha/{id}") attr:class="nk-link"><Icon icon=icondata_lu::LuCheck/>{w.t(i::WORD_DONE)}</A> }.into_any(),
        (None, Some(Repeats::Business { id, name })) => view! { <span>{w.t(i::REPEATS)}" "<A href=format!("/usaha/{id}") attr:class="nk-link">{name}</A></span> }.into_any(),
        (None, Some(Repeats::Row { sheet, number })) => w.fill(i::REPEATS_ROW, &[("row", &format!("{sheet} {number}").trim())]).into_any(),
        (None, None) => {
            let class = match row.verdict {
                Verdict::Import => "nk-chip nk-chip-ok",
                Verdict::Reject => "nk-chip nk-chip-wait",
                Verdict::Duplicate | Verdict::LeftOut => "nk-chip",
            };
            view! { <span class=class>{w.t(verdict_word(row.verdict))}</span> }.into_any()
        }
    }
}
