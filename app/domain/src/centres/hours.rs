//! Opening hours, days off, and what they say of this moment.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{ids::ClosureId, language::Bilingual};

/// How far ahead the next opening is looked for. A centre closed for longer says so in words.
const LOOK_AHEAD_DAYS: u64 = 60;

/// Open from … until, in minutes after midnight of the centre's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first minute, 0–1439.
    pub opens: i64,
    /// The first minute that is closed again, at most 1440.
    pub closes: i64,
}

/// When a centre is open on one weekday: never, without a break, or with one. In order.
pub type Day = Vec<Span>;

/// Seven days, Monday first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week(pub [Day; 7]);

impl Week {
    /// Whether no hours are known at all.
    pub fn is_unknown(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// The hours of the weekday of this date.
    pub fn on(&self, day: NaiveDate) -> &[Span] {
        &self.0[day.weekday().num_days_from_monday() as usize]
    }
}

/// Days on which a centre stays closed, both inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// Identity.
    pub id: ClosureId,
    /// The first day.
    pub from_on: NaiveDate,
    /// The last day.
    pub until_on: NaiveDate,
    /// Why.
    pub reason: Bilingual,
}

/// A national holiday or a day of joint leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// Which day.
    pub day: NaiveDate,
    /// What is kept.
    pub name: Bilingual,
}

/// Why a centre is closed at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closed {
    /// It is no hour of work.
    ByHours,
    /// The country rests.
    Holiday(Bilingual),
    /// The centre said so.
    Closure(Bilingual),
}

/// What a visitor who thinks of coming now must know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Today {
    /// No hours are known.
    Unknown,
    /// Open until this minute.
    OpenUntil(i64),
    /// Closed now, and open from this minute of today on.
    OpensAt(i64),
    /// Closed for today.
    Closed {
        /// Why.
        why: Closed,
        /// The next day and minute at which it opens, if one is near.
        next: Option<(NaiveDate, i64)>,
    },
}

impl Today {
    /// Of the moment `minute` of `day` in the centre's time.
    pub fn at(
        week: &Week,
        closures: &[Closure],
        holidays: &[Holiday],
        day: NaiveDate,
        minute: i64,
    ) -> Self {
        if week.is_unknown() {
            return Self::Unknown;
        }
        let off = day_off(closures, holidays, day);
        if off.is_none() {
            let mut spans = week.on(day).iter();
            if let Some(span) = spans.find(|span| minute < span.closes) {
                return if span.opens <= minute {
                    Self::OpenUntil(span.closes)
                } else {
                    Self::OpensAt(span.opens)
                };
            }
        }
        let next = (1..=LOOK_AHEAD_DAYS)
            .map(|ahead| day + Days::new(ahead))
            .filter(|day| day_off(closures, holidays, *day).is_none())
            .find_map(|day| Some((day, week.on(day).first()?.opens)));
        Self::Closed {
            why: off.unwrap_or(Closed::ByHours),
            next,
        }
    }
}

/// Why a whole day is off. The centre's own word comes first: it says more.
fn day_off(closures: &[Closure], holidays: &[Holiday], day: NaiveDate) -> Option<Closed> {
    let closed = closures
        .iter()
        .find(|closure| (closure.from_on..=closure.until_on).contains(&day))
        .map(|closure| Closed::Closure(closure.reason.clone()));
    closed.or_else(|| {
        holidays
            .iter()
            .find(|holiday| holiday.day == day)
            .map(|holiday| Closed::Holiday(holiday.name.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EIGHT: i64 = 8 * 60;
    const NOON: i64 = 12 * 60;
    const ONE: i64 = 13 * 60;
    const FOUR: i64 = 16 * 60;

    /// Monday to Friday from eight to four, with an hour's break.
    fn week() -> Week {
        let span = |opens, closes| Span { opens, closes };
        let mut week = Week::default();
        for day in &mut week.0[..5] {
            *day = vec![span(EIGHT, NOON), span(ONE, FOUR)];
        }
        week
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn christmas() -> Vec<Holiday> {
        vec![Holiday {
            day: day("2026-12-25"),
            name: Bilingual::new("Hari Raya Natal", "Christmas Day"),
        }]
    }

    #[rstest::rstest]
    #[case(EIGHT - 1, Today::OpensAt(EIGHT))]
    #[case(EIGHT, Today::OpenUntil(NOON))]
    #[case(NOON, Today::OpensAt(ONE))]
    #[case(FOUR - 1, Today::OpenUntil(FOUR))]
    #[case(FOUR, Today::Closed { why: Closed::ByHours, next: Some((day("2026-11-25"), EIGHT)) })]
    fn a_tuesday_has_its_hours_and_its_break(#[case] minute: i64, #[case] expected: Today) {
        assert_eq!(
            Today::at(&week(), &[], &[], day("2026-11-24"), minute),
            expected
        );
    }

    #[test]
    fn a_holiday_is_named_and_the_next_opening_lies_behind_the_weekend() {
        assert_eq!(
            Today::at(&week(), &[], &christmas(), day("2026-12-25"), NOON),
            Today::Closed {
                why: Closed::Holiday(Bilingual::new("Hari Raya Natal", "Christmas Day")),
                next: Some((day("2026-12-28"), EIGHT)),
            }
        );
    }

    #[test]
    fn the_centres_own_closure_speaks_first_and_is_skipped_whole() {
        let closure = Closure {
            id: ClosureId::new(),
            from_on: day("2026-12-24"),
            until_on: day("2026-12-31"),
            reason: Bilingual::new("Perbaikan atap", ""),
        };
        assert_eq!(
            Today::at(&week(), &[closure], &christmas(), day("2026-12-25"), NOON),
            Today::Closed {
                why: Closed::Closure(Bilingual::new("Perbaikan atap", "")),
                next: Some((day("2027-01-01"), EIGHT)),
            }
        );
    }

    #[test]
    fn a_centre_that_never_said_its_hours_is_not_called_closed() {
        let unknown = Today::at(&Week::default(), &[], &[], day("2026-11-24"), NOON);
        assert_eq!(unknown, Today::Unknown);
    }
}
