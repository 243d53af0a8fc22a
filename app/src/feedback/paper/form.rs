//! `/plut/{slug}/suara`: telling a centre. No account, no script, no name needed.

use axum::{
    Form,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use centre::{centres, feedback};
use domain::{
    centres::CentreLine,
    feedback::{FeedbackForm, FeedbackKind},
};
use leptos::prelude::*;

use super::super::names::kind_name;
use crate::{
    AppError,
    gallery::paper::mark,
    paper::{Sheet, Visit, to},
    ui::{Callout, Field, Icon, Problems, TextArea, Tone, error_sentence, fields_of},
    words::{Key, centres as c, feedback as f, use_words},
};

/// The name under which a refused form is kept.
const FORM: &str = "give_feedback";

struct Page {
    centre: CentreLine,
    clock: (i64, String),
    form: FeedbackForm,
    error: Option<AppError>,
}

/// The form.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Response {
    let found = read(&visit, &slug).await;
    visit.show(found, draw)
}

async fn read(visit: &Visit, slug: &str) -> centre::Result<Page> {
    let centre = centres::line(visit.centre(), slug).await?;
    let clock = feedback::register(visit.centre(), slug).await?.clock;
    let draft = visit.draft::<FeedbackForm>(FORM).await;
    let (mut form, refusal) = draft
        .map(|draft| (draft.input, draft.refusal))
        .unwrap_or_default();
    if form.once.is_empty() {
        form.once = mark();
    }
    Ok(Page {
        centre,
        clock,
        form,
        error: refusal.map(AppError::Refused),
    })
}

fn draw(visit: &Visit, page: Page) -> Sheet {
    let w = visit.words;
    let Page {
        centre,
        clock: (days, source),
        form,
        error,
    } = page;
    let title = w.fill(f::TITLE, &[("centre", &centre.name)]);
    let lead = w.fill(f::LEAD, &[("n", &days), ("source", &source)]);
    let problems: Signal<Problems> = Signal::stored(fields_of(error.as_ref()));
    let sentence = error.as_ref().map(|error| error_sentence(w, error));
    let sentence = sentence.map(|text| view! { <Callout tone=Tone::Error>{text}</Callout> });
    let here = to(&format!("/plut/{}", centre.slug));
    let action = format!("{here}/suara");
    let chosen: FeedbackKind = form.kind.parse().unwrap_or_default();
    let kinds = [
        (FeedbackKind::Complaint, f::KIND_COMPLAINT_HINT),
        (FeedbackKind::Suggestion, f::KIND_SUGGESTION_HINT),
    ];
    let kinds = kinds.map(|(kind, hint)| view! { <Kind kind hint on=chosen == kind/> });
    let body = view! {
        <div class="nk-wrap nk-narrow">
            <nav class="nk-crumbs" aria-label=w.t(c::LIST_TITLE)>
                <ol><li><a href=here.clone()>{centre.name}</a></li><li>{w.t(c::VOICE)}</li></ol>
            </nav>
            <header class="nk-page-head"><h1>{title.clone()}</h1><p class="nk-lead">{lead.clone()}</p></header>
            <form class="nk-form" id="suara" method="post" action=action>
                {sentence}
                <input type="hidden" name="once" value=form.once/>
                <fieldset class="nk-fieldset"><legend class="nk-label">{w.t(f::KIND)}</legend>{kinds.into_iter().collect_view()}</fieldset>
                <TextArea name="text" label=w.t(f::TEXT) hint=w.t(f::TEXT_HINT) value=form.text problems/>
                <Field name="name" label=w.t(f::NAME) complete="name" value=form.name problems/>
                <Field name="contact" label=w.t(f::CONTACT) hint=w.t(f::CONTACT_HINT) value=form.contact problems/>
                <button class="nk-btn nk-btn-primary nk-btn-wide"><Icon icon=icondata_lu::LuSend/>{w.t(f::SEND)}</button>
                <p class="nk-small nk-muted">{w.t(f::PROMISE)}</p>
            </form>
            <p class="nk-gallery-end"><a class="nk-link" href=format!("{here}/perbaikan")>{w.t(c::VOICE_REGISTER)}</a></p>
        </div>
    };
    Sheet::new(title, body).about(lead).place("/plut")
}

#[component]
fn Kind(kind: FeedbackKind, hint: Key, on: bool) -> impl IntoView {
    let w = use_words();
    view! {
        <label class="nk-check"><input type="radio" name="kind" value=kind.as_str() checked=on/>
            <span>{w.t(kind_name(kind))}<small>{w.t(hint)}</small></span></label>
    }
}

/// Sends it, and leads to the secret link.
pub async fn send(
    visit: Visit,
    Path(slug): Path<String>,
    Form(mut form): Form<FeedbackForm>,
) -> Response {
    form.language = visit.words.language;
    let outcome = match visit.count_try() {
        Ok(()) => feedback::give_feedback(visit.centre(), &slug, &form).await,
        Err(refusal) => Err(refusal.into()),
    };
    let here = format!("/plut/{slug}/suara");
    match outcome {
        Ok(secret) => {
            let next = format!("{}?baru=1", visit.to(&format!("/suara/{secret}")));
            Redirect::to(&next).into_response()
        }
        Err(centre::Error::Refused(domain::Refusal::NotFound)) => {
            visit.sorry(AppError::Refused(domain::Refusal::NotFound))
        }
        Err(centre::Error::Refused(refusal)) => {
            match visit.keep(FORM, &here, &form, Some(&refusal)).await {
                Ok(next) => Redirect::to(&format!("{next}#suara")).into_response(),
                Err(error) => visit.failed(error),
            }
        }
        Err(error) => visit.failed(error),
    }
}
