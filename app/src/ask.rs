//! What a page asks of the server, when it asks again, and how the answer is shown.

use std::str::FromStr;

use domain::Refusal;
use leptos::{
    prelude::*,
    server::codee::{Decoder, Encoder},
    server_fn::ServerFn,
};
use leptos_router::hooks::use_params_map;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Answer, AppError,
    ui::{Callout, Tone, error_sentence},
    words::{refusals, ui, use_words},
};

/// What was asked. It arrives with the page that the server sends, and over the network when the reader moves on.
pub type Asked<T> = Resource<Answer<T>, OneReader>;

/// Asks again whenever `source` changes. The page waits for the answer, so that it is whole without script.
///
/// Only a page asks, as its first act, never a part that is drawn from another answer: answers travel in the page by the
/// order in which they were asked for, and the server may draw such a part more than once, depending on how fast its
/// answers come. The browser would then find another answer in its place, or none, and stop.
pub fn ask<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> F + Send + Sync + 'static,
) -> Asked<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Answer<T>> + Send + 'static,
{
    Resource::new_with_options(source, fetch, true)
}

/// Asks about the thing that a part of the address names, and again whenever `changes` does. An address that names
/// nothing is not found.
pub fn ask_about<I, S, T, F>(
    part: &'static str,
    changes: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(I) -> F + Clone + Send + Sync + 'static,
) -> Asked<T>
where
    I: FromStr + PartialEq + Clone + Send + Sync + 'static,
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Answer<T>> + Send + 'static,
{
    let params = use_params_map();
    let named = move || params.with(|params| params.get(part).and_then(|id| id.parse::<I>().ok()));
    ask(
        move || (named(), changes()),
        move |(named, _)| {
            let asking = named.map(&fetch);
            async move {
                match asking {
                    Some(asking) => asking.await,
                    None => Err(AppError::Refused(Refusal::NotFound)),
                }
            }
        },
    )
}

/// Counts how often a form was accepted: what a page's data follows, so that a refusal changes nothing on the page.
pub fn successes<S>(action: ServerAction<S>) -> Memo<u32>
where
    S: ServerFn<Error = AppError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    let value = action.value();
    Memo::new(move |before: Option<&u32>| {
        let before = before.copied().unwrap_or(0);
        if value.with(|answer| matches!(answer, Some(Ok(_)))) {
            before + 1
        } else {
            before
        }
    })
}

/// How often any of these forms was accepted.
pub fn accepted<const N: usize>(forms: [Memo<u32>; N]) -> impl Fn() -> u32 + Copy {
    move || forms.iter().map(|form| form.get()).sum()
}

/// The part of a page that waits for an answer: that it is loading, what `draw` makes of it, or why there is none. While
/// it is asked again, what stands there stays.
pub fn answered<T, V>(
    asked: Asked<T>,
    draw: impl Fn(T) -> V + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let w = use_words();
    view! {
        <Transition fallback=move || view! { <p class="nk-muted">{w.t(ui::LOADING)}</p> }>
            {move || {
                let draw = draw.clone();
                Suspend::new(async move {
                    match asked.await {
                        Ok(answer) => draw(answer).into_any(),
                        Err(error) => view! { <NoAnswer error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

/// Why there is no page.
#[component]
fn NoAnswer(error: AppError) -> impl IntoView {
    let w = use_words();
    match error {
        AppError::Refused(Refusal::NotFound) => view! {
            <div class="nk-card nk-card-pad"><h1>"404"</h1><p>{w.t(refusals::NOT_FOUND)}</p></div>
        }
        .into_any(),
        error => {
            view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> }.into_any()
        }
    }
}

/// JSON, read from bytes as answers of the network are: a second reader, of text, would double the decoders of every
/// page in the browser.
#[derive(Clone, Copy, Debug)]
pub struct OneReader;

impl<T: Serialize> Encoder<T> for OneReader {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, Self::Error> {
        serde_json::to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for OneReader {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, Self::Error> {
        serde_json::from_slice(text.as_bytes())
    }
}
