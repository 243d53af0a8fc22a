//! Browser sessions in our own database, so that ending them elsewhere ends them here at the next request.

use app::request::{SESSION_DEVICE, SESSION_PERSON};
use centre::{Centre, people};
use serde::de::DeserializeOwned;
use tower_sessions::{
    Expiry, SessionManagerLayer, SessionStore,
    cookie::SameSite,
    session::{Id, Record},
    session_store::{Error, Result},
};

/// Days without a visit after which a session ends.
const IDLE_DAYS: i64 = 30;

#[derive(Clone)]
struct Store(Centre);

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

/// The cookie's layer. Over plain HTTP on a network address browsers refuse `__Host-` cookies, so the name differs there.
pub fn layer(centre: Centre, secure: bool) -> SessionManagerLayer<impl SessionStore + Clone> {
    let name = if secure {
        "__Host-naikkelas"
    } else {
        "naikkelas"
    };
    SessionManagerLayer::new(Store(centre))
        .with_name(name)
        .with_secure(secure)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(time::Duration::days(IDLE_DAYS)))
}

/// When a session visited at this moment ends.
pub fn ends(visited: chrono::DateTime<chrono::Utc>) -> Expiry {
    let last = visited + chrono::Duration::days(IDLE_DAYS);
    time::OffsetDateTime::from_unix_timestamp(last.timestamp()).map_or(
        Expiry::OnInactivity(time::Duration::days(IDLE_DAYS)),
        Expiry::AtDateTime,
    )
}

fn backend(error: impl std::fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

fn named<T: DeserializeOwned>(record: &Record, key: &str) -> Option<T> {
    serde_json::from_value(record.data.get(key)?.clone()).ok()
}

fn row(record: &Record) -> Result<people::SessionRow> {
    Ok(people::SessionRow {
        id: record.id.to_string(),
        person_id: named(record, SESSION_PERSON),
        device_id: named(record, SESSION_DEVICE),
        data: serde_json::to_string(&record.data).map_err(backend)?,
        expires_at: chrono::DateTime::from_timestamp(record.expiry_date.unix_timestamp(), 0)
            .unwrap_or_default(),
    })
}

#[async_trait::async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        people::open_session(&self.0, row(record)?)
            .await
            .map_err(backend)
    }

    async fn save(&self, record: &Record) -> Result<()> {
        people::save_session(&self.0, row(record)?)
            .await
            .map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let Some(row) = people::load_session(&self.0, &id.to_string())
            .await
            .map_err(backend)?
        else {
            return Ok(None);
        };
        let expiry_date = time::OffsetDateTime::from_unix_timestamp(row.expires_at.timestamp())
            .map_err(backend)?;
        Ok(Some(Record {
            id: *id,
            data: serde_json::from_str(&row.data).map_err(backend)?,
            expiry_date,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        people::drop_session(&self.0, &id.to_string())
            .await
            .map_err(backend)
    }
}
