//! What the ways back in ask of the server: for who forgot the password, and for the desk that helps.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use chrono::{DateTime, Utc};
use domain::{Refusal, ids::CentreId, place::Zone};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// The account that the desk has found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Name, to compare with the identity card.
    pub name: String,
    /// Businesses.
    pub businesses: Vec<String>,
}

/// A code made a moment ago. It is shown to the desk until it ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeCode {
    /// For whom.
    pub name: String,
    /// The code.
    pub code: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// The desk's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpPage {
    /// At which centre.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// Its time.
    pub zone: Zone,
    /// Whose account it is.
    pub found: Option<Found>,
    /// Why it cannot be opened, or why no code was made.
    pub refusal: Option<Refusal>,
    /// The code made a moment ago.
    pub code: Option<MadeCode>,
}

/// Where the desk lets people back in.
pub const HELP: &str = "/bantu-masuk";

/// Has a link mailed. Whether the address has an account is not said.
#[server(prefix = "/api", endpoint = "people/ask_link")]
pub async fn ask_link(
    #[server(default)] contact: String,
    #[server(default)] back: String,
) -> Answer<()> {
    use crate::request::{centre, end_form, local_path, tried};
    let back = local_path(&back, "/lupa-sandi");
    let outcome = tried(centre::people::ask_link(&centre(), &contact)).await;
    let asked = format!("{back}?terkirim=1");
    end_form("ask_link", &back, &contact, outcome, |()| asked).await
}

/// Sets a new password by the code of the desk or the secret of a link, and signs in.
#[server(prefix = "/api", endpoint = "people/recover")]
pub async fn recover(
    #[server(default)] contact: String,
    #[server(default)] code: String,
    #[server(default)] link: String,
    #[server(default)] password: String,
    #[server(default)] back: String,
) -> Answer<()> {
    use centre::people::{Arrival, RecoveryKey};

    use crate::request::{browser, centre, end_form, enter, local_path, tried};
    let (contact_typed, code) = (contact.as_str(), code.as_str());
    let key = match link.as_str() {
        "" => RecoveryKey::Code {
            contact: contact_typed,
            code,
        },
        secret => RecoveryKey::Link(secret),
    };
    let outcome = tried(centre::people::recover(&centre(), key, &password)).await;
    let outcome = enter(
        outcome,
        browser(),
        Arrival::Recovered,
        "/beranda".to_owned(),
    )
    .await;
    let back = local_path(&back, "/sandi-baru");
    end_form("recover", &back, &contact, outcome, Clone::clone)
        .await
        .map(drop)
}

/// The desk's page: the account behind a number or address, or the code made a moment ago, which `draf` names.
#[server(prefix = "/api", endpoint = "people/help_form", input = server_fn::codec::GetUrl)]
pub async fn open_help(
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] contact: String,
    #[server(default)] draf: String,
) -> Answer<HelpPage> {
    use domain::access::act;

    use crate::request::{self, Told, draft, refusal_of};
    let _ = draf; // `draft` finds it in the address.
    let (permit, here) = request::at(act::HelpSignIn, centre).await?;
    request::keep_nowhere();
    let looked = match contact.trim() {
        "" => None,
        contact => Some(centre::people::account(&request::centre(), &permit, contact).await),
    };
    let (found, refusal) = match looked {
        None => (None, None),
        Some(Ok(account)) => (Some(account), None),
        Some(Err(centre::Error::Refused(refusal))) => (None, Some(refusal)),
        Some(Err(fault)) => return Err(fault).told(),
    };
    let made = draft::<MadeCode>(MADE).await.map(|made| made.input);
    Ok(HelpPage {
        centre: here.id,
        centre_name: here.name,
        zone: here.zone,
        found: found.map(|account| Found {
            name: account.name,
            businesses: account.businesses,
        }),
        refusal: refusal.or(refusal_of(&["make_code"]).await),
        code: made,
    })
}

/// The draft of the desk that carries a code from the form to the page, for as long as the code opens. Not the address:
/// others read that over a shoulder, in the history and in logs.
#[cfg(feature = "ssr")]
const MADE: &str = "made_code";

/// Makes a code, once the desk has looked at who stands before it.
#[server(prefix = "/api", endpoint = "people/make_code")]
pub async fn make_code(
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] contact: String,
    #[server(default)] checked: String,
) -> Answer<()> {
    use domain::{access::act, ids::DraftId, refusal::Problem};

    use crate::request::{self, end_form};
    let (permit, _) = request::at(act::HelpSignIn, centre).await?;
    let (shop, desk) = (request::centre(), permit.person());
    let outcome = match checked.parse() {
        Ok(checked) => centre::people::make_code(&shop, permit, &contact, checked).await,
        Err(_) => Err(Refusal::field("checked", Problem::Missing).into()),
    };
    let outcome = match outcome {
        Ok(made) => {
            let (id, made) = (
                DraftId::new(),
                MadeCode {
                    name: made.name,
                    code: made.code,
                    expires_at: made.expires_at,
                },
            );
            let time = made.expires_at - shop.clock.now();
            let kept =
                centre::drafts::keep_for(&shop.db, time, id, Some(desk), MADE, &made, None).await;
            kept.map(|()| id)
        }
        Err(error) => Err(error),
    };
    let back = super::help::address(&contact);
    end_form("make_code", &back, &(), outcome, |id| {
        format!("{HELP}?draf={id}")
    })
    .await
    .map(drop)
}
