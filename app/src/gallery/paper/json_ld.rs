//! Facts for machines, in the words of schema.org.

use domain::gallery::{CollectionPage, MakerPage, ProductPage};
use serde_json::{Value, json};

use crate::{
    paper::{Visit, in_language},
    ui::{category_word, grade_word, photo_address},
    words::ui,
};

fn address(visit: &Visit, path: &str) -> String {
    format!(
        "{}{}",
        visit.face.public_url,
        in_language(path, visit.words.language)
    )
}

fn photo(visit: &Visit, hash: &str) -> String {
    format!("{}{}", visit.face.public_url, photo_address(hash, 1280))
}

/// A product with its offer.
pub fn product(visit: &Visit, page: &ProductPage) -> Value {
    let w = visit.words;
    let url = address(visit, &format!("/produk/{}", page.slug));
    let photos: Vec<String> = page
        .photos
        .iter()
        .map(|picture| photo(visit, &picture.hash))
        .collect();
    json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": page.name,
        "description": if page.description.is_empty() { &page.story } else { &page.description },
        "category": w.t(category_word(page.category)),
        "sku": page.id.to_string(),
        "url": url,
        "image": photos,
        "brand": { "@type": "Brand", "name": page.maker },
        "manufacturer": {
            "@type": "Organization",
            "name": page.maker,
            "url": address(visit, &format!("/pembuat/{}", page.maker_slug)),
            "address": {
                "@type": "PostalAddress", "addressRegion": page.province, "addressLocality": page.regency, "addressCountry": "ID",
            },
        },
        "offers": {
            "@type": "Offer",
            "url": url,
            "price": page.price.0,
            "priceCurrency": "IDR",
            "availability": if page.lead_days == 0 { "https://schema.org/InStock" } else { "https://schema.org/MadeToOrder" },
            "eligibleQuantity": { "@type": "QuantitativeValue", "minValue": page.moq, "unitText": page.unit },
        },
        "additionalProperty": {
            "@type": "PropertyValue",
            "name": "Grade",
            "value": format!("{} · {}", page.badge.grade, w.t(grade_word(page.badge.grade))),
        },
    })
}

/// A maker.
pub fn maker(visit: &Visit, page: &MakerPage) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": page.name,
        "description": page.story,
        "url": address(visit, &format!("/pembuat/{}", page.slug)),
        "foundingDate": page.founded_year.map(|year| year.to_string()),
        "image": page.photo.as_ref().map(|picture| photo(visit, &picture.hash)),
        "address": {
            "@type": "PostalAddress", "addressRegion": page.province, "addressLocality": page.regency, "addressCountry": "ID",
        },
    })
}

/// A collection as a list of its products.
pub fn collection(visit: &Visit, page: &CollectionPage) -> Value {
    let items: Vec<Value> = page
        .products
        .iter()
        .enumerate()
        .map(|(place, card)| {
            json!({
                "@type": "ListItem", "position": place + 1, "name": card.name,
                "url": address(visit, &format!("/produk/{}", card.slug)),
            })
        })
        .collect();
    json!({
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": page.title.get(visit.words.language),
        "numberOfItems": items.len(),
        "itemListElement": items,
    })
}

/// The way to a page: names and Indonesian paths.
pub fn crumbs(visit: &Visit, way: &[(&str, String)]) -> Value {
    let items: Vec<Value> = way
        .iter()
        .enumerate()
        .map(|(place, (name, path))| {
            json!({ "@type": "ListItem", "position": place + 1, "name": name, "item": address(visit, path) })
        })
        .collect();
    json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items })
}

/// The site, and how it is searched.
pub fn site(visit: &Visit) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": visit.words.t(ui::NAME),
        "url": address(visit, "/"),
        "inLanguage": visit.words.language.as_str(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": format!("{}?q={{q}}", address(visit, "/galeri")) },
            "query-input": "required name=q",
        },
    })
}
