//! Asking: a basket becomes one message a maker, followed on a secret link and handed over to WhatsApp.

use std::fmt::Write;

use axum::{
    Form,
    extract::Path,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use centre::gallery;
use domain::{
    gallery::{Inquiry, InquiryForm, InquiryItem, Message, whatsapp_link},
    place::date,
};
use leptos::prelude::*;

use super::{Basket, address, basket::keep_quantities};
use crate::{
    AppError,
    paper::{LETTERS, Sheet, Visit, to},
    ui::{Callout, Empty, Icon, Problems, TextArea, Tone, fields_of},
    words::{Words, gallery as g, use_words},
};

/// The name under which a refused inquiry is kept.
pub(super) const FORM: &str = "inquire";
/// The name under which a refused reply is kept.
const REPLY: &str = "reply";
/// Links that one browser remembers, at most.
const REMEMBERED: usize = 20;
/// Days they are remembered.
const DAYS: u32 = 180;

/// A mark of a page's form that nobody can guess.
pub(crate) fn mark() -> String {
    format!(
        "{}{}",
        uuid::Uuid::now_v7().simple(),
        uuid::Uuid::now_v7().simple()
    )
}

/// The form as it was sent.
pub(super) fn typed(visit: &Visit, pairs: &[(String, String)]) -> InquiryForm {
    let mut form = InquiryForm {
        language: visit.words.language,
        ..InquiryForm::default()
    };
    for (name, value) in pairs {
        let value = value.clone();
        match name.as_str() {
            "once" => form.once = value,
            "name" => form.name = value,
            "contact" => form.contact = value,
            "place" => form.place = value,
            "wanted_on" => form.wanted_on = value,
            "message" => form.message = value,
            "produk" => form.items.push(InquiryItem {
                product: value,
                quantity: String::new(),
            }),
            "jumlah" => {
                if let Some(item) = form.items.last_mut() {
                    item.quantity = value;
                }
            }
            _ => {}
        }
    }
    form
}

/// Sends the basket.
pub async fn send(mut visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> Response {
    let form = typed(&visit, &pairs);
    keep_quantities(&mut visit.basket, &form);
    let outcome = match visit.count_try() {
        Ok(()) => gallery::inquire(visit.centre(), &form).await,
        Err(refusal) => Err(refusal.into()),
    };
    match outcome {
        Ok(sent) => {
            let mut letters: Vec<String> = sent.iter().map(|sent| sent.secret.clone()).collect();
            let new = letters.len();
            letters.extend(
                visit
                    .letters
                    .iter()
                    .filter(|old| sent.iter().all(|sent| sent.secret != **old))
                    .cloned(),
            );
            letters.truncate(REMEMBERED);
            let cookies = [
                visit.cookie(LETTERS, &letters.join("."), DAYS),
                visit.cookie(Basket::COOKIE, "", 0),
            ];
            let next = format!("{}?baru={new}", visit.to("/keranjang/terkirim"));
            (AppendHeaders(cookies), Redirect::to(&next)).into_response()
        }
        Err(centre::Error::Refused(refusal)) => {
            let kept = visit.keep(FORM, "/keranjang", &form, Some(&refusal)).await;
            let cookie = visit.cookie(Basket::COOKIE, &visit.basket.text(), Basket::DAYS);
            match kept {
                Ok(next) => (
                    AppendHeaders([cookie]),
                    Redirect::to(&format!("{next}#kirim")),
                )
                    .into_response(),
                Err(error) => visit.failed(error),
            }
        }
        Err(error) => visit.failed(error),
    }
}

/// `/keranjang/terkirim`: what was sent from this browser, with the way to WhatsApp.
pub async fn sent(visit: Visit) -> Response {
    let found = read(&visit).await;
    visit.show(found, draw_sent)
}

async fn read(visit: &Visit) -> centre::Result<Vec<(String, Inquiry)>> {
    let mut out = Vec::new();
    for secret in visit.letters.iter().take(REMEMBERED) {
        match gallery::inquiry_by_secret(visit.centre(), secret).await {
            Ok(inquiry) => out.push((secret.clone(), inquiry)),
            // Closed since, or never was.
            Err(centre::Error::Refused(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(out)
}

fn draw_sent(visit: &Visit, letters: Vec<(String, Inquiry)>) -> Sheet {
    let w = visit.words;
    let new: usize = visit
        .query("baru")
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    let (title, lead) = match new {
        0 => (w.t(g::SENT_LIST), w.t(g::SENT_LIST_LEAD)),
        _ => (w.t(g::SENT_TITLE), w.t(g::SENT_LEAD)),
    };
    let content = if letters.is_empty() {
        view! {
            <Empty title=w.t(g::SENT_NONE) hint=w.t(g::SENT_NONE_HINT)>
                <a class="nk-btn nk-btn-primary" href=to("/galeri")>{w.t(g::LANDING_OPEN)}</a>
            </Empty>
        }
        .into_any()
    } else {
        let site = visit.face.public_url.clone();
        let cards = letters
            .into_iter()
            .enumerate()
            .map(|(place, (secret, inquiry))| {
                view! { <Letter site=site.clone() secret inquiry new=place < new/> }
            });
        view! { <div class="nk-stack">{cards.collect_view()}</div> }.into_any()
    };
    let body = view! {
        <div class="nk-wrap nk-narrow">
            <header class="nk-page-head"><h1>{title}</h1><p class="nk-lead" role="status">{lead}</p></header>
            {content}
        </div>
    };
    Sheet::new(title, body).private()
}

/// One maker's inquiry: what was asked, WhatsApp, and the link to follow.
#[component]
fn Letter(site: String, secret: String, inquiry: Inquiry, new: bool) -> impl IntoView {
    let w = use_words();
    let link = to(&format!("/pesan/{secret}"));
    let text = ready_text(w, &inquiry);
    let whole = format!("{site}{link}");
    let class = if new {
        "nk-btn nk-btn-primary"
    } else {
        "nk-btn nk-btn-outline"
    };
    let whatsapp = inquiry.whatsapp.as_deref().map(|phone| {
        view! {
            <a class=class href=whatsapp_link(phone, &text) rel="noopener"><Icon icon=icondata_lu::LuMessageCircle/>{w.t(g::WHATSAPP)}</a>
        }
    });
    view! {
        <section class="nk-card nk-card-pad nk-letter">
            <h2>{inquiry.maker.clone()}</h2>
            {items(&inquiry)}
            <div class="nk-btn-row">
                {whatsapp}
                <a class="nk-btn nk-btn-outline" href=link>{w.t(g::FOLLOW)}</a>
            </div>
            <details>
                <summary class="nk-link">{w.t(g::WHATSAPP_TEXT)}</summary>
                <p class="nk-quote">{text}</p>
            </details>
            <p class="nk-small nk-muted">{w.t(g::FOLLOW_NOTE)}" "<span class="nk-address">{whole}</span></p>
        </section>
    }
}

fn items(inquiry: &Inquiry) -> impl IntoView + use<> {
    let items = inquiry.items.clone().into_iter().map(|item| {
        let quantity = format!(
            "{} {}",
            domain::money::grouped(item.quantity.unsigned_abs()),
            item.unit
        );
        view! { <li><b>{quantity}</b>" "<a href=address::product(&item.slug)>{item.name}</a></li> }
    });
    view! { <ul class="nk-wants">{items.collect_view()}</ul> }
}

/// What the buyer may send on WhatsApp as it stands.
fn ready_text(w: Words, inquiry: &Inquiry) -> String {
    let mut text = w.fill(
        g::WHATSAPP_READY,
        &[("maker", &inquiry.maker), ("buyer", &inquiry.buyer)],
    );
    for item in &inquiry.items {
        let _ = write!(text, "\n- {} {} {}", item.quantity, item.unit, item.name);
    }
    if let Some(day) = inquiry.wanted_on {
        let _ = write!(
            text,
            "\n{}",
            w.fill(g::WHATSAPP_WANTED, &[("day", &date(day, w.language))])
        );
    }
    if let Some(first) = inquiry.messages.first() {
        let _ = write!(text, "\n\n{}", first.text);
    }
    let _ = write!(text, "\n\n{}", w.t(g::WHATSAPP_LINK));
    text
}

/// `/pesan/{secret}`: the conversation, for whoever has the link.
pub async fn page(visit: Visit, Path(secret): Path<String>) -> Response {
    let found = gallery::inquiry_by_secret(visit.centre(), &secret).await;
    let draft = visit.draft::<String>(REPLY).await;
    visit.show(found, |visit, inquiry| {
        let (text, refusal) = draft
            .map(|draft| (draft.input, draft.refusal))
            .unwrap_or_default();
        draw(
            visit,
            &secret,
            inquiry,
            text,
            refusal.map(AppError::Refused),
        )
    })
}

fn draw(
    visit: &Visit,
    secret: &str,
    inquiry: Inquiry,
    typed: String,
    error: Option<AppError>,
) -> Sheet {
    let w = visit.words;
    let title = w.fill(g::TALK_TITLE, &[("maker", &inquiry.maker)]);
    let moment = |at| w.moment(at);
    let lead = w.fill(
        g::TALK_LEAD,
        &[
            ("at", &moment(inquiry.created_at)),
            ("maker", &inquiry.maker),
        ],
    );
    let problems: Signal<Problems> = Signal::stored(fields_of(error.as_ref()));
    let sentence = error
        .as_ref()
        .map(|error| crate::ui::error_sentence(w, error));
    let sentence =
        sentence.map(|sentence| view! { <Callout tone=Tone::Error>{sentence}</Callout> });
    let told = w.fill(g::TALK_SENT, &[("maker", &inquiry.maker)]);
    let done = visit.query("terkirim").map(|_| {
        view! { <Callout tone=Tone::Ok>{told.clone()}</Callout> }
    });
    let wanted = inquiry.wanted_on.map(|day| {
        view! { <p class="nk-small nk-muted">{w.fill(g::TALK_WANTED, &[("day", &date(day, w.language))])}</p> }
    });
    let whatsapp = inquiry.whatsapp.as_deref().map(|phone| {
        let link = whatsapp_link(phone, &ready_text(w, &inquiry));
        view! { <a class="nk-btn nk-btn-outline" href=link rel="noopener"><Icon icon=icondata_lu::LuMessageCircle/>{w.t(g::WHATSAPP)}</a> }
    });
    let maker = inquiry.maker.clone();
    let talk = inquiry.messages.clone().into_iter().map(|message: Message| {
        let (class, who) = if message.from_maker { ("", maker.clone()) } else { ("is-mine", w.t(g::TALK_YOU).to_owned()) };
        view! { <li class=class><p>{message.text}</p><small>{who}" · "{moment(message.at)}</small></li> }
    });
    let body = view! {
        <div class="nk-wrap nk-narrow">
            <header class="nk-page-head"><h1>{title.clone()}</h1><p class="nk-lead">{lead}</p></header>
            <section class="nk-card nk-card-pad nk-letter">
                <h2>{w.t(g::TALK_ASKED)}</h2>
                {items(&inquiry)}
                {wanted}
                {whatsapp.map(|link| view! { <div class="nk-btn-row">{link}</div> })}
            </section>
            <ol class="nk-talk">{talk.collect_view()}</ol>
            <form class="nk-form" id="balas" method="post" action=to(&format!("/pesan/{secret}"))>
                {sentence}{done}
                <TextArea name="text" label=w.t(g::TALK_REPLY) value=typed problems/>
                <button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(g::TALK_SEND)}</button>
            </form>
            <p class="nk-small nk-muted nk-gallery-end">{w.t(g::FOLLOW_NOTE)}</p>
        </div>
    };
    Sheet::new(title, body).private()
}

/// The buyer writes again.
pub async fn reply(
    visit: Visit,
    Path(secret): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let text = pairs
        .into_iter()
        .find(|(name, _)| name == "text")
        .map(|(_, text)| text)
        .unwrap_or_default();
    let outcome = match visit.count_try() {
        Ok(()) => gallery::reply_by_secret(visit.centre(), &secret, &text).await,
        Err(refusal) => Err(refusal.into()),
    };
    visit
        .replied(REPLY, &format!("/pesan/{secret}"), &text, outcome)
        .await
}
