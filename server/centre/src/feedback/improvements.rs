//! Keeping the register: what was heard in neutral words, who does what until when, and how one sees it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Refusal,
    access::{Permit, Place, Role, act},
    feedback::{Improvement, ImprovementForm, Mended, Progress},
    ids::{CentreId, FeedbackId, ImprovementId, PersonId},
    language::Bilingual,
    place::ProvinceCode,
    refusal::Problem,
};

use super::{Told, by_id};
use crate::{
    Centre, Result,
    centres::{changes, home},
    db::{Conn, Json, Sql, Tx, all, execute, maybe},
    places,
};

type Keeping = Permit<act::KeepRegister>;

/// Letters of a name that make it one: a shorter one stands in too many words.
const LEAST_NAME: usize = 3;

/// Somebody who can be given an improvement.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Owner {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
}

/// Who works at a centre, by name.
pub async fn owners(conn: &mut Conn, centre: CentreId) -> Result<Vec<Owner>> {
    all!(
        conn,
        Owner,
        "SELECT DISTINCT p.id, p.name FROM memberships m JOIN people p ON p.id = m.person_id \
         WHERE m.centre_id = $1 AND m.ended_at IS NULL AND p.disabled_at IS NULL AND m.role NOT IN ($2, $3) \
         ORDER BY p.name, p.id",
        centre,
        Role::Entrepreneur,
        Role::Partner,
    )
}

/// Which centre keeps a line; `None` when there is none.
pub async fn improvement_place(conn: &mut Conn, id: ImprovementId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (CentreId, ProvinceCode),
        "SELECT c.id, c.province_code FROM improvements i JOIN centres c ON c.id = i.centre_id WHERE i.id = $1",
        id,
    )?;
    Ok(row.map(|(centre, province)| Place {
        owner: None,
        centre,
        province,
    }))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: ImprovementId,
    feedback_id: Option<FeedbackId>,
    heard: Json<Bilingual>,
    action: Json<Bilingual>,
    evidence: Json<Bilingual>,
    progress: Progress,
    owner_id: Option<PersonId>,
    owner: Option<String>,
    due_on: Option<NaiveDate>,
    published_at: Option<DateTime<Utc>>,
}

impl Row {
    fn form(&self) -> ImprovementForm {
        ImprovementForm {
            heard_id: self.heard.0.id.clone(),
            heard_en: self.heard.0.en.clone(),
            action_id: self.action.0.id.clone(),
            action_en: self.action.0.en.clone(),
            progress: self.progress.as_str().into(),
            owner: self
                .owner_id
                .map(|owner| owner.to_string())
                .unwrap_or_default(),
            due_on: self.due_on.map(|day| day.to_string()).unwrap_or_default(),
            evidence_id: self.evidence.0.id.clone(),
            evidence_en: self.evidence.0.en.clone(),
        }
    }
}

const LINES: &str = "SELECT i.id, i.feedback_id, i.heard, i.action, i.evidence, i.progress, i.owner_id, p.name AS owner, \
     i.due_on, i.published_at FROM improvements i LEFT JOIN people p ON p.id = i.owner_id WHERE ";

/// Every line of the permit's centre, what is not fixed first, the youngest first.
pub async fn improvements(centre: &Centre, permit: &Keeping) -> Result<Vec<Improvement>> {
    let here = home(permit)?;
    let mut conn = centre.db.read().await?;
    let today = places::zone(&mut conn, here)
        .await?
        .date(centre.clock.now());
    let mut sql = Sql::new(LINES);
    sql.push("i.centre_id = ").bind(here);
    sql.push(
        " ORDER BY CASE i.progress WHEN 'fixed' THEN 1 ELSE 0 END, i.heard_at DESC, i.id DESC LIMIT 200",
    );
    let rows: Vec<Row> = sql.all(&mut conn).await?;
    Ok(rows
        .into_iter()
        .map(|row| Improvement {
            form: row.form(),
            late: row.progress != Progress::Fixed && row.due_on.is_some_and(|due| due < today),
            id: row.id,
            feedback: row.feedback_id,
            owner: row.owner,
            published_at: row.published_at,
        })
        .collect())
}

/// Saves a line of the permit's centre; the identity is made where the form is opened. A new one may come of something
/// that was told; then its words must not say who told it.
pub async fn save_improvement(
    centre: &Centre,
    permit: Keeping,
    id: ImprovementId,
    feedback: Option<FeedbackId>,
    form: &ImprovementForm,
) -> Result<()> {
    let mended = form.check()?;
    centre
        .db
        .write(
            (permit, id, feedback, mended),
            |tx, (permit, id, feedback, mended)| Box::pin(save(tx, permit, *id, *feedback, mended)),
        )
        .await
}

async fn save(
    tx: &mut Tx,
    permit: &Keeping,
    id: ImprovementId,
    feedback: Option<FeedbackId>,
    mended: &Mended,
) -> Result<()> {
    let (here, now) = (home(permit)?, tx.now());
    let place = improvement_place(tx, id).await?;
    if place.is_some_and(|place| place.centre != here) {
        return Err(Refusal::NotFound.into());
    }
    let mut sql = Sql::new(LINES);
    sql.push("i.id = ").bind(id.0);
    let before: Option<Row> = sql.all(tx).await?.pop();
    let feedback = before.as_ref().map_or(feedback, |row| row.feedback_id);
    let told = match feedback {
        None => None,
        Some(feedback) => {
            let told = by_id(tx, feedback).await?.ok_or(Refusal::NotFound)?;
            if told.centre_id != here {
                return Err(Refusal::NotFound.into());
            }
            Some(told)
        }
    };
    if let Some(told) = &told {
        keep_neutral(told, mended)?;
    }
    if let Some(owner) = mended.owner
        && owners(tx, here).await?.iter().all(|one| one.id != owner)
    {
        return Err(Refusal::field("owner", Problem::NotAChoice).into());
    }
    let added = execute!(
        tx,
        "INSERT INTO improvements (id, centre_id, feedback_id, heard, action, evidence, progress, heard_at) \
         SELECT $1, $2, $3, $4, $5, $6, $7, COALESCE((SELECT created_at FROM feedback WHERE id = $3), $8) \
         WHERE NOT EXISTS (SELECT 1 FROM improvements WHERE id = $1 OR feedback_id = $3)",
        id,
        here,
        feedback,
        Json(&mended.heard),
        Json(&mended.action),
        Json(&mended.evidence),
        mended.progress,
        now,
    )?;
    if added == 0 && before.is_none() {
        return Err(Refusal::AlreadyDone.into());
    }
    execute!(
        tx,
        "UPDATE improvements SET heard = $1, action = $2, evidence = $3, progress = $4, owner_id = $5, due_on = $6, \
         fixed_at = CASE WHEN $4 = 'fixed' THEN COALESCE(fixed_at, $7) ELSE NULL END WHERE id = $8",
        Json(&mended.heard),
        Json(&mended.action),
        Json(&mended.evidence),
        mended.progress,
        mended.owner,
        mended.due_on,
        now,
        id,
    )?;
    note(tx, permit, id, before.map(|row| row.form()), mended).await
}

/// The record of what was changed.
async fn note(
    tx: &mut Tx,
    permit: &Keeping,
    id: ImprovementId,
    before: Option<ImprovementForm>,
    mended: &Mended,
) -> Result<()> {
    let before = before.unwrap_or_default();
    let owner = mended.owner.map(|owner| owner.to_string());
    let due = mended.due_on.map(|day| day.to_string());
    let fields = [
        (
            "heard_id",
            before.heard_id.as_str(),
            mended.heard.id.as_str(),
        ),
        ("heard_en", &before.heard_en, &mended.heard.en),
        ("action_id", &before.action_id, &mended.action.id),
        ("action_en", &before.action_en, &mended.action.en),
        ("progress", &before.progress, mended.progress.as_str()),
        ("owner", &before.owner, owner.as_deref().unwrap_or_default()),
        ("due_on", &before.due_on, due.as_deref().unwrap_or_default()),
        ("evidence_id", &before.evidence_id, &mended.evidence.id),
        ("evidence_en", &before.evidence_en, &mended.evidence.en),
    ];
    changes::note(tx, permit, "improvement", id.0, &fields).await
}

/// Refuses public words that hold the name or contact of who told it.
fn keep_neutral(told: &Told, mended: &Mended) -> std::result::Result<(), Refusal> {
    let name = told.name.to_lowercase();
    let contact = told.contact.to_lowercase();
    let marks: Vec<&str> = name
        .split_whitespace()
        .chain(std::iter::once(contact.as_str()))
        .filter(|mark| mark.chars().count() >= LEAST_NAME)
        .filter(|mark| !TITLES.contains(mark))
        .collect();
    let texts = [
        ("heard_id", &mended.heard.id),
        ("heard_en", &mended.heard.en),
        ("action_id", &mended.action.id),
        ("action_en", &mended.action.en),
        ("evidence_id", &mended.evidence.id),
        ("evidence_en", &mended.evidence.en),
    ];
    for (field, text) in texts {
        let text = text.to_lowercase();
        let mut words = text.split(|c: char| c.is_whitespace() || ",.;:()".contains(c));
        if words.any(|word| marks.contains(&word))
            || (!contact.is_empty() && text.contains(&contact))
        {
            return Err(Refusal::field(field, Problem::NamesTeller));
        }
    }
    Ok(())
}

/// How people are addressed; no part of a name.
const TITLES: [&str; 5] = ["ibu", "bapak", "pak", "kakak", "usaha"];

/// Shows a line to the public, or takes it back.
pub async fn publish_improvement(
    centre: &Centre,
    permit: Keeping,
    id: ImprovementId,
    public: bool,
) -> Result<()> {
    centre
        .db
        .write((permit, id, public), |tx, (permit, id, public)| {
            Box::pin(async move {
                let place = improvement_place(tx, *id).await?.ok_or(Refusal::NotFound)?;
                if place.centre != home(permit)? {
                    return Err(Refusal::NotFound.into());
                }
                let since = public.then_some(tx.now());
                let changed = execute!(
                    tx,
                    "UPDATE improvements SET published_at = $1 WHERE id = $2 AND (published_at IS NULL) = $3",
                    since,
                    *id,
                    *public,
                )?;
                if changed == 0 {
                    return Err(Refusal::AlreadyDone.into());
                }
                let (before, after) = if *public { ("", "public") } else { ("public", "") };
                let fields = [("public", before, after)];
                changes::note(tx, permit, "improvement", id.0, &fields).await
            })
        })
        .await
}
