//! Words for kinds, clocks and steps.

use domain::{
    feedback::{FeedbackKind, Progress, Standing},
    place::Zone,
};
use leptos::prelude::*;

use crate::{
    ui::Icon,
    words::{Key, Words, feedback as f, use_words},
};

/// Complaint or suggestion.
pub(super) fn kind_name(kind: FeedbackKind) -> Key {
    match kind {
        FeedbackKind::Complaint => f::KIND_COMPLAINT,
        FeedbackKind::Suggestion => f::KIND_SUGGESTION,
    }
}

/// How far a line of the register is.
pub(super) fn progress_name(progress: Progress) -> Key {
    match progress {
        Progress::Heard => f::PROGRESS_HEARD,
        Progress::Planned => f::PROGRESS_PLANNED,
        Progress::Fixed => f::PROGRESS_FIXED,
    }
}

/// The same as a chip.
#[component]
pub(super) fn ProgressMark(progress: Progress) -> impl IntoView {
    let w = use_words();
    let (class, icon) = match progress {
        Progress::Heard => ("nk-chip nk-chip-info", icondata_lu::LuEar),
        Progress::Planned => ("nk-chip nk-chip-wait", icondata_lu::LuCalendarClock),
        Progress::Fixed => ("nk-chip nk-chip-ok", icondata_lu::LuCheck),
    };
    view! { <span class=class><Icon icon/>{w.t(progress_name(progress))}</span> }
}

fn day(w: Words, zone: Zone, at: chrono::DateTime<chrono::Utc>) -> String {
    domain::place::date(zone.date(at), w.language)
}

/// How the answer stands against its clock.
#[component]
pub(super) fn StandingMark(standing: Standing, zone: Zone) -> impl IntoView {
    let w = use_words();
    let (class, icon, key, at) = match standing {
        Standing::Waits { until } => (
            "nk-chip nk-chip-wait",
            icondata_lu::LuClock,
            f::WAITS,
            until,
        ),
        Standing::Late { since } => (
            "nk-chip nk-chip-no",
            icondata_lu::LuClockAlert,
            f::LATE,
            since,
        ),
        Standing::Answered { at, in_time: true } => {
            ("nk-chip nk-chip-ok", icondata_lu::LuCheck, f::ANSWERED, at)
        }
        Standing::Answered { at, .. } => (
            "nk-chip nk-chip-ok",
            icondata_lu::LuCheck,
            f::ANSWERED_LATE,
            at,
        ),
    };
    view! { <span class=class><Icon icon/>{w.fill(key, &[("day", &day(w, zone, at))])}</span> }
}
