//! The last step: the label, what is still missing and where to mend it, and sending in.

use domain::{
    Refusal,
    curation::{LabelItem, Missing},
    gallery::WritingStep,
    ids::{BusinessId, ProductId},
};
use leptos::prelude::*;
use leptos_router::components::A;

use super::{
    api::Writing,
    label_item, missing_sentence,
    write::{StepFields, StepHead, address, step_error},
};
use crate::{
    AppError,
    post::{Post, PostForm},
    ui::{Callout, Icon, Tone, error_sentence},
    words::{products as p, use_words},
};

/// The step.
#[component]
pub(super) fn SendStep(page: Writing, save: Post, submit: Post) -> impl IntoView {
    let w = use_words();
    let (error, judged) = (step_error(save, page.refusal), page.judged);
    let (id, business, form, missing) = (
        page.file.id,
        page.file.business,
        page.file.form,
        page.file.missing,
    );
    let label = (form.category == "food").then(|| {
        let items = LabelItem::ALL.iter().map(|item| view! {
            <label class="nk-check">
                <input type="checkbox" name="form[label][]" value=item.as_str() checked=form.label.contains(item)/>
                <span>{w.t(label_item(*item))}</span>
            </label>
        }).collect_view();
        view! {
            <PostForm post=save attr:class="nk-card nk-card-pad nk-form">
                <StepFields product=id version=form.version step=WritingStep::Send save/>
                <fieldset class="nk-fieldset">
                    <legend class="nk-legend">{w.t(p::LABEL)}</legend>
                    <p class="nk-hint">{w.t(p::LABEL_HINT)}</p>
                    {items}
                </fieldset>
                <button class="nk-btn nk-btn-outline">{w.t(p::LABEL_SAVE)}</button>
            </PostForm>
        }
    });
    let refused = move || match submit.last() {
        Some(Err(error)) if !matches!(error, AppError::Refused(Refusal::Incomplete(_))) => {
            Some(view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })
        }
        _ => None,
    };
    let ready = missing.is_empty();
    let lines = missing
        .into_iter()
        .map(|what| view! { <Lacks what id business/> });
    view! {
        <div class="nk-page">
            <StepHead step=WritingStep::Send error judged/>
            {label}
            {if ready {
                view! { <Callout tone=Tone::Ok>{w.t(p::READY)}</Callout> }.into_any()
            } else {
                view! {
                    <section class="nk-group" aria-label=w.t(p::MISSING)>
                        <header class="nk-card-head"><h2>{w.t(p::MISSING)}</h2></header>
                        <div class="nk-card nk-rows">{lines.collect_view()}</div>
                    </section>
                }.into_any()
            }}
            {page.entry.map(|entry| view! { <p><A href=format!("/hasil/{entry}") attr:class="nk-link">{w.t(p::LAST_RESULT)}</A></p> })}
            {refused}
            <PostForm post=submit attr:class="nk-pin">
                <input type="hidden" name="product" value=id.to_string()/>
                <button class="nk-btn nk-btn-primary nk-btn-wide" disabled=!ready aria-busy=move || submit.busy().then_some("true")>{w.t(p::SEND)}</button>
                <p>{w.t(p::SEND_HINT)}</p>
            </PostForm>
        </div>
    }
}

/// One thing that is missing, leading to where it is mended.
#[component]
fn Lacks(what: Missing, id: ProductId, business: BusinessId) -> impl IntoView {
    let w = use_words();
    let href = match what {
        Missing::Photo | Missing::LabelPhoto | Missing::Description => {
            address(id, WritingStep::Photos)
        }
        Missing::Price | Missing::Capacity | Missing::NetContent => address(id, WritingStep::Terms),
        Missing::Label(_) => address(id, WritingStep::Send),
        Missing::Licence(_) => format!("/usaha/{business}#izin"),
        Missing::GalleryConsent => "/saya".into(),
    };
    view! {
        <A href attr:class="nk-row">
            <span class="nk-tile nk-tile-wait"><Icon icon=icondata_lu::LuCircleAlert/></span>
            <span><b>{missing_sentence(w, what)}</b></span>
            <Icon icon=icondata_lu::LuChevronRight/>
        </A>
    }
}
