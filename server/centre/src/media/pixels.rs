//! From an upload's bytes to upright, shrunken WebP. Nothing but pixels gets through. Slow: for blocking threads.

use std::io::Cursor;

use ::pixels::{blurred, on_white, resized, tint, webp};
use domain::{
    Refusal,
    media::{MAX_BYTES, MAX_PIXELS, MIN_SIDE, PhotoProblem, sizes},
};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, RgbImage, metadata::Orientation,
};

use super::sniff;
use crate::{Error, Fault, Result};

/// A rendition is at most this many times as high as its width allows; taller photos come out narrower.
const TALLEST: u32 = 4;
/// Memory of one decoding, at most: 64 megapixels with transparency, and some room.
const MAX_MEMORY: u64 = MAX_PIXELS * 4 + 64 * 1024 * 1024;

/// A photo ready to be kept.
pub(super) struct Prepared {
    /// Pixels of the upload, upright.
    pub width: u32,
    /// Pixels of the upload, upright.
    pub height: u32,
    /// Average colour, `#rrggbb`.
    pub tint: String,
    /// Widest last.
    pub renditions: Vec<Rendition>,
    /// The smallest rendition, blurred: it would show no more if it were larger.
    pub blurred: Vec<u8>,
}

/// One size.
pub(super) struct Rendition {
    pub width: u32,
    pub clear: Vec<u8>,
}

/// Prepares a photo, or says what is wrong with it.
pub(super) fn prepare(bytes: &[u8]) -> Result<Prepared> {
    let (picture, orientation) = decode(bytes).map_err(Refusal::Photo)?;
    let turned = swaps_sides(orientation);
    let (width, height) = upright(picture.dimensions(), turned);
    let sizes = sizes(width);

    let mut renditions = Vec::with_capacity(sizes.len());
    let mut scaled = RgbImage::default();
    for (index, size) in sizes.iter().rev().enumerate() {
        let (w, h) = fit(width, height, *size);
        scaled = if index > 0 {
            resized(&scaled, w, h).map_err(broken)?
        } else {
            let (w, h) = upright((w, h), turned);
            let mut scaled = DynamicImage::from(resized(&picture, w, h).map_err(broken)?);
            scaled.apply_orientation(orientation);
            scaled.into_rgb8()
        };
        let clear = webp(&scaled).map_err(broken)?;
        renditions.push(Rendition {
            width: *size,
            clear,
        });
    }
    renditions.reverse();
    let blurred = blurred(&scaled).map_err(broken)?;
    Ok(Prepared {
        width,
        height,
        tint: tint(&scaled),
        renditions,
        blurred: webp(&blurred).map_err(broken)?,
    })
}

/// The pixels as they lie in the file, without transparency, and how they must be turned.
fn decode(bytes: &[u8]) -> std::result::Result<(RgbImage, Orientation), PhotoProblem> {
    if bytes.len() > MAX_BYTES {
        return Err(PhotoProblem::TooHeavy);
    }
    let format = sniff::photo(bytes)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(problem)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PhotoProblem::TooLarge);
    }
    if width.min(height) < MIN_SIDE {
        return Err(PhotoProblem::TooSmall);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(problem)?;
    Ok((on_white(picture), orientation))
}

fn problem(error: ImageError) -> PhotoProblem {
    match error {
        ImageError::Limits(_) => PhotoProblem::TooLarge,
        _ => PhotoProblem::Damaged,
    }
}

fn swaps_sides(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

fn upright((width, height): (u32, u32), turned: bool) -> (u32, u32) {
    if turned {
        (height, width)
    } else {
        (width, height)
    }
}

/// The sides of a rendition: at most `size` wide and four times as high, never enlarged.
fn fit(width: u32, height: u32, size: u32) -> (u32, u32) {
    let scale = (f64::from(size) / f64::from(width))
        .min(f64::from(size * TALLEST) / f64::from(height))
        .min(1.0);
    let side = |pixels: u32| ((f64::from(pixels) * scale).round() as u32).max(1);
    (side(width), side(height))
}

fn broken(cause: ::pixels::Broken) -> Error {
    Fault::because("photo", cause).into()
}
