//! Whether two names are the same name, written differently.

use strsim::levenshtein;

use crate::words;

/// A name as it is compared: its words without titles, shortened words written out, spelling evened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    words: Vec<String>,
}

/// Titles before an owner's name.
const TITLES: &[&str] = &[
    "h", "hj", "haji", "hajjah", "bapak", "bpk", "ibu", "sdr", "sdri", "drs", "dra", "ir", "dr",
    "ust", "ustadz",
];

/// Given names and titles of birth by their abbreviations.
const SHORT_NAMES: &[(&str, &str)] = &[
    ("m", "muhammad"),
    ("muh", "muhammad"),
    ("moh", "muhammad"),
    ("mohd", "muhammad"),
    ("moch", "muhammad"),
    ("mohamad", "muhammad"),
    ("mohammad", "muhammad"),
    ("mochamad", "muhammad"),
    ("mochammad", "muhammad"),
    ("muhamad", "muhammad"),
    ("l", "lalu"),
    ("b", "baiq"),
    ("bq", "baiq"),
    ("abd", "abdul"),
    ("ach", "ahmad"),
    ("akh", "ahmad"),
    ("st", "siti"),
    ("md", "made"),
    ("kt", "ketut"),
    ("wy", "wayan"),
    ("nym", "nyoman"),
    ("pt", "putu"),
    ("kd", "kadek"),
    ("km", "komang"),
    ("gd", "gede"),
];

/// Legal forms and words that any business may bear.
const FORMS: &[&str] = &[
    "ud", "cv", "pt", "pd", "fa", "kub", "kwt", "toko", "tk", "usaha",
];

/// Words of business names by their abbreviations.
const SHORT_WORDS: &[(&str, &str)] = &[
    ("wrg", "warung"),
    ("rm", "rumahmakan"),
    ("tb", "bangunan"),
    ("bu", "ibu"),
    ("pak", "bapak"),
];

/// Old and lax spelling, and how it is evened out, one after the other.
const SPELLINGS: &[(&str, &str)] = &[
    ("y", "i"),
    ("oe", "u"),
    ("oo", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("sj", "si"),
    ("nj", "ni"),
    ("ie", "i"),
    ("ae", "ai"),
    ("kh", "h"),
    ("ch", "h"),
    ("dh", "d"),
    ("th", "t"),
    ("q", "k"),
    ("v", "f"),
    ("z", "j"),
];

impl Name {
    /// A person's name.
    pub fn owner(name: &str) -> Self {
        let words = words::words(&name.replace(['\'', '’', '`'], ""));
        let untitled = words
            .iter()
            .filter(|word| !TITLES.contains(&word.as_str()))
            .map(|word| written_out(SHORT_NAMES, word));
        Self::of(untitled.collect())
    }

    /// A business's name, legal form or Toko/Usaha aside.
    pub fn business(name: &str) -> Self {
        let words = words::words(&name.replace(['\'', '’', '`'], ""));
        let bare = words
            .iter()
            .filter(|word| !FORMS.contains(&word.as_str()))
            .map(|word| written_out(SHORT_WORDS, word));
        let bare: Vec<&str> = bare.collect();
        Self::of(if bare.is_empty() {
            words.iter().map(String::as_str).collect()
        } else {
            bare
        })
    }

    fn of(words: Vec<&str>) -> Self {
        Self {
            words: words.into_iter().map(evened).collect(),
        }
    }

    /// Whether both are one name but for a letter or two: words one by one, or all as one word (`Nur Hayati`).
    pub fn is_alike(&self, other: &Self) -> bool {
        const WRONG_LETTERS: usize = 2;
        if self.words.is_empty() || other.words.is_empty() {
            return false;
        }
        if self.words.len() != other.words.len() {
            return levenshtein_within(&self.words.concat(), &other.words.concat(), 1).is_some();
        }
        let mut left = WRONG_LETTERS;
        self.words.iter().zip(&other.words).all(|(one, another)| {
            let wrong = wrong_letters(one, another).filter(|wrong| *wrong <= left);
            left -= wrong.unwrap_or(0);
            wrong.is_some()
        })
    }

    /// What survives a wrong vowel, for each word: to look candidates up by.
    pub fn skeletons(&self) -> impl Iterator<Item = String> {
        self.words.iter().map(|word| {
            let vowel = |letter: char| "aiueo".contains(letter);
            word.chars()
                .enumerate()
                .filter(|(at, letter)| *at == 0 || !vowel(*letter))
                .map(|(_, letter)| letter)
                .collect()
        })
    }
}

/// Letters by which two words differ, if they may be one word. Short words must be equal; an initial stands for its word.
fn wrong_letters(one: &str, other: &str) -> Option<usize> {
    if one == other {
        return Some(0);
    }
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    if initial(one, other) || initial(other, one) {
        return Some(0);
    }
    let allowed = match one.len().min(other.len()) {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    levenshtein_within(one, other, allowed)
}

fn levenshtein_within(one: &str, other: &str, most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    Some(levenshtein(one, other)).filter(|wrong| *wrong <= most)
}

fn written_out<'a>(table: &[(&'a str, &'a str)], word: &'a str) -> &'a str {
    table
        .iter()
        .find(|(short, _)| *short == word)
        .map_or(word, |(_, full)| full)
}

fn evened(word: &str) -> String {
    let mut even = word.to_owned();
    for (old, new) in SPELLINGS {
        if even.contains(old) {
            even = even.replace(old, new);
        }
    }
    let mut letters: Vec<char> = even.chars().collect();
    letters.dedup();
    if letters.len() > 3 && letters.last() == Some(&'h') {
        letters.pop();
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::title("Hj. Siti Aminah", "Siti Aminah")]
    #[case::muhammad("M. Taufik Hidayat", "Muhammad Taufik Hidayat")]
    #[case::lalu("L. Taufik", "Lalu Taufik")]
    #[case::baiq("Bq. Halimah", "Baeq Halimah")]
    #[case::made("I Md. Arta", "I Made Arta")]
    #[case::old_spelling("Djoemahir", "Jumahir")]
    #[case::ie("Hartieni Wati", "Hartini Watie")]
    #[case::a_letter("Saodah Lestari", "Saodah Lestary")]
    #[case::one_word_or_two("Nur Hayati", "Nurhayati")]
    fn one_person_is_written_in_many_ways(#[case] one: &str, #[case] other: &str) {
        assert!(Name::owner(one).is_alike(&Name::owner(other)));
    }

    #[rstest]
    #[case("Siti Aminah", "Siti Halimah")]
    #[case("Lalu Taufik", "Lalu Taufik Hidayat")]
    #[case("Nur Hayati", "Nur Hidayati")]
    fn others_are_others(#[case] one: &str, #[case] other: &str) {
        assert!(!Name::owner(one).is_alike(&Name::owner(other)));
    }

    #[rstest]
    #[case("UD. Tenun Lale", "Tenun Lale", true)]
    #[case("Toko Mawar", "Usaha Mawar", true)]
    #[case("Songket Lale", "Sonket Lale", true)]
    #[case("Warung Al-Ikhlas", "Wrg. Al Ikhlas", true)]
    #[case("Tahu Sari", "Tape Sari", false)]
    #[case("Tenun Lale", "Kopi Lale", false)]
    fn another_kind_of_business_is_another(
        #[case] one: &str,
        #[case] other: &str,
        #[case] alike: bool,
    ) {
        assert_eq!(Name::business(one).is_alike(&Name::business(other)), alike);
    }
}
