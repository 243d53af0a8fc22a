//! When a business began.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

use super::{Content, runs};
use crate::code::Code;

/// As exact as the list says it; years 1945–2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Started {
    /// In this year.
    Year(i32),
    /// In this month (1–12) of a year.
    Month(i32, u32),
    /// On this day.
    Day(NaiveDate),
}

/// `2015`, `2015-04` or `2015-04-12`.
impl fmt::Display for Started {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

/// A date, and whether it could only be read month first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The date.
    pub started: Started,
    /// Day before month gave no day.
    pub swapped: bool,
}

const FIRST_YEAR: i32 = 1945;
const LAST_YEAR: i32 = 2025;
/// Days as Excel counts them, within the years that lists have.
const SERIAL: std::ops::RangeInclusive<i64> = 20_000..=60_000;

const FILLERS: &[&str] = &[
    "sejak", "th", "thn", "tahun", "tgl", "tanggal", "bln", "bulan",
];

const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "pebruari", "february", "feb", "peb"],
    &["maret", "march", "mar", "mrt"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["agustus", "august", "agust", "agt", "ags", "agu", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nopember", "nov", "nop"],
    &["desember", "december", "des", "dec"],
];
const ROMAN: [&str; 12] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
];

#[derive(Clone, Copy)]
enum Part<'a> {
    Number(&'a str),
    Month(u32),
}

/// Reads a date: day before month, months in figures, words or Roman, or Excel's count of days.
pub fn read(content: Content<'_>) -> Result<Date, Code> {
    let date = match content {
        Content::Number(number) => lone(number.floor() as i64),
        Content::Text(text) => parts(&before_time(text).to_lowercase()),
    };
    date.filter(|date| (FIRST_YEAR..=LAST_YEAR).contains(&date.started.year()))
        .ok_or(Code::DateInvalid)
}

impl Started {
    /// The year, which is always known.
    pub fn year(&self) -> i32 {
        match self {
            Self::Year(year) | Self::Month(year, _) => *year,
            Self::Day(day) => day.year(),
        }
    }
}

/// Programs write a day with the hour 00:00.
fn before_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else {
        return text;
    };
    let cut = text[..colon].rfind([' ', 'T']).unwrap_or(colon);
    &text[..cut]
}

fn parts(text: &str) -> Option<Date> {
    let runs = runs(text).into_iter().filter(|run| !FILLERS.contains(run));
    let parts: Option<Vec<Part>> = runs.map(part).collect();
    match parts?.as_slice() {
        [Part::Number(number)] => lone(number.parse().ok()?),
        [Part::Month(month), Part::Number(year)] | [Part::Number(year), Part::Month(month)] => {
            in_month(full_year(year)?, *month)
        }
        [Part::Number(month), Part::Number(year)] if year.len() == 4 => {
            in_month(full_year(year)?, month.parse().ok()?)
        }
        [Part::Number(year), Part::Number(month)] => {
            in_month(full_year(year)?, month.parse().ok()?)
        }
        [Part::Number(year), Part::Month(month), Part::Number(day)] if year.len() == 4 => {
            on_day(full_year(year)?, *month, day.parse().ok()?)
        }
        [Part::Number(day), Part::Month(month), Part::Number(year)]
        | [Part::Month(month), Part::Number(day), Part::Number(year)] => {
            on_day(any_year(year)?, *month, day.parse().ok()?)
        }
        [Part::Number(year), Part::Number(month), Part::Number(day)] if year.len() == 4 => {
            on_day(full_year(year)?, month.parse().ok()?, day.parse().ok()?)
        }
        [Part::Number(day), Part::Number(month), Part::Number(year)] => {
            let (year, day, month) = (any_year(year)?, day.parse().ok()?, month.parse().ok()?);
            let swapped = || {
                on_day(year, day, month).map(|date| Date {
                    swapped: true,
                    ..date
                })
            };
            on_day(year, month, day).or_else(swapped)
        }
        _ => None,
    }
}

fn part(run: &str) -> Option<Part<'_>> {
    if run.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Some(Part::Number(run));
    }
    let named = MONTHS.iter().position(|names| names.contains(&run));
    let month = named.or_else(|| ROMAN.iter().position(|roman| *roman == run))?;
    Some(Part::Month(month as u32 + 1))
}

/// A number by itself is a year or Excel's count of days.
fn lone(number: i64) -> Option<Date> {
    if SERIAL.contains(&number) {
        let day = NaiveDate::from_ymd_opt(1899, 12, 30)?
            .checked_add_days(Days::new(number.unsigned_abs()))?;
        return Some(exactly(Started::Day(day)));
    }
    Some(exactly(Started::Year(i32::try_from(number).ok()?)))
}

fn in_month(year: i32, month: u32) -> Option<Date> {
    (1..=12)
        .contains(&month)
        .then_some(exactly(Started::Month(year, month)))
}

fn on_day(year: i32, month: u32, day: u32) -> Option<Date> {
    NaiveDate::from_ymd_opt(year, month, day).map(|day| exactly(Started::Day(day)))
}

fn exactly(started: Started) -> Date {
    Date {
        started,
        swapped: false,
    }
}

fn full_year(digits: &str) -> Option<i32> {
    (digits.len() == 4).then(|| digits.parse().ok())?
}

/// Four digits, or two: 00–25 are 20xx, others could be either century.
fn any_year(digits: &str) -> Option<i32> {
    match digits.len() {
        4 => digits.parse().ok(),
        2 => digits
            .parse()
            .ok()
            .map(|year: i32| year + 2000)
            .filter(|year| *year <= LAST_YEAR),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn started(text: &str) -> Result<String, Code> {
        read(Content::Text(text)).map(|date| date.started.to_string())
    }

    #[rstest]
    #[case::year("2015", "2015")]
    #[case::since("sejak 2015", "2015")]
    #[case::shortened("Th. 2015", "2015")]
    #[case::month("Maret 2016", "2016-03")]
    #[case::month_in_figures("03/2016", "2016-03")]
    #[case::day_first("05/03/2016", "2016-03-05")]
    #[case::year_first("2016/03/05", "2016-03-05")]
    #[case::with_the_hour("2016-03-05 00:00:00", "2016-03-05")]
    #[case::indonesian("5 Peb 2016", "2016-02-05")]
    #[case::english("5 Aug 2016", "2016-08-05")]
    #[case::roman("12-IV-2021", "2021-04-12")]
    #[case::two_digits("24-8-22", "2022-08-24")]
    #[case::two_digits_with_month("16-Okt-08", "2008-10-16")]
    #[case::serial("44567", "2022-01-06")]
    fn a_date_is_as_exact_as_it_is_written(#[case] text: &str, #[case] date: &str) {
        assert_eq!(started(text), Ok(date.to_owned()));
    }

    #[rstest]
    #[case::no_day("31/02/2020")]
    #[case::zeros("00/00/0000")]
    #[case::to_come("2047")]
    #[case::long_ago("1944")]
    #[case::which_century("5-4-98")]
    #[case::words("lupa")]
    #[case::no_month("13/2015")]
    fn what_is_no_day_is_empty(#[case] text: &str) {
        assert_eq!(started(text), Err(Code::DateInvalid));
    }

    #[test]
    fn month_first_is_read_only_where_day_first_is_impossible() {
        let swapped =
            read(Content::Text("04/25/2019")).map(|date| (date.started.to_string(), date.swapped));
        assert_eq!(swapped, Ok(("2019-04-25".to_owned(), true)));
        let plain =
            read(Content::Text("04/05/2019")).map(|date| (date.started.to_string(), date.swapped));
        assert_eq!(plain, Ok(("2019-05-04".to_owned(), false)));
    }

    #[test]
    fn number_cells_are_years_or_days() {
        let date = |number| read(Content::Number(number)).map(|date| date.started.to_string());
        assert_eq!(date(2015.0), Ok("2015".to_owned()));
        assert_eq!(date(44567.0), Ok("2022-01-06".to_owned()));
        assert_eq!(date(12.0), Err(Code::DateInvalid));
    }
}
