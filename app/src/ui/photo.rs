//! A photo of the house: its colour first, then the rendition that fits.

use domain::{gallery::Picture, media};
use leptos::prelude::*;

/// Where a rendition lies. The widths are those of [`media::WIDTHS`].
pub fn photo_address(hash: &str, width: u32) -> String {
    format!("/foto/{hash}-{width}.webp")
}

/// A photo in the widths that exist of it; the browser takes the one that `sizes` asks for.
#[component]
pub fn Photo(
    /// Which.
    picture: Picture,
    /// How wide it is shown, as the `sizes` attribute says it: `(min-width: 900px) 280px, 50vw`.
    #[prop(default = "100vw")]
    sizes: &'static str,
    /// Whether it stands in the first screen and must not wait.
    #[prop(optional)]
    eager: bool,
    /// A further class, for example `nk-thumb`.
    #[prop(optional)]
    class: &'static str,
    /// What lies on the photo.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let widths = media::sizes(u32::try_from(picture.width).unwrap_or_default());
    let set = widths
        .iter()
        .map(|width| format!("{} {width}w", photo_address(&picture.hash, *width)))
        .collect::<Vec<_>>()
        .join(", ");
    let src = photo_address(&picture.hash, widths.get(1).copied().unwrap_or(widths[0]));
    view! {
        <div class=format!("nk-photo {class}")>
            <svg class="nk-tint" color=picture.tint aria-hidden="true"></svg>
            <img src=src srcset=set sizes=sizes alt=picture.alt width=picture.width height=picture.height
                loading=if eager { "eager" } else { "lazy" } fetchpriority=if eager { "high" } else { "auto" } decoding="async"/>
            {children.map(|children| children())}
        </div>
    }
}
