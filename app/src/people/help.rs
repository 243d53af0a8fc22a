//! `/bantu-masuk`: the desk lets somebody back in who forgot the password, after looking at who stands before it.

use domain::{ids::CentreId, people::IdentityCheck, place::Zone};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{hooks::use_query_map, params::ParamsMap};

use super::recovery_api::{Found, HELP, HelpPage as Page, MadeCode, MakeCode, OpenHelp};
use crate::{
    AppError,
    ask::{answered, ask},
    post::{Post, PostForm},
    ui::{Callout, Icon, Tone, error_sentence, fields_of, problem_sentence},
    words::{people as p, ui, use_words},
};

/// Where the account behind a number or address is shown.
pub fn address(contact: &str) -> String {
    let mut query = ParamsMap::new();
    query.insert("kontak", contact.to_owned());
    format!("{HELP}{}", query.to_query_string())
}

/// The page.
#[component]
pub fn HelpPage() -> impl IntoView {
    let query = use_query_map();
    let part = move |name: &str| query.with(|query| query.get(name).unwrap_or_default());
    let contact = Memo::new(move |_| part("kontak"));
    let draf = Memo::new(move |_| part("draf"));
    let make = Post::to::<MakeCode>();
    let page = ask(
        move || OpenHelp {
            centre: None,
            contact: contact.get(),
            draf: draf.get(),
        },
        || (),
    );
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_HELP)/>
        <header class="nk-head"><div><h1>{w.t(ui::RAIL_HELP)}</h1><p>{w.t(p::HELP_LEAD)}</p></div></header>
        {answered(page, move |page| view! { <Whole page contact=contact.get_untracked() make/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, contact: String, make: Post) -> impl IntoView {
    let w = use_words();
    let kept = page.refusal.map(AppError::Refused);
    let error = make.error(kept);
    let unchecked = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let sentence = move || {
        error
            .get()
            .filter(|error| fields_of(Some(error)).is_empty())
            .map(|error| match error {
                AppError::Refused(domain::Refusal::NotFound) => w.t(p::HELP_NOBODY).to_owned(),
                error => error_sentence(w, &error),
            })
    };
    let wrong = move |field: &'static str| {
        let found = unchecked.get().into_iter().find(|one| one.field == field);
        found.map(|one| view! { <p class="nk-error"><Icon icon=icondata_lu::LuCircleAlert/><span>{problem_sentence(w, &one.problem)}</span></p> })
    };
    let searched = contact.clone();
    view! {
        <div class="nk-stack">
            {page.code.map(|made| view! { <Made made zone=page.zone/> })}
            <form class="nk-card nk-card-pad nk-form" method="get" action=HELP>
                <div class="nk-field">
                    <label for="kontak">{w.t(p::CONTACT)}</label>
                    <p class="nk-hint">{w.t(p::HELP_CONTACT_HINT)}</p>
                    <input class="nk-input" id="kontak" name="kontak" value=searched inputmode="tel" autocomplete="off"/>
                    {move || wrong("contact")}
                </div>
                <div class="nk-btn-row"><button class="nk-btn nk-btn-outline">{w.t(p::HELP_FIND)}</button></div>
            </form>
            {move || sentence().map(|sentence| view! { <Callout tone=Tone::Warn>{sentence}</Callout> })}
            {page.found.map(|found| view! {
                <Check found contact centre=page.centre make>{move || wrong("checked")}</Check>
            })}
        </div>
    }
}

/// Whose account it is, and what the desk looked at.
#[component]
fn Check(
    found: Found,
    contact: String,
    centre: CentreId,
    make: Post,
    children: ChildrenFn,
) -> impl IntoView {
    let w = use_words();
    let businesses = if found.businesses.is_empty() {
        w.t(p::HELP_NO_BUSINESS).to_owned()
    } else {
        found.businesses.join(", ")
    };
    let choice = move |check: IdentityCheck, title, hint| {
        view! {
            <label class="nk-choice"><input type="radio" name="checked" value=check.as_str()/><span><b>{w.t(title)}</b><small>{w.t(hint)}</small></span></label>
        }
    };
    view! {
        <section class="nk-card nk-card-pad nk-card-next">
            <p class="nk-eyebrow"><Icon icon=icondata_lu::LuCircleUser/>{w.t(p::HELP_ACCOUNT_OF)}</p>
            <h2 class="text-2xl font-bold">{found.name.clone()}</h2>
            <p class="nk-muted">{businesses}</p>
            <PostForm post=make attr:class="nk-form mt-4">
                <input type="hidden" name="centre" value=centre.to_string()/>
                <input type="hidden" name="contact" value=contact/>
                <fieldset class="nk-fieldset">
                    <legend class="nk-legend">{w.t(p::HELP_CHECKED)}</legend>
                    <div class="nk-choices">
                        {choice(IdentityCheck::Card, p::HELP_CARD, p::HELP_CARD_HINT)}
                        {choice(IdentityCheck::Known, p::HELP_KNOWN, p::HELP_KNOWN_HINT)}
                    </div>
                    {children()}
                </fieldset>
                <div class="nk-btn-row"><button class="nk-btn nk-btn-primary" aria-busy=move || make.busy().then_some("true")>{w.t(p::HELP_MAKE)}</button></div>
                <p class="nk-small nk-muted">{w.t(p::HELP_LOGGED)}</p>
            </PostForm>
        </section>
    }
}

/// The code, large, and what to do with it.
#[component]
fn Made(made: MadeCode, zone: Zone) -> impl IntoView {
    let w = use_words();
    let until = zone.moment(made.expires_at, w.language);
    view! {
        <section class="nk-card nk-card-pad nk-card-next nk-stack" aria-live="polite">
            <p class="nk-eyebrow"><Icon icon=icondata_lu::LuKeyRound/>{w.fill(p::HELP_CODE_FOR, &[("name", &made.name)])}</p>
            <p class="nk-code">{made.code}</p>
            <p>{w.fill(p::HELP_CODE_SAYS, &[("until", &until)])}</p>
            <p class="nk-small nk-muted">{w.t(p::HELP_CODE_ONCE)}</p>
        </section>
    }
}
