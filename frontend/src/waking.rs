//! The time in which a page is shown and does not answer by itself yet: its wasm comes in pieces, on a bad signal in seconds.
//!
//! The router listens from its first moment. A link tapped before the page is hydrated would change the address under
//! it, and the new page would be hydrated in the old page's HTML. So until the page is awake its links and buttons are
//! what they are without script.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};

/// Holds while the page is not awake.
pub struct Waking {
    _clicks: EventListener,
    _steps_back: EventListener,
}

impl Waking {
    /// From here on, clicks reach the browser and no listener; a step back in the history loads its page whole. `None`
    /// when such a step was made before: the page of that address is on its way.
    pub fn begin() -> Option<Self> {
        if !is_of_this_address() {
            let _ = window().location().reload();
            return None;
        }
        let first = EventListenerOptions::run_in_capture_phase();
        Some(Self {
            _clicks: EventListener::new_with_options(&window(), "click", first, |event| {
                event.stop_immediate_propagation();
            }),
            _steps_back: EventListener::new_with_options(&window(), "popstate", first, |event| {
                event.stop_immediate_propagation();
                let _ = window().location().reload();
            }),
        })
    }

    /// The page answers by itself; `html[data-siap]` says so to whoever watches it.
    pub fn end(self) {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-siap", "1");
        }
    }
}

/// Whether the server sent this page for the address that the browser shows.
fn is_of_this_address() -> bool {
    let sent_for = document()
        .document_element()
        .and_then(|root| root.get_attribute("data-alamat"));
    let location = window().location();
    match (sent_for, location.pathname(), location.search()) {
        (Some(sent_for), Ok(path), Ok(search)) => sent_for == path + &search,
        _ => true,
    }
}
