//! The picture of a shared link: a product's photo beside its name, maker and label. 1200 × 630, as messengers show it.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};
use image::{Rgb, RgbImage, codecs::jpeg::JpegEncoder, imageops};

use crate::{Broken, resized};

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
/// The photo's part, at the left.
const PHOTO: u32 = 504;
/// Where the words begin and end.
const LEFT: f32 = 560.0;
const RIGHT: f32 = 1144.0;
/// JPEG quality, 0–100: messengers want less than 300 kB.
const QUALITY: u8 = 86;

const COTTON: Rgb<u8> = Rgb([247, 242, 233]);
const INK: Rgb<u8> = Rgb([43, 35, 32]);
const MUTED: Rgb<u8> = Rgb([110, 99, 92]);
const INDIGO: Rgb<u8> = Rgb([39, 50, 108]);
const TURMERIC: Rgb<u8> = Rgb([240, 189, 85]);
const WHITE: Rgb<u8> = Rgb([255, 255, 255]);

const MEDIUM: &[u8] = include_bytes!("../fonts/plus-jakarta-sans-500.ttf");
const HEAVY: &[u8] = include_bytes!("../fonts/plus-jakarta-sans-800.ttf");

/// What stands beside the photo.
#[derive(Clone, Debug)]
pub struct Share {
    /// The product.
    pub name: String,
    /// Who makes it, and where.
    pub maker: String,
    /// The label's letter.
    pub letter: char,
    /// The label's word.
    pub word: String,
}

/// The picture, as JPEG.
pub fn share(photo: &RgbImage, what: &Share) -> Result<Vec<u8>, Broken> {
    let font = |bytes| FontRef::try_from_slice(bytes).map_err(|_| Broken::Font);
    let (medium, heavy) = (font(MEDIUM)?, font(HEAVY)?);
    let mut sheet = RgbImage::from_pixel(WIDTH, HEIGHT, COTTON);
    imageops::replace(&mut sheet, &covering(photo)?, 0, 0);
    band(&mut sheet);

    let mut write = |font: &FontRef, text: &str, size: f32, x: f32, y: f32, colour| {
        draw(&mut sheet, font, text, size, (x, y), colour);
    };
    write(&heavy, "Naik Kelas", 30.0, LEFT, 92.0, INDIGO);
    let mut y = 172.0;
    for line in lines(&heavy, &what.name, 58.0, 3) {
        write(&heavy, &line, 58.0, LEFT, y + 44.0, INK);
        y += 68.0;
    }
    for line in lines(&medium, &what.maker, 32.0, 2) {
        write(&medium, &line, 32.0, LEFT, y + 40.0, MUTED);
        y += 42.0;
    }
    let (ground, letter) = match what.letter {
        'A' => (INDIGO, WHITE),
        'B' => (Rgb([27, 103, 67]), WHITE),
        _ => (TURMERIC, INK),
    };
    label(&mut sheet, ground);
    let mark = what.letter.to_string();
    let middle = LEFT + (LABEL as f32 - width(&heavy, &mark, 56.0)) / 2.0;
    draw(&mut sheet, &heavy, &mark, 56.0, (middle, 560.0), letter);
    let beside = LEFT + LABEL as f32 + 28.0;
    draw(&mut sheet, &heavy, &what.word, 38.0, (beside, 553.0), INK);

    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, QUALITY)
        .encode_image(&sheet)
        .map_err(|_| Broken::Sides)?;
    Ok(out)
}

/// The photo filling its part, cut at the sides or above and below.
fn covering(photo: &RgbImage) -> Result<RgbImage, Broken> {
    let (w, h) = (
        f64::from(photo.width().max(1)),
        f64::from(photo.height().max(1)),
    );
    let scale = (f64::from(PHOTO) / w).max(f64::from(HEIGHT) / h);
    let side = |pixels: f64, least: u32| ((pixels * scale).round() as u32).max(least);
    let large = resized(photo, side(w, PHOTO), side(h, HEIGHT))?;
    let (x, y) = ((large.width() - PHOTO) / 2, (large.height() - HEIGHT) / 2);
    Ok(imageops::crop_imm(&large, x, y, PHOTO, HEIGHT).to_image())
}

/// A row of tumpal along the upper edge of the words.
fn band(sheet: &mut RgbImage) {
    const TOOTH: u32 = 24;
    for x in PHOTO..WIDTH {
        let across = (x - PHOTO) % TOOTH;
        let height = across.min(TOOTH - across);
        for y in 0..TOOTH / 2 + 4 {
            let colour = match y {
                y if y < 4 => INDIGO,
                y if y - 4 < height => TURMERIC,
                y if y - 4 < height + 3 => INDIGO,
                _ => continue,
            };
            sheet.put_pixel(x, y, colour);
        }
    }
}

/// Pixels of the label's square.
const LABEL: u32 = 84;

/// The label: a square with a woven right edge.
fn label(sheet: &mut RgbImage, colour: Rgb<u8>) {
    let (left, top) = (LEFT as u32, 500);
    for y in 0..LABEL {
        let tooth = y % 12;
        let notch = if tooth < 6 { tooth } else { 12 - tooth };
        for x in 0..LABEL + 6 - notch {
            sheet.put_pixel(left + x, top + y, colour);
        }
    }
}

fn width(font: &FontRef, text: &str, size: f32) -> f32 {
    let font = font.as_scaled(PxScale::from(size));
    text.chars().map(|c| font.h_advance(font.glyph_id(c))).sum()
}

/// The text in lines that fit; what does not fit into the last ends in an ellipsis.
fn lines(font: &FontRef, text: &str, size: f32, most: usize) -> Vec<String> {
    let room = RIGHT - LEFT;
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match out.last_mut() {
            Some(line) if width(font, &format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    let cut = out.len() > most;
    out.truncate(most);
    for (place, line) in out.iter_mut().enumerate() {
        let more = cut && place + 1 == most;
        let fits = |line: &str| {
            width(font, line, size) + if more { width(font, "…", size) } else { 0.0 } <= room
        };
        while !fits(line) && line.pop().is_some() {}
        if more {
            line.push('…');
        }
    }
    out
}

/// Writes a line; `at` is where its baseline begins.
fn draw(
    sheet: &mut RgbImage,
    font: &FontRef,
    text: &str,
    size: f32,
    at: (f32, f32),
    colour: Rgb<u8>,
) {
    let scaled = font.as_scaled(PxScale::from(size));
    let mut x = at.0;
    for letter in text.chars() {
        let id = scaled.glyph_id(letter);
        let glyph = id.with_scale_and_position(size, point(x, at.1));
        x += scaled.h_advance(id);
        let Some(outline) = font.outline_glyph(glyph) else {
            continue;
        };
        let bounds = outline.px_bounds();
        outline.draw(|dx, dy, cover| {
            let (px, py) = (bounds.min.x + dx as f32, bounds.min.y + dy as f32);
            if px >= 0.0 && py >= 0.0 && px < WIDTH as f32 && py < HEIGHT as f32 {
                let pixel = sheet.get_pixel_mut(px as u32, py as u32);
                for (under, over) in pixel.0.iter_mut().zip(colour.0) {
                    let mixed =
                        f32::from(*under) + (f32::from(over) - f32::from(*under)) * cover.min(1.0);
                    *under = mixed.round() as u8;
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_and_the_picture_stays_small() {
        let heavy = FontRef::try_from_slice(HEAVY).unwrap();
        let name = "Songket Subahnale benang emas lebar dua meter untuk upacara adat dan hantaran pengantin";
        let cut = lines(&heavy, name, 58.0, 3);
        assert_eq!(cut.len(), 3);
        assert!(
            cut[2].ends_with('…')
                && cut
                    .iter()
                    .all(|line| width(&heavy, line, 58.0) <= RIGHT - LEFT)
        );
        assert_eq!(lines(&heavy, "Kopi", 58.0, 3), ["Kopi"]);

        let photo = RgbImage::from_fn(640, 800, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
        let what = Share {
            name: name.into(),
            maker: "Tenun Sari Sukarara, Lombok Tengah".into(),
            letter: 'A',
            word: "Siap ekspor".into(),
        };
        let bytes = share(&photo, &what).unwrap();
        assert!(
            bytes.starts_with(&[0xff, 0xd8]) && bytes.len() < 300_000,
            "{}",
            bytes.len()
        );
        let words = image::load_from_memory(&bytes).unwrap().into_rgb8();
        assert_eq!(words.dimensions(), (WIDTH, HEIGHT));
        let dark = words
            .enumerate_pixels()
            .filter(|(x, y, p)| *x > 560 && *y > 160 && *y < 380 && p.0[0] < 90)
            .count();
        assert!(dark > 5_000, "the name is written: {dark}");
    }
}
