//! The only gate between pages and the centre: who asks, what database, and how a "no" leaves the house.

pub mod cookies;
mod session;
mod tries;

pub use session::{
    SECOND_STEP, SESSION_DEVICE, SESSION_PERSON, browser, device, end_session, enter, remember,
    remembered, second_step, session_id,
};
pub use tries::{Tries, network_of, tried};

use axum::http::{HeaderMap, StatusCode, header, request::Parts};
use centre::{Centre, drafts};
use domain::{Refusal, access::Actor, ids::DraftId, language::Language};
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;
use serde::{Serialize, de::DeserializeOwned};

use crate::{Answer, AppError};

/// Who is behind the session, put into the request by the server before a page or function runs.
#[derive(Clone, Debug)]
pub struct SignedIn(pub Actor);

/// The centre at work.
pub fn centre() -> Centre {
    expect_context::<Centre>()
}

/// The signed-in person, or `SignInFirst`.
pub fn actor() -> Answer<Actor> {
    visitor().ok_or_else(|| refuse(Refusal::SignInFirst))
}

/// The signed-in person, if there is one.
pub fn visitor() -> Option<Actor> {
    visitor_of(&use_context::<Parts>()?)
}

/// The signed-in person behind a request, if there is one.
pub fn visitor_of(parts: &Parts) -> Option<Actor> {
    let signed = parts.extensions.get::<SignedIn>();
    signed.map(|signed| signed.0.clone())
}

/// The language of this request's page.
pub fn language() -> Language {
    use_context::<Parts>().map_or(Language::Id, |parts| language_of(&parts))
}

/// Path and query of this request's page, as the browser shows them.
pub fn address() -> Option<String> {
    let parts = use_context::<Parts>()?;
    Some(parts.uri.path_and_query()?.to_string())
}

/// The time that the reader of this request's page lives by.
pub fn zone() -> domain::place::Zone {
    visitor().map(|actor| actor.zone()).unwrap_or_default()
}

/// The language of a page: `/en/…` says English, else the person's setting, else Indonesian.
pub fn language_of(parts: &Parts) -> Language {
    let signed = parts.extensions.get::<SignedIn>();
    match language_of_path(parts.uri.path()) {
        Language::Id => signed.map_or(Language::Id, |signed| signed.0.language),
        english @ Language::En => english,
    }
}

/// The language that a public address says.
pub fn language_of_path(path: &str) -> Language {
    if path == "/en" || path.starts_with("/en/") {
        Language::En
    } else {
        Language::Id
    }
}

/// A value of the address' query.
pub fn query(name: &str) -> Option<String> {
    let parts = use_context::<Parts>()?;
    let query = parts.uri.query()?;
    form_pairs(query)
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
}

/// Every pair of a query string, decoded.
pub fn form_pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let uri = format!("/?{query}").parse().unwrap_or_default();
    let pairs = axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri);
    pairs
        .map(|axum::extract::Query(pairs)| pairs)
        .unwrap_or_default()
        .into_iter()
}

/// Turns what a use case said into what a page is told. Faults are logged here, once, and get a reference.
pub trait Told<T> {
    /// The result, or the typed "no" with its HTTP status set.
    fn told(self) -> Answer<T>;
}

impl<T> Told<T> for centre::Result<T> {
    fn told(self) -> Answer<T> {
        self.map_err(|error| match error {
            centre::Error::Refused(refusal) => refuse(refusal),
            centre::Error::Fault(fault) => broke(&fault),
        })
    }
}

impl<T> Told<T> for Result<T, Refusal> {
    fn told(self) -> Answer<T> {
        self.map_err(refuse)
    }
}

/// A refusal on its way out: its status is set unless the person posted a plain form, which is answered by a redirect.
pub fn refuse(refusal: Refusal) -> AppError {
    status(status_of(&refusal));
    AppError::Refused(refusal)
}

/// The HTTP status of a refusal.
pub fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::SignInFirst => StatusCode::UNAUTHORIZED,
        Refusal::ForeignOrigin
        | Refusal::ConflictOfInterest
        | Refusal::InvitedAnother { .. }
        | Refusal::ProvinceOnly => StatusCode::FORBIDDEN,
        Refusal::TooManyTries { .. } | Refusal::AccountGuarded { .. } => {
            StatusCode::TOO_MANY_REQUESTS
        }
        Refusal::Stale { .. } | Refusal::PreviewOutdated | Refusal::AlreadyDone => {
            StatusCode::CONFLICT
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Logs a fault and gives the person a number to name.
pub fn broke(fault: &centre::Fault) -> AppError {
    let reference = format!("K-{:04}", uuid::Uuid::now_v7().as_u128() % 10_000);
    let cause = std::error::Error::source(fault)
        .map(ToString::to_string)
        .unwrap_or_default();
    tracing::error!(%reference, %fault, %cause, "a request failed");
    status(StatusCode::INTERNAL_SERVER_ERROR);
    AppError::Fault { reference }
}

fn status(code: StatusCode) {
    if !is_plain_post()
        && let Some(response) = use_context::<ResponseOptions>()
    {
        response.set_status(code);
    }
}

/// Has no browser and no proxy keep this answer: on a desk's shared computer, "back" must not show it to the next person.
pub fn keep_nowhere() {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(
            header::CACHE_CONTROL,
            header::HeaderValue::from_static("no-store"),
        );
    }
}

fn headers() -> HeaderMap {
    use_context::<Parts>()
        .map(|parts| parts.headers)
        .unwrap_or_default()
}

/// Whether a browser without our script posted a form.
pub fn is_plain_post() -> bool {
    let is_post =
        use_context::<Parts>().is_some_and(|parts| parts.method == axum::http::Method::POST);
    let wants_page = headers()
        .get(header::ACCEPT)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.contains("text/html"));
    is_post && wants_page
}

/// Ends a form. Accepted: on to `next`. Refused: a plain post goes back to `back?draf=…` with its input kept and the typed
/// "no" beside it; a hydrated form gets the error. `input` must not hold secrets.
pub async fn end_form<T, F: Serialize>(
    form: &'static str,
    back: &str,
    input: &F,
    outcome: centre::Result<T>,
    next: impl FnOnce(&T) -> String,
) -> Answer<T> {
    match outcome {
        Ok(value) => {
            leptos_axum::redirect(&next(&value));
            Ok(value)
        }
        Err(centre::Error::Refused(refusal)) if is_plain_post() => {
            let id = DraftId::new();
            let person = visitor().map(|actor| actor.person);
            drafts::keep(&centre().db, id, person, form, input, Some(&refusal))
                .await
                .told()?;
            let mark = if back.contains('?') { '&' } else { '?' };
            leptos_axum::redirect(&format!("{back}{mark}draf={id}"));
            Err(AppError::Refused(refusal))
        }
        Err(error) => Err(error).told(),
    }
}

/// What `?draf=` of this page's address kept, for the form to show again.
pub async fn draft<F: DeserializeOwned + Send + Unpin + 'static>(
    form: &str,
) -> Option<drafts::Draft<F>> {
    let id = query("draf")?.parse().ok()?;
    let centre = centre();
    let person = visitor().map(|actor| actor.person);
    drafts::find(&centre.db, id, person, form, centre.clock.now())
        .await
        .ok()
        .flatten()
}

/// Why one of these forms was refused, if `?draf=` of this page's address says so.
pub async fn refusal_of(forms: &[&str]) -> Option<Refusal> {
    for form in forms {
        if let Some(kept) = draft::<serde_json::Value>(form).await {
            return kept.refusal;
        }
    }
    None
}

/// Only paths of this site are redirected to: `//elsewhere` and `https://elsewhere` become `fallback`.
pub fn local_path(path: &str, fallback: &str) -> String {
    let sound = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control);
    if sound {
        path.to_owned()
    } else {
        fallback.to_owned()
    }
}

/// The address of a door, `/masuk` or `/daftar`, that leads on to `next`.
pub fn door(page: &str, next: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    format!("{page}?{}", query.append_pair("ke", next).finish())
}

/// Whose a business is and which centre keeps it; one that does not exist is not found.
pub async fn place(business: domain::ids::BusinessId) -> Answer<domain::access::Place> {
    let mut conn = centre().db.read().await.told()?;
    centre::business::place(&mut conn, business)
        .await
        .told()?
        .ok_or_else(|| refuse(Refusal::NotFound))
}

/// A right at a centre: at the one named, else at the first where the actor has it.
pub async fn at<A: domain::access::Act + Copy>(
    act: A,
    named: Option<domain::ids::CentreId>,
) -> Answer<(domain::access::Permit<A>, centre::places::CentreRow)> {
    let actor = actor()?;
    let mut conn = centre().db.read().await.told()?;
    let mut rows = centre::places::centres(&mut conn).await.told()?;
    if let Some(named) = named {
        rows.retain(|row| row.id == named);
    }
    for row in rows {
        let place = domain::access::Place {
            owner: None,
            centre: row.id,
            province: domain::place::ProvinceCode(row.province_code.clone()),
        };
        if let Ok(permit) = actor.may(act, &place) {
            return Ok((permit, row));
        }
    }
    Err(refuse(Refusal::NotFound))
}

/// Where people reach the server, from its settings; no slash at the end. For links that are handed on.
#[derive(Clone, Debug)]
pub struct PublicUrl(pub String);

impl PublicUrl {
    /// Whether that is over HTTPS or on this machine, where `__Host-` cookies work.
    pub fn is_secure(&self) -> bool {
        let local = ["http://localhost", "http://127.0.0.1", "http://[::1]"];
        self.0.starts_with("https://") || local.iter().any(|host| self.0.starts_with(host))
    }
}

/// The [`PublicUrl`] of this server.
pub fn public_url() -> String {
    use_context::<PublicUrl>().map_or_else(String::new, |url| url.0)
}

/// Whether browsers reach this server over HTTPS or on this machine, where `__Host-` cookies work.
pub fn is_secure() -> bool {
    use_context::<PublicUrl>().is_some_and(|url| url.is_secure())
}
