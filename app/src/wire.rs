//! How the browser reaches a server function: a question in an address, a form in a body, an answer as text.

use leptos::server_fn::ServerFn;
use serde::Serialize;

/// Where a question is asked: its path, and what it asks about.
pub fn address<Q: ServerFn + Serialize>(question: &Q) -> String {
    with_query(Q::PATH, fields(question))
}

/// What is sent, as a form writes it: `assignment=…&lines[0][value]=4`.
pub fn fields(input: &impl Serialize) -> String {
    serde_qs::to_string(input).unwrap_or_default()
}

fn with_query(path: &str, query: String) -> String {
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

#[cfg(feature = "hydrate")]
pub use browser::{get, post};

/// Only a browser sends.
#[cfg(not(feature = "hydrate"))]
pub async fn post(_path: &str, _fields: String) -> crate::Answer<()> {
    Err(crate::AppError::Offline)
}

#[cfg(feature = "hydrate")]
mod browser {
    use gloo_net::http::{Request, Response};
    use server_fn::redirect::{REDIRECT_HEADER, call_redirect_hook};

    use crate::{Answer, AppError, read};

    const FORM: &str = "application/x-www-form-urlencoded";
    const JSON: &str = "application/json";

    /// Asks.
    pub async fn get(address: &str) -> Answer<String> {
        let request = Request::get(address).header("Accept", JSON);
        let response = request.send().await;
        heard(response.map_err(|_| AppError::Offline)?).await
    }

    /// Sends a form, and follows where the answer leads.
    pub async fn post(path: &str, fields: String) -> Answer<()> {
        let request = Request::post(path)
            .header("Accept", JSON)
            .header("Content-Type", FORM)
            .body(fields)
            .map_err(|_| AppError::Unreadable)?;
        let response = request.send().await.map_err(|_| AppError::Offline)?;
        let headers = response.headers();
        let leads = headers.get(REDIRECT_HEADER).and(headers.get("Location"));
        heard(response).await?;
        if let Some(place) = leads {
            call_redirect_hook(&place);
        }
        Ok(())
    }

    async fn heard(response: Response) -> Answer<String> {
        let text = response.text().await.map_err(|_| AppError::Offline)?;
        if response.ok() {
            Ok(text)
        } else {
            Err(read::json(&text).unwrap_or(AppError::Unreadable))
        }
    }
}
