//! What a visitor holds in hand.

use axum::http::{Method, StatusCode, header};
use axum_test::TestResponse;

use super::town::{SAME_SITE, Town};

/// A visitor's browser: it keeps its cookies.
pub struct Browser<'a> {
    town: &'a Town,
    cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    pub fn new(town: &'a Town) -> Self {
        Self {
            town,
            cookies: Vec::new(),
        }
    }

    pub fn cookie(&self) -> String {
        let pairs: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn learn(&mut self, answer: &TestResponse) {
        for cookie in answer.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            assert!(
                cookie.starts_with("__Host-")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax")
                    && cookie.contains("Secure"),
                "{cookie}"
            );
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.into(), value.into()));
            }
        }
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> TestResponse {
        let request = self
            .town
            .server
            .get(path)
            .add_header(header::COOKIE, self.cookie());
        let answer = request.await;
        self.learn(&answer);
        answer
    }

    /// Posts a form and gives where it leads.
    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> String {
        let answer = self
            .town
            .server
            .method(Method::POST, path)
            .add_header(SAME_SITE.0, SAME_SITE.1)
            .add_header(header::COOKIE, self.cookie())
            .form(form)
            .await;
        self.learn(&answer);
        assert_eq!(
            answer.status_code(),
            StatusCode::SEE_OTHER,
            "{}",
            answer.text()
        );
        answer.header(header::LOCATION).to_str().unwrap().to_owned()
    }
}
