//! An announced decision with its reasons, as its maker reads it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    curation::{Decision, GateLine, Verdict, VerdictLine, VerdictTask, WEAK_VALUE},
    ids::{EntryId, TaskId},
    language::Bilingual,
    review::{CriterionKind, Grade, Points, Summed},
    tasks::ClinicLine,
};

use crate::{
    Result,
    db::{Conn, Json, all, maybe},
    review::{self, EntryRow, Sums},
};

#[derive(sqlx::FromRow)]
struct Announced {
    sitting: i64,
    decision: Decision,
    grade: Grade,
    score: i64,
    spread: Points,
    reviewers: i64,
    reason: String,
    released_at: DateTime<Utc>,
    badge_until: Option<NaiveDate>,
}

/// The last announced decision of an entry, with its tasks as they stand `today`. What is prepared or scored and not
/// announced stays unknown.
pub(super) async fn verdict(
    conn: &mut Conn,
    entry: &EntryRow,
    today: NaiveDate,
) -> Result<Option<Verdict>> {
    let announced = maybe!(
        conn,
        Announced,
        "SELECT d.sitting, d.decision, d.grade, d.score, d.spread, d.reviewers, d.reason, d.released_at, \
         (SELECT MAX(g.ends_on) FROM grades g WHERE g.entry_id = d.entry_id AND g.replaced_at IS NULL AND g.listed) \
         AS badge_until FROM decisions d \
         WHERE d.entry_id = $1 AND d.released_at IS NOT NULL ORDER BY d.sitting DESC LIMIT 1",
        entry.id,
    )?;
    let Some(announced) = announced else {
        return Ok(None);
    };
    let sums = review::sums(conn, entry.id, entry.rubric_id, announced.sitting).await?;
    let bands = sums.rubric.bands;
    let next = bands
        .next(announced.grade)
        .map(|(grade, from)| (grade, (from - announced.score).max(0)));
    let of = |kind: CriterionKind| {
        sums.criteria
            .iter()
            .filter(move |sum| sum.criterion.kind == kind)
    };
    Ok(Some(Verdict {
        decision: announced.decision,
        grade: announced.grade,
        score: announced.score,
        spread: announced.spread,
        reviewers: announced.reviewers,
        reason: announced.reason,
        released_at: announced.released_at,
        rubric_version: sums.rubric.version,
        next,
        badge_until: announced.badge_until,
        lines: of(CriterionKind::Weighted)
            .map(|sum| line(&sums, sum))
            .collect(),
        independent: of(CriterionKind::Independent)
            .map(|sum| line(&sums, sum))
            .collect(),
        gates: of(CriterionKind::Gate)
            .map(|sum| gate(&sums, sum))
            .collect(),
        tasks: tasks(conn, entry.id, today).await?,
    }))
}

fn line(sums: &Sums, sum: &Summed) -> VerdictLine {
    let value = sum.median();
    VerdictLine {
        score: sum.line(),
        title: sum.criterion.title.clone(),
        value,
        label: sum.criterion.label(value.0 / 100),
        advice: sum
            .at_most(WEAK_VALUE)
            .then(|| sum.criterion.advice.clone()),
        notes: sums.notes_of(sum.criterion.id),
    }
}

fn gate(sums: &Sums, sum: &Summed) -> GateLine {
    let met = sum.met();
    GateLine {
        title: sum.criterion.title.clone(),
        met,
        advice: (!met).then(|| sum.criterion.advice.clone()),
        notes: sums.notes_of(sum.criterion.id),
    }
}

async fn tasks(conn: &mut Conn, entry: EntryId, today: NaiveDate) -> Result<Vec<VerdictTask>> {
    let rows = all!(
        conn,
        (
            TaskId,
            String,
            String,
            Json<Bilingual>,
            Option<ClinicLine>,
            NaiveDate,
            bool
        ),
        "SELECT id, title_id, title_en, detail, clinic_line, due_on, done_at IS NOT NULL FROM tasks \
         WHERE entry_id = $1 ORDER BY due_on, id",
        entry,
    )?;
    Ok(rows
        .into_iter()
        .map(
            |(id, title_id, title_en, Json(detail), clinic_line, due_on, done)| VerdictTask {
                id,
                title: Bilingual::new(title_id, title_en),
                detail,
                clinic_line,
                due_on,
                late: !done && today > due_on,
                done,
            },
        )
        .collect())
}
