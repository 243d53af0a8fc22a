//! What a visitor asks the gallery for, and its form in an address.

use serde::{Deserialize, Serialize};

use super::Sort;
use crate::{business::ClaimKind, curation::Category, money::Rupiah, review::Grade};

/// Letters of a search that are read.
const LONGEST_SEARCH: usize = 120;

/// A visitor's choice. Choices of one kind widen (songket *or* pottery), kinds narrow (craft *and* grade A); claims
/// must all hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words.
    pub q: String,
    /// Families.
    pub categories: Vec<Category>,
    /// Official codes of provinces (two digits) and regencies (four).
    pub places: Vec<String>,
    /// Badges.
    pub grades: Vec<Grade>,
    /// Claims that must be checked and in force, every one of them.
    pub claims: Vec<ClaimKind>,
    /// Least price.
    pub price_min: Option<Rupiah>,
    /// Highest price.
    pub price_max: Option<Rupiah>,
    /// Longest wait, in days.
    pub lead_days: Option<i64>,
    /// Largest least order, in units.
    pub moq: Option<i64>,
    /// A collection's part of an address.
    pub collection: Option<String>,
    /// Order.
    pub sort: Sort,
    /// From 1.
    pub page: i64,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            q: String::new(),
            categories: Vec::new(),
            places: Vec::new(),
            grades: Vec::new(),
            claims: Vec::new(),
            price_min: None,
            price_max: None,
            lead_days: None,
            moq: None,
            collection: None,
            sort: Sort::default(),
            page: 1,
        }
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, value: Option<T>) {
    if let Some(value) = value
        && !list.contains(&value)
    {
        list.push(value);
    }
}

impl Filter {
    /// Reads the pairs of an address' query. What cannot be read is left out: an old or mistyped address still opens.
    pub fn read<K: AsRef<str>, V: AsRef<str>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut filter = Self::default();
        for (key, value) in pairs {
            let value = value.as_ref().trim();
            match key.as_ref() {
                "q" => filter.q = value.chars().take(LONGEST_SEARCH).collect(),
                "kategori" => add(&mut filter.categories, value.parse().ok()),
                "tempat" if is_place(value) => add(&mut filter.places, Some(value.to_owned())),
                "grade" => add(&mut filter.grades, value.parse().ok()),
                "klaim" => add(&mut filter.claims, value.parse().ok()),
                "min" => filter.price_min = Rupiah::parse(value),
                "maks" => filter.price_max = Rupiah::parse(value),
                "siap" => filter.lead_days = value.parse().ok().filter(|days| *days >= 0),
                "moq" => filter.moq = value.parse().ok().filter(|units| *units > 0),
                "koleksi" if !value.is_empty() => filter.collection = Some(value.to_owned()),
                "urut" => filter.sort = value.parse().unwrap_or_default(),
                "hal" => filter.page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        filter
    }

    /// The query of an address that asks the same; empty for everything.
    pub fn query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if !self.q.is_empty() {
            pairs.push(("q", self.q.clone()));
        }
        pairs.extend(self.categories.iter().map(|c| ("kategori", c.to_string())));
        pairs.extend(self.places.iter().map(|code| ("tempat", code.clone())));
        pairs.extend(self.grades.iter().map(|grade| ("grade", grade.to_string())));
        pairs.extend(self.claims.iter().map(|claim| ("klaim", claim.to_string())));
        pairs.extend(self.price_min.map(|price| ("min", price.0.to_string())));
        pairs.extend(self.price_max.map(|price| ("maks", price.0.to_string())));
        pairs.extend(self.lead_days.map(|days| ("siap", days.to_string())));
        pairs.extend(self.moq.map(|units| ("moq", units.to_string())));
        pairs.extend(self.collection.clone().map(|slug| ("koleksi", slug)));
        if self.sort != Sort::default() {
            pairs.push(("urut", self.sort.to_string()));
        }
        if self.page > 1 {
            pairs.push(("hal", self.page.to_string()));
        }
        super::inquiry::query(&pairs)
    }

    /// The same choice on another page.
    pub fn at_page(&self, page: i64) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }

    /// How many filters narrow the shelf; words, order and page not counted.
    pub fn narrowings(&self) -> usize {
        self.categories.len()
            + self.places.len()
            + self.grades.len()
            + self.claims.len()
            + usize::from(self.price_min.is_some())
            + usize::from(self.price_max.is_some())
            + usize::from(self.lead_days.is_some())
            + usize::from(self.moq.is_some())
            + usize::from(self.collection.is_some())
    }

    /// Whether it asks for everything, in whatever order and on whatever page.
    pub fn is_everything(&self) -> bool {
        self.q.is_empty() && self.narrowings() == 0
    }
}

fn is_place(code: &str) -> bool {
    matches!(code.len(), 2 | 4) && code.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_was_chosen_and_is_read_back() {
        let filter = Filter {
            q: "kopi & gula".into(),
            categories: vec![Category::Food, Category::Agriculture],
            places: vec!["51".into(), "5201".into()],
            grades: vec![Grade::A],
            claims: vec![ClaimKind::Halal],
            price_max: Some(Rupiah(100_000)),
            lead_days: Some(7),
            moq: Some(10),
            collection: Some("kopi-pilihan".into()),
            sort: Sort::Cheapest,
            page: 3,
            ..Filter::default()
        };
        let query = filter.query();
        assert_eq!(
            query,
            "q=kopi%20%26%20gula&kategori=food&kategori=agriculture&tempat=51&tempat=5201&grade=A&klaim=halal\
             &maks=100000&siap=7&moq=10&koleksi=kopi-pilihan&urut=cheapest&hal=3"
        );
        let pairs = query
            .split('&')
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(k, v)| (k, v.replace("%20", " ").replace("%26", "&")));
        assert_eq!(Filter::read(pairs), filter);
        assert_eq!(Filter::default().query(), "");
    }

    #[test]
    fn a_price_with_dots_is_read_and_nonsense_is_left_out() {
        let filter = Filter::read([
            ("maks", "Rp 1.850.000"),
            ("min", "murah"),
            ("kategori", "songket"),
            ("tempat", "'; DROP TABLE"),
            ("hal", "-4"),
            ("siap", "-1"),
        ]);
        assert_eq!(
            filter,
            Filter {
                price_max: Some(Rupiah(1_850_000)),
                ..Filter::default()
            }
        );
    }
}
