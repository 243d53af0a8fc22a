//! `/tim`: who works at a centre, and inviting somebody.

use domain::{access::Role, gallery::whatsapp_link, ids::CentreId, place::Zone};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::{
    account::role_name,
    staff_api::{
        EndRole, Invite, InviteInput, Invited, Member, OpenStaff, StaffPage as Page,
        WithdrawInvitation,
    },
};
use crate::{
    AppError,
    ask::{answered, ask},
    curation::said::{Said, SaidNote},
    post::{Post, PostForm, accepted},
    ui::{Callout, Field, Icon, SelectField, Sure, Tone, error_sentence, fields_of},
    words::{people as p, ui, use_words},
};

/// The roles that can be invited to.
const ROLES: [Role; 4] = [
    Role::Curator,
    Role::Consultant,
    Role::FrontDesk,
    Role::Manager,
];

#[derive(Clone, Copy)]
struct Forms {
    invite: Post,
    withdraw: Post,
    end: Post,
}

/// The page.
#[component]
pub fn StaffPage() -> impl IntoView {
    let query = use_query_map();
    let secret = Memo::new(move |_| query.with(|query| query.get("undangan").unwrap_or_default()));
    let forms = Forms {
        invite: Post::to::<Invite>(),
        withdraw: Post::to::<WithdrawInvitation>(),
        end: Post::to::<EndRole>(),
    };
    let changes = accepted([forms.invite, forms.withdraw, forms.end]);
    let page = ask(
        move || OpenStaff {
            centre: None,
            secret: secret.get(),
        },
        changes,
    );
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_STAFF)/>
        {answered(page, move |page| view! { <Whole page forms/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, forms: Forms) -> impl IntoView {
    let w = use_words();
    let Page {
        centre,
        centre_name,
        zone,
        members,
        invited,
        kept,
        refusal,
        link,
    } = page;
    let typed = kept != InviteInput::default();
    let (of_form, of_page) = if typed {
        (refusal, None)
    } else {
        (None, refusal)
    };
    let said = Said::new(of_page).follow(forms.withdraw).follow(forms.end);
    let contact = invited.last().map(|one| one.contact.clone());
    let name = centre_name.clone();
    view! {
        <header class="nk-head"><div><h1>{w.t(ui::RAIL_STAFF)}</h1><p>{centre_name.clone()}</p></div></header>
        <div class="nk-stack">
            <SaidNote said/>
            {link.map(|link| view! { <Link link contact centre_name=name/> })}
            <div class="nk-cols">
                <div class="nk-stack">
                    <Members centre members forms/>
                    <Open centre invited zone forms/>
                </div>
                <InviteForm centre kept refusal=of_form forms/>
            </div>
        </div>
    }
}

/// The address of the invitation made a moment ago, with a way to hand it over.
#[component]
fn Link(link: String, contact: Option<String>, centre_name: String) -> impl IntoView {
    let w = use_words();
    let text = w.fill(p::INVITE_TEXT, &[("centre", &centre_name), ("link", &link)]);
    let way = contact.map(|contact| {
        if contact.contains('@') {
            view! { <a class="nk-btn nk-btn-outline" href=format!("mailto:{contact}")><Icon icon=icondata_lu::LuMail/>{w.t(p::INVITE_MAIL)}</a> }.into_any()
        } else {
            view! { <a class="nk-btn nk-btn-outline" href=whatsapp_link(&contact, &text) target="_blank" rel="noopener"><Icon icon=icondata_lu::LuMessageCircle/>"WhatsApp"</a> }.into_any()
        }
    });
    view! {
        <section class="nk-card nk-card-pad nk-card-next nk-stack" role="status">
            <p class="nk-eyebrow"><Icon icon=icondata_lu::LuLink/>{w.t(p::INVITE_READY)}</p>
            <p>{w.t(p::INVITE_ONCE)}</p>
            <input class="nk-input" readonly=true aria-label=w.t(p::INVITE_LINK) value=link/>
            <div class="nk-btn-row">{way}</div>
        </section>
    }
}

#[component]
fn Members(centre: CentreId, members: Vec<Member>, forms: Forms) -> impl IntoView {
    let w = use_words();
    let rows = members
        .into_iter()
        .map(|one| {
            let label = w.fill(p::END_ROLE_LABEL, &[("name", &one.name), ("role", &w.t(role_name(one.role)))]);
            view! {
                <tr><th scope="row">{one.name.clone()}{one.me.then(|| view! { <small>{w.t(p::YOU)}</small> })}</th>
                    <td data-label=w.t(p::ROLE)>{w.t(role_name(one.role))}</td>
                    <td class="is-num">{(!one.me).then(|| view! {
                        <Sure ask=w.t(p::END_ROLE) about=one.name.clone() says=w.t(p::END_ROLE_SAYS)>
                            <PostForm post=forms.end>
                                <input type="hidden" name="centre" value=centre.to_string()/>
                                <input type="hidden" name="membership" value=one.membership.to_string()/>
                                <button class="nk-btn nk-btn-outline nk-btn-small" aria-label=label>{w.t(p::END_ROLE_SURE)}</button>
                            </PostForm>
                        </Sure>
                    })}</td></tr>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card">
            <header class="nk-card-head nk-card-pad"><h2>{w.t(p::MEMBERS)}</h2></header>
            <table class="nk-table"><thead><tr><th scope="col">{w.t(p::WHO)}</th><th scope="col">{w.t(p::ROLE)}</th><th scope="col"><span class="nk-vh">{w.t(p::END_ROLE)}</span></th></tr></thead><tbody>{rows}</tbody></table>
        </section>
    }
}

#[component]
fn Open(centre: CentreId, invited: Vec<Invited>, zone: Zone, forms: Forms) -> impl IntoView {
    let w = use_words();
    if invited.is_empty() {
        return ().into_any();
    }
    let rows = invited
        .into_iter()
        .map(|one| {
            let until = zone.brief(one.expires_at, w.language);
            let label = w.fill(p::WITHDRAW_LABEL, &[("contact", &one.contact)]);
            view! {
                <tr><th scope="row">{one.contact.clone()}</th>
                    <td data-label=w.t(p::ROLE)>{w.t(role_name(one.role))}</td>
                    <td data-label=w.t(p::UNTIL)>{until}</td>
                    <td class="is-num"><PostForm post=forms.withdraw>
                        <input type="hidden" name="centre" value=centre.to_string()/>
                        <input type="hidden" name="invitation" value=one.id.to_string()/>
                        <button class="nk-btn nk-btn-text nk-btn-small" aria-label=label>{w.t(p::REVOKE)}</button>
                    </PostForm></td></tr>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card">
            <header class="nk-card-head nk-card-pad"><h2>{w.t(p::INVITED)}</h2></header>
            <table class="nk-table"><thead><tr><th scope="col">{w.t(p::WHO)}</th><th scope="col">{w.t(p::ROLE)}</th><th scope="col">{w.t(p::UNTIL)}</th><th scope="col"><span class="nk-vh">{w.t(p::REVOKE)}</span></th></tr></thead><tbody>{rows}</tbody></table>
        </section>
    }
    .into_any()
}

#[component]
fn InviteForm(
    centre: CentreId,
    kept: InviteInput,
    refusal: Option<domain::Refusal>,
    forms: Forms,
) -> impl IntoView {
    let w = use_words();
    let kept_error = refusal.map(AppError::Refused);
    let error = forms.invite.error(kept_error);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let options = ROLES
        .iter()
        .map(|role| view! { <option value=role.as_str() selected=role.as_str() == kept.role>{w.t(role_name(*role))}</option> })
        .collect_view();
    view! {
        <section class="nk-card nk-card-pad" id="undang">
            <header class="nk-card-head"><h2>{w.t(p::INVITE)}</h2></header>
            <PostForm post=forms.invite attr:class="nk-form">
                {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <input type="hidden" name="centre" value=centre.to_string()/>
                <Field name="form[contact]" label=w.t(p::CONTACT) hint=w.t(p::CONTACT_HINT) value=kept.contact problems/>
                <SelectField name="form[role]" label=w.t(p::ROLE) problems>{options}</SelectField>
                <p class="nk-small nk-muted">{w.t(p::INVITE_HINT)}</p>
                <button class="nk-btn nk-btn-primary">{w.t(p::INVITE_DO)}</button>
            </PostForm>
        </section>
    }
}
