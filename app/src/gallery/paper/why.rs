//! Why a product bears its label: the badge that opens.

use domain::{
    business::Standing,
    curation::{Step, Why},
    gallery::{Badge, Claim},
    place::date,
    review::Grade,
};
use leptos::prelude::*;

use crate::{
    business::claim_name,
    ui::{Icon, grade_word},
    words::{Words, gallery as g, use_words},
};

/// The label with its reasons behind it.
#[component]
pub fn WhyBadge(
    /// The label.
    badge: Badge,
    /// Its reasons, where the decision is on record.
    why: Option<Why>,
    /// The maker's claims in force.
    claims: Vec<Claim>,
) -> impl IntoView {
    let w = use_words();
    let day = |day| date(day, w.language);
    let class = format!(
        "nk-grade nk-grade-{} nk-grade-lg",
        badge.grade.as_str().to_lowercase()
    );
    let scores = match badge.reviewers {
        0 => w.t(g::WHY_SCORES_NONE).to_owned(),
        n => w.fill(g::WHY_SCORES, &[("n", &n)]),
    };
    let lines = why.as_ref().map(|why| {
        why.lines.iter().map(|line| {
            let (points, weight) = (line.score.points.whole(), line.score.weight);
            view! {
                <li>
                    <span>{line.title.get(w.language).to_owned()}</span><span><b>{points}</b>" / "{weight}</span>
                    <progress class="nk-bar" max=weight value=points aria-hidden="true"></progress>
                </li>
            }
        })
        .collect_view()
    });
    let spread = why.as_ref().map(|why| {
        format!(
            " · {}",
            w.fill(g::WHY_SPREAD, &[("n", &why.spread.whole())])
        )
    });
    let rubric = why
        .as_ref()
        .map(|why| format!(" {}", w.fill(g::WHY_RUBRIC, &[("n", &why.rubric_version)])));
    let stairs = stairs(&badge, why.as_ref());
    let checks = claims
        .into_iter()
        .map(|claim| view! { <Check claim/> })
        .collect::<Vec<_>>();
    let note = w.fill(
        g::WHY_NOTE,
        &[("centre", &badge.centre), ("day", &day(badge.ends_on))],
    );
    view! {
        <details class="nk-why">
            <summary>
                <span class=class>
                    <b>{badge.grade.as_str()}</b>
                    <span>{w.t(grade_word(badge.grade))}<small>{w.fill(g::CURATED_ON, &[("day", &day(badge.granted_on))])}</small></span>
                </span>
                <span class="nk-why-cue">{w.t(g::WHY)}<Icon icon=icondata_lu::LuChevronDown/></span>
            </summary>
            <div class="nk-why-body">
                <section>
                    <h2>{scores}</h2>
                    {lines.map(|lines| view! { <ul class="nk-scores">{lines}</ul> })}
                    <p class="nk-total"><span>{w.t(g::WHY_MEDIAN)}</span><span><b>{badge.score}</b>" / 100"{spread}</span></p>
                </section>
                <section>
                    <h2>{w.t(g::WHY_CLAIMS)}</h2>
                    {if checks.is_empty() {
                        view! { <p class="nk-note">{w.t(g::WHY_CLAIMS_NONE)}</p> }.into_any()
                    } else {
                        view! { <ul class="nk-checks">{checks}</ul> }.into_any()
                    }}
                </section>
                <section class="nk-full">
                    <h2>{w.t(g::WHY_JOURNEY)}</h2>
                    <ol class="nk-journey">{stairs.into_iter().map(|step| stair(w, step)).collect_view()}</ol>
                    <p class="nk-note">{note}{rubric}</p>
                </section>
            </div>
        </details>
    }
}

/// A grade on its day, and its score where it is on record.
struct Stair {
    grade: Grade,
    day: chrono::NaiveDate,
    score: Option<i64>,
}

/// Grades announced so far, the oldest first.
fn stairs(badge: &Badge, why: Option<&Why>) -> Vec<Stair> {
    let announced = why.map(|why| why.stairs.as_slice()).unwrap_or_default();
    if !announced.is_empty() {
        let stair = |step: &Step| Stair {
            grade: step.grade,
            day: step.on,
            score: Some(step.score),
        };
        return announced.iter().map(stair).collect();
    }
    let earlier = badge.history.iter().rev();
    let earlier = earlier.map(|past| Stair {
        grade: past.grade,
        day: past.granted_on,
        score: None,
    });
    let now = Stair {
        grade: badge.grade,
        day: badge.granted_on,
        score: Some(badge.score),
    };
    earlier.chain([now]).collect()
}

fn stair(w: Words, stair: Stair) -> impl IntoView {
    let class = format!("is-{}", stair.grade.as_str().to_lowercase());
    let score = stair
        .score
        .map(|score| view! { <br/>{w.fill(g::POINTS, &[("n", &score)])} });
    view! { <li class=class><b>{stair.grade.as_str()}</b>{date(stair.day, w.language)}{score}</li> }
}

/// One claim with what is known of it.
#[component]
fn Check(claim: Claim) -> impl IntoView {
    let w = use_words();
    let (class, icon, note) = match claim.standing {
        Standing::Expiring { days: 0 } => (
            "is-soon",
            icondata_lu::LuClockAlert,
            w.t(g::CLAIM_LAST_DAY).to_owned(),
        ),
        Standing::Expiring { days } => (
            "is-soon",
            icondata_lu::LuClockAlert,
            w.fill(g::CLAIM_SOON, &[("n", &days)]),
        ),
        Standing::Verified => {
            let note = match claim.expires_on {
                Some(day) => w.fill(g::CLAIM_UNTIL, &[("day", &date(day, w.language))]),
                None => w.t(g::CLAIM_CHECKED).to_owned(),
            };
            ("", icondata_lu::LuBadgeCheck, note)
        }
        _ => (
            "is-self",
            icondata_lu::LuCircleDashed,
            w.t(g::CLAIM_SELF).to_owned(),
        ),
    };
    view! { <li class=class><Icon icon/><span><b>{w.t(claim_name(claim.kind))}</b>" "{claim.number}<small>{note}</small></span></li> }
}
