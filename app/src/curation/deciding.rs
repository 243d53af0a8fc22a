//! `/putaran/{id}/keputusan`: decisions are prepared, looked at together, and announced at once.

use domain::{
    curation::{Decision, EntryLine, PendingDecision, ReleasePreview},
    ids::{EntryId, RoundId},
    notices::Notice,
    refusal::FieldProblem,
    review::{EntryState, Grade, Points, Round},
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    deciding_api::{
        CarryOver, Decide, DecidingPage as Page, DecisionInput, OpenDeciding, PrepareDecisions,
        Release, Undecide,
    },
    entries::{Spread, StateChip},
    names::decision_name,
    round::{RoundHead, RoundTabs},
    said::{Said, SaidNote},
};
use crate::{
    ask::{answered, ask_about},
    post::{Post, PostForm, accepted},
    ui::{Callout, Empty, GradeLabel, Icon, Tone, category_word, fields_of, problem_sentence},
    words::{curation as c, ui, use_words},
};

/// The forms of the page.
#[derive(Clone, Copy)]
struct Forms {
    prepare: Post,
    decide: Post,
    undecide: Post,
    carry_over: Post,
    release: Post,
    /// Whose decision was sent last: a refusal is shown there.
    sent: RwSignal<Option<EntryId>>,
}

/// The page.
#[component]
pub fn DecidingPage() -> impl IntoView {
    let forms = Forms {
        prepare: Post::to::<PrepareDecisions>(),
        decide: Post::to::<Decide>(),
        undecide: Post::to::<Undecide>(),
        carry_over: Post::to::<CarryOver>(),
        release: Post::to::<Release>(),
        sent: RwSignal::new(None),
    };
    let changes = accepted([
        forms.prepare,
        forms.decide,
        forms.undecide,
        forms.carry_over,
        forms.release,
    ]);
    let page = ask_about("id", changes, |round| OpenDeciding { round });
    answered(page, move |page| view! { <Whole page forms/> })
}

#[component]
fn Whole(page: Page, forms: Forms) -> impl IntoView {
    let w = use_words();
    let Page {
        overview,
        preview,
        later,
        kept,
        refusal,
        ..
    } = page;
    let said = Said::new(refusal)
        .follow(forms.prepare)
        .follow(forms.decide)
        .follow(forms.undecide)
        .follow(forms.carry_over)
        .follow(forms.release);
    let round = overview.round.clone();
    let id = round.id;
    let in_state = |state: EntryState| {
        overview
            .entries
            .iter()
            .filter(move |entry| entry.state == state)
    };
    let scored: Vec<EntryLine> = in_state(EntryState::Scored).cloned().collect();
    let waiting: Vec<EntryLine> = overview
        .entries
        .iter()
        .filter(|entry| matches!(entry.state, EntryState::Submitted | EntryState::InReview))
        .cloned()
        .collect();
    let released = in_state(EntryState::Released).count();
    let nothing = scored.is_empty() && waiting.is_empty() && preview.decisions.is_empty();
    let ready = scored.len();
    let cards = preview
        .decisions
        .iter()
        .cloned()
        .map(|pending| {
            let kept = kept.clone().filter(|kept| kept.entry == pending.entry);
            let totals = overview
                .entries
                .iter()
                .find(|entry| entry.entry == pending.entry);
            let totals = totals
                .map(|entry| entry.seats.iter().filter_map(|seat| seat.total).collect())
                .unwrap_or_default();
            view! { <Pending round=id pending totals kept forms said/> }
        })
        .collect_view();
    view! {
        <RoundHead round=round.clone()/>
        <RoundTabs round=id here=1 open_appeals=overview.open_appeals/>
        <Title text=format!("{} · {}", w.t(c::TAB_DECISIONS), round.name)/>
        <div class="nk-stack">
            <SaidNote said/>
            {(released > 0).then(|| view! { <Callout tone=Tone::Ok>{w.fill(c::RELEASED_COUNT, &[("n", &released)])}</Callout> })}
            {(nothing && released == 0).then(|| view! { <div class="nk-card"><Empty title=w.t(c::DECIDE_EMPTY) hint=w.t(c::DECIDE_EMPTY_HINT)/></div> })}
            {(ready > 0).then(|| view! {
                <section class="nk-card nk-card-pad nk-card-next nk-row-wrap">
                    <p class="grow"><b>{w.fill(c::PREPARE_SAYS, &[("n", &ready)])}</b>" "<span class="nk-muted">{w.t(c::PREPARE_HINT)}</span></p>
                    <PostForm post=forms.prepare>
                        <input type="hidden" name="round" value=id.to_string()/>
                        <button class="nk-btn nk-btn-primary">{w.t(c::PREPARE)}</button>
                    </PostForm>
                </section>
            })}
            <Waiting round=id entries=waiting.into_iter().chain(scored).collect() later forms/>
            {cards}
            <ReleaseBar round=id preview forms/>
        </div>
    }
}

/// A mark for a decision, with icon and word.
#[component]
pub fn DecisionChip(
    /// Which.
    decision: Decision,
) -> impl IntoView {
    let w = use_words();
    let (class, icon) = match decision {
        Decision::Passed => ("nk-chip nk-chip-ok", icondata_lu::LuCircleCheck),
        Decision::PassedConditionally => ("nk-chip nk-chip-wait", icondata_lu::LuListChecks),
        Decision::Revise => ("nk-chip nk-chip-wait", icondata_lu::LuWrench),
        Decision::Rejected => ("nk-chip nk-chip-no", icondata_lu::LuCircleX),
    };
    view! { <span class=class><Icon icon/>{w.t(decision_name(decision))}</span> }
}

/// One maker's decision as it will be announced.
#[component]
fn Pending(
    round: RoundId,
    pending: PendingDecision,
    totals: Vec<Points>,
    kept: Option<DecisionInput>,
    forms: Forms,
    said: Said,
) -> impl IntoView {
    let w = use_words();
    let lists = |list: &[domain::language::Bilingual]| {
        let texts: Vec<&str> = list.iter().map(|text| text.get(w.language)).collect();
        texts.join(", ")
    };
    let (unmet, tasks) = (lists(&pending.unmet), lists(&pending.tasks));
    let about = format!(
        "{} · {}",
        w.fill(c::SAMPLE, &[("n", &pending.number)]),
        pending.business_name
    );
    let notice = Notice::DecisionReleased {
        entry: pending.entry,
        product: pending.product_name.clone(),
        grade: pending.grade,
    };
    let changed = pending.decision != pending.proposed;
    let before = pending
        .before
        .map(|grade| w.fill(c::GRADE_BEFORE, &[("grade", &grade)]));
    view! {
        <article class="nk-card nk-card-pad nk-pending-card" id=format!("e{}", pending.number)>
            <header>
                <GradeLabel grade=pending.grade/>
                <div><h2>{pending.product_name.clone()}</h2><p class="nk-small nk-muted">{about}</p></div>
                <DecisionChip decision=pending.decision/>
            </header>
            <dl class="nk-facts">
                <div><dt>{w.t(c::SCORE)}</dt><dd><b>{pending.score}</b>{before.map(|before| view! { <small class="nk-muted">" · "{before}</small> })}</dd></div>
                <div><dt>{w.fill(c::SPREAD_OF, &[("n", &pending.reviewers), ("gap", &pending.spread.whole())])}</dt><dd><Spread totals score=Some(pending.score) wide={pending.reviewers > 2}/></dd></div>
                <div><dt>{w.t(c::GATES_UNMET)}</dt><dd>{if unmet.is_empty() { w.t(c::ALL_MET).to_owned() } else { unmet }}</dd></div>
                <div><dt>{w.fill(c::TASKS_COUNT, &[("n", &pending.tasks.len())])}</dt><dd>{if tasks.is_empty() { w.t(c::NO_TASKS).to_owned() } else { tasks }}</dd></div>
            </dl>
            {changed.then(|| view! { <p class="nk-note">{w.fill(c::CHANGED_BECAUSE, &[("proposed", &w.t(decision_name(pending.proposed))), ("reason", &pending.reason)])}</p> })}
            <p class="nk-small nk-muted"><Icon icon=icondata_lu::LuMail/>" "{w.t(c::MESSAGE)}": "{notice.sentence(w.language)}</p>
            <Change round pending=pending.clone() kept forms said/>
        </article>
    }
}

/// Choosing another decision, with the reason that the maker reads; or taking it back.
#[component]
fn Change(
    round: RoundId,
    pending: PendingDecision,
    kept: Option<DecisionInput>,
    forms: Forms,
    said: Said,
) -> impl IntoView {
    let w = use_words();
    let entry = pending.entry;
    let mine = kept.is_some();
    let decision = kept.as_ref().map_or(pending.decision, |kept| kept.decision);
    let reason = kept.map_or(pending.reason.clone(), |kept| kept.reason);
    let wrong = move || {
        let here = match forms.sent.get() {
            Some(of) => of == entry,
            None => mine,
        };
        let problems = if here {
            fields_of(said.get().as_ref())
        } else {
            Vec::new()
        };
        problems
            .into_iter()
            .find(|FieldProblem { field, .. }| field == "reason")
    };
    let options = Decision::ALL
        .iter()
        .map(|one| view! { <option value=one.as_str() selected=*one == decision>{w.t(decision_name(*one))}</option> })
        .collect_view();
    let (pick, why) = (
        format!("d{}", pending.number),
        format!("w{}", pending.number),
    );
    view! {
        <details open=mine>
            <summary class="nk-link nk-small">{w.t(c::CHANGE_DECISION)}</summary>
            <PostForm post=forms.decide attr:class="nk-form mt-2" on:submit=move |_| forms.sent.set(Some(entry))>
                <input type="hidden" name="entry" value=entry.to_string()/>
                <input type="hidden" name="round" value=round.to_string()/>
                <div class="nk-field"><label for=pick.clone()>{w.t(c::DECISION)}</label>
                    <p class="nk-hint">{w.fill(c::PROPOSED_IS, &[("decision", &w.t(decision_name(pending.proposed)))])}</p>
                    <select class="nk-input" id=pick name="decision">{options}</select></div>
                <div class="nk-field"><label for=why.clone()>{w.t(c::REASON)}</label><p class="nk-hint">{w.t(c::REASON_HINT)}</p>
                    <textarea class="nk-input" id=why name="reason" rows="3" maxlength="1000" aria-invalid=move || wrong().map(|_| "true")>{reason}</textarea>
                    {move || wrong().map(|found| view! { <p class="nk-error"><Icon icon=icondata_lu::LuCircleAlert/><span>{problem_sentence(w, &found.problem)}</span></p> })}</div>
                <div class="nk-btn-row"><button class="nk-btn nk-btn-outline">{w.t(ui::SAVE)}</button></div>
            </PostForm>
            <PostForm post=forms.undecide attr:class="mt-2">
                <input type="hidden" name="entry" value=entry.to_string()/>
                <input type="hidden" name="round" value=round.to_string()/>
                <button class="nk-btn nk-btn-text nk-btn-small"><Icon icon=icondata_lu::LuUndo2/>{w.t(c::UNDECIDE)}</button>
            </PostForm>
        </details>
    }
}

/// Entries that stop the announcement, each with its way out.
#[component]
fn Waiting(
    round: RoundId,
    entries: Vec<EntryLine>,
    later: Vec<Round>,
    forms: Forms,
) -> impl IntoView {
    let w = use_words();
    if entries.is_empty() {
        return ().into_any();
    }
    let count = entries.len();
    let rows = entries
        .into_iter()
        .map(|entry| {
            let done = entry.seats.iter().filter(|seat| seat.total.is_some()).count();
            let fitting: Vec<Round> = later
                .iter()
                .filter(|other| other.categories.iter().any(|word| word == entry.category.as_str()))
                .cloned()
                .collect();
            view! {
                <tr><th scope="row">{entry.product_name.clone()}<small>{w.fill(c::SAMPLE, &[("n", &entry.number)])}" · "{w.t(category_word(entry.category))}" · "{entry.business_name.clone()}</small></th>
                    <td data-label=w.t(c::SCORES) class="is-num">{w.fill(c::GIVEN_SHORT, &[("n", &done), ("total", &entry.wanted)])}</td>
                    <td data-label=w.t(c::STATE)><StateChip state=entry.state/></td>
                    <td data-label=w.t(c::CARRY_OVER) class="is-wide"><Carry round entry fitting forms/></td></tr>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card">
            <header class="nk-card-head nk-card-pad"><h2>{w.fill(c::WAITING, &[("n", &count)])}</h2></header>
            <table class="nk-table">
                <thead><tr><th scope="col">{w.t(c::PRODUCT)}</th><th scope="col" class="is-num">{w.t(c::SCORES)}</th><th scope="col">{w.t(c::STATE)}</th><th scope="col">{w.t(c::CARRY_OVER)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

#[component]
fn Carry(round: RoundId, entry: EntryLine, fitting: Vec<Round>, forms: Forms) -> impl IntoView {
    let w = use_words();
    if entry.sitting > 1 || fitting.is_empty() {
        return view! { <span class="nk-muted">{w.t(c::NO_LATER_ROUND)}</span> }.into_any();
    }
    let label = w.fill(c::CARRY_LABEL, &[("product", &entry.product_name)]);
    let options = fitting
        .into_iter()
        .map(|other| view! { <option value=other.id.to_string()>{other.name}</option> })
        .collect_view();
    view! {
        <PostForm post=forms.carry_over attr:class="nk-row-wrap">
            <input type="hidden" name="entry" value=entry.entry.to_string()/>
            <input type="hidden" name="round" value=round.to_string()/>
            <select class="nk-input" name="later" aria-label=label>{options}</select>
            <button class="nk-btn nk-btn-outline nk-btn-small">{w.t(c::CARRY)}</button>
        </PostForm>
    }
    .into_any()
}

/// What the announcement will do, and the confirmation.
#[component]
fn ReleaseBar(round: RoundId, preview: ReleasePreview, forms: Forms) -> impl IntoView {
    let w = use_words();
    let ready = preview.decisions.len();
    if ready == 0 {
        return ().into_any();
    }
    let waiting = preview.waiting;
    let tasks: usize = preview.decisions.iter().map(|one| one.tasks.len()).sum();
    let listed = preview
        .decisions
        .iter()
        .filter(|one| one.decision.lists())
        .count();
    let off = preview
        .decisions
        .iter()
        .filter(|one| one.before.is_some() && !one.decision.lists())
        .count();
    let hint = if waiting > 0 {
        w.fill(c::RELEASE_WAITS, &[("waiting", &waiting)])
    } else {
        w.t(c::RELEASE_HINT).to_owned()
    };
    let grades = Grade::ALL
        .iter()
        .map(|grade| {
            let n = preview
                .decisions
                .iter()
                .filter(|one| one.grade == *grade)
                .count();
            view! { <div><dt>{grade.as_str()}</dt><dd>{n}</dd></div> }
        })
        .collect_view();
    view! {
        <div class="nk-card nk-release">
            <p><b>{w.fill(c::RELEASE_READY, &[("n", &ready), ("waiting", &waiting)])}</b>" "<span class="nk-muted">{hint}</span></p>
            <button class="nk-btn nk-btn-primary" type="button" popovertarget="rilis" disabled={waiting > 0}>{w.fill(c::RELEASE_DO, &[("n", &ready)])}</button>
        </div>
        <div class="nk-dialog" id="rilis" popover="auto">
            <h2>{w.fill(c::RELEASE_TITLE, &[("n", &ready)])}</h2>
            <p>{w.t(c::RELEASE_FINAL)}</p>
            <dl class="nk-tally mt-4">{grades}</dl>
            <ul class="nk-checks mt-4">
                <li><Icon icon=icondata_lu::LuStore/><span>{w.fill(c::RELEASE_LISTED, &[("n", &listed)])}</span></li>
                <li><Icon icon=icondata_lu::LuListChecks/><span>{w.fill(c::RELEASE_TASKS, &[("n", &tasks)])}</span></li>
                <li><Icon icon=icondata_lu::LuMail/><span>{w.fill(c::RELEASE_MESSAGES, &[("n", &ready)])}</span></li>
                {(off > 0).then(|| view! { <li class="is-soon"><Icon icon=icondata_lu::LuTriangleAlert/><span>{w.fill(c::RELEASE_OFF, &[("n", &off)])}</span></li> })}
            </ul>
            <div class="nk-btn-row">
                <button class="nk-btn nk-btn-text" type="button" popovertarget="rilis" popovertargetaction="hide">{w.t(ui::CANCEL)}</button>
                <PostForm post=forms.release>
                    <input type="hidden" name="round" value=round.to_string()/>
                    <input type="hidden" name="seen" value=preview.mark()/>
                    <button class="nk-btn nk-btn-primary">{w.t(c::RELEASE_NOW)}</button>
                </PostForm>
            </div>
        </div>
    }
    .into_any()
}
