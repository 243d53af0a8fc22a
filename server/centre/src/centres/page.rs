//! The public page of one centre.

use domain::{Refusal, centres::CentrePage, gallery::slug};

use super::{agenda, closures, details, faces, figures, hours, list, rooms, services};
use crate::{Centre, Result};

/// Everything that the public page of a centre says of the centre itself.
pub async fn page(centre: &Centre, at: &str) -> Result<CentrePage> {
    let line = list::line(centre, at).await?;
    let figures = figures(centre, &[line.id]).await?.remove(&line.id);
    let now = centre.clock.now();
    let mut conn = centre.db.read().await?;
    let own = details::of(&mut conn, line.id)
        .await?
        .ok_or(Refusal::NotFound)?;
    let days_off = (
        closures::of(&mut conn, line.id, now).await?,
        closures::holidays(&mut conn, now).await?,
    );
    Ok(CentrePage {
        province_slug: slug(&line.province),
        intro: own.intro,
        arrival: own.arrival,
        week: hours::week(&mut conn, line.id).await?,
        weekday: weekday(line.day(now)),
        agenda: agenda::of(&mut conn, line.id, line.zone, days_off, now).await?,
        faces: faces::of(&mut conn, line.id).await?,
        services: services::of(&mut conn, line.id).await?,
        rooms: rooms::of(&mut conn, line.id).await?,
        figures: figures.unwrap_or_default(),
        line,
    })
}

fn weekday(day: chrono::NaiveDate) -> usize {
    use chrono::Datelike;
    day.weekday().num_days_from_monday() as usize
}
