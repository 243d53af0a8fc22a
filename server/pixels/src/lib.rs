//! Arithmetic on pictures: smaller, blurred, as WebP. Slow: for blocking threads.
//!
//! A crate of its own because the compiler needs it: the resizer is generic, so it is compiled where it is called, and
//! without optimisation one photo takes a second.

mod share;

pub use share::{Share, share};

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};
use image::{DynamicImage, RgbImage};

/// WebP quality, 0–100.
const QUALITY: f32 = 78.0;
/// Blocks on the longer side of a blurred picture: too few for letters.
const BLOCKS: u32 = 24;

/// What a picture's own arithmetic can run into; never the fault of who sent it.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The pixels do not fill the sides.
    #[error("pixels and sides differ")]
    Sides,
    /// The resizer refused.
    #[error("resizing: {0}")]
    Resize(#[from] fast_image_resize::ResizeError),
    /// The house's own font cannot be read.
    #[error("font")]
    Font,
    /// WebP refused.
    #[error("WebP: {0}")]
    WebP(String),
}

/// The picture in these sides; itself when it has them already.
pub fn resized(picture: &RgbImage, width: u32, height: u32) -> Result<RgbImage, Broken> {
    if picture.dimensions() == (width, height) {
        return Ok(picture.clone());
    }
    scaled(picture, width, height, FilterType::Lanczos3)
}

fn scaled(
    picture: &RgbImage,
    width: u32,
    height: u32,
    filter: FilterType,
) -> Result<RgbImage, Broken> {
    let source = ImageRef::new(
        picture.width(),
        picture.height(),
        picture.as_raw(),
        PixelType::U8x3,
    )
    .map_err(|_| Broken::Sides)?;
    let mut scaled = Image::new(width, height, PixelType::U8x3);
    let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
    Resizer::new().resize(&source, &mut scaled, &how)?;
    RgbImage::from_raw(width, height, scaled.into_vec()).ok_or(Broken::Sides)
}

/// Colours and masses of the picture, but neither letters nor marks, in the same sides.
pub fn blurred(picture: &RgbImage) -> Result<RgbImage, Broken> {
    let (width, height) = picture.dimensions();
    let longer = width.max(height);
    let blocks = |side: u32| (side * BLOCKS / longer).max(1);
    let coarse = scaled(picture, blocks(width), blocks(height), FilterType::Box)?;
    scaled(&coarse, width, height, FilterType::Bilinear)
}

/// The average colour, `#rrggbb`.
pub fn tint(picture: &RgbImage) -> String {
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

/// The picture without transparency: what one sees of it on white paper.
pub fn on_white(picture: DynamicImage) -> RgbImage {
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

/// The picture as WebP.
pub fn webp(picture: &RgbImage) -> Result<Vec<u8>, Broken> {
    let encoder = webp::Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height());
    let encoded = encoder
        .encode_simple(false, QUALITY)
        .map_err(|error| Broken::WebP(format!("{error:?}")))?;
    Ok(encoded.to_vec())
}
