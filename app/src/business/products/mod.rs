//! A maker's products: the list, and the four steps in which one is written and sent in.

pub mod api;
pub mod begin;
pub mod list;
mod photos;
mod send;
mod terms;
pub mod upload;
pub mod write;

use domain::curation::{LabelItem, Missing};

use crate::{
    business::claim_name,
    words::{Key, Words, products as p},
};

/// The name of an item of a food label.
pub fn label_item(item: LabelItem) -> Key {
    match item {
        LabelItem::Name => p::LABEL_NAME,
        LabelItem::Ingredients => p::LABEL_INGREDIENTS,
        LabelItem::NetContent => p::LABEL_NET_CONTENT,
        LabelItem::Maker => p::LABEL_MAKER,
        LabelItem::Halal => p::LABEL_HALAL,
        LabelItem::ProductionCode => p::LABEL_PRODUCTION_CODE,
        LabelItem::BestBefore => p::LABEL_BEST_BEFORE,
        LabelItem::Licence => p::LABEL_LICENCE,
        LabelItem::Origin => p::LABEL_ORIGIN,
    }
}

/// What is missing, as a sentence.
pub fn missing_sentence(w: Words, missing: Missing) -> String {
    let key = match missing {
        Missing::Photo => p::MISSING_PHOTO,
        Missing::LabelPhoto => p::MISSING_LABEL_PHOTO,
        Missing::Description => p::MISSING_DESCRIPTION,
        Missing::Price => p::MISSING_PRICE,
        Missing::Capacity => p::MISSING_CAPACITY,
        Missing::NetContent => p::MISSING_NET_CONTENT,
        Missing::Licence(kind) => {
            return w.fill(p::MISSING_LICENCE, &[("claim", &w.t(claim_name(kind)))]);
        }
        Missing::Label(item) => {
            return w.fill(p::MISSING_LABEL, &[("item", &w.t(label_item(item)))]);
        }
        Missing::GalleryConsent => p::MISSING_CONSENT,
    };
    w.t(key).to_owned()
}
