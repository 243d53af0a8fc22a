//! `/suara/{secret}`: what was told and what was answered, for whoever has the link.

use axum::{Form, extract::Path, response::Response};
use centre::{centres, feedback};
use domain::{
    feedback::{Conversation, Message},
    place::Zone,
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{
    super::names::{StandingMark, kind_name},
    line::Line,
};
use crate::{
    AppError,
    paper::{Sheet, Visit, to},
    ui::{Callout, Problems, TextArea, Tone, error_sentence, fields_of},
    words::{centres as c, feedback as f},
};

/// The name under which a refused reply is kept.
const REPLY: &str = "feedback_reply";

/// The page.
pub async fn page(visit: Visit, Path(secret): Path<String>) -> Response {
    let found = read(&visit, &secret).await;
    let draft = visit.draft::<String>(REPLY).await;
    visit.show(found, |visit, (talk, zone)| {
        let (text, refusal) = draft
            .map(|draft| (draft.input, draft.refusal))
            .unwrap_or_default();
        let error = refusal.map(AppError::Refused);
        draw(visit, &secret, talk, zone, text, error)
    })
}

async fn read(visit: &Visit, secret: &str) -> centre::Result<(Conversation, Zone)> {
    let talk = feedback::conversation_by_secret(visit.centre(), secret).await?;
    let line = centres::line(visit.centre(), &talk.centre_slug).await?;
    Ok((talk, line.zone))
}

fn draw(
    visit: &Visit,
    secret: &str,
    talk: Conversation,
    zone: Zone,
    typed: String,
    error: Option<AppError>,
) -> Sheet {
    let w = visit.words;
    let title = format!("{}: {}", w.t(kind_name(talk.kind)), talk.centre);
    let problems: Signal<Problems> = Signal::stored(fields_of(error.as_ref()));
    let sentence = error.as_ref().map(|error| error_sentence(w, error));
    let sentence = sentence.map(|text| view! { <Callout tone=Tone::Error>{text}</Callout> });
    let here = to(&format!("/suara/{secret}"));
    let whole = format!("{}{here}", visit.face.public_url);
    let new = visit.query("baru").map(|_| {
        view! { <Callout tone=Tone::Ok><b>{w.t(f::RECEIVED)}</b>" "{w.t(f::RECEIVED_LEAD)}</Callout> }
    });
    let sent = visit
        .query("terkirim")
        .map(|_| view! { <Callout tone=Tone::Ok>{w.t(f::REPLY_SENT)}</Callout> });
    let staff = w.fill(f::STAFF, &[("centre", &talk.centre)]);
    let said = talk.messages.into_iter().map(|message: Message| {
        let (class, who) = match message.from_centre {
            true => ("", staff.clone()),
            false => ("is-mine", w.t(f::YOU).to_owned()),
        };
        let at = zone.moment(message.at, w.language);
        view! { <li class=class><p>{message.text}</p><small>{who}" · "{at}</small></li> }
    });
    let register = talk.register.map(|line| {
        view! { <section class="nk-section"><h2>{w.t(f::OF_REGISTER)}</h2><ol class="nk-register"><Line line/></ol></section> }
    });
    let centre = to(&format!("/plut/{}", talk.centre_slug));
    let body = view! {
        <div class="nk-wrap nk-narrow">
            <nav class="nk-crumbs" aria-label=w.t(c::LIST_TITLE)>
                <ol><li><a href=centre>{talk.centre.clone()}</a></li><li>{w.t(c::VOICE)}</li></ol>
            </nav>
            <header class="nk-page-head"><h1>{title.clone()}</h1><p><StandingMark standing=talk.standing zone/></p></header>
            {new}
            <ol class="nk-talk">{said.collect_view()}</ol>
            <form class="nk-form" id="balas" method="post" action=here>
                {sentence}{sent}
                <TextArea name="text" label=w.t(f::REPLY) value=typed problems/>
                <button class="nk-btn nk-btn-outline nk-btn-wide">{w.t(f::SEND)}</button>
            </form>
            {register}
            <p class="nk-small nk-muted nk-gallery-end">{w.t(f::ADDRESS_IS)}" "<span class="nk-address">{whole}</span></p>
        </div>
    };
    Sheet::new(title, body).private()
}

/// A reply as typed.
#[derive(Debug, Deserialize)]
pub struct Reply {
    #[serde(default)]
    text: String,
}

/// Who told writes again.
pub async fn reply(
    visit: Visit,
    Path(secret): Path<String>,
    Form(Reply { text }): Form<Reply>,
) -> Response {
    let outcome = match visit.count_try() {
        Ok(()) => feedback::reply_by_secret(visit.centre(), &secret, &text).await,
        Err(refusal) => Err(refusal.into()),
    };
    visit
        .replied(REPLY, &format!("/suara/{secret}"), &text, outcome)
        .await
}
