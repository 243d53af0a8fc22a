//! Shelves that curators arrange.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    ids::{CentreId, CollectionId, ProductId},
    language::Bilingual,
    refusal::{Check, Problem, text},
};

/// Products of one collection, at most.
pub const MAX_ARRANGED: usize = 60;

/// The form of a collection, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CollectionForm {
    /// Indonesian title.
    pub title_id: String,
    /// English title; the Indonesian one stands in when empty.
    pub title_en: String,
    /// Indonesian introduction.
    pub intro_id: String,
    /// English introduction.
    pub intro_en: String,
    /// In order.
    pub products: Vec<ProductId>,
}

/// A collection as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arranged {
    /// 3–80 letters in Indonesian.
    pub title: Bilingual,
    /// At most 600 letters.
    pub intro: Bilingual,
    /// Each product once, in order.
    pub products: Vec<ProductId>,
}

impl CollectionForm {
    /// Reads the form.
    pub fn check(&self) -> Result<Arranged, Refusal> {
        let mut check = Check::default();
        let title_id = check.field("title_id", text(&self.title_id, 3, 80));
        let title_en = check.field("title_en", text(&self.title_en, 0, 80));
        let intro_id = check.field("intro_id", text(&self.intro_id, 0, 600));
        let intro_en = check.field("intro_en", text(&self.intro_en, 0, 600));
        let mut products = Vec::new();
        for product in &self.products {
            if !products.contains(product) {
                products.push(*product);
            }
        }
        if products.len() > MAX_ARRANGED {
            let max = MAX_ARRANGED as u32;
            check.problem("products", Problem::TooLong { max });
        }
        check.done()?;
        Ok(Arranged {
            title: Bilingual::new(title_id.unwrap_or_default(), title_en.unwrap_or_default()),
            intro: Bilingual::new(intro_id.unwrap_or_default(), intro_en.unwrap_or_default()),
            products,
        })
    }
}

/// A collection in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionLine {
    /// Identity.
    pub id: CollectionId,
    /// The centre whose curators arranged it.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// Part of an address.
    pub slug: String,
    /// Title.
    pub title: Bilingual,
    /// A few sentences.
    pub intro: Bilingual,
    /// In order; also those that do not stand in the gallery today.
    pub products: Vec<ProductId>,
    /// Since when the public sees it.
    pub published_at: Option<DateTime<Utc>>,
}
