//! `/saya/keamanan`: one's password, the browsers one signed in with, passkeys, and the second step.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};

use super::{
    second_step::{SecondStepForms, SecondStepSection},
    security_api::{
        ChangePassword, DeviceLine, Doors, DropPasskey, EndDevice, OpenSecurity, PASSWORD,
        PasskeyLine,
    },
};
use crate::{
    AppError,
    ask::{answered, ask},
    post::{Post, PostForm, accepted},
    ui::{Callout, Field, Icon, Sure, Tone, error_sentence, fields_of},
    words::{people as p, ui, use_words},
};

#[derive(Clone, Copy)]
struct Forms {
    password: Post,
    device: Post,
    passkey: Post,
    second_step: SecondStepForms,
}

/// The page.
#[component]
pub fn SecurityPage() -> impl IntoView {
    let forms = Forms {
        password: Post::to::<ChangePassword>(),
        device: Post::to::<EndDevice>(),
        passkey: Post::to::<DropPasskey>(),
        second_step: SecondStepForms::unsent(),
    };
    let query = use_query_map();
    let draft = Memo::new(move |_| query.with(|query| query.get("draf").unwrap_or_default()));
    let rows = accepted([forms.device, forms.passkey]);
    let steps = forms.second_step.accepted();
    let page = ask(
        move || OpenSecurity { draf: draft.get() },
        move || (rows(), steps()),
    );
    let changed = Memo::new(move |_| query.with(|query| query.get("sandi").is_some()));
    let w = use_words();
    view! {
        <Title text=w.t(p::SECURITY)/>
        <header class="nk-head">
            <div>
                <p class="nk-eyebrow"><A href="/saya">{w.t(ui::TAB_ME)}</A></p>
                <h1>{w.t(p::SECURITY)}</h1>
                <p class="nk-lead">{w.t(p::SECURITY_LEAD)}</p>
            </div>
        </header>
        {answered(page, move |doors| view! { <Whole doors forms changed/> })}
    }
    .into_any()
}

#[component]
fn Whole(doors: Doors, forms: Forms, changed: Memo<bool>) -> impl IntoView {
    let Doors {
        devices,
        passkeys,
        second_step,
        fresh_codes,
        refused,
    } = doors;
    let of = |form: &str| {
        let found = refused.as_ref().filter(|(refused, _)| refused == form);
        found.map(|(_, why)| AppError::Refused(why.clone()))
    };
    view! {
        <div class="nk-stack">
            <DeviceSection devices post=forms.device/>
            {passkeys.map(|passkeys| view! { <PasskeySection passkeys post=forms.passkey/> })}
            {second_step.map(|stands| view! {
                <SecondStepSection stands fresh_codes refused=refused.clone() forms=forms.second_step/>
            })}
            <PasswordSection post=forms.password kept=of(PASSWORD) changed/>
        </div>
    }
}

/// The browsers, and signing one out.
#[component]
fn DeviceSection(devices: Vec<DeviceLine>, post: Post) -> impl IntoView {
    let w = use_words();
    let row = |line: DeviceLine| {
        let name = match line.name.as_str() {
            "" => w.t(p::DEVICE_UNKNOWN).to_owned(),
            name => name.to_owned(),
        };
        let icon = match line.name.contains("Android") || line.name.contains("iPhone") {
            true => icondata_lu::LuSmartphone,
            false => icondata_lu::LuMonitor,
        };
        let state = if line.this {
            w.t(p::DEVICE_THIS).to_owned()
        } else if line.signed_in {
            w.fill(p::DEVICE_IN, &[("day", &w.day(line.last))])
        } else {
            w.fill(p::DEVICE_OUT, &[("day", &w.day(line.last))])
        };
        let first = w.fill(p::DEVICE_FIRST, &[("day", &w.day(line.first))]);
        let about = name.clone();
        view! {
            <li class="nk-row">
                <span class="nk-tile"><Icon icon/></span>
                <span><b>{name}</b><small>{state}</small><small>{first}</small></span>
                <Sure ask=w.t(p::DEVICE_END) about says=w.t(p::DEVICE_END_SAYS)>
                    <PostForm post>
                        <input type="hidden" name="device" value=line.id.to_string()/>
                        <button class="nk-btn nk-btn-outline nk-btn-small">{w.t(p::DEVICE_END_SURE)}</button>
                    </PostForm>
                </Sure>
            </li>
        }
    };
    let rows = devices.into_iter().map(row).collect_view();
    view! {
        <section class="nk-card" id="perangkat">
            <div class="nk-card-pad nk-card-head"><h2>{w.t(p::DEVICES)}</h2></div>
            <ul class="nk-rows">{rows}</ul>
        </section>
    }
}

/// Passkeys. Making one needs the script in `kunci.js`; without it the form is not shown.
#[component]
fn PasskeySection(passkeys: Vec<PasskeyLine>, post: Post) -> impl IntoView {
    let w = use_words();
    let row = |line: PasskeyLine| {
        let used = match line.used {
            Some(at) => w.fill(p::PASSKEY_USED, &[("day", &w.day(at))]),
            None => w.t(p::PASSKEY_UNUSED).to_owned(),
        };
        let made = w.fill(p::PASSKEY_MADE, &[("day", &w.day(line.made))]);
        let about = line.name.clone();
        view! {
            <li class="nk-row">
                <span class="nk-tile"><Icon icon=icondata_lu::LuFingerprint/></span>
                <span><b>{line.name}</b><small>{used}</small><small>{made}</small></span>
                <Sure ask=w.t(p::PASSKEY_DROP) about says=w.t(p::PASSKEY_DROP_SAYS)>
                    <PostForm post>
                        <input type="hidden" name="passkey" value=line.id.to_string()/>
                        <button class="nk-btn nk-btn-outline nk-btn-small">{w.t(p::PASSKEY_DROP_SURE)}</button>
                    </PostForm>
                </Sure>
            </li>
        }
    };
    let rows = passkeys.into_iter().map(row).collect_view();
    view! {
        <section class="nk-card" id="kunci">
            <div class="nk-card-pad nk-card-head"><div><h2>{w.t(p::PASSKEYS)}</h2><p class="nk-muted">{w.t(p::PASSKEYS_HINT)}</p></div></div>
            <ul class="nk-rows">{rows}</ul>
            <form class="nk-form nk-card-pad nk-passkey" data-kunci="baru" method="post">
                <Field name="name" label=w.t(p::PASSKEY_NAME) hint=w.t(p::PASSKEY_NAME_HINT)/>
                <p class="nk-error" data-galat=w.t(p::PASSKEY_FAILED) role="alert" hidden></p>
                <div class="nk-btn-row"><button class="nk-btn nk-btn-outline">{w.t(p::PASSKEY_NEW)}</button></div>
            </form>
            <p class="nk-card-pad nk-muted nk-no-passkey">{w.t(p::PASSKEY_NO_SCRIPT)}</p>
            <script type="module" src="/kunci.js"></script>
        </section>
    }
}

/// Changing one's password. It ends every other session.
#[component]
fn PasswordSection(post: Post, kept: Option<AppError>, changed: Memo<bool>) -> impl IntoView {
    let w = use_words();
    let error = post.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let done = move || changed.get() && error.get().is_none();
    view! {
        <section class="nk-card nk-card-pad" id="sandi">
            <div class="nk-card-head"><h2>{w.t(p::PASSWORD_CHANGE)}</h2></div>
            {move || done().then(|| view! { <Callout tone=Tone::Ok>{w.t(p::PASSWORD_CHANGED)}</Callout> })}
            <PostForm post attr:class="nk-form">
                {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <Field name="old" label=w.t(p::PASSWORD_OLD) kind="password" complete="current-password" problems/>
                <Field name="new" label=w.t(p::PASSWORD_NEW) hint=w.t(p::PASSWORD_HINT) kind="password" complete="new-password" problems/>
                <p class="nk-small nk-muted">{w.t(p::PASSWORD_CHANGE_HINT)}</p>
                <div class="nk-btn-row"><button class="nk-btn nk-btn-outline">{w.t(p::PASSWORD_CHANGE)}</button></div>
            </PostForm>
        </section>
    }
}
