//! A product's words and numbers as read, and how they are shown again in the form.

use serde::{Deserialize, Serialize};

use super::form::{ProductForm, TierForm, VariantForm};
use crate::{
    curation::{Category, LabelItem},
    money::{Rupiah, grouped},
};

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
    /// At most [`MAX_VARIANTS`](super::form::MAX_VARIANTS).
    pub variants: Vec<Variant>,
    /// At most [`MAX_TIERS`](super::form::MAX_TIERS), by rising quantity and falling price.
    pub tiers: Vec<Tier>,
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

impl ProductText {
    /// The form that would be read to this text: what a saved product shows when it is opened again.
    pub fn form(&self, version: i64) -> ProductForm {
        let amount = |price: Rupiah| match price {
            Rupiah(0) => String::new(),
            Rupiah(amount) => grouped(amount.unsigned_abs()),
        };
        let count = |count: i64| match count {
            0 => String::new(),
            count => grouped(count.unsigned_abs()),
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

#[cfg(test)]
mod tests {
    use super::{super::tests::crisps, *};

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
