//! What awaits me: the first page after signing in.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::{
    people::api::Me,
    words::{home as h, use_words},
};

/// `/beranda`.
#[derive(Debug)]
pub struct HomePage {
    who: Option<Resource<crate::Answer<Me>>>,
}

#[lazy_route]
impl LazyRoute for HomePage {
    fn data() -> Self {
        Self { who: use_context() }
    }

    fn view(this: Self) -> AnyView {
        let w = use_words();
        let who = this.who;
        view! {
            <Suspense>
                {move || Suspend::new(async move {
                    let name = match who { Some(who) => who.await.map(|me| me.name).unwrap_or_default(), None => String::new() };
                    view! { <h1>{w.fill(h::GREETING, &[("name", &name)])}</h1> }
                })}
            </Suspense>
        }
        .into_any()
    }
}
