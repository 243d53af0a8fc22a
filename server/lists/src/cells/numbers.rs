//! Numbers that name something: the licence (NIB) and the identity card (NIK).

use std::fmt;

use super::{Content, Read};
use crate::code::Code;

/// The number of a business licence: 13 digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nib(String);

/// The number of an identity card: 16 digits. It is personal: it has no `Display`, and `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Nik(String);

impl Nib {
    /// Its 13 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Nib {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nik {
    /// Its 16 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nik(…)")
    }
}

/// Words by which a cell says that there is no licence yet.
const NO_LICENCE: &[&str] = &[
    "proses",
    "dlm proses",
    "dalam proses",
    "sedang proses",
    "belum",
    "blm",
    "belum punya",
    "blm punya",
    "tidak punya",
    "tdk punya",
];

/// 13 digits, whatever spaces and dots part them. A number cell of 13 digits is exact.
pub fn nib(content: Content<'_>) -> Read<Nib> {
    let digits = match content {
        Content::Number(number) => format!("{number:.0}"),
        Content::Text(text) if NO_LICENCE.contains(&text.to_lowercase().as_str()) => {
            return Ok(None);
        }
        Content::Text(text) if is_rounded(text) => return Err(Code::NibLossy),
        Content::Text(text) => joined(&text.to_lowercase().replace("nib", "").replace(':', "")),
    };
    named(digits, 13)
        .map(|digits| Some(Nib(digits)))
        .ok_or(Code::NibInvalid)
}

/// 16 digits as text. A number cell has lost the last ones.
pub fn nik(content: Content<'_>) -> Read<Nik> {
    let digits = match content {
        Content::Number(_) => return Err(Code::NikLossy),
        Content::Text(text) if is_rounded(text) => return Err(Code::NikLossy),
        Content::Text(text) => joined(&text.to_lowercase().replace("nik", "").replace(':', "")),
    };
    named(digits, 16)
        .map(|digits| Some(Nik(digits)))
        .ok_or(Code::NikInvalid)
}

fn joined(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '.')
        .collect()
}

fn named(digits: String, length: usize) -> Option<String> {
    (digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// Whether a program wrote a long number as `9,90012E+12`: its last digits are lost.
pub fn is_rounded(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let Some((mantissa, exponent)) = text.split_once("e+") else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(&mantissa.replacen([',', '.'], "", 1)) && digits(exponent)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn licence(text: &str) -> Result<Option<String>, Code> {
        nib(Content::Text(text)).map(|nib| nib.map(|nib| nib.to_string()))
    }

    #[rstest]
    #[case("9900123456789")]
    #[case("9900 1234 56789")]
    #[case("9900.1234.56789")]
    #[case("NIB 9900123456789")]
    fn a_licence_has_thirteen_digits(#[case] text: &str) {
        assert_eq!(licence(text), Ok(Some("9900123456789".to_owned())));
    }

    #[rstest]
    #[case("990012345678", Code::NibInvalid)]
    #[case("99001234567890", Code::NibInvalid)]
    #[case("9,90012E+12", Code::NibLossy)]
    fn a_licence_is_never_mended(#[case] text: &str, #[case] code: Code) {
        assert_eq!(licence(text), Err(code));
    }

    #[test]
    fn a_licence_applied_for_is_none() {
        assert_eq!(licence("dlm proses"), Ok(None));
    }

    #[test]
    fn a_number_cell_holds_thirteen_digits_but_not_sixteen() {
        let nib = nib(Content::Number(9_900_123_456_789.0));
        assert_eq!(nib, Ok(Some(Nib("9900123456789".to_owned()))));
        assert_eq!(nik(Content::Number(9.912345e15)), Err(Code::NikLossy));
    }

    #[rstest]
    #[case("991234 567890 1234", Ok(()))]
    #[case("99123456789012", Err(Code::NikInvalid))]
    #[case("9,91234E+15", Err(Code::NikLossy))]
    fn an_identity_card_has_sixteen_digits(#[case] text: &str, #[case] read: Result<(), Code>) {
        assert_eq!(nik(Content::Text(text)).map(|_| ()), read);
    }

    #[test]
    fn an_identity_card_is_not_shown_by_mistake() {
        let nik = nik(Content::Text("9912345678901234"));
        assert_eq!(format!("{nik:?}"), "Ok(Some(Nik(…)))");
    }
}
