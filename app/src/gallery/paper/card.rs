//! A product on a shelf.

use domain::{business::ClaimKind, gallery::Card};
use leptos::prelude::*;

use super::{address, short_place};
use crate::{
    business::claim_name,
    paper::{Visit, to},
    ui::{GradeLabel, Icon, Photo},
    words::{gallery as g, use_words},
};

/// Claims shown on a card; the product page shows all.
const CLAIMS: usize = 3;
/// How wide a card's photo is shown.
const SIZES: &str = "(min-width: 900px) 218px, 50vw";

/// Cards side by side, each with the button that puts it into the basket. The first `eager` photos do not wait.
pub fn grid(visit: &Visit, cards: Vec<Card>, eager: usize) -> impl IntoView + use<> {
    let cards = cards.into_iter().enumerate().map(|(place, card)| {
        let picked = visit.basket.units(card.id).is_some();
        view! { <ProductCard card picked eager=place < eager/> }
    });
    let back = visit.to(visit.here());
    view! {
        <div class="nk-grid">{cards.collect_view()}</div>
        <form id="keranjang" method="post" action=to("/keranjang")><input type="hidden" name="kembali" value=back/></form>
    }
}

#[component]
fn ProductCard(card: Card, picked: bool, eager: bool) -> impl IntoView {
    let w = use_words();
    // A NIB is what everybody has: it speaks only where nothing else does.
    let only_nib = card.claims == [ClaimKind::Nib];
    let telling = card
        .claims
        .iter()
        .filter(|kind| only_nib || **kind != ClaimKind::Nib);
    let claims = telling.take(CLAIMS).map(|kind| {
        view! { <span class="nk-claim"><Icon icon=icondata_lu::LuBadgeCheck/>{w.t(claim_name(*kind))}</span> }
    });
    let claims = (!card.claims.is_empty())
        .then(|| view! { <p class="nk-claims">{claims.collect_view()}</p> });
    let ready = match card.lead_days {
        0 => w.t(g::READY_NOW).to_owned(),
        days => w.fill(g::READY, &[("n", &days)]),
    };
    let terms = format!(
        "{} · {ready}",
        w.fill(g::MIN, &[("n", &card.moq), ("unit", &card.unit)])
    );
    let grade = card.grade;
    let photo = match card.picture {
        Some(mut picture) => {
            // The name stands right below; hearing it twice helps nobody.
            picture.alt.clear();
            view! { <Photo picture sizes=SIZES eager><GradeLabel grade/></Photo> }.into_any()
        }
        None => view! { <div class="nk-photo"><GradeLabel grade/></div> }.into_any(),
    };
    let (act, label, icon) = if picked {
        ("buang", g::UNPICK, icondata_lu::LuCheck)
    } else {
        ("tambah", g::PICK, icondata_lu::LuPlus)
    };
    let label = w.fill(label, &[("name", &card.name)]);
    view! {
        <article class="nk-product" id=format!("p-{}", card.id)>
            {photo}
            <h3><a href=address::product(&card.slug)>{card.name}</a></h3>
            <p class="nk-product-by"><span>{card.maker}</span><span>{short_place(&card.regency).to_owned()}</span></p>
            <p class="nk-product-price">{card.price.to_string()}</p>
            {claims}
            <p class="nk-product-terms">{terms}</p>
            <button class="nk-pick" form="keranjang" name=act value=card.id.to_string() aria-pressed=if picked { "true" } else { "false" } aria-label=label>
                <Icon icon/>
            </button>
        </article>
    }
}
