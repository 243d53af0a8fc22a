//! The public pages: shelf, product, makers, collections, basket, inquiries, catalogue. Each is an axum handler.

mod address;
mod basket_cookie;
mod card;
mod facets;
mod json_ld;
mod pills;
mod why;

pub mod basket;
pub mod catalogue;
pub mod collections;
pub mod inquiry;
pub mod landing;
pub mod maker;
pub mod makers;
pub mod product;
pub mod robots;
pub mod share;
pub mod shelf;

pub use basket_cookie::Basket;
pub(crate) use inquiry::mark;
pub(crate) use makers::maker_cards;
pub(crate) use product::paragraphs;

use domain::curation::Category;
use icondata_core::IconData;

/// The sign of a family of products.
pub fn category_icon(category: Category) -> &'static IconData {
    match category {
        Category::Food => icondata_lu::LuCookie,
        Category::Craft => icondata_lu::LuAmphora,
        Category::Fashion => icondata_lu::LuScissors,
        Category::Beauty => icondata_lu::LuFlower2,
        Category::Agriculture => icondata_lu::LuWheat,
    }
}

/// The name of a regency as people say it: "Lombok Tengah", but "Kota Mataram".
pub fn short_place(regency: &str) -> &str {
    regency.strip_prefix("Kabupaten ").unwrap_or(regency)
}
