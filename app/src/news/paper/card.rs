//! A piece of news in a list.

use domain::{news::NewsPiece, place::date};
use leptos::prelude::*;

use crate::{
    paper::to,
    ui::Photo,
    words::{Words, news as n, use_words},
};

/// Letters of the text shown in a list.
const BEGINNING: usize = 180;

/// `PLUT NTB · 24 November 2026`.
pub(super) fn byline(w: Words, piece: &NewsPiece) -> String {
    let day = piece.published_at.map(|at| piece.zone.date(at));
    let day = day.map(|day| date(day, w.language)).unwrap_or_default();
    w.fill(n::OF, &[("centre", &piece.centre_name), ("day", &day)])
}

/// How a text begins, without breaking a word.
pub(super) fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= BEGINNING {
        return line;
    }
    let cut: String = line.chars().take(BEGINNING).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// News side by side.
pub fn cards(pieces: Vec<NewsPiece>) -> impl IntoView {
    let cards = pieces.into_iter().map(|piece| view! { <Card piece/> });
    view! { <div class="nk-news">{cards.collect_view()}</div> }
}

#[component]
fn Card(piece: NewsPiece) -> impl IntoView {
    let w = use_words();
    let by = byline(w, &piece);
    let photo = piece.photo.map(|mut picture| {
        // The title stands right below.
        picture.alt.clear();
        view! { <Photo picture sizes="(min-width: 900px) 380px, 100vw"/> }
    });
    view! {
        <article class="nk-shelf">
            {photo}
            <h3><a href=to(&format!("/kabar/{}", piece.slug))>{piece.title.get(w.language).to_owned()}</a></h3>
            <p class="nk-muted nk-small">{by}</p>
            <p>{beginning(piece.text.get(w.language))}</p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_words_and_a_short_one_not_at_all() {
        assert_eq!(beginning("Dua\n\nkata"), "Dua kata");
        let cut = beginning(&"kelas pewarna ".repeat(30));
        assert!(cut.ends_with('…') && cut.chars().count() <= BEGINNING + 1);
        assert!(
            cut.trim_end_matches('…').ends_with("kelas")
                || cut.trim_end_matches('…').ends_with("pewarna")
        );
    }
}
