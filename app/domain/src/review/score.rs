//! From labelled values to a grade.

use serde::{Deserialize, Serialize};

/// How a criterion takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CriterionKind {
    /// Counts with its weight.
    Weighted,
    /// Must be met before anything is scored; never counted.
    Gate,
    /// Scored and shown, never counted.
    Independent,
}

crate::text::text_enum!(CriterionKind { Weighted => "weighted", Gate => "gate", Independent => "independent" });

/// The class a released decision gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Ready for export.
    A,
    /// Ready for national retail.
    B,
    /// Ready for the local shelf, with a repair list.
    C,
    /// Being accompanied.
    D,
}

crate::text::text_enum!(Grade { A => "A", B => "B", C => "C", D => "D" });

/// The least whole score of each grade, and the gap that calls a third reviewer. Data of the rubric's version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bands {
    /// A from here.
    pub a: i64,
    /// B from here.
    pub b: i64,
    /// C from here; below it, D.
    pub c: i64,
    /// Two first totals further apart than this call a third reviewer.
    pub gap: i64,
}

impl Default for Bands {
    fn default() -> Self {
        Self {
            a: 85,
            b: 70,
            c: 55,
            gap: 15,
        }
    }
}

impl Bands {
    /// The grade of a whole score.
    pub fn grade(&self, score: i64) -> Grade {
        match score {
            s if s >= self.a => Grade::A,
            s if s >= self.b => Grade::B,
            s if s >= self.c => Grade::C,
            _ => Grade::D,
        }
    }

    /// The next better grade and the score it begins at.
    pub fn next(&self, grade: Grade) -> Option<(Grade, i64)> {
        match grade {
            Grade::A => None,
            Grade::B => Some((Grade::A, self.a)),
            Grade::C => Some((Grade::B, self.b)),
            Grade::D => Some((Grade::C, self.c)),
        }
    }
}

/// A reviewer's total in hundredths of a point, 0–10 000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sql", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Points(pub i64);

impl Points {
    /// Rounded to a whole point, half up.
    pub fn whole(self) -> i64 {
        (self.0 + 50).div_euclid(100)
    }
}

/// A weighted criterion's weight and the value it got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighted {
    /// The weight; all weights of a rubric sum to 100.
    pub weight: i64,
    /// 1–5.
    pub value: i64,
}

/// One criterion's part in a verdict, as people are shown it: points reached of the points it can give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreLine {
    /// The criterion's key in its rubric.
    pub key: String,
    /// Points reached, in hundredths: the median of the reviewers.
    pub points: Points,
    /// Points it can give.
    pub weight: i64,
}

/// A reviewer's total: the weighted sum scaled to 0–100. Gates and independent criteria are left out by the caller.
///
/// `None` when there is nothing to weigh.
pub fn total(lines: &[Weighted]) -> Option<Points> {
    let weights: i64 = lines.iter().map(|line| line.weight).sum();
    let sum: i64 = lines.iter().map(|line| line.weight * line.value).sum();
    (weights > 0).then(|| Points((sum * 10_000 + weights * 5 / 2) / (weights * 5)))
}

/// What the totals say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Fewer than two totals.
    NeedsMore,
    /// The first two are further apart than the gap; a third reviewer is called.
    NeedsThird {
        /// How far apart.
        spread: Points,
    },
    /// The score stands.
    Scored {
        /// The median, rounded to a whole number.
        score: i64,
        /// Largest minus smallest total.
        spread: Points,
        /// The grade of the score.
        grade: Grade,
    },
}

/// Median and spread of the totals, in the order they were given (product rule: two reviewers, a third on disagreement).
pub fn outcome(totals: &[Points], bands: &Bands) -> Outcome {
    let (Some(least), Some(most)) = (totals.iter().min(), totals.iter().max()) else {
        return Outcome::NeedsMore;
    };
    let spread = Points(most.0 - least.0);
    match totals {
        [] | [_] => Outcome::NeedsMore,
        [_, _] if spread.0 > bands.gap * 100 => Outcome::NeedsThird { spread },
        _ => {
            let score = median(totals).whole();
            Outcome::Scored {
                score,
                spread,
                grade: bands.grade(score),
            }
        }
    }
}

/// The middle value; of an even number the mean of the two middle ones, rounded half up to a hundredth.
pub fn median(values: &[Points]) -> Points {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    match sorted.len() {
        0 => Points(0),
        n if n % 2 == 1 => sorted[n / 2],
        n => Points((sorted[n / 2 - 1].0 + sorted[n / 2].0 + 1).div_euclid(2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(values: &[i64]) -> Vec<Points> {
        values.iter().map(|value| Points(value * 100)).collect()
    }

    #[test]
    fn a_total_is_the_weighted_sum_scaled_to_a_hundred() {
        let line = |weight, value| Weighted { weight, value };
        let sheet = [
            line(20, 5),
            line(25, 4),
            line(20, 2),
            line(15, 4),
            line(10, 4),
            line(10, 5),
        ];
        assert_eq!(total(&sheet), Some(Points(7_800)));
        assert_eq!(total(&[line(20, 5), line(25, 5)]), Some(Points(10_000)));
        assert_eq!(total(&[]), None);
    }

    #[rstest::rstest]
    #[case(&[80], Outcome::NeedsMore)]
    #[case(&[80, 65], Outcome::Scored { score: 73, spread: Points(1500), grade: Grade::B })]
    #[case(&[81, 65], Outcome::NeedsThird { spread: Points(1600) })]
    #[case(&[90, 60, 84], Outcome::Scored { score: 84, spread: Points(3000), grade: Grade::B })]
    #[case(&[85, 84], Outcome::Scored { score: 85, spread: Points(100), grade: Grade::A })]
    fn a_gap_of_more_than_fifteen_calls_a_third(#[case] totals: &[i64], #[case] expected: Outcome) {
        assert_eq!(outcome(&points(totals), &Bands::default()), expected);
    }

    #[rstest::rstest]
    #[case(100, Grade::A)]
    #[case(85, Grade::A)]
    #[case(84, Grade::B)]
    #[case(70, Grade::B)]
    #[case(69, Grade::C)]
    #[case(55, Grade::C)]
    #[case(54, Grade::D)]
    #[case(20, Grade::D)]
    fn the_bands_begin_where_the_rubric_says(#[case] score: i64, #[case] grade: Grade) {
        assert_eq!(Bands::default().grade(score), grade);
    }

    proptest::proptest! {
        #[test]
        fn the_order_of_reviewers_never_matters(mut totals in proptest::collection::vec(2_000i64..=10_000, 3..5)) {
            let as_points = |t: &[i64]| t.iter().copied().map(Points).collect::<Vec<_>>();
            let forward = outcome(&as_points(&totals), &Bands::default());
            totals.reverse();
            proptest::prop_assert_eq!(forward, outcome(&as_points(&totals), &Bands::default()));
        }

        #[test]
        fn score_spread_and_total_are_what_the_plain_definition_says(
            cuts in proptest::collection::vec(1i64..100, 0..7),
            sheets in proptest::collection::vec(proptest::collection::vec(1i64..=5, 8), 2..5),
        ) {
            // Weights that sum to 100, as every published rubric's do.
            let mut cuts: Vec<i64> = cuts.into_iter().chain([0, 100]).collect();
            cuts.sort_unstable();
            let weights: Vec<i64> = cuts.windows(2).map(|pair| pair[1] - pair[0]).collect();
            let lines = |values: &[i64]| weights.iter().zip(values).map(|(weight, value)| Weighted { weight: *weight, value: *value }).collect::<Vec<_>>();
            let totals: Vec<Points> = sheets.iter().filter_map(|values| total(&lines(values))).collect();

            // Exact, in fifths of a point: the weighted sum itself, since 100 x sum / 500 is a fifth of it.
            let mut fifths: Vec<i64> = sheets.iter().map(|values| weights.iter().zip(values).map(|(w, v)| w * v).sum()).collect();
            proptest::prop_assert_eq!(totals.iter().map(|t| t.0).collect::<Vec<_>>(), fifths.iter().map(|f| f * 20).collect::<Vec<_>>());
            fifths.sort_unstable();
            let (least, most, n) = (fifths[0], fifths[fifths.len() - 1], fifths.len());
            let twice_the_median = if n % 2 == 1 { 2 * fifths[n / 2] } else { fifths[n / 2 - 1] + fifths[n / 2] };
            let score = (twice_the_median + 5).div_euclid(10);
            let expected = if n == 2 && most - least > 15 * 5 {
                Outcome::NeedsThird { spread: Points((most - least) * 20) }
            } else {
                let grade = if score >= 85 { Grade::A } else if score >= 70 { Grade::B } else if score >= 55 { Grade::C } else { Grade::D };
                Outcome::Scored { score, spread: Points((most - least) * 20), grade }
            };
            proptest::prop_assert_eq!(outcome(&totals, &Bands::default()), expected);
        }

        #[test]
        fn a_better_value_never_lowers_a_total(weights in proptest::collection::vec(1i64..40, 1..8), seed in 0usize..8) {
            let sheet = |raise: bool| weights.iter().enumerate().map(|(i, weight)| Weighted {
                weight: *weight,
                value: if raise && i == seed % weights.len() { 5 } else { 3 },
            }).collect::<Vec<_>>();
            proptest::prop_assert!(total(&sheet(true)) >= total(&sheet(false)));
        }
    }
}
