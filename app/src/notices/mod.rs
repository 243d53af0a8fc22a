//! Messages of the product to a person.

pub mod api;
pub mod page;
