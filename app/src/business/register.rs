//! `/usaha/baru`: opening a business file takes four answers.

use leptos::prelude::*;
use leptos_meta::Title;

use super::api::{District, Opening, Register, RegisterForm};
use crate::{
    AppError,
    ask::{answered, ask},
    post::{Post, PostForm},
    ui::{Callout, Field, SelectField, Tone, error_sentence, fields_of},
    words::{business as b, use_words},
};

/// The page.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let form = ask(|| RegisterForm {}, || ());
    let w = use_words();
    view! {
        <Title text=w.t(b::REGISTER_TITLE)/>
        <div class="nk-page">
            <div><h1>{w.t(b::REGISTER_TITLE)}</h1><p class="nk-lead">{w.t(b::REGISTER_LEAD)}</p></div>
            {answered(form, move |form| view! { <Form form/> })}
        </div>
    }
    .into_any()
}

#[component]
fn Form(form: Opening) -> impl IntoView {
    let w = use_words();
    let action = Post::to::<Register>();
    let kept = form.refusal.map(AppError::Refused);
    let error = action.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    view! {
        <PostForm post=action attr:class="nk-form">
            {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
            <Field name="form[name]" label=w.t(b::NAME) hint=w.t(b::NAME_HINT) value=form.input.name problems/>
            <SelectField name="form[district]" label=w.t(b::DISTRICT) hint=w.t(b::DISTRICT_HINT) problems>
                <option value="">{w.t(b::DISTRICT_CHOOSE)}</option>
                <DistrictOptions districts=form.districts chosen=form.input.district.clone()/>
            </SelectField>
            <Field name="form[address]" label=w.t(b::ADDRESS) hint=w.t(b::ADDRESS_HINT) value=form.input.address complete="street-address" problems/>
            <Field name="form[whatsapp]" label=w.t(b::WHATSAPP) hint=w.t(b::WHATSAPP_HINT) value=form.input.whatsapp kind="tel" mode="tel" problems/>
            <div class="nk-pin"><button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(b::REGISTER)}</button></div>
        </PostForm>
    }
}

/// Districts to choose from, grouped by their regency.
#[component]
pub(crate) fn DistrictOptions(districts: Vec<District>, chosen: String) -> impl IntoView {
    let mut regencies: Vec<(String, Vec<District>)> = Vec::new();
    for district in districts {
        match regencies.last_mut() {
            Some((regency, list)) if *regency == district.regency => list.push(district),
            _ => regencies.push((district.regency.clone(), vec![district])),
        }
    }
    regencies
        .into_iter()
        .map(|(regency, list)| {
            let list = list
                .into_iter()
                .map(|district| {
                    let selected = district.code == chosen;
                    view! { <option value=district.code selected=selected>{district.name}</option> }
                })
                .collect_view();
            view! { <optgroup label=regency>{list}</optgroup> }
        })
        .collect_view()
}
