//! On `/saya`: language, one mail a day, and the hours without mail.

use domain::{language::Language, people::Settings};
use leptos::{prelude::*, server_fn::ServerFn};

use super::api::SaveSettings;
use crate::{
    AppError,
    ui::{Callout, SelectField, Tone, error_sentence},
    words::{people as p, use_words},
};

/// The form. A plain one: words come with a page, so another language needs another page.
#[component]
pub fn SettingsSection(
    /// What stands, or what was refused.
    settings: Settings,
    /// Why it was refused.
    refusal: Option<domain::Refusal>,
    /// Whether it was saved a moment ago.
    saved: bool,
) -> impl IntoView {
    let w = use_words();
    let languages = Language::ALL
        .iter()
        .map(|language| {
            // Each in its own words: whoever landed in the wrong one must find the way out.
            let name = match language {
                Language::Id => "Bahasa Indonesia",
                Language::En => "English",
            };
            view! { <option value=language.as_str() lang=language.as_str() selected=*language == settings.language>{name}</option> }
        })
        .collect_view();
    let refused = refusal
        .map(AppError::Refused)
        .map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> });
    view! {
        <section class="nk-card nk-card-pad" id="setelan">
            <div class="nk-card-head"><h2>{w.t(p::SETTINGS)}</h2></div>
            {saved.then(|| view! { <Callout tone=Tone::Ok>{w.t(p::SETTINGS_SAVED)}</Callout> })}
            {refused}
            <form method="post" action=SaveSettings::PATH class="nk-form">
                <SelectField name="form[language]" label=w.t(p::SETTINGS_LANGUAGE)>{languages}</SelectField>
                <label class="nk-check">
                    <input type="checkbox" name="form[mail_digest]" value="true" checked=settings.mail_digest/>
                    <span>{w.t(p::SETTINGS_DIGEST)}<small>{w.t(p::SETTINGS_DIGEST_HINT)}</small></span>
                </label>
                <SelectField name="form[quiet_from]" label=w.t(p::SETTINGS_QUIET_FROM) hint=w.t(p::SETTINGS_QUIET_HINT)>{hours(settings.quiet_from)}</SelectField>
                <SelectField name="form[quiet_until]" label=w.t(p::SETTINGS_QUIET_UNTIL)>{hours(settings.quiet_until)}</SelectField>
                <div class="nk-btn-row"><button class="nk-btn nk-btn-outline">{w.t(p::SETTINGS_SAVE)}</button></div>
            </form>
        </section>
    }
}

/// The hours of a day: `00.00` to `23.00`.
fn hours(chosen: i64) -> impl IntoView {
    (0..24)
        .map(|hour| view! { <option value=hour selected=hour == chosen>{format!("{hour:02}.00")}</option> })
        .collect_view()
}
