//! The entries of a round: who scores them, what they gave, how far apart they are.

use domain::{
    curation::{CuratorLine, EntryLine},
    ids::{PersonId, RoundId},
    review::{EntryState, Points, Seat},
};
use leptos::prelude::*;

use super::names::state_name;
use crate::{
    post::{Post, PostForm},
    ui::{GradeLabel, Icon, Sure, category_word},
    words::{curation as c, use_words},
};

/// A mark for where an entry stands, with icon and word.
#[component]
pub fn StateChip(
    /// Where it stands.
    state: EntryState,
) -> impl IntoView {
    let w = use_words();
    let (class, icon) = match state {
        EntryState::Submitted => ("nk-chip nk-chip-wait", icondata_lu::LuUserPlus),
        EntryState::InReview => ("nk-chip nk-chip-info", icondata_lu::LuLoader),
        EntryState::Scored => ("nk-chip nk-chip-ok", icondata_lu::LuCircleCheck),
        EntryState::Decided => ("nk-chip nk-chip-set", icondata_lu::LuGavel),
        EntryState::Released => ("nk-chip nk-chip-ok", icondata_lu::LuMegaphone),
        EntryState::Withdrawn => ("nk-chip nk-chip-draft", icondata_lu::LuUndo2),
    };
    view! { <span class=class><Icon icon/>{w.t(state_name(state))}</span> }
}

/// Each curator's total as a mark on 0–100. `wide` when a third had to be called.
#[component]
pub fn Spread(
    /// Finished totals.
    totals: Vec<Points>,
    /// The whole score, once all are in.
    score: Option<i64>,
    /// Whether the first two were too far apart.
    wide: bool,
) -> impl IntoView {
    let w = use_words();
    if totals.is_empty() {
        return view! { <span class="nk-muted">{w.t(c::NO_SCORES)}</span> }.into_any();
    }
    let place = |value: i64| format!("{value}%");
    let whole: Vec<i64> = totals.iter().map(|total| total.whole()).collect();
    let said: Vec<String> = whole.iter().map(ToString::to_string).collect();
    let label = w.fill(c::SPREAD_LABEL, &[("values", &said.join(", "))]);
    let (low, high) = (
        whole.iter().copied().min().unwrap_or(0),
        whole.iter().copied().max().unwrap_or(0),
    );
    let marks = whole
        .iter()
        .map(|value| view! { <circle cx=place(*value) cy="9"></circle> })
        .collect_view();
    view! {
        <svg class="nk-spread" class:is-wide=wide role="img" aria-label=label>
            <line class="is-axis" x1="0" x2="100%" y1="9" y2="9"></line>
            <line class="is-range" x1=place(low) x2=place(high) y1="9" y2="9"></line>
            {marks}
            {score.map(|score| view! { <circle class="is-median" cx=place(score) cy="9"></circle> })}
        </svg>
        <small class="nk-muted nk-num">{said.join(" · ")}</small>
    }
    .into_any()
}

/// The forms of the table.
#[derive(Clone, Copy)]
pub struct SeatForms {
    /// Gives an entry to a curator.
    pub assign: Post,
    /// Takes one away.
    pub unassign: Post,
    /// Gives a second review more time.
    pub prolong: Post,
}

/// The table.
#[component]
pub fn Entries(
    /// The round.
    round: RoundId,
    /// Its entries.
    entries: Vec<EntryLine>,
    /// Curators that can be given entries.
    staff: Vec<CuratorLine>,
    /// Whether seats can be given and taken now.
    may_assign: bool,
    /// Its forms.
    forms: SeatForms,
) -> impl IntoView {
    let w = use_words();
    let complete = entries.iter().filter(|entry| entry.score.is_some()).count();
    let total = entries.len();
    let rows = entries
        .into_iter()
        .map(|entry| view! { <Row round entry staff=staff.clone() may_assign forms/> })
        .collect_view();
    view! {
        <section class="nk-card" id="contoh">
            <header class="nk-card-head nk-card-pad"><h2>{w.t(c::ENTRIES)}</h2><span>{w.fill(c::COMPLETE_OF, &[("n", &complete), ("total", &total)])}</span></header>
            <table class="nk-table">
                <thead><tr><th scope="col">{w.t(c::PRODUCT)}</th><th scope="col">{w.t(c::CURATORS)}</th>
                    <th scope="col">{w.t(c::SCORES)}</th><th scope="col" class="is-num">{w.t(c::MEDIAN)}</th><th scope="col">{w.t(c::STATE)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

#[component]
fn Row(
    round: RoundId,
    entry: EntryLine,
    staff: Vec<CuratorLine>,
    may_assign: bool,
    forms: SeatForms,
) -> impl IntoView {
    let w = use_words();
    let totals: Vec<Points> = entry.seats.iter().filter_map(|seat| seat.total).collect();
    let score = entry.score.map(|(score, ..)| score);
    let third = entry.wanted > domain::review::REVIEWERS;
    let median = match entry.score {
        Some((score, _, grade)) => view! { <b>{score}</b>" "<GradeLabel grade/> }.into_any(),
        None => view! { <b>"–"</b> }.into_any(),
    };
    let about = format!(
        "{} · {} · {}",
        w.fill(c::SAMPLE, &[("n", &entry.number)]),
        w.t(category_word(entry.category)),
        entry.business_name
    );
    let waits = matches!(entry.state, EntryState::Submitted | EntryState::InReview);
    let again = entry.sitting > 1 && entry.state == EntryState::InReview;
    let open = waits && (may_assign || again);
    let barred: Vec<&str> = staff
        .iter()
        .filter(|one| entry.barred.contains(&one.person))
        .map(|one| one.name.as_str())
        .collect();
    let barred = (!barred.is_empty()).then(|| w.fill(c::BARRED, &[("names", &barred.join(", "))]));
    let free = usize::try_from(entry.wanted)
        .unwrap_or(0)
        .saturating_sub(entry.seats.len());
    view! {
        <tr>
            <th scope="row">{entry.product_name.clone()}<small>{about}</small>
                {entry.again.then(|| view! { <small>{w.t(c::AGAIN)}</small> })}
                {(entry.sitting > 1).then(|| view! { <small>{w.t(c::SECOND_SITTING)}</small> })}</th>
            <td data-label=w.t(c::CURATORS) class="is-wide">
                <Seats round seats=entry.seats.clone() open unassign=forms.unassign/>
                {(free > 0).then(|| view! { <span class="nk-chip nk-chip-wait"><Icon icon=icondata_lu::LuUserPlus/>{w.fill(c::SEATS_FREE, &[("n", &free)])}</span> })}
                {barred.map(|barred| view! { <small class="nk-barred"><Icon icon=icondata_lu::LuShieldAlert/>{barred}</small> })}
                {open.then(|| view! { <ByHand round entry=entry.clone() staff=staff.clone() assign=forms.assign/> })}
                {again.then(|| view! { <PostForm post=forms.prolong>
                    <input type="hidden" name="entry" value=entry.entry.to_string()/>
                    <input type="hidden" name="round" value=round.to_string()/>
                    <button class="nk-btn nk-btn-text nk-btn-small">{w.t(c::PROLONG)}</button>
                </PostForm> })}
            </td>
            <td data-label=w.t(c::SCORES) class="is-wide"><Spread totals score wide=third/>
                {third.then(|| view! { <small class="nk-muted">{w.t(c::THIRD_CALLED)}</small> })}</td>
            <td data-label=w.t(c::MEDIAN) class="is-num">{median}</td>
            <td data-label=w.t(c::STATE)><StateChip state=entry.state/></td>
        </tr>
    }
}

#[component]
fn Seats(round: RoundId, seats: Vec<Seat>, open: bool, unassign: Post) -> impl IntoView {
    let w = use_words();
    let lines = seats
        .into_iter()
        .map(|seat| {
            let waits = seat.total.is_none();
            let name = seat.name.clone();
            let about = seat.name.clone();
            let label = w.fill(c::TAKE_BACK_FROM, &[("name", &name)]);
            view! {
                <li>
                    <span>{name}</span>
                    {match seat.total {
                        Some(total) => view! { <b class="nk-num">{total.whole()}</b> }.into_any(),
                        None => view! { <span class="nk-muted">{w.t(c::NOT_YET)}</span> }.into_any(),
                    }}
                    {(open && waits).then(|| view! {
                        <Sure ask=w.t(c::TAKE_BACK) about=about says=w.t(c::TAKE_BACK_SAYS) icon=icondata_lu::LuX>
                            <PostForm post=unassign>
                                <input type="hidden" name="assignment" value=seat.assignment.to_string()/>
                                <input type="hidden" name="round" value=round.to_string()/>
                                <button class="nk-btn nk-btn-outline nk-btn-small">{label}</button>
                            </PostForm>
                        </Sure>
                    })}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="nk-seats">{lines}</ul> }
}

/// Giving an entry to somebody by hand; experts of its family come first.
#[component]
fn ByHand(
    round: RoundId,
    entry: EntryLine,
    staff: Vec<CuratorLine>,
    assign: Post,
) -> impl IntoView {
    let w = use_words();
    let seated: Vec<PersonId> = entry.seats.iter().map(|seat| seat.person).collect();
    let mut free: Vec<CuratorLine> = staff
        .into_iter()
        .filter(|one| !seated.contains(&one.person) && !entry.barred.contains(&one.person))
        .collect();
    if free.is_empty() || entry.seats.len() >= 3 {
        return ().into_any();
    }
    let knows = |one: &CuratorLine| {
        one.expertise
            .iter()
            .any(|word| word == entry.category.as_str())
    };
    free.sort_by_key(|one| (!knows(one), one.load));
    let options = free
        .iter()
        .map(|one| {
            let said = if knows(one) {
                w.fill(c::CURATOR_EXPERT, &[("name", &one.name), ("n", &one.load)])
            } else {
                w.fill(c::CURATOR_LOAD, &[("name", &one.name), ("n", &one.load)])
            };
            view! { <option value=one.person.to_string()>{said}</option> }
        })
        .collect_view();
    let label = w.fill(c::GIVE_TO_LABEL, &[("product", &entry.product_name)]);
    view! {
        <details class="nk-byhand">
            <summary class="nk-link nk-small">{w.t(c::BY_HAND)}</summary>
            <PostForm post=assign attr:class="nk-row-wrap">
                <input type="hidden" name="entry" value=entry.entry.to_string()/>
                <input type="hidden" name="round" value=round.to_string()/>
                <select class="nk-input" name="reviewer" aria-label=label>{options}</select>
                <button class="nk-btn nk-btn-outline nk-btn-small">{w.t(c::GIVE)}</button>
            </PostForm>
        </details>
    }
    .into_any()
}
