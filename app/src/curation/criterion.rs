//! One criterion of a sheet: the question, its values as radios, and, when it is the open one, what they mean and a note.

use domain::review::{CriterionKind, GATE_MET, GATE_UNMET, VALUES};
use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, FocusEvent},
};

use super::{
    names::clinic_name,
    work::{Line, Work},
};
use crate::{
    ui::{Icon, fields_of, problem_sentence},
    words::{curation as c, use_words},
};

/// A value of this or less becomes a task of the maker.
const WEAK: i64 = domain::curation::WEAK_VALUE;

/// Whether the focus came by a key. Under a pressed mouse button nothing may move: the click would miss what it aimed at.
fn by_keyboard(event: &FocusEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.matches(":focus-visible").unwrap_or(true))
}

/// One criterion.
#[component]
pub fn CriterionSection(
    /// The sheet.
    work: Work,
    /// The criterion.
    line: Line,
) -> impl IntoView {
    let w = use_words();
    let at = line.at;
    let kind = line.criterion.kind;
    let name = format!("k{at}");
    let weight = match kind {
        CriterionKind::Weighted => w.fill(c::WEIGHT_IS, &[("n", &line.criterion.weight)]),
        CriterionKind::Gate => w.t(c::KIND_GATE).to_lowercase(),
        CriterionKind::Independent => w.t(c::NOT_COUNTED).to_owned(),
    };
    let title = line.criterion.title.get(w.language).to_owned();
    let hint = line.criterion.hint.get(w.language).to_owned();
    let values = match kind {
        CriterionKind::Gate => {
            view! { <Gate work line=line.clone() named=name.clone()/> }.into_any()
        }
        _ => view! { <Scale work line=line.clone() named=name.clone()/> }.into_any(),
    };
    view! {
        <section class="nk-crit" class:nk-gate=kind == CriterionKind::Gate class:is-active=move || work.active.get() == at
            aria-labelledby=name.clone() on:click=move |_| work.active.set(at)
            on:focusin=move |event| if by_keyboard(&event) { work.active.set(at) }>
            <h3 id=name.clone()>{title.clone()}" "<small>{weight}</small></h3>
            <p>{hint}</p>
            <input type="hidden" name=format!("lines[{at}][criterion]") value=line.criterion.id.to_string()/>
            {values}
            <div class="nk-crit-open">
                <Meanings line=line.clone()/>
                <textarea class="nk-input" id=format!("c{at}") name=format!("lines[{at}][note]") maxlength="1000" rows="2"
                    aria-label=w.fill(c::NOTE_FOR, &[("title", &title)]) placeholder=w.t(c::NOTE_HINT) disabled=!work.open
                    on:input=move |event| work.write(at, event_target_value(&event))
                    on:change=move |_| work.save()>{line.note.get_untracked()}</textarea>
                <Consequence line=line.clone()/>
                <Wrong work line/>
            </div>
        </section>
    }
}

#[component]
fn Scale(work: Work, line: Line, named: String) -> impl IntoView {
    let w = use_words();
    let at = line.at;
    let first = line.value.get_untracked();
    let radios = (1..=VALUES as i64)
        .map(|value| {
            let says = line.criterion.label(value).get(w.language).to_owned();
            view! {
                <label title=says.clone()>
                    <input type="radio" id=line.radio(value) name=format!("lines[{at}][value]") value=value
                        checked=first == Some(value) disabled=!work.open aria-label=format!("{value}: {says}")
                        on:change=move |_| work.choose(at, value)/>
                    {value}
                </label>
            }
        })
        .collect_view();
    view! { <div class="nk-scale" role="radiogroup" aria-labelledby=named>{radios}</div> }
}

#[component]
fn Gate(work: Work, line: Line, named: String) -> impl IntoView {
    let w = use_words();
    let at = line.at;
    let first = line.value.get_untracked();
    let radios = [(GATE_MET, c::YES), (GATE_UNMET, c::NO)]
        .map(|(value, word)| {
            let says = line.criterion.label(value).get(w.language).to_owned();
            view! {
                <label title=says.clone()>
                    <input type="radio" id=line.radio(value) name=format!("lines[{at}][value]") value=value
                        checked=first == Some(value) disabled=!work.open aria-label=format!("{}: {says}", w.t(word))
                        on:change=move |_| work.choose(at, value)/>
                    {w.t(word)}
                </label>
            }
        })
        .collect_view();
    view! { <div class="nk-segment" role="radiogroup" aria-labelledby=named>{radios}</div> }
}

/// What the chosen value means; before the choice, what each would.
#[component]
fn Meanings(line: Line) -> impl IntoView {
    let w = use_words();
    let gate = line.criterion.kind == CriterionKind::Gate;
    let word = move |value: i64| match value {
        GATE_MET if gate => w.t(c::YES).to_owned(),
        _ if gate => w.t(c::NO).to_owned(),
        value => value.to_string(),
    };
    let criterion = line.criterion.clone();
    let says = move |value: i64| criterion.label(value).get(w.language).to_owned();
    move || match line.value.get() {
        Some(value) => view! { <p><b>{word(value)}" · "</b>{says(value)}</p> }.into_any(),
        None => {
            let values: Vec<i64> = (1..=VALUES as i64)
                .filter(|value| !gate || matches!(*value, GATE_MET | GATE_UNMET))
                .collect();
            let all = values
                .into_iter()
                .map(|value| view! { <li><b>{word(value)}" · "</b>{says(value)}</li> })
                .collect_view();
            view! { <ul class="nk-meanings">{all}</ul> }.into_any()
        }
    }
}

/// What a weak value leads to.
#[component]
fn Consequence(line: Line) -> impl IntoView {
    let w = use_words();
    let kind = line.criterion.kind;
    let advice = line.criterion.advice.get(w.language).to_owned();
    let clinic = w.t(clinic_name(line.criterion.clinic_line));
    let weak = move || match (kind, line.value.get()) {
        (CriterionKind::Weighted, Some(value)) => value <= WEAK,
        (CriterionKind::Gate, Some(value)) => value == GATE_UNMET,
        _ => false,
    };
    move || {
        weak().then(|| {
            let said = w.fill(c::BECOMES_TASK, &[("advice", &advice), ("clinic", &clinic)]);
            view! { <p class="nk-crit-task"><Icon icon=icondata_lu::LuArrowRight/><span>{said}</span></p> }
        })
    }
}

/// What is wrong with this line, when a save was refused for it.
#[component]
fn Wrong(work: Work, line: Line) -> impl IntoView {
    let w = use_words();
    let field = line.criterion.id.to_string();
    move || {
        let problems = work.said.with(|said| fields_of(said.as_ref()));
        let found = problems.into_iter().find(|problem| problem.field == field);
        found.map(|found| {
            let said = match found.problem {
                domain::refusal::Problem::Missing => w.t(c::NOTE_WAITS).to_owned(),
                problem => problem_sentence(w, &problem),
            };
            view! { <p class="nk-error"><Icon icon=icondata_lu::LuCircleAlert/><span>{said}</span></p> }
        })
    }
}
