//! What the people pages ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    access::{Role, Side},
    language::Language,
    people::{Myself, Purpose, Settings},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// What the frame shows of the person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Name.
    pub name: String,
    /// Language.
    pub language: Language,
    /// Roles held anywhere.
    pub roles: Vec<Role>,
}

impl Me {
    /// What brings them here.
    pub fn side(&self) -> Side {
        Side::of(&self.roles)
    }

    /// Whether rounds, rubrics and the staff of a centre are theirs to run.
    pub fn runs_a_centre(&self) -> bool {
        self.is(Role::Manager) || self.is(Role::ProvinceAdmin)
    }

    /// Whether business files are open to them as staff.
    pub fn advises(&self) -> bool {
        self.runs_a_centre() || self.is(Role::Consultant) || self.is(Role::FrontDesk)
    }

    /// Whether they may let others back in.
    pub fn helps_in(&self) -> bool {
        self.runs_a_centre() || self.is(Role::FrontDesk)
    }

    /// Whether this role is held anywhere.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Who is signed in.
#[server(prefix = "/api", endpoint = "people/me", input = server_fn::codec::GetUrl)]
pub async fn who_am_i() -> Answer<Me> {
    let actor = crate::request::actor()?;
    Ok(Me {
        roles: actor.roles(),
        name: actor.name,
        language: actor.language,
    })
}

/// Signs in and goes on to `next`.
#[server(prefix = "/api", endpoint = "people/sign_in")]
pub async fn sign_in(contact: String, password: String, next: String, back: String) -> Answer<()> {
    use centre::people::Arrival;

    use crate::request::{browser, centre, end_form, enter, local_path, tried};
    let (centre, browser) = (centre(), browser());
    let outcome = tried(centre::people::sign_in(
        &centre, &contact, &password, &browser,
    ))
    .await;
    let next = local_path(&next, "/beranda");
    let outcome = enter(outcome, browser, Arrival::SignedIn, next).await;
    let back = local_path(&back, "/masuk");
    end_form("sign_in", &back, &contact, outcome, Clone::clone)
        .await
        .map(drop)
}

/// Opens an account and signs in.
#[server(prefix = "/api", endpoint = "people/sign_up")]
pub async fn sign_up(
    name: String,
    contact: String,
    password: String,
    #[server(default)] purposes: Vec<Purpose>,
    #[server(default)] language: Language,
    next: String,
    back: String,
) -> Answer<()> {
    use centre::people::{Arrival, Entered};

    use crate::request::{browser, centre, end_form, enter, local_path, tried};
    let mut form = centre::people::SignUp {
        name,
        contact,
        password,
        purposes,
        language,
    };
    let outcome = tried(centre::people::sign_up(&centre(), &form)).await;
    let next = local_path(&next, "/beranda");
    let outcome = enter(outcome.map(Entered::In), browser(), Arrival::SignedUp, next).await;
    form.password.clear();
    let back = local_path(&back, "/daftar");
    end_form("sign_up", &back, &form, outcome, Clone::clone)
        .await
        .map(drop)
}

/// Signs out in this browser.
#[server(prefix = "/api", endpoint = "people/sign_out")]
pub async fn sign_out() -> Answer<()> {
    crate::request::end_session().await?;
    leptos_axum::redirect("/");
    Ok(())
}

/// Signs out everywhere.
#[server(prefix = "/api", endpoint = "people/sign_out_everywhere")]
pub async fn sign_out_everywhere() -> Answer<()> {
    use crate::request::{Told, actor, centre, end_session};
    centre::people::sign_out_everywhere(&centre(), &actor()?)
        .await
        .told()?;
    end_session().await?;
    leptos_axum::redirect("/masuk");
    Ok(())
}

/// One's own account page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Name, ways to be reached, and settings, as they stand or as they were refused.
    pub myself: Myself,
    /// Why settings were refused.
    pub settings_refusal: Option<domain::Refusal>,
    /// Every purpose, given or not.
    pub consents: Vec<ConsentLine>,
    /// Who read one's data, the latest first.
    pub readings: Vec<ReadingLine>,
}

/// A purpose and whether it is agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentLine {
    /// Which.
    pub purpose: Purpose,
    /// Whether it stands.
    pub given: bool,
    /// Since when, in words.
    pub since: Option<String>,
}

/// One reading of one's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingLine {
    /// Who.
    pub reader: String,
    /// As what.
    pub role: Role,
    /// When, in words.
    pub at: String,
}

/// Consents, and who read one's data.
#[server(prefix = "/api", endpoint = "people/account", input = server_fn::codec::GetUrl)]
pub async fn my_account() -> Answer<Account> {
    use crate::request::{Told, actor, centre};
    let actor = actor()?;
    let mut myself = centre::people::myself(&centre(), &actor).await.told()?;
    let kept = crate::request::draft::<Settings>("settings").await;
    let settings_refusal = kept.and_then(|kept| {
        myself.settings = kept.input;
        kept.refusal
    });
    let given = centre::people::consents(&centre(), &actor).await.told()?;
    let moment = |at| actor.zone().moment(at, actor.language);
    let consents = Purpose::ALL
        .iter()
        .map(|purpose| {
            let standing = given
                .iter()
                .find(|row| row.purpose == *purpose && row.revoked_at.is_none());
            ConsentLine {
                purpose: *purpose,
                given: standing.is_some(),
                since: standing.map(|row| moment(row.given_at)),
            }
        })
        .collect();
    let readings = centre::people::my_readings(&centre(), &actor)
        .await
        .told()?;
    let readings = readings
        .into_iter()
        .map(|row| ReadingLine {
            reader: row.reader,
            role: row.role,
            at: moment(row.at),
        })
        .collect();
    Ok(Account {
        myself,
        settings_refusal,
        consents,
        readings,
    })
}

/// Gives or revokes a consent.
#[server(prefix = "/api", endpoint = "people/set_consent")]
pub async fn set_consent(purpose: Purpose, given: bool) -> Answer<()> {
    use crate::request::{Told, actor, centre};
    let actor = actor()?;
    if given {
        centre::people::give_consent(&centre(), &actor, purpose)
            .await
            .told()?;
    } else {
        centre::people::revoke_consent(&centre(), &actor, purpose)
            .await
            .told()?;
    }
    leptos_axum::redirect("/saya");
    Ok(())
}

/// Changes language, digest and quiet hours. The page is loaded anew, in the language chosen.
#[server(prefix = "/api", endpoint = "people/settings")]
pub async fn save_settings(#[server(default)] form: Settings) -> Answer<()> {
    use crate::request::{actor, centre, end_form};
    let outcome = centre::people::update_settings(&centre(), &actor()?, form).await;
    end_form("settings", "/saya", &form, outcome, |()| {
        "/saya?setelan=baru#setelan".to_owned()
    })
    .await
}
