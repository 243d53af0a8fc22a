//! Scoring sheets: drafts are rewritten, published versions stay as they are.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Permit, Place, act},
    ids::{CentreId, CriterionId, PersonId, RubricId},
    language::Bilingual,
    place::ProvinceCode,
    review::{Bands, Criterion, CriterionKind, Rubric, RubricDraft, RubricLine},
    tasks::ClinicLine,
};

use super::centre_of;
use crate::{
    Centre, Fault, Result, audit,
    db::{Conn, Json, Tx, all, execute, maybe, one},
};

/// Which centre keeps a rubric.
pub async fn rubric_place(conn: &mut Conn, rubric: RubricId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (CentreId, ProvinceCode),
        "SELECT c.id, c.province_code FROM rubrics r JOIN centres c ON c.id = r.centre_id WHERE r.id = $1",
        rubric,
    )?;
    Ok(row.map(|(centre, province)| Place {
        owner: None,
        centre,
        province,
    }))
}

/// Saves a draft, which need not be whole: a new one becomes the next version of its category.
pub async fn save_draft_rubric(
    centre: &Centre,
    permit: Permit<act::EditRubric>,
    draft: RubricDraft,
) -> Result<RubricId> {
    draft.check()?;
    centre
        .db
        .write((permit, draft), |tx, (permit, draft)| {
            Box::pin(async move {
                let centre = centre_of(permit)?;
                let id = match draft.id {
                    Some(id) => {
                        unpublished(tx, centre, id).await?;
                        rewrite(tx, id, draft).await?;
                        id
                    }
                    None => {
                        insert(
                            tx,
                            centre,
                            &draft.category,
                            &draft.bands,
                            &draft.criteria,
                            Some(permit.person()),
                        )
                        .await?
                    }
                };
                audit::did(tx, permit, "rubric", id.0, "draft").await?;
                Ok(id)
            })
        })
        .await
}

/// Publishes a draft: entries sent in from now on are judged by it. The highest published version counts, so an older
/// draft is not published after a newer one.
pub async fn publish_rubric(
    centre: &Centre,
    permit: Permit<act::EditRubric>,
    rubric: RubricId,
) -> Result<()> {
    centre
        .db
        .write((permit, rubric), |tx, (permit, rubric)| {
            Box::pin(async move {
                let centre = centre_of(permit)?;
                unpublished(tx, centre, *rubric).await?;
                let draft = load(tx, *rubric).await?.ok_or(Refusal::NotFound)?;
                draft.check()?;
                if let Some(version) = counting(tx, centre, &draft.category).await?
                    && version > draft.version
                {
                    return Err(Refusal::RubricOutdated { version }.into());
                }
                publish(tx, *rubric).await?;
                audit::did(tx, permit, "rubric", rubric.0, "published").await
            })
        })
        .await
}

/// Every version of every rubric of a centre, the newest of each category first.
pub async fn rubrics(centre: &Centre, permit: &Permit<act::EditRubric>) -> Result<Vec<RubricLine>> {
    let mut conn = centre.db.read().await?;
    all!(
        conn,
        RubricLine,
        "SELECT r.id, r.category, r.version, r.published_at, \
         (SELECT COUNT(*) FROM criteria c WHERE c.rubric_id = r.id) AS criteria, \
         (SELECT COUNT(*) FROM entries e WHERE e.rubric_id = r.id) AS entries \
         FROM rubrics r WHERE r.centre_id = $1 ORDER BY r.category, r.version DESC",
        centre_of(permit)?,
    )
}

/// One rubric of the permit's centre, whole.
pub async fn load_rubric(
    centre: &Centre,
    permit: &Permit<act::EditRubric>,
    rubric: RubricId,
) -> Result<Rubric> {
    let mut conn = centre.db.read().await?;
    match rubric_place(&mut conn, rubric).await? {
        Some(place) if place.centre == centre_of(permit)? => load(&mut conn, rubric)
            .await?
            .ok_or_else(|| Refusal::NotFound.into()),
        _ => Err(Refusal::NotFound.into()),
    }
}

async fn unpublished(tx: &mut Tx, centre: CentreId, id: RubricId) -> Result<()> {
    let row = maybe!(
        tx,
        (Option<DateTime<Utc>>,),
        "SELECT published_at FROM rubrics WHERE id = $1 AND centre_id = $2",
        id,
        centre,
    )?;
    match row {
        Some((None,)) => Ok(()),
        Some((Some(_),)) => Err(Refusal::RubricInUse.into()),
        None => Err(Refusal::NotFound.into()),
    }
}

async fn rewrite(tx: &mut Tx, id: RubricId, draft: &RubricDraft) -> Result<()> {
    execute!(
        tx,
        "UPDATE rubrics SET band_a = $1, band_b = $2, band_c = $3, gap = $4 WHERE id = $5",
        draft.bands.a,
        draft.bands.b,
        draft.bands.c,
        draft.bands.gap,
        id,
    )?;
    execute!(tx, "DELETE FROM criteria WHERE rubric_id = $1", id)?;
    insert_criteria(tx, id, &draft.criteria).await
}

/// Adds the next version of a category's rubric, as a draft.
pub(crate) async fn insert(
    tx: &mut Tx,
    centre: CentreId,
    category: &str,
    bands: &Bands,
    criteria: &[Criterion],
    by: Option<PersonId>,
) -> Result<RubricId> {
    let (id, now) = (RubricId::new(), tx.now());
    let (last,) = one!(
        tx,
        (i64,),
        "SELECT COALESCE(MAX(version), 0) FROM rubrics WHERE centre_id = $1 AND category = $2",
        centre,
        category,
    )?;
    execute!(
        tx,
        "INSERT INTO rubrics (id, centre_id, category, version, band_a, band_b, band_c, gap, created_by, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        centre,
        category,
        last + 1,
        bands.a,
        bands.b,
        bands.c,
        bands.gap,
        by,
        now,
    )?;
    insert_criteria(tx, id, criteria).await?;
    Ok(id)
}

async fn insert_criteria(tx: &mut Tx, id: RubricId, criteria: &[Criterion]) -> Result<()> {
    for (position, line) in criteria.iter().enumerate() {
        execute!(
            tx,
            "INSERT INTO criteria (id, rubric_id, position, key, kind, weight, title, hint, labels, advice, clinic_line) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            CriterionId::new(),
            id,
            position as i64,
            line.key.as_str(),
            line.kind,
            line.weight,
            Json(&line.title),
            Json(&line.hint),
            Json(&line.labels),
            Json(&line.advice),
            line.clinic_line,
        )?;
    }
    Ok(())
}

/// Marks a draft as published.
pub(super) async fn publish(tx: &mut Tx, id: RubricId) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "UPDATE rubrics SET published_at = $1 WHERE id = $2",
        now,
        id
    )?;
    Ok(())
}

/// The rubric by which a category is judged now.
pub(crate) async fn current(
    conn: &mut Conn,
    centre: CentreId,
    category: &str,
) -> Result<Option<RubricId>> {
    let row = maybe!(
        conn,
        (RubricId,),
        "SELECT id FROM rubrics WHERE centre_id = $1 AND category = $2 AND published_at IS NOT NULL \
         ORDER BY version DESC LIMIT 1",
        centre,
        category,
    )?;
    Ok(row.map(|(id,)| id))
}

/// The version by which a category is judged now.
async fn counting(conn: &mut Conn, centre: CentreId, category: &str) -> Result<Option<i64>> {
    let (version,) = one!(
        conn,
        (Option<i64>,),
        "SELECT MAX(version) FROM rubrics WHERE centre_id = $1 AND category = $2 AND published_at IS NOT NULL",
        centre,
        category,
    )?;
    Ok(version)
}

#[derive(sqlx::FromRow)]
struct Head {
    category: String,
    version: i64,
    band_a: i64,
    band_b: i64,
    band_c: i64,
    gap: i64,
    published_at: Option<DateTime<Utc>>,
    entries: i64,
}

#[derive(sqlx::FromRow)]
struct Line {
    id: CriterionId,
    key: String,
    kind: CriterionKind,
    weight: i64,
    title: Json<Bilingual>,
    hint: Json<Bilingual>,
    labels: Json<Vec<Bilingual>>,
    advice: Json<Bilingual>,
    clinic_line: ClinicLine,
}

/// The rubric that an entry names.
pub(crate) async fn of(conn: &mut Conn, id: RubricId) -> Result<Rubric> {
    load(conn, id)
        .await?
        .ok_or_else(|| Fault::new("an entry without a rubric").into())
}

/// A rubric with its criteria.
pub(super) async fn load(conn: &mut Conn, id: RubricId) -> Result<Option<Rubric>> {
    let head = maybe!(
        conn,
        Head,
        "SELECT r.category, r.version, r.band_a, r.band_b, r.band_c, r.gap, r.published_at, \
         (SELECT COUNT(*) FROM entries e WHERE e.rubric_id = r.id) AS entries FROM rubrics r WHERE r.id = $1",
        id,
    )?;
    let Some(head) = head else { return Ok(None) };
    let lines = all!(
        conn,
        Line,
        "SELECT id, key, kind, weight, title, hint, labels, advice, clinic_line FROM criteria \
         WHERE rubric_id = $1 ORDER BY position",
        id,
    )?;
    let criteria = lines
        .into_iter()
        .map(|line| Criterion {
            id: line.id,
            key: line.key,
            kind: line.kind,
            weight: line.weight,
            title: line.title.0,
            hint: line.hint.0,
            labels: line.labels.0,
            advice: line.advice.0,
            clinic_line: line.clinic_line,
        })
        .collect();
    Ok(Some(Rubric {
        id,
        category: head.category,
        version: head.version,
        bands: Bands {
            a: head.band_a,
            b: head.band_b,
            c: head.band_c,
            gap: head.gap,
        },
        published_at: head.published_at,
        entries: head.entries,
        criteria,
    }))
}
