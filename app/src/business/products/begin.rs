//! `/produk-saya/baru`: a new product begins with its name and family.

use domain::gallery::WritingStep;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::{
    api::{BeginForm, BeginProduct, Beginning},
    write::{Bar, Families},
};
use crate::{
    AppError,
    ask::{answered, ask},
    post::{Post, PostForm},
    ui::{Callout, Empty, Field, Icon, SelectField, Tone, error_sentence, fields_of},
    words::{home as h, products as p, use_words},
};

/// The page.
#[component]
pub fn BeginPage() -> impl IntoView {
    let beginning = ask(|| BeginForm {}, || ());
    let w = use_words();
    view! {
        <Title text=w.t(p::WRITE_TITLE)/>
        <div class="nk-focus">
            <Bar step=WritingStep::Kind back="/produk-saya".to_owned()/>
            {answered(beginning, move |beginning| if beginning.businesses.is_empty() { view! {
                            <div class="nk-page"><Empty title=w.t(h::EMPTY) hint=w.t(h::EMPTY_HINT)>
                                <A href="/usaha/baru" attr:class="nk-btn nk-btn-primary">{w.t(h::REGISTER)}</A>
                            </Empty></div>
                        }.into_any() } else { view! { <Form beginning/> }.into_any() })}
        </div>
    }
    .into_any()
}

#[component]
fn Form(beginning: Beginning) -> impl IntoView {
    let w = use_words();
    let action = Post::to::<BeginProduct>();
    let kept = beginning.refusal.map(AppError::Refused);
    let error = action.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let businesses = beginning.businesses;
    let business = match businesses.as_slice() {
        [only] => view! { <input type="hidden" name="business" value=only.id.to_string()/> }.into_any(),
        _ => view! {
            <SelectField name="business" label=w.t(p::BUSINESS)>
                {businesses.into_iter().map(|line| view! { <option value=line.id.to_string()>{line.name}</option> }).collect_view()}
            </SelectField>
        }
        .into_any(),
    };
    view! {
        <PostForm post=action attr:class="nk-page">
            <div><h1>{w.t(p::STEP_KIND)}</h1><p class="nk-lead">{w.fill(p::STEP_OF, &[("n", &1), ("minutes", &6)])}</p></div>
            {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
            <input type="hidden" name="product" value=beginning.product.to_string()/>
            <input type="hidden" name="form[version]" value="0"/>
            {business}
            <Field name="form[name]" label=w.t(p::NAME) hint=w.t(p::NAME_HINT) value=beginning.input.name problems/>
            <Families chosen=beginning.input.category problems/>
            <section class="nk-card nk-card-pad">
                <h2 class="nk-legend">{w.t(p::NEEDS)}</h2>
                <ul class="nk-checks mt-2">
                    <li><Icon icon=icondata_lu::LuCamera/><span>{w.t(p::NEEDS_PHOTOS)}</span></li>
                    <li><Icon icon=icondata_lu::LuTag/><span>{w.t(p::NEEDS_TERMS)}</span></li>
                    <li><Icon icon=icondata_lu::LuFileCheck/><span>{w.t(p::NEEDS_LICENCES)}</span></li>
                    <li><Icon icon=icondata_lu::LuStore/><span>{w.t(p::NEEDS_CONSENT)}</span></li>
                </ul>
            </section>
            <div class="nk-pin"><button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(p::SAVE_NEXT)}</button></div>
        </PostForm>
    }
}
