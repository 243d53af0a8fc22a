//! The village's photos, which the program carries in itself.

use std::collections::HashMap;

use bytes::Bytes;
use domain::{ids::MediaId, media::Photo};
use futures::{StreamExt, TryStreamExt, stream};
use serde::Deserialize;

use crate::{Centre, Fault, Result, media};

/// File names and JPEGs.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/photos.rs"));
/// Photos under way at once; the files' own lanes decide how many are prepared.
const AT_ONCE: usize = 4;

/// What one photo shows.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Shot {
    pub file: String,
    /// A product's key, or a maker.
    pub product: String,
    alt_id: String,
    pub shows_brand: bool,
    pub shows_label: bool,
}

impl Shot {
    /// What it shows, in the makers' language.
    pub fn alt(&self) -> &str {
        &self.alt_id
    }
}

/// The photos kept in a centre.
pub(super) struct Album {
    pub shots: Vec<Shot>,
    kept: HashMap<String, MediaId>,
}

/// Whether the photos are kept as they are. Preparing sixty takes some seconds, which a test need not wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// As they were taken.
    Photos,
    /// A small picture of one colour for each.
    #[cfg(any(test, feature = "testing"))]
    Plain,
}

impl Look {
    fn upload(self, bytes: &'static [u8]) -> Bytes {
        match self {
            Self::Photos => Bytes::from_static(bytes),
            #[cfg(any(test, feature = "testing"))]
            Self::Plain => plain(bytes),
        }
    }
}

/// A picture of one colour that follows from the bytes.
#[cfg(any(test, feature = "testing"))]
fn plain(bytes: &[u8]) -> Bytes {
    let mut colour = [0u8; 3];
    for (place, byte) in bytes.iter().rev().take(600).enumerate() {
        colour[place % 3] = colour[place % 3].wrapping_mul(31).wrapping_add(*byte);
    }
    let picture = image::RgbImage::from_pixel(320, 400, image::Rgb(colour));
    let mut out = std::io::Cursor::new(Vec::new());
    let written = image::DynamicImage::from(picture).write_to(&mut out, image::ImageFormat::Png);
    written
        .map(|()| Bytes::from(out.into_inner()))
        .unwrap_or_default()
}

impl Album {
    /// Keeps every photo as any upload is kept.
    pub async fn keep(centre: &Centre, look: Look) -> Result<Self> {
        let shots: Vec<Shot> = serde_json::from_str(include_str!("../../demo/photos/index.json"))?;
        let kept = stream::iter(FILES)
            .map(|(file, bytes)| async move {
                let photo = media::keep_photo(centre, None, look.upload(bytes)).await?;
                Ok::<_, crate::Error>(((*file).to_owned(), photo))
            })
            .buffer_unordered(AT_ONCE)
            .map_ok(|(file, Photo { id, .. })| (file, id))
            .try_collect()
            .await?;
        Ok(Self { shots, kept })
    }

    /// The photo of a file.
    pub fn photo(&self, file: &str) -> Result<MediaId> {
        self.kept
            .get(file)
            .copied()
            .ok_or_else(|| Fault::new(format!("no demo photo {file}")).into())
    }
}
