//! What the texts above a list, its sheet's name and its file's name say of the place.

use super::{Gazetteer, names};
use crate::words;

/// The place that holds for rows without one of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// Regencies that are named: none, one, or two of one name.
    pub regencies: Vec<usize>,
    /// The province that is named.
    pub province: Option<usize>,
}

/// Most words of a regency's or province's name, with its kind.
const LONGEST: usize = 5;
const STREETS: &[&str] = &["jl", "jln", "jalan", "alamat", "gang", "gg"];

impl Title {
    /// What texts of the sheet say, the weightiest first: its title, its name, the file's name. A regency may also stand in
    /// the file's title, which is that of its first sheet.
    pub fn of(gazetteer: &Gazetteer, sheet: &[&str], file: &[&str]) -> Self {
        let texts = |texts: &[&str]| -> Vec<Vec<String>> {
            let words = texts.iter().map(|text| words::words(text));
            words.filter(|text| !is_street(text)).collect()
        };
        let (sheet, file) = (texts(sheet), texts(file));
        let regency = |texts: &[Vec<String>], labelled| {
            texts
                .iter()
                .find_map(|text| gazetteer.regency_within(text, labelled))
        };
        let named = [&sheet, &file]
            .into_iter()
            .find_map(|texts| regency(texts, true).or_else(|| regency(texts, false)));
        Self {
            regencies: named.unwrap_or_default(),
            province: sheet
                .iter()
                .find_map(|text| gazetteer.province_within(text)),
        }
    }
}

/// Streets may be named after regencies.
fn is_street(text: &[String]) -> bool {
    text.first()
        .is_some_and(|word| STREETS.contains(&word.as_str()))
}

impl Gazetteer {
    /// A regency within words, with its kind or as a bare name. A bare name that is a province's too names the province.
    fn regency_within(&self, text: &[String], labelled: bool) -> Option<Vec<usize>> {
        let named = |words: &[String]| {
            let (kind, bare) = names::kind_first(words);
            let fits =
                kind.is_some() == labelled && (labelled || self.province_named(bare).is_none());
            Some(self.regencies(words)).filter(|found| fits && !found.is_empty())
        };
        within(text, named)
    }

    fn province_within(&self, text: &[String]) -> Option<usize> {
        within(text, |words| self.province_named(words))
    }
}

/// The first find among runs of words, longer runs first.
fn within<T>(text: &[String], find: impl Fn(&[String]) -> Option<T>) -> Option<T> {
    let longest = LONGEST.min(text.len());
    (1..=longest)
        .rev()
        .find_map(|length| text.windows(length).find_map(&find))
}
