//! What is not a photo, or not a whole one.

use domain::{Refusal, media::PhotoProblem};
use image::{ImageFormat, RgbImage};

use super::bytes::{cloth, encoded, jpeg, png_claiming};
use crate::{Error, media::pixels::prepare};

fn problem(bytes: &[u8]) -> PhotoProblem {
    match prepare(bytes).map(|photo| (photo.width, photo.height)) {
        Err(Error::Refused(Refusal::Photo(problem))) => problem,
        other => panic!("not refused as a photo: {other:?}"),
    }
}

#[test]
fn an_empty_file_is_refused() {
    assert_eq!(problem(b""), PhotoProblem::Empty);
}

#[rstest::rstest]
#[case(ImageFormat::Jpeg)]
#[case(ImageFormat::Png)]
#[case(ImageFormat::WebP)]
fn a_photo_cut_off_anywhere_is_refused(#[case] format: ImageFormat) {
    let whole = encoded(cloth(400, 300), format);
    assert!(prepare(&whole).is_ok());
    for percent in [30, 60, 90, 99] {
        assert_eq!(
            problem(&whole[..whole.len() * percent / 100]),
            PhotoProblem::Damaged,
            "{format:?} {percent} %"
        );
    }
}

#[test]
fn a_bomb_is_refused_by_its_header_before_anything_is_unpacked() {
    let before = std::time::Instant::now();
    assert_eq!(
        problem(&png_claiming(60_000, 60_000)),
        PhotoProblem::TooLarge
    );
    assert_eq!(
        problem(&png_claiming(u32::MAX >> 1, 1000)),
        PhotoProblem::TooLarge
    );
    assert!(before.elapsed().as_secs() < 5, "something was unpacked");
}

#[test]
fn a_header_that_claims_more_than_there_is_means_damage() {
    assert_eq!(problem(&png_claiming(6000, 6000)), PhotoProblem::Damaged);
}

#[rstest::rstest]
#[case::svg(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
#[case::svg_with_prologue(
    b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
)]
#[case::html(b"<!doctype html><script>alert(1)</script>")]
#[case::gif(b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;")]
#[case::pdf(b"%PDF-1.7\n%%EOF")]
#[case::program(b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00")]
#[case::words(b"foto songket.jpg")]
fn what_is_no_photo_is_refused_whatever_its_name_says(#[case] bytes: &[u8]) {
    assert_eq!(problem(bytes), PhotoProblem::NotAPhoto);
}

#[test]
fn more_than_twenty_megabytes_are_refused_and_twenty_are_looked_at() {
    let mut heavy = jpeg(cloth(400, 300));
    heavy.resize(20 * 1024 * 1024, 0);
    assert!(prepare(&heavy).is_ok());
    heavy.push(0);
    assert_eq!(problem(&heavy), PhotoProblem::TooHeavy);
}

#[test]
fn a_stamp_is_too_small() {
    assert_eq!(problem(&jpeg(cloth(300, 299))), PhotoProblem::TooSmall);
    assert!(prepare(&jpeg(cloth(300, 300))).is_ok());
}

#[test]
fn sixty_four_megapixels_are_the_most() {
    // One colour, so that the test costs no time; the header alone decides.
    let wall = |height| encoded(RgbImage::new(8000, height), ImageFormat::Png);
    assert_eq!(problem(&wall(8001)), PhotoProblem::TooLarge);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
    #[test]
    fn damage_anywhere_is_refused_or_survived(
        format in proptest::sample::select(vec![ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP]),
        damage in proptest::collection::vec((proptest::prelude::any::<proptest::sample::Index>(), proptest::prelude::any::<u8>()), 1..8),
    ) {
        let mut bytes = encoded(cloth(310, 302), format);
        for (place, value) in damage {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        let said = prepare(&bytes).map(drop);
        proptest::prop_assert!(matches!(said, Ok(()) | Err(Error::Refused(Refusal::Photo(_)))), "{said:?}");
    }
}
