//! The public gallery: what makers write about a product, what visitors filter and sort by, what pages show, and
//! buyers' inquiries.

mod collections;
mod filter;
mod inquiry;
mod makers;
mod pages;
mod product;
mod shelf;
mod writing;

pub use collections::{Arranged, CollectionForm, CollectionLine};
pub use filter::Filter;
pub use inquiry::{
    Ask, Inquiry, InquiryForm, InquiryItem, InquiryLine, MAX_ITEMS, Message, Sent, WantedItem,
    buyer_contact, whatsapp_link,
};
pub use makers::{MAKERS_PAGE, MakerCard, MakerFilter, Makers};
pub use pages::{Badge, Claim, CollectionPage, MakerPage, PastGrade, ProductPage};
pub use product::{
    MyProduct, PhotoForm, PhotoLine, ProductFile, ProductForm, ProductText, Tier, TierForm,
    Variant, VariantForm,
};
pub use shelf::{
    Card, Count, Facets, Family, Front, LEAD_STEPS, MOQ_STEPS, PRICE_STEPS, Picture, PlaceCount,
    Shelf,
};
pub use writing::WritingStep;

use serde::{Deserialize, Serialize};

/// The order of products.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Last curated first; best match first when words were typed.
    #[default]
    Newest,
    /// Best grade first.
    Grade,
    /// Cheapest first.
    Cheapest,
    /// Dearest first.
    Dearest,
    /// Soonest ready first.
    Soonest,
}

crate::text::text_enum!(Sort {
    Newest => "newest",
    Grade => "grade",
    Cheapest => "cheapest",
    Dearest => "dearest",
    Soonest => "soonest",
});

/// Products on one page of the gallery.
pub const PAGE: i64 = 24;

/// An address part from a name: `Songket Subahnale (emas)` → `songket-subahnale-emas`.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'à'..='å' => out.push('a'),
            'è'..='ë' => out.push('e'),
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.truncate(60);
    out.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_readable_in_an_address() {
        assert_eq!(slug("Songket Subahnale (emas)"), "songket-subahnale-emas");
        assert_eq!(slug("  Kopi Arabika — 200 g!"), "kopi-arabika-200-g");
        assert_eq!(slug("***"), "");
    }
}
