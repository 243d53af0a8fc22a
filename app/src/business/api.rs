//! What the business pages ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    business::{BusinessFile, BusinessLine, ClaimForm, NewBusiness, SnapshotForm},
    ids::BusinessId,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// A district in a list of choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct District {
    /// Official code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Name of its regency.
    pub regency: String,
}

/// The form for a new business: the districts to choose from, and what a refused post kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Every district that a centre serves.
    pub districts: Vec<District>,
    /// What was typed.
    pub input: NewBusiness,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
}

/// A business file and what refused posts of its two forms kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FilePage {
    /// The file.
    pub file: BusinessFile,
    /// A claim form that was refused.
    pub claim: ClaimForm,
    /// A snapshot form that was refused.
    pub snapshot: SnapshotForm,
    /// Why.
    pub refusal: Option<Refusal>,
}

/// One's own businesses.
#[server(prefix = "/api", endpoint = "business/mine", input = server_fn::codec::GetUrl)]
pub async fn my_businesses() -> Answer<Vec<BusinessLine>> {
    use crate::request::{Told, actor, centre};
    centre::business::mine(&centre(), &actor()?).await.told()
}

/// What the registration form shows.
#[server(prefix = "/api", endpoint = "business/register_form", input = server_fn::codec::GetUrl)]
pub async fn register_form() -> Answer<Opening> {
    use crate::request::{Told, actor, centre, draft};
    actor()?;
    let mut conn = centre().db.read().await.told()?;
    let rows = centre::places::districts(&mut conn).await.told()?;
    let districts = rows
        .into_iter()
        .map(|row| District {
            code: row.code,
            name: row.name,
            regency: row.above,
        })
        .collect();
    let (input, refusal) = draft::<NewBusiness>("register_business")
        .await
        .map(|kept| (kept.input, kept.refusal))
        .unwrap_or_default();
    Ok(Opening {
        districts,
        input,
        refusal,
    })
}

/// Opens a business file and shows it.
#[server(prefix = "/api", endpoint = "business/register")]
pub async fn register(form: NewBusiness) -> Answer<BusinessId> {
    use crate::request::{actor, centre, end_form};
    let outcome = centre::business::register(&centre(), &actor()?, &form).await;
    end_form("register_business", "/usaha/baru", &form, outcome, |id| {
        format!("/usaha/{id}")
    })
    .await
}

/// A business file. That another's was read is noted where its owner sees it.
#[server(prefix = "/api", endpoint = "business/file", input = server_fn::codec::GetUrl)]
pub async fn file(business: BusinessId) -> Answer<FilePage> {
    use crate::request::{Told, actor, centre, draft, place};
    let place = place(business).await?;
    let permit = actor()?
        .may(domain::access::act::ReadBusiness, &place)
        .told()?;
    let file = centre::business::file(&centre(), permit, business)
        .await
        .told()?;
    let claim = draft::<ClaimForm>("declare_claim").await;
    let snapshot = draft::<SnapshotForm>("record_snapshot").await;
    let refusal = claim
        .iter()
        .find_map(|kept| kept.refusal.clone())
        .or(snapshot.iter().find_map(|kept| kept.refusal.clone()));
    let claim = claim.map(|kept| kept.input).unwrap_or_default();
    let snapshot = snapshot.map(|kept| kept.input).unwrap_or_default();
    Ok(FilePage {
        file,
        claim,
        snapshot,
        refusal,
    })
}

/// Adds a licence or certificate.
#[server(prefix = "/api", endpoint = "business/declare_claim")]
pub async fn declare_claim(business: BusinessId, form: ClaimForm) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form, place};
    let place = place(business).await?;
    let permit = actor()?
        .may(domain::access::act::EditBusiness, &place)
        .told()?;
    let outcome = centre::business::declare_claim(&centre(), permit, business, &form)
        .await
        .map(drop);
    let page = format!("/usaha/{business}");
    end_form("declare_claim", &page, &form, outcome, |()| page.clone()).await
}

/// Notes turnover and workers.
#[server(prefix = "/api", endpoint = "business/record_snapshot")]
pub async fn record_snapshot(business: BusinessId, form: SnapshotForm) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form, place};
    let place = place(business).await?;
    let permit = actor()?
        .may(domain::access::act::EditBusiness, &place)
        .told()?;
    let outcome = centre::business::record_snapshot(&centre(), permit, business, &form)
        .await
        .map(drop);
    let page = format!("/usaha/{business}");
    end_form("record_snapshot", &page, &form, outcome, |()| page.clone()).await
}

/// The businesses within reach, narrowed by words of their names.
#[server(prefix = "/api", endpoint = "business/list", input = server_fn::codec::GetUrl)]
pub async fn businesses(#[server(default)] words: String) -> Answer<Vec<BusinessLine>> {
    use crate::request::{Told, actor, centre};
    centre::business::list(&centre(), &actor()?, &words, 1)
        .await
        .told()
}
