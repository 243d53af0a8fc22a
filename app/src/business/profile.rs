//! `/usaha/{id}/profil`: what a business is, where it is and where it sells.

use domain::business::{Channel, KbliVersion};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::{
    api::{EditProfile, OpenProfile, ProfilePageData},
    channel_name,
    register::DistrictOptions,
};
use crate::{
    AppError,
    ask::{answered, ask_about},
    post::{Post, PostForm},
    ui::{
        Callout, Field, Icon, Kept, Photo, SelectField, TextArea, Tone, error_sentence, fields_of,
    },
    words::{business as b, products as p, ui, use_words},
};

/// The page.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let page = ask_about("id", || (), |business| OpenProfile { business });
    let w = use_words();
    view! {
        <Title text=w.t(b::PROFILE)/>
        {answered(page, move |page| view! { <Form page/> })}
    }
    .into_any()
}

#[component]
fn Form(page: ProfilePageData) -> impl IntoView {
    let w = use_words();
    let action = Post::to::<EditProfile>();
    let (id, form) = (page.business, page.form);
    let kept = page.refusal.map(AppError::Refused);
    let error = action.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let done = Signal::derive(move || action.done());
    let channels = Channel::ALL.iter().map(|channel| view! {
        <label class="nk-check">
            <input type="checkbox" name="form[channels][]" value=channel.as_str() checked=form.channels.contains(channel)/>
            <span>{w.t(channel_name(*channel))}</span>
        </label>
    }).collect_view();
    let editions = KbliVersion::ALL.iter().map(|edition| view! {
        <option value=edition.as_str() selected=*edition == form.kbli_version>{format!("KBLI {edition}")}</option>
    }).collect_view();
    view! {
        <header class="nk-head">
            <A href=format!("/usaha/{id}") attr:class="nk-icon-btn" attr:aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></A>
            <div><h1>{w.t(b::PROFILE)}</h1><p>{form.name.clone()}</p></div>
        </header>
        {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
        <div class="nk-cols">
            <PostForm post=action attr:class="nk-card nk-card-pad nk-form">
                <Kept name=format!("profil-{id}") done said=w.t(p::PUT_BACK)/>
                <input type="hidden" name="business" value=id.to_string()/>
                <input type="hidden" name="form[version]" value=form.version/>
                <Field name="form[name]" label=w.t(b::NAME) hint=w.t(b::NAME_HINT) value=form.name.clone() problems/>
                <TextArea name="form[story]" label=w.t(b::STORY) hint=w.t(b::STORY_HINT) value=form.story.clone() problems/>
                <div class="nk-two">
                    <Field name="form[kbli_code]" label=w.t(b::KBLI) hint=w.t(b::KBLI_HINT) value=form.kbli_code.clone() mode="numeric" problems/>
                    <SelectField name="form[kbli_version]" label=w.t(b::KBLI_EDITION) problems>{editions}</SelectField>
                </div>
                <SelectField name="form[district]" label=w.t(b::DISTRICT) problems>
                    <DistrictOptions districts=page.districts chosen=form.district.clone()/>
                </SelectField>
                <Field name="form[address]" label=w.t(b::ADDRESS) hint=w.t(b::ADDRESS_HINT) value=form.address.clone() complete="street-address" problems/>
                <div class="nk-two">
                    <Field name="form[latitude]" label=w.t(b::LATITUDE) hint=w.t(b::POSITION_HINT) value=form.latitude.clone() mode="decimal" problems/>
                    <Field name="form[longitude]" label=w.t(b::LONGITUDE) value=form.longitude.clone() mode="decimal" problems/>
                </div>
                <div class="nk-two">
                    <Field name="form[founded_year]" label=w.t(b::FOUNDED) value=form.founded_year.clone() mode="numeric" problems/>
                    <Field name="form[whatsapp]" label=w.t(b::WHATSAPP) hint=w.t(b::WHATSAPP_HINT) value=form.whatsapp.clone() kind="tel" mode="tel" problems/>
                </div>
                <fieldset class="nk-fieldset"><legend class="nk-legend">{w.t(b::CHANNELS)}</legend>{channels}</fieldset>
                <button class="nk-btn nk-btn-primary">{w.t(ui::SAVE)}</button>
            </PostForm>
            <section class="nk-card nk-card-pad nk-stack">
                <header class="nk-card-head"><h2>{w.t(b::PHOTO)}</h2></header>
                {page.photo.map(|picture| view! { <Photo picture sizes="320px"/> })}
                <form method="post" enctype="multipart/form-data" action=format!("/unggah/usaha/{id}") class="nk-form">
                    <div class="nk-field">
                        <label for="photo">{w.t(b::PHOTO_NEW)}</label>
                        <p class="nk-hint">{w.t(b::PHOTO_HINT)}</p>
                        <input class="nk-input" id="photo" type="file" name="photo" accept="image/jpeg,image/png,image/webp"/>
                    </div>
                    <button class="nk-btn nk-btn-outline">{w.t(b::PHOTO_SEND)}</button>
                </form>
            </section>
        </div>
    }
}
