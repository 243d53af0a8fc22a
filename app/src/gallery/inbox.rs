//! `/pesan-masuk`: what buyers ask, and the maker's answers, with the way to WhatsApp.

use domain::gallery::{Inquiry, InquiryLine, Message, whatsapp_link};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::inbox_api::{AnswerInquiry, Conversation, ConversationAbout, MyInquiries};
use crate::{
    AppError,
    ask::{answered, ask, ask_about},
    post::{Post, PostForm, accepted},
    ui::{Callout, Empty, Icon, Kept, TextArea, Tone, error_sentence, fields_of},
    words::{Words, inbox as i, products as p, ui, use_words},
};

/// The list.
#[component]
pub fn InboxPage() -> impl IntoView {
    let list = ask(|| MyInquiries {}, || ());
    let w = use_words();
    view! {
        <Title text=w.t(ui::TAB_INQUIRIES)/>
        <header class="nk-head"><div><h1>{w.t(i::INBOX)}</h1></div></header>
        {answered(list, move |list| if list.is_empty() { view! { <Empty title=w.t(i::EMPTY) hint=w.t(i::EMPTY_HINT)/> }.into_any() } else { view! {
                        <section class="nk-card nk-rows" aria-label=w.t(i::INBOX)>
                            {list.into_iter().map(|line| view! { <Line line/> }).collect_view()}
                        </section>
                    }.into_any() })}
    }
    .into_any()
}

/// `Songket Subahnale, 3 lembar`, and how many products more.
pub(crate) fn asked_for(w: Words, line: &InquiryLine) -> String {
    let Some(first) = line.items.first() else {
        return String::new();
    };
    let count = domain::money::grouped(first.quantity.unsigned_abs());
    let first = format!("{}, {count} {}", first.name, first.unit);
    match line.items.len() - 1 {
        0 => first,
        more => w.fill(i::AND_MORE, &[("first", &first), ("n", &more)]),
    }
}

#[component]
pub(crate) fn Line(line: InquiryLine) -> impl IntoView {
    let w = use_words();
    let class = if line.waits {
        "nk-tile nk-tile-wait"
    } else {
        "nk-tile"
    };
    let asked = asked_for(w, &line);
    let at = w.day(line.created_at);
    let title = if line.waits {
        w.fill(i::WAITS, &[("buyer", &line.buyer)])
    } else {
        line.buyer
    };
    let place = if line.place.is_empty() {
        String::new()
    } else {
        format!("{} · ", line.place)
    };
    view! {
        <A href=format!("/pesan-masuk/{}", line.id) attr:class="nk-row">
            <span class=class><Icon icon=icondata_lu::LuMessageCircle/></span>
            <span><b>{title}</b><small>{format!("{asked} · {at}")}</small><small>{place}{line.message}</small></span>
            {if line.read {
                view! { <Icon icon=icondata_lu::LuChevronRight/> }.into_any()
            } else {
                view! { <span class="nk-chip nk-chip-info">{w.t(i::NEW)}</span> }.into_any()
            }}
        </A>
    }
}

/// One inquiry.
#[component]
pub fn InquiryPage() -> impl IntoView {
    let answer = Post::to::<AnswerInquiry>();
    let answers = accepted([answer]);
    let page = ask_about("id", answers, |inquiry| ConversationAbout { inquiry });
    answered(page, move |page| view! { <Whole page answer/> })
}

#[component]
fn Whole(page: Conversation, answer: Post) -> impl IntoView {
    let w = use_words();
    let Conversation {
        inquiry,
        text,
        refusal,
    } = page;
    let kept = refusal.map(AppError::Refused);
    let error = answer.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let done = Signal::derive(move || answer.done());
    let id = inquiry.id.to_string();
    let place = if inquiry.place.is_empty() {
        inquiry.contact.clone()
    } else {
        format!("{} · {}", inquiry.place, inquiry.contact)
    };
    let items = inquiry.items.iter().map(|item| view! {
        <div><dt><a href=format!("/produk/{}", item.slug) rel="external">{item.name.clone()}</a></dt>
            <dd class="nk-num">{format!("{} {}", domain::money::grouped(item.quantity.unsigned_abs()), item.unit)}</dd></div>
    }).collect_view();
    let wanted = inquiry.wanted_on.map(|day| view! { <div><dt>{w.t(i::WANTED_ON)}</dt><dd>{domain::place::date(day, w.language)}</dd></div> });
    let messages = inquiry
        .messages
        .iter()
        .map(|message| view! { <Said message=message.clone() buyer=inquiry.buyer.clone()/> })
        .collect_view();
    view! {
        <Title text=inquiry.buyer.clone()/>
        <header class="nk-head">
            <A href="/pesan-masuk" attr:class="nk-icon-btn" attr:aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></A>
            <div><h1>{inquiry.buyer.clone()}</h1><p>{place}</p></div>
        </header>
        <div class="nk-cols">
            <div class="nk-stack">
                <ol class="nk-thread">{messages}</ol>
                <PostForm post=answer attr:class="nk-card nk-card-pad nk-form">
                    {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                    <Kept name=format!("pesan-{id}") done said=w.t(p::PUT_BACK)/>
                    <input type="hidden" name="inquiry" value=id.clone()/>
                    <TextArea name="text" label=w.t(i::ANSWER) hint=w.t(i::ANSWER_HINT) value=text problems/>
                    <button class="nk-btn nk-btn-primary" aria-busy=move || answer.busy().then_some("true")>{w.t(i::SEND)}</button>
                </PostForm>
            </div>
            <div class="nk-stack">
                <section class="nk-card nk-card-pad">
                    <header class="nk-card-head"><h2>{w.t(i::WANTED)}</h2></header>
                    <dl class="nk-facts nk-facts-rows">{items}{wanted}</dl>
                </section>
                <HandOver inquiry/>
            </div>
        </div>
    }
}

#[component]
fn Said(message: Message, buyer: String) -> impl IntoView {
    let w = use_words();
    let who = if message.from_maker {
        w.t(i::YOU).to_owned()
    } else {
        buyer
    };
    view! {
        <li class:is-mine=message.from_maker>
            <b>{who}</b><p>{message.text}</p>
            <time datetime=message.at.to_rfc3339()>{w.moment(message.at)}</time>
        </li>
    }
}

/// On to WhatsApp, with the conversation's beginning ready; the product keeps its own record.
#[component]
fn HandOver(inquiry: Inquiry) -> impl IntoView {
    let w = use_words();
    inquiry.contact.starts_with('+').then(|| {
        let wanted: Vec<String> = inquiry.items.iter().map(|item| format!("{} ({} {})", item.name, item.quantity, item.unit)).collect();
        let text = w.fill(i::WHATSAPP_TEXT, &[("buyer", &inquiry.buyer), ("maker", &inquiry.maker), ("items", &wanted.join(", "))]);
        view! {
            <a class="nk-btn nk-btn-outline nk-btn-wide" href=whatsapp_link(&inquiry.contact, &text) rel="external noopener" target="_blank">
                <Icon icon=icondata_lu::LuMessageCircle/>{w.t(i::WHATSAPP)}
            </a>
        }
    })
}
