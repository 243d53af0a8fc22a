//! A public page on its way out: drawn at once, without script, and told apart from its last version by an ETag.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use domain::{Refusal, language::Language};
use leptos::{attr::custom::CustomAttribute, html::meta, prelude::*};
use serde_json::Value;

use super::{Frame, Missing, Visit, in_language};
use crate::{
    AppError, request,
    shell::HeadStart,
    ui::{Callout, Tone, error_sentence},
    words::{Words, provide_words, refusals as r, ui},
};

/// What a page shows and what it says about itself.
pub struct Sheet {
    title: String,
    body: AnyView,
    about: String,
    place: &'static str,
    canonical: Option<String>,
    image: Option<String>,
    json_ld: Vec<Value>,
    listed: bool,
    private: bool,
    status: StatusCode,
}

impl Sheet {
    /// A page that search engines may list, at its own address.
    pub fn new(title: impl Into<String>, body: impl IntoView + 'static) -> Self {
        Self {
            title: title.into(),
            body: body.into_any(),
            about: String::new(),
            place: "",
            canonical: None,
            image: None,
            json_ld: Vec::new(),
            listed: true,
            private: false,
            status: StatusCode::OK,
        }
    }

    /// One or two sentences for search engines and shared links.
    pub fn about(mut self, text: impl Into<String>) -> Self {
        self.about = text.into();
        self
    }

    /// Which item of the bar is this page's: its path.
    pub fn place(mut self, path: &'static str) -> Self {
        self.place = path;
        self
    }

    /// The address under which the page is known, as the Indonesian page has it, when it differs from the one asked for.
    pub fn canonical(mut self, path: String) -> Self {
        self.canonical = Some(path);
        self
    }

    /// The path of the picture of shared links.
    pub fn image(mut self, path: Option<String>) -> Self {
        self.image = path;
        self
    }

    /// Facts for machines, in the words of schema.org.
    pub fn json_ld(mut self, facts: Value) -> Self {
        self.json_ld.push(facts);
        self
    }

    /// Keeps search engines away.
    pub fn unlisted(mut self) -> Self {
        self.listed = false;
        self
    }

    /// Of one person only: kept by nobody.
    pub fn private(mut self) -> Self {
        self.private = true;
        self.unlisted()
    }

    /// Another status than 200.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self.unlisted()
    }
}

/// What the frame shows besides the page.
#[derive(Clone)]
pub(super) struct Around {
    /// The address in Indonesian, with its query.
    pub here: String,
    /// Which item of the bar is this page's.
    pub place: &'static str,
    /// Products in the basket.
    pub picked: usize,
    /// Whether somebody is signed in.
    pub signed_in: bool,
}

impl Visit {
    /// The page of what a use case found, or the page that says why there is none.
    pub fn show<T>(
        self,
        found: centre::Result<T>,
        draw: impl FnOnce(&Self, T) -> Sheet,
    ) -> Response {
        match found {
            Ok(found) => self.page(|visit| draw(visit, found)),
            Err(error) => self.failed(error),
        }
    }

    /// The page that says why something could not be done. A fault is logged, and gets a reference.
    pub fn failed(self, error: centre::Error) -> Response {
        let error = match error {
            centre::Error::Refused(refusal) => AppError::Refused(refusal),
            centre::Error::Fault(fault) => request::broke(&fault),
        };
        self.sorry(error)
    }

    /// The page that says why there is none.
    pub fn sorry(self, error: AppError) -> Response {
        let w = self.words;
        let status = match &error {
            AppError::Refused(refusal) => request::status_of(refusal),
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        self.page(|_| {
            let sheet = match &error {
                AppError::Refused(Refusal::NotFound) => Sheet::new(w.t(r::NOT_FOUND_TITLE), Missing()),
                error => {
                    let sentence = error_sentence(w, error);
                    let body = view! {
                        <div class="nk-wrap nk-narrow nk-section"><Callout tone=Tone::Error>{sentence}</Callout></div>
                    };
                    Sheet::new(w.t(ui::NAME), body)
                }
            };
            sheet.status(status)
        })
    }

    /// A page.
    pub fn page(self, draw: impl FnOnce(&Self) -> Sheet) -> Response {
        let owner = Owner::new_root(None);
        let (html, status, private) = owner.with(|| {
            provide_words(self.words);
            let sheet = draw(&self);
            // What was typed comes back with a draft: nobody else's business.
            let private = sheet.private || self.query("draf").is_some();
            let status = sheet.status;
            (self.html(sheet), status, private)
        });
        owner.unset_with_forced_cleanup();
        let tag = etag(&html);
        let mut response = (status, Html(html)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
        if private || status != StatusCode::OK {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            return response;
        }
        // Browsers ask again each time: a basket changes every page, and a badge may lapse over night.
        let kept = if self.knows_us {
            "private, no-cache"
        } else {
            "public, no-cache"
        };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
        let same = self
            .etag
            .as_ref()
            .and_then(|known| known.to_str().ok())
            .is_some_and(|known| known.contains(&tag));
        if let Ok(tag) = HeaderValue::from_str(&format!("W/{tag}")) {
            headers.insert(header::ETAG, tag);
        }
        if same {
            let (mut parts, _) = response.into_parts();
            parts.status = StatusCode::NOT_MODIFIED;
            parts.headers.remove(header::CONTENT_TYPE);
            return Response::from_parts(parts, axum::body::Body::empty());
        }
        response
    }

    fn html(&self, sheet: Sheet) -> String {
        let face = &self.face;
        let w = self.words;
        let canonical = sheet.canonical.clone();
        let path =
            canonical.unwrap_or_else(|| self.here().split('?').next().unwrap_or("/").to_owned());
        let address =
            move |language| format!("{}{}", face.public_url, in_language(&path, language));
        let (id, en) = (address(Language::Id), address(Language::En));
        let own = address(w.language);
        let title = match sheet.title.as_str() {
            title if title == w.t(ui::NAME) => title.to_owned(),
            title => format!("{title} · {}", w.t(ui::NAME)),
        };
        let image = sheet.image.map(|path| format!("{}{path}", face.public_url));
        let json_ld = sheet.json_ld.iter().map(|facts| {
            let json = facts.to_string().replace('<', "\\u003c");
            view! { <script type="application/ld+json" inner_html=json></script> }
        });
        let around = Around {
            here: self.here().to_owned(),
            place: sheet.place,
            picked: self.basket.len(),
            signed_in: self.actor.is_some(),
        };
        let listed = sheet.listed.then(|| {
            view! {
                <link rel="canonical" href=own.clone()/>
                <link rel="alternate" hreflang="id" href=id.clone()/>
                <link rel="alternate" hreflang="en" href=en/>
                <link rel="alternate" hreflang="x-default" href=id/>
                {og("og:type", "website")}
                {og("og:site_name", w.t(ui::NAME))}
                {og("og:title", sheet.title.clone())}
                {og("og:description", sheet.about.clone())}
                {og("og:url", own)}
                {og("og:locale", locale(w))}
                {image.map(|address| view! {
                    {og("og:image", address)}
                    <meta name="twitter:card" content="summary_large_image"/>
                })}
            }
        });
        let unlisted = (!sheet.listed).then(|| view! { <meta name="robots" content="noindex"/> });
        let about = (!sheet.about.is_empty())
            .then(|| view! { <meta name="description" content=sheet.about.clone()/> });
        let view = view! {
            <!DOCTYPE html>
            <html lang=w.language.as_str()>
                <head>
                    <HeadStart css=face.assets.paper_css.clone()/>
                    <title>{title}</title>
                    {about}
                    {unlisted}
                    {listed}
                    {json_ld.collect_view()}
                </head>
                <body class="bg-base-100"><Frame around>{sheet.body}</Frame></body>
            </html>
        };
        // Leptos marks where texts and lists end, for the browser that takes them over. Nobody takes paper over.
        view.to_html().replace("<!>", "")
    }
}

/// What shared links show. `property` is no attribute of HTML, so `view!` does not know it.
fn og(property: &'static str, content: impl Into<String>) -> impl IntoView {
    meta().attr("property", property).content(content.into())
}

fn locale(w: Words) -> &'static str {
    match w.language {
        Language::Id => "id_ID",
        Language::En => "en_GB",
    }
}

/// Differs when the page differs. Quoted, without its `W/`.
fn etag(html: &str) -> String {
    let mut hasher = DefaultHasher::new();
    html.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}
