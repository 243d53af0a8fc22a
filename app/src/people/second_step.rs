//! On `/saya/keamanan`: the second step of signing in, off, waiting for its app, or on.

use domain::Refusal;
use leptos::prelude::*;

use super::security_api::{
    ConfirmSecondStep, EndSecondStep, NewSpareCodes, OpenSecondStep, SECOND_STEP_OFF,
    SECOND_STEP_ON, SPARE_CODES, SecondStep,
};
use crate::{
    AppError,
    post::{Post, PostForm, accepted},
    ui::{Callout, Field, Icon, Tone, error_sentence, fields_of},
    words::{people as p, use_words},
};

/// The forms of the section.
#[derive(Clone, Copy)]
pub struct SecondStepForms {
    open: Post,
    confirm: Post,
    end: Post,
    codes: Post,
}

impl SecondStepForms {
    /// Forms that were not sent yet.
    pub fn unsent() -> Self {
        Self {
            open: Post::to::<OpenSecondStep>(),
            confirm: Post::to::<ConfirmSecondStep>(),
            end: Post::to::<EndSecondStep>(),
            codes: Post::to::<NewSpareCodes>(),
        }
    }

    /// How often any was accepted.
    pub fn accepted(self) -> impl Fn() -> u32 + Copy {
        accepted([self.open, self.confirm, self.end, self.codes])
    }
}

/// The section.
#[component]
pub fn SecondStepSection(
    /// How it stands.
    stands: SecondStep,
    /// Spare codes made a moment ago.
    fresh_codes: Vec<String>,
    /// Which form was refused, and why.
    refused: Option<(String, Refusal)>,
    /// The forms.
    forms: SecondStepForms,
) -> impl IntoView {
    let w = use_words();
    let kept = move |form: &str| {
        let found = refused.as_ref().filter(|(refused, _)| refused == form);
        found.map(|(_, why)| AppError::Refused(why.clone()))
    };
    let body = match stands {
        SecondStep::Off => view! {
            <PostForm post=forms.open attr:class="nk-btn-row">
                <button class="nk-btn nk-btn-outline">{w.t(p::STEP_OPEN)}</button>
            </PostForm>
        }
        .into_any(),
        SecondStep::Waiting { secret, square } => view! {
            <Waiting secret square forms kept=kept(SECOND_STEP_ON)/>
        }
        .into_any(),
        SecondStep::On { spare_codes } => view! {
            <On spare_codes forms kept_codes=kept(SPARE_CODES) kept_end=kept(SECOND_STEP_OFF)/>
        }
        .into_any(),
    };
    view! {
        <section class="nk-card nk-card-pad nk-stack" id="langkah-kedua">
            <div class="nk-card-head"><div><h2>{w.t(p::STEP)}</h2><p class="nk-muted">{w.t(p::STEP_HINT)}</p></div></div>
            {(!fresh_codes.is_empty()).then(|| view! { <FreshCodes codes=fresh_codes/> })}
            {body}
        </section>
    }
}

/// Spare codes, shown once.
#[component]
fn FreshCodes(codes: Vec<String>) -> impl IntoView {
    let w = use_words();
    let codes = codes
        .into_iter()
        .map(|code| view! { <li>{code}</li> })
        .collect_view();
    view! {
        <Callout tone=Tone::Ok>
            <b>{w.t(p::STEP_CODES_FRESH)}</b>
            <p>{w.t(p::STEP_CODES_KEEP)}</p>
            <ul class="nk-spare">{codes}</ul>
        </Callout>
    }
}

/// The secret for the app, and the first code of it.
#[component]
fn Waiting(
    secret: String,
    square: String,
    forms: SecondStepForms,
    kept: Option<AppError>,
) -> impl IntoView {
    let w = use_words();
    let error = forms.confirm.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    view! {
        <ol class="nk-steps-list">
            <li>{w.t(p::STEP_ONE)}</li>
            <li>{w.t(p::STEP_TWO)}
                <div class="nk-square" role="img" aria-label=w.t(p::STEP_SQUARE) inner_html=square></div>
                <details><summary>{w.t(p::STEP_BY_HAND)}</summary><p class="nk-secret">{secret}</p></details>
            </li>
            <li>{w.t(p::STEP_THREE)}</li>
        </ol>
        <PostForm post=forms.confirm attr:class="nk-form">
            {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
            <Field name="code" label=w.t(p::STEP_CODE) mode="numeric" complete="one-time-code" problems/>
            <div class="nk-btn-row"><button class="nk-btn nk-btn-primary">{w.t(p::STEP_CONFIRM)}</button></div>
        </PostForm>
        <PostForm post=forms.end><button class="nk-btn nk-btn-text nk-btn-small">{w.t(p::STEP_GIVE_UP)}</button></PostForm>
    }
}

/// On: fresh spare codes, and switching it off.
#[component]
fn On(
    spare_codes: i64,
    forms: SecondStepForms,
    kept_codes: Option<AppError>,
    kept_end: Option<AppError>,
) -> impl IntoView {
    let w = use_words();
    let left = w.fill(p::STEP_CODES_LEFT, &[("count", &spare_codes.to_string())]);
    let part = move |post: Post, kept: Option<AppError>, title, hint, class| {
        let open = kept.is_some();
        let error = post.error(kept);
        let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
        view! {
            <details class="nk-more" open=open>
                <summary>{w.t(title)}</summary>
                <PostForm post attr:class="nk-form">
                    {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                    <p class="nk-muted">{w.t(hint)}</p>
                    <Field name="password" label=w.t(p::PASSWORD_OLD) kind="password" complete="current-password" problems/>
                    <div class="nk-btn-row"><button class=class>{w.t(title)}</button></div>
                </PostForm>
            </details>
        }
    };
    view! {
        <p class="nk-okay"><Icon icon=icondata_lu::LuShieldCheck/>{w.t(p::STEP_IS_ON)}" "{left}</p>
        {part(forms.codes, kept_codes, p::STEP_CODES_NEW, p::STEP_CODES_NEW_HINT, "nk-btn nk-btn-outline")}
        {part(forms.end, kept_end, p::STEP_END, p::STEP_END_HINT, "nk-btn nk-btn-outline")}
    }
}
