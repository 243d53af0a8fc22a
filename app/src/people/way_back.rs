//! `/lupa-sandi` and `/sandi-baru`: back in without the old password. Plain forms that work on the worst phone.

use axum::response::Response;
use centre::places;
use leptos::prelude::*;

use super::paper::said;
use crate::{
    paper::{Sheet, Visit, to},
    ui::{Callout, Field, HiddenBack, Icon, Tone},
    words::{people as p, ui},
};

/// `/lupa-sandi`: which way.
pub async fn forgot(visit: Visit) -> Response {
    let draft = visit.draft::<String>("ask_link").await;
    let (contact, refusal) = draft
        .map(|draft| (draft.input, draft.refusal))
        .unwrap_or_default();
    let sent = visit.query("terkirim").is_some();
    let read = async { places::doors(&mut visit.centre().db.read().await?).await };
    let doors = match read.await {
        Ok(doors) => doors,
        Err(error) => return visit.failed(error),
    };
    visit.page(|visit| {
        let w = visit.words;
        let (problems, sentence) = said(refusal.as_ref());
        let problems = Signal::stored(problems);
        let lead = if visit.face.mails { p::FORGOT_LEAD } else { p::FORGOT_LEAD_DESK };
        let doors = doors
            .into_iter()
            .map(|door| view! { <li><b>{door.name}</b><small>{door.address}" · "{door.phone}</small></li> })
            .collect_view();
        let body = view! {
            <div class="nk-door">
                <div><h1>{w.t(p::FORGOT)}</h1><p class="nk-lead">{w.t(lead)}</p></div>
                {sent.then(|| view! { <Callout tone=Tone::Ok>{w.t(p::FORGOT_SENT)}</Callout> })}
                <section class="nk-card nk-card-pad nk-stack" aria-labelledby="meja">
                    <h2 id="meja"><Icon icon=icondata_lu::LuStore/>" "{w.t(p::FORGOT_DESK)}</h2>
                    <p>{w.t(p::FORGOT_DESK_TEXT)}</p>
                    <ul class="nk-places">{doors}</ul>
                    <p><a class="nk-btn nk-btn-primary nk-btn-wide" href=to("/sandi-baru")>{w.t(p::FORGOT_HAVE_CODE)}</a></p>
                </section>
                {visit.face.mails.then(|| view! { <section class="nk-card nk-card-pad" aria-labelledby="surel">
                    <h2 id="surel"><Icon icon=icondata_lu::LuMail/>" "{w.t(p::FORGOT_MAIL)}</h2>
                    <form class="nk-form mt-2" method="post" action="/api/people/ask_link">
                        {sentence.map(|sentence| view! { <Callout tone=Tone::Error>{sentence}</Callout> })}
                        <HiddenBack to=to("/lupa-sandi")/>
                        <Field name="contact" label=w.t(p::EMAIL) hint=w.t(p::FORGOT_MAIL_HINT) value=contact kind="email" complete="email" problems/>
                        <button class="nk-btn nk-btn-outline nk-btn-wide">{w.t(p::FORGOT_MAIL_DO)}</button>
                    </form>
                </section> })}
                <p class="nk-small"><a class="nk-link" href=to("/masuk")>{w.t(ui::BACK)}</a></p>
            </div>
        };
        Sheet::new(w.t(p::FORGOT), body).about(w.t(lead)).private()
    })
}

/// `/sandi-baru`: a new password, by the desk's code or by the link of a mail.
pub async fn renew(visit: Visit) -> Response {
    let draft = visit.draft::<String>("recover").await;
    let (contact, refusal) = draft
        .map(|draft| (draft.input, draft.refusal))
        .unwrap_or_default();
    visit.page(|visit| {
        let w = visit.words;
        let link = visit.query("tautan").unwrap_or_default();
        let back = match link.as_str() {
            "" => to("/sandi-baru"),
            secret => format!("{}?tautan={secret}", to("/sandi-baru")),
        };
        let (problems, sentence) = said(refusal.as_ref());
        let problems = Signal::stored(problems);
        let by_code = link.is_empty();
        let lead = if by_code { p::RENEW_CODE_LEAD } else { p::RENEW_LINK_LEAD };
        let key = if by_code {
            view! {
                <Field name="contact" label=w.t(p::CONTACT) hint=w.t(p::CONTACT_HINT) value=contact complete="username" problems/>
                <Field name="code" label=w.t(p::CODE) hint=w.t(p::CODE_HINT) complete="one-time-code" problems/>
            }
            .into_any()
        } else {
            view! { <input type="hidden" name="link" value=link/> }.into_any()
        };
        let body = view! {
            <div class="nk-door">
                <div><h1>{w.t(p::RENEW)}</h1><p class="nk-lead">{w.t(lead)}</p></div>
                {sentence.map(|sentence| view! { <Callout tone=Tone::Error>{sentence}</Callout> })}
                <form class="nk-form" method="post" action="/api/people/recover">
                    <HiddenBack to=back/>
                    {key}
                    <Field name="password" label=w.t(p::PASSWORD_NEW) hint=w.t(p::PASSWORD_HINT) kind="password" complete="new-password" problems/>
                    <button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(p::RENEW_DO)}</button>
                </form>
                <p class="nk-small"><a class="nk-link" href=to("/lupa-sandi")>{w.t(p::RENEW_NO_CODE)}</a></p>
            </div>
        };
        Sheet::new(w.t(p::RENEW), body).about(w.t(lead)).unlisted().private()
    })
}
