//! What the forms of a business file send, as typed, and what is read from them.
//!
//! Every field is kept as typed, so that a refused form can be shown again; `check` reads all of them and names every
//! field that needs mending at once.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Channel, ClaimKind, Evidence, KbliVersion, claim_number};
use crate::{
    Refusal,
    ids::MediaId,
    money::Rupiah,
    people::phone,
    refusal::{Check, Problem, day, money, number, optional, text},
};

/// Years that a P-IRT licence can last, at most.
const PIRT_YEARS: u32 = 5;
/// The largest turnover a form takes: Rp1.000 triliun, far above every class.
const LARGEST_TURNOVER: Rupiah = Rupiah(1_000_000_000_000_000);

/// Opening a business file takes four answers; the rest can wait.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewBusiness {
    /// The name on the sign.
    pub name: String,
    /// Official code of its district; decides which centre serves it.
    pub district: String,
    /// Street and village.
    pub address: String,
    /// The number buyers write to.
    pub whatsapp: String,
}

/// A new business as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// 2–80 letters.
    pub name: String,
    /// Six digits.
    pub district: String,
    /// At most 200 letters.
    pub address: String,
    /// International form.
    pub whatsapp: Option<String>,
}

/// Six digits; whether such a district exists, the database knows.
fn district(typed: &str) -> Result<String, Problem> {
    let code = text(typed, 1, 200)?;
    if code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(code)
    } else {
        Err(Problem::NotAChoice)
    }
}

/// One of an enum's words.
fn choice<T: std::str::FromStr>(typed: &str) -> Result<T, Problem> {
    match typed.trim() {
        "" => Err(Problem::Missing),
        word => word.parse().map_err(|_| Problem::NotAChoice),
    }
}

impl NewBusiness {
    /// Reads the form.
    pub fn check(&self) -> Result<Registration, Refusal> {
        let mut check = Check::default();
        let name = check.field("name", text(&self.name, 2, 80));
        let district = check.field("district", district(&self.district));
        let address = check.field("address", text(&self.address, 0, 200));
        let whatsapp = check.field("whatsapp", optional(&self.whatsapp, phone));
        check.done()?;
        match (name, district, address, whatsapp) {
            (Some(name), Some(district), Some(address), Some(whatsapp)) => Ok(Registration {
                name,
                district,
                address,
                whatsapp,
            }),
            _ => Err(Refusal::Fields(vec![])),
        }
    }
}

/// The whole profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileForm {
    /// The version that was read, so that two writers do not undo each other.
    pub version: i64,
    /// The name on the sign.
    pub name: String,
    /// The maker's story, as the gallery tells it.
    pub story: String,
    /// Five digits of the national classification.
    pub kbli_code: String,
    /// Its edition.
    pub kbli_version: KbliVersion,
    /// Official code of its district.
    pub district: String,
    /// Street and village.
    pub address: String,
    /// Degrees, north positive; comma or dot.
    pub latitude: String,
    /// Degrees, east positive; comma or dot.
    pub longitude: String,
    /// Year of founding.
    pub founded_year: String,
    /// Where it sells.
    pub channels: Vec<Channel>,
    /// The number buyers write to.
    pub whatsapp: String,
    /// A picture of the maker or the workshop; `None` leaves the one there is.
    pub photo: Option<MediaId>,
}

/// A profile as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// 2–80 letters.
    pub name: String,
    /// At most 4,000 letters.
    pub story: String,
    /// Five digits and their edition.
    pub kbli: Option<(String, KbliVersion)>,
    /// Six digits.
    pub district: String,
    /// At most 200 letters.
    pub address: String,
    /// Latitude and longitude in degrees, within Indonesia.
    pub position: Option<(f64, f64)>,
    /// Year of founding.
    pub founded_year: Option<i64>,
    /// Each channel once.
    pub channels: Vec<Channel>,
    /// International form.
    pub whatsapp: Option<String>,
    /// Picture.
    pub photo: Option<MediaId>,
}

/// A decimal number in `min..=max`; a comma is a decimal point.
fn degrees(typed: &str, min: i64, max: i64) -> Result<f64, Problem> {
    let value: f64 = typed
        .trim()
        .replace(',', ".")
        .parse()
        .map_err(|_| Problem::NotANumber)?;
    if value.is_finite() && value >= min as f64 && value <= max as f64 {
        Ok(value)
    } else {
        Err(Problem::OutOfRange { min, max })
    }
}

/// A KBLI code: five digits.
fn kbli(typed: &str) -> Result<String, Problem> {
    let code = typed.trim();
    match code.len() as u32 {
        _ if !code.bytes().all(|byte| byte.is_ascii_digit()) => Err(Problem::NotANumber),
        5 => Ok(code.to_owned()),
        got => Err(Problem::Digits { got, want: 5 }),
    }
}

impl ProfileForm {
    /// Reads the form. Positions lie within Indonesia: latitude −12 to 7, longitude 94 to 142.
    pub fn check(&self, today: NaiveDate) -> Result<Profile, Refusal> {
        let mut check = Check::default();
        let name = check.field("name", text(&self.name, 2, 80));
        let story = check.field("story", text(&self.story, 0, 4000));
        let code = check.field("kbli_code", optional(&self.kbli_code, kbli));
        let district = check.field("district", district(&self.district));
        let address = check.field("address", text(&self.address, 0, 200));
        let latitude = optional(&self.latitude, |typed| degrees(typed, -12, 7));
        let longitude = optional(&self.longitude, |typed| degrees(typed, 94, 142));
        let latitude = check.field("latitude", latitude);
        let longitude = check.field("longitude", longitude);
        match (latitude, longitude) {
            (Some(Some(_)), Some(None)) => check.problem("longitude", Problem::Missing),
            (Some(None), Some(Some(_))) => check.problem("latitude", Problem::Missing),
            _ => {}
        }
        let this_year = i64::from(today.year());
        let founded = optional(&self.founded_year, |typed| number(typed, 1900, this_year));
        let founded_year = check.field("founded_year", founded);
        let whatsapp = check.field("whatsapp", optional(&self.whatsapp, phone));
        check.done()?;
        let mut channels = self.channels.clone();
        channels.sort_unstable();
        channels.dedup();
        match (name, story, district, address) {
            (Some(name), Some(story), Some(district), Some(address)) => Ok(Profile {
                name,
                story,
                kbli: code.flatten().map(|code| (code, self.kbli_version)),
                district,
                address,
                position: latitude.flatten().zip(longitude.flatten()),
                founded_year: founded_year.flatten(),
                channels,
                whatsapp: whatsapp.flatten(),
                photo: self.photo,
            }),
            _ => Err(Refusal::Fields(vec![])),
        }
    }
}

/// A licence or certificate that the business says it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClaimForm {
    /// Word of a [`ClaimKind`].
    pub kind: String,
    /// Its number.
    pub number: String,
    /// Its last day.
    pub expires_on: String,
    /// A picture or document of it, seen by the centre's staff only.
    pub evidence: Option<MediaId>,
}

/// A claim as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Which.
    pub kind: ClaimKind,
    /// Stored form of the number.
    pub number: String,
    /// Last day, where the kind has one.
    pub expires_on: Option<NaiveDate>,
    /// Picture or document.
    pub evidence: Option<MediaId>,
}

/// A last day that has not passed; a P-IRT lasts at most five years.
fn last_day(kind: ClaimKind, typed: &str, today: NaiveDate) -> Result<NaiveDate, Problem> {
    let last = day(typed)?;
    let latest = match kind {
        ClaimKind::Pirt => today.checked_add_months(Months::new(12 * PIRT_YEARS)),
        _ => None,
    };
    match latest {
        _ if last < today => Err(Problem::TooEarly { earliest: today }),
        Some(latest) if last > latest => Err(Problem::TooLate { latest }),
        _ => Ok(last),
    }
}

impl ClaimForm {
    /// Reads the form.
    pub fn check(&self, today: NaiveDate) -> Result<Declared, Refusal> {
        let mut check = Check::default();
        let Some(kind) = check.field("kind", choice::<ClaimKind>(&self.kind)) else {
            check.done()?;
            return Err(Refusal::Fields(vec![]));
        };
        let number = check.field("number", claim_number(kind, &self.number));
        let expires = if kind.expires() {
            last_day(kind, &self.expires_on, today).map(Some)
        } else {
            optional(&self.expires_on, |typed| last_day(kind, typed, today))
        };
        let expires_on = check.field("expires_on", expires);
        check.done()?;
        match (number, expires_on) {
            (Some(number), Some(expires_on)) => Ok(Declared {
                kind,
                number,
                expires_on,
                evidence: self.evidence,
            }),
            _ => Err(Refusal::Fields(vec![])),
        }
    }
}

/// What staff found when they looked a claim up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClaimCheckForm {
    /// Whether it was found good.
    pub good: bool,
    /// Where it was looked up, for example "OSS".
    pub source: String,
    /// The last day the source names; empty leaves the owner's.
    pub expires_on: String,
}

/// A check as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checking {
    /// Whether it was found good.
    pub good: bool,
    /// Where it was looked up.
    pub source: String,
    /// The last day the source names.
    pub expires_on: Option<NaiveDate>,
}

impl ClaimCheckForm {
    /// Reads the form.
    pub fn check(&self) -> Result<Checking, Refusal> {
        let mut check = Check::default();
        let source = check.field("source", text(&self.source, 2, 120));
        let expires_on = check.field("expires_on", optional(&self.expires_on, day));
        check.done()?;
        match (source, expires_on) {
            (Some(source), Some(expires_on)) => Ok(Checking {
                good: self.good,
                source,
                expires_on,
            }),
            _ => Err(Refusal::Fields(vec![])),
        }
    }
}

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
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    fn problems<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Vec<(String, Problem)> {
        match result {
            Err(Refusal::Fields(fields)) => {
                fields.into_iter().map(|f| (f.field, f.problem)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_wrong_field_of_a_profile_is_named_at_once() {
        let form = ProfileForm {
            name: "T".into(),
            kbli_code: "1391".into(),
            district: "Jonggat".into(),
            latitude: "-8,69".into(),
            longitude: "".into(),
            founded_year: "2031".into(),
            whatsapp: "08123".into(),
            ..ProfileForm::default()
        };
        assert_eq!(
            problems(form.check(today())),
            [
                ("name".into(), Problem::TooShort { min: 2 }),
                ("kbli_code".into(), Problem::Digits { got: 4, want: 5 }),
                ("district".into(), Problem::NotAChoice),
                ("longitude".into(), Problem::Missing),
                (
                    "founded_year".into(),
                    Problem::OutOfRange {
                        min: 1900,
                        max: 2026
                    }
                ),
                ("whatsapp".into(), Problem::TooShort { min: 10 }),
            ]
        );
    }

    #[test]
    fn a_position_outside_the_country_is_refused_and_a_comma_is_read() {
        let at = |latitude: &str, longitude: &str| ProfileForm {
            name: "Tenun Sari Sukarara".into(),
            district: "520202".into(),
            latitude: latitude.into(),
            longitude: longitude.into(),
            ..ProfileForm::default()
        };
        let profile = at("-8,6912", "116.2103").check(today()).unwrap();
        assert_eq!(profile.position, Some((-8.6912, 116.2103)));
        assert_eq!(
            problems(at("52.5", "NaN").check(today())),
            [
                ("latitude".into(), Problem::OutOfRange { min: -12, max: 7 }),
                (
                    "longitude".into(),
                    Problem::OutOfRange { min: 94, max: 142 }
                ),
            ]
        );
    }

    #[test]
    fn a_licence_needs_a_last_day_that_has_not_passed_and_the_law_allows() {
        let pirt = |expires_on: &str| ClaimForm {
            kind: "pirt".into(),
            number: "2 10 1871 01 0452 29".into(),
            expires_on: expires_on.into(),
            evidence: None,
        };
        assert_eq!(
            problems(pirt("").check(today())),
            [("expires_on".into(), Problem::Missing)]
        );
        assert_eq!(
            problems(pirt("2026-11-23").check(today())),
            [("expires_on".into(), Problem::TooEarly { earliest: today() })]
        );
        let latest = "2031-11-24".parse().unwrap();
        assert_eq!(
            problems(pirt("2031-11-25").check(today())),
            [("expires_on".into(), Problem::TooLate { latest })]
        );
        assert_eq!(
            pirt("2031-11-24").check(today()).unwrap().expires_on,
            Some(latest)
        );
    }

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
