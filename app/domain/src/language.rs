//! The two languages of the interface.

use serde::{Deserialize, Serialize};

/// A reader's language. Indonesian comes first everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

crate::text::text_enum!(Language { Id => "id", En => "en" });

/// A text that an office wrote in both languages, for example a criterion of a rubric.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// Indonesian.
    pub id: String,
    /// English. Readers get the Indonesian text where this is empty.
    pub en: String,
}

impl Bilingual {
    /// Both texts.
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            en: en.into(),
        }
    }

    /// The text for this reader.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En if !self.en.is_empty() => &self.en,
            _ => &self.id,
        }
    }
}
