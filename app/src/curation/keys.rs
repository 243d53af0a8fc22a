//! Scoring without a mouse: 1–5, J and K, Enter, and a letter for each way out.

use domain::review::{CriterionKind, GATE_MET, GATE_UNMET};
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent},
};

use super::work::Work;

/// Identities of what the letters press.
pub const SKIP: &str = "lewati";
/// Opens the form for stepping back.
pub const STEP_BACK: &str = "mundur-buka";
/// Opens the large photo.
pub const ENLARGE: &str = "perbesar";
/// Opens the list of keys.
pub const HELP: &str = "pintasan-buka";

/// Follows the keyboard as long as the sheet is open.
pub fn listen(work: Work) {
    Effect::new(move |_| {
        take_what_was_typed_early(work);
        let handle = window_event_listener(ev::keydown, move |event| press(work, &event));
        on_cleanup(move || handle.remove());
    });
}

/// Values and notes that were given before the page answered by itself are saved now.
fn take_what_was_typed_early(work: Work) {
    for line in work.lines() {
        for value in 1..=domain::review::VALUES as i64 {
            let chosen = input(&line.radio(value)).is_some_and(|radio| radio.checked());
            if chosen && line.value.get_untracked() != Some(value) {
                work.choose(line.at, value);
            }
        }
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn click(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Opens a criterion and puts the focus on its chosen value, else on its first.
pub fn go_to(work: Work, at: usize) {
    let Some(line) = work.line(at) else { return };
    work.active.set(at);
    let radios: Vec<HtmlInputElement> = (1..=domain::review::VALUES as i64)
        .filter_map(|value| input(&line.radio(value)))
        .collect();
    let chosen = radios
        .iter()
        .find(|radio| radio.checked())
        .or(radios.first());
    if let Some(radio) = chosen {
        let _ = radio.focus();
    }
}

/// The next criterion without a value; with none, all is saved and the next sheet comes.
pub fn go_on(work: Work) {
    match work.next_missing(work.active.get_untracked()) {
        Some(at) => go_to(work, at),
        None => work.finish(),
    }
}

fn press(work: Work, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
        return;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let tag = target.as_ref().map(Element::tag_name).unwrap_or_default();
    let in_dialog = target
        .as_ref()
        .and_then(|target| target.closest("[popover]").ok().flatten())
        .is_some();
    if tag == "TEXTAREA" && event.key() == "Escape" {
        go_to(work, work.active.get_untracked());
        return;
    }
    if matches!(tag.as_str(), "TEXTAREA" | "SELECT") || in_dialog {
        return;
    }
    let at = work.active.get_untracked();
    match event.key().as_str() {
        key @ ("1" | "2" | "3" | "4" | "5") => pick(work, at, key),
        "y" | "Y" => pick_gate(work, at, GATE_MET),
        "t" | "T" => pick_gate(work, at, GATE_UNMET),
        "j" | "J" => go_to(work, (at + 1).min(work.count().saturating_sub(1))),
        "k" | "K" => go_to(work, at.saturating_sub(1)),
        "n" | "N" => {
            if let Some(note) = element(&format!("c{at}")) {
                let _ = note.focus();
            }
        }
        "s" | "S" => click(SKIP),
        "c" | "C" => click(STEP_BACK),
        "f" | "F" => click(ENLARGE),
        "?" => click(HELP),
        "Enter" if !matches!(tag.as_str(), "BUTTON" | "A" | "SUMMARY") => go_on(work),
        _ => return,
    }
    event.prevent_default();
}

/// Y and T (ya, tidak) answer a gate; elsewhere they mean nothing.
fn pick_gate(work: Work, at: usize, value: i64) {
    if work
        .line(at)
        .is_some_and(|line| line.criterion.kind == CriterionKind::Gate)
    {
        choose(work, at, value);
    }
}

/// A gate takes 1 (no) and 5 (yes) only.
fn pick(work: Work, at: usize, key: &str) {
    if let Ok(value) = key.parse() {
        choose(work, at, value);
    }
}

fn choose(work: Work, at: usize, value: i64) {
    let Some(line) = work.line(at).filter(|line| line.criterion.takes(value)) else {
        return;
    };
    if let Some(radio) = input(&line.radio(value)) {
        let _ = radio.focus();
        radio.click();
    }
}
