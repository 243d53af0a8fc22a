//! What the product pages ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    business::BusinessLine,
    curation::Submission,
    gallery::{MyProduct, PhotoForm, ProductFile, ProductForm, WritingStep},
    ids::{BusinessId, EntryId, MediaId, ProductId},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// One's own products and what was sent in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// The products, the youngest first.
    pub products: Vec<MyProduct>,
    /// The submissions, the youngest first.
    pub submissions: Vec<Submission>,
}

/// The first step for a new product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beginning {
    /// One's own businesses.
    pub businesses: Vec<BusinessLine>,
    /// The identity the product will have: sending the form twice makes one product.
    pub product: ProductId,
    /// What was typed.
    pub input: ProductForm,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
}

/// A product as it is written, and what a refused post kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writing {
    /// The product.
    pub file: ProductFile,
    /// Why the last post was refused.
    pub refusal: Option<Refusal>,
    /// Its latest submission, if curators have it or had it.
    pub entry: Option<EntryId>,
    /// Whether curators have it now.
    pub judged: bool,
}

/// The form whose refused input is kept for a step.
#[cfg(feature = "ssr")]
const DRAFT: &str = "product";

#[cfg(feature = "ssr")]
use super::write::address;

#[cfg(feature = "ssr")]
async fn permit(
    product: ProductId,
) -> Answer<domain::access::Permit<domain::access::act::SubmitProduct>> {
    use crate::request::{Told, actor, centre, refuse};
    let mut conn = centre().db.read().await.told()?;
    let place = centre::business::product_place(&mut conn, product)
        .await
        .told()?
        .ok_or_else(|| refuse(Refusal::NotFound))?;
    actor()?
        .may(domain::access::act::SubmitProduct, &place)
        .told()
}

/// One's own products and submissions.
#[server(prefix = "/api", endpoint = "product/mine", input = server_fn::codec::GetUrl)]
pub async fn my_products() -> Answer<Mine> {
    use crate::request::{Told, actor, centre};
    let (centre, actor) = (centre(), actor()?);
    Ok(Mine {
        products: centre::business::my_products(&centre, &actor)
            .await
            .told()?,
        submissions: centre::curation::my_submissions(&centre, &actor)
            .await
            .told()?,
    })
}

/// What the first step for a new product shows.
#[server(prefix = "/api", endpoint = "product/begin_form", input = server_fn::codec::GetUrl)]
pub async fn begin_form() -> Answer<Beginning> {
    use crate::request::{Told, actor, centre, draft};
    let businesses = centre::business::mine(&centre(), &actor()?).await.told()?;
    let (input, refusal) = draft::<ProductForm>("product_begin")
        .await
        .map(|kept| (kept.input, kept.refusal))
        .unwrap_or_default();
    Ok(Beginning {
        businesses,
        product: ProductId::new(),
        input,
        refusal,
    })
}

/// Adds a product with its name and family.
#[server(prefix = "/api", endpoint = "product/begin")]
pub async fn begin_product(
    business: BusinessId,
    product: ProductId,
    form: ProductForm,
) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form, place};
    let place = place(business).await?;
    let permit = actor()?
        .may(domain::access::act::SubmitProduct, &place)
        .told()?;
    let outcome = centre::business::save_product(&centre(), permit, business, product, &form)
        .await
        .map(drop);
    end_form("product_begin", "/produk-saya/baru", &form, outcome, |()| {
        address(product, WritingStep::Photos)
    })
    .await
}

/// A product opened to go on writing.
#[server(prefix = "/api", endpoint = "product/write_form", input = server_fn::codec::GetUrl)]
pub async fn write_form(product: ProductId) -> Answer<Writing> {
    use crate::request::{Told, actor, centre, draft, refusal_of};
    let permit = permit(product).await?;
    let (centre, actor) = (centre(), actor()?);
    let mut file = centre::business::product_file(&centre, &permit, product)
        .await
        .told()?;
    let kept = draft::<(WritingStep, ProductForm)>(DRAFT).await;
    let others = ["product_photo", "product_submit", "product_delete"];
    let refusal = match &kept {
        Some(kept) => kept.refusal.clone(),
        None => refusal_of(&others).await,
    };
    if let Some(kept) = kept {
        let (step, typed) = kept.input;
        file.form = file.form.with_step(step, typed);
    }
    let sent = centre::curation::my_submissions(&centre, &actor)
        .await
        .told()?
        .into_iter()
        .find(|sent| sent.product == product);
    Ok(Writing {
        file,
        refusal,
        entry: sent.as_ref().map(|sent| sent.entry),
        judged: sent.is_some_and(|sent| sent.state.is_with_curators()),
    })
}

/// Saves one step and goes on to the next.
#[server(prefix = "/api", endpoint = "product/save")]
pub async fn save_product(product: ProductId, step: WritingStep, form: ProductForm) -> Answer<()> {
    use crate::request::{Told, centre, end_form};
    let (centre, permit) = (centre(), permit(product).await?);
    let file = centre::business::product_file(&centre, &permit, product)
        .await
        .told()?;
    let whole = file.form.with_step(step, form.clone());
    let outcome = centre::business::save_product(&centre, permit, file.business, product, &whole)
        .await
        .map(drop);
    let input = (step, form);
    end_form(DRAFT, &address(product, step), &input, outcome, |()| {
        address(product, step.next())
    })
    .await
}

#[cfg(feature = "ssr")]
async fn end_photo(product: ProductId, outcome: centre::Result<()>) -> Answer<()> {
    let back = address(product, WritingStep::Photos);
    crate::request::end_form("product_photo", &back, &(), outcome, |()| back.clone()).await
}

/// Changes what is said about a photo.
#[server(prefix = "/api", endpoint = "product/describe_photo")]
pub async fn describe_photo(
    product: ProductId,
    media: MediaId,
    #[server(default)] form: PhotoForm,
) -> Answer<()> {
    let (centre, permit) = (crate::request::centre(), permit(product).await?);
    let outcome = centre::business::describe_photo(&centre, permit, product, media, &form).await;
    end_photo(product, outcome).await
}

/// Makes a photo the main one.
#[server(prefix = "/api", endpoint = "product/main_photo")]
pub async fn main_photo(product: ProductId, media: MediaId) -> Answer<()> {
    use crate::request::{Told, centre};
    let (centre, permit) = (centre(), permit(product).await?);
    let file = centre::business::product_file(&centre, &permit, product)
        .await
        .told()?;
    let others = file.photos.iter().map(|photo| photo.media);
    let order = std::iter::once(media)
        .chain(others.filter(|other| *other != media))
        .collect();
    let outcome = centre::business::reorder_photos(&centre, permit, product, order).await;
    end_photo(product, outcome).await
}

/// Takes a photo off.
#[server(prefix = "/api", endpoint = "product/remove_photo")]
pub async fn remove_photo(product: ProductId, media: MediaId) -> Answer<()> {
    let (centre, permit) = (crate::request::centre(), permit(product).await?);
    let outcome = centre::business::remove_photo(&centre, permit, product, media).await;
    end_photo(product, outcome).await
}

/// Takes a product away, also from the gallery, if the person is sure.
#[server(prefix = "/api", endpoint = "product/delete")]
pub async fn delete_product(product: ProductId, #[server(default)] sure: bool) -> Answer<()> {
    use crate::request::{centre, end_form};
    use domain::refusal::Problem;
    let permit = permit(product).await?;
    let outcome = if sure {
        centre::business::delete_product(&centre(), permit, product).await
    } else {
        Err(Refusal::field("sure", Problem::MustAgree).into())
    };
    let back = address(product, WritingStep::Kind);
    end_form("product_delete", &back, &(), outcome, |()| {
        "/produk-saya".into()
    })
    .await
}

/// Sends a product to the curators.
#[server(prefix = "/api", endpoint = "product/submit")]
pub async fn submit_product(product: ProductId) -> Answer<EntryId> {
    use crate::request::{centre, end_form};
    let permit = permit(product).await?;
    let outcome = centre::curation::submit(&centre(), permit, product).await;
    let back = address(product, WritingStep::Send);
    end_form("product_submit", &back, &(), outcome, |entry| {
        format!("/hasil/{entry}")
    })
    .await
}
