//! `/produk/{slug}`: one product, its maker, and why it stands here.

use axum::{extract::Path, response::Response};
use centre::{curation, gallery};
use domain::{
    curation::Why,
    gallery::{Picture, ProductPage, Tier, Variant},
    money::{Rupiah, grouped},
};
use leptos::prelude::*;

use super::{address, card, json_ld, short_place, why::WhyBadge};
use crate::{
    paper::{Sheet, Visit, to},
    ui::{Icon, Photo, category_word},
    words::{Words, gallery as g, use_words},
};

/// Photos on the page; the thumbs of the style sheet know so many.
const PHOTOS: usize = 6;

/// The page.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Response {
    let found = read(&visit, &slug).await;
    visit.show(found, |visit, (page, why)| draw(visit, page, why))
}

async fn read(visit: &Visit, slug: &str) -> centre::Result<(ProductPage, Option<Why>)> {
    let page = gallery::product(visit.centre(), slug).await?;
    let mut conn = visit.centre().db.read().await?;
    let why = curation::why(&mut conn, page.id).await?;
    Ok((page, why))
}

fn draw(visit: &Visit, page: ProductPage, why: Option<Why>) -> Sheet {
    let w = visit.words;
    let about = about(&page);
    let facts = json_ld::product(visit, &page);
    let crumbs = json_ld::crumbs(
        visit,
        &[
            (w.t(g::HEADING), "/galeri".into()),
            (&page.name, format!("/produk/{}", page.slug)),
        ],
    );
    let image = Some(visit.to(&format!("/bagikan/{}.jpg", page.slug)));
    let title = format!("{} · {}", page.name, page.maker);
    let family = domain::gallery::Filter {
        categories: vec![page.category],
        ..Default::default()
    };
    let more = (!page.more.is_empty()).then(|| {
        view! {
            <section class="nk-section">
                <h2>{w.fill(g::MORE, &[("maker", &page.maker)])}</h2>
                {card::grid(visit, page.more.clone(), 0)}
            </section>
        }
    });
    let body = view! {
        <div class="nk-wrap">
            <nav class="nk-crumbs" aria-label=w.t(g::HEADING)>
                <ol>
                    <li><a href=to("/galeri")>{w.t(g::HEADING)}</a></li>
                    <li><a href=address::shelf(&family)>{w.t(category_word(page.category))}</a></li>
                </ol>
            </nav>
            <div class="nk-detail">
                <Shots photos=page.photos.clone()/>
                <div class="nk-detail-info">
                    <h1>{page.name.clone()}</h1>
                    <p class="nk-by">{w.t(g::BY)}" "<a href=address::maker(&page.maker_slug)>{page.maker.clone()}</a>" · "{short_place(&page.regency).to_owned()}</p>
                    <p class="nk-price"><b>{page.price.to_string()}</b>{unit(w, &page)}</p>
                    {buy(visit, &page)}
                    <WhyBadge badge=page.badge.clone() why claims=page.claims.clone()/>
                    {(!page.variants.is_empty()).then(|| view! { <Variants variants=page.variants.clone() price=page.price/> })}
                    {(!page.tiers.is_empty()).then(|| view! { <Tiers tiers=page.tiers.clone() moq=page.moq price=page.price unit=page.unit.clone()/> })}
                    <section><h2>{w.t(g::FACTS)}</h2>{facts_list(w, &page)}</section>
                    <p class="nk-share">
                        <a class="nk-link" href=share(visit, &page) rel="noopener"><Icon icon=icondata_lu::LuShare2/>{w.t(g::SHARE)}</a>
                    </p>
                </div>
                {story(w, &page)}
            </div>
            {more}
        </div>
    };
    Sheet::new(title, body)
        .about(about)
        .place("/galeri")
        .image(image)
        .json_ld(facts)
        .json_ld(crumbs)
}

/// The first sentences, for search engines and shared links.
fn about(page: &ProductPage) -> String {
    let text = if page.description.is_empty() {
        &page.story
    } else {
        &page.description
    };
    let mut about: String = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(155)
        .collect();
    if about.is_empty() {
        about = format!("{} · {}, {}", page.name, page.maker, page.regency);
    }
    about
}

fn unit(w: Words, page: &ProductPage) -> String {
    match (page.unit.as_str(), page.net_content.as_str()) {
        ("", net) => net.to_owned(),
        (unit, "") => w.fill(g::PER, &[("unit", &unit)]),
        (unit, net) => format!("{}, {net}", w.fill(g::PER, &[("unit", &unit)])),
    }
}

fn share(visit: &Visit, page: &ProductPage) -> String {
    let link = format!("{}{}", visit.face.public_url, address::product(&page.slug));
    domain::gallery::whatsapp_link("", &format!("{} · {}\n{link}", page.name, page.maker))
}

/// The price and the two ways on; pinned at the thumb on phones.
fn buy(visit: &Visit, page: &ProductPage) -> impl IntoView + use<> {
    let w = visit.words;
    let id = page.id.to_string();
    let keep = if visit.basket.units(page.id).is_some() {
        view! {
            <button class="nk-btn nk-btn-outline" name="buang" value=id.clone() form="simpan" aria-pressed="true">
                <Icon icon=icondata_lu::LuCheck/><span>{w.t(g::KEPT)}</span>
            </button>
        }
        .into_any()
    } else {
        view! {
            <button class="nk-btn nk-btn-outline" name="tambah" value=id.clone() form="simpan">
                <Icon icon=icondata_lu::LuShoppingBasket/><span>{w.t(g::KEEP)}</span>
            </button>
        }
        .into_any()
    };
    view! {
        <form id="simpan" method="post" action=to("/keranjang")><input type="hidden" name="kembali" value=address::product(&page.slug)/></form>
        <div class="nk-buy">
            <p><b>{page.price.to_string()}</b>{w.fill(g::PER, &[("unit", &page.unit)])}</p>
            <form method="post" action=to("/keranjang")>
                <button class="nk-btn nk-btn-primary" name="tambah" value=id>{w.t(g::ASK)}</button>
            </form>
            {keep}
        </div>
    }
}

/// A strip to swipe on phones; on wide screens small pictures choose the large one.
#[component]
fn Shots(photos: Vec<Picture>) -> impl IntoView {
    let w = use_words();
    let photos: Vec<Picture> = photos.into_iter().take(PHOTOS).collect();
    let many = photos.len();
    let stage = photos.iter().cloned().enumerate().map(|(n, picture)| {
        let number = (many > 1).then(|| view! { <span class="nk-shots-no">{n + 1}" / "{many}</span> });
        view! { <li><Photo picture sizes="(min-width: 900px) 546px, 100vw" eager=n == 0/>{number}</li> }
    });
    let stage = stage.collect_view();
    let thumbs = photos.into_iter().enumerate().map(|(n, mut picture)| {
        picture.alt.clear();
        let label = w.fill(g::PHOTO_NUMBER, &[("n", &(n + 1))]);
        view! {
            <label><input type="radio" name="foto" aria-label=label checked=n == 0/><Photo picture sizes="84px"/></label>
        }
    });
    let thumbs = (many > 1).then(|| {
        view! { <div class="nk-shots-thumbs" role="radiogroup" aria-label=w.t(g::PHOTO_CHOOSE)>{thumbs.collect_view()}</div> }
    });
    view! {
        <div class="nk-shots">
            <ol class="nk-shots-stage" tabindex="0" aria-label=w.t(g::PHOTOS)>{stage}</ol>
            {thumbs}
        </div>
    }
}

#[component]
fn Variants(variants: Vec<Variant>, price: Rupiah) -> impl IntoView {
    let w = use_words();
    let list = variants.into_iter().map(|variant| {
        let own = variant.price.filter(|own| *own != price);
        let own = own.map(|own| view! { <span class="nk-muted">" "{own.to_string()}</span> });
        view! { <li class="nk-pill">{variant.name}{own}</li> }
    });
    view! { <section><h2>{w.t(g::VARIANTS)}</h2><ul class="nk-pills">{list.collect_view()}</ul></section> }
}

#[component]
fn Tiers(tiers: Vec<Tier>, moq: i64, price: Rupiah, unit: String) -> impl IntoView {
    let w = use_words();
    let first = tiers
        .first()
        .is_none_or(|tier| tier.from > moq)
        .then_some(Tier { from: moq, price });
    let all: Vec<Tier> = first.into_iter().chain(tiers).collect();
    let rows = all.iter().enumerate().map(|(n, tier)| {
        let from = grouped(tier.from.unsigned_abs());
        let range = match all.get(n + 1) {
            Some(next) if next.from - 1 > tier.from => {
                let to = grouped((next.from - 1).unsigned_abs());
                w.fill(
                    g::TIER_RANGE,
                    &[("from", &from), ("to", &to), ("unit", &unit)],
                )
            }
            Some(_) => format!("{from} {unit}"),
            None => w.fill(g::TIER_UP, &[("from", &from), ("unit", &unit)]),
        };
        view! { <tr><td>{range}</td><td>{tier.price.to_string()}</td></tr> }
    });
    view! {
        <section>
            <h2>{w.t(g::TIERS)}</h2>
            <table class="nk-tiers">
                <thead><tr><th scope="col">{w.t(g::TIER_FROM)}</th><th scope="col">{w.t(g::TIER_PRICE)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}

fn facts_list(w: Words, page: &ProductPage) -> impl IntoView + use<> {
    let unit = &page.unit;
    let lead = match page.lead_days {
        0 => w.t(g::FACT_LEAD_NOW).to_owned(),
        days => w.fill(g::FACT_LEAD_DAYS, &[("n", &days)]),
    };
    let count = |n: i64| grouped(n.unsigned_abs());
    let capacity = (page.capacity > 0).then(|| {
        w.fill(
            g::FACT_CAPACITY_MONTH,
            &[("n", &count(page.capacity)), ("unit", unit)],
        )
    });
    let facts = [
        (g::FACT_MOQ, format!("{} {unit}", count(page.moq))),
        (g::FACT_LEAD, lead),
        (g::FACT_CAPACITY, capacity.unwrap_or_default()),
        (g::FACT_NET, page.net_content.clone()),
        (g::FACT_SHELF, page.shelf_life.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts =
        facts.map(|(name, value)| view! { <div><dt>{w.t(name)}</dt><dd>{value}</dd></div> });
    view! { <dl class="nk-facts">{facts.collect_view()}</dl> }
}

/// Paragraphs as they were typed.
pub(crate) fn paragraphs(text: &str) -> impl IntoView + use<> {
    let all: Vec<String> = text
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    all.into_iter()
        .map(|line| view! { <p>{line}</p> })
        .collect_view()
}

fn story(w: Words, page: &ProductPage) -> impl IntoView + use<> {
    let part = |title, text: &str| {
        (!text.trim().is_empty())
            .then(|| view! { <section><h2>{w.t(title)}</h2>{paragraphs(text)}</section> })
    };
    view! {
        <div class="nk-story">
            {part(g::ABOUT_PRODUCT, &page.description)}
            {part(g::STORY, &page.story)}
            {part(g::MAKER_STORY, &page.maker_story)}
            <p><a class="nk-link" href=address::maker(&page.maker_slug)>{w.t(g::MAKER_MORE)}</a></p>
        </div>
    }
}
