//! Handing in a task.

use domain::{
    Refusal,
    access::{Permit, act},
    ids::{BusinessId, CentreId, MediaId, TaskId},
    language::Bilingual,
    refusal::{Problem, text},
    timeline::Happening,
};

use super::place;
use crate::{
    Centre, Result, audit,
    db::{execute, maybe, one},
    timeline,
};

/// Marks a task as done, with its proof: words, a picture or document, or both.
pub async fn finish(
    centre: &Centre,
    permit: Permit<act::DoTask>,
    task: TaskId,
    proof: &str,
    media: Option<MediaId>,
) -> Result<()> {
    let least = if media.is_some() { 0 } else { 3 };
    let proof = text(proof, least, 1000).map_err(|problem| Refusal::field("proof", problem))?;
    centre
        .db
        .write((permit, task, proof, media), |tx, (permit, task, proof, media)| {
            Box::pin(async move {
                if place(tx, *task).await?.as_ref() != permit.place() {
                    return Err(Refusal::NotFound.into());
                }
                if let Some(media) = media
                    && maybe!(tx, (MediaId,), "SELECT id FROM media WHERE id = $1", *media)?.is_none()
                {
                    return Err(Refusal::field("media", Problem::Missing).into());
                }
                let now = tx.now();
                let done = execute!(
                    tx,
                    "UPDATE tasks SET done_at = $1, done_by = $2, proof = $3, proof_id = $4 \
                     WHERE id = $5 AND done_at IS NULL",
                    now, permit.person(), proof.as_str(), *media, *task,
                )?;
                if done == 0 {
                    return Err(Refusal::AlreadyDone.into());
                }
                let (business, centre, id, en) = one!(
                    tx,
                    (BusinessId, CentreId, String, String),
                    "SELECT business_id, centre_id, title_id, title_en FROM tasks WHERE id = $1",
                    *task,
                )?;
                let happening = Happening::TaskDone { title: Bilingual::new(id, en) };
                timeline::note(tx, business, centre, Some(permit.person()), &happening).await?;
                audit::did(tx, permit, "task", task.0, ()).await
            })
        })
        .await
}
