//! What a file is by its bytes, whatever its name says.

use domain::media::PhotoProblem;
use image::ImageFormat;

/// The format of a photo.
pub(super) fn photo(bytes: &[u8]) -> Result<ImageFormat, PhotoProblem> {
    if bytes.is_empty() {
        return Err(PhotoProblem::Empty);
    }
    match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("image/jpeg") if !jpeg_ends(bytes) => Err(PhotoProblem::Damaged),
        Some("image/jpeg") => Ok(ImageFormat::Jpeg),
        Some("image/png") => Ok(ImageFormat::Png),
        Some("image/webp") => Ok(ImageFormat::WebP),
        _ => Err(PhotoProblem::NotAPhoto),
    }
}

/// Whether it is a whole PDF: its first bytes and its end mark.
pub(super) fn is_pdf(bytes: &[u8]) -> Result<bool, PhotoProblem> {
    if bytes.is_empty() {
        return Err(PhotoProblem::Empty);
    }
    if !bytes.starts_with(b"%PDF-") {
        return Ok(false);
    }
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    if tail.windows(5).any(|window| window == b"%%EOF") {
        Ok(true)
    } else {
        Err(PhotoProblem::Damaged)
    }
}

/// Whether the pixels of a JPEG go on to their end mark. Decoders forgive a missing end and fill the rest with grey.
fn jpeg_ends(bytes: &[u8]) -> bool {
    const END: u8 = 0xD9;
    let mut at = 2;
    let mut pixels = false;
    while let Some(&[first, marker]) = bytes.get(at..at + 2) {
        match (first, marker) {
            (0xFF, 0xFF) => at += 1,
            (0xFF, END) => return pixels,
            (0xFF, 0x00 | 0x01 | 0xD0..=0xD7) => at += 2,
            (0xFF, _) => {
                let Some(&[high, low]) = bytes.get(at + 2..at + 4) else {
                    return false;
                };
                pixels |= marker == 0xDA;
                at += 2 + usize::from(u16::from_be_bytes([high, low]));
            }
            _ => at += 1,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thumbnails_end_is_not_the_photos_end() {
        let with_thumbnail = [
            0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x06, 0xFF, 0xD8, 0xFF, 0xD9, 0xFF, 0xDA, 0x00, 0x02,
            0x12, 0x34,
        ];
        assert!(!jpeg_ends(&with_thumbnail));
        let whole = [
            &with_thumbnail[..],
            &[0xFF, 0x00, 0xFF, 0xD0, 0x56, 0xFF, 0xD9],
        ]
        .concat();
        assert!(jpeg_ends(&whole));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_stumble(bytes: Vec<u8>) {
            let _ = (photo(&bytes), is_pdf(&bytes), jpeg_ends(&bytes));
        }
    }
}
