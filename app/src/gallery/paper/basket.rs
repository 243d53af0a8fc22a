//! `/keranjang`: what a buyer picked, how many, and the form that asks for all of it at once.

use axum::{
    Form,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use centre::gallery;
use domain::{
    Refusal,
    gallery::{Card, InquiryForm, MAX_ITEMS},
    ids::ProductId,
};
use leptos::prelude::*;

use super::{
    Basket, address,
    inquiry::{FORM, mark, typed},
};
use crate::{
    AppError,
    paper::{Sheet, Visit, to},
    request::local_path,
    ui::{
        Callout, Empty, Field, Icon, Photo, Problems, TextArea, Tone, fields_of, problem_sentence,
        refusal_sentence,
    },
    words::{gallery as g, use_words},
};

/// What the page shows.
struct Shown {
    form: InquiryForm,
    cards: Vec<Card>,
    refusal: Option<Refusal>,
    /// Products that no longer stand in the gallery.
    gone: usize,
}

/// The page.
pub async fn page(mut visit: Visit) -> Response {
    let found = read(&visit).await;
    let gone = found.as_ref().map_or(0, |shown| shown.gone);
    let cookie = (gone > 0).then(|| {
        let standing: Vec<ProductId> = found
            .iter()
            .flat_map(|shown| shown.cards.iter().map(|card| card.id))
            .collect();
        visit.basket.retain(&standing);
        visit.cookie(Basket::COOKIE, &visit.basket.text(), Basket::DAYS)
    });
    let page = visit.show(found, draw);
    (AppendHeaders(cookie), page).into_response()
}

async fn read(visit: &Visit) -> centre::Result<Shown> {
    let draft = visit.draft::<InquiryForm>(FORM).await;
    let (form, refusal) = draft
        .map(|draft| (draft.input, draft.refusal))
        .unwrap_or_default();
    let products = visit.basket.products();
    let cards = gallery::cards_of(visit.centre(), &products).await?;
    Ok(Shown {
        gone: products.len() - cards.len(),
        form,
        cards,
        refusal,
    })
}

fn draw(visit: &Visit, shown: Shown) -> Sheet {
    let w = visit.words;
    let gone = (shown.gone > 0).then(|| {
        view! { <Callout tone=Tone::Warn>{w.fill(g::BASKET_GONE, &[("n", &shown.gone)])}</Callout> }
    });
    let full = visit.query("penuh").map(|_| {
        view! { <Callout tone=Tone::Warn>{w.fill(g::BASKET_FULL, &[("n", &MAX_ITEMS)])}</Callout> }
    });
    let before = (!visit.letters.is_empty()).then(|| {
        view! { <p class="nk-gallery-end"><a class="nk-link" href=to("/keranjang/terkirim")>{w.t(g::SENT_BEFORE)}</a></p> }
    });
    let empty = shown.cards.is_empty();
    let makers = makers(&shown.cards);
    let lead = match makers.len() {
        0 => None,
        1 => Some(w.t(g::BASKET_LEAD_ONE).to_owned()),
        n => Some(w.fill(g::BASKET_LEAD, &[("n", &n)])),
    };
    let content = if empty {
        view! {
            <Empty title=w.t(g::BASKET_NONE) hint=w.t(g::BASKET_NONE_HINT)>
                <a class="nk-btn nk-btn-primary" href=to("/galeri")>{w.t(g::LANDING_OPEN)}</a>
            </Empty>
        }
        .into_any()
    } else {
        asking(visit, shown, &makers).into_any()
    };
    let body = view! {
        <div class="nk-wrap">
            <header class="nk-page-head">
                <h1>{w.t(g::BASKET_TITLE)}</h1>
                {lead.map(|lead| view! { <p class="nk-lead">{lead}</p> })}
            </header>
            <div class="nk-stack">{gone}{full}</div>
            {content}
            {before}
        </div>
    };
    Sheet::new(w.t(g::BASKET_TITLE), body)
        .place("/keranjang")
        .private()
}

/// The makers' names, each once.
fn makers(cards: &[Card]) -> Vec<String> {
    let mut makers: Vec<String> = Vec::new();
    for card in cards {
        if !makers.contains(&card.maker) {
            makers.push(card.maker.clone());
        }
    }
    makers
}

/// Lines and form. Taking a line out keeps what was typed: its button sends the same form elsewhere.
fn asking(visit: &Visit, shown: Shown, makers: &[String]) -> impl IntoView + use<> {
    let w = visit.words;
    let Shown {
        form,
        cards,
        refusal,
        ..
    } = shown;
    let fields = fields_of(refusal.clone().map(AppError::Refused).as_ref());
    let lines = cards.into_iter().map(|card| {
        let line = form
            .items
            .iter()
            .position(|item| item.product == card.id.to_string());
        let quantity = match line {
            Some(line) => form.items[line].quantity.clone(),
            None => visit.basket.units(card.id).unwrap_or(card.moq).to_string(),
        };
        let name = line.map(|line| format!("items.{line}.quantity"));
        let problem = fields
            .iter()
            .find(|field| Some(&field.field) == name.as_ref());
        let problem = problem.map(|field| problem_sentence(w, &field.problem));
        view! { <Line card quantity problem/> }
    });
    let lines = lines.collect_view();
    let sentence = refusal.map(
        |refusal| view! { <Callout tone=Tone::Error>{refusal_sentence(w, &refusal)}</Callout> },
    );
    let problems: Signal<Problems> = Signal::stored(fields);
    let once = if form.once.is_empty() {
        mark()
    } else {
        form.once.clone()
    };
    let note = w.fill(g::SEND_NOTE, &[("makers", &makers.join(", "))]);
    view! {
        <form class="nk-basket" id="kirim" method="post" action=to("/keranjang/kirim")>
            <ul class="nk-lines">{lines}</ul>
            <div class="nk-card nk-card-pad nk-form">
                {sentence}
                <input type="hidden" name="once" value=once/>
                <Field name="name" label=w.t(g::YOUR_NAME) value=form.name complete="name" problems/>
                <Field name="contact" label=w.t(g::CONTACT) hint=w.t(g::CONTACT_HINT) value=form.contact complete="tel" problems/>
                <Field name="place" label=w.t(g::PLACE) hint=w.t(g::PLACE_HINT) value=form.place complete="organization" problems/>
                <Field name="wanted_on" label=w.t(g::WANTED_ON) hint=w.t(g::WANTED_ON_HINT) kind="date" value=form.wanted_on problems/>
                <TextArea name="message" label=w.t(g::MESSAGE) hint=w.t(g::MESSAGE_HINT) value=form.message problems/>
                <button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(g::SEND)}</button>
                <p class="nk-small nk-muted">{note}</p>
            </div>
        </form>
    }
}

#[component]
fn Line(card: Card, quantity: String, problem: Option<String>) -> impl IntoView {
    let w = use_words();
    let id = card.id.to_string();
    let field = format!("jumlah-{id}");
    let error = format!("{field}-error");
    let about = format!(
        "{} · {} {} · {}",
        card.maker,
        card.price,
        w.fill(g::PER, &[("unit", &card.unit)]),
        w.fill(g::MIN, &[("n", &card.moq), ("unit", &card.unit)]),
    );
    let photo = match card.picture {
        Some(mut picture) => {
            picture.alt.clear();
            view! { <Photo picture sizes="76px"/> }.into_any()
        }
        None => view! { <div class="nk-photo"></div> }.into_any(),
    };
    let invalid = problem.is_some().then_some("true");
    let problem = problem.map(|sentence| view! { <p class="nk-error"><Icon icon=icondata_lu::LuCircleAlert/><span>{sentence}</span></p> });
    let remove = w.fill(g::REMOVE, &[("name", &card.name)]);
    view! {
        <li>
            {photo}
            <h2><a href=address::product(&card.slug)>{card.name}</a></h2>
            <button class="nk-icon-btn" name="buang" value=id.clone() formaction=to("/keranjang") formnovalidate=true aria-label=remove>
                <Icon icon=icondata_lu::LuTrash2/>
            </button>
            <p>{about}</p>
            <div class="nk-qty">
                <input type="hidden" name="produk" value=id/>
                <label for=field.clone()>{w.t(g::QUANTITY)}</label>
                <input class="nk-input" id=field name="jumlah" inputmode="numeric" value=quantity aria-invalid=invalid aria-describedby=error.clone()/>
                <span class="nk-muted">{card.unit}</span>
                <div id=error>{problem}</div>
            </div>
        </li>
    }
}

/// Puts a product in or takes it out, and goes back to where that was asked.
pub async fn change(mut visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> Response {
    let value = |name: &str| {
        pairs
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    let product = |name: &str| value(name).and_then(|id| id.parse::<ProductId>().ok());
    let form = typed(&visit, &pairs);
    keep_quantities(&mut visit.basket, &form);

    let mut full = false;
    if let Some(id) = product("tambah") {
        match gallery::cards_of(visit.centre(), &[id]).await {
            Ok(cards) => {
                let units = cards.first().map(|card| card.moq);
                full = units.is_some_and(|units| !visit.basket.set(id, units));
            }
            Err(error) => return visit.failed(error),
        }
    }
    if let Some(id) = product("buang") {
        visit.basket.remove(id);
    }

    let basket = visit.to("/keranjang");
    let changed = product("tambah").or(product("buang"));
    let next = match (value("kembali"), changed) {
        _ if full => format!("{basket}?penuh=1"),
        (Some(back), Some(id)) => format!("{}#p-{id}", local_path(back, &basket)),
        _ if form.name.is_empty() && form.contact.is_empty() && form.message.is_empty() => basket,
        // Something was typed already: it comes back with the page. Only so often: it is kept in the database.
        _ if visit.count_try().is_err() => basket,
        _ => match visit.keep(FORM, "/keranjang", &form, None).await {
            Ok(next) => next,
            Err(error) => return visit.failed(error),
        },
    };
    let cookie = visit.cookie(Basket::COOKIE, &visit.basket.text(), Basket::DAYS);
    (AppendHeaders([cookie]), Redirect::to(&next)).into_response()
}

/// Quantities that can be read are remembered; the others are shown again by the form.
pub(super) fn keep_quantities(basket: &mut Basket, form: &InquiryForm) {
    for item in &form.items {
        let units = domain::refusal::number(&item.quantity, 1, 1_000_000);
        if let (Ok(id), Ok(units)) = (item.product.parse::<ProductId>(), units)
            && basket.units(id).is_some()
        {
            basket.set(id, units);
        }
    }
}
