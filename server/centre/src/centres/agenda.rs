//! What is to come at a centre. Each module that dates something adds its own source here; what none has is not shown.

use chrono::{DateTime, Utc};
use domain::{
    centres::{Agenda, Closure, Holiday},
    ids::{CentreId, RoundId},
    place::Zone,
};

use crate::{
    Result,
    db::{Conn, all},
};

/// What is to come, the soonest first.
pub(super) async fn of(
    conn: &mut Conn,
    centre: CentreId,
    zone: Zone,
    days_off: (Vec<Closure>, Vec<Holiday>),
    now: DateTime<Utc>,
) -> Result<Vec<Agenda>> {
    let mut agenda = rounds(conn, centre, now).await?;
    let (closures, holidays) = days_off;
    agenda.extend(
        closures
            .into_iter()
            .map(|closure| Agenda::Closure { closure }),
    );
    let today = zone.date(now);
    agenda.extend(
        holidays
            .into_iter()
            .filter(|holiday| holiday.day >= today)
            .map(|holiday| Agenda::Holiday { holiday }),
    );
    agenda.sort_by_key(|one| match one {
        Agenda::Round { opens_at, .. } => zone.date((*opens_at).max(now)),
        Agenda::Closure { closure } => closure.from_on.max(today),
        Agenda::Holiday { holiday } => holiday.day,
    });
    Ok(agenda)
}

/// Rounds of curation that take products, or will.
async fn rounds(conn: &mut Conn, centre: CentreId, now: DateTime<Utc>) -> Result<Vec<Agenda>> {
    let rows = all!(
        conn,
        (RoundId, String, DateTime<Utc>, DateTime<Utc>),
        "SELECT id, name, opens_at, submit_until FROM rounds WHERE centre_id = $1 AND submit_until > $2 \
         ORDER BY opens_at, id",
        centre,
        now,
    )?;
    Ok(rows
        .into_iter()
        .map(|(round, name, opens_at, until)| Agenda::Round {
            round,
            name,
            opens_at,
            until,
        })
        .collect())
}
