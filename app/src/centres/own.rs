//! `/kelola/nama`: whether one's own name stands on the page of the centre where one works.

use domain::centres::OwnFace;
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    api::{MyFaces, OwnFaces, ShowOneself},
    names::field_choices,
};
use crate::{
    ask::{answered, ask},
    curation::said::{Said, SaidNote},
    people::account::role_name,
    post::{Post, PostForm, accepted},
    ui::{Empty, Icon},
    words::{centres as c, use_words},
};

/// The page.
#[component]
pub fn OwnFacePage() -> impl IntoView {
    let show = Post::to::<ShowOneself>();
    let page = ask(|| MyFaces {}, accepted([show]));
    let w = use_words();
    view! {
        <Title text=w.t(c::OWN)/>
        <header class="nk-head"><div><h1>{w.t(c::OWN)}</h1><p>{w.t(c::OWN_LEAD)}</p></div></header>
        {answered(page, move |page| view! { <Whole page show/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: OwnFaces, show: Post) -> impl IntoView {
    let w = use_words();
    let said = Said::new(page.refusal).follow(show);
    let none = page.faces.is_empty();
    let faces = page
        .faces
        .into_iter()
        .map(|face| view! { <AtCentre face show/> })
        .collect_view();
    view! {
        <SaidNote said/>
        {none.then(|| view! { <Empty title=w.t(c::OWN_NONE) hint=w.t(c::OWN_NONE_HINT)/> })}
        <div class="nk-stack">{faces}</div>
    }
}

#[component]
fn AtCentre(face: OwnFace, show: Post) -> impl IntoView {
    let w = use_words();
    let (mark, icon, word) = match face.shown {
        true => ("nk-chip nk-chip-ok", icondata_lu::LuEye, c::OWN_SHOWN),
        false => (
            "nk-chip nk-chip-draft",
            icondata_lu::LuEyeOff,
            c::OWN_HIDDEN,
        ),
    };
    let label = if face.shown { c::OWN_SAVE } else { c::OWN_SHOW };
    let roles: Vec<&str> = face
        .roles
        .iter()
        .map(|role| w.t(role_name(*role)))
        .collect();
    let centre = face.centre.to_string();
    let field = format!("bidang-{centre}");
    let own = centre.clone();
    let hide = face.shown.then(|| {
        view! {
            <PostForm post=show>
                <input type="hidden" name="centre" value=own/>
                <input type="hidden" name="form[shown]" value="false"/>
                <button class="nk-btn nk-btn-text">{w.t(c::OWN_HIDE)}</button>
            </PostForm>
        }
    });
    view! {
        <section class="nk-card nk-card-pad nk-stack">
            <header class="nk-card-head"><h2>{face.centre_name.clone()}</h2><span class=mark><Icon icon/>{w.t(word)}</span></header>
            <p>{roles.join(" · ")}</p>
            <PostForm post=show attr:class="nk-form">
                <input type="hidden" name="centre" value=centre/>
                <input type="hidden" name="form[shown]" value="true"/>
                <div class="nk-field"><label for=field.clone()>{w.t(c::OWN_FIELD)}</label>
                    <select class="nk-input" id=field name="form[field]">{field_choices(face.field, c::OWN_FIELD_NONE)}</select></div>
                <button class="nk-btn nk-btn-primary">{w.t(label)}</button>
            </PostForm>
            <div class="nk-btn-row">
                {hide}
                <a class="nk-btn nk-btn-text" rel="external" href=format!("/plut/{}", face.slug)>{w.t(c::SEE_PUBLIC)}</a>
            </div>
        </section>
    }
}
