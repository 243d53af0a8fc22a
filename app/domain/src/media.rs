//! Photos: what is accepted and in which sizes they are kept.

use serde::{Deserialize, Serialize};

/// Why a picture was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoProblem {
    /// No bytes.
    Empty,
    /// More than [`MAX_BYTES`].
    TooHeavy,
    /// Neither JPEG, PNG nor WebP, whatever its name says.
    NotAPhoto,
    /// It ends too early or is damaged.
    Damaged,
    /// More than [`MAX_PIXELS`].
    TooLarge,
    /// Narrower or lower than [`MIN_SIDE`].
    TooSmall,
    /// This product has this picture already.
    Duplicate,
}

crate::text::text_enum!(PhotoProblem {
    Empty => "empty",
    TooHeavy => "too_heavy",
    NotAPhoto => "not_a_photo",
    Damaged => "damaged",
    TooLarge => "too_large",
    TooSmall => "too_small",
    Duplicate => "duplicate",
});

/// Bytes of an upload, at most: 20 MB, as phones make them.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// Pixels of an upload, at most: 64 megapixels.
pub const MAX_PIXELS: u64 = 64_000_000;
/// Shortest side of an upload, in pixels.
pub const MIN_SIDE: u32 = 300;
/// Photos of one product, at most.
pub const MAX_PHOTOS: usize = 8;
/// The widths kept, in pixels. A photo is never enlarged.
pub const WIDTHS: [u32; 3] = [320, 640, 1280];
