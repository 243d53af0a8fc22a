//! What awaits me: the first page after signing in.

use domain::business::BusinessLine;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, components::A, lazy_route};

use crate::{
    Answer,
    business::{api::my_businesses, class_name},
    people::api::Me,
    ui::{Callout, Empty, Icon, Tone, error_sentence},
    words::{home as h, ui, use_words},
};

/// `/beranda`.
#[derive(Debug)]
pub struct HomePage {
    who: Option<Resource<Answer<Me>>>,
    mine: Resource<Answer<Vec<BusinessLine>>>,
}

#[lazy_route]
impl LazyRoute for HomePage {
    fn data() -> Self {
        Self {
            who: use_context(),
            mine: Resource::new_blocking(|| (), |()| my_businesses()),
        }
    }

    fn view(this: Self) -> AnyView {
        let w = use_words();
        let HomePage { who, mine } = this;
        view! {
            <Title text=w.t(ui::TAB_HOME)/>
            <Suspense fallback=move || view! { <p class="nk-muted">{w.t(ui::LOADING)}</p> }>
                {move || Suspend::new(async move {
                    let name = match who { Some(who) => who.await.map(|me| me.name).unwrap_or_default(), None => String::new() };
                    let list = match mine.await {
                        Ok(list) if list.is_empty() => view! {
                            <Empty title=w.t(h::EMPTY) hint=w.t(h::EMPTY_HINT)>
                                <A href="/usaha/baru" attr:class="nk-btn nk-btn-primary">{w.t(h::REGISTER)}</A>
                            </Empty>
                        }.into_any(),
                        Ok(list) => view! {
                            <section class="nk-card nk-rows">{list.into_iter().map(|line| view! { <Line line/> }).collect_view()}</section>
                            <p><A href="/usaha/baru" attr:class="nk-link">{w.t(h::ANOTHER)}</A></p>
                        }.into_any(),
                        Err(error) => view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> }.into_any(),
                    };
                    view! {
                        <header class="nk-head"><div><h1>{w.fill(h::GREETING, &[("name", &name)])}</h1></div></header>
                        <div class="nk-stack">{list}</div>
                    }
                })}
            </Suspense>
        }
        .into_any()
    }
}

#[component]
fn Line(line: BusinessLine) -> impl IntoView {
    let w = use_words();
    let class = line
        .class
        .map_or_else(|| w.t(h::NO_FIGURES), |class| w.t(class_name(class)));
    view! {
        <A href=format!("/usaha/{}", line.id) attr:class="nk-row">
            <span class="nk-tile"><Icon icon=icondata_lu::LuStore/></span>
            <span><b>{line.name}</b><small>{format!("{} · {class}", line.regency)}</small></span>
            <Icon icon=icondata_lu::LuChevronRight/>
        </A>
    }
}
