//! Entries: what was sent to a round, and the one door between its states.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    ids::{BusinessId, CentreId, EntryId, PersonId, RoundId, RubricId},
    review::{EntryState, Move, REVIEWERS},
};
use uuid::Uuid;

use crate::{
    Fault, Result,
    db::{Conn, Tx, execute, maybe, one},
};

/// An entry as it stands in the database, without what was frozen.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct EntryRow {
    pub id: EntryId,
    pub round_id: RoundId,
    pub centre_id: CentreId,
    pub business_id: BusinessId,
    pub subject_id: Uuid,
    pub rubric_id: RubricId,
    pub state: EntryState,
    pub submitted_at: DateTime<Utc>,
    pub reviewers_wanted: i64,
    pub sitting: i64,
    pub score_until: Option<DateTime<Utc>>,
}

/// One entry, or none.
pub(crate) async fn entry(conn: &mut Conn, id: EntryId) -> Result<Option<EntryRow>> {
    maybe!(
        conn,
        EntryRow,
        "SELECT id, round_id, centre_id, business_id, subject_id, rubric_id, state, submitted_at, \
         reviewers_wanted, sitting, score_until FROM entries WHERE id = $1",
        id,
    )
}

/// What is sent in.
pub(crate) struct NewEntry {
    pub id: EntryId,
    pub round: RoundId,
    pub centre: CentreId,
    pub business: BusinessId,
    pub subject: Uuid,
    pub rubric: RubricId,
    /// What reviewers see, as JSON.
    pub frozen: String,
    pub by: PersonId,
}

/// Adds an entry and says which one came before it. The same subject twice in one round is [`Refusal::AlreadyDone`].
pub(crate) async fn enter(tx: &mut Tx, new: &NewEntry) -> Result<Option<EntryId>> {
    let now = tx.now();
    let number = next_number(tx, new.round, new.subject).await?;
    let previous = maybe!(
        tx,
        (EntryId, EntryState),
        "SELECT id, state FROM entries WHERE subject_id = $1 AND withdrawn_at IS NULL \
         ORDER BY submitted_at DESC, id DESC LIMIT 1",
        new.subject,
    )?;
    if let Some((_, from)) = previous
        && from != EntryState::Released
    {
        let from = from.announced();
        return Err(Refusal::IllegalMove { from }.into());
    }
    let previous = previous.map(|(id, _)| id);
    execute!(
        tx,
        "INSERT INTO entries (id, round_id, centre_id, business_id, subject_id, rubric_id, number, state, frozen, \
         previous_id, submitted_by, submitted_at, reviewers_wanted, sitting) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)",
        new.id,
        new.round,
        new.centre,
        new.business,
        new.subject,
        new.rubric,
        number,
        EntryState::Submitted,
        new.frozen.as_str(),
        previous,
        new.by,
        now,
        REVIEWERS,
    )?;
    Ok(previous)
}

/// Whether the subject of an entry was sent in again after it, and not taken back.
pub(crate) async fn sent_in_again(conn: &mut Conn, id: EntryId) -> Result<bool> {
    let row = maybe!(
        conn,
        (EntryId,),
        "SELECT n.id FROM entries e JOIN entries n ON n.subject_id = e.subject_id AND n.previous_id = e.id \
         WHERE e.id = $1 AND n.withdrawn_at IS NULL LIMIT 1",
        id,
    )?;
    Ok(row.is_some())
}

/// The next blind number of a round; a subject that is there already gets none, but [`Refusal::AlreadyDone`].
///
/// The round's row is the contested fact: two makers at once get two numbers, one maker twice is told.
async fn next_number(tx: &mut Tx, round: RoundId, subject: Uuid) -> Result<i64> {
    let (number,) = one!(
        tx,
        (i64,),
        "UPDATE rounds SET last_number = last_number + 1 WHERE id = $1 RETURNING last_number",
        round,
    )?;
    let here = maybe!(
        tx,
        (EntryId,),
        "SELECT id FROM entries WHERE round_id = $1 AND subject_id = $2 AND withdrawn_at IS NULL",
        round,
        subject,
    )?;
    match here {
        Some(_) => Err(Refusal::AlreadyDone.into()),
        None => Ok(number),
    }
}

/// Moves an entry to another round, where it gets a number of its own. Seats and scores go with it.
pub(crate) async fn move_to(tx: &mut Tx, entry: &EntryRow, round: RoundId) -> Result<()> {
    let number = next_number(tx, round, entry.subject_id).await?;
    execute!(
        tx,
        "UPDATE entries SET round_id = $1, number = $2 WHERE id = $3",
        round,
        number,
        entry.id
    )?;
    Ok(())
}

/// The one door between the states of an entry: reads the state again, asks the table of moves, and writes the next.
pub(crate) async fn step(tx: &mut Tx, id: EntryId, by: Move) -> Result<EntryState> {
    let (from,) = maybe!(
        tx,
        (EntryState,),
        "SELECT state FROM entries WHERE id = $1",
        id
    )?
    .ok_or(Refusal::NotFound)?;
    let to = from.step(by)?;
    let now = tx.now();
    let gone = (to == EntryState::Withdrawn).then_some(now);
    let moved = execute!(
        tx,
        "UPDATE entries SET state = $1, withdrawn_at = $2 WHERE id = $3 AND state = $4",
        to,
        gone,
        id,
        from,
    )?;
    if moved == 1 {
        Ok(to)
    } else {
        Err(Fault::new("an entry changed under its own transaction").into())
    }
}
