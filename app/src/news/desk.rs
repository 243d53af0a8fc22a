//! `/kelola/kabar`: the news of one's centre, and beginning new ones.

use domain::{
    Refusal,
    ids::{CentreId, NewsId},
    news::{NewsForm, NewsPiece},
    place::date,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};

use super::{
    api::{DeskPage as Page, OpenNewsDesk, SaveNews},
    piece::Fields,
};
use crate::{
    AppError,
    ask::{answered, ask},
    centres::administration::Choices,
    post::{Post, PostForm},
    ui::{Callout, Empty, Icon, Tone, error_sentence, fields_of},
    words::{Words, news as n, ui, use_words},
};

/// The page.
#[component]
pub fn NewsDeskPage() -> impl IntoView {
    let save = Post::to::<SaveNews>();
    let query = use_query_map();
    let chosen = move || query.with(|query| query.get("pusat"));
    let chosen = Memo::new(move |_| chosen().and_then(|id| id.parse().ok()));
    let page = ask(
        move || OpenNewsDesk {
            centre: chosen.get(),
        },
        || (),
    );
    let w = use_words();
    view! {
        <Title text=w.t(n::DESK)/>
        {answered(page, move |page| view! { <Whole page save/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, save: Post) -> impl IntoView {
    let w = use_words();
    let none = page.pieces.is_empty();
    let rows = page
        .pieces
        .into_iter()
        .map(|piece| view! { <Line piece/> })
        .collect_view();
    view! {
        <header class="nk-head"><div><h1>{w.t(n::DESK)}</h1><p>{page.name}" · "{w.t(n::DESK_LEAD)}</p></div></header>
        <Choices centre=page.centre choices=page.choices/>
        <div class="nk-cols">
            <div class="nk-stack">
                {none.then(|| view! { <div class="nk-card"><Empty title=w.t(n::DESK_NONE) hint=w.t(n::DESK_NONE_HINT)/></div> })}
                <section class="nk-card nk-rows" aria-label=w.t(n::DESK)>{rows}</section>
            </div>
            <New centre=page.centre fresh=page.fresh kept=page.kept.unwrap_or_default() refusal=page.refusal save/>
        </div>
    }
}

/// Whether the public sees it, as a chip.
pub(super) fn mark(w: Words, piece: &NewsPiece) -> impl IntoView + use<> {
    match piece.published_at {
        Some(at) => {
            let day = date(piece.zone.date(at), w.language);
            let says = w.fill(n::PUBLIC, &[("day", &day)]);
            view! { <span class="nk-chip nk-chip-ok"><Icon icon=icondata_lu::LuEye/>{says}</span> }.into_any()
        }
        None => view! { <span class="nk-chip nk-chip-draft"><Icon icon=icondata_lu::LuEyeOff/>{w.t(n::DRAFT)}</span> }.into_any(),
    }
}

#[component]
fn Line(piece: NewsPiece) -> impl IntoView {
    let w = use_words();
    let chip = mark(w, &piece);
    let by = w.fill(n::BY, &[("name", &piece.by)]);
    view! {
        <A href=format!("/kelola/kabar/{}", piece.id) attr:class="nk-row">
            <span class="nk-tile"><Icon icon=icondata_lu::LuNewspaper/></span>
            <span><b>{piece.title.get(w.language).to_owned()}</b><small>{by}</small>{chip}</span>
            <Icon icon=icondata_lu::LuChevronRight/>
        </A>
    }
}

#[component]
fn New(
    centre: CentreId,
    fresh: NewsId,
    kept: NewsForm,
    refusal: Option<Refusal>,
    save: Post,
) -> impl IntoView {
    let w = use_words();
    let error = save.error(refusal.map(AppError::Refused));
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    view! {
        <section class="nk-card nk-card-pad" id="baru">
            <header class="nk-card-head"><h2>{w.t(n::NEW)}</h2></header>
            <PostForm post=save attr:class="nk-form">
                {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <input type="hidden" name="news" value=fresh.to_string()/>
                <input type="hidden" name="centre" value=centre.to_string()/>
                <Fields form=kept problems/>
                <p class="nk-small nk-muted">{w.t(n::PHOTO_FIRST)}</p>
                <button class="nk-btn nk-btn-primary">{w.t(ui::SAVE)}</button>
            </PostForm>
        </section>
    }
}
