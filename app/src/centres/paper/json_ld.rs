//! Facts of a centre for machines, in the words of schema.org.

use domain::{
    centres::{Agenda, CentreLine, CentrePage, Span, Week},
    place::clock,
};
use serde_json::{Value, json};

use crate::paper::{Visit, in_language};

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The address of a page of this site in the visitor's language.
pub(super) fn address(visit: &Visit, path: &str) -> String {
    let path = in_language(path, visit.words.language);
    format!("{}{path}", visit.face.public_url)
}

/// A centre: a government office that one may visit.
pub(super) fn centre(visit: &Visit, page: &CentrePage) -> Value {
    let mut facts = office(visit, &page.line);
    facts["@context"] = json!("https://schema.org");
    facts["description"] = json!(page.intro.get(visit.words.language));
    facts["openingHoursSpecification"] = hours(&page.week);
    let closed: Vec<Value> = page
        .agenda
        .iter()
        .filter_map(|one| match one {
            Agenda::Closure { closure } => Some((closure.from_on, closure.until_on)),
            Agenda::Holiday { holiday } => Some((holiday.day, holiday.day)),
            Agenda::Round { .. } => None,
        })
        .map(|(from, until)| {
            json!({
                "@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00",
                "validFrom": from.to_string(), "validThrough": until.to_string(),
            })
        })
        .collect();
    facts["specialOpeningHoursSpecification"] = json!(closed);
    facts
}

/// Centres as a list.
pub(super) fn list(visit: &Visit, lines: &[CentreLine]) -> Value {
    let items: Vec<Value> = lines
        .iter()
        .enumerate()
        .map(|(place, line)| json!({ "@type": "ListItem", "position": place + 1, "item": office(visit, line) }))
        .collect();
    json!({ "@context": "https://schema.org", "@type": "ItemList", "numberOfItems": items.len(), "itemListElement": items })
}

fn office(visit: &Visit, line: &CentreLine) -> Value {
    json!({
        "@type": ["GovernmentOffice", "LocalBusiness"],
        "name": line.name,
        "url": address(visit, &format!("/plut/{}", line.slug)),
        "telephone": (!line.phone.is_empty()).then_some(&line.phone),
        "priceRange": "Rp0",
        "address": {
            "@type": "PostalAddress", "streetAddress": line.address, "addressLocality": line.regency,
            "addressRegion": line.province, "addressCountry": "ID",
        },
    })
}

fn hours(week: &Week) -> Value {
    // Clocks of machines are written the English way.
    let at = |minute| clock(minute, domain::language::Language::En);
    let one = |day: &str, span: &Span| {
        json!({
            "@type": "OpeningHoursSpecification", "dayOfWeek": format!("https://schema.org/{day}"),
            "opens": at(span.opens), "closes": at(span.closes),
        })
    };
    let spans = week
        .0
        .iter()
        .zip(DAYS)
        .flat_map(|(spans, day)| spans.iter().map(move |span| one(day, span)));
    spans.collect()
}
