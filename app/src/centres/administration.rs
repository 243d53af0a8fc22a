//! `/kelola/pusat`: what the public reads of a centre, written by who runs it.

use domain::{
    centres::{Change, DetailsForm, Edit},
    ids::CentreId,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};

use super::{
    api::{
        AddClosure, Administer, AdministrationPage as Page, Kept, MovePart, SaveDetails, SaveHours,
        SaveRoom, SaveService,
    },
    names::field_name,
    parts::{Closures, Hours, Removed, Rooms, Services},
};
use crate::{
    AppError,
    ask::{answered, ask},
    curation::said::{Said, SaidNote},
    people::deeds::thing_name,
    post::{Post, PostForm, Saved, accepted},
    ui::{Field, Icon, TextArea, fields_of},
    words::{centres as c, ui, use_words},
};

/// The forms of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posts {
    details: Post,
    pub hours: Post,
    pub closure: Post,
    pub service: Post,
    pub room: Post,
    pub part: Post,
}

/// The page.
#[component]
pub fn AdministrationPage() -> impl IntoView {
    let posts = Posts {
        details: Post::to::<SaveDetails>(),
        hours: Post::to::<SaveHours>(),
        closure: Post::to::<AddClosure>(),
        service: Post::to::<SaveService>(),
        room: Post::to::<SaveRoom>(),
        part: Post::to::<MovePart>(),
    };
    let query = use_query_map();
    let of = move |name: &str| query.with(|query| query.get(name));
    let chosen = Memo::new(move |_| of("pusat").and_then(|id| id.parse().ok()));
    let edit = Memo::new(move |_| of("ubah").unwrap_or_default());
    let changes = accepted([
        posts.details,
        posts.hours,
        posts.closure,
        posts.service,
        posts.room,
        posts.part,
    ]);
    let page = ask(
        move || Administer {
            centre: chosen.get(),
            edit: edit.get(),
        },
        changes,
    );
    let w = use_words();
    view! {
        <Title text=w.t(c::MANAGE)/>
        {answered(page, move |page| view! { <Whole page posts/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, posts: Posts) -> impl IntoView {
    let w = use_words();
    let Page {
        face,
        choices,
        service,
        room,
        closure,
        kept,
    } = page;
    let centre = face.centre;
    // Forms tell their own refusals; what is said above is of the buttons.
    let of_page = kept.refusal.clone().filter(|_| is_of_page(&kept));
    let said = Said::new(of_page).follow(posts.part);
    let details = kept.details.clone().unwrap_or_else(|| face.details.clone());
    view! {
        <header class="nk-head">
            <div><h1>{face.name.clone()}</h1><p>{w.t(c::MANAGE_LEAD)}</p></div>
            <a class="nk-btn nk-btn-outline nk-btn-small" rel="external" href=format!("/plut/{}", face.slug)>{w.t(c::SEE_PUBLIC)}</a>
        </header>
        <Choices centre choices/>
        <SaidNote said/>
        <div class="nk-cols">
            <div class="nk-stack">
                <Hours centre week=face.week kept=kept.clone() post=posts.hours/>
                <Closures centre closure closures=face.closures holidays=face.holidays kept=kept.clone() posts/>
                <Services centre service services=face.services kept=kept.clone() posts/>
                <Rooms centre room rooms=face.rooms kept=kept.clone() posts/>
            </div>
            <div class="nk-stack">
                <DetailsSection centre form=details kept post=posts.details/>
                <Removed centre removed=face.removed part=posts.part/>
                <Changes changes=face.changes/>
            </div>
        </div>
    }
}

fn is_of_page(kept: &Kept) -> bool {
    kept.details.is_none()
        && kept.hours.is_none()
        && kept.closure.is_none()
        && kept.service.is_none()
        && kept.room.is_none()
}

/// The centres one may write for, where there are several.
#[component]
pub(crate) fn Choices(
    /// The one shown.
    centre: CentreId,
    /// All.
    choices: Vec<(CentreId, String)>,
) -> impl IntoView {
    let w = use_words();
    (choices.len() > 1).then(|| {
        let links = choices.into_iter().map(|(id, name)| {
            let here = (id == centre).then_some("page");
            view! { <A href=format!("?pusat={id}") attr:class="nk-pill" attr:aria-current=here>{name}</A> }
        });
        view! { <nav class="nk-pills" aria-label=w.t(c::CHOOSE_CENTRE)>{links.collect_view()}</nav> }
    })
}

#[component]
fn DetailsSection(centre: CentreId, form: DetailsForm, kept: Kept, post: Post) -> impl IntoView {
    let w = use_words();
    let refused = kept.details.and(kept.refusal).map(AppError::Refused);
    let error = post.error(refused);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    view! {
        <section class="nk-card nk-card-pad" id="tentang">
            <header class="nk-card-head"><h2>{w.t(c::DETAILS)}</h2></header>
            <PostForm post attr:class="nk-form">
                <input type="hidden" name="centre" value=centre.to_string()/>
                <Field name="form[address]" label=w.t(c::FIELD_ADDRESS) hint=w.t(c::FIELD_ADDRESS_HINT) value=form.address problems/>
                <Field name="form[phone]" label=w.t(c::FIELD_PHONE) kind="tel" mode="tel" value=form.phone problems/>
                <TextArea name="form[intro_id]" label=w.t(c::FIELD_INTRO_ID) hint=w.t(c::FIELD_INTRO_ID_HINT) value=form.intro_id problems/>
                <TextArea name="form[intro_en]" label=w.t(c::FIELD_INTRO_EN) value=form.intro_en problems/>
                <TextArea name="form[arrival_id]" label=w.t(c::FIELD_ARRIVAL_ID) hint=w.t(c::FIELD_ARRIVAL_ID_HINT) value=form.arrival_id problems/>
                <TextArea name="form[arrival_en]" label=w.t(c::FIELD_ARRIVAL_EN) value=form.arrival_en problems/>
                <Saved post/>
                <button class="nk-btn nk-btn-primary">{w.t(ui::SAVE)}</button>
            </PostForm>
        </section>
    }
}

/// What was changed, by whom: as it stood and as it stands.
#[component]
fn Changes(changes: Vec<Change>) -> impl IntoView {
    let w = use_words();
    let none = changes.is_empty();
    let rows = changes
        .into_iter()
        .map(|change| {
            let thing = thing_name(&change.thing).map_or_else(|| change.thing.clone(), |key| w.t(key).to_owned());
            let edits = change.edits.into_iter().map(|edit| view! { <EditLine edit/> });
            view! {
                <li><span class="nk-tile"><Icon icon=icondata_lu::LuHistory/></span>
                    <div><b>{format!("{} · {thing}", change.by)}</b><small>{w.moment(change.at)}</small>
                        <ul class="nk-edits">{edits.collect_view()}</ul></div></li>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card" id="perubahan">
            <header class="nk-card-head nk-card-pad"><h2>{w.t(c::CHANGES)}</h2></header>
            {none.then(|| view! { <p class="nk-card-pad nk-muted">{w.t(c::CHANGES_NONE)}</p> })}
            <ol class="nk-notices">{rows}</ol>
        </section>
    }
}

#[component]
fn EditLine(edit: Edit) -> impl IntoView {
    let w = use_words();
    let name =
        field_name(&edit.field).map_or_else(|| edit.field.clone(), |key| w.t(key).to_owned());
    let told = |text: String| match text.is_empty() {
        true => w.t(c::CHANGE_EMPTY).to_owned(),
        false => text,
    };
    // What is new had nothing before it.
    let before = (!edit.before.is_empty()).then(|| view! { <del>{edit.before}</del>" → " });
    view! { <li>{name}": "{before}<ins>{told(edit.after)}</ins></li> }
}
