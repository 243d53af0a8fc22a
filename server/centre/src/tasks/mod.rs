//! Tasks: what somebody has to do for a business, until when, and where it came from.

mod finish;
mod read;

pub use finish::finish;
pub use read::{mine, place};

use chrono::NaiveDate;
use domain::{
    ids::{BusinessId, CentreId, PersonId, TaskId},
    language::Bilingual,
    tasks::{ClinicLine, TaskSource},
};

use crate::{
    Result,
    db::{Json, Tx, execute, one},
};

/// A task to give.
#[derive(Clone, Debug)]
pub struct NewTask {
    /// For which business.
    pub business: BusinessId,
    /// Who does it; `None` for the owner of the business.
    pub owner: Option<PersonId>,
    /// What to do.
    pub title: Bilingual,
    /// How.
    pub detail: Bilingual,
    /// The clinic line that helps.
    pub line: Option<ClinicLine>,
    /// Where it came from.
    pub source: TaskSource,
    /// The last day.
    pub due_on: NaiveDate,
}

/// Gives a task in the transaction of what led to it.
pub async fn give(tx: &mut Tx, task: &NewTask) -> Result<TaskId> {
    let (centre, owner) = one!(
        tx,
        (CentreId, PersonId),
        "SELECT centre_id, owner_id FROM businesses WHERE id = $1",
        task.business,
    )?;
    let entry = match &task.source {
        TaskSource::WeakScore { entry, .. } => Some(*entry),
        TaskSource::Staff => None,
    };
    let (id, now) = (TaskId::new(), tx.now());
    execute!(
        tx,
        "INSERT INTO tasks (id, business_id, centre_id, title_id, title_en, detail, clinic_line, source, entry_id, \
         owner_id, due_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id,
        task.business,
        centre,
        task.title.id.as_str(),
        task.title.en.as_str(),
        Json(&task.detail),
        task.line,
        Json(&task.source),
        entry,
        task.owner.unwrap_or(owner),
        task.due_on,
        now,
    )?;
    Ok(id)
}

#[cfg(test)]
mod tests;
