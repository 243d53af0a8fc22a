//! `/putaran`: the rounds of a centre, and opening a new one.

use domain::{
    curation::{Chore, RoundInput},
    ids::CentreId,
    place::Zone,
    review::{Phase, Round},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};

use super::{
    names::{category_list, chore_name, chore_page, phase_name},
    round_form::{Rights, RoundFields},
    rounds_api::{CreateRound, ListRounds, RoundsPage as Page},
};
use crate::{
    AppError,
    ask::{answered, ask},
    post::{Post, PostForm},
    ui::{Callout, Empty, Icon, Tone, error_sentence, fields_of},
    words::{curation as c, ui, use_words},
};

/// The page.
#[component]
pub fn RoundsPage() -> impl IntoView {
    let query = use_query_map();
    let centre = Memo::new(move |_| {
        query.with(|query| {
            query
                .get("pusat")
                .and_then(|id| id.parse::<CentreId>().ok())
        })
    });
    let page = ask(
        move || ListRounds {
            centre: centre.get(),
        },
        || (),
    );
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_ROUNDS)/>
        {answered(page, move |page| view! { <Whole page/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page) -> impl IntoView {
    let w = use_words();
    let zone = page.zone;
    let empty = page.rounds.is_empty();
    let rounds = page
        .rounds
        .into_iter()
        .map(|round| {
            let waits = page.waits.iter().find(|waits| waits.round == round.id);
            let chores = waits.map(|waits| waits.chores.clone()).unwrap_or_default();
            view! { <Line round chores zone/> }
        })
        .collect_view();
    view! {
        <header class="nk-head">
            <div><h1>{w.t(ui::RAIL_ROUNDS)}</h1><p>{page.centre_name}</p></div>
            <div class="nk-btn-row"><A href="/kurator" attr:class="nk-btn nk-btn-outline"><Icon icon=icondata_lu::LuUsers/>{w.t(c::EXPERTISE)}</A></div>
        </header>
        <div class="nk-cols">
            <div class="nk-stack">
                {empty.then(|| view! { <div class="nk-card"><Empty title=w.t(c::ROUNDS_EMPTY) hint=w.t(c::ROUNDS_EMPTY_HINT)/></div> })}
                {rounds}
            </div>
            <div class="nk-stack">
                <NewRound centre=page.centre zone input=page.kept refusal=page.refusal/>
                <Rights/>
            </div>
        </div>
    }
}

/// A mark for the phase, with icon and word.
#[component]
pub fn PhaseChip(
    /// Which.
    phase: Phase,
) -> impl IntoView {
    let w = use_words();
    let (class, icon) = match phase {
        Phase::Announced => ("nk-chip nk-chip-set", icondata_lu::LuCalendarDays),
        Phase::Submission => ("nk-chip nk-chip-info", icondata_lu::LuSend),
        Phase::Scoring => ("nk-chip nk-chip-info", icondata_lu::LuLoader),
        Phase::Decision => ("nk-chip nk-chip-wait", icondata_lu::LuGavel),
        Phase::Appeals => ("nk-chip nk-chip-ok", icondata_lu::LuMegaphone),
        Phase::Closed => ("nk-chip nk-chip-draft", icondata_lu::LuCircleCheck),
    };
    view! { <span class=class><Icon icon/>{w.t(phase_name(phase))}</span> }
}

#[component]
fn Line(round: Round, chores: Vec<(Chore, i64)>, zone: Zone) -> impl IntoView {
    let w = use_words();
    let (id, waits) = (round.id, !chores.is_empty());
    let chores = chores
        .into_iter()
        .map(|(chore, count)| view! {
            <A href=chore_page(id, chore) attr:class="nk-chip nk-chip-wait"><Icon icon=icondata_lu::LuFootprints/>{w.fill(chore_name(chore), &[("n", &count)])}</A>
        })
        .collect_view();
    let moment = |at| zone.brief(at, w.language);
    let dates = match round.phase {
        Phase::Announced => w.fill(c::OPENS_ON, &[("at", &moment(round.phases.opens_at))]),
        Phase::Submission => w.fill(
            c::SUBMIT_ENDS,
            &[("at", &moment(round.phases.submit_until))],
        ),
        Phase::Scoring => w.fill(
            c::SCORING_ENDS,
            &[("at", &moment(round.phases.score_until))],
        ),
        Phase::Decision => w.fill(
            c::SCORING_ENDED,
            &[("at", &moment(round.phases.score_until))],
        ),
        Phase::Appeals | Phase::Closed => {
            let at = round.phases.released_at.map(moment).unwrap_or_default();
            w.fill(c::RELEASED_ON, &[("at", &at)])
        }
    };
    view! {
        <article class="nk-card nk-card-pad">
            <header class="nk-card-head">
                <h2><A href=format!("/putaran/{}", round.id) attr:class="nk-link">{round.name.clone()}</A></h2>
                <div><PhaseChip phase=round.phase/></div>
            </header>
            <p class="nk-small nk-muted">{category_list(w, &round.categories)}" · "{dates}</p>
            {waits.then(|| view! { <p class="nk-row-wrap mt-2">{chores}</p> })}
            <dl class="nk-tally mt-2">
                <div><dt>{w.t(c::ENTRIES)}</dt><dd>{round.entries}</dd></div>
                <div><dt>{w.t(c::UNSCORED)}</dt><dd>{round.unscored}</dd></div>
                <div><dt>{w.t(c::PREPARED)}</dt><dd>{round.prepared}</dd></div>
            </dl>
        </article>
    }
}

#[component]
fn NewRound(
    centre: CentreId,
    zone: Zone,
    input: RoundInput,
    refusal: Option<domain::Refusal>,
) -> impl IntoView {
    let w = use_words();
    let action = Post::to::<CreateRound>();
    let kept = refusal.map(AppError::Refused);
    let error = action.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    view! {
        <section class="nk-card nk-card-pad" id="baru">
            <header class="nk-card-head"><h2>{w.t(c::ROUND_NEW)}</h2></header>
            <PostForm post=action attr:class="nk-form">
                {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <input type="hidden" name="centre" value=centre.to_string()/>
                <RoundFields input zone problems/>
                <button class="nk-btn nk-btn-primary">{w.t(c::ROUND_CREATE)}</button>
            </PostForm>
        </section>
    }
}
