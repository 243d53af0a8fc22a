//! From an upload's bytes to upright, shrunken WebP. Nothing but pixels gets through. Slow: for blocking threads.

use std::io::Cursor;

use domain::{
    Refusal,
    media::{MAX_BYTES, MAX_PIXELS, MIN_SIDE, PhotoProblem, sizes},
};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer, images::Image};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, RgbImage, metadata::Orientation,
};

use super::sniff;
use crate::{Error, Fault, Result};

/// WebP quality, 0–100.
const QUALITY: f32 = 78.0;
/// A rendition is at most this many times as high as its width allows; taller photos come out narrower.
const TALLEST: u32 = 4;
/// Blocks on the longer side of the blurred rendition: too few for letters.
const BLOCKS: u32 = 24;
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
}

/// One size.
pub(super) struct Rendition {
    pub width: u32,
    pub clear: Vec<u8>,
    pub blurred: Vec<u8>,
}

/// Prepares a photo, or says what is wrong with it.
pub(super) fn prepare(bytes: &[u8]) -> Result<Prepared> {
    let (picture, orientation) = decode(bytes).map_err(Refusal::Photo)?;
    let turned = swaps_sides(orientation);
    let (width, height) = upright(picture.dimensions(), turned);
    let sizes = sizes(width);

    let mut renditions = Vec::with_capacity(sizes.len());
    let mut larger: Option<RgbImage> = None;
    for size in sizes.iter().rev() {
        let (w, h) = fit(width, height, *size);
        let scaled = match &larger {
            Some(larger) => resize(larger, w, h)?,
            None => {
                let (w, h) = upright((w, h), turned);
                let mut scaled = DynamicImage::from(resize(&picture, w, h)?);
                scaled.apply_orientation(orientation);
                scaled.into_rgb8()
            }
        };
        let blurred = webp(&blur(&scaled)?)?;
        renditions.push(Rendition {
            width: *size,
            clear: webp(&scaled)?,
            blurred,
        });
        larger = Some(scaled);
    }
    renditions.reverse();
    let tint = larger.as_ref().map(average).unwrap_or_default();
    Ok(Prepared {
        width,
        height,
        tint,
        renditions,
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

fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let seen = picture.into_rgba8();
    let mut out = RgbImage::new(seen.width(), seen.height());
    for (to, from) in out.pixels_mut().zip(seen.pixels()) {
        let alpha = u32::from(from[3]);
        to.0 = std::array::from_fn(|c| {
            ((u32::from(from[c]) * alpha + 255 * (255 - alpha)) / 255) as u8
        });
    }
    out
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

fn resize(picture: &RgbImage, width: u32, height: u32) -> Result<RgbImage> {
    if picture.dimensions() == (width, height) {
        return Ok(picture.clone());
    }
    scale(picture, width, height, FilterType::Lanczos3)
}

fn scale(picture: &RgbImage, width: u32, height: u32, filter: FilterType) -> Result<RgbImage> {
    let source = fast_image_resize::images::ImageRef::new(
        picture.width(),
        picture.height(),
        picture.as_raw(),
        PixelType::U8x3,
    )
    .map_err(fault)?;
    let mut scaled = Image::new(width, height, PixelType::U8x3);
    let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
    Resizer::new()
        .resize(&source, &mut scaled, &how)
        .map_err(fault)?;
    RgbImage::from_raw(width, height, scaled.into_vec()).ok_or_else(|| Fault::new("photo").into())
}

/// Shows colours and masses, but neither letters nor marks.
fn blur(picture: &RgbImage) -> Result<RgbImage> {
    let (width, height) = picture.dimensions();
    let longer = width.max(height);
    let blocks = |side: u32| (side * BLOCKS / longer).max(1);
    let coarse = scale(picture, blocks(width), blocks(height), FilterType::Box)?;
    scale(&coarse, width, height, FilterType::Bilinear)
}

fn average(picture: &RgbImage) -> String {
    let mut sums = [0u64; 3];
    for pixel in picture.pixels() {
        for (sum, value) in sums.iter_mut().zip(pixel.0) {
            *sum += u64::from(value);
        }
    }
    let count = u64::from(picture.width()) * u64::from(picture.height());
    let [r, g, b] = sums.map(|sum| sum / count.max(1));
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn webp(picture: &RgbImage) -> Result<Vec<u8>> {
    let encoder = webp::Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height());
    let encoded = encoder
        .encode_simple(false, QUALITY)
        .map_err(|error| Fault::new(format!("WebP: {error:?}")))?;
    Ok(encoded.to_vec())
}

fn fault(cause: impl std::error::Error + Send + Sync + 'static) -> Error {
    Fault::because("photo", cause).into()
}
