//! The public pages of news.

pub mod card;
pub mod list;
pub mod piece;
