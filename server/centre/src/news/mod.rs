//! Short news of centres: written, shown, taken back.

mod photo;
mod read;
mod write;

pub use photo::{drop_news_photo, set_news_photo};
pub use read::{desk, latest, news, news_place, of_desk, page, public_slugs};
pub use write::{publish_news, save_news};

#[cfg(test)]
mod tests;
