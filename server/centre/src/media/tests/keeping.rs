//! What is kept of a photo: its pixels, upright, in several sizes; and nothing else.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, RgbaImage};

use super::bytes::{cloth, encoded, jpeg, red_and_blue, with_exif, with_segment};
use crate::media::pixels::{Prepared, prepare};

fn shown(webp: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(webp, ImageFormat::WebP)
        .unwrap()
        .into_rgb8()
}

fn sides(photo: &Prepared) -> Vec<(u32, (u32, u32))> {
    photo
        .renditions
        .iter()
        .map(|size| (size.width, shown(&size.clear).dimensions()))
        .collect()
}

/// A place in a picture of these sides.
type Spot = fn(u32, u32) -> (u32, u32);

fn is_red(pixel: &Rgb<u8>) -> bool {
    pixel.0[0] > 150 && pixel.0[2] < 90
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[rstest::rstest]
#[case(ImageFormat::Jpeg)]
#[case(ImageFormat::Png)]
#[case(ImageFormat::WebP)]
fn every_format_is_kept_as_webp_in_three_widths(#[case] format: ImageFormat) {
    let photo = prepare(&encoded(cloth(1600, 1200), format)).unwrap();
    assert_eq!((photo.width, photo.height), (1600, 1200));
    assert_eq!(
        sides(&photo),
        [(320, (320, 240)), (640, (640, 480)), (1280, (1280, 960))]
    );
}

#[test]
fn a_photo_is_never_enlarged() {
    let photo = prepare(&jpeg(cloth(500, 400))).unwrap();
    assert_eq!(sides(&photo), [(320, (320, 256)), (640, (500, 400))]);
}

#[test]
fn a_very_tall_photo_is_narrowed_instead_of_breaking_the_format() {
    let photo = prepare(&encoded(RgbImage::new(400, 30_000), ImageFormat::Png)).unwrap();
    assert_eq!(sides(&photo), [(320, (17, 1280)), (640, (34, 2560))]);
}

#[test]
fn a_phone_held_sideways_gives_an_upright_photo() {
    let flat = jpeg(red_and_blue(600, 400));
    let photo = prepare(&flat).unwrap();
    assert_eq!((photo.width, photo.height), (600, 400));

    let photo = prepare(&with_exif(&flat, 6)).unwrap();
    assert_eq!((photo.width, photo.height), (400, 600));
    for size in &photo.renditions {
        let shown = shown(&size.clear);
        let (width, height) = shown.dimensions();
        assert_eq!(height, width * 3 / 2);
        assert!(
            is_red(shown.get_pixel(width - 5, 5)),
            "red stood left, so it lies on top"
        );
        assert!(!is_red(shown.get_pixel(5, height - 5)));
    }
}

#[test]
fn all_eight_ways_to_hold_a_phone_put_the_red_side_where_it_belongs() {
    // Where the stored left side is seen: left, right, right, left, top, top, bottom, bottom.
    let seen: [Spot; 8] = [
        |_, h| (3, h / 2),
        |w, h| (w - 3, h / 2),
        |w, h| (w - 3, h / 2),
        |_, h| (3, h / 2),
        |w, _| (w / 2, 3),
        |w, _| (w / 2, 3),
        |w, h| (w / 2, h - 3),
        |w, h| (w / 2, h - 3),
    ];
    let flat = jpeg(red_and_blue(400, 300));
    for (orientation, place) in (1..).zip(seen) {
        let photo = prepare(&with_exif(&flat, orientation)).unwrap();
        let shown = shown(&photo.renditions[0].clear);
        let (x, y) = place(shown.width(), shown.height());
        assert!(is_red(shown.get_pixel(x, y)), "orientation {orientation}");
    }
}

/// Everything that is kept of an upload.
fn all_of(upload: &[u8]) -> Vec<Vec<u8>> {
    let kept = prepare(upload).unwrap();
    let clear = kept.renditions.into_iter().map(|size| size.clear);
    clear.chain([kept.blurred]).collect()
}

#[test]
fn the_place_and_the_phone_are_gone() {
    let upload = with_exif(&jpeg(cloth(800, 600)), 1);
    let read =
        |bytes: &[u8]| exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes));
    let before = read(&upload).unwrap();
    assert!(
        before
            .get_field(exif::Tag::GPSLatitude, exif::In::PRIMARY)
            .is_some(),
        "there was something to lose"
    );

    for kept in all_of(&upload) {
        assert!(matches!(read(&kept), Err(exif::Error::NotFound(_))));
        assert!(!holds(&kept, b"Telepon") && !holds(&kept, b"Exif") && !holds(&kept, b"EXIF"));
    }
}

#[test]
fn a_page_hidden_in_a_photo_is_gone() {
    const PAGE: &[u8] = b"<html><script>fetch('/api')</script></html>";
    let photo = jpeg(cloth(400, 300));
    let behind = [&photo, PAGE].concat();
    let inside = with_segment(&photo, 0xFE, PAGE);
    for upload in [behind, inside] {
        assert!(holds(&upload, b"<script>"));
        for kept in all_of(&upload) {
            assert!(!holds(&kept, b"<script>"));
            assert_eq!(infer::get(&kept).unwrap().mime_type(), "image/webp");
        }
    }
}

#[test]
fn the_tint_is_the_average_colour() {
    let plain = |colour| {
        encoded(
            RgbImage::from_pixel(400, 300, Rgb(colour)),
            ImageFormat::Png,
        )
    };
    assert_eq!(prepare(&plain([0x2b, 0x3a, 0x67])).unwrap().tint, "#2b3a67");
    assert_eq!(prepare(&plain([255, 255, 255])).unwrap().tint, "#ffffff");
}

#[test]
fn what_is_transparent_becomes_white() {
    let mut out = std::io::Cursor::new(Vec::new());
    DynamicImage::from(RgbaImage::new(400, 300))
        .write_to(&mut out, ImageFormat::Png)
        .unwrap();
    assert_eq!(prepare(&out.into_inner()).unwrap().tint, "#ffffff");
}

#[test]
fn letters_cannot_be_read_in_the_blurred_copy() {
    let letters = RgbImage::from_fn(1280, 960, |x, y| {
        if (x / 12 + y / 12) % 2 == 0 {
            Rgb([0; 3])
        } else {
            Rgb([255; 3])
        }
    });
    let contrast = |webp: &[u8]| {
        let shown = shown(webp);
        let values = || shown.pixels().map(|pixel| pixel.0[1]);
        values().max().unwrap() - values().min().unwrap()
    };
    let photo = prepare(&encoded(letters, ImageFormat::Png)).unwrap();
    for size in &photo.renditions[1..] {
        assert!(contrast(&size.clear) > 180, "{}", size.width);
    }
    assert!(contrast(&photo.blurred) < 60);
    assert_eq!(
        shown(&photo.renditions[0].clear).dimensions(),
        shown(&photo.blurred).dimensions()
    );
}
