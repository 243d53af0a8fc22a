//! `/pembuat/{slug}`: one maker and the products that passed.

use axum::{extract::Path, response::Response};
use centre::gallery;
use domain::gallery::MakerPage;
use leptos::prelude::*;

use super::{card, json_ld, product::paragraphs, short_place};
use crate::business::channel_name;
use crate::{
    business::claim_name,
    paper::{Sheet, Visit, to},
    ui::{ClaimMark, Icon, Photo},
    words::gallery as g,
};

/// The page.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Response {
    let found = gallery::maker(visit.centre(), &slug).await;
    visit.show(found, draw)
}

fn draw(visit: &Visit, page: MakerPage) -> Sheet {
    let w = visit.words;
    let facts = json_ld::maker(visit, &page);
    let about = w.fill(
        g::MAKER_ABOUT,
        &[
            ("name", &page.name),
            ("regency", &short_place(&page.regency)),
            ("n", &page.products.len()),
        ],
    );
    // Without a photo of their own, their best product stands for them.
    let photo = page
        .photo
        .clone()
        .or_else(|| page.products.first()?.picture.clone());
    let image = photo
        .as_ref()
        .map(|picture| crate::ui::photo_address(&picture.hash, 1280));
    let marks = page.claims.iter().map(
        |claim| view! { <ClaimMark name=w.t(claim_name(claim.kind)) standing=claim.standing/> },
    );
    let channels: Vec<&str> = page
        .channels
        .iter()
        .map(|channel| w.t(channel_name(*channel)))
        .collect();
    let list = [
        (
            g::MAKER_SINCE,
            page.founded_year.map(|year| year.to_string()),
        ),
        (
            g::MAKER_CHANNELS,
            (!channels.is_empty()).then(|| channels.join(", ")),
        ),
    ];
    let list = list.into_iter().filter_map(|(name, value)| {
        Some(view! { <div><dt>{w.t(name)}</dt><dd>{value?}</dd></div> })
    });
    let name = page.name.clone();
    let body = view! {
        <div class="nk-wrap">
            <nav class="nk-crumbs" aria-label=w.t(g::HEADING)>
                <ol><li><a href=to("/galeri")>{w.t(g::HEADING)}</a></li><li>{page.name.clone()}</li></ol>
            </nav>
            <div class="nk-maker">
                {photo.map(|picture| view! { <Photo picture sizes="(min-width: 900px) 640px, 100vw" eager=true/> })}
                <div>
                    <p class="nk-eyebrow"><Icon icon=icondata_lu::LuMapPin/>{short_place(&page.regency).to_owned()}", "{page.province.clone()}</p>
                    <h1>{page.name}</h1>
                    <div class="nk-prose">{paragraphs(&page.story)}</div>
                    {(!page.claims.is_empty()).then(|| view! { <p class="nk-claims">{marks.collect_view()}</p> })}
                    <dl class="nk-facts">{list.collect_view()}</dl>
                </div>
            </div>
            <section class="nk-section">
                <h2>{w.t(g::MAKER_PRODUCTS)}</h2>
                {card::grid(visit, page.products, 0)}
            </section>
        </div>
    };
    Sheet::new(name, body)
        .about(about)
        .place("/galeri")
        .image(image)
        .json_ld(facts)
}
