//! Halal certificates.

use super::Content;
use crate::words;

/// Where a business stands on its way to a halal certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Halal {
    /// It has one.
    Yes,
    /// It has none.
    No,
    /// It has applied.
    Process,
}

impl Halal {
    /// The word of reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Process => "process",
        }
    }
}

/// Words and what they answer; the first that a cell holds decides: `sedang proses`, `belum punya`.
const ANSWERS: &[(Halal, &[&str])] = &[
    (Halal::Process, &["proses"]),
    (Halal::No, &["belum", "blm", "tidak", "tdk", "no", "false"]),
    (
        Halal::Yes,
        &[
            "ada", "sudah", "sdh", "ya", "v", "punya", "yes", "true", "√", "✓", "✔",
        ],
    ),
];

/// Digits of a certificate's number, at the least.
const CERTIFICATE: usize = 8;

/// What a cell answers; a certificate's number answers yes.
pub fn read(content: Content<'_>) -> Option<Halal> {
    let Content::Text(text) = content else {
        return None;
    };
    let mut answer = words::words(text);
    answer.push(text.to_owned());
    let certificate = words::digits(text).len() >= CERTIFICATE;
    crate::header::vocabulary::listed(ANSWERS, &answer).or(certificate.then_some(Halal::Yes))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("ada", Some(Halal::Yes))]
    #[case("Sudah punya", Some(Halal::Yes))]
    #[case("✓", Some(Halal::Yes))]
    #[case("ID99110000099990123", Some(Halal::Yes))]
    #[case("belum", Some(Halal::No))]
    #[case("belum punya", Some(Halal::No))]
    #[case("sedang proses", Some(Halal::Process))]
    #[case("entah", None)]
    fn a_certificate_is_had_or_not(#[case] text: &str, #[case] halal: Option<Halal>) {
        assert_eq!(read(Content::Text(text)), halal);
    }
}
