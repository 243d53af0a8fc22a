//! The public pages of one product, one maker and one collection.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Card, Picture, Tier, Variant};
use crate::{
    business::{Channel, ClaimKind, Standing},
    curation::Category,
    ids::{BusinessId, ProductId},
    language::Bilingual,
    money::Rupiah,
    place::Zone,
    review::Grade,
};

/// Why a product stands in the gallery, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Badge {
    /// Grade.
    pub grade: Grade,
    /// Whole score, 0–100.
    pub score: i64,
    /// Reviewers whose median it is; 0 where the decision is not on record.
    pub reviewers: i64,
    /// The day of the announcement.
    pub granted_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The centre whose curators gave it.
    pub centre: String,
    /// Grades before this one, the youngest first.
    pub history: Vec<PastGrade>,
}

/// An earlier badge of the same product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastGrade {
    /// Grade.
    pub grade: Grade,
    /// The day of the announcement.
    pub granted_on: NaiveDate,
}

/// A claim in force as the public sees it. Evidence is never shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Which.
    pub kind: ClaimKind,
    /// Its number; of a NIB the last four digits only, because it leads to the owner's person.
    pub number: String,
    /// How it stands today.
    pub standing: Standing,
    /// Its last day.
    pub expires_on: Option<NaiveDate>,
}

impl Claim {
    /// The number as the public sees it.
    pub fn public_number(kind: ClaimKind, number: &str) -> String {
        match kind {
            ClaimKind::Nib => {
                let shown: String = number
                    .chars()
                    .skip(number.chars().count().saturating_sub(4))
                    .collect();
                format!("•••••••••{shown}")
            }
            _ => number.to_owned(),
        }
    }
}

/// Everything the public sees of one product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProductPage {
    /// Identity.
    pub id: ProductId,
    /// Its part of an address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Family.
    pub category: Category,
    /// What it is.
    pub description: String,
    /// How it is made.
    pub story: String,
    /// Price of one unit.
    pub price: Rupiah,
    /// What one unit is.
    pub unit: String,
    /// Least order, in units.
    pub moq: i64,
    /// Days until an order is ready.
    pub lead_days: i64,
    /// Units a month; 0 where unknown.
    pub capacity: i64,
    /// For example "250 g".
    pub net_content: String,
    /// For example "6 bulan".
    pub shelf_life: String,
    /// Sizes, tastes, colours.
    pub variants: Vec<Variant>,
    /// Cheaper from a quantity on.
    pub tiers: Vec<Tier>,
    /// The main one first.
    pub photos: Vec<Picture>,
    /// Why it stands here.
    pub badge: Badge,
    /// Claims of the maker that are in force.
    pub claims: Vec<Claim>,
    /// The maker.
    pub business: BusinessId,
    /// The maker's name.
    pub maker: String,
    /// The maker's part of an address.
    pub maker_slug: String,
    /// The maker's story.
    pub maker_story: String,
    /// Where it is made.
    pub regency: String,
    /// In which province.
    pub province: String,
    /// The time of the centre.
    pub zone: Zone,
    /// Other products of the maker in the gallery.
    pub more: Vec<Card>,
}

/// Everything the public sees of one maker. A maker without a product in the gallery has no page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakerPage {
    /// Identity.
    pub id: BusinessId,
    /// Part of an address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Story.
    pub story: String,
    /// In which district; the address itself is never shown.
    pub district: String,
    /// In which regency.
    pub regency: String,
    /// In which province.
    pub province: String,
    /// The centre that accompanies the maker.
    pub centre: String,
    /// Part of its address.
    pub centre_slug: String,
    /// Year of founding.
    pub founded_year: Option<i64>,
    /// Where it sells.
    pub channels: Vec<Channel>,
    /// The maker or the workshop.
    pub photo: Option<Picture>,
    /// Claims in force.
    pub claims: Vec<Claim>,
    /// Products in the gallery.
    pub products: Vec<Card>,
}

/// A shelf that curators arranged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionPage {
    /// Part of an address.
    pub slug: String,
    /// Title.
    pub title: Bilingual,
    /// A few sentences.
    pub intro: Bilingual,
    /// The centre whose curators arranged it.
    pub centre: String,
    /// Its products in the gallery today, in the curators' order.
    pub products: Vec<Card>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_four_digits_of_a_nib_are_public() {
        let shown = Claim::public_number(ClaimKind::Nib, "1203000412345");
        assert_eq!(shown, "•••••••••2345");
        assert_eq!(
            Claim::public_number(ClaimKind::Pirt, "210187101045229"),
            "210187101045229"
        );
    }
}
