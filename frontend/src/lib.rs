//! The browser's entry: fetches the reader's words, then hydrates the workspace in the page that the server sent.

mod waking;

use app::{Workspace, words};
use leptos::{mount, prelude::*, tachys::dom::body};
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's script once the wasm is there.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    let Some(waking) = waking::Waking::begin() else {
        return;
    };
    // Leptos' own spawner starts with the hydration, which waits for the words.
    wasm_bindgen_futures::spawn_local(async {
        let Some(words) = words::fetch().await else {
            return;
        };
        let page = mount::hydrate_from_async(body(), move || {
            words::provide_words(words);
            view! { <Workspace/> }
        });
        page.await.forget();
        waking.end();
    });
}
