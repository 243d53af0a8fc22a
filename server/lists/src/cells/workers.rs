//! How many people work in a business.

use super::{Content, Read, runs};
use crate::{code::Code, words};

/// What a cell counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All together, where the cell says so.
    pub total: Option<u32>,
    /// Men.
    pub men: Option<u32>,
    /// Women.
    pub women: Option<u32>,
}

/// A number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Workers {
    /// How many.
    pub number: u32,
    /// A total and its parts differ.
    pub conflict: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Token {
    Number(u32),
    Men,
    Women,
}

/// Words that change nothing.
const FILLERS: &[&str] = &[
    "org", "orang", "termasuk", "pemilik", "tenaga", "kerja", "dan", "sendiri",
];

/// Reads `2`, `2 org (1L 1P)`, `1 L / 2 P`, `4 (termasuk pemilik)`, `sendiri`.
pub fn read(content: Content<'_>) -> Read<Count> {
    let count = match content {
        Content::Number(number) => whole(number).map(|total| Count {
            total: Some(total),
            ..Count::default()
        }),
        Content::Text(text) => tokens(&text.to_lowercase()).and_then(|tokens| count(&tokens)),
    };
    count.map(Some).ok_or(Code::WorkersInvalid)
}

/// The total counts before its parts; of the parts, an empty one counts as none.
pub fn settle(count: Count) -> Option<Workers> {
    let parts = (count.men.is_some() || count.women.is_some()).then(|| {
        count
            .men
            .unwrap_or(0)
            .saturating_add(count.women.unwrap_or(0))
    });
    let number = count.total.or(parts)?;
    Some(Workers {
        number,
        conflict: parts.is_some_and(|parts| parts != number),
    })
}

fn whole(number: f64) -> Option<u32> {
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number))
        .then_some(number as u32)
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let marks = |letter: char| {
        letter.is_alphanumeric() || letter.is_whitespace() || "(),/;.:=&".contains(letter)
    };
    let text = &text.replace("laki-laki", "l");
    if !text.chars().all(marks) {
        return None;
    }
    let mut tokens = Vec::new();
    for run in runs(text) {
        match run {
            "l" | "lk" | "laki" | "pria" => tokens.push(Token::Men),
            "p" | "pr" | "perempuan" | "wanita" => tokens.push(Token::Women),
            "sendiri" if words::digits(text).is_empty() => tokens.push(Token::Number(1)),
            filler if FILLERS.contains(&filler) => {}
            number => tokens.push(Token::Number(number.parse().ok()?)),
        }
    }
    Some(tokens)
}

/// A number belongs to the letter after it (`2L 1P`), or before it when the cell begins with a letter (`L 2, P 1`).
fn count(tokens: &[Token]) -> Option<Count> {
    let mut count = Count::default();
    let mut rest = tokens;
    loop {
        let (slot, number) = match rest {
            [] => break,
            [Token::Number(number), Token::Men, ..] => (&mut count.men, *number),
            [Token::Number(number), Token::Women, ..] => (&mut count.women, *number),
            [Token::Men, Token::Number(number), ..] => (&mut count.men, *number),
            [Token::Women, Token::Number(number), ..] => (&mut count.women, *number),
            [Token::Number(number), ..] => (&mut count.total, *number),
            _ => return None,
        };
        if slot.replace(number).is_some() {
            return None;
        }
        let paired = matches!(
            rest,
            [Token::Number(_), Token::Men | Token::Women, ..] | [Token::Men | Token::Women, ..]
        );
        rest = &rest[if paired { 2 } else { 1 }..];
    }
    settle(count).map(|_| count)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn number(text: &str) -> Result<Option<(u32, bool)>, Code> {
        let count = read(Content::Text(text))?.and_then(settle);
        Ok(count.map(|workers| (workers.number, workers.conflict)))
    }

    #[rstest]
    #[case("2", 2)]
    #[case("2 org", 2)]
    #[case("2 org (1L 1P)", 2)]
    #[case("3 orang (2L, 1P)", 3)]
    #[case("1 L / 2 P", 3)]
    #[case("L: 1, P: 2", 3)]
    #[case("1 laki-laki, 2 perempuan", 3)]
    #[case("4 (termasuk pemilik)", 4)]
    #[case("Sendiri", 1)]
    #[case("1 (sendiri)", 1)]
    fn people_are_counted(#[case] text: &str, #[case] people: u32) {
        assert_eq!(number(text), Ok(Some((people, false))));
    }

    #[rstest]
    #[case("banyak")]
    #[case("2-3 org")]
    #[case("tidak tetap")]
    #[case("2 3")]
    #[case("2 + pemilik")]
    fn words_and_ranges_count_nobody(#[case] text: &str) {
        assert_eq!(number(text), Err(Code::WorkersInvalid));
    }

    #[test]
    fn the_total_counts_against_its_parts() {
        assert_eq!(number("2 org (2L 1P)"), Ok(Some((2, true))));
    }
}
