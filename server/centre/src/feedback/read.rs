//! Reading what was told: the staff's list, and one conversation for the staff or for who began it.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Permit, Place, act},
    feedback::{Conversation, FeedbackKind, FeedbackLine, Message, Progress, Standing},
    ids::{CentreId, FeedbackId},
    language::Language,
    place::ProvinceCode,
};

use super::{by_secret, register};
use crate::{
    Centre, Result,
    centres::home,
    db::{Conn, Sql, all, maybe, one},
};

/// Letters of a message shown in a list.
const BEGINNING: usize = 200;

/// Which centre was told; `None` when there is no such word.
pub async fn feedback_place(conn: &mut Conn, feedback: FeedbackId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (CentreId, ProvinceCode),
        "SELECT c.id, c.province_code FROM feedback f JOIN centres c ON c.id = f.centre_id WHERE f.id = $1",
        feedback,
    )?;
    Ok(row.map(|(centre, province)| Place {
        owner: None,
        centre,
        province,
    }))
}

#[derive(sqlx::FromRow)]
struct LineRow {
    id: FeedbackId,
    kind: FeedbackKind,
    name: String,
    message: String,
    created_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    answered_at: Option<DateTime<Utc>>,
    progress: Option<Progress>,
}

/// What was told to the permit's centre: first what is owed an answer, the soonest due first; then the rest, the
/// youngest first. At most 200.
pub async fn inbox(
    centre: &Centre,
    permit: &Permit<act::AnswerFeedback>,
) -> Result<Vec<FeedbackLine>> {
    let now = centre.clock.now();
    let mut conn = centre.db.read().await?;
    let rows = all!(
        conn,
        LineRow,
        "SELECT f.id, f.kind, f.name, f.message, f.created_at, f.due_at, f.answered_at, i.progress FROM feedback f \
         LEFT JOIN improvements i ON i.feedback_id = f.id WHERE f.centre_id = $1 \
         ORDER BY CASE WHEN f.answered_at IS NULL THEN 0 ELSE 1 END, f.created_at DESC, f.id LIMIT 200",
        home(permit)?,
    )?;
    let mut sql =
        Sql::new("SELECT feedback_id, from_centre FROM feedback_messages WHERE feedback_id IN ");
    sql.list(rows.iter().map(|row| row.id.0))
        .push(" ORDER BY at, id");
    let said: Vec<(FeedbackId, bool)> = sql.all(&mut conn).await?;
    let mut lines: Vec<FeedbackLine> = rows
        .into_iter()
        .map(|row| FeedbackLine {
            waits: said
                .iter()
                .rfind(|(feedback, _)| *feedback == row.id)
                .is_none_or(|(_, from_centre)| !from_centre),
            standing: Standing::of(row.due_at, row.answered_at, now),
            text: row.message.chars().take(BEGINNING).collect(),
            id: row.id,
            kind: row.kind,
            name: row.name,
            created_at: row.created_at,
            register: row.progress,
        })
        .collect();
    lines.sort_by_key(|line| match line.standing {
        Standing::Late { since: due } | Standing::Waits { until: due } => (0, due.timestamp()),
        Standing::Answered { .. } => (1, 0),
    });
    Ok(lines)
}

/// One conversation, for the staff of the permit's centre.
pub async fn conversation(
    centre: &Centre,
    permit: &Permit<act::AnswerFeedback>,
    feedback: FeedbackId,
) -> Result<Conversation> {
    let mut conn = centre.db.read().await?;
    let place = feedback_place(&mut conn, feedback).await?;
    if place.map(|place| place.centre) != Some(home(permit)?) {
        return Err(Refusal::NotFound.into());
    }
    whole(&mut conn, feedback, centre.clock.now()).await
}

/// The conversation behind a secret link.
pub async fn conversation_by_secret(centre: &Centre, secret: &str) -> Result<Conversation> {
    let mut conn = centre.db.read().await?;
    let told = by_secret(&mut conn, secret)
        .await?
        .ok_or(Refusal::NotFound)?;
    whole(&mut conn, told.id, centre.clock.now()).await
}

#[derive(sqlx::FromRow)]
struct Row {
    centre: String,
    centre_slug: String,
    kind: FeedbackKind,
    message: String,
    name: String,
    contact: String,
    language: Language,
    created_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    answered_at: Option<DateTime<Utc>>,
}

async fn whole(conn: &mut Conn, feedback: FeedbackId, now: DateTime<Utc>) -> Result<Conversation> {
    let row = one!(
        conn,
        Row,
        "SELECT c.name AS centre, c.slug AS centre_slug, f.kind, f.message, f.name, f.contact, f.language, f.created_at, \
         f.due_at, f.answered_at FROM feedback f JOIN centres c ON c.id = f.centre_id WHERE f.id = $1",
        feedback,
    )?;
    let said = all!(
        conn,
        (bool, String, DateTime<Utc>),
        "SELECT from_centre, text, at FROM feedback_messages WHERE feedback_id = $1 ORDER BY at, id",
        feedback,
    )?;
    let first = Message {
        from_centre: false,
        text: row.message,
        at: row.created_at,
    };
    let later = said.into_iter().map(|(from_centre, text, at)| Message {
        from_centre,
        text,
        at,
    });
    Ok(Conversation {
        id: feedback,
        centre: row.centre,
        centre_slug: row.centre_slug,
        kind: row.kind,
        name: row.name,
        contact: row.contact,
        language: row.language,
        created_at: row.created_at,
        standing: Standing::of(row.due_at, row.answered_at, now),
        messages: std::iter::once(first).chain(later).collect(),
        register: register::line_of(conn, feedback, now).await?,
    })
}
