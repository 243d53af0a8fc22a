//! `/pembuat/{slug}`: one maker and the products that passed.

use axum::{extract::Path, response::Response};
use centre::gallery;
use domain::{business::Standing, gallery::MakerPage, place::date};
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
    let claims: Vec<_> = page
        .claims
        .iter()
        .map(|claim| {
            let until = match (claim.standing, claim.expires_on) {
                (Standing::SelfDeclared, _) => w.t(g::MAKER_CLAIM_SELF).to_owned(),
                (_, Some(day)) => w.fill(g::MAKER_CLAIM_UNTIL, &[("day", &date(day, w.language))]),
                (_, None) => w.t(g::MAKER_CLAIM_OPEN).to_owned(),
            };
            view! { <li><ClaimMark name=w.t(claim_name(claim.kind)) standing=claim.standing/><small>{until}</small></li> }
        })
        .collect();
    let claims = (!claims.is_empty()).then(|| {
        view! { <section><h2>{w.t(g::MAKER_CLAIMS)}</h2><ul class="nk-dated">{claims}</ul></section> }
    });
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
    let place = format!(
        "{}, {}, {}",
        page.district,
        short_place(&page.regency),
        page.province
    );
    let centre = to(&format!("/plut/{}", page.centre_slug));
    let body = view! {
        <div class="nk-wrap">
            <nav class="nk-crumbs" aria-label=w.t(g::HEADING)>
                <ol><li><a href=to("/perajin")>{w.t(g::MAKERS_TITLE)}</a></li><li>{page.name.clone()}</li></ol>
            </nav>
            <div class="nk-maker">
                {photo.map(|picture| view! { <Photo picture sizes="(min-width: 900px) 640px, 100vw" eager=true/> })}
                <div>
                    <p class="nk-eyebrow"><Icon icon=icondata_lu::LuMapPin/>{place}</p>
                    <h1>{page.name}</h1>
                    <div class="nk-prose">{paragraphs(&page.story)}</div>
                    <dl class="nk-facts">{list.collect_view()}<div><dt>{w.t(g::MAKER_CENTRE)}</dt><dd><a class="nk-link" href=centre>{page.centre}</a></dd></div></dl>
                    {claims}
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
        .place("/perajin")
        .image(image)
        .json_ld(facts)
}
