//! Uploads, good and bad.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A cloth of coloured threads, so that it neither compresses to nothing nor looks alike when turned.
pub fn cloth(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([
            (x * 255 / width) as u8,
            (y * 255 / height) as u8,
            ((x ^ y) % 64) as u8 * 3,
        ])
    })
}

/// The left half red, the right half blue.
pub fn red_and_blue(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 {
            Rgb([220, 20, 20])
        } else {
            Rgb([20, 20, 220])
        }
    })
}

pub fn encoded(picture: RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(picture)
        .write_to(&mut out, format)
        .unwrap();
    out.into_inner()
}

pub fn jpeg(picture: RgbImage) -> Vec<u8> {
    encoded(picture, ImageFormat::Jpeg)
}

/// The JPEG as a phone would write it: held sideways, with the place where it was taken.
pub fn with_exif(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    use exif::{Field, In, Rational, Tag, Value, experimental::Writer};
    let degrees =
        |d, m, s| Value::Rational([d, m, s].map(|num| Rational { num, denom: 1 }).to_vec());
    let text = |text: &str| Value::Ascii(vec![text.as_bytes().to_vec()]);
    let fields = [
        (Tag::Orientation, Value::Short(vec![orientation])),
        (Tag::Make, text("Telepon Lale Suryani")),
        (Tag::GPSLatitudeRef, text("S")),
        (Tag::GPSLatitude, degrees(8, 35, 12)),
        (Tag::GPSLongitudeRef, text("E")),
        (Tag::GPSLongitude, degrees(116, 16, 40)),
    ]
    .map(|(tag, value)| Field {
        tag,
        ifd_num: In::PRIMARY,
        value,
    });
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut tiff = Cursor::new(Vec::new());
    writer.write(&mut tiff, false).unwrap();
    let body = [b"Exif\0\0", tiff.into_inner().as_slice()].concat();
    with_segment(jpeg, 0xE1, &body)
}

/// The JPEG with one more segment at its beginning.
pub fn with_segment(jpeg: &[u8], marker: u8, body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, body, &jpeg[2..]].concat()
}

/// A PNG whose header claims other sides than its pixels have.
pub fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let mut png = encoded(cloth(320, 320), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    png
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 {
                0xEDB8_8320 ^ (sum >> 1)
            } else {
                sum >> 1
            }
        })
    })
}
