//! The public gallery: pages that anyone may read, collections that curators arrange, inquiries of buyers.

mod cards;
mod follower;
mod page;
mod shelves;
mod stock;

pub use follower::Gallery;
pub use page::page;
pub(crate) use stock::Words;

#[cfg(test)]
mod tests;
