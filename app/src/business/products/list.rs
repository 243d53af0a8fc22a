//! `/produk-saya`: what I make, and where each product stands.

use domain::{curation::Submission, gallery::MyProduct, place, review::EntryState};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::api::MyProducts;
use crate::{
    ask::{answered, ask},
    ui::{Empty, GradeLabel, Icon, Photo, category_word},
    words::{products as p, ui, use_words},
};

/// The page.
#[component]
pub fn ProductsPage() -> impl IntoView {
    let mine = ask(|| MyProducts {}, || ());
    let w = use_words();
    view! {
        <Title text=w.t(ui::TAB_PRODUCTS)/>
        <header class="nk-head">
            <div><h1>{w.t(p::MINE)}</h1></div>
            <div class="nk-btn-row"><A href="/produk-saya/baru" attr:class="nk-btn nk-btn-primary"><Icon icon=icondata_lu::LuPlus/>{w.t(p::ADD)}</A></div>
        </header>
        {answered(mine, move |mine| if mine.products.is_empty() { view! {
                        <Empty title=w.t(p::EMPTY) hint=w.t(p::EMPTY_HINT)>
                            <A href="/produk-saya/baru" attr:class="nk-btn nk-btn-primary">{w.t(p::ADD)}</A>
                        </Empty>
                    }.into_any() } else { view! {
                        <section class="nk-card nk-rows" aria-label=w.t(p::MINE)>
                            {mine.products.into_iter().map(|product| {
                                let sent = mine.submissions.iter().find(|sent| sent.product == product.id).cloned();
                                view! { <ProductLine product sent/> }
                            }).collect_view()}
                        </section>
                    }.into_any() })}
    }
    .into_any()
}

/// A product of mine: photo, badge, and the sentence of where it stands.
#[component]
pub(crate) fn ProductLine(product: MyProduct, sent: Option<Submission>) -> impl IntoView {
    let w = use_words();
    let said = if product.listed {
        let until = product
            .grade
            .map(|(_, until)| place::date(until, w.language))
            .unwrap_or_default();
        w.fill(p::LISTED, &[("until", &until)])
    } else {
        match &sent {
            Some(sent) if sent.state == EntryState::Released && sent.open_tasks > 0 => {
                w.fill(p::TASKS_OPEN, &[("n", &sent.open_tasks)])
            }
            Some(sent) if sent.state == EntryState::Released => w.t(p::DECIDED).to_owned(),
            Some(sent) if sent.state != EntryState::Withdrawn => {
                w.fill(p::SENT, &[("day", &w.day(sent.submitted_at))])
            }
            _ => w.t(p::DRAFT_HINT).to_owned(),
        }
    };
    let (chip, icon, word) = match product.state {
        Some(EntryState::Submitted) => ("nk-chip nk-chip-set", icondata_lu::LuSend, p::CHIP_SENT),
        Some(EntryState::InReview | EntryState::Scored | EntryState::Decided) => (
            "nk-chip nk-chip-info",
            icondata_lu::LuLoader,
            p::CHIP_REVIEW,
        ),
        Some(EntryState::Released) if product.listed => (
            "nk-chip nk-chip-ok",
            icondata_lu::LuCircleCheck,
            p::CHIP_LISTED,
        ),
        Some(EntryState::Released) => ("nk-chip nk-chip-no", icondata_lu::LuWrench, p::CHIP_MEND),
        Some(EntryState::Withdrawn) | None => (
            "nk-chip nk-chip-draft",
            icondata_lu::LuPencilLine,
            p::CHIP_DRAFT,
        ),
    };
    // A submission of which something is to be read leads to its result, a draft to its form.
    let href = match &sent {
        Some(sent) if sent.state != EntryState::Withdrawn => format!("/hasil/{}", sent.entry),
        _ => format!("/produk-saya/{}", product.id),
    };
    let edit = format!("/produk-saya/{}", product.id);
    view! {
        <article class="nk-mine">
            {match product.picture {
                Some(picture) => view! { <Photo picture sizes="96px"/> }.into_any(),
                None => view! { <div class="nk-photo nk-photo-none"><Icon icon=icondata_lu::LuCamera/></div> }.into_any(),
            }}
            <h3><A href>{product.name}</A></h3>
            {product.grade.filter(|_| product.listed).map(|(grade, _)| view! { <GradeLabel grade short=true/> })}
            <p>{w.t(category_word(product.category))}" · "{said}</p>
            <p class="nk-row-wrap">
                <span class=chip><Icon icon/>{w.t(word)}</span>
                <A href=edit attr:class="nk-link nk-small">{w.t(p::EDIT)}</A>
            </p>
        </article>
    }
}
