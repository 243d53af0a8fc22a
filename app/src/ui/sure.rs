//! A step that is not taken by one press.

use leptos::prelude::*;

use super::Icon;

/// A button that says what would follow and shows the one that does it. Works without script.
#[component]
pub fn Sure(
    /// What the first button says.
    ask: &'static str,
    /// Whom or what it is about, for who does not see the row.
    about: String,
    /// What would follow.
    says: &'static str,
    /// Stands for what the first button says, where there is no room for words.
    #[prop(optional)]
    icon: Option<&'static icondata_core::IconData>,
    /// The form that does it.
    children: Children,
) -> impl IntoView {
    let (class, sign) = match icon {
        Some(icon) => ("nk-icon-btn", view! { <Icon icon/> }.into_any()),
        None => ("nk-btn nk-btn-text nk-btn-small", ask.into_any()),
    };
    view! {
        <details class="nk-sure">
            <summary class=class title=ask aria-label=format!("{ask}: {about}")>{sign}</summary>
            <p>{says}</p>
            {children()}
        </details>
    }
}
