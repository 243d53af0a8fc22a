//! A reviewer's duties, read again whenever one is acted upon.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::Role,
    ids::{AssignmentId, BusinessId, EntryId, PersonId, RoundId, RubricId},
    review::{EntryState, Points},
};

use crate::{
    Result,
    db::{Conn, all, maybe},
};

/// One duty with what decides whether it is open.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Duty {
    pub id: AssignmentId,
    pub entry: EntryId,
    pub round_name: String,
    pub business: BusinessId,
    pub rubric: RubricId,
    pub number: i64,
    pub state: EntryState,
    pub sitting: i64,
    pub current_sitting: i64,
    pub opens_at: DateTime<Utc>,
    pub score_until: DateTime<Utc>,
    pub released_at: Option<DateTime<Utc>>,
    pub scored_at: Option<DateTime<Utc>>,
    pub total: Option<Points>,
}

impl Duty {
    /// Whether scores are taken now. An entry that is reviewed once more has a date of its own.
    pub fn open(&self, now: DateTime<Utc>) -> bool {
        let waits = matches!(self.state, EntryState::InReview | EntryState::Scored);
        let announced = self.released_at.is_some() && self.sitting == 1;
        waits
            && self.sitting == self.current_sitting
            && !announced
            && (self.opens_at..self.score_until).contains(&now)
    }
}

/// The duty of this reviewer; another's, one left, one whose entry was taken back, and one of a centre where they review
/// no more do not exist.
pub(crate) async fn duty(conn: &mut Conn, reviewer: PersonId, id: AssignmentId) -> Result<Duty> {
    maybe!(
        conn,
        Duty,
        "SELECT a.id, e.id AS entry, r.name AS round_name, e.business_id AS business, \
         e.rubric_id AS rubric, e.number, e.state, a.sitting, e.sitting AS current_sitting, r.opens_at, \
         COALESCE(e.score_until, r.score_until) AS score_until, r.released_at, a.scored_at, a.total \
         FROM assignments a JOIN entries e ON e.id = a.entry_id JOIN rounds r ON r.id = e.round_id \
         WHERE a.id = $1 AND a.reviewer_id = $2 AND a.abstained_at IS NULL AND e.state <> 'withdrawn' \
         AND EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = a.reviewer_id AND m.centre_id = a.centre_id \
         AND m.role = $3 AND m.ended_at IS NULL)",
        id,
        reviewer,
        Role::Curator,
    )?
    .ok_or_else(|| Refusal::NotFound.into())
}

/// A duty in a reviewer's list.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct DeskRow {
    pub assignment: AssignmentId,
    pub round: RoundId,
    pub round_name: String,
    pub number: i64,
    pub category: String,
    pub score_until: DateTime<Utc>,
    pub skipped_at: Option<DateTime<Utc>>,
    pub total: Option<Points>,
    /// Values given by this reviewer.
    pub given: i64,
    /// Criteria of the rubric.
    pub criteria: i64,
    /// Finished reviews of the same entry by others.
    pub reviews: i64,
}

/// Duties of a reviewer that are open now: their entries wait for scores, in conflict with nothing, where they still
/// review.
pub(crate) async fn desk_rows(
    conn: &mut Conn,
    reviewer: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<DeskRow>> {
    all!(
        conn,
        DeskRow,
        "SELECT a.id AS assignment, r.id AS round, r.name AS round_name, e.number, u.category, \
         COALESCE(e.score_until, r.score_until) AS score_until, a.skipped_at, a.total, \
         (SELECT COUNT(*) FROM scores s WHERE s.assignment_id = a.id) AS given, \
         (SELECT COUNT(*) FROM criteria c WHERE c.rubric_id = e.rubric_id) AS criteria, \
         (SELECT COUNT(*) FROM assignments o WHERE o.entry_id = e.id AND o.sitting = e.sitting \
          AND o.abstained_at IS NULL AND o.scored_at IS NOT NULL AND o.id <> a.id) AS reviews \
         FROM assignments a JOIN entries e ON e.id = a.entry_id AND e.sitting = a.sitting \
         JOIN rounds r ON r.id = e.round_id JOIN rubrics u ON u.id = e.rubric_id \
         WHERE a.reviewer_id = $1 AND a.abstained_at IS NULL AND e.state IN ('in_review', 'scored') \
         AND r.opens_at <= $2 AND COALESCE(e.score_until, r.score_until) > $2 \
         AND (r.released_at IS NULL OR e.sitting > 1) \
         AND NOT EXISTS (SELECT 1 FROM barred k WHERE k.business_id = e.business_id AND k.person_id = a.reviewer_id) \
         AND EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = a.reviewer_id AND m.centre_id = a.centre_id \
         AND m.role = $3 AND m.ended_at IS NULL) ORDER BY r.score_until, e.number",
        reviewer,
        now,
        Role::Curator,
    )
}
