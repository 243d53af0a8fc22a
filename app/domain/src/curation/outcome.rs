//! What a maker and the public learn of a curation.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Category, Decision};
use crate::{
    ids::{AppealId, EntryId, ProductId, TaskId},
    language::Bilingual,
    place::Zone,
    review::{EntryState, Grade, Points, ScoreLine},
    tasks::ClinicLine,
};

/// One of my products in one round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Identity.
    pub entry: EntryId,
    /// Which product.
    pub product: ProductId,
    /// Its name.
    pub product_name: String,
    /// In which round.
    pub round_name: String,
    /// Where it stands.
    pub state: EntryState,
    /// When it was sent in.
    pub submitted_at: DateTime<Utc>,
    /// Until when curators score.
    pub score_until: DateTime<Utc>,
    /// Whether it came back from an earlier round.
    pub again: bool,
    /// Grade and score, once announced.
    pub grade: Option<(Grade, i64)>,
    /// Tasks of it that are not done.
    pub open_tasks: i64,
}

/// Everything a maker sees of one submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionResult {
    /// Identity.
    pub entry: EntryId,
    /// Which product.
    pub product: ProductId,
    /// Its name.
    pub product_name: String,
    /// Its family.
    pub category: Category,
    /// In which round.
    pub round_name: String,
    /// The centre's time.
    pub zone: Zone,
    /// Where it stands.
    pub state: EntryState,
    /// When it was sent in.
    pub submitted_at: DateTime<Utc>,
    /// Until when curators score.
    pub score_until: DateTime<Utc>,
    /// Whether it can be taken back now.
    pub may_withdraw: bool,
    /// What was decided; `None` before the announcement.
    pub verdict: Option<Verdict>,
    /// Objecting: until when, or what came of it.
    pub appeal: Appealing,
    /// Rounds before and after this one, the youngest first.
    pub history: Vec<PastEntry>,
}

/// An announced decision with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// What was decided.
    pub decision: Decision,
    /// Grade.
    pub grade: Grade,
    /// Whole score, 0–100.
    pub score: i64,
    /// Largest minus smallest total.
    pub spread: Points,
    /// Curators.
    pub reviewers: i64,
    /// The manager's reason, where they decided otherwise than proposed; else empty.
    pub reason: String,
    /// When it was announced.
    pub released_at: DateTime<Utc>,
    /// The rubric's version.
    pub rubric_version: i64,
    /// The next better grade and the points missing.
    pub next: Option<(Grade, i64)>,
    /// The badge's last day, if the product is listed by this decision.
    pub badge_until: Option<NaiveDate>,
    /// Weighted criteria, in the rubric's order.
    pub lines: Vec<VerdictLine>,
    /// Criteria shown and not counted.
    pub independent: Vec<VerdictLine>,
    /// Conditions, and whether they are met.
    pub gates: Vec<GateLine>,
    /// What to do now.
    pub tasks: Vec<VerdictTask>,
}

/// One criterion of a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictLine {
    /// Points of the points it can give.
    pub score: ScoreLine,
    /// What was judged.
    pub title: Bilingual,
    /// The median value in hundredths: 350 is half-way between 3 and 4.
    pub value: Points,
    /// What the median value means, rounded down.
    pub label: Bilingual,
    /// What to do, where it is weak.
    pub advice: Option<Bilingual>,
    /// Curators' notes, without their names, in no order of theirs.
    pub notes: Vec<String>,
}

/// A condition of a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateLine {
    /// What was asked.
    pub title: Bilingual,
    /// Whether it is met.
    pub met: bool,
    /// What to do, where it is not.
    pub advice: Option<Bilingual>,
    /// Curators' notes.
    pub notes: Vec<String>,
}

/// A task that came of a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictTask {
    /// Identity.
    pub id: TaskId,
    /// What.
    pub title: Bilingual,
    /// How.
    pub detail: Bilingual,
    /// Who helps.
    pub clinic_line: Option<ClinicLine>,
    /// Until when.
    pub due_on: NaiveDate,
    /// Whether that day is over, and the task open.
    pub late: bool,
    /// Whether it is done.
    pub done: bool,
}

/// Objecting to a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Appealing {
    /// Nothing to object to yet, or the time is over.
    Closed,
    /// Possible until then.
    Open {
        /// The last moment.
        until: DateTime<Utc>,
    },
    /// Made, not answered.
    Waiting {
        /// When.
        made_at: DateTime<Utc>,
    },
    /// Answered.
    Answered {
        /// Whether it is reviewed once more.
        granted: bool,
        /// The answer.
        answer: String,
    },
}

/// The same product in another round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sql", derive(sqlx::FromRow))]
pub struct PastEntry {
    /// Identity.
    pub entry: EntryId,
    /// The round.
    pub round_name: String,
    /// When it was announced.
    pub released_at: DateTime<Utc>,
    /// Grade.
    pub grade: Grade,
    /// Score.
    pub score: i64,
    /// What was decided.
    pub decision: Decision,
}

/// Why a listed product bears its badge: the public part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// Grade.
    pub grade: Grade,
    /// Whole score, 0–100.
    pub score: i64,
    /// Largest minus smallest total.
    pub spread: Points,
    /// Curators.
    pub reviewers: i64,
    /// The rubric's version.
    pub rubric_version: i64,
    /// The day of the announcement.
    pub granted_on: NaiveDate,
    /// The badge's last day.
    pub ends_on: NaiveDate,
    /// Weighted criteria: points of the points each can give.
    pub lines: Vec<WhyLine>,
    /// This and earlier announcements, the oldest first: the stairs.
    pub stairs: Vec<Step>,
}

/// A criterion in public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyLine {
    /// What was judged.
    pub title: Bilingual,
    /// Points of the points it can give.
    pub score: ScoreLine,
}

/// One announced grade of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The day of the announcement.
    pub on: NaiveDate,
    /// Grade.
    pub grade: Grade,
    /// Score.
    pub score: i64,
}

/// An objection as managers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sql", derive(sqlx::FromRow))]
pub struct AppealLine {
    /// Identity.
    pub id: AppealId,
    /// Against which entry.
    pub entry: EntryId,
    /// Its product.
    pub product_name: String,
    /// Its maker.
    pub business_name: String,
    /// The grade objected to.
    pub grade: Grade,
    /// The score objected to.
    pub score: i64,
    /// Why.
    pub reason: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// What was answered.
    pub granted: Option<bool>,
    /// In which words.
    pub answer: Option<String>,
}
