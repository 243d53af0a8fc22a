//! Photos and documents: what is accepted and in which sizes photos are kept.

use serde::{Deserialize, Serialize};

use crate::ids::MediaId;

/// Why a picture or document was refused.
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
    /// A document that is neither PDF nor a photo, whatever its name says.
    NotADocument,
    /// More than [`MAX_DOCUMENT_BYTES`].
    DocumentTooHeavy,
}

crate::text::text_enum!(PhotoProblem {
    Empty => "empty",
    TooHeavy => "too_heavy",
    NotAPhoto => "not_a_photo",
    Damaged => "damaged",
    TooLarge => "too_large",
    TooSmall => "too_small",
    Duplicate => "duplicate",
    NotADocument => "not_a_document",
    DocumentTooHeavy => "document_too_heavy",
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
/// Bytes of a document, at most: 10 MB.
pub const MAX_DOCUMENT_BYTES: usize = 10 * 1024 * 1024;

/// A photo that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Identity.
    pub id: MediaId,
    /// SHA-256 of the upload, in hexadecimal letters.
    pub hash: String,
    /// Pixels of the upload, upright.
    pub width: u32,
    /// Pixels of the upload, upright.
    pub height: u32,
    /// Its average colour, `#rrggbb`.
    pub tint: String,
}

/// The widths in which a photo of this width is kept: each of [`WIDTHS`] up to the first one that holds it whole.
///
/// A photo of 500 pixels is kept as 320 and, unenlarged, as 640.
pub fn sizes(width: u32) -> &'static [u32] {
    let last = WIDTHS.iter().position(|size| *size >= width);
    &WIDTHS[..last.map_or(WIDTHS.len(), |at| at + 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_is_kept_up_to_the_width_that_holds_it() {
        assert_eq!(sizes(300), [320]);
        assert_eq!(sizes(500), [320, 640]);
        assert_eq!(sizes(640), [320, 640]);
        assert_eq!(sizes(4000), WIDTHS);
    }
}
