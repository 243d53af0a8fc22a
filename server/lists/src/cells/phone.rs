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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn numbers(text: &str) -> (Vec<String>, bool) {
        let phones = read(Content::Text(text));
        let numbers = phones.numbers.iter().map(Phone::to_string).collect();
        (numbers, phones.unread)
    }

    #[rstest]
    #[case::as_dialled("0812-0000-4321", "+6281200004321")]
    #[case::without_plus("6281200004321", "+6281200004321")]
    #[case::from_abroad("(+62) 812.0000.4321", "+6281200004321")]
    #[case::with_both("+62 0812 0000 4321", "+6281200004321")]
    #[case::zero_lost("81200004321", "+6281200004321")]
    #[case::labelled("WA 081200004321", "+6281200004321")]
    #[case::labelled_after("081200004321 (WA)", "+6281200004321")]
    #[case::shortest("0812-0000-12", "+62812000012")]
    #[case::longest("0812-0000-43210", "+62812000043210")]
    #[case::landline("Telp. (0370) 600044", "+62370600044")]
    #[case::landline_from_abroad("+62 370 600044", "+62370600044")]
    fn a_number_is_written_so_that_anybody_can_call_it(#[case] text: &str, #[case] number: &str) {
        assert_eq!(numbers(text), (vec![number.to_owned()], false));
    }

    #[rstest]
    #[case::too_short("0812-0000")]
    #[case::too_long("0812-0000-432100")]
    #[case::letters("O812-OOOO-4321")]
    #[case::placeholder("0812-0000-xxxx")]
    #[case::rounded("8,12E+10")]
    #[case::no_area_code("600044")]
    #[case::words("lupa")]
    fn what_is_no_number_is_dropped(#[case] text: &str) {
        assert_eq!(numbers(text), (vec![], true));
    }

    #[rstest]
    #[case("081200004321 / 0370-600044")]
    #[case("081200004321; 0370600044")]
    #[case("081200004321, (0370) 600044")]
    #[case("081200004321 & 0370600044")]
    #[case("081200004321\n0370600044")]
    #[case("081200004321 atau 0370600044")]
    #[case("081200004321 / 0370600044 / 0812 0000 4321")]
    fn several_numbers_keep_their_order(#[case] text: &str) {
        let both = vec!["+6281200004321".to_owned(), "+62370600044".to_owned()];
        assert_eq!(numbers(text), (both, false));
    }

    #[test]
    fn the_good_number_beside_a_bad_one_is_kept() {
        assert_eq!(
            numbers("081200004321 / 08110000"),
            (vec!["+6281200004321".to_owned()], true)
        );
    }

    #[test]
    fn a_number_cell_has_lost_its_zero() {
        let phones = read(Content::Number(81_200_004_321.0));
        assert_eq!(phones.numbers[0].as_str(), "+6281200004321");
    }

    proptest! {
        #[test]
        fn every_mobile_number_survives_every_way_of_writing_it(digits in "8[0-9]{8,11}", way in 0..5_usize) {
            let written = [
                format!("0{digits}"),
                format!("62{digits}"),
                format!("+62 {digits}"),
                format!("(+62) 0{}-{}", &digits[..3], &digits[3..]),
                digits.clone(),
            ];
            let (numbers, unread) = numbers(&written[way]);
            prop_assert_eq!(numbers, vec![format!("+62{digits}")]);
            prop_assert!(!unread);
        }
    }
}
