//! What a score leads to.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::review::Grade;

/// A curator's verdict on a product, as announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Lolos: listed in the gallery.
    Passed,
    /// Lolos bersyarat: listed, with repairs to make.
    PassedConditionally,
    /// Perbaikan: comes back after repairs.
    Revise,
    /// Ditolak: a gate is not met.
    Rejected,
}

crate::text::text_enum!(Decision {
    Passed => "passed",
    PassedConditionally => "passed_conditionally",
    Revise => "revise",
    Rejected => "rejected",
});

impl Decision {
    /// Whether the product stands in the gallery.
    pub fn lists(self) -> bool {
        matches!(self, Self::Passed | Self::PassedConditionally)
    }
}

/// A value of this or less on a weighted criterion becomes a task with a clinic line.
pub const WEAK_VALUE: i64 = 3;

/// The decision proposed for a score; a manager may choose another with a reason.
pub fn decision(grade: Grade, gates_met: bool) -> Decision {
    match grade {
        _ if !gates_met => Decision::Rejected,
        Grade::A | Grade::B => Decision::Passed,
        Grade::C => Decision::PassedConditionally,
        Grade::D => Decision::Revise,
    }
}

/// The last day of a badge: twelve months, or the end of a claim it rests on, whichever comes first.
pub fn badge_ends(
    granted_on: NaiveDate,
    claims_end: impl IntoIterator<Item = NaiveDate>,
) -> NaiveDate {
    let year = granted_on
        .checked_add_months(Months::new(12))
        .unwrap_or(granted_on);
    claims_end.into_iter().fold(year, NaiveDate::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_lapses_with_its_licence_or_after_a_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(badge_ends(day("2026-05-12"), []), day("2027-05-12"));
        assert_eq!(
            badge_ends(day("2026-05-12"), [day("2034-02-01"), day("2026-12-31")]),
            day("2026-12-31")
        );
    }

    #[test]
    fn an_unmet_gate_outweighs_every_score() {
        assert_eq!(decision(Grade::A, false), Decision::Rejected);
        assert_eq!(decision(Grade::C, true), Decision::PassedConditionally);
        assert_eq!(decision(Grade::D, true), Decision::Revise);
    }
}
