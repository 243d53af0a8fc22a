//! Size class: computed from a dated snapshot by a dated rule, never typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::money::Rupiah;

/// The class of a business (PP 7/2021 art. 35).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SizeClass {
    /// Usaha mikro.
    Micro,
    /// Usaha kecil.
    Small,
    /// Usaha menengah.
    Medium,
    /// Usaha besar: above every bound of the rule.
    Large,
}

crate::text::text_enum!(SizeClass { Micro => "micro", Small => "small", Medium => "medium", Large => "large" });

/// How well a figure is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Said (pernyataan).
    Stated,
    /// Read from the business' own books (catatan).
    Books,
    /// Read from a document of somebody else: bank, tax office, invoice (bukti).
    Documents,
}

crate::text::text_enum!(Evidence { Stated => "stated", Books => "books", Documents => "documents" });

/// Yearly sales that bound each class from above, inclusive, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizeRule {
    /// First day on which it holds.
    pub valid_from: NaiveDate,
    /// The law, for example "PP 7/2021 art. 35".
    pub source: String,
    /// Micro up to here.
    pub micro_max: Rupiah,
    /// Small up to here.
    pub small_max: Rupiah,
    /// Medium up to here.
    pub medium_max: Rupiah,
}

/// A class with the reason for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The class.
    pub class: SizeClass,
    /// Twelve months' sales it was computed from.
    pub turnover: Rupiah,
    /// How well that figure is founded.
    pub evidence: Evidence,
    /// The day the figure speaks of.
    pub as_of: NaiveDate,
    /// The bound it stays under; `None` above the last one.
    pub bound: Option<Rupiah>,
    /// The law.
    pub source: String,
}

/// The class on the day of the snapshot: the youngest rule in force on that day decides.
///
/// `None` when no rule was in force yet.
pub fn size_class(
    rules: &[SizeRule],
    as_of: NaiveDate,
    turnover: Rupiah,
    evidence: Evidence,
) -> Option<Verdict> {
    let rule = rules
        .iter()
        .filter(|rule| rule.valid_from <= as_of)
        .max_by_key(|rule| rule.valid_from)?;
    let steps = [
        (SizeClass::Micro, rule.micro_max),
        (SizeClass::Small, rule.small_max),
        (SizeClass::Medium, rule.medium_max),
    ];
    let step = steps.into_iter().find(|(_, max)| turnover <= *max);
    Some(Verdict {
        class: step.map_or(SizeClass::Large, |(class, _)| class),
        turnover,
        evidence,
        as_of,
        bound: step.map(|(_, max)| max),
        source: rule.source.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Vec<SizeRule> {
        let rule = |from: &str, source: &str, micro, small, medium| SizeRule {
            valid_from: from.parse().unwrap(),
            source: source.into(),
            micro_max: Rupiah(micro),
            small_max: Rupiah(small),
            medium_max: Rupiah(medium),
        };
        vec![
            rule(
                "2008-07-04",
                "UU 20/2008",
                300_000_000,
                2_500_000_000,
                50_000_000_000,
            ),
            rule(
                "2021-02-02",
                "PP 7/2021 art. 35",
                2_000_000_000,
                15_000_000_000,
                50_000_000_000,
            ),
        ]
    }

    #[rstest::rstest]
    #[case("2026-11-24", 2_000_000_000, SizeClass::Micro)]
    #[case("2026-11-24", 2_000_000_001, SizeClass::Small)]
    #[case("2026-11-24", 15_000_000_000, SizeClass::Small)]
    #[case("2026-11-24", 50_000_000_001, SizeClass::Large)]
    #[case("2015-01-01", 400_000_000, SizeClass::Small)]
    fn bounds_are_inclusive_and_the_rule_of_that_day_decides(
        #[case] day: &str,
        #[case] sales: i64,
        #[case] class: SizeClass,
    ) {
        let verdict = size_class(
            &rules(),
            day.parse().unwrap(),
            Rupiah(sales),
            Evidence::Books,
        )
        .unwrap();
        assert_eq!(verdict.class, class);
    }

    #[test]
    fn before_the_first_rule_there_is_no_class() {
        assert_eq!(
            size_class(
                &rules(),
                "2000-01-01".parse().unwrap(),
                Rupiah(1),
                Evidence::Stated
            ),
            None
        );
    }
}
