//! Licences and certificates: what the owner declares, and what staff found.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{
    super::{ClaimKind, claim_number},
    choice,
};
use crate::{
    Refusal,
    refusal::{Check, Problem, day, optional, text},
};

/// Years that a P-IRT licence can last, at most.
const PIRT_YEARS: u32 = 5;

/// A licence or certificate that the business says it holds. What proves it is uploaded apart: a form cannot name a
/// document that somebody else brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClaimForm {
    /// Word of a [`ClaimKind`].
    pub kind: String,
    /// Its number.
    pub number: String,
    /// Its last day.
    pub expires_on: String,
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

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{problems, today},
        *,
    };

    #[test]
    fn a_licence_needs_a_last_day_that_has_not_passed_and_the_law_allows() {
        let pirt = |expires_on: &str| ClaimForm {
            kind: "pirt".into(),
            number: "2 10 1871 01 0452 29".into(),
            expires_on: expires_on.into(),
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
}
