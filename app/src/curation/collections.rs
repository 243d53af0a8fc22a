//! `/kelola/koleksi`: the shelves that one may arrange, and beginning a new one.

use domain::{
    gallery::{CollectionForm, CollectionLine},
    ids::{CentreId, CollectionId},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::{
    collections_api::{
        CollectionsPage as Page, ListCollections, PublishCollection, SaveCollection,
    },
    said::{Said, SaidNote},
};
use crate::{
    AppError,
    ask::{answered, ask},
    post::{Post, PostForm, accepted},
    ui::{Callout, Empty, Field, Icon, TextArea, Tone, error_sentence, fields_of},
    words::{curation as c, ui, use_words},
};

/// The page.
#[component]
pub fn CollectionsPage() -> impl IntoView {
    let publish = Post::to::<PublishCollection>();
    let page = ask(|| ListCollections { centre: None }, accepted([publish]));
    let save = Post::to::<SaveCollection>();
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_COLLECTIONS)/>
        {answered(page, move |page| view! { <Whole page save publish/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, save: Post, publish: Post) -> impl IntoView {
    let w = use_words();
    let Page {
        centre,
        centre_name,
        collections,
        fresh,
        kept,
        refusal,
    } = page;
    let typed = kept != CollectionForm::default();
    let (of_form, of_page) = if typed {
        (refusal, None)
    } else {
        (None, refusal)
    };
    let said = Said::new(of_page).follow(publish);
    let none = collections.is_empty();
    let rows = collections
        .into_iter()
        .map(|line| view! { <Line line publish/> })
        .collect_view();
    view! {
        <header class="nk-head"><div><h1>{w.t(ui::RAIL_COLLECTIONS)}</h1><p>{centre_name}" · "{w.t(c::COLLECTIONS_LEAD)}</p></div></header>
        <div class="nk-cols">
            <div class="nk-stack">
                <SaidNote said/>
                {none.then(|| view! { <div class="nk-card"><Empty title=w.t(c::COLLECTIONS_EMPTY) hint=w.t(c::COLLECTIONS_EMPTY_HINT)/></div> })}
                {rows}
            </div>
            <New centre fresh kept refusal=of_form save/>
        </div>
    }
}

#[component]
fn Line(line: CollectionLine, publish: Post) -> impl IntoView {
    let w = use_words();
    let public = line.published_at.is_some();
    let (mark, icon, word) = if public {
        (
            "nk-chip nk-chip-ok",
            icondata_lu::LuStore,
            c::COLLECTION_PUBLIC,
        )
    } else {
        (
            "nk-chip nk-chip-draft",
            icondata_lu::LuEyeOff,
            c::COLLECTION_HIDDEN,
        )
    };
    let count = line.products.len();
    let title = line.title.get(w.language).to_owned();
    let label = if public {
        c::COLLECTION_HIDE
    } else {
        c::COLLECTION_SHOW
    };
    let spoken = format!("{}: {title}", w.t(label));
    view! {
        <article class="nk-card nk-card-pad nk-stack">
            <header class="nk-card-head">
                <h2><A href=format!("/kelola/koleksi/{}", line.id) attr:class="nk-link">{title}</A></h2>
                <div><span class=mark><Icon icon/>{w.t(word)}</span></div>
            </header>
            <p class="nk-small nk-muted">{w.fill(c::COLLECTION_COUNT, &[("n", &count)])}" · "{line.centre_name.clone()}</p>
            <div class="nk-btn-row">
                <A href=format!("/kelola/koleksi/{}", line.id) attr:class="nk-btn nk-btn-outline nk-btn-small">{w.t(c::COLLECTION_EDIT)}</A>
                <PostForm post=publish>
                    <input type="hidden" name="collection" value=line.id.to_string()/>
                    <input type="hidden" name="public" value=(!public).to_string()/>
                    <button class="nk-btn nk-btn-text nk-btn-small" disabled={!public && count == 0} aria-label=spoken>{w.t(label)}</button>
                </PostForm>
                {public.then(|| view! { <a class="nk-btn nk-btn-text nk-btn-small" rel="external" href=format!("/koleksi/{}", line.slug)>{w.t(c::COLLECTION_VIEW)}</a> })}
            </div>
        </article>
    }
}

#[component]
fn New(
    centre: CentreId,
    fresh: CollectionId,
    kept: CollectionForm,
    refusal: Option<domain::Refusal>,
    save: Post,
) -> impl IntoView {
    let w = use_words();
    let kept_error = refusal.map(AppError::Refused);
    let error = save.error(kept_error);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    view! {
        <section class="nk-card nk-card-pad" id="baru">
            <header class="nk-card-head"><h2>{w.t(c::COLLECTION_NEW)}</h2></header>
            <PostForm post=save attr:class="nk-form">
                {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <input type="hidden" name="collection" value=fresh.to_string()/>
                <input type="hidden" name="centre" value=centre.to_string()/>
                <Field name="form[title_id]" label=w.t(c::COLLECTION_TITLE) hint=w.t(c::COLLECTION_TITLE_HINT) value=kept.title_id problems/>
                <TextArea name="form[intro_id]" label=w.t(c::COLLECTION_INTRO) value=kept.intro_id problems/>
                <button class="nk-btn nk-btn-primary">{w.t(c::COLLECTION_BEGIN)}</button>
            </PostForm>
        </section>
    }
}
