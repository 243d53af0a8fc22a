//! `/nilai/{id}`: one sheet, blind, by keyboard or by finger, and as a plain form without script.

use domain::{curation::Sheet, ids::AssignmentId, place::Zone, review::AbstainReason};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;

use super::{
    criterion::CriterionSection,
    desk_api::{Abstain, OpenSheet, Score, SheetPage as Page, Skip},
    keys,
    names::reason_name,
    sample::Sample,
    work::{Saving, Work},
};
use crate::{
    AppError,
    ask::{answered_anew, ask_about},
    post::{Post, PostForm},
    ui::{Brand, Callout, GradeLabel, Icon, Tone, error_sentence},
    words::{curation as c, refusals, ui, use_words},
};

/// The page.
#[component]
pub fn SheetPage() -> impl IntoView {
    let page = ask_about("id", || (), |assignment| OpenSheet { assignment });
    let score = Post::to::<Score>();
    let skip = Post::to::<Skip>();
    let abstain = Post::to::<Abstain>();
    view! {
        {answered_anew(
            page,
            // A function, so that the next sheet is made anew: fields of the one before would keep what was chosen and
            // typed in them.
            move |page| move || view! { <Whole page=page.clone() score skip abstain/> },
            |error| view! { <Closed error/> }.into_any(),
        )}
    }
    .into_any()
}

/// A sheet that cannot be opened, and the way back.
#[component]
fn Closed(error: AppError) -> impl IntoView {
    let w = use_words();
    let said = match &error {
        AppError::Refused(domain::Refusal::NotFound) => w.t(refusals::NOT_FOUND).to_owned(),
        error => error_sentence(w, error),
    };
    view! {
        <Title text=w.t(c::DESK)/>
        <div class="nk-card nk-card-pad nk-stack">
            <h1>{w.t(c::SHEET_CLOSED)}</h1>
            <Callout tone=Tone::Error>{said}</Callout>
            <div class="nk-btn-row"><a class="nk-btn nk-btn-primary" href="/nilai">{w.t(c::TO_DESK)}</a></div>
        </div>
    }
}

#[component]
fn Whole(page: Page, score: Post, skip: Post, abstain: Post) -> impl IntoView {
    let w = use_words();
    let work = Work::new(&page, score);
    keys::listen(work);
    Effect::new(move |_| {
        if let Some(Err(error)) = score.last() {
            work.said.set(Some(error));
        }
    });
    let Page { sheet, zone, .. } = page;
    let title = w.fill(c::SHEET_TITLE, &[("n", &sheet.number)]);
    let lines = work
        .lines()
        .into_iter()
        .map(|line| view! { <CriterionSection work line/> })
        .collect_view();
    let assignment = sheet.assignment;
    let open = sheet.open;
    view! {
        <Title text=title/>
        <div class="nk-focus nk-desk">
            <Bar sheet=sheet.clone() zone/>
            <div class="nk-desk-body">
                <Sample sheet/>
                <form class="nk-desk-sheet" method="post" action=Score::PATH aria-label=w.t(c::VALUES)
                    on:submit=move |event| { event.prevent_default(); keys::go_on(work); }>
                    <input type="hidden" name="assignment" value=assignment.to_string()/>
                    <div class="nk-crits">
                        {move || work.said.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                        {(!open).then(|| view! { <Callout tone=Tone::Warn>{w.t(c::SHEET_NOT_OPEN)}</Callout> })}
                        {lines}
                    </div>
                    <Sum work/>
                </form>
            </div>
            <Keys assignment skip open/>
            <StepBack assignment abstain/>
            <Help/>
        </div>
    }
}

#[component]
fn Bar(sheet: Sheet, zone: Zone) -> impl IntoView {
    let w = use_words();
    let (done, all) = sheet.progress;
    let here = if sheet.total.is_some() {
        done
    } else {
        done + 1
    };
    let dots = (0..all)
        .map(|at| {
            let is_here = at + 1 == here;
            view! { <i class:is-done=at < done aria-current=is_here.then_some("true")></i> }
        })
        .collect_view();
    let until = zone.brief(sheet.score_until, w.language);
    view! {
        <header class="nk-desk-bar">
            <Brand href="/nilai"/>
            <h1>{sheet.round_name}</h1>
            <span class="nk-chip nk-chip-draft"><Icon icon=icondata_lu::LuEyeOff/>{w.t(c::BLIND)}</span>
            <div class="nk-desk-where">
                {(all <= 40).then(|| view! { <span class="nk-dots" aria-hidden="true">{dots}</span> })}
                <span class="nk-num"><b>{here}</b>" "{w.fill(c::OF_TOTAL, &[("total", &all)])}</span>
                <span>{w.fill(c::CLOSES, &[("at", &until)])}</span>
            </div>
        </header>
    }
}

/// The live total, what is missing, and the way on.
#[component]
fn Sum(work: Work) -> impl IntoView {
    let w = use_words();
    let so_far = move || {
        let (points, of) = work.reached();
        let rest = if of == 100 {
            w.t(c::OF_HUNDRED).to_owned()
        } else {
            w.fill(c::OF_JUDGED, &[("of", &of)])
        };
        view! { {points.whole()}" "<small>{rest}</small> }
    };
    let lacks = move || match (work.missing(), work.gates()) {
        (0, (met, all)) if met < all => w.t(c::GATE_UNMET).to_owned(),
        (0, _) => w.t(c::COMPLETE).to_owned(),
        (n, _) => w.fill(c::MISSING, &[("n", &n)]),
    };
    let saving = move || match work.saving.get() {
        Saving::Done => "",
        Saving::Busy => w.t(c::SAVING),
        Saving::Failed => w.t(c::NOT_SAVED),
    };
    let label = move || {
        if work.missing() == 0 {
            w.t(c::SAVE_AND_NEXT)
        } else {
            w.t(c::NEXT_CRITERION)
        }
    };
    view! {
        <div class="nk-desk-sum">
            <p class="nk-num" aria-live="polite">{so_far}</p>
            <p>{lacks}<br/><span role="status">{saving}</span></p>
            {move || work.grade().map(|grade| view! { <GradeLabel grade short=true/> })}
            <button class="nk-btn nk-btn-text nk-only-plain" name="go" value="stay" disabled=!work.open>{w.t(ui::SAVE)}</button>
            <button class="nk-btn nk-btn-primary nk-only-script" type="button" disabled=!work.open
                aria-busy=move || work.finishing.busy().then_some("true")
                on:click=move |_| keys::go_on(work)>{label}" "<kbd class="nk-kbd">"Enter"</kbd></button>
            <button class="nk-btn nk-btn-primary nk-only-plain" name="go" value="next" disabled=!work.open>{w.t(c::SAVE_AND_NEXT)}</button>
        </div>
    }
}

/// The keys, and the ways out that they press.
#[component]
fn Keys(assignment: AssignmentId, skip: Post, open: bool) -> impl IntoView {
    let w = use_words();
    let key = |keys: &'static [&'static str], word| {
        let keys = keys
            .iter()
            .map(|key| view! { <kbd class="nk-kbd">{*key}</kbd> })
            .collect_view();
        view! { <span class="nk-only-wide">{keys}{w.t(word)}</span> }
    };
    view! {
        <footer class="nk-keys">
            {key(&["1", "5"], c::KEY_VALUE)}
            {key(&["J", "K"], c::KEY_MOVE)}
            {key(&["N"], c::KEY_NOTE)}
            {key(&["F"], c::KEY_PHOTO)}
            <PostForm post=skip>
                <input type="hidden" name="assignment" value=assignment.to_string()/>
                <button class="nk-btn nk-btn-text nk-btn-small" id=keys::SKIP disabled=!open><kbd class="nk-kbd">"S"</kbd>{w.t(c::SKIP)}</button>
            </PostForm>
            <button class="nk-btn nk-btn-text nk-btn-small" type="button" id=keys::STEP_BACK popovertarget="mundur" disabled=!open>
                <kbd class="nk-kbd">"C"</kbd>{w.t(c::CONFLICT_OR_NOT)}</button>
            <button class="nk-btn nk-btn-text nk-btn-small nk-only-wide" type="button" id=keys::HELP popovertarget="pintasan">
                <kbd class="nk-kbd">"?"</kbd>{w.t(c::KEY_ALL)}</button>
        </footer>
    }
}

/// Stepping back for good, with a reason.
#[component]
fn StepBack(assignment: AssignmentId, abstain: Post) -> impl IntoView {
    let w = use_words();
    let reasons = AbstainReason::ALL
        .iter()
        .map(|reason| {
            let name = reason_name(*reason);
            let hint = match reason {
                AbstainReason::Conflict => c::REASON_CONFLICT_HINT,
                AbstainReason::Expertise => c::REASON_EXPERTISE_HINT,
                AbstainReason::Time => c::REASON_TIME_HINT,
                AbstainReason::Other => c::REASON_OTHER_HINT,
            };
            view! {
                <label class="nk-choice">
                    <input type="radio" name="reason" value=reason.as_str() checked=*reason == AbstainReason::Conflict/>
                    <span><b>{w.t(name)}</b><small>{w.t(hint)}</small></span>
                </label>
            }
        })
        .collect_view();
    view! {
        <div class="nk-dialog" id="mundur" popover="auto">
            <h2>{w.t(c::STEP_BACK)}</h2>
            <p>{w.t(c::STEP_BACK_LEAD)}</p>
            <PostForm post=abstain attr:class="nk-form mt-4">
                {move || abstain.last().and_then(Result::err).map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <input type="hidden" name="assignment" value=assignment.to_string()/>
                <div class="nk-choices" role="radiogroup" aria-label=w.t(c::STEP_BACK)>{reasons}</div>
                <div class="nk-field">
                    <label for="words">{w.t(c::STEP_BACK_WORDS)}</label>
                    <textarea class="nk-input" id="words" name="words" rows="2" maxlength="500"></textarea>
                </div>
                <div class="nk-btn-row">
                    <button class="nk-btn nk-btn-text" type="button" popovertarget="mundur" popovertargetaction="hide">{w.t(ui::CANCEL)}</button>
                    <button class="nk-btn nk-btn-primary">{w.t(c::STEP_BACK_DO)}</button>
                </div>
            </PostForm>
        </div>
    }
}

#[component]
fn Help() -> impl IntoView {
    let w = use_words();
    let rows = [
        (&["1", "2", "3", "4", "5"][..], c::KEY_VALUE_LONG),
        (&["J", "Tab"], c::KEY_DOWN),
        (&["K"], c::KEY_UP),
        (&["Enter"], c::KEY_ENTER),
        (&["N"], c::KEY_NOTE_LONG),
        (&["Esc"], c::KEY_ESCAPE),
        (&["F"], c::KEY_PHOTO),
        (&["S"], c::KEY_SKIP_LONG),
        (&["C"], c::CONFLICT_OR_NOT),
    ];
    let rows = rows
        .map(|(keys, word)| {
            let keys = keys
                .iter()
                .map(|key| view! { <kbd class="nk-kbd">{*key}</kbd>" " })
                .collect_view();
            view! { <div><dt>{keys}</dt><dd>{w.t(word)}</dd></div> }
        })
        .collect_view();
    view! {
        <div class="nk-dialog" id="pintasan" popover="auto">
            <h2>{w.t(c::KEY_ALL)}</h2>
            <dl class="nk-facts nk-facts-rows mt-4">{rows}</dl>
            <div class="nk-btn-row"><button class="nk-btn nk-btn-outline" type="button" popovertarget="pintasan" popovertargetaction="hide">{w.t(c::CLOSE)}</button></div>
        </div>
    }
}
