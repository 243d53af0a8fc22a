//! A step that is not taken by one press.

use leptos::prelude::*;

/// A button that says what would follow and shows the one that does it. Works without script.
#[component]
pub fn Sure(
    /// What the first button says.
    ask: &'static str,
    /// Whom or what it is about, for who does not see the row.
    about: String,
    /// What would follow.
    says: &'static str,
    /// The form that does it.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="nk-sure">
            <summary class="nk-btn nk-btn-text nk-btn-small" aria-label=format!("{ask}: {about}")>{ask}</summary>
            <p>{says}</p>
            {children()}
        </details>
    }
}
