//! What a page asks of the server, when it asks again, and how the answer is shown.
//!
//! An answer stays the text that it travelled as until a page draws it. So the browser has one machine for all questions,
//! and of each question only its reader: with a resource, a future and a client a type, they were a third of the wasm.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    marker::PhantomData,
    pin::Pin,
    str::FromStr,
    sync::Arc,
};

use domain::Refusal;
use leptos::{
    prelude::*,
    server::codee::{Decoder, Encoder},
    server_fn::ServerFn,
};
use leptos_router::hooks::use_params_map;
#[cfg(feature = "hydrate")]
use send_wrapper::SendWrapper;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Answer, AppError,
    read::{self, Unfit},
    ui::{Callout, Tone, error_sentence},
    words::{Words, refusals, ui, use_words},
};

/// An answer as it travels: JSON.
type Text = String;

/// A future of one type, whatever it waits for.
type Awaited<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// A server function that only reads, asked by GET.
pub trait Question:
    ServerFn<Error = AppError, Output: Serialize + DeserializeOwned> + Serialize + Send + 'static
{
}

impl<Q> Question for Q where
    Q: ServerFn<Error = AppError, Output: Serialize + DeserializeOwned>
        + Serialize
        + Send
        + 'static
{
}

/// What was asked. It arrives with the page that the server sends, and over the network when the reader moves on.
pub struct Asked<T> {
    text: Resource<Answer<Text>, AsItIs>,
    reads: PhantomData<fn() -> T>,
}

impl<T> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Asked<T> {}

impl<T: DeserializeOwned> Asked<T> {
    /// Waits for the answer and reads it.
    pub async fn answer(self) -> Answer<T> {
        read_as(self.text.await)
    }
}

fn read_as<T: DeserializeOwned>(text: Answer<Text>) -> Answer<T> {
    read::json(&text?).map_err(|_| AppError::Unreadable)
}

/// Asks again whenever the question or `changes` does. The page waits for the answer, so that it is whole without script.
///
/// Only a page asks, as its first act, never a part that is drawn from another answer: answers travel in the page by the
/// order in which they were asked for, and the server may draw such a part more than once, depending on how fast its
/// answers come. The browser would then find another answer in its place, or none, and stop.
pub fn ask<Q: Question, C: Hash>(
    question: impl Fn() -> Q + Send + Sync + 'static,
    changes: impl Fn() -> C + Send + Sync + 'static,
) -> Asked<Q::Output> {
    ask_if(move || Some(question()), changes)
}

/// Asks about the thing that a part of the address names, and again whenever that or `changes` does. An address that
/// names nothing is not found.
pub fn ask_about<I: FromStr, Q: Question, C: Hash>(
    part: &'static str,
    changes: impl Fn() -> C + Send + Sync + 'static,
    question: impl Fn(I) -> Q + Send + Sync + 'static,
) -> Asked<Q::Output> {
    let params = use_params_map();
    let named = move || params.with(|params| params.get(part).and_then(|id| id.parse().ok()));
    ask_if(move || named().map(&question), changes)
}

fn ask_if<Q: Question, C: Hash>(
    question: impl Fn() -> Option<Q> + Send + Sync + 'static,
    changes: impl Fn() -> C + Send + Sync + 'static,
) -> Asked<Q::Output> {
    let question = Arc::new(question);
    #[cfg(feature = "ssr")]
    let fetch = {
        let question = question.clone();
        move |_| -> Awaited<Answer<Text>> {
            // Asked anew and not handed over: the address below is the browser's.
            let question = untrack(|| question());
            Box::pin(async move {
                let answer = question.ok_or(NOWHERE)?.run_body().await?;
                serde_json::to_string(&answer).map_err(|_| AppError::Unreadable)
            })
        }
    };
    #[cfg(feature = "hydrate")]
    let fetch = over_the_network;
    let address = move || question().map(|question| crate::wire::address(&question));
    Asked {
        text: resource(
            Box::new(move || (address(), mark(&changes()))),
            Box::new(fetch),
        ),
        reads: PhantomData,
    }
}

const NOWHERE: AppError = AppError::Refused(Refusal::NotFound);

#[cfg(feature = "hydrate")]
fn over_the_network((address, _): (Option<String>, u64)) -> Awaited<Answer<Text>> {
    // The browser has one thread.
    Box::pin(SendWrapper::new(async move {
        crate::wire::get(&address.ok_or(NOWHERE)?).await
    }))
}

fn mark(changes: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    changes.hash(&mut hasher);
    hasher.finish()
}

type Source = Box<dyn Fn() -> (Option<String>, u64) + Send + Sync>;
type Fetch = Box<dyn Fn((Option<String>, u64)) -> Awaited<Answer<Text>> + Send + Sync>;

fn resource(source: Source, fetch: Fetch) -> Resource<Answer<Text>, AsItIs> {
    Resource::new_with_options(source, fetch, true)
}

/// The part of a page that waits for an answer: that it is loading, what `draw` makes of it, or why there is none. While
/// it is asked again, what stands there stays.
pub fn answered<T, V>(
    asked: Asked<T>,
    draw: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    V: IntoView + 'static,
{
    let draw = drawn(draw, |error| view! { <NoAnswer error/> }.into_any());
    let (w, text) = (use_words(), asked.text);
    view! {
        <Transition fallback=move || loading(w)>{move || awaited(text, draw.clone())}</Transition>
    }
    .into_any()
}

/// The same for a page on which what stands must not be worked on while another is on its way: it goes at once. With words
/// of one's own for an answer that did not come.
pub fn answered_anew<T, V>(
    asked: Asked<T>,
    draw: impl Fn(T) -> V + Send + Sync + 'static,
    fail: impl Fn(AppError) -> AnyView + Send + Sync + 'static,
) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    V: IntoView + 'static,
{
    let draw = drawn(draw, fail);
    let (w, text) = (use_words(), asked.text);
    view! {
        <Suspense fallback=move || loading(w)>{move || awaited(text, draw.clone())}</Suspense>
    }
    .into_any()
}

type Draw = Arc<dyn Fn(Answer<Text>) -> AnyView + Send + Sync>;

fn drawn<T, V>(
    draw: impl Fn(T) -> V + Send + Sync + 'static,
    fail: impl Fn(AppError) -> AnyView + Send + Sync + 'static,
) -> Draw
where
    T: DeserializeOwned + 'static,
    V: IntoView + 'static,
{
    Arc::new(move |text| match read_as(text) {
        Ok(answer) => draw(answer).into_any(),
        Err(error) => fail(error),
    })
}

fn awaited(text: Resource<Answer<Text>, AsItIs>, draw: Draw) -> Suspend<AnyView> {
    Suspend::new(Box::pin(async move { draw(text.await) }))
}

fn loading(w: Words) -> AnyView {
    view! { <p class="nk-muted">{w.t(ui::LOADING)}</p> }.into_any()
}

/// Why there is no page.
#[component]
fn NoAnswer(error: AppError) -> impl IntoView {
    let w = use_words();
    match error {
        NOWHERE => view! {
            <div class="nk-card nk-card-pad"><h1>"404"</h1><p>{w.t(refusals::NOT_FOUND)}</p></div>
        }
        .into_any(),
        error => {
            view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> }.into_any()
        }
    }
}

/// How an answer stands in the page: its text behind a `+`, or why there is none behind a `-`.
#[derive(Clone, Copy, Debug)]
pub struct AsItIs;

impl Encoder<Answer<Text>> for AsItIs {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(answer: &Answer<Text>) -> Result<String, Self::Error> {
        match answer {
            Ok(text) => Ok(format!("+{text}")),
            Err(error) => Ok(format!("-{}", serde_json::to_string(error)?)),
        }
    }
}

impl Decoder<Answer<Text>> for AsItIs {
    type Error = Unfit;
    type Encoded = str;

    fn decode(written: &str) -> Result<Answer<Text>, Self::Error> {
        match written.strip_prefix('+') {
            Some(text) => Ok(Ok(text.to_owned())),
            None => read::json(written.get(1..).unwrap_or_default()).map(Err),
        }
    }
}
