//! From the names in a row to its regency and district.

use strsim::levenshtein;

use super::{Gazetteer, Title, names};
use crate::{code::Code, words};

/// What a row itself says of its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The kabupaten or kota as written.
    pub regency: Option<String>,
    /// The kecamatan as written.
    pub district: Option<String>,
}

/// A row's place by official codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Four digits.
    pub regency: Option<String>,
    /// Six digits.
    pub district: Option<String>,
    /// What could not be settled.
    pub code: Option<Code>,
}

/// How a name stands in a regency.
enum Found {
    Here(usize),
    Elsewhere,
    Nowhere,
}

/// Names of fewer letters are too easily others.
const FORGIVING: usize = 7;

impl Gazetteer {
    /// Settles a row's place. The row's own regency counts before the title's; of two of one name the district decides; a
    /// district that occurs once in the title's province gives its regency.
    pub fn settle(&self, named: &Named, title: &Title) -> Place {
        let district = named
            .district
            .as_deref()
            .map(district_words)
            .filter(|words| !words.is_empty());
        let candidates = match &named.regency {
            Some(regency) => self.regencies(&words::words(regency)),
            None if title.regencies.is_empty() => {
                self.regency_of_district(district.as_deref(), title.province)
            }
            None => title.regencies.clone(),
        };
        let here = |regency: &usize| {
            district
                .as_deref()
                .is_some_and(|words| matches!(self.find(*regency, words), Found::Here(_)))
        };
        let regency = match candidates.as_slice() {
            [] => return Place::failed(Code::RegencyUnknown),
            [one] => *one,
            several => match several
                .iter()
                .copied()
                .filter(here)
                .collect::<Vec<_>>()
                .as_slice()
            {
                [one] => *one,
                _ => return Place::failed(Code::RegencyAmbiguous),
            },
        };
        let (district, code) = match district.map(|words| self.find(regency, &words)) {
            None => (None, None),
            Some(Found::Here(district)) => (Some(self.districts[district].code.clone()), None),
            Some(Found::Elsewhere) => (None, Some(Code::DistrictMismatch)),
            Some(Found::Nowhere) => (None, Some(Code::DistrictUnknown)),
        };
        Place {
            regency: Some(self.regencies[regency].code.clone()),
            district,
            code,
        }
    }

    /// Whether words name a regency.
    pub fn names_regency(&self, named: &[String]) -> bool {
        !self.regencies(named).is_empty()
    }

    /// Whether words name a district of the title's regency, to the letter.
    pub fn is_district_of(&self, named: &[String], title: &Title) -> bool {
        let within =
            |district: &usize| title.regencies.contains(&self.districts[*district].regency);
        self.districts(named).iter().any(within)
    }

    fn regency_of_district(
        &self,
        district: Option<&[String]>,
        province: Option<usize>,
    ) -> Vec<usize> {
        let (Some(words), Some(province)) = (district, province) else {
            return Vec::new();
        };
        let regencies = self
            .districts(words)
            .iter()
            .map(|district| self.districts[*district].regency);
        let within: Vec<usize> = regencies
            .filter(|regency| self.regencies[*regency].province == province)
            .collect();
        if within.len() == 1 {
            within
        } else {
            Vec::new()
        }
    }

    /// Looks for a district in a regency, one wrong letter forgiven, then in the country.
    fn find(&self, regency: usize, words: &[String]) -> Found {
        let key = names::key(words);
        let districts = &self.regencies[regency].districts;
        if let Some(exact) = districts
            .iter()
            .find(|district| self.districts[**district].key == key)
        {
            return Found::Here(*exact);
        }
        let alike = |district: &&usize| {
            let known = &self.districts[**district].key;
            known.len() >= FORGIVING
                && known.len().abs_diff(key.len()) <= 1
                && levenshtein(known, &key) == 1
        };
        let mut alike = districts.iter().filter(alike);
        match (alike.next(), alike.next()) {
            (Some(one), None) => Found::Here(*one),
            _ if !self.districts(words).is_empty() => Found::Elsewhere,
            _ => Found::Nowhere,
        }
    }
}

impl Place {
    fn failed(code: Code) -> Self {
        Self {
            code: Some(code),
            ..Self::default()
        }
    }
}

/// `Kec.` goes.
fn district_words(text: &str) -> Vec<String> {
    let mut words = words::words(text);
    if words
        .first()
        .is_some_and(|first| ["kec", "kecamatan", "distrik"].contains(&first.as_str()))
    {
        words.remove(0);
    }
    words
}
