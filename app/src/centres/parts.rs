//! The parts of the administration: hours, days off, services, rooms, and what was taken away.

use domain::{
    centres::{Closure, Holiday, HoursForm, Part, Room, RoomForm, Service, ServiceForm, Week},
    ids::{CentreId, ClosureId, RoomId, ServiceId},
    language::Bilingual,
    place::{date, day_month, weekday},
};
use leptos::prelude::*;
use leptos_router::components::A;
use uuid::Uuid;

use super::{
    administration::Posts,
    api::Kept,
    names::{field_choices, part_name, told},
};
use crate::{
    AppError,
    post::{Post, PostForm, Saved},
    tasks::line_name,
    ui::{Field, Icon, Problems, SelectField, Sure, TextArea, fields_of, problem_sentence},
    words::{Key, centres as c, ui, use_words},
};

/// What is wrong with the fields of a form, before and after script is awake.
fn problems_of(post: Post, refused: Option<domain::Refusal>) -> Signal<Problems> {
    let error = post.error(refused.map(AppError::Refused));
    Signal::derive(move || error.with(|error| fields_of(error.as_ref())))
}

/// When it is open: four times a weekday.
#[component]
pub(super) fn Hours(centre: CentreId, week: Week, kept: Kept, post: Post) -> impl IntoView {
    let w = use_words();
    let refused = kept.hours.as_ref().and(kept.refusal);
    let problems = problems_of(post, refused);
    let form = kept.hours.unwrap_or_else(|| HoursForm::of(&week));
    let times = |day: usize| {
        let typed = form.days.get(day).cloned().unwrap_or_default();
        let fields: [(&'static str, Key, String); 4] = [
            ("opens", c::OPENS, typed.opens),
            ("rest_from", c::REST_FROM, typed.rest_from),
            ("rest_until", c::REST_UNTIL, typed.rest_until),
            ("closes", c::CLOSES, typed.closes),
        ];
        fields
            .into_iter()
            .map(
                |(field, label, value)| view! { <Time day field label=w.t(label) value problems/> },
            )
            .collect_view()
    };
    let days = (0..7)
        .map(|day| view! { <fieldset><legend>{weekday(day, w.language)}</legend>{times(day)}</fieldset> })
        .collect_view();
    view! {
        <section class="nk-card nk-card-pad" id="jam">
            <header class="nk-card-head"><h2>{w.t(c::HOURS_EDIT)}</h2></header>
            <PostForm post attr:class="nk-form">
                <input type="hidden" name="centre" value=centre.to_string()/>
                <p class="nk-hint">{w.t(c::HOURS_HINT)}</p>
                <div class="nk-week">{days}</div>
                <Saved post/>
                <button class="nk-btn nk-btn-primary">{w.t(ui::SAVE)}</button>
            </PostForm>
        </section>
    }
}

#[component]
fn Time(
    day: usize,
    field: &'static str,
    label: &'static str,
    value: String,
    problems: Signal<Problems>,
) -> impl IntoView {
    let w = use_words();
    let (id, key) = (format!("jam-{day}-{field}"), format!("days.{day}.{field}"));
    let problem = Signal::derive(move || {
        let all = problems.get();
        let found = all.into_iter().find(|problem| problem.field == key);
        found.map(|found| problem_sentence(w, &found.problem))
    });
    let (error, described) = (format!("{id}-error"), format!("{id}-error"));
    view! {
        <div class="nk-field">
            <label class="nk-hint" for=id.clone()>{label}</label>
            <input class="nk-input" id=id type="time" name=format!("form[days][{day}][{field}]") value=value
                aria-invalid=move || problem.get().map(|_| "true") aria-describedby=described/>
            <div id=error aria-live="polite">{move || problem.get().map(|text| view! { <p class="nk-error">{text}</p> })}</div>
        </div>
    }
}

/// The button that takes a part away, after a second look.
#[component]
fn Away(centre: CentreId, part: Part, id: Uuid, name: String, post: Post) -> impl IntoView {
    let w = use_words();
    view! {
        <Sure ask=w.t(c::REMOVE) about=name says=w.t(c::REMOVE_SAYS)>
            <MoveForm centre part id away=true label=w.t(c::REMOVE_SURE) about=String::new() post/>
        </Sure>
    }
}

#[component]
fn MoveForm(
    centre: CentreId,
    part: Part,
    id: Uuid,
    away: bool,
    label: &'static str,
    about: String,
    post: Post,
) -> impl IntoView {
    let spoken = (!about.is_empty()).then(|| format!("{label}: {about}"));
    view! {
        <PostForm post>
            <input type="hidden" name="centre" value=centre.to_string()/>
            <input type="hidden" name="part" value=part.as_str()/>
            <input type="hidden" name="id" value=id.to_string()/>
            <input type="hidden" name="away" value=away.to_string()/>
            <button class="nk-btn nk-btn-outline nk-btn-small" aria-label=spoken>{label}</button>
        </PostForm>
    }
}

/// Days off: the centre's own, and a look at the country's.
#[component]
pub(super) fn Closures(
    centre: CentreId,
    closure: ClosureId,
    closures: Vec<Closure>,
    holidays: Vec<Holiday>,
    kept: Kept,
    posts: Posts,
) -> impl IntoView {
    let w = use_words();
    let post = posts.closure;
    let problems = problems_of(post, kept.closure.as_ref().and(kept.refusal));
    let form = kept.closure.unwrap_or_default();
    let none = closures.is_empty();
    let rows = closures
        .into_iter()
        .map(|one| {
            let name = told(&one.reason);
            let days = match one.from_on == one.until_on {
                true => date(one.from_on, w.language),
                false => format!("{} – {}", date(one.from_on, w.language), date(one.until_on, w.language)),
            };
            view! {
                <li class="nk-row"><span class="nk-tile"><Icon icon=icondata_lu::LuCalendarX/></span>
                    <span><b>{name.clone()}</b><small>{days}</small></span>
                    <Away centre part=Part::Closure id=one.id.0 name post=posts.part/></li>
            }
        })
        .collect_view();
    let national: Vec<String> = holidays
        .iter()
        .map(|one| format!("{} ({})", told(&one.name), day_month(one.day, w.language)))
        .collect();
    view! {
        <section class="nk-card" id="libur">
            <header class="nk-card-head nk-card-pad"><h2>{w.t(c::CLOSURES)}</h2></header>
            {none.then(|| view! { <p class="nk-card-pad nk-muted">{w.t(c::CLOSURES_NONE)}</p> })}
            <ul class="nk-rows">{rows}</ul>
            <p class="nk-card-pad nk-small nk-muted">{w.t(c::CLOSURES_NATIONAL)}" "{national.join(", ")}</p>
            <PostForm post attr:class="nk-form nk-card-pad">
                <h3>{w.t(c::CLOSURE_ADD)}</h3>
                <input type="hidden" name="centre" value=centre.to_string()/>
                <input type="hidden" name="closure" value=closure.to_string()/>
                <div class="nk-two">
                    <Field name="form[from_on]" label=w.t(c::FIELD_FROM_ON) kind="date" value=form.from_on problems/>
                    <Field name="form[until_on]" label=w.t(c::FIELD_UNTIL_ON) hint=w.t(c::FIELD_UNTIL_ON_HINT) kind="date" value=form.until_on problems/>
                </div>
                <Field name="form[reason_id]" label=w.t(c::FIELD_REASON_ID) value=form.reason_id problems/>
                <Field name="form[reason_en]" label=w.t(c::FIELD_REASON_EN) value=form.reason_en problems/>
                <button class="nk-btn nk-btn-outline">{w.t(c::CLOSURE_ADD)}</button>
            </PostForm>
        </section>
    }
}

/// What it offers: the list, and one form that adds or changes.
#[component]
pub(super) fn Services(
    centre: CentreId,
    service: ServiceId,
    services: Vec<Service>,
    kept: Kept,
    posts: Posts,
) -> impl IntoView {
    let w = use_words();
    let post = posts.service;
    let problems = problems_of(post, kept.service.as_ref().and(kept.refusal));
    let edited = services.iter().find(|one| one.id == service).cloned();
    let title = match &edited {
        Some(one) => w.fill(c::EDIT, &[("name", &told(&one.name))]),
        None => w.t(c::SERVICE_ADD).to_owned(),
    };
    let form = kept.service.unwrap_or_else(|| match edited {
        None => ServiceForm::default(),
        Some(one) => ServiceForm {
            field: one.field.as_str().into(),
            name_id: one.name.id,
            name_en: one.name.en,
            detail_id: one.detail.id,
            detail_en: one.detail.en,
        },
    });
    let chosen = form.field.parse().ok();
    let rows = services
        .into_iter()
        .map(|one| {
            let (id, name) = (one.id.0, told(&one.name));
            let field = w.t(line_name(one.field));
            view! { <Row centre part=Part::Service id name about=field.to_owned() place="layanan" posts/> }
        })
        .collect_view();
    view! {
        <section class="nk-card" id="layanan">
            <header class="nk-card-head nk-card-pad"><h2>{w.t(c::SERVICES)}</h2></header>
            <ul class="nk-rows">{rows}</ul>
            <PostForm post attr:class="nk-form nk-card-pad">
                <h3>{title}</h3>
                <input type="hidden" name="centre" value=centre.to_string()/>
                <input type="hidden" name="service" value=service.to_string()/>
                <Field name="form[name_id]" label=w.t(c::FIELD_NAME_ID) value=form.name_id problems/>
                <Field name="form[name_en]" label=w.t(c::FIELD_NAME_EN) value=form.name_en problems/>
                <SelectField name="form[field]" label=w.t(c::SERVICE_FIELD) problems>{field_choices(chosen, c::FIELD_CHOOSE)}</SelectField>
                <TextArea name="form[detail_id]" label=w.t(c::FIELD_DETAIL_ID) value=form.detail_id problems/>
                <TextArea name="form[detail_en]" label=w.t(c::FIELD_DETAIL_EN) value=form.detail_en problems/>
                <button class="nk-btn nk-btn-outline">{w.t(ui::SAVE)}</button>
            </PostForm>
        </section>
    }
}

/// The rooms: the list, and one form that adds or changes.
#[component]
pub(super) fn Rooms(
    centre: CentreId,
    room: RoomId,
    rooms: Vec<Room>,
    kept: Kept,
    posts: Posts,
) -> impl IntoView {
    let w = use_words();
    let post = posts.room;
    let problems = problems_of(post, kept.room.as_ref().and(kept.refusal));
    let edited = rooms.iter().find(|one| one.id == room).cloned();
    let title = match &edited {
        Some(one) => w.fill(c::EDIT, &[("name", &one.name)]),
        None => w.t(c::ROOM_ADD).to_owned(),
    };
    let form = kept.room.unwrap_or_else(|| match edited {
        None => RoomForm::default(),
        Some(one) => RoomForm {
            name: one.name,
            seats: one.seats.to_string(),
        },
    });
    let rows = rooms
        .into_iter()
        .map(|one| {
            let (id, about) = (one.id.0, w.fill(c::SEATS, &[("n", &one.seats)]));
            view! { <Row centre part=Part::Room id name=one.name about place="ruang" posts/> }
        })
        .collect_view();
    view! {
        <section class="nk-card" id="ruang">
            <header class="nk-card-head nk-card-pad"><h2>{w.t(c::ROOMS)}</h2></header>
            <ul class="nk-rows">{rows}</ul>
            <PostForm post attr:class="nk-form nk-card-pad">
                <h3>{title}</h3>
                <input type="hidden" name="centre" value=centre.to_string()/>
                <input type="hidden" name="room" value=room.to_string()/>
                <Field name="form[name]" label=w.t(c::FIELD_NAME) value=form.name problems/>
                <Field name="form[seats]" label=w.t(c::FIELD_SEATS) mode="numeric" value=form.seats problems/>
                <button class="nk-btn nk-btn-outline">{w.t(ui::SAVE)}</button>
            </PostForm>
        </section>
    }
}

/// A service or room in its list.
#[component]
fn Row(
    centre: CentreId,
    part: Part,
    id: Uuid,
    name: String,
    about: String,
    /// The part of the page.
    place: &'static str,
    posts: Posts,
) -> impl IntoView {
    let w = use_words();
    let icon = match part {
        Part::Room => icondata_lu::LuDoorOpen,
        Part::Service | Part::Closure => icondata_lu::LuHandHelping,
    };
    let edit = format!("/kelola/pusat?pusat={centre}&ubah={id}#{place}");
    let spoken = w.fill(c::EDIT, &[("name", &name)]);
    view! {
        <li class="nk-row"><span class="nk-tile"><Icon icon/></span>
            <span><b>{name.clone()}</b><small>{about}</small>
                <A href=edit attr:class="nk-link nk-small" attr:aria-label=spoken>{w.t(c::EDIT_SHORT)}</A></span>
            <Away centre part id name post=posts.part/></li>
    }
}

/// What was taken away, each with the way back.
#[component]
pub(super) fn Removed(
    centre: CentreId,
    removed: Vec<(Part, Uuid, Bilingual)>,
    part: Post,
) -> impl IntoView {
    let w = use_words();
    (!removed.is_empty()).then(|| {
        let rows = removed
            .into_iter()
            .map(|(kind, id, name)| {
                let name = told(&name);
                view! {
                    <li class="nk-row"><span></span><span><b>{name.clone()}</b><small>{w.t(part_name(kind))}</small></span>
                        <MoveForm centre part=kind id away=false label=w.t(c::RESTORE) about=name post=part/></li>
                }
            })
            .collect_view();
        view! {
            <section class="nk-card" id="dihapus">
                <header class="nk-card-head nk-card-pad"><h2>{w.t(c::REMOVED)}</h2></header>
                <ul class="nk-rows">{rows}</ul>
            </section>
        }
    })
}
