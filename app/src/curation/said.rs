//! What the last form of a page said.

use domain::Refusal;
use leptos::prelude::*;

use crate::{
    AppError,
    post::Post,
    ui::{Callout, Tone, error_sentence},
    words::use_words,
};

/// What the last form of a page said; before the first one, what a refused plain post kept.
#[derive(Clone, Copy, Debug)]
pub struct Said(RwSignal<Option<AppError>>);

impl Said {
    /// A page's, with what a refused plain post kept.
    pub fn new(kept: Option<Refusal>) -> Self {
        Self(RwSignal::new(kept.map(AppError::Refused)))
    }

    /// Follows one form of the page.
    pub fn follow(self, post: Post) -> Self {
        Effect::new(move |_| {
            if let Some(answer) = post.last() {
                self.0.set(answer.err());
            }
        });
        self
    }

    /// The error.
    pub fn get(self) -> Option<AppError> {
        self.0.get()
    }
}

/// Its sentence, above the page.
#[component]
pub fn SaidNote(
    /// What was said.
    said: Said,
) -> impl IntoView {
    let w = use_words();
    move || {
        said.get()
            .map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })
    }
}
