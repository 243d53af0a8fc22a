//! Automatic assignment: what it would do, then doing it.

use domain::{
    ids::RoundId,
    review::{OpenSeat, Plan, PlannedSeat},
};
use leptos::prelude::*;

use super::names::unseated_name;
use crate::{
    post::{Post, PostForm},
    ui::{Callout, Icon, Tone},
    words::{curation as c, ui, use_words},
};

/// The preview.
#[component]
pub fn Planning(
    /// The round.
    round: RoundId,
    /// What it would do.
    plan: Plan,
    /// Does what the preview says.
    assign_round: Post,
) -> impl IntoView {
    let w = use_words();
    view! {
        <section class="nk-card nk-card-pad nk-card-next" id="rencana">
            <header class="nk-card-head"><h2>{w.t(c::PLAN)}</h2></header>
            <Shown round plan assign_round/>
        </section>
    }
}

#[component]
fn Shown(round: RoundId, plan: Plan, assign_round: Post) -> impl IntoView {
    let w = use_words();
    if plan.seats.is_empty() && plan.open.is_empty() {
        return view! { <p class="nk-muted">{w.t(c::PLAN_NOTHING)}</p> }.into_any();
    }
    let count = plan.seats.len();
    let open = plan.open.len();
    view! {
        <p>{w.fill(c::PLAN_SAYS, &[("n", &count)])}</p>
        <PlannedSeats seats=plan.seats/>
        {(open > 0).then(|| view! { <OpenSeats open=plan.open/> })}
        <div class="nk-btn-row mt-4">
            <PostForm post=assign_round>
                <input type="hidden" name="round" value=round.to_string()/>
                <button class="nk-btn nk-btn-primary" disabled=count == 0>{w.fill(c::PLAN_DO, &[("n", &count)])}</button>
            </PostForm>
            <a class="nk-btn nk-btn-text" href=format!("/putaran/{round}")>{w.t(ui::CANCEL)}</a>
        </div>
    }
    .into_any()
}

#[component]
fn PlannedSeats(seats: Vec<PlannedSeat>) -> impl IntoView {
    let w = use_words();
    let mut entries: Vec<(i64, Vec<PlannedSeat>)> = Vec::new();
    for seat in seats {
        match entries.last_mut() {
            Some((number, list)) if *number == seat.number => list.push(seat),
            _ => entries.push((seat.number, vec![seat])),
        }
    }
    let rows = entries
        .into_iter()
        .map(|(number, list)| {
            let people = list
                .into_iter()
                .map(|seat| {
                    view! { <span class="nk-row-wrap">{seat.name}
                        {seat.expert.then(|| view! { <span class="nk-chip nk-chip-ok"><Icon icon=icondata_lu::LuBadgeCheck/>{w.t(c::EXPERT)}</span> })}</span> }
                })
                .collect_view();
            view! { <tr><th scope="row">{w.fill(c::SAMPLE, &[("n", &number)])}</th><td class="is-wide"><span class="nk-row-wrap">{people}</span></td></tr> }
        })
        .collect_view();
    view! {
        <table class="nk-table mt-2">
            <thead><tr><th scope="col">{w.t(c::ENTRY)}</th><th scope="col">{w.t(c::CURATORS)}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn OpenSeats(open: Vec<OpenSeat>) -> impl IntoView {
    let w = use_words();
    let lines = open
        .into_iter()
        .map(|seat| {
            let why = w.t(unseated_name(seat.why));
            view! { <li>{w.fill(c::SAMPLE, &[("n", &seat.number)])}": "{why}</li> }
        })
        .collect_view();
    view! { <div class="mt-4"><Callout tone=Tone::Warn><b>{w.t(c::PLAN_OPEN)}</b><ul>{lines}</ul></Callout></div> }
}
