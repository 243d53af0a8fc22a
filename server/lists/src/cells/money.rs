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
mod tests;
