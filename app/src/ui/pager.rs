//! Earlier and later pages of a list.

use leptos::prelude::*;

use crate::words::{gallery as g, use_words};

/// Links to the page before and the page after; nothing where all fits on one.
#[component]
pub fn Pager(
    /// The page shown, from 1.
    page: i64,
    /// How many there are.
    pages: i64,
    /// The address of a page.
    address: impl Fn(i64) -> String + 'static,
) -> impl IntoView {
    let w = use_words();
    let link = |to: i64, rel: &'static str, label: &'static str| {
        view! { <a class="nk-btn nk-btn-outline nk-btn-small" rel=rel href=address(to)>{label}</a> }
    };
    (pages > 1).then(|| {
        view! {
            <nav class="nk-pager" aria-label=w.t(g::PAGES)>
                {(page > 1).then(|| link(page - 1, "prev", w.t(g::PREVIOUS)))}
                <span>{w.fill(g::PAGE_OF, &[("page", &page), ("pages", &pages)])}</span>
                {(page < pages).then(|| link(page + 1, "next", w.t(g::NEXT)))}
            </nav>
        }
    })
}
