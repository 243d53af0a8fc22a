//! A line of the register.

use domain::{feedback::RegisterLine, place::date};
use leptos::prelude::*;

use super::super::names::ProgressMark;
use crate::{
    ui::Icon,
    words::{feedback as f, use_words},
};

/// What was heard, how far it is, who does it, until when, and how one sees it.
#[component]
pub fn Line(
    /// Which.
    line: RegisterLine,
) -> impl IntoView {
    let w = use_words();
    let day = |day| date(day, w.language);
    let row = |name: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{text}</dd></div> })
    };
    let planned = line.due_on.is_some();
    let owner = planned.then(|| {
        let unnamed = w.t(f::BY_UNNAMED).to_owned();
        row(w.t(f::BY), line.owner.clone().unwrap_or(unnamed))
    });
    let due = line.due_on.map(|on| {
        let late = line.late.then(|| view! { " "<span class="nk-chip nk-chip-no"><Icon icon=icondata_lu::LuClockAlert/>{w.t(f::OVERDUE)}</span> });
        view! { <div><dt>{w.t(f::UNTIL)}</dt><dd>{day(on)}{late}</dd></div> }
    });
    let fixed = line.fixed_on.map(|on| row(w.t(f::FIXED_ON), day(on)));
    view! {
        <li class="nk-mended" id=format!("p-{}", line.id)>
            <header><ProgressMark progress=line.progress/><small>{w.fill(f::HEARD_ON, &[("day", &day(line.heard_on))])}</small></header>
            <h3>{line.heard.get(w.language).to_owned()}</h3>
            <dl>
                {row(w.t(f::WHAT_WE_DO), line.action.get(w.language).to_owned())}
                {row(w.t(f::PROOF), line.evidence.get(w.language).to_owned())}
                {owner}{due}{fixed}
            </dl>
        </li>
    }
}
