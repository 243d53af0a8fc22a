//! From session to person: who asks is looked up once a request, roles included, and never cached.

use std::{
    net::{IpAddr, Ipv4Addr},
    num::NonZeroU32,
    sync::Arc,
    time::Duration,
};

use app::request::{SESSION_PERSON, SignedIn, Tries};
use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use centre::{Centre, people};
use chrono::NaiveDate;
use domain::{Refusal, ids::PersonId};
use governor::{Quota, RateLimiter, clock::Clock};
use tower_sessions::Session;

use super::sessions;

/// Puts the signed-in person into the request. Somebody disabled since is nobody.
pub async fn read(
    State(centre): State<Centre>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    match who(&centre, &session).await {
        Ok(Some(actor)) => {
            request.extensions_mut().insert(SignedIn(actor));
        }
        Ok(None) => {}
        Err(error) => {
            tracing::error!(%error, "the session could not be read");
            return (
                StatusCode::SERVICE_UNAVAILABLE,
                "Coba lagi sebentar. / Try again shortly.",
            )
                .into_response();
        }
    }
    next.run(request).await
}

async fn who(centre: &Centre, session: &Session) -> centre::Result<Option<domain::access::Actor>> {
    let person = session
        .get::<PersonId>(SESSION_PERSON)
        .await
        .map_err(|cause| centre::Fault::because("session", cause))?;
    if person.is_some() {
        keep_alive(centre, session).await?;
    }
    match person {
        Some(person) => people::actor(&mut centre.db.read().await?, person).await,
        None => Ok(None),
    }
}

/// A session ends some days after the last visit, not after the sign-in. Noting the day is what saves it anew, once a day.
async fn keep_alive(centre: &Centre, session: &Session) -> centre::Result<()> {
    let now = centre.clock.now();
    let today = now.date_naive();
    let broken = |cause| centre::Fault::because("session", cause);
    if session
        .get::<NaiveDate>(SESSION_DAY)
        .await
        .map_err(broken)?
        != Some(today)
    {
        session.set_expiry(Some(sessions::ends(now)));
        session.insert(SESSION_DAY, today).await.map_err(broken)?;
    }
    Ok(())
}

/// The key under which a session names the day of its last visit.
const SESSION_DAY: &str = "day";

/// Sends whoever is not signed in to the sign-in page and back again afterwards.
pub async fn or_sign_in(request: Request, next: Next) -> Response {
    if request.extensions().get::<SignedIn>().is_some() {
        return next.run(request).await;
    }
    let wanted = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str());
    Redirect::to(&app::request::door("/masuk", wanted)).into_response()
}

/// Between two tries, once the burst is used up.
const PAUSE: Duration = Duration::from_secs(6);

/// Limits the tries of one network: `burst` at once, then one in six seconds. Without a network (in tests over no socket)
/// all share one.
pub fn tries(burst: u32) -> Tries {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::with_period(PAUSE).map(|quota| quota.allow_burst(burst));
    let limiter = RateLimiter::keyed(quota.unwrap_or(Quota::per_minute(burst)));
    Arc::new(move |network| {
        let network = network.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
        limiter.check_key(&network).map_err(|until| {
            limiter.retain_recent();
            let wait = until.wait_time_from(limiter.clock().now());
            Refusal::TooManyTries {
                wait_seconds: wait.as_secs() + 1,
            }
        })
    })
}
