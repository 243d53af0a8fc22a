//! The licences a product cannot be without, and until when they cover it.

use chrono::NaiveDate;

use super::{ClaimKind, ClaimState};
use crate::curation::Category;

/// The licences the law asks of a kind of product: of each group one is enough.
///
/// Every business a NIB (PP 28/2025); food a P-IRT or BPOM licence; cosmetics a BPOM licence.
pub fn required_licences(category: Category) -> &'static [&'static [ClaimKind]] {
    match category {
        Category::Food => &[&[ClaimKind::Nib], &[ClaimKind::Pirt, ClaimKind::Bpom]],
        Category::Beauty => &[&[ClaimKind::Nib], &[ClaimKind::Bpom]],
        Category::Craft | Category::Fashion | Category::Agriculture => &[&[ClaimKind::Nib]],
    }
}

/// How long the claims of a business cover a kind of product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// No licence it needs has an end.
    Unlimited,
    /// This is the last day on which it has all it needs.
    Until(NaiveDate),
    /// A licence it needs is missing, rejected or taken back.
    Missing,
}

/// Judges the claims that count: not ended by their owner, and where one of their kind was rejected, checked since.
pub fn cover(category: Category, claims: &[(ClaimKind, ClaimState, Option<NaiveDate>)]) -> Cover {
    let mut end: Option<NaiveDate> = None;
    for group in required_licences(category) {
        // The longest licence of a group counts; one without an end outlasts every date.
        let longest = claims
            .iter()
            .filter(|(kind, state, _)| group.contains(kind) && *state != ClaimState::Rejected)
            .map(|(_, _, expires)| expires.unwrap_or(NaiveDate::MAX))
            .max();
        match longest {
            None => return Cover::Missing,
            Some(NaiveDate::MAX) => {}
            Some(day) => end = Some(end.map_or(day, |end| end.min(day))),
        }
    }
    end.map_or(Cover::Unlimited, Cover::Until)
}

impl Cover {
    /// The last day, if there is one; a missing licence ended it yesterday.
    pub fn last_day(self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Unlimited => None,
            Self::Until(day) => Some(day),
            Self::Missing => today.pred_opt(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn crisps_are_covered_until_the_better_of_two_food_licences_ends() {
        let nib = (ClaimKind::Nib, ClaimState::Verified, None);
        let pirt = |end| (ClaimKind::Pirt, ClaimState::Declared, Some(day(end)));
        assert_eq!(cover(Category::Food, &[nib]), Cover::Missing);
        assert_eq!(
            cover(Category::Food, &[nib, pirt("2027-03-31")]),
            Cover::Until(day("2027-03-31"))
        );
        assert_eq!(
            cover(
                Category::Food,
                &[nib, pirt("2027-03-31"), pirt("2031-03-31")]
            ),
            Cover::Until(day("2031-03-31"))
        );
        assert_eq!(cover(Category::Fashion, &[nib]), Cover::Unlimited);
    }

    #[test]
    fn a_rejected_licence_covers_nothing() {
        let nib = (ClaimKind::Nib, ClaimState::Rejected, None);
        assert_eq!(cover(Category::Craft, &[nib]), Cover::Missing);
        assert_eq!(
            Cover::Missing.last_day(day("2026-11-24")),
            Some(day("2026-11-23"))
        );
    }

    #[test]
    fn what_completeness_asks_for_is_what_a_badge_rests_on() {
        use crate::curation::{Missing, Readiness, missing};
        for category in Category::ALL {
            for group in required_licences(*category) {
                let ready = |claims: Vec<ClaimKind>| Readiness {
                    category: Some(*category),
                    claims,
                    ..Readiness::default()
                };
                let asks = |claims| {
                    missing(&ready(claims))
                        .iter()
                        .any(|m| matches!(m, Missing::Licence(kind) if group.contains(kind)))
                };
                assert!(asks(vec![]), "{category} {group:?}");
                assert!(!asks(group.to_vec()), "{category} {group:?}");
            }
        }
    }
}
