//! What staff type about their centre, and what is read from it.

mod times;

pub use times::{ClosureForm, DayForm, HoursForm};

use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    language::Bilingual,
    people::Contact,
    refusal::{Check, Problem, number, optional, text},
    tasks::ClinicLine,
};

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
    use crate::centres::Span;

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
