//! A product as its maker writes it: step by step, saved incomplete, shown again as typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Picture;
use crate::{
    Refusal,
    curation::{Category, LabelItem, Missing},
    ids::{BusinessId, MediaId, ProductId},
    money::Rupiah,
    refusal::{Check, Problem, money, number, optional, text},
    review::{EntryState, Grade},
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

/// A variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// For example "pedas".
    pub name: String,
    /// Its own price, if it differs.
    pub price: Option<Rupiah>,
}

/// A price from a quantity on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// Units.
    pub from: i64,
    /// Price of one.
    pub price: Rupiah,
}

/// A product's words and numbers as read. What was left empty is 0 or empty, the least order 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductText {
    /// 2–80 letters.
    pub name: String,
    /// Family.
    pub category: Category,
    /// At most 4,000 letters.
    pub description: String,
    /// At most 4,000 letters.
    pub story: String,
    /// Price of one unit; 0 while unknown.
    pub price: Rupiah,
    /// At most 40 letters.
    pub unit: String,
    /// Cost of one unit.
    pub cost: Option<Rupiah>,
    /// Units, at least 1.
    pub moq: i64,
    /// Days.
    pub lead_days: i64,
    /// Units a month; 0 while unknown.
    pub capacity: i64,
    /// At most 40 letters.
    pub net_content: String,
    /// At most 40 letters.
    pub shelf_life: String,
    /// Each item once.
    pub label: Vec<LabelItem>,
    /// At most [`MAX_VARIANTS`].
    pub variants: Vec<Variant>,
    /// At most [`MAX_TIERS`], by rising quantity and falling price.
    pub tiers: Vec<Tier>,
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

impl ProductText {
    /// The form that would be read to this text: what a saved product shows when it is opened again.
    pub fn form(&self, version: i64) -> ProductForm {
        let amount = |price: Rupiah| match price {
            Rupiah(0) => String::new(),
            Rupiah(amount) => crate::money::grouped(amount.unsigned_abs()),
        };
        let count = |count: i64| match count {
            0 => String::new(),
            count => crate::money::grouped(count.unsigned_abs()),
        };
        ProductForm {
            version,
            name: self.name.clone(),
            category: self.category.to_string(),
            description: self.description.clone(),
            story: self.story.clone(),
            price: amount(self.price),
            unit: self.unit.clone(),
            cost: self.cost.map(amount).unwrap_or_default(),
            moq: count(self.moq),
            lead_days: count(self.lead_days),
            capacity: count(self.capacity),
            net_content: self.net_content.clone(),
            shelf_life: self.shelf_life.clone(),
            label: self.label.clone(),
            variants: self
                .variants
                .iter()
                .map(|variant| VariantForm {
                    name: variant.name.clone(),
                    price: variant.price.map(amount).unwrap_or_default(),
                })
                .collect(),
            tiers: self
                .tiers
                .iter()
                .map(|tier| TierForm {
                    from: count(tier.from),
                    price: amount(tier.price),
                })
                .collect(),
        }
    }
}

/// What is said about a photo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PhotoForm {
    /// What it shows, for those who do not see it; the product's name when empty.
    pub alt: String,
    /// Whether the brand can be read: curators then see it blurred.
    pub shows_brand: bool,
    /// Whether it shows the label.
    pub shows_label: bool,
}

/// A photo of a product, in the maker's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoLine {
    /// Identity.
    pub media: MediaId,
    /// The picture.
    pub picture: Picture,
    /// Whether the brand can be read.
    pub shows_brand: bool,
    /// Whether it shows the label.
    pub shows_label: bool,
}

/// A product as its maker opens it to go on writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductFile {
    /// Identity.
    pub id: ProductId,
    /// Whose.
    pub business: BusinessId,
    /// The maker's name.
    pub maker: String,
    /// Its part of an address.
    pub slug: String,
    /// What is written so far.
    pub form: ProductForm,
    /// Its photos, the main one first.
    pub photos: Vec<PhotoLine>,
    /// What a submission still lacks.
    pub missing: Vec<Missing>,
}

/// A product in its maker's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyProduct {
    /// Identity.
    pub id: ProductId,
    /// Whose.
    pub business: BusinessId,
    /// Name.
    pub name: String,
    /// Its part of an address.
    pub slug: String,
    /// Family.
    pub category: Category,
    /// Price of one unit; 0 while unknown.
    pub price: Rupiah,
    /// Main photo.
    pub picture: Option<Picture>,
    /// Where its latest submission stands; what is prepared but not announced shows as being reviewed.
    pub state: Option<EntryState>,
    /// The badge it holds, and the badge's last day.
    pub grade: Option<(Grade, NaiveDate)>,
    /// Whether it stands in the gallery today.
    pub listed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crisps() -> ProductForm {
        ProductForm {
            name: "Keripik pisang kepok".into(),
            category: "food".into(),
            price: "Rp 18.500".into(),
            ..ProductForm::default()
        }
    }

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

    #[test]
    fn what_was_saved_is_shown_as_one_would_type_it() {
        let form = ProductForm {
            version: 4,
            price: "18.500".into(),
            moq: "1".into(),
            capacity: "1.200".into(),
            variants: vec![VariantForm {
                name: "pedas".into(),
                price: "19.000".into(),
            }],
            ..crisps()
        };
        assert_eq!(form.check().unwrap().form(4), form);
    }
}
