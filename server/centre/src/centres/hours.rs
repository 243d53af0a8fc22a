//! Opening hours, weekday by weekday.

use std::collections::HashMap;

use domain::{
    centres::{HoursForm, Span, Week},
    ids::CentreId,
    language::Language,
    place::{clock, weekday},
};

use super::{Managing, changes, home};
use crate::{
    Centre, Result,
    db::{Conn, all, execute},
};

/// The week of every centre that told its hours.
pub(super) async fn weeks(conn: &mut Conn) -> Result<HashMap<CentreId, Week>> {
    let rows = all!(
        conn,
        (CentreId, i64, i64, i64),
        "SELECT centre_id, weekday, opens, closes FROM opening_hours ORDER BY centre_id, weekday, opens",
    )?;
    let mut weeks: HashMap<CentreId, Week> = HashMap::new();
    for (centre, weekday, opens, closes) in rows {
        let week = weeks.entry(centre).or_default();
        // The table takes 1 to 7 only.
        if let Some(day) = week.0.get_mut((weekday - 1).unsigned_abs() as usize) {
            day.push(Span { opens, closes });
        }
    }
    Ok(weeks)
}

/// The week of one centre.
pub(super) async fn week(conn: &mut Conn, centre: CentreId) -> Result<Week> {
    Ok(weeks(conn).await?.remove(&centre).unwrap_or_default())
}

/// `08.00–12.00, 13.00–16.00`, as the record keeps a day.
fn told(spans: &[Span]) -> String {
    let spans = spans.iter().map(|span| {
        let at = |minute| clock(minute, Language::Id);
        format!("{}–{}", at(span.opens), at(span.closes))
    });
    spans.collect::<Vec<_>>().join(", ")
}

/// Saves the week.
pub async fn save_hours(centre: &Centre, permit: Managing, form: &HoursForm) -> Result<()> {
    let told_week = form.check()?;
    centre
        .db
        .write((permit, told_week), |tx, (permit, after)| {
            Box::pin(async move {
                let here = home(permit)?;
                let before = week(tx, here).await?;
                execute!(tx, "DELETE FROM opening_hours WHERE centre_id = $1", here)?;
                for (day, spans) in (1_i64..).zip(&after.0) {
                    for span in spans {
                        execute!(
                            tx,
                            "INSERT INTO opening_hours (centre_id, weekday, opens, closes) VALUES ($1, $2, $3, $4)",
                            here,
                            day,
                            span.opens,
                            span.closes,
                        )?;
                    }
                }
                let days: Vec<(&str, String, String)> = before
                    .0
                    .iter()
                    .zip(&after.0)
                    .enumerate()
                    .map(|(day, (old, new))| (weekday(day, Language::Id), told(old), told(new)))
                    .collect();
                let fields: Vec<(&str, &str, &str)> = days
                    .iter()
                    .map(|(day, old, new)| (*day, old.as_str(), new.as_str()))
                    .collect();
                changes::note(tx, permit, "opening_hours", here.0, &fields).await
            })
        })
        .await
}
