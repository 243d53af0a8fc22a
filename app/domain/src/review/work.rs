//! What reviewers and managers work with: seats, progress, plans, and the sum of all scores.

use serde::{Deserialize, Serialize};

use super::{CriterionKind, Points, ScoreLine, score::median};
use crate::{
    ids::{AssignmentId, CriterionId, EntryId, PersonId},
    review::{Criterion, GATE_MET},
};

/// One value a reviewer gives, with an optional note to the maker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Which criterion.
    pub criterion: CriterionId,
    /// 1–5; a gate takes 1 (not met) or 5 (met).
    pub value: i64,
    /// What the maker should know; shown without the reviewer's name. At most 1,000 letters.
    pub note: String,
}

/// Where a sheet stands after saving.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Criteria without a value yet.
    pub missing: i64,
    /// The total of all weighted criteria, once none is missing.
    pub total: Option<Points>,
}

/// Why a reviewer steps back from an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AbstainReason {
    /// I know whose it is and am not free.
    Conflict,
    /// I know too little about such things.
    Expertise,
    /// I have no time.
    Time,
    /// Something else, written down.
    Other,
}

crate::text::text_enum!(AbstainReason {
    Conflict => "conflict",
    Expertise => "expertise",
    Time => "time",
    Other => "other",
});

/// Why a seat has no reviewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unseated {
    /// The centre has no reviewers.
    NoReviewers,
    /// Everybody has a conflict, or reviews it already.
    AllBarred,
    /// Those who may are at their limit.
    AllFull,
}

/// A seat that a plan fills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedSeat {
    /// Which entry.
    pub entry: EntryId,
    /// Its blind number.
    pub number: i64,
    /// Who.
    pub reviewer: PersonId,
    /// Their name.
    pub name: String,
    /// Whether they know about such things.
    pub expert: bool,
}

/// An entry with a seat that nobody can take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSeat {
    /// Which entry.
    pub entry: EntryId,
    /// Its blind number.
    pub number: i64,
    /// Why.
    pub why: Unseated,
}

/// What automatic assignment would do, or did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Seats it fills.
    pub seats: Vec<PlannedSeat>,
    /// Seats it cannot fill.
    pub open: Vec<OpenSeat>,
}

/// A reviewer's progress in a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sql", derive(sqlx::FromRow))]
pub struct Progress {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Entries given to them, without those they stepped back from.
    pub assigned: i64,
    /// Of these, finished.
    pub scored: i64,
}

/// A reviewer's seat at an entry, for managers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The duty.
    pub assignment: AssignmentId,
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// 1, 2, or 3.
    pub turn: i64,
    /// Their total, once finished.
    pub total: Option<Points>,
}

/// A criterion with what all reviewers gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summed {
    /// The criterion.
    pub criterion: Criterion,
    /// The values, one a reviewer.
    pub values: Vec<i64>,
}

impl Summed {
    /// The median value, in hundredths of a step.
    pub fn median(&self) -> Points {
        median(
            &self
                .values
                .iter()
                .map(|value| Points(value * 100))
                .collect::<Vec<_>>(),
        )
    }

    /// Whether the median is at most `value`.
    pub fn at_most(&self, value: i64) -> bool {
        !self.values.is_empty() && self.median().0 <= value * 100
    }

    /// Whether a gate is met: more reviewers say yes than no. In doubt it is not, and a manager decides.
    pub fn met(&self) -> bool {
        let yes = self
            .values
            .iter()
            .filter(|value| **value == GATE_MET)
            .count();
        yes * 2 > self.values.len()
    }

    /// Points reached of the points it can give: the median of the reviewers.
    pub fn line(&self) -> ScoreLine {
        let weight = self.criterion.weight;
        ScoreLine {
            key: self.criterion.key.clone(),
            points: Points((self.median().0 * weight + 2).div_euclid(5)),
            weight,
        }
    }

    /// Whether it counts with its weight.
    pub fn weighs(&self) -> bool {
        self.criterion.kind == CriterionKind::Weighted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Bilingual, tasks::ClinicLine};

    fn summed(weight: i64, values: &[i64]) -> Summed {
        Summed {
            criterion: Criterion {
                id: CriterionId::new(),
                key: "packaging".into(),
                kind: CriterionKind::Weighted,
                weight,
                title: Bilingual::default(),
                hint: Bilingual::default(),
                labels: Vec::new(),
                advice: Bilingual::default(),
                clinic_line: ClinicLine::Design,
            },
            values: values.to_vec(),
        }
    }

    #[rstest::rstest]
    #[case(&[3, 3], true)]
    #[case(&[3, 4], false)]
    #[case(&[1, 5, 3], true)]
    #[case(&[], false)]
    fn a_criterion_is_weak_by_its_median(#[case] values: &[i64], #[case] weak: bool) {
        assert_eq!(summed(20, values).at_most(3), weak);
    }

    #[rstest::rstest]
    #[case(&[5, 5], true)]
    #[case(&[5, 1], false)]
    #[case(&[5, 1, 5], true)]
    fn a_gate_in_doubt_is_not_met(#[case] values: &[i64], #[case] met: bool) {
        assert_eq!(summed(0, values).met(), met);
    }

    #[test]
    fn the_lines_of_one_reviewer_add_up_to_their_total() {
        let values = [(20, 5), (25, 4), (20, 2), (15, 4), (10, 4), (10, 5)];
        let sum: i64 = values
            .iter()
            .map(|(weight, value)| summed(*weight, &[*value]).line().points.0)
            .sum();
        let sheet = values.map(|(weight, value)| crate::review::Weighted { weight, value });
        assert_eq!(Some(Points(sum)), crate::review::total(&sheet));
    }
}
