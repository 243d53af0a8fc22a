//! A page of the gallery: cards, and how many products each further filter would leave.

use serde::{Deserialize, Serialize};

use crate::{
    business::ClaimKind, curation::Category, ids::ProductId, money::Rupiah, review::Grade,
};

/// A picture as pages place it. Its address is made of the hash and a width.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Names the file: the same bytes have the same hash.
    pub hash: String,
    /// Pixels of the original.
    pub width: i64,
    /// Pixels of the original.
    pub height: i64,
    /// Its average colour, `#rrggbb`, shown until it has loaded.
    pub tint: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// A product on a shelf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Identity.
    pub id: ProductId,
    /// Its part of an address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Price of one unit.
    pub price: Rupiah,
    /// What one is: "lembar", "250 g".
    pub unit: String,
    /// Who makes it.
    pub maker: String,
    /// The maker's part of an address.
    pub maker_slug: String,
    /// Where it is made.
    pub regency: String,
    /// Family.
    pub category: Category,
    /// Badge.
    pub grade: Grade,
    /// Claims checked and in force.
    pub claims: Vec<ClaimKind>,
    /// Least order, in units.
    pub moq: i64,
    /// Days until it is ready.
    pub lead_days: i64,
    /// Main photo.
    pub picture: Option<Picture>,
}

/// How many products one value of a filter would leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count<T> {
    /// The value.
    pub value: T,
    /// Products.
    pub count: usize,
}

/// How many products a place would leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceCount {
    /// Official code: two digits a province, four a regency.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Products.
    pub count: usize,
}

/// Upper bounds of price that a visitor may pick, in rupiah.
pub const PRICE_STEPS: [i64; 5] = [25_000, 50_000, 100_000, 250_000, 1_000_000];
/// Longest waits that a visitor may pick, in days.
pub const LEAD_STEPS: [i64; 4] = [3, 7, 14, 30];
/// Least orders that a visitor may pick, in units.
pub const MOQ_STEPS: [i64; 4] = [1, 5, 10, 50];

/// The counts beside the filters. Each counts products that meet every *other* filter, so a second choice of the same
/// kind shows what it would add; for claims, which must all hold, what it would leave. Values without a product that
/// are not chosen are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// By family.
    pub categories: Vec<Count<Category>>,
    /// By province and regency: a province is followed by its regencies.
    pub places: Vec<PlaceCount>,
    /// By badge.
    pub grades: Vec<Count<Grade>>,
    /// By checked claim.
    pub claims: Vec<Count<ClaimKind>>,
    /// At most this price; see [`PRICE_STEPS`].
    pub prices: Vec<Count<i64>>,
    /// Ready within so many days; see [`LEAD_STEPS`].
    pub lead_days: Vec<Count<i64>>,
    /// Sold from so many units on; see [`MOQ_STEPS`].
    pub moq: Vec<Count<i64>>,
}

/// One page of the gallery.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelf {
    /// At most [`PAGE`](super::PAGE).
    pub cards: Vec<Card>,
    /// Products that meet the filter.
    pub total: usize,
    /// Counts beside the filters.
    pub facets: Facets,
    /// This page, from 1.
    pub page: i64,
    /// Pages, at least 1.
    pub pages: i64,
    /// What was probably meant, where a word of the search is known nowhere.
    pub meant: Option<String>,
}

/// What the first page shows of the gallery.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Front {
    /// Products.
    pub total: usize,
    /// Makers with a product.
    pub makers: usize,
    /// Families with a product, in their order.
    pub families: Vec<Family>,
    /// The last curated of the best, one a maker.
    pub best: Vec<Card>,
}

/// A family on the first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// Which.
    pub category: Category,
    /// Products.
    pub count: usize,
    /// A product of it.
    pub picture: Option<Picture>,
}
