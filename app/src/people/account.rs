//! `/saya`: one's settings and consents, who read one's data, and the ways to one's doors and out.

use domain::access::Role;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};

use super::{
    api::{Account, MyAccount, SetConsent, SignOut, SignOutEverywhere},
    frame::Rooms,
    security_api::SECURITY,
    settings::SettingsSection,
};
use crate::{
    ask::{answered, ask},
    post::{Post, PostForm, accepted},
    ui::{Icon, Sure},
    words::{Key, people as p, ui, use_words},
};

/// The page.
#[component]
pub fn AccountPage() -> impl IntoView {
    let consent = Post::to::<SetConsent>();
    let query = use_query_map();
    let page = ask(|| MyAccount {}, accepted([consent]));
    let saved = query.with_untracked(|query| query.get("setelan").is_some());
    let w = use_words();
    view! {
        <Title text=w.t(ui::TAB_ME)/>
        <header class="nk-head"><div><h1>{w.t(ui::TAB_ME)}</h1></div></header>
        {answered(page, move |account| view! { <Whole account consent saved/> })}
    }
    .into_any()
}

#[component]
fn Whole(account: Account, consent: Post, saved: bool) -> impl IntoView {
    let w = use_words();
    let reached = [account.myself.phone, account.myself.email];
    let reached: Vec<String> = reached.into_iter().flatten().collect();
    let consents = account
        .consents
        .into_iter()
        .map(|line| {
            let since = line.since.map_or_else(|| w.t(p::CONSENT_NOT_GIVEN).to_owned(), |at| w.fill(p::CONSENT_SINCE, &[("at", &at)]));
            let name = w.t(purpose_name(line.purpose));
            let form = move |label, class| view! {
                <PostForm post=consent>
                    <input type="hidden" name="purpose" value=line.purpose.as_str()/>
                    <input type="hidden" name="given" value=(!line.given).to_string()/>
                    <button class=class aria-label=format!("{label}: {name}")>{label}</button>
                </PostForm>
            };
            let act = if line.given {
                view! { <Sure ask=w.t(p::REVOKE) about=name.to_owned() says=w.t(revoking(line.purpose))>{form(w.t(p::REVOKE_SURE), "nk-btn nk-btn-outline nk-btn-small")}</Sure> }.into_any()
            } else {
                form(w.t(p::GIVE), "nk-btn nk-btn-primary nk-btn-small").into_any()
            };
            view! {
                <li class="nk-row">
                    <span></span>
                    <span><b>{name}</b><small>{w.t(purpose_text(line.purpose))}</small><small>{since}</small></span>
                    {act}
                </li>
            }
        })
        .collect_view();
    let nobody = account.readings.is_empty();
    let readings = account
        .readings
        .into_iter()
        .map(|line| {
            view! { <tr><td>{line.reader}</td><td data-label=w.t(p::ROLE)>{w.t(role_name(line.role))}</td><td data-label=w.t(p::WHEN)>{line.at}</td></tr> }
        })
        .collect_view();
    view! {
        <div class="nk-stack">
            <p class="nk-lead"><b>{account.myself.name}</b>" · "{reached.join(" · ")}</p>
            <Rooms/>
            <nav class="nk-card nk-rows" aria-label=w.t(p::SECURITY)>
                <A href=SECURITY attr:class="nk-row"><span class="nk-tile"><Icon icon=icondata_lu::LuKeyRound/></span><span><b>{w.t(p::SECURITY)}</b><small>{w.t(p::SECURITY_LEAD)}</small></span><Icon icon=icondata_lu::LuChevronRight/></A>
            </nav>
            <SettingsSection settings=account.myself.settings refusal=account.settings_refusal saved/>
            <section class="nk-card"><div class="nk-card-pad nk-card-head"><h2>{w.t(p::CONSENT)}</h2></div><ul class="nk-rows">{consents}</ul></section>
            <section class="nk-card nk-card-pad">
                <div class="nk-card-head"><h2>{w.t(p::READINGS)}</h2></div>
                {if nobody {
                    view! { <p class="nk-muted">{w.t(p::READINGS_NONE)}</p> }.into_any()
                } else {
                    view! { <table class="nk-table">
                        <thead><tr><th>{w.t(p::WHO)}</th><th>{w.t(p::ROLE)}</th><th>{w.t(p::WHEN)}</th></tr></thead><tbody>{readings}</tbody>
                    </table> }.into_any()
                }}
            </section>
            <div class="nk-btn-row">
                <form method="post" action=SignOut::PATH><button class="nk-btn nk-btn-outline">{w.t(p::SIGN_OUT)}</button></form>
                <form method="post" action=SignOutEverywhere::PATH><button class="nk-btn nk-btn-text">{w.t(p::SIGN_OUT_EVERYWHERE)}</button></form>
            </div>
        </div>
    }
}

fn purpose_name(purpose: domain::people::Purpose) -> Key {
    use domain::people::Purpose;
    match purpose {
        Purpose::Service => p::CONSENT_SERVICE,
        Purpose::Gallery => p::CONSENT_GALLERY,
        Purpose::Sharing => p::CONSENT_SHARING,
        Purpose::Statistics => p::CONSENT_STATISTICS,
    }
}

/// What a purpose means.
fn purpose_text(purpose: domain::people::Purpose) -> Key {
    use domain::people::Purpose;
    match purpose {
        Purpose::Service => p::CONSENT_SERVICE_TEXT,
        Purpose::Gallery => p::CONSENT_GALLERY_TEXT,
        Purpose::Sharing => p::CONSENT_SHARING_TEXT,
        Purpose::Statistics => p::CONSENT_STATISTICS_TEXT,
    }
}

/// What follows when a consent is revoked.
fn revoking(purpose: domain::people::Purpose) -> Key {
    use domain::people::Purpose;
    match purpose {
        Purpose::Service => p::REVOKE_SERVICE,
        Purpose::Gallery => p::REVOKE_GALLERY,
        Purpose::Sharing | Purpose::Statistics => p::REVOKE_OTHER,
    }
}

/// A role in words.
pub fn role_name(role: Role) -> Key {
    match role {
        Role::Entrepreneur => p::ROLE_ENTREPRENEUR,
        Role::Consultant => p::ROLE_CONSULTANT,
        Role::Curator => p::ROLE_CURATOR,
        Role::FrontDesk => p::ROLE_FRONT_DESK,
        Role::Manager => p::ROLE_MANAGER,
        Role::ProvinceAdmin => p::ROLE_PROVINCE_ADMIN,
        Role::Partner => p::ROLE_PARTNER,
        Role::Ministry => p::ROLE_MINISTRY,
    }
}
