//! The directory of makers: who has a product in the gallery, and how they are found.

use serde::{Deserialize, Serialize};

use super::{Count, Picture, PlaceCount};
use crate::{business::ClaimKind, curation::Category, ids::CentreId, review::Grade};

/// Makers on one page of the directory.
pub const MAKERS_PAGE: i64 = 24;
/// Letters of a search that are read.
const LONGEST_SEARCH: usize = 120;

/// What a visitor asks the directory for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MakerFilter {
    /// Words: a maker's or product's name, a craft, a place.
    pub q: String,
    /// What they make.
    pub category: Option<Category>,
    /// Official code of a province (two digits) or regency (four).
    pub place: Option<String>,
    /// The centre that keeps them; chosen by pages, never by an address.
    pub centre: Option<CentreId>,
    /// From 1; 0 counts as 1.
    pub page: i64,
}

impl MakerFilter {
    /// Reads the pairs of an address' query. What cannot be read is left out.
    pub fn read<K: AsRef<str>, V: AsRef<str>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut filter = Self::default();
        for (key, value) in pairs {
            let value = value.as_ref().trim();
            match key.as_ref() {
                "q" => filter.q = value.chars().take(LONGEST_SEARCH).collect(),
                "kategori" => filter.category = value.parse().ok(),
                "tempat" if is_place(value) => filter.place = Some(value.to_owned()),
                "hal" => filter.page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        filter
    }

    /// The query of an address that asks the same; empty for everybody.
    pub fn query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if !self.q.is_empty() {
            pairs.push(("q", self.q.clone()));
        }
        pairs.extend(self.category.map(|one| ("kategori", one.to_string())));
        pairs.extend(self.place.clone().map(|code| ("tempat", code)));
        if self.page > 1 {
            pairs.push(("hal", self.page.to_string()));
        }
        super::inquiry::query(&pairs)
    }

    /// The same question at another page.
    pub fn at_page(&self, page: i64) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }

    /// Whether nothing was chosen.
    pub fn is_everybody(&self) -> bool {
        self.q.is_empty() && self.category.is_none() && self.place.is_none()
    }
}

fn is_place(code: &str) -> bool {
    matches!(code.len(), 2 | 4) && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// A maker in the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakerCard {
    /// Part of an address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Name of the regency.
    pub regency: String,
    /// What they make.
    pub categories: Vec<Category>,
    /// Products in the gallery.
    pub products: usize,
    /// The best grade among them.
    pub grade: Grade,
    /// Claims checked and in force.
    pub claims: Vec<ClaimKind>,
    /// The maker or the workshop; else their last curated product.
    pub picture: Option<Picture>,
}

/// One page of the directory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Makers {
    /// At most [`MAKERS_PAGE`].
    pub cards: Vec<MakerCard>,
    /// Makers that fit.
    pub total: usize,
    /// Families of all makers, whatever is chosen, with how many make them.
    pub categories: Vec<Count<Category>>,
    /// Provinces and regencies of all makers, a province followed by its regencies.
    pub places: Vec<PlaceCount>,
    /// This page, from 1.
    pub page: i64,
    /// Pages, at least 1.
    pub pages: i64,
    /// What was probably meant, where a word of the search is known nowhere.
    pub meant: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_again_what_it_was_asked() {
        let pairs = [
            ("q", "songket & ketak"),
            ("kategori", "fashion"),
            ("tempat", "5202"),
            ("hal", "2"),
        ];
        let filter = MakerFilter::read(pairs);
        let query = "q=songket%20%26%20ketak&kategori=fashion&tempat=5202&hal=2";
        assert_eq!(filter.query(), query);
    }

    #[test]
    fn nonsense_in_an_address_still_opens() {
        let pairs = [("kategori", "gajah"), ("tempat", "x"), ("hal", "-3")];
        let filter = MakerFilter::read(pairs);
        assert!(filter.is_everybody() && filter.page == 1);
        assert_eq!(filter.query(), "");
    }
}
