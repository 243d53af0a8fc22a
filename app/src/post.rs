//! A form of a page: it is sent without leaving the page, and as a plain form where script is missing.

use leptos::{
    ev::SubmitEvent,
    prelude::*,
    server_fn::ServerFn,
    task::spawn_local,
    wasm_bindgen::JsCast,
    web_sys::{FormData, HtmlButtonElement, HtmlFormElement},
};

use web_sys::UrlSearchParams;

use crate::{
    Answer, AppError,
    ui::{Callout, Tone},
    words::{ui, use_words},
};

/// A form that is posted to one server function: whether it is on its way, and what the last answer was.
///
/// The server reads the fields; the browser knows the function by its path alone.
#[derive(Clone, Copy, Debug)]
pub struct Post {
    path: &'static str,
    /// How often it was sent, and how many of these were answered.
    sent: RwSignal<u32>,
    answered: RwSignal<u32>,
    last: RwSignal<Option<Answer<()>>>,
    accepted: RwSignal<u32>,
}

impl Post {
    /// A form that was not sent yet.
    pub fn to<S: ServerFn<Error = AppError>>() -> Self {
        Self {
            path: S::PATH,
            sent: RwSignal::new(0),
            answered: RwSignal::new(0),
            last: RwSignal::new(None),
            accepted: RwSignal::new(0),
        }
    }

    /// Whether it is on its way.
    pub fn busy(self) -> bool {
        self.sent.get() > self.answered.get()
    }

    /// What the answer to the last one sent was.
    pub fn last(self) -> Option<Answer<()>> {
        self.last.get()
    }

    /// Whether the last answer was a yes.
    pub fn done(self) -> bool {
        self.last.with(|last| matches!(last, Some(Ok(()))))
    }

    /// How often it was accepted: what a page's data follows, so that a refusal changes nothing on the page.
    pub fn accepted(self) -> u32 {
        self.accepted.get()
    }

    /// Why it was not accepted; before it is sent, what a refused plain post `kept`.
    pub fn error(self, kept: Option<AppError>) -> Signal<Option<AppError>> {
        Signal::derive(move || match self.last.get() {
            Some(answer) => answer.err(),
            None => kept.clone(),
        })
    }

    /// Sends fields that no form holds, written as a form writes them.
    pub fn send(self, fields: String) {
        self.sent.update(|sent| *sent += 1);
        let number = self.sent.get_untracked();
        spawn_local(async move {
            let answer = crate::wire::post(self.path, fields).await;
            // The answer may have led to another page; then nothing here is shown any more.
            self.answered.try_update(|answered| *answered += 1);
            if answer.is_ok() {
                self.accepted.try_update(|times| *times += 1);
            }
            // One form may serve many rows: the answer to an earlier one does not stand for the last.
            if self.sent.try_get_untracked() == Some(number) {
                let _ = self.last.try_set(Some(answer));
            }
        });
    }

    fn submit(self, event: SubmitEvent) {
        if event.default_prevented() {
            return;
        }
        event.prevent_default();
        match typed(&event) {
            Some(fields) => self.send(fields),
            None => self.last.set(Some(Err(AppError::Unreadable))),
        }
    }
}

/// What was typed into the form, and the button that sent it if it has a name.
fn typed(event: &SubmitEvent) -> Option<String> {
    let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
    let fields = FormData::new_with_form(&form).ok()?;
    let button = event
        .submitter()
        .and_then(|by| by.dyn_into::<HtmlButtonElement>().ok());
    if let Some(button) = button.filter(|button| !button.name().is_empty()) {
        let _ = fields.append_with_str(&button.name(), &button.value());
    }
    let written = UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    Some(written.to_string().into())
}

/// How often any of these forms was accepted.
pub fn accepted<const N: usize>(posts: [Post; N]) -> impl Fn() -> u32 + Copy {
    move || posts.iter().map(|post| post.accepted()).sum()
}

/// The form itself.
#[component]
pub fn PostForm(
    /// Where it is sent.
    post: Post,
    /// Its fields and buttons.
    children: Children,
) -> impl IntoView {
    view! { <form method="post" action=post.path on:submit=move |event| post.submit(event)>{children()}</form> }
}

/// That the form was saved a moment ago.
#[component]
pub fn Saved(
    /// The form.
    post: Post,
) -> impl IntoView {
    let w = use_words();
    move || {
        post.done()
            .then(|| view! { <Callout tone=Tone::Ok>{w.t(ui::SAVED)}</Callout> })
    }
}
