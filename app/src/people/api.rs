//! What the people pages ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{access::Role, language::Language, people::Purpose};
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
    /// Whether any role is one of the staff's.
    pub fn is_staff(&self) -> bool {
        self.roles.iter().any(|role| role.is_staff())
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
    let mut roles: Vec<Role> = actor.memberships.iter().map(|held| held.role).collect();
    roles.sort_unstable();
    roles.dedup();
    Ok(Me {
        name: actor.name,
        language: actor.language,
        roles,
    })
}

/// Signs in and goes on to `next`.
#[server(prefix = "/api", endpoint = "people/sign_in")]
pub async fn sign_in(contact: String, password: String, next: String, back: String) -> Answer<()> {
    use crate::request::{begin_session, centre, end_form, local_path};
    let outcome = centre::people::sign_in(&centre(), &contact, &password).await;
    let outcome = begin_session(outcome).await;
    let next = local_path(&next, "/beranda");
    end_form(
        "sign_in",
        &local_path(&back, "/masuk"),
        &contact,
        outcome,
        |()| next,
    )
    .await
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
    use crate::request::{begin_session, centre, end_form, local_path};
    let mut form = centre::people::SignUp {
        name,
        contact,
        password,
        purposes,
        language,
    };
    let outcome = centre::people::sign_up(&centre(), &form).await;
    let outcome = begin_session(outcome).await;
    form.password.clear();
    let next = local_path(&next, "/beranda");
    end_form(
        "sign_up",
        &local_path(&back, "/daftar"),
        &form,
        outcome,
        |()| next,
    )
    .await
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
