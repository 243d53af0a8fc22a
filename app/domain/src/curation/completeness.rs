//! What a submission must bring before a curator's time is spent on it.

use serde::{Deserialize, Serialize};

use super::Category;
use crate::business::ClaimKind;

/// The nine minimum items of a food label (BPOM 31/2018 as amended by 20/2021).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelItem {
    /// Name of the product.
    Name,
    /// List of ingredients.
    Ingredients,
    /// Net weight or content.
    NetContent,
    /// Name and address of the maker.
    Maker,
    /// Halal mark, where required.
    Halal,
    /// Date and code of production.
    ProductionCode,
    /// Best before.
    BestBefore,
    /// Number of the distribution licence.
    Licence,
    /// Origin of certain ingredients.
    Origin,
}

crate::text::text_enum!(LabelItem {
    Name => "name",
    Ingredients => "ingredients",
    NetContent => "net_content",
    Maker => "maker",
    Halal => "halal",
    ProductionCode => "production_code",
    BestBefore => "best_before",
    Licence => "licence",
    Origin => "origin",
});

/// One thing that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// A photo of the product.
    Photo,
    /// A photo of the label.
    LabelPhoto,
    /// A description.
    Description,
    /// The price.
    Price,
    /// What a month can bring forth.
    Capacity,
    /// The net content.
    NetContent,
    /// A licence that the law asks of this kind of product; one of these is enough.
    Licence(ClaimKind),
    /// An item of the label.
    Label(LabelItem),
    /// The consent to show products in the public gallery.
    GalleryConsent,
}

/// What a submission brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readiness {
    /// The product's family; `None` while not chosen.
    pub category: Option<Category>,
    /// Photos uploaded.
    pub photos: usize,
    /// Whether one of them shows the label.
    pub label_photo: bool,
    /// Whether a description was written.
    pub description: bool,
    /// Whether it has a price.
    pub price: bool,
    /// Whether the monthly capacity is known.
    pub capacity: bool,
    /// Whether the net content is known.
    pub net_content: bool,
    /// Claims of the business that are neither lapsed nor rejected.
    pub claims: Vec<ClaimKind>,
    /// Items the maker found on the label.
    pub label: Vec<LabelItem>,
    /// Whether the public gallery was consented to.
    pub gallery_consent: bool,
}

/// Everything that is missing, in the order people mend it; empty when it may be sent in.
///
/// Gates by type of product (domain law, versioned in the rubric's gates for the curators): every business a NIB;
/// food a P-IRT or BPOM licence; beauty a BPOM licence. Halal on the label only where the claim is held.
pub fn missing(ready: &Readiness) -> Vec<Missing> {
    let mut out = Vec::new();
    let mut need = |ok: bool, what: Missing| {
        if !ok {
            out.push(what);
        }
    };
    let holds = |kind| ready.claims.contains(&kind);
    need(ready.photos > 0, Missing::Photo);
    need(ready.description, Missing::Description);
    need(ready.price, Missing::Price);
    need(ready.capacity, Missing::Capacity);
    need(holds(ClaimKind::Nib), Missing::Licence(ClaimKind::Nib));
    match ready.category {
        Some(Category::Food) => {
            need(
                holds(ClaimKind::Pirt) || holds(ClaimKind::Bpom),
                Missing::Licence(ClaimKind::Pirt),
            );
            need(ready.net_content, Missing::NetContent);
            need(ready.label_photo, Missing::LabelPhoto);
            for item in LabelItem::ALL {
                let asked = match item {
                    LabelItem::Halal => holds(ClaimKind::Halal),
                    LabelItem::Origin => false,
                    _ => true,
                };
                need(!asked || ready.label.contains(item), Missing::Label(*item));
            }
        }
        Some(Category::Beauty) => {
            need(holds(ClaimKind::Bpom), Missing::Licence(ClaimKind::Bpom));
            need(ready.net_content, Missing::NetContent);
            need(ready.label_photo, Missing::LabelPhoto);
        }
        Some(Category::Craft | Category::Fashion | Category::Agriculture) | None => {}
    }
    need(ready.gallery_consent, Missing::GalleryConsent);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn songket() -> Readiness {
        Readiness {
            category: Some(Category::Fashion),
            photos: 1,
            description: true,
            price: true,
            capacity: true,
            claims: vec![ClaimKind::Nib],
            gallery_consent: true,
            ..Readiness::default()
        }
    }

    #[test]
    fn a_songket_needs_no_food_label() {
        assert_eq!(missing(&songket()), vec![]);
    }

    #[test]
    fn crisps_without_a_production_code_are_told_so_before_sending() {
        let crisps = Readiness {
            category: Some(Category::Food),
            claims: vec![ClaimKind::Nib, ClaimKind::Pirt],
            label_photo: true,
            net_content: true,
            label: LabelItem::ALL
                .iter()
                .copied()
                .filter(|item| *item != LabelItem::ProductionCode)
                .collect(),
            ..songket()
        };
        assert_eq!(
            missing(&crisps),
            vec![Missing::Label(LabelItem::ProductionCode)]
        );
    }

    #[test]
    fn a_cream_is_not_sent_without_bpom() {
        let cream = Readiness {
            category: Some(Category::Beauty),
            label_photo: true,
            net_content: true,
            ..songket()
        };
        assert_eq!(missing(&cream), vec![Missing::Licence(ClaimKind::Bpom)]);
    }
}
