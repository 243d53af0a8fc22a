//! Turnover and workers at a date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{super::Evidence, choice};
use crate::{
    Refusal,
    money::Rupiah,
    refusal::{Check, Problem, day, money, number},
};

/// The largest turnover a form takes: Rp1.000 triliun, far above every class.
const LARGEST_TURNOVER: Rupiah = Rupiah(1_000_000_000_000_000);

/// Turnover and workers at one date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SnapshotForm {
    /// The day the figures speak of.
    pub as_of: String,
    /// Sales of the twelve months before it.
    pub turnover: String,
    /// Women at work, the owner included.
    pub workers_women: String,
    /// Men at work, the owner included.
    pub workers_men: String,
    /// Word of an [`Evidence`].
    pub evidence: String,
}

/// A snapshot as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The day the figures speak of.
    pub as_of: NaiveDate,
    /// Twelve months' sales.
    pub turnover: Rupiah,
    /// Women at work.
    pub workers_women: i64,
    /// Men at work.
    pub workers_men: i64,
    /// How well the turnover is founded.
    pub evidence: Evidence,
}

impl SnapshotForm {
    /// Reads the form. Figures of the future are not figures.
    pub fn check(&self, today: NaiveDate) -> Result<Figures, Refusal> {
        let mut check = Check::default();
        let as_of = day(&self.as_of).and_then(|day| match day {
            day if day > today => Err(Problem::TooLate { latest: today }),
            day => Ok(day),
        });
        let as_of = check.field("as_of", as_of);
        let turnover = check.field(
            "turnover",
            money(&self.turnover, Rupiah(0), LARGEST_TURNOVER),
        );
        let women = check.field("workers_women", number(&self.workers_women, 0, 100_000));
        let men = check.field("workers_men", number(&self.workers_men, 0, 100_000));
        let evidence = check.field("evidence", choice::<Evidence>(&self.evidence));
        check.done()?;
        match (as_of, turnover, women, men, evidence) {
            (
                Some(as_of),
                Some(turnover),
                Some(workers_women),
                Some(workers_men),
                Some(evidence),
            ) => Ok(Figures {
                as_of,
                turnover,
                workers_women,
                workers_men,
                evidence,
            }),
            _ => Err(Refusal::Fields(vec![])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{problems, today},
        *,
    };

    #[test]
    fn figures_are_read_with_dots_and_never_of_tomorrow() {
        let form = SnapshotForm {
            as_of: "2026-10-31".into(),
            turnover: "Rp 186.500.000".into(),
            workers_women: "4".into(),
            workers_men: "0".into(),
            evidence: "books".into(),
        };
        assert_eq!(form.check(today()).unwrap().turnover, Rupiah(186_500_000));
        let tomorrow = SnapshotForm {
            as_of: "2026-11-25".into(),
            ..form
        };
        assert_eq!(
            problems(tomorrow.check(today())),
            [("as_of".into(), Problem::TooLate { latest: today() })]
        );
    }
}
