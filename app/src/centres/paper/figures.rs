//! Figures with their definitions.

use domain::{
    centres::{Figures, Measure},
    language::Language,
    money::grouped,
};
use leptos::prelude::*;

use crate::words::{Key, Words, centres as c, use_words};

/// The name of a figure, and how it is counted.
pub(super) fn measure_name(measure: Measure) -> (Key, Key) {
    match measure {
        Measure::Makers => (c::MEASURE_MAKERS, c::MEASURE_MAKERS_HOW),
        Measure::GradeA => (c::MEASURE_GRADE_A, c::MEASURE_GRADE_A_HOW),
        Measure::GradeB => (c::MEASURE_GRADE_B, c::MEASURE_GRADE_B_HOW),
        Measure::GradeC => (c::MEASURE_GRADE_C, c::MEASURE_GRADE_C_HOW),
        Measure::Rounds => (c::MEASURE_ROUNDS, c::MEASURE_ROUNDS_HOW),
        Measure::Judged => (c::MEASURE_JUDGED, c::MEASURE_JUDGED_HOW),
        Measure::Inquiries => (c::MEASURE_INQUIRIES, c::MEASURE_INQUIRIES_HOW),
        Measure::Answered => (c::MEASURE_ANSWERED, c::MEASURE_ANSWERED_HOW),
        Measure::AnswerDays => (c::MEASURE_ANSWER_DAYS, c::MEASURE_ANSWER_DAYS_HOW),
        Measure::Heard => (c::MEASURE_HEARD, c::MEASURE_HEARD_HOW),
        Measure::HeardInTime => (c::MEASURE_HEARD_IN_TIME, c::MEASURE_HEARD_IN_TIME_HOW),
        Measure::HeardDays => (c::MEASURE_HEARD_DAYS, c::MEASURE_HEARD_DAYS_HOW),
        Measure::Fixed => (c::MEASURE_FIXED, c::MEASURE_FIXED_HOW),
    }
}

/// `1.204`, `83%`, `1,5 hari`, or that there is nothing yet.
pub(super) fn value(w: Words, measure: Measure, figures: &Figures) -> String {
    let Some(value) = figures.get(measure) else {
        return w.t(c::NOTHING_MEASURED).to_owned();
    };
    if measure.is_percent() {
        return w.fill(c::PERCENT_VALUE, &[("n", &value)]);
    }
    if measure.is_days() {
        let point = match w.language {
            Language::Id => ',',
            Language::En => '.',
        };
        let days = match value % 10 {
            0 => (value / 10).to_string(),
            tenths => format!("{}{point}{tenths}", value / 10),
        };
        return w.fill(c::DAYS_VALUE, &[("n", &days)]);
    }
    grouped(value.unsigned_abs())
}

/// Figures side by side, each with how it is counted.
pub(crate) fn outcomes(figures: &Figures, measures: &[Measure]) -> impl IntoView + use<> {
    let w = use_words();
    let lines: Vec<_> = measures
        .iter()
        .map(|measure| {
            let (name, how) = measure_name(*measure);
            view! {
                <div><dt>{w.t(name)}</dt><dd><b>{value(w, *measure, figures)}</b><small>{w.t(how)}</small></dd></div>
            }
        })
        .collect();
    view! { <dl class="nk-outcomes">{lines}</dl> }
}
