//! Rounds: seasons of reviewing, their dates and who may do what in which phase.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::{Phase, Phases};
use crate::{
    Refusal,
    ids::RoundId,
    refusal::{Check, Problem, text},
};

/// Reviewers an entry gets before they disagree.
pub const REVIEWERS: i64 = 2;
/// Days in which reviewers score again after a granted appeal.
pub const APPEAL_REVIEW_DAYS: i64 = 14;

/// What a phase of a round may be open for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Makers send in.
    Submit,
    /// Makers take back what was not announced yet.
    Withdraw,
    /// Managers give entries to reviewers.
    Assign,
    /// Reviewers score.
    Score,
    /// Managers prepare, change and announce decisions. Early too: a round whose entries are all scored may end.
    Decide,
    /// Makers object.
    Appeal,
}

crate::text::text_enum!(Right {
    Submit => "submit",
    Withdraw => "withdraw",
    Assign => "assign",
    Score => "score",
    Decide => "decide",
    Appeal => "appeal",
});

impl Phase {
    /// The rights of a phase: one row of the table that every use case asks.
    pub fn rights(self) -> &'static [Right] {
        use Right::{Appeal, Assign, Decide, Score, Submit, Withdraw};
        match self {
            Self::Announced | Self::Closed => &[],
            Self::Submission => &[Submit, Withdraw, Assign, Score, Decide],
            Self::Scoring => &[Withdraw, Assign, Score, Decide],
            Self::Decision => &[Withdraw, Decide],
            Self::Appeals => &[Appeal],
        }
    }

    /// Whether this phase is open for it.
    pub fn allows(self, right: Right) -> bool {
        self.rights().contains(&right)
    }
}

/// A round as a manager writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundForm {
    /// Name, 3–80 letters: "Kurasi November 2026".
    pub name: String,
    /// What may be sent in, words of the feature that uses the round.
    pub categories: Vec<String>,
    /// Entries may be sent in from here …
    pub opens_at: DateTime<Utc>,
    /// … until here.
    pub submit_until: DateTime<Utc>,
    /// Scores may be given until here.
    pub score_until: DateTime<Utc>,
    /// Days after the announcement in which one may object, 0–60.
    pub appeal_days: i64,
    /// The most entries one reviewer gets in this round; `None` is no limit.
    pub reviewer_cap: Option<i64>,
}

impl RoundForm {
    /// A round needs a name, something to judge, and dates in order with at least an hour in each phase.
    pub fn check(&self, known: impl Fn(&str) -> bool) -> Result<(), Refusal> {
        let mut check = Check::default();
        check.field("name", text(&self.name, 3, 80));
        if self.categories.is_empty() {
            check.problem("categories", Problem::Missing);
        } else if !self.categories.iter().all(|word| known(word)) {
            check.problem("categories", Problem::NotAChoice);
        }
        let hour = Duration::hours(1);
        let after = |from: DateTime<Utc>| Problem::TooEarly {
            earliest: from.date_naive(),
        };
        if self.submit_until < self.opens_at + hour {
            check.problem("submit_until", after(self.opens_at));
        }
        if self.score_until < self.submit_until + hour {
            check.problem("score_until", after(self.submit_until));
        }
        if !(0..=60).contains(&self.appeal_days) {
            check.problem("appeal_days", Problem::OutOfRange { min: 0, max: 60 });
        }
        if self.reviewer_cap.is_some_and(|cap| cap < 1) {
            check.problem(
                "reviewer_cap",
                Problem::OutOfRange {
                    min: 1,
                    max: 10_000,
                },
            );
        }
        check.done()
    }
}

/// A round with what happens in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Identity.
    pub id: RoundId,
    /// Name.
    pub name: String,
    /// What may be sent in.
    pub categories: Vec<String>,
    /// Its dates.
    pub phases: Phases,
    /// The phase now.
    pub phase: Phase,
    /// The most entries one reviewer gets.
    pub reviewer_cap: Option<i64>,
    /// Entries that were not taken back.
    pub entries: i64,
    /// Entries that still miss scores.
    pub unscored: i64,
    /// Decisions prepared and not announced.
    pub prepared: i64,
}

/// A round that takes entries now or will.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRound {
    /// Identity.
    pub id: RoundId,
    /// Name.
    pub name: String,
    /// What may be sent in.
    pub categories: Vec<String>,
    /// From here …
    pub opens_at: DateTime<Utc>,
    /// … until here.
    pub submit_until: DateTime<Utc>,
    /// Whether it takes entries now.
    pub open: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> RoundForm {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        RoundForm {
            name: "Kurasi November 2026".into(),
            categories: vec!["food".into()],
            opens_at: at("2026-11-01T00:00:00Z"),
            submit_until: at("2026-11-20T00:00:00Z"),
            score_until: at("2026-11-27T00:00:00Z"),
            appeal_days: 7,
            reviewer_cap: None,
        }
    }

    #[test]
    fn scoring_ends_after_submission_does() {
        assert_eq!(form().check(|_| true), Ok(()));
        let early = RoundForm {
            score_until: form().submit_until,
            ..form()
        };
        assert_eq!(
            early.check(|_| true),
            Err(Refusal::field(
                "score_until",
                Problem::TooEarly {
                    earliest: "2026-11-20".parse().unwrap()
                }
            ))
        );
    }

    #[test]
    fn makers_may_object_only_after_the_announcement() {
        let with = |right| {
            Phase::ALL
                .iter()
                .copied()
                .filter(|phase| phase.allows(right))
                .collect::<Vec<_>>()
        };
        assert_eq!(with(Right::Appeal), [Phase::Appeals]);
        assert_eq!(with(Right::Submit), [Phase::Submission]);
        assert_eq!(with(Right::Score), [Phase::Submission, Phase::Scoring]);
        assert_eq!(
            with(Right::Withdraw),
            [Phase::Submission, Phase::Scoring, Phase::Decision]
        );
    }
}
