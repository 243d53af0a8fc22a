//! Every centre as lists show it, with how it stands at this moment.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    centres::{CentreLine, Today},
};

use super::{closures, hours};
use crate::{
    Centre, Result,
    db::Conn,
    places::{self, Door},
};

/// Every centre, by province and name.
pub async fn lines(centre: &Centre) -> Result<Vec<CentreLine>> {
    let mut conn = centre.db.read().await?;
    let doors = places::doors(&mut conn).await?;
    read(&mut conn, doors, centre.clock.now()).await
}

/// The centre with this part of an address.
pub async fn line(centre: &Centre, slug: &str) -> Result<CentreLine> {
    let mut conn = centre.db.read().await?;
    let mut doors = places::doors(&mut conn).await?;
    doors.retain(|door| door.slug == slug);
    let mut lines = read(&mut conn, doors, centre.clock.now()).await?;
    Ok(lines.pop().ok_or(Refusal::NotFound)?)
}

/// The lines of these doors, in their order; as many queries for one as for a hundred.
pub(super) async fn read(
    conn: &mut Conn,
    doors: Vec<Door>,
    now: DateTime<Utc>,
) -> Result<Vec<CentreLine>> {
    let weeks = hours::weeks(conn).await?;
    let closed = closures::all_from(conn, now).await?;
    let holidays = closures::holidays(conn, now).await?;
    Ok(doors
        .into_iter()
        .map(|door| {
            let own: Vec<_> = closed
                .iter()
                .filter(|(centre, _)| *centre == door.id)
                .map(|(_, closure)| closure.clone())
                .collect();
            let week = weeks.get(&door.id).cloned().unwrap_or_default();
            let (day, minute) = (door.zone.date(now), door.zone.minute(now));
            CentreLine {
                today: Today::at(&week, &own, &holidays, day, minute),
                id: door.id,
                name: door.name,
                slug: door.slug,
                zone: door.zone,
                address: door.address,
                regency: door.regency,
                province: door.province,
                phone: door.phone,
            }
        })
        .collect())
}
