//! Words for what a centre's face holds.

use domain::{centres::Part, language::Bilingual, tasks::ClinicLine};
use leptos::prelude::*;

use crate::{
    tasks::line_name,
    words::{Key, centres as c, use_words},
};

/// What kind of part it is.
pub(super) fn part_name(part: Part) -> Key {
    match part {
        Part::Service => c::PART_SERVICE,
        Part::Room => c::PART_ROOM,
        Part::Closure => c::PART_CLOSURE,
    }
}

/// The field of a form whose change is told; a weekday tells itself.
pub(super) fn field_name(field: &str) -> Option<Key> {
    Some(match field {
        "address" => c::FIELD_ADDRESS,
        "phone" => c::FIELD_PHONE,
        "intro_id" => c::FIELD_INTRO_ID,
        "intro_en" => c::FIELD_INTRO_EN,
        "arrival_id" => c::FIELD_ARRIVAL_ID,
        "arrival_en" => c::FIELD_ARRIVAL_EN,
        "name_id" => c::FIELD_NAME_ID,
        "name_en" => c::FIELD_NAME_EN,
        "detail_id" => c::FIELD_DETAIL_ID,
        "detail_en" => c::FIELD_DETAIL_EN,
        "reason_id" => c::FIELD_REASON_ID,
        "reason_en" => c::FIELD_REASON_EN,
        "field" => c::SERVICE_FIELD,
        "name" => c::FIELD_NAME,
        "seats" => c::FIELD_SEATS,
        "days" => c::CHANGE_DAYS,
        _ => return None,
    })
}

/// The choices of a consultant's field. `none` is what the empty choice says.
pub(super) fn field_choices(chosen: Option<ClinicLine>, none: Key) -> impl IntoView {
    let w = use_words();
    let choices = ClinicLine::ALL.iter().map(|line| {
        let line = *line;
        view! { <option value=line.as_str() selected=chosen == Some(line)>{w.t(line_name(line))}</option> }
    });
    view! {
        <option value="" selected=chosen.is_none()>{w.t(none)}</option>
        {choices.collect_view()}
    }
}

/// A text in the reader's language.
pub(super) fn told(text: &Bilingual) -> String {
    text.get(use_words().language).to_owned()
}
