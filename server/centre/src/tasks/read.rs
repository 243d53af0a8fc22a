//! Tasks as people find them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Actor, Place},
    ids::{BusinessId, CentreId, MediaId, PersonId, TaskId},
    language::Bilingual,
    place::{ProvinceCode, Zone},
    tasks::{ClinicLine, Task, TaskSource},
};

use crate::{
    Centre, Result,
    db::{Conn, Json, all, maybe},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: TaskId,
    business_id: BusinessId,
    business_name: String,
    title_id: String,
    title_en: String,
    detail: Json<Bilingual>,
    clinic_line: Option<ClinicLine>,
    source: Json<TaskSource>,
    due_on: NaiveDate,
    zone: Zone,
    done_at: Option<DateTime<Utc>>,
    proof: Option<String>,
    proof_id: Option<MediaId>,
}

impl Row {
    fn shown(self, now: DateTime<Utc>) -> Task {
        Task {
            late: self.done_at.is_none() && self.zone.date(now) > self.due_on,
            id: self.id,
            business: self.business_id,
            business_name: self.business_name,
            title: Bilingual::new(self.title_id, self.title_en),
            detail: self.detail.0,
            line: self.clinic_line,
            source: self.source.0,
            due_on: self.due_on,
            done_at: self.done_at,
            proof: self.proof,
            proof_media: self.proof_id,
        }
    }
}

/// One's own tasks: the open ones first, by their last day, then those done last. At most 200.
pub async fn mine(centre: &Centre, actor: &Actor) -> Result<Vec<Task>> {
    let mut conn = centre.db.read().await?;
    let rows = all!(
        conn,
        Row,
        "SELECT t.id, t.business_id, b.name AS business_name, t.title_id, t.title_en, t.detail, t.clinic_line, t.source, \
         t.due_on, c.zone, t.done_at, t.proof, t.proof_id FROM tasks t JOIN businesses b ON b.id = t.business_id \
         JOIN centres c ON c.id = t.centre_id WHERE t.owner_id = $1 AND b.deleted_at IS NULL \
         ORDER BY CASE WHEN t.done_at IS NULL THEN 0 ELSE 1 END, t.done_at DESC, t.due_on, t.id LIMIT 200",
        actor.person,
    )?;
    let now = centre.clock.now();
    Ok(rows.into_iter().map(|row| row.shown(now)).collect())
}

/// Whose a task is and which centre keeps it, for a permit.
pub async fn place(conn: &mut Conn, task: TaskId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (PersonId, CentreId, ProvinceCode),
        "SELECT t.owner_id, t.centre_id, c.province_code FROM tasks t JOIN centres c ON c.id = t.centre_id \
         JOIN businesses b ON b.id = t.business_id WHERE t.id = $1 AND b.deleted_at IS NULL",
        task,
    )?;
    Ok(row.map(|(owner, centre, province)| Place {
        owner: Some(owner),
        centre,
        province,
    }))
}
