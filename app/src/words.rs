//! The words people read: numbered keys, checked when the code is compiled, and one table a language.
//!
//! The server holds both tables. The browser fetches the reader's one (`/kata/id.<fingerprint>.json`) beside the wasm,
//! so words weigh nothing in it.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use domain::{
    language::Language,
    place::{Zone, date},
};
use leptos::prelude::{provide_context, use_context};

/// The number of a text. The constants are generated from `app/locales`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub u16);

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words {
    /// Whose words.
    pub language: Language,
    /// The civil time in which they are told moments.
    pub zone: Zone,
    table: &'static [&'static str],
}

impl Words {
    /// The server's words of a language.
    #[cfg(feature = "ssr")]
    pub fn of(language: Language) -> Self {
        let table: &'static [&'static str] = match language {
            Language::Id => &ID,
            Language::En => &EN,
        };
        Self {
            language,
            zone: Zone::default(),
            table,
        }
    }

    /// The same words for a reader of this zone.
    pub fn in_zone(self, zone: Zone) -> Self {
        Self { zone, ..self }
    }

    /// Words that came over the network. They are kept for the life of the page.
    pub fn loaded(language: Language, table: Vec<String>) -> Self {
        let table: Vec<&'static str> = table.into_iter().map(|text| &*text.leak()).collect();
        Self {
            language,
            zone: Zone::default(),
            table: table.leak(),
        }
    }

    /// `24 November 2026, 08.40 WITA`, in the reader's zone.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        self.zone.moment(at, self.language)
    }

    /// `24 November 2026`: the reader's day at this moment.
    pub fn day(&self, at: DateTime<Utc>) -> String {
        date(self.zone.date(at), self.language)
    }

    /// The text.
    pub fn t(&self, key: Key) -> &'static str {
        self.table.get(key.0 as usize).copied().unwrap_or_default()
    }

    /// The text with its placeholders filled: `w.fill(gallery::COUNT, &[("n", &count)])`.
    pub fn fill(&self, key: Key, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        let mut out = String::new();
        let mut rest = self.t(key);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((hole, tail)) = after.split_once('}') else {
                break;
            };
            out.push_str(before);
            if let Some((_, value)) = values.iter().find(|(name, _)| *name == hole) {
                let _ = write!(out, "{value}");
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    /// The list as the browser fetches it.
    #[cfg(feature = "ssr")]
    pub fn json(&self) -> String {
        serde_json::to_string(self.table).unwrap_or_default()
    }
}

/// The words of this page.
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or_else(fallback)
}

#[cfg(feature = "ssr")]
fn fallback() -> Words {
    Words::of(Language::Id)
}

#[cfg(not(feature = "ssr"))]
fn fallback() -> Words {
    Words {
        language: Language::Id,
        zone: Zone::default(),
        table: &[],
    }
}

/// Gives the page its words.
pub fn provide_words(words: Words) {
    provide_context(words);
}

/// Where the browser finds a language's words.
pub fn address(language: Language) -> String {
    format!("/kata/{language}.{FINGERPRINT}.json")
}

/// Fetches the words of the page's language, again after a pause when the signal drops. Until then the page works as
/// plain HTML.
#[cfg(feature = "hydrate")]
pub async fn fetch() -> Option<Words> {
    let root = leptos::prelude::document().document_element()?;
    let language: Language = root.get_attribute("lang")?.parse().ok()?;
    let zone: Zone = root.get_attribute("data-zona")?.parse().ok()?;
    for pause in [0, 1_000, 4_000] {
        wait(pause).await;
        if let Some(table) = fetch_table(language).await {
            return Some(Words::loaded(language, table).in_zone(zone));
        }
    }
    None
}

#[cfg(feature = "hydrate")]
async fn wait(milliseconds: i32) {
    let pause = js_sys::Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(pause).await;
}

#[cfg(feature = "hydrate")]
async fn fetch_table(language: Language) -> Option<Vec<String>> {
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;

    let window = web_sys::window()?;
    let response = JsFuture::from(window.fetch_with_str(&address(language)))
        .await
        .ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()?;
    crate::read::json(&text).ok()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_the_rest_is_kept() {
        let words = Words::loaded(
            Language::En,
            vec!["{n} of {total} done".into(), "plain {".into()],
        );
        assert_eq!(
            words.fill(Key(0), &[("n", &3), ("total", &5)]),
            "3 of 5 done"
        );
        assert_eq!(words.fill(Key(1), &[]), "plain {");
        assert_eq!(words.t(Key(9)), "");
    }
}
