//! The frame around every signed-in page: tabs at the thumb on phones, a rail on wide screens.

use domain::access::Role;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::{components::A, hooks::use_location};

use super::api::{Me, SignOut, who_am_i};
use crate::{
    ui::{Brand, Icon},
    words::{Key, people as p, ui, use_words},
};

struct Door {
    path: &'static str,
    label: Key,
    icon: &'static icondata_core::IconData,
}

/// The rooms a person may enter, most used first. The server decides; this only spares a closed door.
fn doors(me: &Me) -> Vec<Door> {
    let mut out = vec![Door {
        path: "/beranda",
        label: ui::TAB_HOME,
        icon: icondata_lu::LuHouse,
    }];
    let _ = Role::Curator;
    let _ = me;
    out.truncate(8);
    out
}

/// The frame. Its content is the page.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let w = use_words();
    let who = Resource::new_blocking(|| (), |()| who_am_i());
    provide_context(who);
    // Runs in the browser only, once the page answers by itself; what watches the page waits for it.
    Effect::new(|_| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-siap", "1");
        }
    });
    view! {
        <a class="nk-skip" href="#isi">{w.t(ui::SKIP)}</a>
        <Suspense>
            {move || Suspend::new(async move { who.await.ok().map(|me| view! { <Doors me/> }) })}
        </Suspense>
        <main id="isi" class="nk-work">{children()}</main>
    }
}

#[component]
fn Doors(me: Me) -> impl IntoView {
    let w = use_words();
    let path = use_location().pathname;
    let link = move |door: Door| {
        let here = move || {
            path.with(|now| now.starts_with(door.path))
                .then_some("page")
        };
        view! { <A href=door.path attr:aria-current=here><Icon icon=door.icon/><span>{w.t(door.label)}</span></A> }
    };
    view! {
        <nav class="nk-rail" aria-label=w.t(ui::MENU)>
            <Brand href="/beranda"/>
            {doors(&me).into_iter().map(link).collect_view()}
            <span class="nk-rail-gap"></span>
            <span class="nk-rail-me">{me.name.clone()}</span>
            <form method="post" action=SignOut::PATH><button class="nk-btn nk-btn-text nk-btn-small">{w.t(p::SIGN_OUT)}</button></form>
        </nav>
        <nav class="nk-tabs" aria-label=w.t(ui::MENU)>
            {doors(&me).into_iter().take(5).map(link).collect_view()}
        </nav>
    }
}
