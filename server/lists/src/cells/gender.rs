//! The owner's gender.

use super::Content;
use crate::words;

/// Of the owner, as lists give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Laki-laki.
    Man,
    /// Perempuan.
    Woman,
}

impl Gender {
    /// The letter of reports and lists.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Man => "L",
            Self::Woman => "P",
        }
    }
}

/// What a cell says. `L/P` is the form's own text: not filled in.
pub fn read(content: Content<'_>) -> Option<Gender> {
    let Content::Text(text) = content else {
        return None;
    };
    match words::key(text).as_str() {
        "l" | "lk" | "laki" | "lakilaki" | "pria" => Some(Gender::Man),
        "p" | "pr" | "perempuan" | "wanita" => Some(Gender::Woman),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("l", Some(Gender::Man))]
    #[case("LAKI-LAKI", Some(Gender::Man))]
    #[case("Pr", Some(Gender::Woman))]
    #[case("Wanita", Some(Gender::Woman))]
    #[case("L/P", None)]
    fn the_forms_own_text_is_no_answer(#[case] text: &str, #[case] gender: Option<Gender>) {
        assert_eq!(read(Content::Text(text)), gender);
    }
}
