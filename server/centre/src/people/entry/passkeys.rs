//! Passkeys: a phone or a computer proves who it is by its own lock, and no password travels (WebAuthn).
//!
//! The browser's part is spoken in JSON that only `webauthn-rs` and the browser read. What the server has to remember
//! between the two calls of a ceremony, its state, is text that the web layer keeps in the session.

use std::sync::Arc;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::Actor,
    ids::{PasskeyId, PersonId},
    notices::Notice,
    refusal::text,
};
use serde::{Serialize, de::DeserializeOwned};
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        CredentialID, DiscoverableAuthentication, DiscoverableKey, Passkey as Credential,
        PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url,
    },
};
use webauthn_rs_proto::ResidentKeyRequirement;

use crate::{
    Centre, Result, audit,
    db::{all, execute},
    notices,
};

/// Passkeys belong to the name under which people reach the server. Under a bare number of a network there are none.
#[derive(Clone, Debug, Default)]
pub struct PasskeyMaker(Option<Arc<Webauthn>>);

impl PasskeyMaker {
    /// For a server that people reach under this address: `https://` and a name, or `http://localhost`.
    pub fn at(public_url: &str) -> Self {
        let maker = || {
            let origin = Url::parse(public_url).ok()?;
            let name = origin.domain()?.to_owned();
            if origin.scheme() != "https" && name != "localhost" {
                return None;
            }
            let builder = WebauthnBuilder::new(&name, &origin).ok()?;
            builder.rp_name("Naik Kelas").build().ok()
        };
        Self(maker().map(Arc::new))
    }

    /// Whether passkeys can be had here.
    pub fn is_open(&self) -> bool {
        self.0.is_some()
    }

    fn get(&self) -> Result<&Webauthn> {
        Ok(self.0.as_deref().ok_or(Refusal::NotFound)?)
    }
}

/// A ceremony that has begun.
#[derive(Clone, Debug)]
pub struct Ceremony {
    /// What the browser is asked, in JSON.
    pub asks: String,
    /// What to remember until it answers.
    pub state: String,
}

impl Ceremony {
    fn new(asks: &impl Serialize, state: &impl Serialize) -> Result<Self> {
        Ok(Self {
            asks: serde_json::to_string(asks)?,
            state: serde_json::to_string(state)?,
        })
    }
}

/// One of one's passkeys.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Passkey {
    /// Identity.
    pub id: PasskeyId,
    /// As its owner calls it.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last opened.
    pub used_at: Option<DateTime<Utc>>,
}

/// What a browser answered, or the refusal of what is no answer.
fn read<T: DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|_| Refusal::PasskeyRefused.into())
}

fn refused(error: webauthn_rs::prelude::WebauthnError) -> crate::Error {
    tracing::info!(%error, "a passkey was refused");
    Refusal::PasskeyRefused.into()
}

/// One's passkeys, in the order they were made.
pub async fn passkeys(centre: &Centre, actor: &Actor) -> Result<Vec<Passkey>> {
    let mut conn = centre.db.read().await?;
    all!(
        conn,
        Passkey,
        "SELECT id, name, created_at, used_at FROM passkeys WHERE person_id = $1 ORDER BY created_at, id",
        actor.person,
    )
}

/// Begins making a passkey. It is kept on the device with its owner's name, so that no number has to be typed later.
pub async fn start_passkey(centre: &Centre, actor: &Actor) -> Result<Ceremony> {
    let maker = centre.passkeys.get()?;
    let mut conn = centre.db.read().await?;
    let own = all!(
        conn,
        (String,),
        "SELECT credential FROM passkeys WHERE person_id = $1",
        actor.person,
    )?;
    drop(conn);
    let held: Vec<CredentialID> = own
        .iter()
        .filter_map(|(json,)| serde_json::from_str::<Credential>(json).ok())
        .map(|credential| credential.cred_id().clone())
        .collect();
    let name = &actor.name;
    let (mut asks, state) = maker
        .start_passkey_registration(actor.person.0, name, name, Some(held))
        .map_err(refused)?;
    if let Some(choice) = &mut asks.public_key.authenticator_selection {
        choice.resident_key = Some(ResidentKeyRequirement::Required);
        choice.require_resident_key = true;
    }
    Ceremony::new(&asks, &state)
}

/// Keeps a passkey that the browser has made, and tells its owner at once.
///
/// # Errors
/// [`Refusal::Fields`] (`name`), [`Refusal::PasskeyRefused`].
pub async fn keep_passkey(
    centre: &Centre,
    actor: &Actor,
    state: &str,
    answer: &str,
    name: &str,
) -> Result<()> {
    let name = text(name, 1, 40).map_err(|problem| Refusal::field("name", problem))?;
    let state: PasskeyRegistration = read(state)?;
    let answer: RegisterPublicKeyCredential = read(answer)?;
    let credential = centre
        .passkeys
        .get()?
        .finish_passkey_registration(&answer, &state)
        .map_err(refused)?;
    let credential_id = credential_id(&credential);
    let data = (
        actor.person,
        name,
        credential_id,
        serde_json::to_string(&credential)?,
    );
    let kept = centre
        .db
        .write(data, |tx, (person, name, credential_id, credential)| {
            Box::pin(async move {
                let (id, now) = (PasskeyId::new(), tx.now());
                execute!(
                    tx,
                    "INSERT INTO passkeys (id, person_id, credential_id, credential, name, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
                    id, *person, credential_id.as_str(), credential.as_str(), name.as_str(), now,
                )?;
                notices::tell_at_once(tx, *person, &Notice::PasskeyMade { name: name.clone() }).await?;
                audit::note(tx, Some(*person), None, "MakePasskey", "person", person.0, name.as_str()).await
            })
        })
        .await;
    match kept {
        Err(error) if error.is_duplicate() => Err(Refusal::PasskeyRefused.into()),
        kept => kept,
    }
}

/// The credential's name in the database.
fn credential_id(credential: &Credential) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(credential.cred_id())
}

/// Takes one of one's passkeys away.
pub async fn drop_passkey(centre: &Centre, actor: &Actor, id: PasskeyId) -> Result<()> {
    centre
        .db
        .write((actor.person, id), |tx, (person, id)| {
            Box::pin(async move {
                let gone = execute!(
                    tx,
                    "DELETE FROM passkeys WHERE id = $1 AND person_id = $2",
                    *id,
                    *person
                )?;
                if gone == 0 {
                    return Err(Refusal::NotFound.into());
                }
                audit::note(
                    tx,
                    Some(*person),
                    None,
                    "DropPasskey",
                    "person",
                    person.0,
                    (),
                )
                .await
            })
        })
        .await
}

/// Begins signing in with a passkey. Whose it is, the browser will say.
pub fn start_with_passkey(centre: &Centre) -> Result<Ceremony> {
    let maker = centre.passkeys.get()?;
    let (mut asks, state) = maker.start_discoverable_authentication().map_err(refused)?;
    // A button asks for it; nothing waits in the name field.
    asks.mediation = None;
    Ceremony::new(&asks, &state)
}

/// The person whose passkey the browser has shown. It stands for both steps: the device asked for its own lock.
///
/// # Errors
/// [`Refusal::PasskeyRefused`] for one that is unknown, taken away, or of somebody disabled.
pub async fn with_passkey(centre: &Centre, state: &str, answer: &str) -> Result<PersonId> {
    let maker = centre.passkeys.get()?;
    let state: DiscoverableAuthentication = read(state)?;
    let answer: PublicKeyCredential = read(answer)?;
    let (owner, _) = maker
        .identify_discoverable_authentication(&answer)
        .map_err(refused)?;
    let owner = PersonId(owner);
    let mut conn = centre.db.read().await?;
    let own = all!(
        conn,
        (PasskeyId, String),
        "SELECT k.id, k.credential FROM passkeys k JOIN people p ON p.id = k.person_id \
         WHERE k.person_id = $1 AND p.disabled_at IS NULL",
        owner,
    )?;
    drop(conn);
    let shown = own.into_iter().find_map(|(id, json)| {
        let credential: Credential = serde_json::from_str(&json).ok()?;
        (credential.cred_id().as_slice() == answer.get_credential_id()).then_some((id, credential))
    });
    let (id, mut credential) = shown.ok_or(Refusal::PasskeyRefused)?;
    let result = maker
        .finish_discoverable_authentication_v2(&answer, state, DiscoverableKey::from(&credential))
        .map_err(refused)?;
    credential.update_credential(&result);
    let data = (id, serde_json::to_string(&credential)?);
    let known = centre
        .db
        .write(data, |tx, (id, credential)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE passkeys SET credential = $1, used_at = $2 WHERE id = $3",
                    credential.as_str(),
                    now,
                    *id,
                )
            })
        })
        .await?;
    if known == 0 {
        return Err(Refusal::PasskeyRefused.into());
    }
    Ok(owner)
}
