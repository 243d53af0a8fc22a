//! Regencies and districts by the names that offices write.

pub mod address;
mod names;
mod resolve;
mod title;

use std::collections::HashMap;

pub use resolve::Named;
pub use title::Title;

use crate::words;

/// The regencies and districts of the country, to look names up in. Districts of regencies that are not in it are unknown.
#[derive(Debug, Default)]
pub struct Gazetteer {
    regencies: Vec<Regency>,
    districts: Vec<District>,
    provinces: Vec<Province>,
    regencies_named: HashMap<String, Vec<usize>>,
    /// By words, not by key: `Mekar Jaya` is no `Mekarjaya` at the other end of the country.
    districts_named: HashMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Province {
    code: String,
    key: String,
}

#[derive(Debug)]
struct Regency {
    code: String,
    kind: Kind,
    province: usize,
    districts: Vec<usize>,
}

#[derive(Debug)]
struct District {
    code: String,
    key: String,
    regency: usize,
}

/// What a regency is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Kabupaten,
    Kota,
}

impl Gazetteer {
    /// Builds it from rows: regencies as code, name (`Kabupaten …` or `Kota …`), province code, province name; districts as
    /// code, name, regency code. Districts of unknown regencies are passed over.
    pub fn new<'a>(
        regencies: impl IntoIterator<Item = [&'a str; 4]>,
        districts: impl IntoIterator<Item = [&'a str; 3]>,
    ) -> Self {
        let mut gazetteer = Self::default();
        for [code, name, province_code, province_name] in regencies {
            let province = gazetteer.province(province_code, province_name);
            gazetteer.add_regency(code, name, province);
        }
        let by_code: HashMap<String, usize> = gazetteer
            .regencies
            .iter()
            .enumerate()
            .map(|(index, one)| (one.code.clone(), index))
            .collect();
        for [code, name, regency] in districts {
            if let Some(regency) = by_code.get(regency) {
                gazetteer.add_district(code, name, *regency);
            }
        }
        gazetteer
    }

    fn province(&mut self, code: &str, name: &str) -> usize {
        let known = self
            .provinces
            .iter()
            .position(|province| province.code == code);
        known.unwrap_or_else(|| {
            self.provinces.push(Province {
                code: code.to_owned(),
                key: words::key(name),
            });
            self.provinces.len() - 1
        })
    }

    fn add_regency(&mut self, code: &str, name: &str, province: usize) {
        let words = words::words(name);
        let (kind, bare) = names::kind_first(&words);
        let key = names::key(bare);
        self.regencies_named
            .entry(key)
            .or_default()
            .push(self.regencies.len());
        self.regencies.push(Regency {
            code: code.to_owned(),
            kind: kind.unwrap_or(Kind::Kabupaten),
            province,
            districts: Vec::new(),
        });
    }

    fn add_district(&mut self, code: &str, name: &str, regency: usize) {
        let words = words::words(name);
        let index = self.districts.len();
        self.districts_named
            .entry(names::spaced(&words))
            .or_default()
            .push(index);
        self.regencies[regency].districts.push(index);
        self.districts.push(District {
            code: code.to_owned(),
            key: names::key(&words),
            regency,
        });
    }

    /// Regencies that words name: one, or two where a kabupaten and a kota share a name and the words do not say which. A
    /// province after the name says nothing more.
    fn regencies(&self, named: &[String]) -> Vec<usize> {
        let found = self.regencies_of(named);
        let province = (1..named.len()).find(|at| self.province_named(&named[*at..]).is_some());
        match province {
            Some(at) if found.is_empty() => self.regencies_of(&named[..at]),
            _ => found,
        }
    }

    fn regencies_of(&self, named: &[String]) -> Vec<usize> {
        let (kind, bare) = names::kind_first(named);
        let known = |words: &[String]| {
            let key = names::full(&names::key(words));
            self.regencies_named.get(&key).cloned().unwrap_or_default()
        };
        let all = known(bare);
        let is_of_kind = |index: &usize| Some(self.regencies[*index].kind) == kind;
        let of_kind: Vec<usize> = all.iter().copied().filter(is_of_kind).collect();
        match (of_kind.is_empty(), all.is_empty()) {
            (false, _) => of_kind,
            (true, false) => all,
            (true, true) => known(named),
        }
    }

    /// Districts that words name, anywhere in the country.
    fn districts(&self, named: &[String]) -> &[usize] {
        self.districts_named
            .get(&names::spaced(named))
            .map_or(&[], Vec::as_slice)
    }

    /// The province that words name.
    fn province_named(&self, named: &[String]) -> Option<usize> {
        let key = names::full_province(&names::key(named));
        self.provinces
            .iter()
            .position(|province| province.key == key)
    }
}
