//! Photos and documents: what is accepted, how it is kept, and where it lies.
//!
//! Only pixels survive an upload: a photo is decoded, turned upright, shrunk and written anew as WebP, so that no EXIF,
//! no position and no hidden passenger reaches the folder. Who may see a file is decided by the callers.

mod document;
mod files;
mod photo;
mod pixels;
mod public;
mod reach;
mod sniff;

pub use ::pixels::Share;
pub use document::{document_bytes, keep_document};
pub use files::Files;
pub use photo::{blurred_bytes, by_hash, keep_photo, photo_bytes, share_picture};
pub use public::is_public;
pub use reach::{may_open_document, may_see_photo};

#[cfg(test)]
mod tests;
