//! The parts of a centre's page. What is not there yet says what will stand there.

use domain::{
    centres::{Agenda, CentrePage, Face, Room, Service},
    place::{self, date, day_month},
};
use leptos::prelude::*;

use super::day::{day_name, spans};
use crate::{
    people::account::role_name,
    tasks::line_name,
    ui::Icon,
    words::{Key, Words, centres as c, use_words},
};

/// Dates shown; the next ones are what a visitor plans with.
const SOON: usize = 6;

/// What will stand where nothing stands yet.
pub(super) fn nothing(w: Words, says: Key) -> AnyView {
    view! { <p class="nk-muted">{w.t(says)}</p> }.into_any()
}

/// When it is open, weekday by weekday.
pub(super) fn hours(page: &CentrePage) -> impl IntoView + use<> {
    let w = use_words();
    if page.week.is_unknown() {
        return nothing(w, c::TODAY_UNKNOWN);
    }
    let days: Vec<_> = page
        .week
        .0
        .iter()
        .enumerate()
        .map(|(day, open)| {
            let today = day == page.weekday;
            let mark = today.then(|| view! { " "<small>"("{w.t(c::TODAY)}")"</small> });
            view! {
                <tr aria-current=today.then_some("date")>
                    <th scope="row">{place::weekday(day, w.language)}{mark}</th><td>{spans(w, open)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="nk-hours"><tbody>{days}</tbody></table>
        <p class="nk-note">{w.fill(c::ZONE_NOTE, &[("zone", &page.line.zone.name())])}</p>
    }
    .into_any()
}

/// What it offers, field by field.
pub(super) fn services(services: Vec<Service>) -> impl IntoView {
    let w = use_words();
    if services.is_empty() {
        return nothing(w, c::SERVICES_NONE);
    }
    let rows: Vec<_> = services
        .into_iter()
        .map(|service| {
            let detail = service.detail.get(w.language).to_owned();
            let detail = (!detail.is_empty()).then(|| view! { <p>{detail}</p> });
            view! {
                <li><h3>{service.name.get(w.language).to_owned()}</h3><small>{w.t(line_name(service.field))}</small>{detail}</li>
            }
        })
        .collect();
    view! { <ul class="nk-offers">{rows}</ul> }.into_any()
}

/// Who agreed to be shown.
pub(super) fn faces(faces: Vec<Face>) -> impl IntoView {
    let w = use_words();
    if faces.is_empty() {
        return nothing(w, c::PEOPLE_NONE);
    }
    let rows: Vec<_> = faces
        .into_iter()
        .map(|face| {
            let mut says: Vec<&str> = face
                .roles
                .iter()
                .map(|role| w.t(role_name(*role)))
                .collect();
            says.extend(face.field.map(|field| w.t(line_name(field))));
            view! {
                <li><span class="nk-avatar" aria-hidden="true">{initials(&face.name)}</span>
                    <span><b>{face.name}</b><small>{says.join(" · ")}</small></span></li>
            }
        })
        .collect();
    view! { <ul class="nk-faces">{rows}</ul> }.into_any()
}

/// `SR` of Siti Rahmawati.
fn initials(name: &str) -> String {
    let mut letters = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    letters.by_ref().take(2).collect()
}

/// Its rooms.
pub(super) fn rooms(rooms: Vec<Room>) -> impl IntoView {
    let w = use_words();
    if rooms.is_empty() {
        return nothing(w, c::ROOMS_NONE);
    }
    let rows: Vec<_> = rooms
        .into_iter()
        .map(|room| {
            view! { <div><dt>{room.name}</dt><dd>{w.fill(c::SEATS, &[("n", &room.seats)])}</dd></div> }
        })
        .collect();
    view! { <dl class="nk-pairs">{rows}</dl> }.into_any()
}

/// What is to come. Another module's events join as another arm.
pub(super) fn agenda(page: &CentrePage) -> impl IntoView + use<> {
    let w = use_words();
    if page.agenda.is_empty() {
        return nothing(w, c::AGENDA_NONE);
    }
    let zone = page.line.zone;
    let rows: Vec<_> = page
        .agenda
        .iter()
        .take(SOON)
        .map(|one| {
            let (day, what, more) = match one {
                Agenda::Round {
                    name,
                    opens_at,
                    until,
                    ..
                } => {
                    let (from, until) = (zone.date(*opens_at), zone.date(*until));
                    let (from_day, until_day) = (date(from, w.language), date(until, w.language));
                    let facts: [(&str, &dyn std::fmt::Display); 2] =
                        [("from", &from_day), ("until", &until_day)];
                    (
                        from,
                        w.fill(c::AGENDA_ROUND, &[("name", name)]),
                        w.fill(c::AGENDA_FROM_UNTIL, &facts),
                    )
                }
                Agenda::Closure { closure } => {
                    let reason = closure.reason.get(w.language);
                    let more = match closure.from_on == closure.until_on {
                        true => day_name(w, closure.from_on),
                        false => {
                            w.fill(c::AGENDA_UNTIL, &[("day", &day_name(w, closure.until_on))])
                        }
                    };
                    (
                        closure.from_on,
                        w.fill(c::AGENDA_CLOSURE, &[("reason", &reason)]),
                        more,
                    )
                }
                Agenda::Holiday { holiday } => {
                    let name = holiday.name.get(w.language);
                    (
                        holiday.day,
                        w.fill(c::AGENDA_HOLIDAY, &[("name", &name)]),
                        day_name(w, holiday.day),
                    )
                }
            };
            let (number, month) = split(w, day);
            view! {
                <li><time class="nk-date" datetime=day.to_string()><b>{number}</b>{month}</time>
                    <span><b>{what}</b><small>{more}</small></span></li>
            }
        })
        .collect();
    view! { <ul class="nk-agenda">{rows}</ul> }.into_any()
}

/// `24` and `Nov`.
fn split(w: Words, day: chrono::NaiveDate) -> (String, String) {
    let text = day_month(day, w.language);
    let (number, month) = text.split_once(' ').unwrap_or((&text, ""));
    (number.to_owned(), month.to_owned())
}

/// Where it is, by what number one reaches it, and how to come in.
pub(super) fn door(page: &CentrePage) -> impl IntoView + use<> {
    let w = use_words();
    let line = &page.line;
    let phone = (!line.phone.is_empty()).then(|| {
        view! {
            <div><dt>{w.t(c::PHONE)}</dt><dd><a class="nk-link" href=format!("tel:{}", line.phone)>
                <Icon icon=icondata_lu::LuPhone/>{line.phone.clone()}</a></dd></div>
        }
    });
    let place = format!("{}, {}", line.regency, line.province);
    let arrival = match page.arrival.get(w.language) {
        "" => w.t(c::ARRIVAL_NONE).to_owned(),
        text => text.to_owned(),
    };
    view! {
        <dl class="nk-facts nk-facts-rows">
            <div><dt>{w.t(c::ADDRESS)}</dt><dd>{line.address.clone()}<br/>{place}</dd></div>
            {phone}
            <div><dt>{w.t(c::ARRIVAL)}</dt><dd>{arrival}</dd></div>
        </dl>
    }
}
