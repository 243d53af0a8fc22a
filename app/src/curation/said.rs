//! What the last form of a page said.

use domain::Refusal;
use leptos::{prelude::*, server_fn::ServerFn};

use crate::{
    AppError,
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
    pub fn follow<S>(self, action: ServerAction<S>) -> Self
    where
        S: ServerFn<Error = AppError> + Clone + Send + Sync + 'static,
        S::Output: Send + Sync + 'static,
    {
        let value = action.value();
        Effect::new(move |_| {
            value.with(|answer| {
                if let Some(answer) = answer {
                    self.0.set(answer.as_ref().err().cloned());
                }
            });
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
