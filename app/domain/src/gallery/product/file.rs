//! A product as its maker finds it again: in the list, opened, with its photos.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{super::Picture, form::ProductForm};
use crate::{
    curation::{Category, Missing},
    ids::{BusinessId, MediaId, ProductId},
    money::Rupiah,
    review::{EntryState, Grade},
};

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
