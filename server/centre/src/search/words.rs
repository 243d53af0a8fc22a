//! Words of both languages as people write them: split, folded, stemmed, and what else they are called.

use std::sync::LazyLock;

use domain::curation::Category;
use frostem::{Algorithm, Stemmer};

/// Words of a search, at most; nobody types more.
const MOST: usize = 10;
/// Letters of a word that are read.
const LONGEST: usize = 40;

/// Words that say nothing about a product.
const EMPTY: [&str; 22] = [
    "a", "ada", "and", "atau", "dan", "dari", "dengan", "di", "for", "from", "in", "itu", "jual",
    "ke", "of", "pada", "the", "untuk", "with", "yang", "cari", "beli",
];

/// Different words for one thing, Indonesian and English.
const SAME: &[&[&str]] = &[
    &["keripik", "kripik", "chips", "crisps"],
    &["kerupuk", "krupuk", "cracker", "crackers"],
    &["kopi", "coffee"],
    &["teh", "tea"],
    &["cokelat", "coklat", "kakao", "chocolate", "cocoa"],
    &["pisang", "banana"],
    &["singkong", "ubi", "cassava"],
    &["madu", "honey"],
    &["gula", "sugar"],
    &["garam", "salt"],
    &["sambal", "sambel", "chili"],
    &["rempah", "bumbu", "spice", "spices"],
    &["tenun", "tenunan", "woven", "weaving", "handwoven"],
    &["kain", "cloth", "fabric", "textile"],
    &["sarung", "sarong"],
    &["selendang", "scarf", "shawl"],
    &["anyaman", "anyam", "wicker", "basketry"],
    &["keranjang", "basket"],
    &["tas", "bag"],
    &[
        "gerabah", "tembikar", "keramik", "pottery", "ceramic", "ceramics",
    ],
    &["mutiara", "pearl", "pearls"],
    &["kayu", "wood", "wooden"],
    &["perak", "silver"],
    &["sabun", "soap"],
    &["minyak", "oil"],
    &["kelapa", "coconut"],
    &["rotan", "rattan"],
    &["bambu", "bamboo"],
    &["souvenir", "cenderamata", "suvenir", "oleh"],
];

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::Indonesian));

/// Lowercase words without accents: what is neither letter nor digit separates.
pub(super) fn split(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars()
                .take(LONGEST)
                .flat_map(char::to_lowercase)
                .map(plain)
                .collect()
        })
        .collect()
}

/// A letter without its accent.
fn plain(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        letter => letter,
    }
}

/// The words of a search. Empty words go, unless nothing else was typed.
pub(super) fn of_query(typed: &str) -> Vec<String> {
    let mut all = split(typed);
    all.truncate(MOST);
    let telling: Vec<String> = all
        .iter()
        .filter(|word| !EMPTY.contains(&word.as_str()))
        .cloned()
        .collect();
    if telling.is_empty() { all } else { telling }
}

/// The stem of a lowercase word.
pub(super) fn stem(word: &str) -> String {
    STEMMER.stem(word).into_owned()
}

/// Other words for the same thing.
pub(super) fn synonyms(word: &str) -> impl Iterator<Item = &'static str> {
    let group = SAME
        .iter()
        .find(|group| group.contains(&word))
        .copied()
        .unwrap_or_default();
    let own = group.iter().position(|other| *other == word);
    group
        .iter()
        .copied()
        .enumerate()
        .filter(move |(n, _)| Some(*n) != own)
        .map(|(_, other)| other)
}

/// What people call a family of products.
pub(super) fn of_category(category: Category) -> &'static str {
    match category {
        Category::Food => "makanan minuman kuliner camilan food drink snack",
        Category::Craft => "kerajinan kriya craft handicraft souvenir",
        Category::Fashion => "busana pakaian kain fesyen fashion clothing cloth",
        Category::Beauty => "kecantikan kosmetik perawatan beauty cosmetics care",
        Category::Agriculture => "pertanian perkebunan hasil bumi agriculture farm",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_folded_and_freed_of_filler() {
        assert_eq!(
            of_query("Cari Keripik-pisang untuk Café!"),
            ["keripik", "pisang", "cafe"]
        );
        assert_eq!(of_query("dan"), ["dan"]);
        assert_eq!(of_query(" … "), Vec::<String>::new());
    }

    #[test]
    fn every_word_of_the_synonym_list_is_as_it_would_be_typed_and_stands_once() {
        let all: Vec<&str> = SAME
            .iter()
            .flat_map(|group| group.iter().copied())
            .collect();
        for word in &all {
            assert_eq!(split(word), [*word]);
            assert_eq!(
                all.iter().filter(|other| *other == word).count(),
                1,
                "{word}"
            );
        }
        assert_eq!(synonyms("kopi").collect::<Vec<_>>(), ["coffee"]);
    }

    #[test]
    fn a_woven_thing_and_weaving_have_one_stem() {
        assert_eq!(stem("anyaman"), stem("anyam"));
    }
}
