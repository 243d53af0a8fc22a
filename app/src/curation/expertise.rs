//! `/kurator`: what each curator of a centre knows about.

use domain::{
    curation::{Category, CuratorLine},
    ids::CentreId,
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    rubric_api::{ExpertisePage as Page, ListCurators, SetExpertise},
    said::{Said, SaidNote},
};
use crate::{
    ask::{answered, ask},
    post::{Post, PostForm, accepted},
    ui::{Callout, Empty, Icon, Tone, category_word},
    words::{curation as c, ui, use_words},
};

/// The page.
#[component]
pub fn ExpertisePage() -> impl IntoView {
    let save = Post::to::<SetExpertise>();
    let page = ask(|| ListCurators { centre: None }, accepted([save]));
    let w = use_words();
    view! {
        <Title text=w.t(c::EXPERTISE)/>
        {answered(page, move |page| view! { <Whole page save/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, save: Post) -> impl IntoView {
    let w = use_words();
    let Page {
        centre,
        centre_name,
        curators,
        refusal,
    } = page;
    let said = Said::new(refusal).follow(save);
    let none = curators.is_empty();
    let saved = move || save.done();
    let cards = curators
        .into_iter()
        .map(|curator| view! { <Curator centre curator save/> })
        .collect_view();
    view! {
        <header class="nk-head">
            <a class="nk-icon-btn" href="/putaran" aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></a>
            <div><h1>{w.t(c::EXPERTISE)}</h1><p>{centre_name}" · "{w.t(c::EXPERTISE_LEAD)}</p></div>
        </header>
        <div class="nk-stack">
            <SaidNote said/>
            {move || saved().then(|| view! { <Callout tone=Tone::Ok>{w.t(c::EXPERTISE_SAVED)}</Callout> })}
            {none.then(|| view! { <div class="nk-card"><Empty title=w.t(c::EXPERTISE_EMPTY) hint=w.t(c::EXPERTISE_EMPTY_HINT)/></div> })}
            <div class="nk-cols nk-cols-three">{cards}</div>
        </div>
    }
}

#[component]
fn Curator(centre: CentreId, curator: CuratorLine, save: Post) -> impl IntoView {
    let w = use_words();
    let boxes = Category::ALL
        .iter()
        .map(|category| {
            let on = curator.expertise.iter().any(|word| word == category.as_str());
            view! {
                <label class="nk-check"><input type="checkbox" name="categories[]" value=category.as_str() checked=on/>
                    <span>{w.t(category_word(*category))}</span></label>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card nk-card-pad">
            <header class="nk-card-head"><h2>{curator.name.clone()}</h2><span>{w.fill(c::ON_DESK, &[("n", &curator.load)])}</span></header>
            <PostForm post=save attr:class="nk-stack">
                <input type="hidden" name="centre" value=centre.to_string()/>
                <input type="hidden" name="person" value=curator.person.to_string()/>
                <fieldset class="nk-fieldset"><legend class="nk-vh">{curator.name.clone()}</legend><div>{boxes}</div></fieldset>
                <div class="nk-btn-row"><button class="nk-btn nk-btn-outline nk-btn-small">{w.t(ui::SAVE)}</button></div>
            </PostForm>
        </section>
    }
}
