//! The profile: who makes it, where, since when, and where it is sold.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{
    super::{Channel, KbliVersion},
    district,
};
use crate::{
    Refusal,
    people::phone,
    refusal::{Check, Problem, number, optional, text},
};

/// The whole profile. Its picture is uploaded apart: a form cannot name one that somebody else brought.
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
}
