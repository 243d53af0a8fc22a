//! `/kelola/suara/{id}`: one complaint or suggestion, the answer to it, and the way into the register.

use domain::feedback::Message;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::{
    api::{AnswerFeedback, OpenTalk, TalkPage as Page},
    names::{ProgressMark, StandingMark, kind_name},
};
use crate::{
    AppError,
    ask::{answered, ask_about},
    post::{Post, PostForm, accepted},
    ui::{Callout, Icon, TextArea, Tone, error_sentence, fields_of},
    words::{feedback as f, ui, use_words},
};

/// The page.
#[component]
pub fn TalkPage() -> impl IntoView {
    let answer = Post::to::<AnswerFeedback>();
    let page = ask_about("id", accepted([answer]), |feedback| OpenTalk { feedback });
    answered(page, move |page| view! { <Whole page answer/> })
}

#[component]
fn Whole(page: Page, answer: Post) -> impl IntoView {
    let w = use_words();
    let Page {
        talk,
        zone,
        text,
        refusal,
        keeps,
    } = page;
    let error = answer.error(refusal.map(AppError::Refused));
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let name = match talk.name.as_str() {
        "" => w.t(f::UNNAMED).to_owned(),
        name => name.to_owned(),
    };
    let title = format!("{}: {name}", w.t(kind_name(talk.kind)));
    let contact = match talk.contact.as_str() {
        "" => w.t(f::NO_CONTACT).to_owned(),
        contact => contact.to_owned(),
    };
    let teller = name.clone();
    let staff = w.fill(f::STAFF, &[("centre", &talk.centre)]);
    let said = talk
        .messages
        .into_iter()
        .map(|message: Message| {
            let who = if message.from_centre { staff.clone() } else { teller.clone() };
            view! {
                <li class:is-mine=message.from_centre><b>{who}</b><p>{message.text}</p>
                    <time datetime=message.at.to_rfc3339()>{zone.moment(message.at, w.language)}</time></li>
            }
        })
        .collect_view();
    let register = keeps.then(|| match talk.register {
        Some(line) => view! {
            <p><ProgressMark progress=line.progress/></p>
            <A href=format!("/kelola/perbaikan?ubah={}#butir", line.id) attr:class="nk-btn nk-btn-outline">{w.t(f::LINE_OPEN)}</A>
        }
        .into_any(),
        None => view! {
            <p class="nk-small nk-muted">{w.t(f::MAKE_LINE_HINT)}</p>
            <A href=format!("/kelola/perbaikan?dari={}#butir", talk.id) attr:class="nk-btn nk-btn-outline">{w.t(f::MAKE_LINE)}</A>
        }
        .into_any(),
    });
    let register = register
        .map(|content| view! { <section class="nk-card nk-card-pad nk-stack">{content}</section> });
    view! {
        <Title text=title.clone()/>
        <header class="nk-head">
            <A href="/kelola/suara" attr:class="nk-icon-btn" attr:aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></A>
            <div><h1>{title}</h1><p>{contact}</p></div>
        </header>
        <p><StandingMark standing=talk.standing zone/></p>
        <div class="nk-cols">
            <div class="nk-stack">
                <ol class="nk-thread">{said}</ol>
                <PostForm post=answer attr:class="nk-card nk-card-pad nk-form">
                    {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                    <input type="hidden" name="feedback" value=talk.id.to_string()/>
                    <TextArea name="text" label=w.t(f::ANSWER) hint=w.t(f::ANSWER_HINT) value=text problems/>
                    <button class="nk-btn nk-btn-primary" aria-busy=move || answer.busy().then_some("true")>{w.t(f::ANSWER_SEND)}</button>
                </PostForm>
            </div>
            <div class="nk-stack">{register}</div>
        </div>
    }
}
