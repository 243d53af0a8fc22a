//! Claims: licences and certificates that a business says it holds, and how far they can be trusted today.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::refusal::Problem;

/// Which licence or certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    /// Business identity number of the OSS (13 digits).
    Nib,
    /// Home-industry food licence (15 digits, at most five years).
    Pirt,
    /// BPOM distribution licence.
    Bpom,
    /// Halal certificate.
    Halal,
    /// Registered trademark.
    Trademark,
    /// National standard.
    Sni,
    /// Geographical indication.
    GeographicalIndication,
    /// Domestic component certificate.
    Tkdn,
    /// A laboratory's or other test report.
    TestReport,
}

crate::text::text_enum!(ClaimKind {
    Nib => "nib",
    Pirt => "pirt",
    Bpom => "bpom",
    Halal => "halal",
    Trademark => "trademark",
    Sni => "sni",
    GeographicalIndication => "gi",
    Tkdn => "tkdn",
    TestReport => "test_report",
});

impl ClaimKind {
    /// Whether it must carry an expiry date.
    pub fn expires(self) -> bool {
        matches!(
            self,
            Self::Pirt | Self::Bpom | Self::Trademark | Self::Sni | Self::Tkdn
        )
    }
}

/// What staff found when they looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimState {
    /// Nobody looked yet.
    Declared,
    /// Checked against its source.
    Verified,
    /// Looked at and not found good.
    Rejected,
}

crate::text::text_enum!(ClaimState { Declared => "declared", Verified => "verified", Rejected => "rejected" });

/// How a claim stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Checked and in force.
    Verified,
    /// Checked, in force, but ending within sixty days.
    Expiring {
        /// Days left, 0–60.
        days: i64,
    },
    /// In force by the owner's word only.
    SelfDeclared,
    /// Its date has passed.
    Lapsed,
    /// Staff did not find it good.
    Rejected,
}

/// A verified claim counts as expiring when it ends within this many days.
pub const EXPIRY_WARNING_DAYS: i64 = 60;

/// How the claim stands on a day. The last day of validity still counts.
pub fn standing(state: ClaimState, expires_on: Option<NaiveDate>, today: NaiveDate) -> Standing {
    let days = expires_on.map(|day| (day - today).num_days());
    match (state, days) {
        (ClaimState::Rejected, _) => Standing::Rejected,
        (_, Some(days)) if days < 0 => Standing::Lapsed,
        (ClaimState::Declared, _) => Standing::SelfDeclared,
        (ClaimState::Verified, Some(days)) if days <= EXPIRY_WARNING_DAYS => {
            Standing::Expiring { days }
        }
        (ClaimState::Verified, _) => Standing::Verified,
    }
}

impl Standing {
    /// Whether it is checked and in force.
    pub fn holds(self) -> bool {
        matches!(self, Self::Verified | Self::Expiring { .. })
    }
}

/// A claim's number in its stored form: digits only for NIB and P-IRT, otherwise trimmed text.
pub fn claim_number(kind: ClaimKind, typed: &str) -> Result<String, Problem> {
    let want = match kind {
        ClaimKind::Nib => 13,
        ClaimKind::Pirt => 15,
        _ => return crate::refusal::text(typed, 3, 60),
    };
    let digits: String = typed
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '.'))
        .collect();
    if digits.is_empty() {
        return Err(Problem::Missing);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::NotANumber);
    }
    let got = digits.len() as u32;
    if got == want {
        Ok(digits)
    } else {
        Err(Problem::Digits { got, want })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_verified_claim_warns_before_it_lapses() {
        let today = day("2026-11-24");
        assert_eq!(
            standing(ClaimState::Verified, Some(day("2027-01-24")), today),
            Standing::Verified
        );
        assert_eq!(
            standing(ClaimState::Verified, Some(day("2026-12-12")), today),
            Standing::Expiring { days: 18 }
        );
        assert_eq!(
            standing(ClaimState::Verified, Some(today), today),
            Standing::Expiring { days: 0 }
        );
        assert_eq!(
            standing(ClaimState::Verified, Some(day("2026-11-23")), today),
            Standing::Lapsed
        );
        assert_eq!(
            standing(ClaimState::Declared, None, today),
            Standing::SelfDeclared
        );
    }

    #[test]
    fn a_short_pirt_number_says_how_many_digits_are_missing() {
        assert_eq!(
            claim_number(ClaimKind::Pirt, "2 10 1871 01 0452"),
            Err(Problem::Digits { got: 13, want: 15 })
        );
        assert_eq!(
            claim_number(ClaimKind::Pirt, "2 10 1871 01 0452 29"),
            Ok("210187101045229".into())
        );
    }
}
