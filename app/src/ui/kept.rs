//! What is typed stays in the browser until the server has it: a form survives a dead connection and a closed tab.

use leptos::{html, prelude::*};

/// Placed inside a form: keeps its fields in this browser under `name` while they are typed, puts them back when the
/// form is opened again unsent, and forgets them once `done` says that the server has them. Never for secrets or files.
#[component]
pub fn Kept(
    /// Names the form; the same name must mean the same form of the same thing.
    name: String,
    /// Whether the server has what was typed.
    #[prop(into)]
    done: Signal<bool>,
    /// Said when typed text was put back.
    said: &'static str,
) -> impl IntoView {
    let place = NodeRef::<html::P>::new();
    let back = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    browser::keep(name, place, back, done);
    #[cfg(not(feature = "hydrate"))]
    let _ = (name, done);
    view! { <p node_ref=place class="nk-okay" role="status" hidden=move || !back.get()>{said}</p> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::{html, prelude::*};
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{
        HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Storage,
    };

    pub fn keep(name: String, place: NodeRef<html::P>, back: RwSignal<bool>, done: Signal<bool>) {
        let key = format!("isian:{name}");
        let stored = key.clone();
        Effect::new(move |_| {
            let Some(form) = place.get().and_then(|place| {
                place
                    .closest("form")
                    .ok()??
                    .dyn_into::<HtmlFormElement>()
                    .ok()
            }) else {
                return;
            };
            if put_back(&form, &stored) {
                back.set(true);
            }
            let (watched, key) = (form.clone(), stored.clone());
            let note = Closure::<dyn Fn()>::new(move || write_down(&watched, &key));
            let _ = form.add_event_listener_with_callback("input", note.as_ref().unchecked_ref());
            // It lives as long as the form.
            note.forget();
        });
        Effect::new(move |_| {
            if done.get()
                && let Some(storage) = storage()
            {
                let _ = storage.remove_item(&key);
                back.set(false);
            }
        });
    }

    fn storage() -> Option<Storage> {
        window().local_storage().ok()?
    }

    fn write_down(form: &HtmlFormElement, key: &str) {
        let fields: Vec<(String, String)> = fields(form)
            .into_iter()
            .map(|field| (field.name(), field.value()))
            .collect();
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(&fields)) {
            let _ = storage.set_item(key, &text);
        }
    }

    fn put_back(form: &HtmlFormElement, key: &str) -> bool {
        let text = storage().and_then(|storage| storage.get_item(key).ok()?);
        let Some(kept) =
            text.and_then(|text| crate::read::json::<Vec<(String, String)>>(&text).ok())
        else {
            return false;
        };
        let mut changed = false;
        for field in fields(form) {
            if let Some((_, value)) = kept.iter().find(|(name, _)| *name == field.name())
                && *value != field.value()
            {
                field.set(value);
                changed = true;
            }
        }
        changed
    }

    enum Typed {
        Line(HtmlInputElement),
        Lines(HtmlTextAreaElement),
        Choice(HtmlSelectElement),
    }

    impl Typed {
        fn name(&self) -> String {
            match self {
                Self::Line(field) => field.name(),
                Self::Lines(field) => field.name(),
                Self::Choice(field) => field.name(),
            }
        }

        fn value(&self) -> String {
            match self {
                Self::Line(field) => field.value(),
                Self::Lines(field) => field.value(),
                Self::Choice(field) => field.value(),
            }
        }

        fn set(&self, value: &str) {
            match self {
                Self::Line(field) => field.set_value(value),
                Self::Lines(field) => field.set_value(value),
                Self::Choice(field) => field.set_value(value),
            }
        }
    }

    /// The fields that are typed or chosen; hidden ones, secrets, files and boxes are not.
    fn fields(form: &HtmlFormElement) -> Vec<Typed> {
        let all = form.elements();
        (0..all.length())
            .filter_map(|place| all.item(place))
            .filter_map(|element| {
                if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
                    let typed = ["text", "tel", "email", "number", "date", "search", "url"];
                    return typed
                        .contains(&field.type_().as_str())
                        .then(|| Typed::Line(field.clone()));
                }
                if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>() {
                    return Some(Typed::Lines(field.clone()));
                }
                element
                    .dyn_ref::<HtmlSelectElement>()
                    .map(|field| Typed::Choice(field.clone()))
            })
            .collect()
    }
}
