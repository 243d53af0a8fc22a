//! `/undangan/{secret}`: what an invitation offers, and accepting it.

use domain::Refusal;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::{
    account::role_name,
    staff_api::{AcceptInvitation, Offer, OpenInvitation},
};
use crate::{
    AppError,
    ask::{answered_anew, ask},
    post::{Post, PostForm},
    ui::{Callout, Icon, Tone, error_sentence},
    words::{people as p, ui, use_words},
};

/// The page.
#[component]
pub fn InvitedPage() -> impl IntoView {
    let params = use_params_map();
    let secret = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let offer = ask(
        move || OpenInvitation {
            secret: secret.get(),
        },
        || (),
    );
    let accept = Post::to::<AcceptInvitation>();
    let w = use_words();
    view! {
        <Title text=w.t(p::INVITATION)/>
        <div class="nk-page">
            <h1>{w.t(p::INVITATION)}</h1>
            {answered_anew(
                offer,
                move |offer| view! { <Offered offer secret=secret.get_untracked() accept/> },
                |error| view! { <Gone error/> }.into_any(),
            )}
        </div>
    }
    .into_any()
}

#[component]
fn Gone(error: AppError) -> impl IntoView {
    let w = use_words();
    let tone = if error == AppError::Refused(Refusal::LinkSpent) {
        Tone::Warn
    } else {
        Tone::Error
    };
    view! {
        <Callout tone>{error_sentence(w, &error)}</Callout>
        <p class="mt-4"><a class="nk-btn nk-btn-outline" href="/beranda">{w.t(ui::TAB_HOME)}</a></p>
    }
}

#[component]
fn Offered(offer: Offer, secret: String, accept: Post) -> impl IntoView {
    let w = use_words();
    let until = w.day(offer.expires_at);
    let refusal = offer.refusal.clone().map(AppError::Refused);
    let error = move || accept.last().map_or(refusal.clone(), Result::err);
    let says = w.fill(
        p::INVITATION_SAYS,
        &[
            ("centre", &offer.centre),
            ("role", &w.t(role_name(offer.role))),
        ],
    );
    view! {
        <section class="nk-card nk-card-pad nk-stack">
            <p class="nk-eyebrow"><Icon icon=icondata_lu::LuUserPlus/>{offer.centre.clone()}</p>
            <h2>{says}</h2>
            <p class="nk-muted">{w.fill(p::INVITATION_UNTIL, &[("contact", &offer.contact), ("day", &until)])}</p>
            {move || error().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
            <PostForm post=accept>
                <input type="hidden" name="secret" value=secret/>
                <button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(p::INVITATION_ACCEPT)}</button>
            </PostForm>
        </section>
    }
}
