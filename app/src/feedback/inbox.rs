//! `/kelola/suara`: what visitors told the centre, what is owed an answer first.

use domain::{feedback::FeedbackLine, place::Zone};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};

use super::{
    api::{InboxPage as Page, OpenFeedback},
    names::{ProgressMark, StandingMark, kind_name},
};
use crate::{
    ask::{answered, ask},
    centres::administration::Choices,
    ui::{Empty, Icon},
    words::{centres as c, feedback as f, use_words},
};

/// The page.
#[component]
pub fn FeedbackPage() -> impl IntoView {
    let query = use_query_map();
    let chosen = move || query.with(|query| query.get("pusat"));
    let chosen = Memo::new(move |_| chosen().and_then(|id| id.parse().ok()));
    let page = ask(
        move || OpenFeedback {
            centre: chosen.get(),
        },
        || (),
    );
    let w = use_words();
    view! {
        <Title text=w.t(c::VOICE)/>
        {answered(page, move |page| view! { <Whole page/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page) -> impl IntoView {
    let w = use_words();
    let zone = page.zone;
    let none = page.lines.is_empty();
    let rows = page
        .lines
        .into_iter()
        .map(|line| view! { <Line line zone/> })
        .collect_view();
    view! {
        <header class="nk-head"><div><h1>{w.t(c::VOICE)}</h1><p>{page.name}" · "{w.t(f::INBOX_LEAD)}</p></div></header>
        <Choices centre=page.centre choices=page.choices/>
        {none.then(|| view! { <div class="nk-card"><Empty title=w.t(f::INBOX_NONE) hint=w.t(f::INBOX_NONE_HINT)/></div> })}
        <section class="nk-card nk-rows" aria-label=w.t(c::VOICE)>{rows}</section>
    }
}

#[component]
fn Line(line: FeedbackLine, zone: Zone) -> impl IntoView {
    let w = use_words();
    let owed = line.standing.is_owed();
    let tile = if line.waits {
        "nk-tile nk-tile-wait"
    } else {
        "nk-tile"
    };
    let name = match line.name.as_str() {
        "" => w.t(f::UNNAMED).to_owned(),
        name => name.to_owned(),
    };
    let again = (line.waits && !owed)
        .then(|| view! { <span class="nk-chip nk-chip-wait">{w.t(f::WRITE_AGAIN)}</span> });
    let register = line
        .register
        .map(|progress| view! { <ProgressMark progress/> });
    let title = format!("{}: {name}", w.t(kind_name(line.kind)));
    view! {
        <A href=format!("/kelola/suara/{}", line.id) attr:class="nk-row">
            <span class=tile><Icon icon=icondata_lu::LuMegaphone/></span>
            <span><b>{title}</b><small>{line.text}</small>
                <span class="nk-row-wrap"><StandingMark standing=line.standing zone/>{again}{register}</span></span>
            <Icon icon=icondata_lu::LuChevronRight/>
        </A>
    }
}
