//! What a centre's clock says, in words.

use chrono::{Datelike, NaiveDate};
use domain::{
    centres::{CentreLine, Closed, Span, Today},
    place::{self, clock},
};
use leptos::prelude::*;

use crate::{
    ui::Icon,
    words::{Words, centres as c, use_words},
};

/// `Rabu, 25 Nov`.
pub(super) fn day_name(w: Words, day: NaiveDate) -> String {
    let weekday = day.weekday().num_days_from_monday() as usize;
    let weekday = place::weekday(weekday, w.language);
    format!("{weekday}, {}", place::day_month(day, w.language))
}

/// `08.00–11.30, 13.30–16.00`, or that it is closed.
pub(super) fn spans(w: Words, day: &[Span]) -> String {
    if day.is_empty() {
        return w.t(c::CLOSED).to_owned();
    }
    let at = |minute| clock(minute, w.language);
    let spans = day
        .iter()
        .map(|span| format!("{}–{}", at(span.opens), at(span.closes)));
    spans.collect::<Vec<_>>().join(", ")
}

/// Whether one may come now, and if not, when.
pub(super) fn sentence(w: Words, line: &CentreLine) -> String {
    let zone = line.zone.name();
    let at = |minute| clock(minute, w.language);
    match &line.today {
        Today::Unknown => w.t(c::TODAY_UNKNOWN).to_owned(),
        Today::OpenUntil(until) => {
            w.fill(c::TODAY_OPEN, &[("until", &at(*until)), ("zone", &zone)])
        }
        Today::OpensAt(from) => w.fill(c::TODAY_LATER, &[("from", &at(*from)), ("zone", &zone)]),
        Today::Closed { why, next } => {
            let what = match why {
                Closed::ByHours => w.t(c::TODAY_CLOSED).to_owned(),
                Closed::Holiday(name) => {
                    w.fill(c::TODAY_HOLIDAY, &[("name", &name.get(w.language))])
                }
                Closed::Closure(reason) => {
                    w.fill(c::TODAY_CLOSURE, &[("reason", &reason.get(w.language))])
                }
            };
            match next {
                None => what,
                Some((day, from)) => {
                    let (day, from) = (day_name(w, *day), at(*from));
                    let facts: [(&str, &dyn std::fmt::Display); 4] = [
                        ("what", &what),
                        ("day", &day),
                        ("from", &from),
                        ("zone", &zone),
                    ];
                    w.fill(c::TODAY_NEXT, &facts)
                }
            }
        }
    }
}

/// The same as a chip.
#[component]
pub fn TodayMark(
    /// Of which centre.
    line: CentreLine,
) -> impl IntoView {
    let w = use_words();
    let (class, icon) = match &line.today {
        Today::OpenUntil(_) => ("nk-chip nk-chip-ok", icondata_lu::LuDoorOpen),
        Today::OpensAt(_) => ("nk-chip nk-chip-wait", icondata_lu::LuClock),
        Today::Unknown => ("nk-chip nk-chip-draft", icondata_lu::LuPhone),
        Today::Closed { .. } => ("nk-chip", icondata_lu::LuDoorClosed),
    };
    view! { <span class=class><Icon icon/>{sentence(w, &line)}</span> }
}
