//! Sign-in and sign-up: plain forms that work on the worst phone.

use axum::response::Response;
use centre::people::SignUp;
use domain::{Refusal, people::Purpose};
use leptos::prelude::*;

use crate::{
    paper::{Sheet, Visit, to},
    request,
    ui::{Callout, Field, HiddenBack, Icon, Problems, Tone, fields_of, refusal_sentence},
    words::{people as p, use_words},
};

/// Problems of single fields, and the sentence for everything else.
pub(super) fn said(refusal: Option<&Refusal>) -> (Problems, Option<String>) {
    let w = use_words();
    let problems = fields_of(
        refusal
            .map(|refusal| crate::AppError::Refused(refusal.clone()))
            .as_ref(),
    );
    (
        problems,
        refusal.map(|refusal| refusal_sentence(w, refusal)),
    )
}

/// Where it goes on once somebody is in.
fn onward_next(visit: &Visit) -> String {
    request::local_path(&visit.query("ke").unwrap_or_default(), "/beranda")
}

fn next_hidden(visit: &Visit) -> impl IntoView + use<> {
    view! { <input type="hidden" name="next" value=onward_next(visit)/> }
}

/// The other door, or this one again, that leads on to the same place.
fn onward(visit: &Visit, door: &str) -> String {
    let door = to(door);
    match visit.query("ke") {
        Some(_) => request::door(&door, &onward_next(visit)),
        None => door,
    }
}

/// `/masuk`.
pub async fn sign_in(visit: Visit) -> Response {
    let draft = visit.draft::<String>("sign_in").await;
    let (contact, refusal) = draft
        .map(|draft| (draft.input, draft.refusal))
        .unwrap_or_default();
    visit.page(|visit| {
        let w = visit.words;
        let (_, sentence) = said(refusal.as_ref());
        let body = view! {
            <div class="nk-door">
                <div><h1>{w.t(p::SIGN_IN_TITLE)}</h1><p class="nk-lead">{w.t(p::SIGN_IN_LEAD)}</p></div>
                {sentence.map(|sentence| view! { <Callout tone=Tone::Error>{sentence}</Callout> })}
                <form class="nk-form" method="post" action="/api/people/sign_in">
                    {next_hidden(visit)}
                    <HiddenBack to=onward(visit, "/masuk")/>
                    <Field name="contact" label=w.t(p::CONTACT) hint=w.t(p::CONTACT_HINT) value=contact complete="username"/>
                    <Field name="password" label=w.t(p::PASSWORD) kind="password" complete="current-password"/>
                    <button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(p::SIGN_IN)}</button>
                </form>
                {visit.centre().passkeys.is_open().then(|| view! { <PasskeyDoor next=onward_next(visit)/> })}
                <p class="nk-small"><a class="nk-link" href=to("/lupa-sandi")>{w.t(p::FORGOT)}</a></p>
                <p class="nk-small">{w.t(p::NO_ACCOUNT)}" "<a class="nk-link" href=onward(visit, "/daftar")>{w.t(p::SIGN_UP)}</a></p>
            </div>
        };
        Sheet::new(w.t(p::SIGN_IN_TITLE), body).about(w.t(p::SIGN_IN_LEAD))
    })
}

/// Signing in with a passkey. The browser's part is a script, without which the button is not shown.
#[component]
fn PasskeyDoor(next: String) -> impl IntoView {
    let w = use_words();
    view! {
        <form class="nk-form nk-passkey" data-kunci="masuk" method="post">
            <p class="nk-or">{w.t(p::PASSKEY_OR)}</p>
            <input type="hidden" name="next" value=next/>
            <p class="nk-error" data-galat=w.t(p::PASSKEY_FAILED) role="alert" hidden></p>
            <button class="nk-btn nk-btn-outline nk-btn-wide"><Icon icon=icondata_lu::LuFingerprint/>{w.t(p::PASSKEY_SIGN_IN)}</button>
        </form>
        <script type="module" src="/kunci.js"></script>
    }
}

/// `/masuk/kode`: the second step.
pub async fn second_step(visit: Visit) -> Response {
    let draft = visit.draft::<()>("second_step").await;
    let refusal = draft.and_then(|draft| draft.refusal);
    visit.page(|visit| {
        let w = visit.words;
        let (problems, sentence) = said(refusal.as_ref());
        let problems = Signal::stored(problems);
        let body = view! {
            <div class="nk-door">
                <div><h1>{w.t(p::STEP_ASK)}</h1><p class="nk-lead">{w.t(p::STEP_ASK_LEAD)}</p></div>
                {sentence.map(|sentence| view! { <Callout tone=Tone::Error>{sentence}</Callout> })}
                <form class="nk-form" method="post" action="/api/people/second_step">
                    {next_hidden(visit)}
                    <HiddenBack to=onward(visit, request::SECOND_STEP)/>
                    <Field name="code" label=w.t(p::STEP_CODE) hint=w.t(p::STEP_CODE_HINT) complete="one-time-code" problems/>
                    <button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(p::SIGN_IN)}</button>
                </form>
                <p class="nk-small">{w.t(p::STEP_LOST)}</p>
                <p class="nk-small"><a class="nk-link" href=onward(visit, "/masuk")>{w.t(p::STEP_AGAIN)}</a></p>
            </div>
        };
        Sheet::new(w.t(p::STEP_ASK), body).about(w.t(p::STEP_ASK_LEAD)).unlisted().private()
    })
}

/// `/daftar`.
pub async fn sign_up(visit: Visit) -> Response {
    let draft = visit.draft::<SignUp>("sign_up").await;
    let fresh = draft.is_none();
    let (input, refusal) = draft
        .map(|draft| (draft.input, draft.refusal))
        .unwrap_or_default();
    visit.page(|visit| {
        let w = visit.words;
        let (problems, sentence) = said(refusal.as_ref());
        let problems = Signal::stored(problems);
        let weak = matches!(refusal, Some(Refusal::WeakPassword(_)));
        let switch = move |purpose: Purpose, title, text, icon| {
            let on = input.purposes.contains(&purpose) || (fresh && purpose == Purpose::Service);
            view! {
                <label class="nk-switch">
                    <Icon icon/>
                    <span><b>{title}</b><small>{text}</small></span>
                    <input type="checkbox" role="switch" name="purposes[]" value=purpose.as_str() checked=on/>
                </label>
            }
        };
        let must_agree =
            problems.with_untracked(|all| all.iter().any(|problem| problem.field == "service"));
        let form = view! {
            {sentence.map(|sentence| view! { <Callout tone=Tone::Error>{sentence}</Callout> })}
            <form class="nk-form" method="post" action="/api/people/sign_up">
                {next_hidden(visit)}
                <HiddenBack to=onward(visit, "/daftar")/>
                <input type="hidden" name="language" value=w.language.as_str()/>
                <Field name="name" label=w.t(p::NAME) hint=w.t(p::NAME_HINT) value=input.name.clone() complete="name" problems/>
                <Field name="contact" label=w.t(p::CONTACT) hint=w.t(p::CONTACT_HINT) value=input.contact.clone() complete="username" problems/>
                <Field name="password" label=w.t(p::PASSWORD) hint=w.t(p::PASSWORD_HINT) kind="password" complete="new-password" problems/>
                {weak.then(|| view! { <p class="nk-hint">{w.t(p::PASSWORD_AGAIN)}</p> })}
                <fieldset class="nk-fieldset">
                    <legend class="nk-legend">{w.t(p::CONSENT)}</legend>
                    <p class="nk-hint">{w.t(p::CONSENT_HINT)}</p>
                    <div class="nk-switches">
                        {switch(Purpose::Service, w.t(p::CONSENT_SERVICE), w.t(p::CONSENT_SERVICE_TEXT), icondata_lu::LuStethoscope)}
                        {switch(Purpose::Gallery, w.t(p::CONSENT_GALLERY), w.t(p::CONSENT_GALLERY_TEXT), icondata_lu::LuStore)}
                        {switch(Purpose::Sharing, w.t(p::CONSENT_SHARING), w.t(p::CONSENT_SHARING_TEXT), icondata_lu::LuHandshake)}
                        {switch(Purpose::Statistics, w.t(p::CONSENT_STATISTICS), w.t(p::CONSENT_STATISTICS_TEXT), icondata_lu::LuChartColumn)}
                    </div>
                    {must_agree.then(|| view! { <p class="nk-error">{w.t(crate::words::refusals::MUST_AGREE)}</p> })}
                </fieldset>
                <button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(p::SIGN_UP)}</button>
            </form>
        };
        let body = view! {
            <div class="nk-door">
                <div><h1>{w.t(p::SIGN_UP_TITLE)}</h1><p class="nk-lead">{w.t(p::SIGN_UP_LEAD)}</p></div>
                {form}
                <p class="nk-small">{w.t(p::HAVE_ACCOUNT)}" "<a class="nk-link" href=onward(visit, "/masuk")>{w.t(p::SIGN_IN)}</a></p>
            </div>
        };
        Sheet::new(w.t(p::SIGN_UP_TITLE), body).about(w.t(p::SIGN_UP_LEAD))
    })
}
