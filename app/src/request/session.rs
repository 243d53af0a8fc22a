//! From an answer at a door to a session: who got how far, and with which browser.

use axum::http::{HeaderValue, header, request::Parts};
use centre::people::{self, Arrival, Browser, Entered};
use chrono::{DateTime, Duration, Utc};
use domain::{Refusal, ids::PersonId};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use tower_sessions::Session;

use super::{broke, centre, cookies, door, headers, is_secure};
use crate::{Answer, AppError};

/// The key under which a session names its person.
pub const SESSION_PERSON: &str = "person";
/// The key under which it names the device.
pub const SESSION_DEVICE: &str = "device";
/// The key of who has passed the first step and not yet the second.
const HALF_WAY: &str = "half_way";
/// The key of what a passkey's ceremony has to remember.
const CEREMONY: &str = "ceremony";

/// The cookie that a browser is known by, for longer than a session.
const DEVICE: &str = "perangkat";
/// As long as browsers keep a cookie.
const DEVICE_DAYS: u32 = 400;
/// How long the second step waits.
const HALF_WAY_MINUTES: i64 = 10;

/// Where the second step is asked.
pub const SECOND_STEP: &str = "/masuk/kode";

/// Who has passed the first step.
#[derive(Serialize, Deserialize)]
struct HalfWay {
    person: PersonId,
    since: DateTime<Utc>,
}

fn session() -> centre::Result<Session> {
    let parts = use_context::<Parts>();
    let session = parts.and_then(|parts| parts.extensions.get::<Session>().cloned());
    session.ok_or_else(|| centre::Fault::new("no session layer").into())
}

fn lost(cause: tower_sessions::session::Error) -> centre::Fault {
    centre::Fault::because("session", cause)
}

async fn keep(session: &Session, key: &str, value: impl Serialize) -> centre::Result<()> {
    Ok(session.insert(key, value).await.map_err(lost)?)
}

async fn take<T: DeserializeOwned>(key: &str) -> centre::Result<Option<T>> {
    Ok(session()?.remove(key).await.map_err(lost)?)
}

/// The browser at the other end: by its cookie, else by a fresh one that it gets once it has signed in.
pub fn browser() -> Browser {
    let headers = headers();
    let known = cookies::read(&headers, DEVICE, is_secure());
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|line| line.to_str().ok());
    Browser {
        token: known.unwrap_or_else(people::new_browser),
        name: agent.map_or_else(String::new, browser_name),
    }
}

/// `Chrome, Android` for what a browser says of itself; empty when it says nothing that is known.
fn browser_name(agent: &str) -> String {
    let parser = woothee::parser::Parser::new();
    let Some(found) = parser.parse(agent) else {
        return String::new();
    };
    let parts = [found.name, found.os];
    let known: Vec<&str> = parts
        .into_iter()
        .filter(|part| *part != "UNKNOWN")
        .collect();
    known.join(", ")
}

/// Ends a first step: opens a session, or goes on to the second step. Gives the address to go on to.
pub async fn enter(
    outcome: centre::Result<Entered>,
    browser: Browser,
    how: Arrival,
    next: String,
) -> centre::Result<String> {
    match outcome? {
        Entered::In(person) => open(person, browser, how).await.map(|()| next),
        Entered::SecondStep(person) => {
            let session = session()?;
            session.cycle_id().await.map_err(lost)?;
            let since = centre().clock.now();
            keep(&session, HALF_WAY, HalfWay { person, since }).await?;
            Ok(door(SECOND_STEP, &next))
        }
    }
}

/// Opens a session with a fresh identity.
async fn open(person: PersonId, browser: Browser, how: Arrival) -> centre::Result<()> {
    let device = people::arrive(&centre(), person, &browser, how).await?;
    let session = session()?;
    session.cycle_id().await.map_err(lost)?;
    keep(&session, SESSION_PERSON, person).await?;
    keep(&session, SESSION_DEVICE, device).await?;
    let line = cookies::line(DEVICE, &browser.token, DEVICE_DAYS, is_secure());
    if let (Some(response), Ok(line)) = (
        use_context::<ResponseOptions>(),
        HeaderValue::try_from(line),
    ) {
        response.append_header(header::SET_COOKIE, line);
    }
    Ok(())
}

/// Who waits at the second step, for as long as it waits.
async fn half_way() -> centre::Result<PersonId> {
    let half: Option<HalfWay> = session()?.get(HALF_WAY).await.map_err(lost)?;
    let fresh =
        |half: &HalfWay| centre().clock.now() - half.since < Duration::minutes(HALF_WAY_MINUTES);
    let half = half.filter(fresh).ok_or(Refusal::SignInFirst)?;
    Ok(half.person)
}

/// Takes the second step with a code, and opens the session.
pub async fn second_step(code: &str) -> centre::Result<()> {
    let person = half_way().await?;
    people::take_second_step(&centre(), person, code).await?;
    take::<HalfWay>(HALF_WAY).await?;
    open(person, browser(), Arrival::SignedIn).await
}

/// Remembers a passkey's ceremony until the browser answers.
pub async fn remember(state: &str) -> centre::Result<()> {
    keep(&session()?, CEREMONY, state).await
}

/// What was remembered of it, once.
pub async fn remembered() -> centre::Result<String> {
    let state: Option<String> = take(CEREMONY).await?;
    state.ok_or_else(|| Refusal::PasskeyRefused.into())
}

/// Ends this browser's session.
pub async fn end_session() -> Answer<()> {
    let end = async { Ok(session()?.flush().await.map_err(lost)?) };
    end.await.map_err(|error: centre::Error| match error {
        centre::Error::Fault(fault) => broke(&fault),
        centre::Error::Refused(refusal) => AppError::Refused(refusal),
    })
}

/// The identity of this browser's session; empty without one.
pub fn session_id() -> String {
    let id = session().ok().and_then(|session| session.id());
    id.map(|id| id.to_string()).unwrap_or_default()
}

/// The device that this session belongs to.
pub async fn device() -> Option<domain::ids::DeviceId> {
    session().ok()?.get(SESSION_DEVICE).await.ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::browser_name;

    #[test]
    fn a_browser_is_called_by_name_and_system() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox, Windows 10",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            ("telnet", ""),
        ] {
            assert_eq!(browser_name(agent), name);
        }
    }
}
