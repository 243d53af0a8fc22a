//! Form fields: label above, hint, and an error sentence that says how to mend it.

use leptos::prelude::*;

use super::{Icon, Problems, problem_of};
use crate::words::use_words;

/// One line of text.
#[component]
pub fn Field(
    /// Its name in the form; also names its problems.
    name: &'static str,
    /// What it asks.
    label: &'static str,
    /// How to answer.
    #[prop(optional)]
    hint: &'static str,
    /// `text`, `password`, `tel`, `date` …
    #[prop(default = "text")]
    kind: &'static str,
    /// What stands in it.
    #[prop(into, optional)]
    value: String,
    /// The autocomplete token.
    #[prop(optional)]
    complete: &'static str,
    /// Which keyboard a phone opens.
    #[prop(default = "text")]
    mode: &'static str,
    /// What was wrong with the form.
    #[prop(into, default = Signal::stored(Vec::new()))]
    problems: Signal<Problems>,
    /// The name under which problems come, when it differs from the form's.
    #[prop(optional)]
    key: &'static str,
) -> impl IntoView {
    let key = if key.is_empty() { short(name) } else { key };
    let error = problem_of(problems, key);
    view! {
        <div class="nk-field">
            <label for=name>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="nk-hint" id=format!("{name}-hint")>{hint}</p> })}
            <input class="nk-input" id=name name=name type=kind value=value autocomplete=complete inputmode=mode
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=format!("{name}-hint {name}-error")/>
            <FieldError name error/>
        </div>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// Its name in the form.
    name: &'static str,
    /// What it asks.
    label: &'static str,
    /// How to answer.
    #[prop(optional)]
    hint: &'static str,
    /// What stands in it.
    #[prop(into, optional)]
    value: String,
    /// What was wrong with the form.
    #[prop(into, default = Signal::stored(Vec::new()))]
    problems: Signal<Problems>,
) -> impl IntoView {
    let error = problem_of(problems, short(name));
    view! {
        <div class="nk-field">
            <label for=name>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="nk-hint" id=format!("{name}-hint")>{hint}</p> })}
            <textarea class="nk-input" id=name name=name rows="4"
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=format!("{name}-hint {name}-error")>{value}</textarea>
            <FieldError name error/>
        </div>
    }
}

/// A choice from a list. The options are its children.
#[component]
pub fn SelectField(
    /// Its name in the form.
    name: &'static str,
    /// What it asks.
    label: &'static str,
    /// How to answer.
    #[prop(optional)]
    hint: &'static str,
    /// What was wrong with the form.
    #[prop(into, default = Signal::stored(Vec::new()))]
    problems: Signal<Problems>,
    /// The options.
    children: Children,
) -> impl IntoView {
    let error = problem_of(problems, short(name));
    view! {
        <div class="nk-field">
            <label for=name>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="nk-hint" id=format!("{name}-hint")>{hint}</p> })}
            <select class="nk-input" id=name name=name
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=format!("{name}-hint {name}-error")>{children()}</select>
            <FieldError name error/>
        </div>
    }
}

#[component]
fn FieldError(
    name: &'static str,
    error: Signal<Option<domain::refusal::Problem>>,
) -> impl IntoView {
    let w = use_words();
    view! {
        <div id=format!("{name}-error") aria-live="polite">
            {move || error.get().map(|problem| view! {
                <p class="nk-error"><Icon icon=icondata_lu::LuCircleAlert/><span>{super::problem_sentence(w, &problem)}</span></p>
            })}
        </div>
    }
}

/// `form[price]` → `price`: problems carry the field's own name.
fn short(name: &'static str) -> &'static str {
    name.split_once('[')
        .and_then(|(_, rest)| rest.strip_suffix(']'))
        .unwrap_or(name)
}

/// Where a refused plain post goes back to.
#[component]
pub fn HiddenBack(
    /// A path of this site.
    #[prop(into)]
    to: String,
) -> impl IntoView {
    view! { <input type="hidden" name="back" value=to/> }
}
