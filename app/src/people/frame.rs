//! The frame around every signed-in page: tabs at the thumb on phones, a rail on wide screens.

use std::time::Duration;

use domain::access::{Role, Side};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::{components::A, hooks::use_location};

use super::api::{Me, SignOut, WhoAmI};
use crate::{
    ask::{Asked, ask},
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
    let door = |path, label, icon| Door { path, label, icon };
    let mut out = vec![door("/beranda", ui::TAB_HOME, icondata_lu::LuHouse)];
    if me.side() == Side::Maker {
        out.push(door(
            "/produk-saya",
            ui::TAB_PRODUCTS,
            icondata_lu::LuPackage,
        ));
        out.push(door(
            "/pesan-masuk",
            ui::TAB_INQUIRIES,
            icondata_lu::LuMessageCircle,
        ));
        out.push(door("/tugas", ui::TAB_TASKS, icondata_lu::LuListTodo));
    }
    if me.is(Role::Curator) {
        out.push(door("/nilai", ui::RAIL_DESK, icondata_lu::LuClipboardCheck));
    }
    if me.runs_a_centre() {
        out.push(door("/putaran", ui::RAIL_ROUNDS, icondata_lu::LuListChecks));
    }
    if me.advises() {
        out.push(door("/binaan", ui::RAIL_BUSINESSES, icondata_lu::LuUsers));
    }
    if me.helps_in() {
        out.push(door(
            "/impor",
            ui::RAIL_IMPORTS,
            icondata_lu::LuFileSpreadsheet,
        ));
        out.push(door("/bantu-masuk", ui::RAIL_HELP, icondata_lu::LuKeyRound));
    }
    if me.runs_a_centre() {
        out.push(door("/rubrik", ui::RAIL_RUBRICS, icondata_lu::LuScale));
    }
    if me.is(Role::Curator) || me.is(Role::Manager) {
        out.push(door(
            "/kelola/koleksi",
            ui::RAIL_COLLECTIONS,
            icondata_lu::LuLibrary,
        ));
    }
    if me.runs_a_centre() {
        out.push(door(
            "/kelola/pusat",
            ui::RAIL_CENTRE,
            icondata_lu::LuBuilding2,
        ));
    }
    if me.helps_in() {
        out.push(door(
            "/kelola/suara",
            ui::RAIL_FEEDBACK,
            icondata_lu::LuMegaphone,
        ));
    }
    if me.runs_a_centre() {
        out.push(door(
            "/kelola/perbaikan",
            ui::RAIL_REGISTER,
            icondata_lu::LuHammer,
        ));
    }
    if me.side() == Side::Staff {
        out.push(door(
            "/kelola/kabar",
            ui::RAIL_NEWS,
            icondata_lu::LuNewspaper,
        ));
        out.push(door(
            "/kelola/nama",
            ui::RAIL_OWN_FACE,
            icondata_lu::LuIdCard,
        ));
    }
    if me.runs_a_centre() {
        out.push(door("/tim", ui::RAIL_STAFF, icondata_lu::LuUserPlus));
        out.push(door("/pekerjaan", ui::RAIL_JOBS, icondata_lu::LuWrench));
        out.push(door("/jejak", ui::RAIL_AUDIT, icondata_lu::LuShieldCheck));
    }
    out.push(door("/saya", ui::TAB_ME, icondata_lu::LuCircleUser));
    out
}

/// The tabs of a phone: the first four rooms and oneself.
fn tabs(me: &Me) -> Vec<Door> {
    let mut out = doors(me);
    if let Some(own) = out.pop() {
        out.truncate(4);
        out.push(own);
    }
    out
}

/// On phones, the rooms that have no tab.
#[component]
pub fn Rooms() -> impl IntoView {
    let w = use_words();
    let who = use_context::<Asked<Me>>();
    let list = move |me: Me| {
        let shown: Vec<&str> = tabs(&me).iter().map(|door| door.path).collect();
        let rest: Vec<Door> = doors(&me)
            .into_iter()
            .filter(|door| !shown.contains(&door.path))
            .collect();
        let rows = rest
            .into_iter()
            .map(|door| view! { <A href=door.path attr:class="nk-row"><span class="nk-tile"><Icon icon=door.icon/></span><span><b>{w.t(door.label)}</b></span><Icon icon=icondata_lu::LuChevronRight/></A> })
            .collect_view();
        view! { <nav class="nk-card nk-rows nk-only-narrow" aria-label=w.t(ui::MENU)>{rows}</nav> }
    };
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match who { Some(who) => who.answer().await.ok().map(list), None => None }
            })}
        </Suspense>
    }
}

/// The frame. Its content is the page.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let w = use_words();
    let who = ask(|| WhoAmI {}, || ());
    provide_context(who);
    follow_hash();
    view! {
        <a class="nk-skip" href="#isi">{w.t(ui::SKIP)}</a>
        <Suspense>
            {move || Suspend::new(async move { who.answer().await.ok().map(|me| view! { <Doors me/> }) })}
        </Suspense>
        <main id="isi" class="nk-work">{children()}</main>
    }
}

/// The router scrolls as soon as the address changes, when a page that is still asked for is not there yet. Once it is,
/// the part that the address names is shown.
fn follow_hash() {
    let location = use_location();
    let (path, hash) = (location.pathname, location.hash);
    Effect::new(move |before: Option<String>| {
        let now = format!("{}{}", path.get(), hash.get());
        if before.is_some_and(|before| before != now) {
            show_part(hash.get_untracked(), LOOKS);
        }
        now
    });
}

/// How often, and at which distance, a part is looked for: three seconds in all.
const LOOKS: u32 = 60;
const LOOK_EVERY: Duration = Duration::from_millis(50);

fn show_part(hash: String, looks: u32) {
    let name = hash.trim_start_matches('#');
    if name.is_empty() || looks == 0 {
        return;
    }
    match document().get_element_by_id(name) {
        Some(part) => part.scroll_into_view(),
        None => set_timeout(move || show_part(hash, looks - 1), LOOK_EVERY),
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
            {tabs(&me).into_iter().map(link).collect_view()}
        </nav>
    }
}
