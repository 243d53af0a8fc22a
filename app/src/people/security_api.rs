//! What the page of one's doors asks of the server: devices, passkeys, the second step.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    ids::{DeviceId, PasskeyId},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// Where one's doors are.
pub const SECURITY: &str = "/saya/keamanan";

/// One's doors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doors {
    /// Browsers, those seen last first.
    pub devices: Vec<DeviceLine>,
    /// Passkeys; `None` where there can be none.
    pub passkeys: Option<Vec<PasskeyLine>>,
    /// The second step; `None` for makers, who would rather lose a minute than an account.
    pub second_step: Option<SecondStep>,
    /// The spare codes made a moment ago.
    pub fresh_codes: Vec<String>,
    /// Why a form was refused, and which.
    pub refused: Option<(String, Refusal)>,
}

/// A browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceLine {
    /// Identity.
    pub id: DeviceId,
    /// What it calls itself; may be empty.
    pub name: String,
    /// First signed in.
    pub first: DateTime<Utc>,
    /// Last seen.
    pub last: DateTime<Utc>,
    /// Whether it is signed in.
    pub signed_in: bool,
    /// Whether it is the one at hand.
    pub this: bool,
}

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyLine {
    /// Identity.
    pub id: PasskeyId,
    /// As its owner calls it.
    pub name: String,
    /// Made at.
    pub made: DateTime<Utc>,
    /// Last used at.
    pub used: Option<DateTime<Utc>>,
}

/// How the second step stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondStep {
    /// None is asked.
    Off,
    /// The app has to prove that it has the secret.
    Waiting {
        /// In base 32, to type.
        secret: String,
        /// To scan, as SVG.
        square: String,
    },
    /// Asked at every sign-in.
    On {
        /// Spare codes that were not used.
        spare_codes: i64,
    },
}

/// The draft that carries fresh spare codes from the form to the page. Not the address: others read that.
#[cfg(feature = "ssr")]
const FRESH: &str = "fresh_codes";

/// How long they are shown, for who loads the page again.
#[cfg(feature = "ssr")]
const FRESH_MINUTES: i64 = 15;

/// The draft of a refused change of the password.
pub const PASSWORD: &str = "password";
/// The draft of a refused second step.
pub const SECOND_STEP_ON: &str = "second_step_on";
/// The draft of a second step that stays on.
pub const SECOND_STEP_OFF: &str = "second_step_off";
/// The draft of spare codes that were not made.
pub const SPARE_CODES: &str = "spare_codes";

/// The page.
#[server(prefix = "/api", endpoint = "people/security", input = server_fn::codec::GetUrl)]
pub async fn open_security(#[server(default)] draf: String) -> Answer<Doors> {
    use centre::people;
    use domain::access::Side;

    use crate::request::{Told, actor, centre, device, draft, keep_nowhere, refusal_of};
    let _ = draf; // `draft` finds it in the address.
    let (centre, actor) = (centre(), actor()?);
    keep_nowhere();
    let here = device().await;
    let devices = people::devices(&centre, &actor).await.told()?;
    let devices = devices.into_iter().map(|row| DeviceLine {
        this: Some(row.id) == here,
        id: row.id,
        name: row.name,
        first: row.first_seen_at,
        last: row.last_seen_at,
        signed_in: row.signed_in,
    });
    let passkeys = people::passkeys(&centre, &actor).await.told()?;
    let passkeys = passkeys.into_iter().map(|row| PasskeyLine {
        id: row.id,
        name: row.name,
        made: row.created_at,
        used: row.used_at,
    });
    let second_step = match people::second_step(&centre, &actor).await.told()? {
        people::SecondStep::Off => SecondStep::Off,
        people::SecondStep::Waiting(new) => SecondStep::Waiting {
            secret: new.secret,
            square: new.square,
        },
        people::SecondStep::On { spare_codes } => SecondStep::On { spare_codes },
    };
    let is_maker = Side::of(&actor.roles()) == Side::Maker;
    let offered = |stands: &SecondStep| !is_maker || *stands != SecondStep::Off;
    let mut refused = None;
    for form in [PASSWORD, SECOND_STEP_ON, SECOND_STEP_OFF, SPARE_CODES] {
        let why = refusal_of(&[form]).await;
        refused = refused.or(why.map(|why| (form.to_owned(), why)));
    }
    Ok(Doors {
        devices: devices.collect(),
        passkeys: centre.passkeys.is_open().then(|| passkeys.collect()),
        second_step: Some(second_step).filter(offered),
        fresh_codes: draft::<Vec<String>>(FRESH)
            .await
            .map(|kept| kept.input)
            .unwrap_or_default(),
        refused,
    })
}

/// Changes one's own password and ends every other session.
#[server(prefix = "/api", endpoint = "people/change_password")]
pub async fn change_password(
    #[server(default)] old: String,
    #[server(default)] new: String,
) -> Answer<()> {
    use crate::request::{actor, centre, end_form, session_id};
    let (centre, actor) = (centre(), actor()?);
    let outcome = centre::people::change_password(&centre, &actor, &old, &new, &session_id()).await;
    end_form(PASSWORD, SECURITY, &(), outcome, |()| {
        format!("{SECURITY}?sandi=baru#sandi")
    })
    .await
}

/// Signs a device out and forgets it. The one at hand is sent to the sign-in page.
#[server(prefix = "/api", endpoint = "people/end_device")]
pub async fn end_device(device: DeviceId) -> Answer<()> {
    use crate::request::{self, Told, actor, centre, end_session};
    let this = request::device().await == Some(device);
    centre::people::end_device(&centre(), &actor()?, device)
        .await
        .told()?;
    if this {
        end_session().await?;
    }
    leptos_axum::redirect(if this { "/masuk" } else { SECURITY });
    Ok(())
}

/// Has fresh spare codes shown once: gives the address that shows them.
#[cfg(feature = "ssr")]
async fn show_once(codes: centre::Result<Vec<String>>) -> centre::Result<String> {
    use crate::request;
    let (codes, id) = (codes?, domain::ids::DraftId::new());
    let person = request::visitor().map(|actor| actor.person);
    let time = chrono::Duration::minutes(FRESH_MINUTES);
    let db = request::centre().db;
    centre::drafts::keep_for(&db, time, id, person, FRESH, &codes, None).await?;
    Ok(format!("{SECURITY}?draf={id}#langkah-kedua"))
}

/// Makes a fresh secret for one's app.
#[server(prefix = "/api", endpoint = "people/open_second_step")]
pub async fn open_second_step() -> Answer<()> {
    use crate::request::{actor, centre, end_form};
    let outcome = centre::people::open_second_step(&centre(), &actor()?).await;
    end_form(SECOND_STEP_ON, SECURITY, &(), outcome, |()| {
        second_step_section()
    })
    .await
}

/// Switches the second step on, and shows spare codes.
#[server(prefix = "/api", endpoint = "people/confirm_second_step")]
pub async fn confirm_second_step(#[server(default)] code: String) -> Answer<()> {
    use crate::request::{actor, centre, end_form};
    let codes = centre::people::confirm_second_step(&centre(), &actor()?, &code).await;
    let outcome = show_once(codes).await;
    end_form(SECOND_STEP_ON, SECURITY, &(), outcome, Clone::clone)
        .await
        .map(drop)
}

/// Shows fresh spare codes.
#[server(prefix = "/api", endpoint = "people/spare_codes")]
pub async fn new_spare_codes(#[server(default)] password: String) -> Answer<()> {
    use crate::request::{actor, centre, end_form};
    let codes = centre::people::new_spare_codes(&centre(), &actor()?, &password).await;
    let outcome = show_once(codes).await;
    end_form(SPARE_CODES, SECURITY, &(), outcome, Clone::clone)
        .await
        .map(drop)
}

/// Switches the second step off.
#[server(prefix = "/api", endpoint = "people/end_second_step")]
pub async fn end_second_step(#[server(default)] password: String) -> Answer<()> {
    use crate::request::{actor, centre, end_form};
    let outcome = centre::people::end_second_step(&centre(), &actor()?, &password).await;
    end_form(SECOND_STEP_OFF, SECURITY, &(), outcome, |()| {
        second_step_section()
    })
    .await
}

#[cfg(feature = "ssr")]
fn second_step_section() -> String {
    format!("{SECURITY}#langkah-kedua")
}

/// The second step of signing in.
#[server(prefix = "/api", endpoint = "people/second_step")]
pub async fn take_second_step(
    #[server(default)] code: String,
    #[server(default)] next: String,
    #[server(default)] back: String,
) -> Answer<()> {
    use crate::request::{SECOND_STEP, end_form, local_path, second_step, tried};
    let outcome = tried(second_step(&code)).await;
    let next = local_path(&next, "/beranda");
    end_form(
        "second_step",
        &local_path(&back, SECOND_STEP),
        &(),
        outcome,
        |()| next,
    )
    .await
}

/// Begins making a passkey: what the browser is asked, in JSON.
#[server(prefix = "/api", endpoint = "people/start_passkey")]
pub async fn start_passkey() -> Answer<String> {
    use crate::request::{Told, actor, centre, remember};
    let ceremony = centre::people::start_passkey(&centre(), &actor()?)
        .await
        .told()?;
    remember(&ceremony.state).await.told()?;
    Ok(ceremony.asks)
}

/// Keeps the passkey that the browser made.
#[server(prefix = "/api", endpoint = "people/keep_passkey")]
pub async fn keep_passkey(
    #[server(default)] name: String,
    #[server(default)] answer: String,
) -> Answer<()> {
    use crate::request::{Told, actor, centre, remembered};
    let actor = actor()?;
    let state = remembered().await.told()?;
    centre::people::keep_passkey(&centre(), &actor, &state, &answer, &name)
        .await
        .told()
}

/// Takes a passkey away.
#[server(prefix = "/api", endpoint = "people/drop_passkey")]
pub async fn drop_passkey(passkey: PasskeyId) -> Answer<()> {
    use crate::request::{Told, actor, centre};
    centre::people::drop_passkey(&centre(), &actor()?, passkey)
        .await
        .told()?;
    leptos_axum::redirect(SECURITY);
    Ok(())
}

/// Begins signing in with a passkey: what the browser is asked, in JSON.
#[server(prefix = "/api", endpoint = "people/start_with_passkey")]
pub async fn start_with_passkey() -> Answer<String> {
    use crate::request::{Told, centre, remember, tried};
    let begin = async {
        let ceremony = centre::people::start_with_passkey(&centre())?;
        remember(&ceremony.state).await?;
        Ok(ceremony.asks)
    };
    tried(begin).await.told()
}

/// Signs in with the passkey that the browser shows. Gives the address to go on to.
#[server(prefix = "/api", endpoint = "people/with_passkey")]
pub async fn with_passkey(
    #[server(default)] answer: String,
    #[server(default)] next: String,
) -> Answer<String> {
    use centre::people::{Arrival, Entered};

    use crate::request::{Told, browser, centre, enter, local_path, remembered, tried};
    let next = local_path(&next, "/beranda");
    let entered = async {
        let state = remembered().await?;
        let person = centre::people::with_passkey(&centre(), &state, &answer).await;
        enter(person.map(Entered::In), browser(), Arrival::SignedIn, next).await
    };
    tried(entered).await.told()
}
