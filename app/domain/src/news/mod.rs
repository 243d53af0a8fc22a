//! Short news of a centre.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    gallery::Picture,
    ids::{CentreId, NewsId},
    language::Bilingual,
    place::Zone,
    refusal::{Check, text},
};

/// News on one page of the list.
pub const PAGE: i64 = 12;

/// A piece of news, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewsForm {
    /// Indonesian title.
    pub title_id: String,
    /// English title; the Indonesian one stands in when empty.
    pub title_en: String,
    /// Indonesian text.
    pub text_id: String,
    /// English text.
    pub text_en: String,
    /// What the photo shows, for who does not see it.
    pub alt: String,
}

/// A piece of news, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// 5–100 letters in Indonesian.
    pub title: Bilingual,
    /// 20–3,000 letters in Indonesian.
    pub text: Bilingual,
    /// At most 200 letters.
    pub alt: String,
}

impl NewsForm {
    /// Reads the form.
    pub fn check(&self) -> Result<Written, Refusal> {
        let mut check = Check::default();
        let title_id = check.field("title_id", text(&self.title_id, 5, 100));
        let title_en = check.field("title_en", text(&self.title_en, 0, 100));
        let text_id = check.field("text_id", text(&self.text_id, 20, 3000));
        let text_en = check.field("text_en", text(&self.text_en, 0, 3000));
        let alt = check.field("alt", text(&self.alt, 0, 200));
        check.done()?;
        Ok(Written {
            title: Bilingual::new(title_id.unwrap_or_default(), title_en.unwrap_or_default()),
            text: Bilingual::new(text_id.unwrap_or_default(), text_en.unwrap_or_default()),
            alt: alt.unwrap_or_default(),
        })
    }
}

/// A piece of news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsPiece {
    /// Identity.
    pub id: NewsId,
    /// The centre whose news it is.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// Part of its address.
    pub centre_slug: String,
    /// Its time.
    pub zone: Zone,
    /// Part of the address of the news.
    pub slug: String,
    /// Title.
    pub title: Bilingual,
    /// Text; paragraphs are parted by an empty line.
    pub text: Bilingual,
    /// Photo.
    pub photo: Option<Picture>,
    /// Who wrote it; staff alone see it.
    pub by: String,
    /// Since when the public sees it.
    pub published_at: Option<DateTime<Utc>>,
}

/// One page of news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsPage {
    /// The youngest first.
    pub pieces: Vec<NewsPiece>,
    /// From 1.
    pub page: i64,
    /// How many there are, at least 1.
    pub pages: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_needs_indonesian_words_and_english_ones_only_if_there_are_any() {
        let form = NewsForm {
            title_id: "Kelas label gratis".into(),
            text_id: "Setiap Kamis di ruang kemasan, tanpa mendaftar.".into(),
            ..NewsForm::default()
        };
        assert_eq!(form.check().unwrap().title.en, "");
        assert!(NewsForm::default().check().is_err());
    }
}
