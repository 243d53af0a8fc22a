//! The fields of a round: name, families, dates, limits, and what each phase is open for.

use domain::{
    curation::{Category, RoundInput},
    place::Zone,
    refusal::Problem,
    review::Phase,
};
use leptos::prelude::*;

use super::names::{phase_name, right_name};
use crate::{
    ui::{Field, Icon, Problems, category_word, problem_of, problem_sentence},
    words::{curation as c, use_words},
};

/// The fields.
#[component]
pub fn RoundFields(
    /// What stands in them.
    input: RoundInput,
    /// The time of the centre.
    zone: Zone,
    /// What was wrong with them.
    problems: Signal<Problems>,
) -> impl IntoView {
    let w = use_words();
    let boxes = Category::ALL
        .iter()
        .map(|category| {
            let on = input.categories.iter().any(|word| word == category.as_str());
            view! {
                <label class="nk-check">
                    <input type="checkbox" name="form[categories][]" value=category.as_str() checked=on/>
                    <span>{w.t(category_word(*category))}</span>
                </label>
            }
        })
        .collect_view();
    let wrong: Signal<Option<Problem>> = problem_of(problems, "categories");
    let zone = zone.name();
    view! {
        <Field name="form[name]" label=w.t(c::ROUND_NAME) hint=w.t(c::ROUND_NAME_HINT) value=input.name problems/>
        <fieldset class="nk-fieldset">
            <legend class="nk-label">{w.t(c::ROUND_CATEGORIES)}</legend>
            <div>{boxes}</div>
            {move || wrong.get().map(|problem| view! {
                <p class="nk-error"><Icon icon=icondata_lu::LuCircleAlert/><span>{problem_sentence(w, &problem)}</span></p>
            })}
        </fieldset>
        <p class="nk-hint">{w.fill(c::ROUND_ZONE, &[("zone", &zone)])}</p>
        <Field name="form[opens_at]" label=w.t(c::OPENS_AT) kind="datetime-local" value=input.opens_at problems/>
        <Field name="form[submit_until]" label=w.t(c::SUBMIT_UNTIL) kind="datetime-local" value=input.submit_until problems/>
        <Field name="form[score_until]" label=w.t(c::SCORE_UNTIL) kind="datetime-local" value=input.score_until problems/>
        <div class="nk-two">
            <Field name="form[appeal_days]" label=w.t(c::APPEAL_DAYS) value=input.appeal_days mode="numeric" problems/>
            <Field name="form[reviewer_cap]" label=w.t(c::REVIEWER_CAP) value=input.reviewer_cap mode="numeric" problems/>
        </div>
    }
}

/// Which phase allows what: the same for every round.
#[component]
pub fn Rights() -> impl IntoView {
    let w = use_words();
    let rows = Phase::ALL
        .iter()
        .map(|phase| {
            let rights: Vec<&str> = phase
                .rights()
                .iter()
                .map(|right| w.t(right_name(*right)))
                .collect();
            let said = if rights.is_empty() {
                w.t(c::NO_RIGHTS).to_owned()
            } else {
                rights.join(", ")
            };
            view! { <div><dt>{w.t(phase_name(*phase))}</dt><dd>{said}</dd></div> }
        })
        .collect_view();
    view! {
        <details class="nk-card nk-card-pad">
            <summary class="nk-link">{w.t(c::RIGHTS)}</summary>
            <dl class="nk-facts nk-facts-rows mt-2">{rows}</dl>
        </details>
    }
}
