//! What the pages of both faces begin with.

use leptos::prelude::*;

/// Where the style sheets are, with their fingerprints; the server finds out at start.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// Of public pages.
    pub paper_css: String,
    /// Of the workspace.
    pub workspace_css: String,
}

/// The first lines of every `<head>`.
#[component]
pub fn HeadStart(
    /// The address of the style sheet.
    css: String,
) -> impl IntoView {
    view! {
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <link rel="icon" href="/favicon.svg"/>
        <link rel="preload" href="/fonts/plus-jakarta-sans.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
        <link rel="stylesheet" href=css/>
    }
}
