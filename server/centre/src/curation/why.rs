//! Why a listed product bears its badge: what the public may know.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    curation::{Step, Why, WhyLine},
    ids::{EntryId, ProductId, RubricId},
    place::Zone,
    review::{Grade, Points},
};

use crate::{
    Result,
    db::{Conn, all, maybe},
    review,
};

#[derive(sqlx::FromRow)]
struct Badge {
    entry: EntryId,
    rubric: RubricId,
    zone: Zone,
    sitting: i64,
    grade: Grade,
    score: i64,
    spread: Points,
    reviewers: i64,
    granted_on: NaiveDate,
    ends_on: NaiveDate,
}

/// The reasons of a product's badge, and the stairs that led to it; `None` for a product that is not listed. The notes of
/// curators and the names of anybody stay out.
pub async fn why(conn: &mut Conn, product: ProductId) -> Result<Option<Why>> {
    let badge = maybe!(
        conn,
        Badge,
        "SELECT e.id AS entry, e.rubric_id AS rubric, c.zone, d.sitting, d.grade, d.score, d.spread, d.reviewers, \
         g.granted_on, g.ends_on FROM grades g JOIN entries e ON e.id = g.entry_id JOIN centres c ON c.id = g.centre_id \
         JOIN decisions d ON d.entry_id = e.id AND d.released_at IS NOT NULL \
         WHERE g.product_id = $1 AND g.replaced_at IS NULL AND g.listed ORDER BY d.sitting DESC LIMIT 1",
        product,
    )?;
    let Some(badge) = badge else { return Ok(None) };
    let sums = review::sums(conn, badge.entry, badge.rubric, badge.sitting).await?;
    let lines = sums.criteria.iter().filter(|sum| sum.weighs());
    let stairs = all!(
        conn,
        (DateTime<Utc>, Grade, i64),
        "SELECT d.released_at, d.grade, d.score FROM decisions d JOIN entries e ON e.id = d.entry_id \
         WHERE e.subject_id = $1 AND d.released_at IS NOT NULL ORDER BY d.released_at, d.sitting",
        product,
    )?;
    Ok(Some(Why {
        grade: badge.grade,
        score: badge.score,
        spread: badge.spread,
        reviewers: badge.reviewers,
        rubric_version: sums.rubric.version,
        granted_on: badge.granted_on,
        ends_on: badge.ends_on,
        lines: lines
            .map(|sum| WhyLine {
                title: sum.criterion.title.clone(),
                score: sum.line(),
            })
            .collect(),
        stairs: stairs
            .into_iter()
            .map(|(at, grade, score)| Step {
                on: badge.zone.date(at),
                grade,
                score,
            })
            .collect(),
    }))
}
