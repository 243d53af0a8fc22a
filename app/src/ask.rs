//! What a page asks of the server.

use leptos::{
    prelude::*,
    server::codee::{Decoder, Encoder},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::Answer;

/// What was asked. It arrives with the page that the server sends, and over the network when the reader moves on.
pub type Asked<T> = Resource<Answer<T>, OneReader>;

/// Asks again whenever `source` changes. The page waits for the answer, so that it is whole without script.
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
