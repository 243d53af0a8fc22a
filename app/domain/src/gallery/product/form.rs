//! The form of a product, as typed, and how it is read.

use serde::{Deserialize, Serialize};

use super::text::{ProductText, Tier, Variant};
use crate::{
    Refusal,
    curation::{Category, LabelItem},
    money::Rupiah,
    refusal::{Check, Problem, money, number, optional, text},
};

/// Variants of one product, at most.
pub const MAX_VARIANTS: usize = 12;
/// Price tiers of one product, at most.
pub const MAX_TIERS: usize = 6;
/// The dearest price a form takes: Rp10 miliar.
const DEAREST: Rupiah = Rupiah(10_000_000_000);
/// The most units a form takes.
const MOST: i64 = 10_000_000;

/// The form of a product, as typed. Only name and family are needed to save it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProductForm {
    /// The version that was read; 0 for a new product.
    pub version: i64,
    /// Name.
    pub name: String,
    /// Word of a [`Category`].
    pub category: String,
    /// What it is, for buyers.
    pub description: String,
    /// How it is made and by whom.
    pub story: String,
    /// Price of one unit.
    pub price: String,
    /// What one unit is: "lembar", "bungkus 250 g".
    pub unit: String,
    /// What one unit costs to make (HPP); never shown to others than staff.
    pub cost: String,
    /// Least order, in units.
    pub moq: String,
    /// Days until an order is ready.
    pub lead_days: String,
    /// Units a month.
    pub capacity: String,
    /// For example "250 g".
    pub net_content: String,
    /// For example "6 bulan".
    pub shelf_life: String,
    /// Items the maker found on the label.
    pub label: Vec<LabelItem>,
    /// Sizes, tastes, colours.
    pub variants: Vec<VariantForm>,
    /// Cheaper from a quantity on.
    pub tiers: Vec<TierForm>,
}

/// A variant, as typed. An empty row is no variant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VariantForm {
    /// For example "pedas".
    pub name: String,
    /// Its own price, if it differs.
    pub price: String,
}

/// A price tier, as typed. An empty row is no tier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TierForm {
    /// From so many units on …
    pub from: String,
    /// … one costs this.
    pub price: String,
}

fn price(typed: &str) -> Result<Rupiah, Problem> {
    money(typed, Rupiah(1), DEAREST)
}

impl ProductForm {
    /// Reads the form. Rows of lists are named `variants.0.price`, as their fields are.
    pub fn check(&self) -> Result<ProductText, Refusal> {
        let mut check = Check::default();
        let name = check.field("name", text(&self.name, 2, 80));
        let category = match self.category.trim() {
            "" => Err(Problem::Missing),
            word => word.parse::<Category>().map_err(|_| Problem::NotAChoice),
        };
        let category = check.field("category", category);
        let description = check.field("description", text(&self.description, 0, 4000));
        let story = check.field("story", text(&self.story, 0, 4000));
        let unit_price = check.field("price", optional(&self.price, price));
        let unit = check.field("unit", text(&self.unit, 0, 40));
        let cost = check.field("cost", optional(&self.cost, price));
        let moq = check.field("moq", optional(&self.moq, |typed| number(typed, 1, MOST)));
        let wait = optional(&self.lead_days, |typed| number(typed, 0, 365));
        let lead_days = check.field("lead_days", wait);
        let capacity = optional(&self.capacity, |typed| number(typed, 0, MOST));
        let capacity = check.field("capacity", capacity);
        let net_content = check.field("net_content", text(&self.net_content, 0, 40));
        let shelf_life = check.field("shelf_life", text(&self.shelf_life, 0, 40));
        let variants = self.variants(&mut check);
        let tiers = self.tiers(&mut check, unit_price.flatten());
        check.done()?;
        let mut label = self.label.clone();
        label.sort_unstable();
        label.dedup();
        let (Some(name), Some(category)) = (name, category) else {
            return Err(Refusal::Fields(vec![]));
        };
        Ok(ProductText {
            name,
            category,
            description: description.unwrap_or_default(),
            story: story.unwrap_or_default(),
            price: unit_price.flatten().unwrap_or_default(),
            unit: unit.unwrap_or_default(),
            cost: cost.flatten(),
            moq: moq.flatten().unwrap_or(1),
            lead_days: lead_days.flatten().unwrap_or(0),
            capacity: capacity.flatten().unwrap_or(0),
            net_content: net_content.unwrap_or_default(),
            shelf_life: shelf_life.unwrap_or_default(),
            label,
            variants,
            tiers,
        })
    }

    fn variants(&self, check: &mut Check) -> Vec<Variant> {
        let mut out = Vec::new();
        for (row, typed) in self.variants.iter().enumerate() {
            if typed.name.trim().is_empty() && typed.price.trim().is_empty() {
                continue;
            }
            let name = check.field(&format!("variants.{row}.name"), text(&typed.name, 1, 40));
            let price = check.field(
                &format!("variants.{row}.price"),
                optional(&typed.price, price),
            );
            if let (Some(name), Some(price)) = (name, price) {
                out.push(Variant { name, price });
            }
        }
        if out.len() > MAX_VARIANTS {
            let max = MAX_VARIANTS as u32;
            check.problem("variants", Problem::TooLong { max });
        }
        out
    }

    fn tiers(&self, check: &mut Check, unit_price: Option<Rupiah>) -> Vec<Tier> {
        let mut out: Vec<Tier> = Vec::new();
        for (row, typed) in self.tiers.iter().enumerate() {
            if typed.from.trim().is_empty() && typed.price.trim().is_empty() {
                continue;
            }
            let least = out.last().map_or(2, |tier| tier.from + 1);
            let most = out.last().map(|tier| tier.price).or(unit_price);
            let most = most.map_or(DEAREST, |price| Rupiah((price.0 - 1).max(1)));
            let from = number(&typed.from, least, MOST);
            let from = check.field(&format!("tiers.{row}.from"), from);
            let price = money(&typed.price, Rupiah(1), most);
            let price = check.field(&format!("tiers.{row}.price"), price);
            if let (Some(from), Some(price)) = (from, price) {
                out.push(Tier { from, price });
            }
        }
        if out.len() > MAX_TIERS {
            let max = MAX_TIERS as u32;
            check.problem("tiers", Problem::TooLong { max });
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::crisps, *};

    #[test]
    fn a_product_is_saved_with_a_name_and_a_family_only() {
        let first_step = ProductForm {
            price: String::new(),
            ..crisps()
        };
        let text = first_step.check().unwrap();
        assert_eq!((text.price, text.moq, text.capacity), (Rupiah(0), 1, 0));
    }

    #[test]
    fn a_price_with_dots_is_read() {
        assert_eq!(crisps().check().unwrap().price, Rupiah(18_500));
    }

    #[test]
    fn wrong_rows_are_named_and_empty_rows_are_no_rows() {
        let row = |from: &str, price: &str| TierForm {
            from: from.into(),
            price: price.into(),
        };
        let form = ProductForm {
            moq: "sepuluh".into(),
            tiers: vec![
                row("10", "17.000"),
                row("", ""),
                row("5", "16.000"),
                row("50", "20.000"),
            ],
            ..crisps()
        };
        let Err(Refusal::Fields(fields)) = form.check() else {
            panic!()
        };
        let named: Vec<_> = fields
            .iter()
            .map(|f| (f.field.as_str(), &f.problem))
            .collect();
        let max = Rupiah(16_999);
        assert_eq!(
            named,
            [
                ("moq", &Problem::NotANumber),
                (
                    "tiers.2.from",
                    &Problem::OutOfRange {
                        min: 11,
                        max: 10_000_000
                    }
                ),
                (
                    "tiers.3.price",
                    &Problem::MoneyRange {
                        min: Rupiah(1),
                        max
                    }
                ),
            ]
        );
    }
}
