//! Rupiah: whole numbers, never floats.

use serde::{Deserialize, Serialize};

/// An amount in rupiah.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "sql", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Rupiah(pub i64);

impl Rupiah {
    /// Reads what people type: `1850000`, `1.850.000`, `Rp 1.850.000`, `Rp1.850.000,00`.
    ///
    /// Returns `None` for anything else; nothing is guessed.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text
            .strip_prefix("Rp")
            .or_else(|| text.strip_prefix("rp"))
            .or_else(|| text.strip_prefix("RP"))
            .unwrap_or(text);
        let text = text.trim().trim_start_matches('.').trim();
        let text = text
            .strip_suffix(",00")
            .or_else(|| text.strip_suffix(",-"))
            .unwrap_or(text);
        let mut groups = text.split('.');
        let first = groups.next()?;
        let rest: Vec<&str> = groups.collect();
        let grouped_right =
            rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || first.len() <= 3);
        let digits: String = std::iter::once(first).chain(rest.iter().copied()).collect();
        let only_digits = !first.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        (grouped_right && only_digits)
            .then(|| digits.parse().ok().map(Self))
            .flatten()
    }
}

/// `Rp1.250.000`, in both languages: the sign and the dots belong to the currency, not to the reader.
impl std::fmt::Display for Rupiah {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}Rp{}", grouped(self.0.unsigned_abs()))
    }
}

/// `1284` → `1.284`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rupiah_is_written_with_dots() {
        assert_eq!(Rupiah(1_250_000).to_string(), "Rp1.250.000");
        assert_eq!(Rupiah(-500).to_string(), "-Rp500");
        assert_eq!(Rupiah(0).to_string(), "Rp0");
    }

    #[rstest::rstest]
    #[case("1850000", Some(1_850_000))]
    #[case("Rp 1.850.000", Some(1_850_000))]
    #[case("Rp. 18.500,-", Some(18_500))]
    #[case("Rp1.850.000,00", Some(1_850_000))]
    #[case("1.85", None)]
    #[case("1850.000", None)]
    #[case("satu juta", None)]
    #[case("", None)]
    #[case("-5", None)]
    fn typed_amounts_are_read_or_refused_but_never_guessed(
        #[case] text: &str,
        #[case] expected: Option<i64>,
    ) {
        assert_eq!(Rupiah::parse(text), expected.map(Rupiah));
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(amount in 0..i64::MAX) {
            assert_eq!(Rupiah::parse(&Rupiah(amount).to_string()), Some(Rupiah(amount)));
        }
    }
}
