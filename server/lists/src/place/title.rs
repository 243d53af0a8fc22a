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
    /// What texts say, the weightiest first: the sheet's title, the sheet's name, the file's name.
    pub fn of<'a>(gazetteer: &Gazetteer, texts: impl IntoIterator<Item = &'a str>) -> Self {
        let texts: Vec<Vec<String>> = texts
            .into_iter()
            .map(words::words)
            .filter(|text| !is_street(text))
            .collect();
        let labelled = texts
            .iter()
            .find_map(|text| gazetteer.regency_within(text, true));
        let named = labelled.or_else(|| {
            texts
                .iter()
                .find_map(|text| gazetteer.regency_within(text, false))
        });
        Self {
            regencies: named.unwrap_or_default(),
            province: texts
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
