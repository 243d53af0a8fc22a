//! Turnover: what a business sells in a year, in rupiah.

use super::{Content, Read};
use crate::{
    code::Code,
    header::{
        Basis, Period,
        vocabulary::{PERIODS, UNITS, listed},
    },
};

/// An amount as a year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turnover {
    /// Rupiah a year.
    pub yearly: i64,
    /// Neither the cell nor its header names a period: taken as a year's.
    pub assumed: bool,
}

/// Nobody turns over less than this, whatever the period: a unit is missing.
const LEAST: i128 = 10_000 * SEN;
/// A business beyond is not small any more (PP 7/2021 art. 35).
const MOST_A_YEAR: i128 = 50_000_000_000 * SEN;
/// Amounts are counted in hundredths while fractions can still matter: `1,25 jt`.
const SEN: i128 = 100;

/// Words that add nothing to an amount.
const FILLERS: &[&str] = &["rp", "idr", "rupiah", "per"];
/// Marks and words between the ends of a range.
const BETWEEN: &[&str] = &["-", "–", "—", "~", "sd", "sampai", "hingga"];
/// Marks and words of amounts that are open to one side, or lie within two.
const OPEN: &[&str] = &[
    "<", ">", "≤", "≥", "antara", "lebih", "kurang", "atas", "bawah",
];

/// Reads an amount under a header of this basis. The cell's own period and unit come before the header's.
pub fn read(content: Content<'_>, basis: Basis) -> Read<Turnover> {
    let amount = match content {
        Content::Number(number) => Amount::of_number(number).ok_or(Code::TurnoverInvalid)?,
        Content::Text(text) => Amount::of_text(text)?,
    };
    let sen = amount.sen * i128::from(amount.unit.or(basis.unit).unwrap_or(1));
    let period = amount.period.or(basis.period);
    let a_year = match period {
        Some(Period::Shorter) => return Err(Code::TurnoverPeriod),
        Some(Period::Month) => sen * 12,
        Some(Period::Year) | None => sen,
    };
    if (1..LEAST).contains(&sen) || a_year > MOST_A_YEAR {
        return Err(Code::TurnoverImplausible);
    }
    let yearly = i64::try_from((a_year + SEN / 2) / SEN).map_err(|_| Code::TurnoverImplausible)?;
    Ok(Some(Turnover {
        yearly,
        assumed: period.is_none(),
    }))
}

/// An amount before unit and period are applied.
struct Amount {
    sen: i128,
    unit: Option<i64>,
    period: Option<Period>,
}

impl Amount {
    fn of_number(number: f64) -> Option<Self> {
        let sen = (0.0..1e15)
            .contains(&number)
            .then(|| (number * SEN as f64).round() as i128)?;
        Some(Self {
            sen,
            unit: None,
            period: None,
        })
    }

    /// A number, then at most a unit and a period, and nothing else that has a meaning.
    fn of_text(text: &str) -> Result<Self, Code> {
        let text = text
            .to_lowercase()
            .replace("kurang lebih", " ")
            .replace("s/d", " sd ")
            .replace("s.d.", " sd ");
        let text = text
            .replace("+/-", " ")
            .replace(",-", " ")
            .replace(".-", " ");
        let tokens = tokens(&text);
        let says = |words: &[&str]| tokens.iter().any(|token| words.contains(token));
        let numbers: Vec<&str> = tokens
            .iter()
            .copied()
            .filter(|token| is_number(token))
            .collect();
        match numbers.as_slice() {
            [_] | [_, _] if says(OPEN) => Err(Code::TurnoverRange),
            [_, _] if says(BETWEEN) => Err(Code::TurnoverRange),
            [number] => Self::of_tokens(&tokens, number).ok_or(Code::TurnoverInvalid),
            _ => Err(Code::TurnoverInvalid),
        }
    }

    fn of_tokens(tokens: &[&str], number: &str) -> Option<Self> {
        let (mut unit, mut period) = (None, None);
        if tokens.first().is_some_and(|first| BETWEEN.contains(first)) {
            return None;
        }
        for token in tokens.iter().filter(|token| **token != number) {
            let word = [(*token).to_owned()];
            if let Some(found) = listed(UNITS, &word).filter(|_| unit.is_none()) {
                unit = Some(found);
            } else if let Some(found) = listed(PERIODS, &word).filter(|_| period.is_none()) {
                period = Some(found);
            } else if !FILLERS.contains(token) && !BETWEEN.contains(token) {
                return None;
            }
        }
        Some(Self {
            sen: sen(number)?,
            unit,
            period,
        })
    }
}

fn is_number(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_ascii_digit())
}

/// Numbers with their dots and commas, words, and the marks that mean a range. Other marks part words.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let belongs = |letter: char| match first {
            digit if digit.is_ascii_digit() => {
                letter.is_ascii_digit() || letter == '.' || letter == ','
            }
            word if word.is_alphabetic() => letter.is_alphabetic(),
            _ => false,
        };
        let length = rest
            .find(|letter| !belongs(letter))
            .unwrap_or(rest.len())
            .max(first.len_utf8());
        let (token, after) = rest.split_at(length);
        if first.is_alphanumeric() || BETWEEN.contains(&token) || OPEN.contains(&token) {
            tokens.push(token);
        }
        rest = after;
    }
    tokens
}

/// Dots in groups of three are thousands, so are two or more groups after commas; a comma before one or two digits is
/// decimal. Anything else is no amount.
fn sen(number: &str) -> Option<i128> {
    let commas = number.matches(',').count();
    let (whole, fraction) = match number.split_once(',') {
        Some((whole, fraction)) if commas == 1 => (grouped(whole, '.')?, fraction),
        Some(_) => (grouped(number, ',')?, "00"),
        None => (grouped(number, '.')?, "00"),
    };
    let hundredths: i128 = match fraction.len() {
        1 => fraction.parse::<i128>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    whole.checked_mul(SEN)?.checked_add(hundredths)
}

fn grouped(number: &str, mark: char) -> Option<i128> {
    const LONGEST: usize = 15;
    let mut groups = number.split(mark);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let right = rest.is_empty()
        || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    let digits = std::iter::once(first).chain(rest).collect::<String>();
    (right && digits.len() <= LONGEST && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const A_MONTH: Basis = Basis {
        period: Some(Period::Month),
        unit: None,
    };
    const A_YEAR: Basis = Basis {
        period: Some(Period::Year),
        unit: None,
    };

    fn yearly(text: &str, basis: Basis) -> Result<i64, Code> {
        read(Content::Text(text), basis).map(|turnover| turnover.map_or(0, |found| found.yearly))
    }

    #[rstest]
    #[case("1850000", 1_850_000)]
    #[case("Rp. 1.850.000,-", 1_850_000)]
    #[case("Rp1.850.000,00", 1_850_000)]
    #[case("IDR 1,850,000", 1_850_000)]
    #[case("± 1,85 jt", 1_850_000)]
    #[case("kurang lebih 750 ribu", 750_000)]
    #[case("1,2 M", 1_200_000_000)]
    #[case("2 milyar rupiah", 2_000_000_000)]
    #[case("1,5jt/bln", 18_000_000)]
    #[case("1.500.000 sebulan", 18_000_000)]
    #[case("Rp 1,5 juta per bulan", 18_000_000)]
    #[case("18 jt setahun", 18_000_000)]
    #[case("1,5 jt per-bulan", 18_000_000)]
    #[case("1.500.000,-- perbln", 18_000_000)]
    #[case("0", 0)]
    fn an_amount_is_a_years(#[case] text: &str, #[case] rupiah: i64) {
        assert_eq!(yearly(text, A_YEAR), Ok(rupiah));
    }

    #[rstest]
    #[case::words("tidak menentu", Code::TurnoverInvalid)]
    #[case::slip("1.25o.000", Code::TurnoverInvalid)]
    #[case::broken_groups("1.2500.00", Code::TurnoverInvalid)]
    #[case::which_comma("500,000", Code::TurnoverInvalid)]
    #[case::less_than_nothing("-5.000.000", Code::TurnoverInvalid)]
    #[case::two_amounts("5 jt 6 jt", Code::TurnoverInvalid)]
    #[case::from_to("1-2 jt", Code::TurnoverRange)]
    #[case::from_to_in_words("500 rb s/d 1 jt", Code::TurnoverRange)]
    #[case::more("> 1 juta / bln", Code::TurnoverRange)]
    #[case::less("kurang dari 5 jt", Code::TurnoverRange)]
    #[case::within("antara 1 dan 2 juta", Code::TurnoverRange)]
    #[case::a_day("250.000/hari", Code::TurnoverPeriod)]
    #[case::a_week("500 ribu per minggu", Code::TurnoverPeriod)]
    #[case::unit_forgotten("3", Code::TurnoverImplausible)]
    #[case::beyond_small("51 M", Code::TurnoverImplausible)]
    fn what_is_no_certain_amount_is_empty(#[case] text: &str, #[case] code: Code) {
        assert_eq!(yearly(text, A_YEAR), Err(code));
    }

    #[test]
    fn the_cells_own_period_counts_before_the_headers() {
        assert_eq!(yearly("1 jt", A_MONTH), Ok(12_000_000));
        assert_eq!(yearly("15jt/thn", A_MONTH), Ok(15_000_000));
    }

    #[test]
    fn without_any_period_a_year_is_assumed() {
        let turnover = read(Content::Number(24e6), Basis::default());
        let assumed = Turnover {
            yearly: 24_000_000,
            assumed: true,
        };
        assert_eq!(turnover, Ok(Some(assumed)));
    }

    #[test]
    fn the_headers_unit_holds_for_cells_without_one() {
        let thousands = Basis {
            unit: Some(1_000),
            ..A_YEAR
        };
        assert_eq!(yearly("12.500", thousands), Ok(12_500_000));
        assert_eq!(yearly("12,5 jt", thousands), Ok(12_500_000));
        let small = Basis {
            unit: Some(1_000_000),
            ..A_MONTH
        };
        assert_eq!(yearly("2,5", small), Ok(30_000_000));
    }

    proptest! {
        #[test]
        fn every_amount_survives_every_way_of_writing_it(rupiah in 10_000..50_000_000_000_i64, way in 0..4_usize) {
            let dots = grouped_by(rupiah, '.');
            let written = [rupiah.to_string(), format!("Rp {dots},-"), format!("IDR{dots},00"), format!("±{dots} setahun")];
            prop_assert_eq!(yearly(&written[way], A_YEAR), Ok(rupiah));
        }
    }

    fn grouped_by(number: i64, mark: char) -> String {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(mark);
            }
            grouped.push(digit);
        }
        grouped
    }
}
