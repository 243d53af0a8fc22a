//! How names of places are shortened.

use super::Kind;

/// Regencies of the pilots by what everybody calls them.
const SHORT: &[(&str, &str)] = &[
    ("lobar", "lombokbarat"),
    ("loteng", "lomboktengah"),
    ("lotim", "lomboktimur"),
    ("klu", "lombokutara"),
    ("ksb", "sumbawabarat"),
];

/// Provinces by what everybody calls them.
const SHORT_PROVINCES: &[(&str, &str)] = &[
    ("ntb", "nusatenggarabarat"),
    ("ntt", "nusatenggaratimur"),
    ("jabar", "jawabarat"),
    ("jateng", "jawatengah"),
    ("jatim", "jawatimur"),
    ("sumut", "sumaterautara"),
    ("sumbar", "sumaterabarat"),
    ("sumsel", "sumateraselatan"),
    ("kalbar", "kalimantanbarat"),
    ("kalteng", "kalimantantengah"),
    ("kalsel", "kalimantanselatan"),
    ("kaltim", "kalimantantimur"),
    ("kaltara", "kalimantanutara"),
    ("sulut", "sulawesiutara"),
    ("sulteng", "sulawesitengah"),
    ("sulsel", "sulawesiselatan"),
    ("sultra", "sulawesitenggara"),
    ("sulbar", "sulawesibarat"),
];

const DIRECTIONS: &[(&str, &str)] = &[
    ("brt", "barat"),
    ("tmr", "timur"),
    ("tgh", "tengah"),
    ("utr", "utara"),
    ("slt", "selatan"),
];

const KINDS: &[(&str, Kind)] = &[
    ("kabupaten", Kind::Kabupaten),
    ("kab", Kind::Kabupaten),
    ("kota", Kind::Kota),
    ("kotamadya", Kind::Kota),
    ("kodya", Kind::Kota),
];

/// The kind that a regency's words begin with, and the other words.
pub fn kind_first(words: &[String]) -> (Option<Kind>, &[String]) {
    let [first, rest @ ..] = words else {
        return (None, words);
    };
    match KINDS.iter().find(|(word, _)| word == first) {
        Some((_, kind)) => (
            Some(*kind),
            rest.strip_prefix(&["administrasi".to_owned()])
                .unwrap_or(rest),
        ),
        None => (None, words),
    }
}

/// Words as one, shortened directions written out: offices part `Batu Layar` or do not.
pub fn key(words: &[String]) -> String {
    words
        .iter()
        .map(|word| looked_up(DIRECTIONS, word))
        .collect()
}

/// The same with a space between words.
pub fn spaced(words: &[String]) -> String {
    let words: Vec<&str> = words
        .iter()
        .map(|word| looked_up(DIRECTIONS, word))
        .collect();
    words.join(" ")
}

/// A regency's name for what everybody calls it.
pub fn full(key: &str) -> String {
    looked_up(SHORT, key).to_owned()
}

/// A province's name for what everybody calls it.
pub fn full_province(key: &str) -> String {
    looked_up(SHORT_PROVINCES, key).to_owned()
}

fn looked_up<'a>(table: &'a [(&str, &str)], word: &'a str) -> &'a str {
    table
        .iter()
        .find(|(short, _)| *short == word)
        .map_or(word, |(_, full)| full)
}
