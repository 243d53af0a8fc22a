//! Scoring sheets: criteria with labelled values, their weights, and when a sheet may be published.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Bands, CriterionKind};
use crate::{
    Refusal,
    ids::{CriterionId, RubricId},
    language::Bilingual,
    refusal::{Check, Problem, text},
    tasks::ClinicLine,
};

/// The value of a gate that is met. A gate takes only this and [`GATE_UNMET`].
pub const GATE_MET: i64 = 5;
/// The value of a gate that is not met.
pub const GATE_UNMET: i64 = 1;
/// Labelled values of a criterion.
pub const VALUES: usize = 5;
/// Criteria of one rubric, at most.
const MOST_CRITERIA: usize = 20;

/// One line of a scoring sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Identity. Saving a draft gives new ones.
    pub id: CriterionId,
    /// Its short name within the rubric, the same in every version: "packaging".
    pub key: String,
    /// How it takes part.
    pub kind: CriterionKind,
    /// Its weight; 0 unless weighted.
    pub weight: i64,
    /// What is judged.
    pub title: Bilingual,
    /// Where to look.
    pub hint: Bilingual,
    /// What the values 1 to 5 mean. A gate uses the first (not met) and the last (met).
    pub labels: Vec<Bilingual>,
    /// What the maker of a weak one should do.
    pub advice: Bilingual,
    /// Who helps with it.
    pub clinic_line: ClinicLine,
}

impl Criterion {
    /// Whether a reviewer may give this value.
    pub fn takes(&self, value: i64) -> bool {
        match self.kind {
            CriterionKind::Gate => matches!(value, GATE_MET | GATE_UNMET),
            CriterionKind::Weighted | CriterionKind::Independent => {
                (1..=VALUES as i64).contains(&value)
            }
        }
    }

    /// The label of a value, empty where it has none.
    pub fn label(&self, value: i64) -> Bilingual {
        usize::try_from(value - 1)
            .ok()
            .and_then(|at| self.labels.get(at))
            .cloned()
            .unwrap_or_default()
    }
}

/// One version of a scoring sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rubric {
    /// Identity.
    pub id: RubricId,
    /// What it judges, a word of the feature that uses it.
    pub category: String,
    /// Counts up within a category.
    pub version: i64,
    /// Grades and gap.
    pub bands: Bands,
    /// When it was published; `None` for a draft.
    pub published_at: Option<DateTime<Utc>>,
    /// Entries judged by it.
    pub entries: i64,
    /// Its lines, in order.
    pub criteria: Vec<Criterion>,
}

/// A rubric in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sql", derive(sqlx::FromRow))]
pub struct RubricLine {
    /// Identity.
    pub id: RubricId,
    /// What it judges.
    pub category: String,
    /// Counts up within a category.
    pub version: i64,
    /// When it was published; `None` for a draft.
    pub published_at: Option<DateTime<Utc>>,
    /// Criteria.
    pub criteria: i64,
    /// Entries judged by it.
    pub entries: i64,
}

/// A rubric as its editor sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RubricDraft {
    /// The draft to replace; `None` begins the next version.
    pub id: Option<RubricId>,
    /// What it judges.
    pub category: String,
    /// Grades and gap.
    pub bands: Bands,
    /// Its lines, in order.
    pub criteria: Vec<Criterion>,
}

impl RubricDraft {
    /// What a draft must have to be kept: readable lines with different keys. It need not be whole.
    pub fn check(&self) -> Result<(), Refusal> {
        let mut check = Check::default();
        if self.category.trim().is_empty() {
            check.problem("category", Problem::Missing);
        }
        if self.criteria.len() > MOST_CRITERIA {
            check.problem(
                "criteria",
                Problem::OutOfRange {
                    min: 1,
                    max: MOST_CRITERIA as i64,
                },
            );
        }
        for (at, line) in self.criteria.iter().enumerate() {
            let field = |name: &str| format!("criteria.{at}.{name}");
            check.field(&field("key"), key(&line.key));
            if self.criteria[..at]
                .iter()
                .any(|other| other.key == line.key)
            {
                check.problem(&field("key"), Problem::NotAChoice);
            }
            for (name, value) in [
                ("title", &line.title),
                ("hint", &line.hint),
                ("advice", &line.advice),
            ] {
                check.field(&field(name), text(&value.id, 0, 400));
                check.field(&field(name), text(&value.en, 0, 400));
            }
            if !(0..=100).contains(&line.weight) {
                check.problem(&field("weight"), Problem::OutOfRange { min: 0, max: 100 });
            }
        }
        check.done()
    }
}

fn key(word: &str) -> Result<(), Problem> {
    text(word, 1, 40)?;
    let plain = word
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if plain {
        Ok(())
    } else {
        Err(Problem::NotAChoice)
    }
}

impl Rubric {
    /// What a rubric must have to judge by: titles, labels, advice, bands in order, and weights that sum to 100.
    pub fn check(&self) -> Result<(), Refusal> {
        let mut check = Check::default();
        let Bands { a, b, c, gap } = self.bands;
        if !(100 >= a && a > b && b > c && c > 0) {
            check.problem("bands", Problem::OutOfRange { min: 1, max: 100 });
        }
        if !(1..=80).contains(&gap) {
            check.problem("gap", Problem::OutOfRange { min: 1, max: 80 });
        }
        for (at, line) in self.criteria.iter().enumerate() {
            let field = |name: &str| format!("criteria.{at}.{name}");
            check.field(&field("title"), text(&line.title.id, 2, 80));
            check.field(&field("advice"), text(&line.advice.id, 5, 400));
            let needed: &[usize] = match line.kind {
                CriterionKind::Gate => &[0, VALUES - 1],
                CriterionKind::Weighted | CriterionKind::Independent => &[0, 1, 2, 3, 4],
            };
            for value in needed {
                let label = line
                    .labels
                    .get(*value)
                    .map_or("", |label| label.id.as_str());
                check.field(&field(&format!("labels.{value}")), text(label, 1, 200));
            }
            let weighs = line.weight > 0;
            if weighs != (line.kind == CriterionKind::Weighted) {
                let (min, max) = if weighs { (0, 0) } else { (1, 100) };
                check.problem(&field("weight"), Problem::OutOfRange { min, max });
            }
        }
        check.done()?;
        let sum = self.criteria.iter().map(|line| line.weight).sum();
        if sum == 100 {
            Ok(())
        } else {
            Err(Refusal::WeightsOff { sum })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(key: &str, kind: CriterionKind, weight: i64) -> Criterion {
        Criterion {
            id: CriterionId::new(),
            key: key.into(),
            kind,
            weight,
            title: Bilingual::new("Kemasan", ""),
            hint: Bilingual::default(),
            labels: (1..=5)
                .map(|n| Bilingual::new(format!("nilai {n}"), ""))
                .collect(),
            advice: Bilingual::new("Perbaiki kemasan", ""),
            clinic_line: ClinicLine::Design,
        }
    }

    fn rubric(criteria: Vec<Criterion>) -> Rubric {
        Rubric {
            id: RubricId::new(),
            category: "food".into(),
            version: 1,
            bands: Bands::default(),
            published_at: None,
            entries: 0,
            criteria,
        }
    }

    #[test]
    fn weights_must_sum_to_a_hundred() {
        let with = |weight| {
            rubric(vec![
                line("a", CriterionKind::Weighted, 60),
                line("b", CriterionKind::Weighted, weight),
            ])
        };
        assert_eq!(with(40).check(), Ok(()));
        assert_eq!(with(41).check(), Err(Refusal::WeightsOff { sum: 101 }));
    }

    #[test]
    fn a_gate_has_no_weight_and_only_two_answers() {
        let gate = line("licence", CriterionKind::Gate, 0);
        assert_eq!(
            [1, 2, 3, 4, 5].map(|value| gate.takes(value)),
            [true, false, false, false, true]
        );
        let heavy = rubric(vec![
            line("a", CriterionKind::Weighted, 90),
            line("b", CriterionKind::Gate, 10),
        ]);
        assert_eq!(
            heavy.check(),
            Err(Refusal::field(
                "criteria.1.weight",
                Problem::OutOfRange { min: 0, max: 0 }
            ))
        );
    }

    #[test]
    fn two_lines_of_one_key_are_refused() {
        let twice = RubricDraft {
            id: None,
            category: "food".into(),
            bands: Bands::default(),
            criteria: vec![
                line("a", CriterionKind::Weighted, 50),
                line("a", CriterionKind::Weighted, 50),
            ],
        };
        assert_eq!(
            twice.check(),
            Err(Refusal::field("criteria.1.key", Problem::NotAChoice))
        );
    }
}
