//! Things to do: each with its reason, its last day, who helps, and a proof.

pub mod api;
pub mod page;

use chrono::NaiveDate;
use domain::{ids::TaskId, place, tasks::ClinicLine};
use leptos::prelude::*;

use crate::{
    post::{Post, PostForm},
    ui::Icon,
    words::{Key, tasks as t, use_words},
};

/// Who helps.
pub fn line_name(line: ClinicLine) -> Key {
    match line {
        ClinicLine::Legality => t::LINE_LEGALITY,
        ClinicLine::People => t::LINE_PEOPLE,
        ClinicLine::Production => t::LINE_PRODUCTION,
        ClinicLine::Finance => t::LINE_FINANCE,
        ClinicLine::Marketing => t::LINE_MARKETING,
        ClinicLine::Technology => t::LINE_TECHNOLOGY,
        ClinicLine::Networks => t::LINE_NETWORKS,
        ClinicLine::Design => t::LINE_DESIGN,
    }
}

/// Says that the last day of a task is over.
#[component]
pub(crate) fn Late() -> impl IntoView {
    let w = use_words();
    view! { <span class="nk-chip nk-chip-no"><Icon icon=icondata_lu::LuClockAlert/>{w.t(t::LATE)}</span>" " }
}

/// One task, with the form that hands it in.
#[component]
pub(crate) fn TaskCard(
    id: TaskId,
    title: String,
    detail: String,
    line: Option<ClinicLine>,
    due: NaiveDate,
    late: bool,
    done: bool,
    own: bool,
    action: Post,
    back: String,
) -> impl IntoView {
    let w = use_words();
    let (tile, icon) = if done {
        ("nk-tile nk-tile-ok", icondata_lu::LuCheck)
    } else {
        ("nk-tile nk-tile-wait", icondata_lu::LuListTodo)
    };
    let helps = line.map(|line| w.fill(t::HELPED_BY, &[("line", &w.t(line_name(line)))]));
    let field = format!("bukti-{id}");
    view! {
        <li class="nk-task" class:is-done=done>
            <span class=tile><Icon icon/></span>
            <h3>{title}</h3>
            <p>{detail}</p>
            {(!done).then(|| view! { <p>{late.then(|| view! { <Late/> })}{w.fill(t::UNTIL, &[("day", &place::date(due, w.language))])}" "{helps}</p> })}
            {(own && !done).then(|| view! {
                <details class="nk-more">
                    <summary>{w.t(t::FINISH)}</summary>
                    <PostForm post=action attr:class="nk-form">
                        <input type="hidden" name="task" value=id.to_string()/>
                        <input type="hidden" name="back" value=back/>
                        <div class="nk-field">
                            <label for=field.clone()>{w.t(t::PROOF)}</label>
                            <p class="nk-hint">{w.t(t::PROOF_HINT)}</p>
                            <textarea class="nk-input" id=field.clone() name="proof" rows="3"></textarea>
                        </div>
                        <button class="nk-btn nk-btn-primary nk-btn-small">{w.t(t::FINISH)}</button>
                    </PostForm>
                </details>
            })}
        </li>
    }
}
