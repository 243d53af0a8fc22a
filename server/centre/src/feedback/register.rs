//! The public register of a centre.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    feedback::{Progress, Register, RegisterLine},
    ids::{FeedbackId, ImprovementId},
    language::Bilingual,
    place::Zone,
};

use super::clock;
use crate::{
    Centre, Result,
    centres::{figures, line},
    db::{Conn, Json, Sql},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: ImprovementId,
    heard: Json<Bilingual>,
    action: Json<Bilingual>,
    evidence: Json<Bilingual>,
    progress: Progress,
    owner: Option<String>,
    due_on: Option<NaiveDate>,
    heard_at: DateTime<Utc>,
    fixed_at: Option<DateTime<Utc>>,
    zone: Zone,
}

impl Row {
    fn told(self, now: DateTime<Utc>) -> RegisterLine {
        let today = self.zone.date(now);
        RegisterLine {
            late: self.progress != Progress::Fixed && self.due_on.is_some_and(|due| due < today),
            heard_on: self.zone.date(self.heard_at),
            fixed_on: self.fixed_at.map(|at| self.zone.date(at)),
            id: self.id,
            heard: self.heard.0,
            action: self.action.0,
            progress: self.progress,
            owner: self.owner,
            due_on: self.due_on,
            evidence: self.evidence.0,
        }
    }
}

/// Published lines. An owner is named where the person agreed to be shown at that centre and still works there.
const LINES: &str = "SELECT i.id, i.heard, i.action, i.evidence, i.progress, i.due_on, i.heard_at, i.fixed_at, c.zone, \
     (SELECT p.name FROM people p JOIN faces f ON f.person_id = p.id AND f.centre_id = i.centre_id \
      WHERE p.id = i.owner_id AND p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM memberships m \
      WHERE m.person_id = p.id AND m.centre_id = i.centre_id AND m.ended_at IS NULL)) AS owner \
     FROM improvements i JOIN centres c ON c.id = i.centre_id WHERE i.published_at IS NOT NULL AND ";

/// The register of the centre with this part of an address.
pub async fn register(centre: &Centre, slug: &str) -> Result<Register> {
    let here = line(centre, slug).await?;
    let figures = figures(centre, &[here.id]).await?.remove(&here.id);
    let now = centre.clock.now();
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(LINES);
    sql.push("i.centre_id = ").bind(here.id);
    sql.push(
        " ORDER BY CASE i.progress WHEN 'fixed' THEN 1 ELSE 0 END, i.heard_at DESC, i.id DESC LIMIT 200",
    );
    let rows: Vec<Row> = sql.all(&mut conn).await?;
    Ok(Register {
        clock: clock(&mut conn, here.day(now)).await?,
        lines: rows.into_iter().map(|row| row.told(now)).collect(),
        figures: figures.unwrap_or_default(),
        centre: here,
    })
}

/// The published line that came of a word.
pub(super) async fn line_of(
    conn: &mut Conn,
    feedback: FeedbackId,
    now: DateTime<Utc>,
) -> Result<Option<RegisterLine>> {
    let mut sql = Sql::new(LINES);
    sql.push("i.feedback_id = ").bind(feedback.0);
    let row: Option<Row> = sql.all(conn).await?.pop();
    Ok(row.map(|row| row.told(now)))
}
