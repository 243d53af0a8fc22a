//! Who asks for a public page: in which language, with what in the basket.

use std::{convert::Infallible, net::IpAddr, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, Uri, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use centre::{Centre, drafts};
use domain::{Refusal, access::Actor, ids::DraftId, language::Language};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    AppError,
    gallery::paper::Basket,
    request::{self, Tries, cookies, form_pairs},
    shell::Assets,
    words::Words,
};

/// What public pages stand on.
pub struct Face {
    /// The centre at work.
    pub centre: Centre,
    /// Where the style sheets are.
    pub assets: Assets,
    /// Where people reach the server; no slash at the end.
    pub public_url: String,
    /// Whether browsers keep `__Host-` cookies for us.
    pub secure: bool,
    /// Whether mail can be sent.
    pub mails: bool,
    /// Limits forms that anybody may send.
    pub tries: Tries,
}

/// One request for a public page.
pub struct Visit {
    /// What pages stand on.
    pub face: Arc<Face>,
    /// The words of the page's language.
    pub words: Words,
    /// Who is signed in.
    pub actor: Option<Actor>,
    /// What the buyer picked so far.
    pub basket: Basket,
    /// Secrets of the inquiries sent from this browser, the youngest first.
    pub letters: Vec<String>,
    pub(super) etag: Option<HeaderValue>,
    pub(super) knows_us: bool,
    uri: Uri,
    network: Option<IpAddr>,
}

impl FromRequestParts<Arc<Face>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        face: &Arc<Face>,
    ) -> Result<Self, Self::Rejection> {
        let cookie = |name: &str| cookies::read(&parts.headers, name, face.secure);
        Ok(Self {
            face: face.clone(),
            words: Words::of(request::language_of_path(parts.uri.path())),
            actor: request::visitor_of(parts),
            basket: cookie(Basket::COOKIE).map_or_else(Basket::default, |text| Basket::read(&text)),
            letters: cookie(LETTERS)
                .map(|text| text.split('.').map(str::to_owned).collect())
                .unwrap_or_default(),
            etag: parts.headers.get(header::IF_NONE_MATCH).cloned(),
            knows_us: parts.headers.contains_key(header::COOKIE),
            uri: parts.uri.clone(),
            network: request::network_of(parts),
        })
    }
}

/// The cookie that remembers the secret links of a buyer's inquiries.
pub const LETTERS: &str = "pesan";

impl Visit {
    /// The centre at work.
    pub fn centre(&self) -> &Centre {
        &self.face.centre
    }

    /// The address as the Indonesian page has it, with its query: `/galeri?q=kopi`.
    pub fn here(&self) -> &str {
        let here = self.uri.path_and_query().map_or("/", |here| here.as_str());
        match here.strip_prefix("/en") {
            Some("") => "/",
            Some(rest) if rest.starts_with('/') => rest,
            Some(rest) if rest.starts_with('?') => rest,
            _ => here,
        }
    }

    /// The pairs of the address' query.
    pub fn pairs(&self) -> Vec<(String, String)> {
        form_pairs(self.uri.query().unwrap_or_default()).collect()
    }

    /// A value of the address' query.
    pub fn query(&self, name: &str) -> Option<String> {
        let mut pairs = self.pairs().into_iter();
        pairs.find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// A path of this site in the visitor's language.
    pub fn to(&self, path: &str) -> String {
        super::in_language(path, self.words.language)
    }

    /// What `?draf=` of this page's address kept, for the form to show again.
    pub async fn draft<F>(&self, form: &str) -> Option<drafts::Draft<F>>
    where
        F: DeserializeOwned + Send + Unpin + 'static,
    {
        let id = self.query("draf")?.parse().ok()?;
        let person = self.actor.as_ref().map(|actor| actor.person);
        let now = self.centre().clock.now();
        drafts::find(&self.centre().db, id, person, form, now)
            .await
            .ok()
            .flatten()
    }

    /// Keeps a refused form and gives the address that shows it again: `back?draf=…`.
    pub async fn keep<F: Serialize>(
        &self,
        form: &'static str,
        back: &str,
        input: &F,
        refusal: Option<&Refusal>,
    ) -> centre::Result<String> {
        let id = DraftId::new();
        let person = self.actor.as_ref().map(|actor| actor.person);
        drafts::keep(&self.centre().db, id, person, form, input, refusal).await?;
        Ok(format!("{}?draf={id}", self.to(back)))
    }

    /// Ends a message that somebody wrote behind the secret link `here`: shown as sent, or again with what was typed.
    pub async fn replied(
        self,
        form: &'static str,
        here: &str,
        text: &str,
        outcome: centre::Result<()>,
    ) -> Response {
        let next = match outcome {
            Ok(()) => Ok(format!("{}?terkirim=1", self.to(here))),
            Err(centre::Error::Refused(Refusal::NotFound)) => {
                return self.sorry(AppError::Refused(Refusal::NotFound));
            }
            Err(centre::Error::Refused(refusal)) => {
                self.keep(form, here, &text, Some(&refusal)).await
            }
            Err(error) => Err(error),
        };
        match next {
            Ok(next) => Redirect::to(&format!("{next}#balas")).into_response(),
            Err(error) => self.failed(error),
        }
    }

    /// Counts one more form of this network; too many are refused, with the seconds to wait.
    pub fn count_try(&self) -> Result<(), Refusal> {
        (self.face.tries)(self.network)
    }

    /// A cookie that no script reads and no other site sends. An empty value forgets it.
    pub fn cookie(&self, name: &str, value: &str, days: u32) -> (header::HeaderName, String) {
        let line = cookies::line(name, value, days, self.face.secure);
        (header::SET_COOKIE, line)
    }

    /// Whether this page is in English.
    pub fn is_english(&self) -> bool {
        self.words.language == Language::En
    }
}
