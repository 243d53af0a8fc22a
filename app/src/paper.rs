//! The public face: server-rendered HTML and plain forms, no script. Not compiled for the browser.

use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    people::paper::{SignInPage, SignUpPage},
    request,
    ui::{Brand, Icon},
    words::{Words, provide_words, ui, use_words},
};

/// Where the style sheets are, with their fingerprints; the server finds out at start.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// Of public pages.
    pub paper_css: String,
    /// Of the workspace.
    pub workspace_css: String,
}

/// A whole public page.
pub fn shell() -> impl IntoView {
    let language = request::language();
    provide_words(Words::of(language));
    let css = use_context::<Assets>().unwrap_or_default().paper_css;
    view! {
        <!DOCTYPE html>
        <html lang=language.as_str()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href="/favicon.svg"/>
                <link rel="preload" href="/fonts/plus-jakarta-sans.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href=css/>
                <MetaTags/>
            </head>
            <body class="bg-base-100"><Paper/></body>
        </html>
    }
}

/// Every public page, in both languages.
#[component]
pub fn Paper() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=Missing>
                <Route path=path!("/masuk") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/en/masuk") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/daftar") view=SignUpPage ssr=SsrMode::Async/>
                <Route path=path!("/en/daftar") view=SignUpPage ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}

/// `/galeri` in Indonesian, `/en/galeri` in English.
pub fn to(path: &str) -> String {
    match use_words().language {
        Language::Id => path.to_owned(),
        Language::En => format!("/en{path}"),
    }
}

/// The same page in the other language.
fn in_other_language() -> String {
    let Some(parts) = use_context::<axum::http::request::Parts>() else {
        return "/".into();
    };
    let here = parts.uri.path_and_query().map_or("/", |p| p.as_str());
    match here.strip_prefix("/en") {
        Some("") => "/".to_owned(),
        Some(rest) => rest.to_owned(),
        None => format!("/en{here}"),
    }
}

/// Bar, content, footer.
#[component]
pub fn PaperFrame(
    /// Which item of the bar is this page's: its path.
    #[prop(optional)]
    here: &'static str,
    /// The page.
    children: Children,
) -> impl IntoView {
    let w = use_words();
    let item = move |path: &'static str, label| {
        view! { <a href=to(path) aria-current=(here == path).then_some("page")>{label}</a> }
    };
    view! {
        <a class="nk-skip" href="#isi">{w.t(ui::SKIP)}</a>
        <header class="nk-top">
            <div class="nk-wrap nk-top-row">
                <Brand href="/"/>
                <nav class="nk-top-nav" id="menu" popover="auto" aria-label=w.t(ui::MENU)>
                    {item("/galeri", w.t(ui::GALLERY))}
                    <hr/>
                    <a class="nk-btn nk-btn-outline" href=to("/masuk")>{w.t(ui::SIGN_IN)}</a>
                    <a class="nk-btn nk-btn-primary" href=to("/daftar")>{w.t(ui::REGISTER)}</a>
                </nav>
                <div class="nk-top-acts">
                    <a class="nk-btn nk-btn-text nk-btn-small" href=in_other_language() aria-label=w.t(ui::OTHER_LANGUAGE_LONG)>
                        <Icon icon=icondata_lu::LuLanguages/>{w.t(ui::OTHER_LANGUAGE)}
                    </a>
                    <a class="nk-btn nk-btn-outline nk-btn-small" href=to("/masuk")>{w.t(ui::SIGN_IN)}</a>
                    <a class="nk-btn nk-btn-primary nk-btn-small" href=to("/daftar")>{w.t(ui::REGISTER)}</a>
                    <a class="nk-icon-btn" href=to("/keranjang") aria-label=w.t(ui::BASKET)><Icon icon=icondata_lu::LuShoppingBasket/></a>
                    <button class="nk-icon-btn nk-top-menu" r#type="button" popovertarget="menu" aria-label=w.t(ui::MENU)>
                        <Icon icon=icondata_lu::LuMenu/>
                    </button>
                </div>
            </div>
            <div class="nk-band"></div>
        </header>
        <main id="isi">{children()}</main>
        <footer class="nk-foot">
            <div class="nk-band"></div>
            <div class="nk-wrap">
                <div><Brand href="/"/><p>{w.t(ui::FOOTER)}</p></div>
                <div><b>{w.t(ui::FOOTER_GALLERY)}</b><a href=to("/galeri")>{w.t(ui::GALLERY)}</a></div>
                <div>
                    <b>{w.t(ui::FOOTER_PEOPLE)}</b>
                    <a href=to("/daftar")>{w.t(ui::REGISTER)}</a><a href=to("/masuk")>{w.t(ui::SIGN_IN)}</a>
                </div>
                <div>
                    <b>{w.t(ui::FOOTER_ABOUT)}</b><p>{w.t(ui::FOOTER_LICENCE)}</p>
                    <a href=in_other_language()>{w.t(ui::OTHER_LANGUAGE_LONG)}</a>
                </div>
            </div>
        </footer>
    }
}

/// Not there, or not for you.
#[component]
pub fn Missing() -> impl IntoView {
    let w = use_words();
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    view! {
        <PaperFrame>
            <div class="nk-wrap nk-narrow nk-section">
                <crate::ui::Empty title="404" hint=w.t(crate::words::refusals::NOT_FOUND)>
                    <a class="nk-btn nk-btn-primary" href=to("/galeri")>{w.t(ui::GALLERY)}</a>
                </crate::ui::Empty>
            </div>
        </PaperFrame>
    }
}
