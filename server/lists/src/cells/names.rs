//! Names of owners and businesses, written as names are written.

use crate::words;

const BEFORE: &[&str] = &["bapak", "bpk", "ibu", "sdr", "sdri"];

/// Degrees without their dots. They stand after a name, and go.
const DEGREES: &[&str] = &[
    "spd", "spdi", "se", "sh", "sp", "st", "sip", "si", "ssi", "sag", "sos", "ssos", "skom",
    "skep", "skm", "spt", "spi", "sst", "shi", "sei", "sfarm", "sgz", "spsi", "stp", "sthut",
    "skel", "ssn", "sak", "amd", "amdkeb", "amdkep", "amak", "ama", "apt", "mm", "mh", "mpd",
    "mpdi", "msi", "mkom", "mkes", "mt", "mp", "mba", "ma", "mag", "msc", "mak", "mhum", "msos",
    "map", "phd", "dr", "ners", "ns",
];

const UNLIKE_NAMES: &[&str] = &["SE", "SH", "ST", "SP", "MM", "MH"];

/// Words of business names that are abbreviations and stay capital.
const CAPITAL: &[&str] = &["ud", "cv", "pt", "tb", "rm", "kub", "kwt", "pkk"];

/// An owner's name: without titles of address before and degrees after; `H.` and `Hj.` stay.
pub fn owner(text: &str) -> Option<String> {
    let named = without_degrees(without_address(text));
    says_something(written(named, &[]))
}

/// A business's name without outer quotation marks. Nothing is expanded.
pub fn business(text: &str) -> Option<String> {
    let mut named = text.trim();
    while let Some(inner) = unquoted(named) {
        named = inner.trim();
    }
    says_something(written(named, CAPITAL))
}

fn unquoted(text: &str) -> Option<&str> {
    const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»', '\'', '‘', '’'];
    text.strip_prefix(QUOTES)?.strip_suffix(QUOTES)
}

fn says_something(name: String) -> Option<String> {
    (!words::says_nothing(&name)).then_some(name)
}

fn without_address(text: &str) -> &str {
    let Some((first, rest)) = text.split_once([' ', '.']) else {
        return text;
    };
    let rest = rest.trim_start_matches([' ', '.']);
    if BEFORE.contains(&first.to_lowercase().as_str()) && !rest.is_empty() {
        without_address(rest)
    } else {
        text
    }
}

/// Degrees follow a comma, or are the last word and have dots, are capital beside small letters, or are like no name.
fn without_degrees(text: &str) -> &str {
    let text = text.trim_end_matches([',', ' ']);
    let degree = |at: &usize| DEGREES.contains(&words::key(&text[at + 1..]).as_str());
    let stands_out = |at: &usize| {
        let word = &text[at + 1..];
        let capital = word == word.to_uppercase();
        word.contains('.')
            || (capital && (text != text.to_uppercase() || UNLIKE_NAMES.contains(&word)))
    };
    let comma = text.rfind(',').filter(degree);
    let cut = comma.or_else(|| text.rfind(' ').filter(degree).filter(stands_out));
    cut.map_or(text, |at| without_degrees(&text[..at]))
}

/// A name all in capitals or all in small letters gets a capital for each word; mixed writing stays as typed.
fn written(name: &str, capital: &[&str]) -> String {
    let mixed = name.chars().any(char::is_uppercase) && name.chars().any(char::is_lowercase);
    if mixed {
        return name.to_owned();
    }
    let words = name.split(' ').map(|word| {
        let plain = words::key(word);
        if capital.contains(&plain.as_str()) || (!capital.is_empty() && is_roman(&plain)) {
            word.to_uppercase()
        } else {
            capitalised(word)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// After a hyphen, a dot or a bracket too, not after an apostrophe: `Al-Ikhlas`, `Ma'ruf`.
fn capitalised(word: &str) -> String {
    let mut begins = true;
    let mut name = String::with_capacity(word.len());
    for letter in word.chars() {
        if begins {
            name.extend(letter.to_uppercase());
        } else {
            name.extend(letter.to_lowercase());
        }
        begins = !letter.is_alphanumeric() && !"'’‘`´".contains(letter);
    }
    name
}

/// Roman numerals as branches are counted by: 1–39.
fn is_roman(word: &str) -> bool {
    let ones = word.trim_start_matches('x');
    let tens = word.len() - ones.len();
    !word.is_empty()
        && tens <= 3
        && ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].contains(&ones)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::capitals("LALE SUKARARA", "Lale Sukarara")]
    #[case::small("lale sukarara", "Lale Sukarara")]
    #[case::mixed_stays("M. lale Sukarara", "M. lale Sukarara")]
    #[case::apostrophe("LALU MA'RUF", "Lalu Ma'ruf")]
    #[case::hyphen("SITI NUR-AINI", "Siti Nur-Aini")]
    #[case::address_goes("Bpk. LALU ANWAR", "Lalu Anwar")]
    #[case::pilgrims_stay("HJ. SITI AMINAH", "Hj. Siti Aminah")]
    #[case::degree_goes("SITI AMINAH, S.Pd", "Siti Aminah")]
    #[case::degrees_go("Siti Aminah, S.E., M.M.", "Siti Aminah")]
    #[case::without_comma("Siti Aminah S.Pd.", "Siti Aminah")]
    #[case::without_dots("Siti Aminah SE", "Siti Aminah")]
    #[case::capital_without_dots("SITI AMINAH SH", "Siti Aminah")]
    fn an_owner_is_written_as_a_name(#[case] text: &str, #[case] name: &str) {
        assert_eq!(owner(text).as_deref(), Some(name));
    }

    #[rstest]
    #[case::quoted("“Tenun Lale”", "Tenun Lale")]
    #[case::quoted_twice("\"“Tenun Lale”\"", "Tenun Lale")]
    #[case::quoted_within("Warung \"Lale\"", "Warung \"Lale\"")]
    #[case::legal_form("UD. TENUN LALE", "UD. Tenun Lale")]
    #[case::small_legal_form("cv tenun lale", "CV Tenun Lale")]
    #[case::second_branch("TENUN LALE II", "Tenun Lale II")]
    #[case::hyphen("WARUNG AL-IKHLAS", "Warung Al-Ikhlas")]
    #[case::not_expanded("Wrg Lale", "Wrg Lale")]
    fn a_business_is_written_as_a_name(#[case] text: &str, #[case] name: &str) {
        assert_eq!(business(text).as_deref(), Some(name));
    }
}
