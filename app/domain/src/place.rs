//! Provinces, time zones and how a moment is shown in a centre.

use chrono::{
    DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, Timelike, Utc,
};
use serde::{Deserialize, Serialize};

use crate::{language::Language, refusal::Problem};

/// A province by its official two-digit code: 18 Lampung, 51 Bali, 52 Nusa Tenggara Barat.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "sql", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct ProvinceCode(pub String);

impl ProvinceCode {
    /// The civil time of the province; every province lies in one (Keputusan Presiden 41/1987, and the provinces since).
    pub fn zone(&self) -> Zone {
        match self.0.as_str() {
            "51" | "52" | "53" | "63" | "64" | "65" | "71" | "72" | "73" | "74" | "75" | "76" => {
                Zone::Wita
            }
            code if code.starts_with('8') || code.starts_with('9') => Zone::Wit,
            _ => Zone::Wib,
        }
    }
}

/// The three civil times of Indonesia.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// Western, UTC+7 (Lampung).
    Wib,
    /// Central, UTC+8 (Bali, NTB).
    #[default]
    Wita,
    /// Eastern, UTC+9.
    Wit,
}

crate::text::text_enum!(Zone { Wib => "wib", Wita => "wita", Wit => "wit" });

impl Zone {
    /// Fixed offsets: Indonesia has kept them since 1988 and knows no summer time. The time zone database would weigh a
    /// megabyte in the browser.
    fn tz(self) -> FixedOffset {
        let hours = match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        };
        FixedOffset::east_opt(hours * 3600).unwrap_or(Utc.fix())
    }

    /// The abbreviation people write after a time.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// The civil date at this moment.
    pub fn date(self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.tz()).date_naive()
    }

    /// When this civil day begins here.
    pub fn midnight(self, day: NaiveDate) -> DateTime<Utc> {
        day.and_time(NaiveTime::MIN).and_utc()
            - Duration::seconds(self.tz().local_minus_utc().into())
    }

    /// The hour that the clocks show, 0–23.
    pub fn hour(self, at: DateTime<Utc>) -> u32 {
        at.with_timezone(&self.tz()).hour()
    }

    /// Minutes after midnight that the clocks show, 0–1439.
    pub fn minute(self, at: DateTime<Utc>) -> i64 {
        let local = at.with_timezone(&self.tz());
        i64::from(local.hour() * 60 + local.minute())
    }

    /// `24 November 2026, 08.40 WITA`.
    pub fn moment(self, at: DateTime<Utc>, language: Language) -> String {
        let local = at.with_timezone(&self.tz());
        format!(
            "{}, {} {}",
            date(local.date_naive(), language),
            local.format("%H.%M"),
            self.name()
        )
    }

    /// `27 Nov, 17.00 WITA`: for lists, where the year goes without saying.
    pub fn brief(self, at: DateTime<Utc>, language: Language) -> String {
        let local = at.with_timezone(&self.tz());
        format!(
            "{} {} {}",
            day_month(local.date_naive(), language),
            local.format("%H.%M"),
            self.name()
        )
    }

    /// What a `datetime-local` field shows: `2026-11-27T17:00`.
    pub fn typed(self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.tz())
            .format("%Y-%m-%dT%H:%M")
            .to_string()
    }

    /// Reads a `datetime-local` field as civil time here.
    pub fn read(self, typed: &str) -> Result<DateTime<Utc>, Problem> {
        if typed.trim().is_empty() {
            return Err(Problem::Missing);
        }
        let local = NaiveDateTime::parse_from_str(
            typed.trim().get(..16).unwrap_or_default(),
            "%Y-%m-%dT%H:%M",
        )
        .map_err(|_| Problem::NotADate)?;
        let here = local
            .and_local_timezone(self.tz())
            .single()
            .ok_or(Problem::NotADate)?;
        Ok(here.with_timezone(&Utc))
    }
}

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `24 November 2026`.
pub fn date(day: NaiveDate, language: Language) -> String {
    use chrono::Datelike;
    let months = match language {
        Language::Id => MONTHS_ID,
        Language::En => MONTHS_EN,
    };
    format!(
        "{} {} {}",
        day.day(),
        months[day.month0() as usize],
        day.year()
    )
}

const WEEKDAYS_ID: [&str; 7] = [
    "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
];
const WEEKDAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The name of a weekday, 0 for Monday.
pub fn weekday(day: usize, language: Language) -> &'static str {
    match language {
        Language::Id => WEEKDAYS_ID[day % 7],
        Language::En => WEEKDAYS_EN[day % 7],
    }
}

/// `08.30`: minutes after midnight as clocks are written in Indonesia; `08:30` in English.
pub fn clock(minute: i64, language: Language) -> String {
    let mark = match language {
        Language::Id => '.',
        Language::En => ':',
    };
    format!("{:02}{mark}{:02}", minute / 60, minute % 60)
}

/// `24 Nov`.
pub fn day_month(day: NaiveDate, language: Language) -> String {
    use chrono::Datelike;
    let months = match language {
        Language::Id => MONTHS_ID,
        Language::En => MONTHS_EN,
    };
    let month = months[day.month0() as usize];
    format!("{} {}", day.day(), month.get(..3).unwrap_or(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_of_the_zone() {
        let day = "2026-11-24".parse().unwrap();
        let midnight = Zone::Wita.midnight(day);
        assert_eq!(
            midnight,
            "2026-11-23T16:00:00Z".parse::<DateTime<Utc>>().unwrap()
        );
        assert_eq!(
            (Zone::Wita.date(midnight), Zone::Wita.hour(midnight)),
            (day, 0)
        );
    }

    #[test]
    fn a_province_keeps_one_time() {
        let zone = |code: &str| ProvinceCode(code.into()).zone();
        assert_eq!([zone("18"), zone("61"), zone("62")], [Zone::Wib; 3]);
        assert_eq!([zone("51"), zone("52"), zone("63")], [Zone::Wita; 3]);
        assert_eq!([zone("81"), zone("94")], [Zone::Wit; 2]);
    }

    #[test]
    fn what_a_field_shows_is_read_back_as_the_same_moment() {
        let at = "2026-11-27T09:00:00Z".parse().unwrap();
        assert_eq!(Zone::Wita.typed(at), "2026-11-27T17:00");
        assert_eq!(Zone::Wita.read("2026-11-27T17:00"), Ok(at));
        assert_eq!(Zone::Wib.read("2026-11-27T16:00:30"), Ok(at));
        assert_eq!(Zone::Wib.read(""), Err(Problem::Missing));
        assert_eq!(Zone::Wib.read("besok"), Err(Problem::NotADate));
        assert_eq!(Zone::Wita.brief(at, Language::Id), "27 Nov 17.00 WITA");
    }

    #[test]
    fn a_moment_is_shown_in_the_centres_zone() {
        let at = "2026-11-24T17:30:00Z".parse().unwrap();
        assert_eq!(
            Zone::Wita.moment(at, Language::Id),
            "25 November 2026, 01.30 WITA"
        );
        assert_eq!(
            Zone::Wib.moment(at, Language::En),
            "25 November 2026, 00.30 WIB"
        );
    }
}
