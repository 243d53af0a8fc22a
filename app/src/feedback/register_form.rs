//! The form of one line of the register.

use domain::{Refusal, feedback::Progress};
use leptos::prelude::*;

use super::{api::RegisterPage, names::progress_name};
use crate::{
    AppError,
    post::{Post, PostForm, Saved},
    ui::{Callout, Field, SelectField, TextArea, Tone, error_sentence, fields_of},
    words::{feedback as f, ui, use_words},
};

/// A new line, or the one that is changed.
#[component]
pub(super) fn Editing(
    page: RegisterPage,
    refusal: Option<Refusal>,
    is_new: bool,
    save: Post,
) -> impl IntoView {
    let w = use_words();
    let error = save.error(refusal.map(AppError::Refused));
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let form = page.form;
    let progress: Progress = form.progress.parse().unwrap_or_default();
    let steps = Progress::ALL.iter().map(|step| {
        let on = *step == progress;
        view! { <option value=step.as_str() selected=on>{w.t(progress_name(*step))}</option> }
    });
    let steps = steps.collect_view();
    let owners = page.owners.into_iter().map(|(id, name)| {
        let id = id.to_string();
        let on = id == form.owner;
        view! { <option value=id selected=on>{name}</option> }
    });
    let owners = owners.collect_view();
    let feedback = page.feedback.map(|id| id.to_string()).unwrap_or_default();
    let title = w.t(if is_new { f::LINE_NEW } else { f::LINE_EDIT });
    view! {
        <section class="nk-card nk-card-pad" id="butir">
            <header class="nk-card-head"><h2>{title}</h2></header>
            <PostForm post=save attr:class="nk-form">
                {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <input type="hidden" name="centre" value=page.centre.to_string()/>
                <input type="hidden" name="improvement" value=page.edited.to_string()/>
                <input type="hidden" name="feedback" value=feedback/>
                <TextArea name="form[heard_id]" label=w.t(f::FIELD_HEARD_ID) hint=w.t(f::MAKE_LINE_HINT) value=form.heard_id problems/>
                <TextArea name="form[heard_en]" label=w.t(f::FIELD_HEARD_EN) value=form.heard_en problems/>
                <SelectField name="form[progress]" label=w.t(f::FIELD_PROGRESS) problems>{steps}</SelectField>
                <TextArea name="form[action_id]" label=w.t(f::FIELD_ACTION_ID) value=form.action_id problems/>
                <TextArea name="form[action_en]" label=w.t(f::FIELD_ACTION_EN) value=form.action_en problems/>
                <SelectField name="form[owner]" label=w.t(f::FIELD_OWNER) problems>
                    <option value="">{w.t(f::FIELD_OWNER_NONE)}</option>{owners}
                </SelectField>
                <Field name="form[due_on]" label=w.t(f::FIELD_DUE) kind="date" value=form.due_on problems/>
                <TextArea name="form[evidence_id]" label=w.t(f::FIELD_EVIDENCE_ID) value=form.evidence_id problems/>
                <TextArea name="form[evidence_en]" label=w.t(f::FIELD_EVIDENCE_EN) value=form.evidence_en problems/>
                <Saved post=save/>
                <button class="nk-btn nk-btn-primary">{w.t(ui::SAVE)}</button>
            </PostForm>
        </section>
    }
}
