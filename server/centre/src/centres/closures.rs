//! Days off: the centre's own closures, and what the country keeps.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    Refusal,
    centres::{Closure, ClosureForm, Holiday},
    ids::{CentreId, ClosureId},
    language::Bilingual,
    place::Zone,
};

use super::{Managing, changes, home};
use crate::{
    Centre, Result,
    db::{Conn, Json, Tx, all, execute},
    places,
};

/// How far ahead holidays are told.
const HOLIDAYS_AHEAD: u64 = 92;

type Row = (CentreId, ClosureId, NaiveDate, NaiveDate, Json<Bilingual>);

/// The closures of every centre that are not over, the soonest first.
pub(super) async fn all_from(
    conn: &mut Conn,
    now: DateTime<Utc>,
) -> Result<Vec<(CentreId, Closure)>> {
    // Somewhere in the country it is still this day.
    let earliest = Zone::Wib.date(now);
    let rows = all!(
        conn,
        Row,
        "SELECT centre_id, id, from_on, until_on, reason FROM closures \
         WHERE removed_at IS NULL AND until_on >= $1 ORDER BY from_on, id",
        earliest,
    )?;
    Ok(rows
        .into_iter()
        .map(|(centre, id, from_on, until_on, reason)| {
            let closure = Closure {
                id,
                from_on,
                until_on,
                reason: reason.0,
            };
            (centre, closure)
        })
        .collect())
}

/// The closures of one centre that are not over.
pub(super) async fn of(
    conn: &mut Conn,
    centre: CentreId,
    now: DateTime<Utc>,
) -> Result<Vec<Closure>> {
    let all = all_from(conn, now).await?;
    let own = all.into_iter().filter(|(whose, _)| *whose == centre);
    Ok(own.map(|(_, closure)| closure).collect())
}

/// National holidays and days of joint leave from today on, for three months.
pub(super) async fn holidays(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<Holiday>> {
    let from = Zone::Wib.date(now);
    let rows = all!(
        conn,
        (NaiveDate, Json<Bilingual>),
        "SELECT day, name FROM holidays WHERE day BETWEEN $1 AND $2 ORDER BY day, kind DESC, name",
        from,
        from + Days::new(HOLIDAYS_AHEAD),
    )?;
    Ok(rows
        .into_iter()
        .map(|(day, name)| Holiday { day, name: name.0 })
        .collect())
}

/// Says that the centre stays closed on some days. The identity is made where the form is opened: sent twice, it is
/// said once.
pub async fn add_closure(
    centre: &Centre,
    permit: Managing,
    id: ClosureId,
    form: &ClosureForm,
) -> Result<()> {
    centre
        .db
        .write((permit, id, form.clone()), |tx, (permit, id, form)| {
            Box::pin(async move {
                let here = home(permit)?;
                let today = places::zone(tx, here).await?.date(tx.now());
                let (from, until, reason) = form.check(today)?;
                add(tx, permit, *id, from, until, &reason).await
            })
        })
        .await
}

async fn add(
    tx: &mut Tx,
    permit: &Managing,
    id: ClosureId,
    from: NaiveDate,
    until: NaiveDate,
    reason: &Bilingual,
) -> Result<()> {
    let (here, now) = (home(permit)?, tx.now());
    let added = execute!(
        tx,
        "INSERT INTO closures (id, centre_id, from_on, until_on, reason, added_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (id) DO NOTHING",
        id,
        here,
        from,
        until,
        Json(reason),
        now,
    )?;
    if added == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    let days = format!("{from} – {until}");
    let fields = [
        ("days", "", days.as_str()),
        ("reason_id", "", &reason.id),
        ("reason_en", "", &reason.en),
    ];
    changes::note(tx, permit, "closure", id.0, &fields).await
}
