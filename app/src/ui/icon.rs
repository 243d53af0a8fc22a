//! Lucide icons, drawn into the page: no request, no font.

use icondata_core::IconData;
use leptos::prelude::*;

/// One icon. It is decoration: the word beside it carries the meaning.
#[component]
pub fn Icon(
    /// Which, for example `icondata_lu::LuStore`.
    icon: &'static IconData,
) -> impl IntoView {
    view! {
        <svg class="nk-ic" viewBox="0 0 24 24" aria-hidden="true" inner_html=icon.data></svg>
    }
}
