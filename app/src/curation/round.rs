//! `/putaran/{id}`: a round as its manager sees it.

use domain::{
    curation::{RoundInput, RoundOverview},
    ids::RoundId,
    place::Zone,
    review::{EntryState, Phase, Progress, Right, Round},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};

use super::{
    entries::{Entries, SeatForms},
    names::{category_list, phase_name, state_name},
    planning::Planning,
    round_form::RoundFields,
    rounds::PhaseChip,
    rounds_api::{
        Assign, AssignRound, EditRound, OpenRound, ProlongReview, RoundPage as Page, Unassign,
    },
    said::{Said, SaidNote},
};
use crate::{
    AppError,
    ask::{answered, ask_about},
    post::{Post, PostForm, accepted},
    ui::{Callout, Icon, Tone, error_sentence, fields_of},
    words::{curation as c, ui, use_words},
};

/// The page.
#[component]
pub fn RoundPage() -> impl IntoView {
    let query = use_query_map();
    let edit = Post::to::<EditRound>();
    let assign_round = Post::to::<AssignRound>();
    let forms = SeatForms {
        assign: Post::to::<Assign>(),
        unassign: Post::to::<Unassign>(),
        prolong: Post::to::<ProlongReview>(),
    };
    let changes = accepted([
        edit,
        assign_round,
        forms.assign,
        forms.unassign,
        forms.prolong,
    ]);
    let planning = Memo::new(move |_| query.with(|query| query.get("rencana").is_some()));
    let page = ask_about("id", changes, move |round| OpenRound {
        round,
        planning: planning.get(),
    });
    answered(
        page,
        move |page| view! { <Whole page edit assign_round forms/> },
    )
}

/// The pages of one round.
#[component]
pub fn RoundTabs(
    /// The round.
    round: RoundId,
    /// Which page this is: 0 overview, 1 decisions, 2 appeals.
    here: usize,
    /// Objections that wait.
    #[prop(optional)]
    open_appeals: i64,
) -> impl IntoView {
    let w = use_words();
    let tabs = [
        (c::TAB_OVERVIEW, ""),
        (c::TAB_DECISIONS, "/keputusan"),
        (c::TAB_APPEALS, "/banding"),
    ];
    let tabs = tabs
        .into_iter()
        .enumerate()
        .map(|(at, (word, path))| {
            view! {
                <a href=format!("/putaran/{round}{path}") aria-current=(at == here).then_some("page")>{w.t(word)}
                    {(at == 2 && open_appeals > 0).then(|| view! { <span class="nk-count">{open_appeals}</span> })}</a>
            }
        })
        .collect_view();
    view! { <nav class="nk-tabline" aria-label=w.t(c::ROUND_PAGES)>{tabs}</nav> }
}

/// Name, families and phase of a round.
#[component]
pub fn RoundHead(
    /// The round.
    round: Round,
) -> impl IntoView {
    let w = use_words();
    view! {
        <Title text=round.name.clone()/>
        <header class="nk-head">
            <a class="nk-icon-btn" href="/putaran" aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></a>
            <div><h1>{round.name.clone()}</h1><p>{category_list(w, &round.categories)}</p></div>
            <PhaseChip phase=round.phase/>
        </header>
    }
}

#[component]
fn Whole(page: Page, edit: Post, assign_round: Post, forms: SeatForms) -> impl IntoView {
    let w = use_words();
    let Page {
        overview,
        zone,
        form,
        form_refused,
        plan,
        refusal,
    } = page;
    let (kept, kept_form) = if form_refused {
        (None, refusal)
    } else {
        (refusal, None)
    };
    let said = Said::new(kept)
        .follow(assign_round)
        .follow(forms.assign)
        .follow(forms.unassign)
        .follow(forms.prolong);
    let round = overview.round.clone();
    let id = round.id;
    let may_assign = round.phase.allows(Right::Assign);
    let lacks = overview.entries.iter().any(|entry| {
        matches!(entry.state, EntryState::Submitted | EntryState::InReview)
            && (entry.seats.len() as i64) < entry.wanted
    });
    let offered = may_assign && lacks && plan.is_none();
    let empty = overview.entries.is_empty();
    view! {
        <RoundHead round=round.clone()/>
        <RoundTabs round=id here=0 open_appeals=overview.open_appeals/>
        <div class="nk-stack">
            <SaidNote said/>
            <PhaseBar round=round.clone() zone/>
            <Late curators=overview.curators.clone() round=round.clone() zone/>
            {plan.map(|plan| view! { <Planning round=id plan assign_round/> })}
            {offered.then(|| view! {
                <div class="nk-card nk-card-pad nk-card-next nk-row-wrap">
                    <p class="grow">{w.t(c::SEATS_LACK)}</p>
                    <A href=format!("/putaran/{id}?rencana=1#rencana") attr:class="nk-btn nk-btn-primary">{w.t(c::PLAN_PREVIEW)}</A>
                </div>
            })}
            <div class="nk-cols">
                {if empty {
                    view! { <div class="nk-card"><crate::ui::Empty title=w.t(c::ENTRIES_EMPTY) hint=w.t(c::ENTRIES_EMPTY_HINT)/></div> }.into_any()
                } else {
                    view! { <Entries round=id entries=overview.entries.clone() staff=overview.staff.clone() may_assign forms/> }.into_any()
                }}
                <div class="nk-stack">
                    <Counters overview=overview.clone()/>
                    <States states=overview.states.clone()/>
                    <Curators curators=overview.curators.clone() cap=round.reviewer_cap/>
                    <Edit id round zone form edit kept=kept_form/>
                </div>
            </div>
        </div>
    }
}

#[component]
fn PhaseBar(round: Round, zone: Zone) -> impl IntoView {
    let w = use_words();
    let moment = |at| zone.brief(at, w.language);
    let phases = round.phases;
    let appeals = match phases.released_at {
        Some(at) => moment(at + chrono::Duration::days(phases.appeal_days)),
        None => w.fill(c::APPEAL_DAYS_AFTER, &[("n", &phases.appeal_days)]),
    };
    let steps = [
        (
            Phase::Submission,
            w.fill(c::UNTIL, &[("at", &moment(phases.submit_until))]),
        ),
        (
            Phase::Scoring,
            w.fill(c::UNTIL, &[("at", &moment(phases.score_until))]),
        ),
        (
            Phase::Decision,
            phases
                .released_at
                .map_or_else(|| w.t(c::TOGETHER).to_owned(), moment),
        ),
        (Phase::Appeals, appeals),
    ];
    let now = round.phase;
    let steps = steps
        .into_iter()
        .map(|(phase, when)| {
            let here = phase == now;
            view! { <li class:is-done=phase < now aria-current=here.then_some("step")><b>{w.t(phase_name(phase))}</b>{when}</li> }
        })
        .collect_view();
    view! {
        <section class="nk-card nk-card-pad" aria-label=w.t(c::PHASES)>
            <ol class="nk-phases" tabindex="0" aria-label=w.t(c::PHASES)>{steps}</ol>
        </section>
    }
}

/// Curators who have entries and scored none, while scoring runs.
#[component]
fn Late(curators: Vec<Progress>, round: Round, zone: Zone) -> impl IntoView {
    let w = use_words();
    let late: Vec<Progress> = curators
        .into_iter()
        .filter(|one| one.assigned > 0 && one.scored == 0)
        .collect();
    if late.is_empty() || round.phase != Phase::Scoring {
        return ().into_any();
    }
    let names: Vec<String> = late
        .iter()
        .map(|one| w.fill(c::LATE_ONE, &[("name", &one.name), ("n", &one.assigned)]))
        .collect();
    let until = zone.brief(round.phases.score_until, w.language);
    view! {
        <div class="nk-alarm" role="status">
            <span class="nk-tile"><Icon icon=icondata_lu::LuTriangleAlert/></span>
            <div><b>{w.fill(c::LATE, &[("n", &late.len())])}</b><p>{names.join(", ")}". "{w.fill(c::SCORING_ENDS, &[("at", &until)])}"."</p></div>
        </div>
    }
    .into_any()
}

#[component]
fn Counters(overview: RoundOverview) -> impl IntoView {
    let w = use_words();
    let round = overview.round;
    let third = overview
        .entries
        .iter()
        .filter(|entry| entry.wanted > domain::review::REVIEWERS)
        .count();
    view! {
        <section class="nk-card nk-card-pad" aria-label=w.t(c::COUNTERS)>
            <dl class="nk-tally">
                <div><dt>{w.t(c::ENTRIES)}</dt><dd>{round.entries}</dd></div>
                <div><dt>{w.t(c::UNSCORED)}</dt><dd>{round.unscored}</dd></div>
                <div><dt>{w.t(c::PREPARED)}</dt><dd>{round.prepared}</dd></div>
                <div><dt>{w.t(c::THIRDS)}</dt><dd>{third}</dd></div>
            </dl>
        </section>
    }
}

/// How many entries stand where: bars, and the same as a table one tap away.
#[component]
fn States(states: Vec<(EntryState, i64)>) -> impl IntoView {
    let w = use_words();
    let most = states.iter().map(|(_, n)| *n).max().unwrap_or(1);
    if states.is_empty() {
        return ().into_any();
    }
    let bars = states
        .iter()
        .map(|(state, n)| view! { <li><span>{w.t(state_name(*state))}</span><progress class="nk-bar" max=most value=*n aria-hidden="true"></progress><b>{*n}</b></li> })
        .collect_view();
    let rows = states
        .iter()
        .map(|(state, n)| view! { <tr><th scope="row">{w.t(state_name(*state))}</th><td class="is-num">{*n}</td></tr> })
        .collect_view();
    view! {
        <section class="nk-card nk-card-pad">
            <header class="nk-card-head"><h2>{w.t(c::STATES)}</h2></header>
            <ul class="nk-bars">{bars}</ul>
            <details class="mt-2"><summary class="nk-link nk-small">{w.t(c::AS_TABLE)}</summary>
                <table class="nk-table is-plain"><thead><tr><th scope="col">{w.t(c::STATE)}</th><th scope="col" class="is-num">{w.t(c::ENTRIES)}</th></tr></thead><tbody>{rows}</tbody></table>
            </details>
        </section>
    }
    .into_any()
}

/// How far each curator is; the line is the limit of the round.
#[component]
fn Curators(curators: Vec<Progress>, cap: Option<i64>) -> impl IntoView {
    let w = use_words();
    if curators.is_empty() {
        return ().into_any();
    }
    let most = curators
        .iter()
        .map(|one| one.assigned)
        .chain(cap)
        .max()
        .unwrap_or(1)
        .max(1);
    let share = move |n: i64| format!("{}%", n * 100 / most);
    let bars = curators
        .iter()
        .map(|one| {
            let label = w.fill(
                c::CURATOR_PROGRESS,
                &[
                    ("name", &one.name),
                    ("n", &one.scored),
                    ("total", &one.assigned),
                ],
            );
            view! {
                <li><span>{one.name.clone()}</span>
                    <svg class="nk-load" role="img" aria-label=label>
                        <rect class="is-all" width=share(one.assigned)></rect>
                        <rect width=share(one.scored)></rect>
                        {cap.map(|cap| view! { <rect class="is-limit" x=share(cap)></rect> })}
                    </svg>
                    <b>{one.scored}"/"{one.assigned}</b></li>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card nk-card-pad" id="kurator">
            <header class="nk-card-head"><h2>{w.t(c::CURATORS)}</h2>{cap.map(|cap| view! { <span>{w.fill(c::CAP_IS, &[("n", &cap)])}</span> })}</header>
            <ul class="nk-bars">{bars}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Edit(
    id: RoundId,
    round: Round,
    zone: Zone,
    form: RoundInput,
    edit: Post,
    kept: Option<domain::Refusal>,
) -> impl IntoView {
    let w = use_words();
    if round.phases.released_at.is_some() {
        return ().into_any();
    }
    let refused = kept.is_some();
    let kept = kept.map(AppError::Refused);
    let error = edit.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    view! {
        <details class="nk-card nk-card-pad" open=refused>
            <summary class="nk-link">{w.t(c::ROUND_EDIT)}</summary>
            <PostForm post=edit attr:class="nk-form mt-4">
                {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <input type="hidden" name="round" value=id.to_string()/>
                <RoundFields input=form zone problems/>
                <button class="nk-btn nk-btn-outline">{w.t(ui::SAVE)}</button>
            </PostForm>
        </details>
    }
    .into_any()
}
