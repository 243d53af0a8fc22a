//! How text is cleaned and compared.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What offices write into a cell that has nothing to say; compared without capitals.
const NOTHING: &[&str] = &[
    "n/a",
    "nihil",
    "tidak ada",
    "tdk ada",
    "belum ada",
    "blm ada",
];

/// Text as a cell says it: any run of spaces is one space, outer spaces and one leading apostrophe go. Line breaks stay.
pub fn clean(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix('\'').unwrap_or(text);
    let lines = text.lines().map(spaced).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The same on one line.
pub fn one_line(text: &str) -> String {
    spaced(text)
}

fn spaced(text: &str) -> String {
    let visible = text.nfc().filter(|letter| !invisible(*letter));
    let visible: String = visible.collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn invisible(letter: char) -> bool {
    matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{ad}')
        || (letter.is_control() && !letter.is_whitespace())
}

/// Whether a cell says nothing: blank, a dash, dots, a question mark, `n/a`, `belum ada` ….
pub fn says_nothing(text: &str) -> bool {
    let marks = |letter: char| letter.is_whitespace() || "-–—.…?_".contains(letter);
    text.chars().all(marks) || NOTHING.contains(&text.to_lowercase().as_str())
}

/// Lower-case words of letters and digits, without accents; anything else parts them.
pub fn words(text: &str) -> Vec<String> {
    let plain = plain(text);
    let words = plain.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Lower-case letters and digits alone: what is left of a name when spaces and marks do not count.
pub fn key(text: &str) -> String {
    let mut plain = plain(text);
    plain.retain(char::is_alphanumeric);
    plain
}

fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let bare = text.nfkd().filter(|letter| !is_combining_mark(*letter));
    bare.collect::<String>().to_lowercase()
}

/// The digits of a text.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("  Lale \u{a0}\u{a0} Sukarara ", "Lale Sukarara")]
    #[case("'0812", "0812")]
    #[case("satu \r\n dua", "satu\ndua")]
    fn spaces_and_an_apostrophe_go(#[case] raw: &str, #[case] text: &str) {
        assert_eq!(clean(raw), text);
    }

    #[rstest]
    #[case("-", true)]
    #[case("–", true)]
    #[case("...", true)]
    #[case("N/A", true)]
    #[case("Belum ada", true)]
    #[case("TDK ADA", true)]
    #[case("belum", false)]
    #[case("0", false)]
    fn some_words_say_nothing(#[case] text: &str, #[case] nothing: bool) {
        assert_eq!(says_nothing(text), nothing);
    }
}
