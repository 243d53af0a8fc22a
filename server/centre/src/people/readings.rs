//! Who read whose personal data, and in which role. The person concerned can see it.

use chrono::{DateTime, Utc};
use domain::{
    access::{Act, Actor, Permit, Role},
    ids::PersonId,
};
use uuid::Uuid;

use crate::{
    Centre, Result,
    db::{all, execute},
};

/// One reading, as the person concerned sees it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Reading {
    /// Who read.
    pub reader: String,
    /// In which role.
    pub role: Role,
    /// What was read, for example "business".
    pub what: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Notes that somebody read another's data. Reading one's own is not noted.
pub async fn log_reading<A: Act>(
    centre: &Centre,
    permit: &Permit<A>,
    subject: PersonId,
    what: &'static str,
) -> Result<()> {
    if permit.person() == subject {
        return Ok(());
    }
    centre
        .db
        .write((permit.person(), permit.role(), subject, what), |tx, (reader, role, subject, what)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO readings (id, reader_id, subject_id, what, role, at) VALUES ($1, $2, $3, $4, $5, $6)",
                    Uuid::now_v7(), *reader, *subject, *what, *role, now,
                )?;
                Ok(())
            })
        })
        .await
}

/// Who read my data, the latest first.
pub async fn my_readings(centre: &Centre, actor: &Actor) -> Result<Vec<Reading>> {
    let mut conn = centre.db.read().await?;
    all!(
        conn,
        Reading,
        "SELECT p.name AS reader, r.role, r.what, r.at FROM readings r JOIN people p ON p.id = r.reader_id \
         WHERE r.subject_id = $1 ORDER BY r.at DESC LIMIT 200",
        actor.person,
    )
}
