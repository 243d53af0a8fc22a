//! What curators see of a product: facts frozen when it was sent in, without its name and its maker's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Category, LabelItem};
use crate::{
    business::{ClaimKind, Standing},
    ids::MediaId,
    money::Rupiah,
};

/// The facts of a product on the day it was sent in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Its family.
    pub category: Category,
    /// What it is; names of the maker are blackened.
    pub description: String,
    /// How much is in a package.
    pub net_content: String,
    /// Price of one unit.
    pub price: Rupiah,
    /// What one unit is.
    pub unit: String,
    /// What one unit costs to make (HPP), if the maker knows.
    pub cost: Option<Rupiah>,
    /// Least order, in units.
    pub moq: i64,
    /// Days until an order is ready.
    pub lead_days: i64,
    /// Units a month.
    pub capacity: i64,
    /// How long it keeps.
    pub shelf_life: String,
    /// Items the maker found on the label.
    pub label: Vec<LabelItem>,
    /// Licences, without numbers and evidence, which bear the owner's name.
    pub claims: Vec<FactClaim>,
}

impl Facts {
    /// The share of the price that is left after the cost, in whole percent.
    pub fn margin(&self) -> Option<i64> {
        let cost = self.cost?;
        (self.price.0 > 0).then(|| ((self.price.0 - cost.0) * 100).div_euclid(self.price.0))
    }
}

/// A licence as curators see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactClaim {
    /// Which.
    pub kind: ClaimKind,
    /// How it stood on the day of sending.
    pub standing: Standing,
    /// Its last day.
    pub expires_on: Option<NaiveDate>,
}

/// What is kept of an entry when it is sent in. Curators get the facts and, of the photos, only [`super::BlindPhoto`]s.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// The facts.
    pub facts: Facts,
    /// The photos, in order.
    pub photos: Vec<FrozenPhoto>,
}

/// A photo of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenPhoto {
    /// Which.
    pub media: MediaId,
    /// Whether it shows whose it is.
    pub shows_brand: bool,
    /// Whether it shows the label.
    pub shows_label: bool,
}

/// What stands where a name stood.
pub const BLACKENED: &str = "•••";

/// Blackens in a text whatever would tell whose product it is: the owner's names, the business' name or two words of it
/// in a row, its address, and every phone number, e-mail address, handle and link.
pub fn blacken(text: &str, owner: &str, business: &str, address: &str) -> String {
    let mut out = text.to_owned();
    for phrase in phrases(owner, business, address) {
        out = replace_words(&out, &phrase);
    }
    let out = out
        .split_inclusive(char::is_whitespace)
        .map(|word| {
            if leads_home(word) {
                word.replace(word.trim(), BLACKENED)
            } else {
                word.to_owned()
            }
        })
        .collect::<String>();
    without_numbers(&out)
}

/// The phrases to blacken, longest first.
fn phrases(owner: &str, business: &str, address: &str) -> Vec<String> {
    let words = |text: &str| {
        text.split_whitespace()
            .map(|word| {
                word.trim_matches(|c: char| !c.is_alphanumeric())
                    .to_lowercase()
            })
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
    };
    let mut out = vec![
        words(business).join(" "),
        words(owner).join(" "),
        words(address).join(" "),
    ];
    out.extend(words(business).windows(2).map(|pair| pair.join(" ")));
    out.extend(
        words(owner)
            .into_iter()
            .filter(|word| word.chars().count() >= 4),
    );
    out.retain(|phrase| phrase.chars().count() >= 3);
    out.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    out.dedup();
    out
}

/// Replaces a run of whole words, whatever their case and the signs between them.
fn replace_words(text: &str, phrase: &str) -> String {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    let words = words_at(text);
    let mut out = String::new();
    let (mut from, mut at) = (0, 0);
    while at < words.len() {
        let run = words.get(at..at + wanted.len());
        let hit = run.filter(|run| {
            run.iter()
                .zip(&wanted)
                .all(|((start, end), want)| text[*start..*end].to_lowercase() == **want)
        });
        match hit {
            Some(run) => {
                out.push_str(&text[from..run[0].0]);
                out.push_str(BLACKENED);
                from = run[run.len() - 1].1;
                at += wanted.len();
            }
            None => at += 1,
        }
    }
    out.push_str(&text[from..]);
    out
}

/// Where words of letters and digits begin and end.
fn words_at(text: &str) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut inside = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match (c.is_alphanumeric(), inside) {
            (true, true) => {
                if let Some(last) = out.last_mut() {
                    last.1 = end;
                }
            }
            (true, false) => out.push((at, end)),
            (false, _) => {}
        }
        inside = c.is_alphanumeric();
    }
    out
}

fn leads_home(word: &str) -> bool {
    let word = word.trim().to_lowercase();
    let link = [
        "http://",
        "https://",
        "www.",
        "wa.me",
        "instagram.",
        "shopee.",
        "tokopedia.",
    ];
    (word.contains('@') && word.chars().count() > 2)
        || link.iter().any(|start| word.contains(start))
}

/// Blackens runs of nine digits and more (phone and licence numbers), with the signs people put between them.
fn without_numbers(text: &str) -> String {
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars().chain(std::iter::once('\n')) {
        let joins = matches!(c, ' ' | '-' | '.' | '(' | ')') && !run.is_empty();
        if c.is_ascii_digit() || (c == '+' && run.is_empty()) || joins {
            run.push(c);
            continue;
        }
        if run.bytes().filter(u8::is_ascii_digit).count() >= 9 {
            let tail = run
                .trim_end_matches(|c: char| !c.is_ascii_digit() && c != ')')
                .len();
            out.push_str(BLACKENED);
            out.push_str(&run[tail..]);
        } else {
            out.push_str(&run);
        }
        run.clear();
        out.push(c);
    }
    out.pop();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blackened(text: &str) -> String {
        blacken(
            text,
            "Lale Suryani",
            "Tenun Sari Sukarara",
            "Jl. Gerantung 7",
        )
    }

    #[rstest::rstest]
    #[case(
        "Songket dari Tenun Sari Sukarara, motif subahnale.",
        "Songket dari •••, motif subahnale."
    )]
    #[case("SARI SUKARARA: benang emas", "•••: benang emas")]
    #[case(
        "Ditenun oleh Ibu Lale dan anaknya",
        "Ditenun oleh Ibu ••• dan anaknya"
    )]
    #[case("Kain tenun asli Sukarara", "Kain tenun asli Sukarara")]
    #[case(
        "Pesan di +62 812-3456-7890 atau lale@contoh.id ya",
        "Pesan di ••• atau ••• ya"
    )]
    #[case("Lihat https://sarisukarara.id untuk warna", "Lihat ••• untuk warna")]
    #[case("Alamat Jl Gerantung 7, buka", "Alamat •••, buka")]
    #[case(
        "Lebar 60 cm, panjang 180 cm, 12.500 helai",
        "Lebar 60 cm, panjang 180 cm, 12.500 helai"
    )]
    fn a_text_tells_what_it_is_and_not_whose(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(blackened(text), expected);
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in "\\PC{0,60}", owner in "\\PC{0,20}", business in "\\PC{0,20}") {
            let once = blacken(&text, &owner, &business, "");
            proptest::prop_assert!(once.len() <= text.len() * 10 + 10);
        }
    }
}
