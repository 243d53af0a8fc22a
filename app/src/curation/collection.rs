//! `/kelola/koleksi/{id}`: one shelf: its words, its products in order, and a search for more. A plain form: every
//! button posts the whole of it, with script and without.

use domain::{gallery::Card, ids::ProductId};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::collections_api::{CollectionPage as Page, OpenCollection, SaveCollection};
use crate::{
    AppError,
    ask::{answered, ask_about},
    ui::{Callout, Field, GradeLabel, Icon, Photo, TextArea, Tone, error_sentence, fields_of},
    words::{Key, curation as c, ui, use_words},
};

/// The page.
#[component]
pub fn CollectionPage() -> impl IntoView {
    let query = use_query_map();
    let words = Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default()));
    let page = ask_about(
        "id",
        || (),
        move |collection| OpenCollection {
            collection,
            words: words.get(),
        },
    );
    answered(page, move |page| view! { <Whole page/> })
}

#[component]
fn Whole(page: Page) -> impl IntoView {
    let w = use_words();
    let Page {
        line,
        form,
        refusal,
        cards,
        words,
        offered,
    } = page;
    let error = refusal.map(AppError::Refused);
    let problems = Signal::stored(fields_of(error.as_ref()));
    let title = line.title.get(w.language).to_owned();
    let path = format!("/kelola/koleksi/{}", line.id);
    let last = form.products.len();
    let arranged = form
        .products
        .iter()
        .copied()
        .enumerate()
        .map(|(at, product)| {
            let card = cards.iter().find(|card| card.id == product).cloned();
            view! { <Arranged product card first={at == 0} last={at + 1 == last}/> }
        })
        .collect_view();
    let none = form.products.is_empty();
    let nothing = offered.is_empty();
    let offers = offered
        .into_iter()
        .map(|card| view! { <Offered card/> })
        .collect_view();
    view! {
        <Title text=title.clone()/>
        <header class="nk-head">
            <a class="nk-icon-btn" href="/kelola/koleksi" aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></a>
            <div><h1>{title}</h1><p>{line.centre_name.clone()}</p></div>
        </header>
        {error.map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
        <form id="cari" class="nk-vh" method="get" action=path></form>
        <form class="nk-cols" method="post" action=SaveCollection::PATH>
            <input type="hidden" name="collection" value=line.id.to_string()/>
            <button class="nk-vh" name="go" value="save" tabindex="-1" aria-hidden="true"></button>
            <div class="nk-stack">
                <section class="nk-card">
                    <header class="nk-card-head nk-card-pad"><h2>{w.fill(c::COLLECTION_COUNT, &[("n", &last)])}</h2></header>
                    {none.then(|| view! { <p class="nk-card-pad nk-muted">{w.t(c::COLLECTION_NO_PRODUCTS)}</p> })}
                    <ol class="nk-arranged">{arranged}</ol>
                </section>
                <section class="nk-card">
                    <header class="nk-card-head nk-card-pad"><h2>{w.t(c::COLLECTION_ADD)}</h2></header>
                    <div class="nk-card-pad nk-search-in">
                        <label class="nk-vh" for="q">{w.t(c::COLLECTION_SEARCH)}</label>
                        <input class="nk-input" id="q" name="q" form="cari" type="search" placeholder=w.t(c::COLLECTION_SEARCH) value=words.clone()/>
                        <input type="hidden" name="words" value=words/>
                        <button class="nk-btn nk-btn-outline" form="cari">{w.t(c::SEARCH)}</button>
                    </div>
                    {nothing.then(|| view! { <p class="nk-card-pad nk-muted">{w.t(c::COLLECTION_NOTHING)}</p> })}
                    <ul class="nk-arranged">{offers}</ul>
                </section>
            </div>
            <section class="nk-card nk-card-pad nk-form">
                <Field name="form[title_id]" label=w.t(c::COLLECTION_TITLE) value=form.title_id problems/>
                <Field name="form[title_en]" label=w.t(c::COLLECTION_TITLE_EN) value=form.title_en problems/>
                <TextArea name="form[intro_id]" label=w.t(c::COLLECTION_INTRO) value=form.intro_id problems/>
                <TextArea name="form[intro_en]" label=w.t(c::COLLECTION_INTRO_EN) value=form.intro_en problems/>
                <button class="nk-btn nk-btn-primary" name="go" value="save">{w.t(ui::SAVE)}</button>
            </section>
        </form>
    }
}

#[component]
fn Shown(card: Option<Card>) -> impl IntoView {
    let w = use_words();
    match card {
        Some(card) => {
            let picture = card.picture.clone().map(|mut picture| {
                picture.alt = String::new();
                view! { <Photo picture sizes="48px" class="nk-thumb"/> }
            });
            view! { {picture}<span><b>{card.name.clone()}</b><small>{card.maker.clone()}" · "{card.regency.clone()}</small></span><GradeLabel grade=card.grade short=true/> }.into_any()
        }
        None => view! { <span class="nk-photo nk-thumb nk-skel"></span><span><b>{w.t(c::COLLECTION_GONE)}</b><small>{w.t(c::COLLECTION_GONE_HINT)}</small></span><span></span> }.into_any(),
    }
}

#[component]
fn Arranged(product: ProductId, card: Option<Card>, first: bool, last: bool) -> impl IntoView {
    let w = use_words();
    let title = card.as_ref().map_or_else(
        || w.t(c::COLLECTION_GONE).to_owned(),
        |card| card.name.clone(),
    );
    let press = |verb: &str, label: Key, icon, off: bool| {
        view! { <button class="nk-icon-btn" name="go" value=format!("{verb}-{product}") disabled=off aria-label=w.fill(label, &[("title", &title)])><Icon icon/></button> }
    };
    view! {
        <li>
            <input type="hidden" name="form[products][]" value=product.to_string()/>
            <Shown card/>
            <span class="nk-btn-row">
                {press("up", c::ROW_UP, icondata_lu::LuArrowUp, first)}
                {press("down", c::ROW_DOWN, icondata_lu::LuArrowDown, last)}
                {press("remove", c::ROW_REMOVE, icondata_lu::LuX, false)}
            </span>
        </li>
    }
}

#[component]
fn Offered(card: Card) -> impl IntoView {
    let w = use_words();
    let (id, title) = (card.id, card.name.clone());
    view! {
        <li>
            <Shown card=Some(card)/>
            <span class="nk-btn-row"><button class="nk-icon-btn" name="go" value=format!("add-{id}") aria-label=w.fill(c::COLLECTION_PUT, &[("title", &title)])><Icon icon=icondata_lu::LuPlus/></button></span>
        </li>
    }
}
