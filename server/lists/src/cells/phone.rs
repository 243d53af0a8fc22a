//! Telephone numbers.

use std::fmt;

use super::{Content, numbers};
use crate::words;

/// A number that can be called from anywhere: `+62` and the national number (E.164).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// With `+` and the country's code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The numbers of one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phones {
    /// In the order written, each once.
    pub numbers: Vec<Phone>,
    /// Something beside them is no number.
    pub unread: bool,
}

const LABELS: &[&str] = &[
    "wa", "whatsapp", "hp", "telp", "tlp", "tel", "telepon", "telpon", "no",
];

/// Digits of a mobile number after the country's code, its 8 among them.
const MOBILE: std::ops::RangeInclusive<usize> = 9..=12;
/// Digits of a landline's area code and number.
const LANDLINE: std::ops::RangeInclusive<usize> = 8..=11;

/// Reads the numbers of a cell, parted by `/ , ; &`, a line break or `atau`.
pub fn read(content: Content<'_>) -> Phones {
    let text = match content {
        Content::Text(text) => text.to_lowercase().replace("atau", "/"),
        Content::Number(number) => format!("{number:.0}"),
    };
    let mut phones = Phones::default();
    for piece in text.split(['/', ';', '&', '\n']) {
        if numbers::is_rounded(piece) {
            phones.unread = true;
            continue;
        }
        for piece in piece.split(',').filter(|piece| !words::says_nothing(piece)) {
            match one(piece) {
                Some(phone) if phones.numbers.contains(&phone) => {}
                Some(phone) => phones.numbers.push(phone),
                None => phones.unread = true,
            }
        }
    }
    phones
}

/// One number: `08…`, `628…`, `+62 8…`, `+62 08…`, `8…`, or a landline with its area code.
fn one(piece: &str) -> Option<Phone> {
    let unlabelled = super::runs(piece)
        .into_iter()
        .filter(|run| run.starts_with(char::is_alphabetic))
        .all(|word| LABELS.contains(&word));
    let marks = |letter: char| {
        letter.is_ascii_digit() || letter.is_alphabetic() || " .-–()+:".contains(letter)
    };
    if !unlabelled || !piece.chars().all(marks) {
        return None;
    }
    let digits = words::digits(piece);
    let (national, complete) = match digits.as_str() {
        abroad if abroad.starts_with("62") => {
            (abroad[2..].strip_prefix('0').unwrap_or(&abroad[2..]), true)
        }
        home if home.starts_with('0') => (&home[1..], true),
        bare => (bare, false),
    };
    let fits = match national.bytes().next()? {
        b'8' => MOBILE.contains(&national.len()),
        b'2'..=b'9' => complete && LANDLINE.contains(&national.len()),
        _ => false,
    };
    fits.then(|| Phone(format!("+62{national}")))
}
