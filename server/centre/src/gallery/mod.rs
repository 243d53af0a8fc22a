//! The public gallery: pages that anyone may read, collections that curators arrange, inquiries of buyers.

mod cards;
mod collections;
mod follower;
mod front;
mod inquiries;
mod maker;
mod makers;
mod page;
mod product;
mod shelves;
mod sitemap;
mod stock;

pub use collections::{
    arrangeable, collection, collection_place, collections, publish_collection, save_collection,
};
pub use follower::Gallery;
pub use front::front;
pub use inquiries::{
    answer_inquiry, inquire, inquiry, inquiry_by_secret, inquiry_place, my_inquiries,
    reply_by_secret,
};
pub use maker::maker;
pub use makers::makers;
pub use page::{cards_of, catalogue, page};
pub use product::product;
pub use sitemap::{Sitemap, sitemap};
pub(crate) use stock::{SHOWN, Words};

#[cfg(test)]
pub(crate) mod tests;
