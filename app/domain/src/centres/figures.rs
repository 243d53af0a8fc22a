//! What is measured of a centre's work. Every figure is counted from rows of the database; nobody types one.

use serde::{Deserialize, Serialize};

/// Seconds of a day.
const DAY: i64 = 86_400;

/// One figure. Its definition stands in words beside it wherever it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Businesses with a product in the gallery today.
    Makers,
    /// Products in the gallery today with grade A.
    GradeA,
    /// With grade B.
    GradeB,
    /// With grade C.
    GradeC,
    /// Rounds of curation whose decisions were announced.
    Rounds,
    /// Decisions announced in them.
    Judged,
    /// Inquiries of buyers to its makers.
    Inquiries,
    /// Those that the maker answered.
    Answered,
    /// Median of the time until a maker's first answer.
    AnswerDays,
    /// Complaints and suggestions that came.
    Heard,
    /// Of those answered or due, how many were answered within the clock, in percent.
    HeardInTime,
    /// Median of the time until the centre's first answer.
    HeardDays,
    /// Lines of the improvement register that are fixed.
    Fixed,
}

crate::text::text_enum!(Measure {
    Makers => "makers",
    GradeA => "grade_a",
    GradeB => "grade_b",
    GradeC => "grade_c",
    Rounds => "rounds",
    Judged => "judged",
    Inquiries => "inquiries",
    Answered => "answered",
    AnswerDays => "answer_days",
    Heard => "heard",
    HeardInTime => "heard_in_time",
    HeardDays => "heard_days",
    Fixed => "fixed",
});

impl Measure {
    /// Whether it is a time: its value is in tenths of days.
    pub fn is_days(self) -> bool {
        matches!(self, Self::AnswerDays | Self::HeardDays)
    }

    /// Whether it is a part of a hundred.
    pub fn is_percent(self) -> bool {
        self == Self::HeardInTime
    }
}

/// The figures of one centre at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures(Vec<(Measure, i64)>);

impl Figures {
    /// Notes a figure. One without anything to measure (a median of nothing) is not noted.
    pub fn note(&mut self, measure: Measure, value: Option<i64>) {
        self.0.extend(value.map(|value| (measure, value)));
    }

    /// A count, a percentage, or tenths of days; `None` where there was nothing to measure.
    pub fn get(&self, measure: Measure) -> Option<i64> {
        let mut all = self.0.iter();
        all.find(|(one, _)| *one == measure)
            .map(|(_, value)| *value)
    }
}

/// The middle of these numbers, the mean of both middles where there are two, rounded; `None` of nothing.
pub fn median(mut numbers: Vec<i64>) -> Option<i64> {
    numbers.sort_unstable();
    let (half, odd) = (numbers.len() / 2, numbers.len() % 2 == 1);
    match (odd, numbers.get(half)) {
        (_, None) => None,
        (true, Some(middle)) => Some(*middle),
        (false, Some(upper)) => Some((numbers[half - 1] + upper + 1).div_euclid(2)),
    }
}

/// Seconds as tenths of days, rounded: half a day is 5.
pub fn tenths_of_days(seconds: i64) -> i64 {
    (seconds * 10 + DAY / 2).div_euclid(DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(vec![], None)]
    #[case(vec![7], Some(7))]
    #[case(vec![9, 1, 4], Some(4))]
    #[case(vec![1, 4, 100, 2], Some(3))]
    fn one_slow_answer_does_not_move_the_median(
        #[case] numbers: Vec<i64>,
        #[case] expected: Option<i64>,
    ) {
        assert_eq!(median(numbers), expected);
    }

    #[test]
    fn half_a_day_is_five_tenths() {
        assert_eq!(tenths_of_days(DAY / 2), 5);
        assert_eq!(tenths_of_days(DAY * 3), 30);
        assert_eq!(tenths_of_days(60), 0);
    }

    #[test]
    fn what_was_not_measured_is_no_zero() {
        let mut figures = Figures::default();
        figures.note(Measure::Makers, Some(0));
        figures.note(Measure::AnswerDays, None);
        assert_eq!(figures.get(Measure::Makers), Some(0));
        assert_eq!(figures.get(Measure::AnswerDays), None);
    }
}
