//! When a centre is open, and when it is not, as typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::both;
use crate::{
    Refusal,
    centres::{Span, Week},
    language::Bilingual,
    refusal::{Check, Problem, day, optional},
};

/// The longest closure, in days: more is a move, and is said in words.
const LONGEST_CLOSURE_DAYS: i64 = 120;

/// One weekday, as typed: `08:00`. All empty means closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DayForm {
    /// From.
    pub opens: String,
    /// The break begins; empty for none.
    pub rest_from: String,
    /// The break ends.
    pub rest_until: String,
    /// Until.
    pub closes: String,
}

/// The week, as typed, Monday first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HoursForm {
    /// Seven days.
    pub days: Vec<DayForm>,
}

/// `08:30` or `08.30` as minutes after midnight.
fn time(typed: &str) -> Result<i64, Problem> {
    let (hour, minute) = typed
        .trim()
        .split_once([':', '.'])
        .ok_or(Problem::NotATime)?;
    let part = |text: &str, max: i64| {
        let number: i64 = text.parse().map_err(|_| Problem::NotATime)?;
        if (0..=max).contains(&number) {
            Ok(number)
        } else {
            Err(Problem::NotATime)
        }
    };
    Ok(part(hour, 23)? * 60 + part(minute, 59)?)
}

fn typed(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

impl DayForm {
    fn check(&self, row: usize, check: &mut Check) -> Vec<Span> {
        let name = |field: &str| format!("days.{row}.{field}");
        let fields = [
            ("opens", &self.opens),
            ("rest_from", &self.rest_from),
            ("rest_until", &self.rest_until),
            ("closes", &self.closes),
        ];
        if fields.iter().all(|(_, typed)| typed.trim().is_empty()) {
            return Vec::new();
        }
        let rests = !self.rest_from.trim().is_empty() || !self.rest_until.trim().is_empty();
        let mut times: Vec<i64> = Vec::new();
        let mut sound = true;
        for (field, value) in fields {
            if field.starts_with("rest") && !rests {
                continue;
            }
            let minute = match value.trim() {
                "" => Err(Problem::Missing),
                value => time(value),
            };
            let minute = minute.and_then(|minute| match times.last() {
                Some(before) if *before >= minute => Err(Problem::NotAfter),
                _ => Ok(minute),
            });
            match check.field(&name(field), minute) {
                Some(minute) => times.push(minute),
                None => sound = false,
            }
        }
        match (sound, times.as_slice()) {
            (true, [opens, from, until, closes]) => vec![
                Span {
                    opens: *opens,
                    closes: *from,
                },
                Span {
                    opens: *until,
                    closes: *closes,
                },
            ],
            (true, [opens, closes]) => vec![Span {
                opens: *opens,
                closes: *closes,
            }],
            _ => Vec::new(),
        }
    }
}

impl HoursForm {
    /// The form that shows a week.
    pub fn of(week: &Week) -> Self {
        let days = week.0.iter().map(|spans| match spans.as_slice() {
            [] => DayForm::default(),
            [one] => DayForm {
                opens: typed(one.opens),
                closes: typed(one.closes),
                ..DayForm::default()
            },
            [first, .., last] => DayForm {
                opens: typed(first.opens),
                rest_from: typed(first.closes),
                rest_until: typed(last.opens),
                closes: typed(last.closes),
            },
        });
        Self {
            days: days.collect(),
        }
    }

    /// Reads the form. Problems are named `days.0.opens`. A day left out is closed.
    pub fn check(&self) -> Result<Week, Refusal> {
        let mut check = Check::default();
        let mut week = Week::default();
        if self.days.is_empty() {
            check.problem("days", Problem::Missing);
        }
        for (row, (form, day)) in self.days.iter().zip(&mut week.0).enumerate() {
            *day = form.check(row, &mut check);
        }
        check.done().map(|()| week)
    }
}

/// Days on which a centre stays closed, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClosureForm {
    /// The first day.
    pub from_on: String,
    /// The last day; empty for one day.
    pub until_on: String,
    /// Why, in Indonesian.
    pub reason_id: String,
    /// In English.
    pub reason_en: String,
}

impl ClosureForm {
    /// Reads the form: first and last day, and the reason. `today` is the centre's.
    pub fn check(&self, today: NaiveDate) -> Result<(NaiveDate, NaiveDate, Bilingual), Refusal> {
        let mut check = Check::default();
        let from = check.field("from_on", day(&self.from_on));
        let until = check
            .field("until_on", optional(&self.until_on, day))
            .flatten();
        let until = until.or(from);
        let reason = [self.reason_id.as_str(), &self.reason_en];
        let reason = both(&mut check, ["reason_id", "reason_en"], reason, 3, 120);
        if let (Some(from), Some(until)) = (from, until) {
            if until < from {
                check.problem("until_on", Problem::TooEarly { earliest: from });
            } else if until < today {
                check.problem("until_on", Problem::TooEarly { earliest: today });
            } else if (until - from).num_days() >= LONGEST_CLOSURE_DAYS {
                let latest = from + chrono::Days::new(LONGEST_CLOSURE_DAYS.unsigned_abs() - 1);
                check.problem("until_on", Problem::TooLate { latest });
            }
        }
        check.done()?;
        match (from, until) {
            (Some(from), Some(until)) => Ok((from, until, reason)),
            _ => Err(Refusal::Fields(vec![])),
        }
    }
}
