//! `/hasil/{entry}`: grade, reasons, advice and tasks of one submission. Nothing here before the announcement.

use domain::{
    curation::{Appealing, Decision, PastEntry, SubmissionResult, Verdict, VerdictLine},
    ids::EntryId,
    place,
    review::{EntryState, Grade},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::mine_api::{Appeal, OpenResult, ResultPageData, Withdraw};
use crate::{
    AppError,
    ask::{answered, ask_about},
    post::{Post, PostForm, accepted},
    tasks::{TaskCard, api::FinishTask},
    ui::{Callout, Icon, TextArea, Tone, error_sentence, fields_of},
    words::{Key, result as r, ui, use_words},
};

#[derive(Clone, Copy)]
struct Acts {
    withdraw: Post,
    appeal: Post,
    finish: Post,
}

/// The page.
#[component]
pub fn ResultPage() -> impl IntoView {
    let acts = Acts {
        withdraw: Post::to::<Withdraw>(),
        appeal: Post::to::<Appeal>(),
        finish: Post::to::<FinishTask>(),
    };
    let changes = accepted([acts.withdraw, acts.appeal, acts.finish]);
    let page = ask_about("entry", changes, |entry| OpenResult { entry });
    answered(page, move |page| view! { <Whole page acts/> })
}

#[component]
fn Whole(page: ResultPageData, acts: Acts) -> impl IntoView {
    let w = use_words();
    let ResultPageData {
        result,
        reason,
        refusal,
        own,
    } = page;
    let day = |at| place::date(result.zone.date(at), w.language);
    let when = match &result.verdict {
        Some(verdict) => w.fill(
            r::RELEASED,
            &[
                ("round", &result.round_name),
                ("day", &day(verdict.released_at)),
            ],
        ),
        None => w.fill(
            r::SENT,
            &[
                ("round", &result.round_name),
                ("day", &day(result.submitted_at)),
            ],
        ),
    };
    let kept = refusal.map(AppError::Refused);
    let error = Signal::derive(move || {
        let answers = [acts.withdraw.last(), acts.appeal.last(), acts.finish.last()];
        match answers.into_iter().flatten().last() {
            Some(answer) => answer.err(),
            None => kept.clone(),
        }
    });
    let body = match result.verdict.clone() {
        Some(verdict) => {
            view! { <Told result=result.clone() verdict own acts reason error/> }.into_any()
        }
        None => view! { <Waiting result=result.clone() own acts/> }.into_any(),
    };
    view! {
        <Title text=result.product_name.clone()/>
        <header class="nk-head">
            <A href="/produk-saya" attr:class="nk-icon-btn" attr:aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></A>
            <div><h1>{result.product_name.clone()}</h1><p>{when}</p></div>
        </header>
        {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
        {body}
    }
}

/// Before the announcement: where it stands, and taking it back.
#[component]
fn Waiting(result: SubmissionResult, own: bool, acts: Acts) -> impl IntoView {
    let w = use_words();
    let until = result.zone.moment(result.score_until, w.language);
    let (title, hint) = match result.state {
        EntryState::Withdrawn => (w.t(r::WITHDRAWN), w.t(r::WITHDRAWN_HINT).to_owned()),
        EntryState::Submitted => (
            w.t(r::WAITING),
            w.fill(r::WAITING_HINT, &[("until", &until)]),
        ),
        _ => (
            w.t(r::IN_REVIEW),
            w.fill(r::WAITING_HINT, &[("until", &until)]),
        ),
    };
    let id = result.entry.to_string();
    view! {
        <div class="nk-cols">
            <div class="nk-stack">
                <section class="nk-card nk-verdict">
                    <ol class="nk-climb" aria-label=w.t(r::WAY)>
                        <WayStep name=r::WAY_SENT done=true now=false/>
                        <WayStep name=r::WAY_REVIEW done=false now=result.state != EntryState::Withdrawn/>
                        <WayStep name=r::WAY_TOLD done=false now=false/>
                    </ol>
                    <h2>{title}</h2>
                    <p>{hint}</p>
                </section>
                {(own && result.may_withdraw).then(|| view! {
                    <details class="nk-card nk-card-pad nk-more">
                        <summary>{w.t(r::WITHDRAW)}</summary>
                        <PostForm post=acts.withdraw attr:class="nk-form">
                            <p class="nk-muted">{w.t(r::WITHDRAW_HINT)}</p>
                            <input type="hidden" name="entry" value=id/>
                            <label class="nk-check"><input type="checkbox" name="sure" value="true"/><span>{w.t(r::WITHDRAW_SURE)}</span></label>
                            <button class="nk-btn nk-btn-danger">{w.t(r::WITHDRAW)}</button>
                        </PostForm>
                    </details>
                })}
                {(own && result.state == EntryState::Withdrawn).then(|| view! {
                    <A href=format!("/produk-saya/{}?langkah=kirim", result.product) attr:class="nk-btn nk-btn-primary">{w.t(r::AGAIN)}</A>
                })}
            </div>
            <div class="nk-stack"><Journey history=result.history.clone() now=None/></div>
        </div>
    }
}

#[component]
fn WayStep(name: Key, done: bool, now: bool) -> impl IntoView {
    let w = use_words();
    view! {
        <li class:is-done=done aria-current=now.then_some("step")>
            {done.then(|| view! { <Icon icon=icondata_lu::LuCheck/> })}
            <span>{w.t(name)}</span>
        </li>
    }
}

/// After the announcement.
#[component]
fn Told(
    result: SubmissionResult,
    verdict: Verdict,
    own: bool,
    acts: Acts,
    reason: String,
    error: Signal<Option<AppError>>,
) -> impl IntoView {
    let w = use_words();
    let title = match (&verdict.next, verdict.decision) {
        (_, Decision::Revise | Decision::Rejected) => {
            w.t(decision_title(verdict.decision)).to_owned()
        }
        (Some((grade, points)), _) => w.fill(r::POINTS_TO, &[("n", points), ("grade", grade)]),
        (None, _) => w.t(r::TOP).to_owned(),
    };
    let note = w.fill(
        r::MEDIAN,
        &[
            ("n", &verdict.reviewers),
            ("spread", &verdict.spread.whole()),
            ("version", &verdict.rubric_version),
        ],
    );
    let until = verdict
        .badge_until
        .map(|day| w.fill(r::BADGE_UNTIL, &[("day", &place::date(day, w.language))]));
    let done = verdict.tasks.iter().filter(|task| task.done).count();
    let all = verdict.tasks.len();
    let tasks = verdict.tasks.clone().into_iter().map(|task| view! {
        <TaskCard id=task.id title=task.title.get(w.language).to_owned() detail=task.detail.get(w.language).to_owned()
            line=task.clinic_line due=task.due_on late=task.late done=task.done own action=acts.finish back=format!("/hasil/{}", result.entry)/>
    });
    let unmet = verdict
        .gates
        .clone()
        .into_iter()
        .filter(|gate| !gate.met)
        .map(|gate| {
            view! {
                <Callout tone=Tone::Warn>
                    <b>{gate.title.get(w.language).to_owned()}</b>
                    {gate.advice.map(|advice| view! { <p>{advice.get(w.language).to_owned()}</p> })}
                </Callout>
            }
        })
        .collect_view();
    let again = matches!(verdict.decision, Decision::Revise | Decision::Rejected);
    let (entry, zone, product) = (result.entry, result.zone, result.product);
    let now = (result.round_name.clone(), verdict.grade);
    view! {
        <div class="nk-cols">
            <div class="nk-stack">
                <section class="nk-card nk-verdict">
                    <span class=grade_class(verdict.grade)>
                        <b>{verdict.grade.as_str()}</b>
                        <span>{w.t(decision_name(verdict.decision))}<small>{w.fill(r::SCORE_OF, &[("n", &verdict.score)])}</small></span>
                    </span>
                    <h2>{title}</h2>
                    {(!verdict.reason.is_empty()).then(|| view! { <p>{verdict.reason.clone()}</p> })}
                    {until.map(|until| view! { <p>{until}</p> })}
                    {unmet}
                    <ul class="nk-scores">{verdict.lines.iter().map(|line| view! { <ScoreRow line=line.clone()/> }).collect_view()}</ul>
                    {(!verdict.independent.is_empty()).then(|| view! {
                        <h3>{w.t(r::INDEPENDENT)}</h3>
                        <ul class="nk-scores">{verdict.independent.iter().map(|line| view! { <ScoreRow line=line.clone()/> }).collect_view()}</ul>
                    })}
                    <p class="nk-note">{note}</p>
                </section>
                {(all > 0).then(|| view! {
                    <section class="nk-group">
                        <header class="nk-card-head"><h2>{w.t(r::TASKS)}</h2><span>{w.fill(r::TASKS_DONE, &[("done", &done), ("all", &all)])}</span></header>
                        <ul class="nk-card nk-tasks">{tasks.collect_view()}</ul>
                    </section>
                })}
                {(own && again).then(|| view! {
                    <A href=format!("/produk-saya/{product}?langkah=kirim") attr:class="nk-btn nk-btn-primary">{w.t(r::AGAIN)}</A>
                })}
                <Objection entry zone appeal=result.appeal.clone() own acts reason error/>
            </div>
            <div class="nk-stack">
                <Notes lines=verdict.lines.clone()/>
                <Journey history=result.history.clone() now=Some(now)/>
            </div>
        </div>
    }
}

/// Points of a criterion as number and bar, with what its value means and what to do.
#[component]
fn ScoreRow(line: VerdictLine) -> impl IntoView {
    let w = use_words();
    // What is not counted has no points: its value is shown.
    let (points, weight) = match line.score.weight {
        0 => (line.value.whole(), domain::review::VALUES as i64),
        weight => (line.score.points.whole(), weight),
    };
    let weak = line.advice.is_some();
    view! {
        <li class:is-weak=weak>
            <span>{line.title.get(w.language).to_owned()}</span><span><b>{points}</b>" / "{weight}</span>
            <progress class="nk-bar" max=weight value=points aria-hidden="true"></progress>
            <p class="nk-small nk-muted">{line.label.get(w.language).to_owned()}</p>
            {line.advice.map(|advice| view! { <p class="nk-small">{advice.get(w.language).to_owned()}</p> })}
        </li>
    }
}

/// What curators wrote, without their names.
#[component]
fn Notes(lines: Vec<VerdictLine>) -> impl IntoView {
    let w = use_words();
    let notes: Vec<(String, String)> = lines
        .into_iter()
        .flat_map(|line| {
            let title = line.title.get(w.language).to_owned();
            line.notes
                .into_iter()
                .map(move |note| (title.clone(), note))
        })
        .collect();
    (!notes.is_empty()).then(|| view! {
        <section class="nk-card nk-card-pad">
            <header class="nk-card-head"><h2>{w.t(r::NOTES)}</h2><span>{w.t(r::NOTES_HINT)}</span></header>
            <dl class="nk-facts nk-facts-rows">{notes.into_iter().map(|(title, note)| view! { <div><dt>{title}</dt><dd>{note}</dd></div> }).collect_view()}</dl>
        </section>
    })
}

/// The product's grades, round by round.
#[component]
fn Journey(history: Vec<PastEntry>, now: Option<(String, Grade)>) -> impl IntoView {
    let w = use_words();
    let steps = history
        .into_iter()
        .rev()
        .map(|past| (past.round_name, past.grade, Some(past.entry)))
        .chain(now.map(|(round, grade)| (round, grade, None)))
        .collect::<Vec<_>>();
    (!steps.is_empty()).then(|| view! {
        <section class="nk-card nk-card-pad">
            <header class="nk-card-head"><h2>{w.t(r::JOURNEY)}</h2></header>
            <ol class="nk-journey">{steps.into_iter().map(|(round, grade, entry)| {
                let class = format!("is-{}", grade.as_str().to_lowercase());
                let name = match entry {
                    Some(entry) => view! { <A href=format!("/hasil/{entry}")>{round}</A> }.into_any(),
                    None => round.into_any(),
                };
                view! { <li class=class><b>{grade.as_str()}</b>{name}</li> }
            }).collect_view()}</ol>
        </section>
    })
}

/// Objecting: the form while it is possible, the answer once there is one.
#[component]
fn Objection(
    entry: EntryId,
    zone: place::Zone,
    appeal: Appealing,
    own: bool,
    acts: Acts,
    reason: String,
    error: Signal<Option<AppError>>,
) -> impl IntoView {
    let w = use_words();
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let begun = !reason.is_empty();
    match appeal {
        Appealing::Open { until } if own => view! {
            <details class="nk-card nk-card-pad nk-more" open=begun>
                <summary>{w.fill(r::APPEAL_UNTIL, &[("day", &place::date(zone.date(until), w.language))])}</summary>
                <PostForm post=acts.appeal attr:class="nk-form">
                    <input type="hidden" name="entry" value=entry.to_string()/>
                    <TextArea name="reason" label=w.t(r::APPEAL_REASON) hint=w.t(r::APPEAL_HINT) value=reason problems/>
                    <button class="nk-btn nk-btn-outline">{w.t(r::APPEAL_SEND)}</button>
                </PostForm>
            </details>
        }
        .into_any(),
        Appealing::Waiting { made_at } => view! {
            <Callout tone=Tone::Info>{w.fill(r::APPEAL_WAITS, &[("day", &place::date(zone.date(made_at), w.language))])}</Callout>
        }
        .into_any(),
        Appealing::Answered { granted, answer } => view! {
            <Callout tone=if granted { Tone::Ok } else { Tone::Info }>
                <b>{w.t(if granted { r::APPEAL_GRANTED } else { r::APPEAL_KEPT })}</b><p>{answer}</p>
            </Callout>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

fn grade_class(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "nk-grade nk-grade-a nk-grade-lg",
        Grade::B => "nk-grade nk-grade-b nk-grade-lg",
        Grade::C => "nk-grade nk-grade-c nk-grade-lg",
        Grade::D => "nk-grade nk-grade-d nk-grade-lg",
    }
}

fn decision_name(decision: Decision) -> Key {
    match decision {
        Decision::Passed => r::PASSED,
        Decision::PassedConditionally => r::PASSED_CONDITIONALLY,
        Decision::Revise => r::REVISE,
        Decision::Rejected => r::REJECTED,
    }
}

fn decision_title(decision: Decision) -> Key {
    match decision {
        Decision::Rejected => r::REJECTED_TITLE,
        _ => r::REVISE_TITLE,
    }
}
