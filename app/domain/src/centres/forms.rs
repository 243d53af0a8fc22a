//! What staff type about their centre, and what is read from it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Span, Week};
use crate::{
    Refusal,
    language::Bilingual,
    people::Contact,
    refusal::{Check, Problem, day, number, optional, text},
    tasks::ClinicLine,
};

/// The longest closure, in days: more is a move, and is said in words.
const LONGEST_CLOSURE_DAYS: i64 = 120;

/// A centre's words about itself, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DetailsForm {
    /// Street and village.
    pub address: String,
    /// Phone number.
    pub phone: String,
    /// What it says of itself, in Indonesian.
    pub intro_id: String,
    /// In English.
    pub intro_en: String,
    /// How to come in, in Indonesian.
    pub arrival_id: String,
    /// In English.
    pub arrival_en: String,
}

/// A centre's words as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// 5–160 letters.
    pub address: String,
    /// In international form; empty for none.
    pub phone: String,
    /// At most 1,200 letters a language.
    pub intro: Bilingual,
    /// At most 600 letters a language.
    pub arrival: Bilingual,
}

fn phone(typed: &str) -> Result<String, Problem> {
    match Contact::parse(typed)? {
        Contact::Phone(number) => Ok(number),
        Contact::Email(_) => Err(Problem::NotAContact),
    }
}

fn both(check: &mut Check, field: [&str; 2], typed: [&str; 2], min: u32, max: u32) -> Bilingual {
    let id = check.field(field[0], text(typed[0], min, max));
    let en = check.field(field[1], text(typed[1], 0, max));
    Bilingual::new(id.unwrap_or_default(), en.unwrap_or_default())
}

impl DetailsForm {
    /// Reads the form.
    pub fn check(&self) -> Result<Details, Refusal> {
        let mut check = Check::default();
        let address = check.field("address", text(&self.address, 5, 160));
        let phone = check.field("phone", optional(&self.phone, phone));
        let intro = [self.intro_id.as_str(), &self.intro_en];
        let intro = both(&mut check, ["intro_id", "intro_en"], intro, 0, 1200);
        let arrival = [self.arrival_id.as_str(), &self.arrival_en];
        let arrival = both(&mut check, ["arrival_id", "arrival_en"], arrival, 0, 600);
        check.done()?;
        Ok(Details {
            address: address.unwrap_or_default(),
            phone: phone.flatten().unwrap_or_default(),
            intro,
            arrival,
        })
    }
}

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

/// Something a centre offers, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceForm {
    /// A consultant's field.
    pub field: String,
    /// Name in Indonesian.
    pub name_id: String,
    /// In English.
    pub name_en: String,
    /// A sentence or two in Indonesian.
    pub detail_id: String,
    /// In English.
    pub detail_en: String,
}

/// Something a centre offers, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// A consultant's field.
    pub field: ClinicLine,
    /// 3–80 letters in Indonesian.
    pub name: Bilingual,
    /// At most 400 letters.
    pub detail: Bilingual,
}

impl ServiceForm {
    /// Reads the form.
    pub fn check(&self) -> Result<Offer, Refusal> {
        let mut check = Check::default();
        let field = check.field("field", self.field.parse().map_err(|_| Problem::NotAChoice));
        let name = [self.name_id.as_str(), &self.name_en];
        let name = both(&mut check, ["name_id", "name_en"], name, 3, 80);
        let detail = [self.detail_id.as_str(), &self.detail_en];
        let detail = both(&mut check, ["detail_id", "detail_en"], detail, 0, 400);
        check.done()?;
        let field = field.ok_or_else(|| Refusal::field("field", Problem::NotAChoice))?;
        Ok(Offer {
            field,
            name,
            detail,
        })
    }
}

/// A room, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoomForm {
    /// Name.
    pub name: String,
    /// How many find a seat.
    pub seats: String,
}

impl RoomForm {
    /// Reads the form: a name of 2–60 letters, and 1–2,000 seats.
    pub fn check(&self) -> Result<(String, i64), Refusal> {
        let mut check = Check::default();
        let name = check.field("name", text(&self.name, 2, 60));
        let seats = check.field("seats", number(&self.seats, 1, 2000));
        check.done()?;
        Ok((name.unwrap_or_default(), seats.unwrap_or(1)))
    }
}

/// Whether and how one wants to be shown, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShownForm {
    /// `true` or `false`.
    pub shown: String,
    /// A consultant's field; empty for none.
    pub field: String,
}

/// Whether and how one wants to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// On the centre's public page, by name and role.
    pub shown: bool,
    /// With which field.
    pub field: Option<ClinicLine>,
}

impl ShownForm {
    /// Reads the form.
    pub fn check(&self) -> Result<Shown, Refusal> {
        let mut check = Check::default();
        let shown = check.field("shown", self.shown.parse().map_err(|_| Problem::NotAChoice));
        let field = optional(&self.field, |field| {
            field.parse().map_err(|_| Problem::NotAChoice)
        });
        let field = check.field("field", field).flatten();
        check.done()?;
        Ok(Shown {
            shown: shown.unwrap_or_default(),
            field,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(opens: &str, rest_from: &str, rest_until: &str, closes: &str) -> DayForm {
        DayForm {
            opens: opens.into(),
            rest_from: rest_from.into(),
            rest_until: rest_until.into(),
            closes: closes.into(),
        }
    }

    #[test]
    fn a_week_survives_its_form() {
        let form = HoursForm {
            days: vec![
                day("08:00", "", "", "16:00"),
                day("08.00", "11.30", "13.30", "16.00"),
                DayForm::default(),
            ],
        };
        let week = form.check().unwrap();
        assert_eq!(
            week.0[0],
            [Span {
                opens: 480,
                closes: 960
            }]
        );
        assert_eq!(week.0[1].len(), 2);
        assert!(week.0[2].is_empty() && week.0[6].is_empty());
        assert_eq!(HoursForm::of(&week).check().unwrap(), week);
    }

    #[test]
    fn each_wrong_time_is_named_by_its_day() {
        let form = HoursForm {
            days: vec![
                day("16:00", "", "", "08:00"),
                day("08:00", "12:00", "", "16:00"),
                day("jam 8", "", "", "25:00"),
            ],
        };
        let Err(Refusal::Fields(fields)) = form.check() else {
            panic!()
        };
        let named: Vec<_> = fields
            .iter()
            .map(|one| (one.field.as_str(), &one.problem))
            .collect();
        assert_eq!(
            named,
            [
                ("days.0.closes", &Problem::NotAfter),
                ("days.1.rest_until", &Problem::Missing),
                ("days.2.opens", &Problem::NotATime),
                ("days.2.closes", &Problem::NotATime),
            ]
        );
    }

    #[test]
    fn a_closure_of_yesterday_or_backwards_is_refused() {
        let today = "2026-11-24".parse().unwrap();
        let form = |from: &str, until: &str| ClosureForm {
            from_on: from.into(),
            until_on: until.into(),
            reason_id: "Perbaikan atap".into(),
            ..ClosureForm::default()
        };
        let one_day = form("2026-11-24", "").check(today).unwrap();
        assert_eq!((one_day.0, one_day.1), (today, today));
        for (from, until) in [
            ("2026-11-20", "2026-11-22"),
            ("2026-12-02", "2026-12-01"),
            ("2026-12-01", "2027-12-01"),
        ] {
            assert!(form(from, until).check(today).is_err(), "{from} {until}");
        }
    }
}
