//! Lines of business by their five-digit code (KBLI).

use std::{collections::HashSet, fmt};

use super::{Content, Read};
use crate::code::Code;

/// A five-digit code of the classification.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KbliCode(String);

impl KbliCode {
    /// Its five digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KbliCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The five-digit codes that exist. While none is known, any five digits stand.
#[derive(Clone, Debug, Default)]
pub struct Kbli {
    codes: HashSet<String>,
}

impl FromIterator<String> for Kbli {
    fn from_iter<T: IntoIterator<Item = String>>(codes: T) -> Self {
        Self {
            codes: codes.into_iter().collect(),
        }
    }
}

impl Kbli {
    /// The first existing code of a cell. Words alone say nothing; digits that are no code are wrong.
    pub fn read(&self, content: Content<'_>) -> Read<KbliCode> {
        let text = match content {
            Content::Number(number) => number.to_string(),
            Content::Text(text) => text.to_owned(),
        };
        let mut numbers = text
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|run| !run.is_empty())
            .peekable();
        if numbers.peek().is_none() {
            return Ok(None);
        }
        let code = numbers
            .find(|run| self.exists(run))
            .ok_or(Code::KbliInvalid)?;
        Ok(Some(KbliCode(code.to_owned())))
    }

    fn exists(&self, code: &str) -> bool {
        code.len() == 5 && (self.codes.is_empty() || self.codes.contains(code))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::label("KBLI 13122", Ok(Some("13122")))]
    #[case::first_that_exists("99999 / 13122", Ok(Some("13122")))]
    #[case::words("Tenun", Ok(None))]
    #[case::no_code("99999", Err(Code::KbliInvalid))]
    #[case::group("1312", Err(Code::KbliInvalid))]
    fn a_code_must_exist(#[case] text: &str, #[case] code: Result<Option<&str>, Code>) {
        let known = Kbli::from_iter(["13122".to_owned()]);
        let read = known.read(Content::Text(text));
        assert_eq!(
            read.as_ref()
                .map(|code| code.as_ref().map(KbliCode::as_str)),
            code.as_ref().copied()
        );
    }

    #[test]
    fn while_no_code_is_known_any_five_digits_stand() {
        let read = Kbli::default().read(Content::Number(99_999.0));
        assert_eq!(read, Ok(Some(KbliCode("99999".to_owned()))));
    }
}
