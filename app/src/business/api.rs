//! What the business pages ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    business::{
        BusinessFile, BusinessLine, ClaimCheckForm, ClaimForm, NewBusiness, ProfileForm,
        SnapshotForm,
    },
    gallery::Picture,
    ids::{BusinessId, ClaimId},
    timeline::Point,
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
    /// What happened, the youngest first.
    pub timeline: Vec<Point>,
    /// Whether the reader may change it.
    pub may_edit: bool,
    /// Whether the reader may say that a claim was checked.
    pub may_check: bool,
}

/// The form of a profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProfilePageData {
    /// Whose.
    pub business: BusinessId,
    /// What stands in it, or what was typed.
    pub form: ProfileForm,
    /// The picture of the maker.
    pub photo: Option<Picture>,
    /// The districts of the centre's province.
    pub districts: Vec<District>,
    /// Why the last post was refused.
    pub refusal: Option<Refusal>,
}

/// Things of a business file that are shown with it, at most.
#[cfg(feature = "ssr")]
const TIMELINE: i64 = 60;

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
pub async fn open_file(business: BusinessId) -> Answer<FilePage> {
    use crate::request::{Told, actor, centre, draft, place, refusal_of};
    use domain::access::act;
    let (actor, place) = (actor()?, place(business).await?);
    let permit = actor.may(act::ReadBusiness, &place).told()?;
    let file = centre::business::file(&centre(), permit.clone(), business)
        .await
        .told()?;
    let claim = draft::<ClaimForm>("declare_claim").await;
    let snapshot = draft::<SnapshotForm>("record_snapshot").await;
    let refusal = claim
        .iter()
        .find_map(|kept| kept.refusal.clone())
        .or(snapshot.iter().find_map(|kept| kept.refusal.clone()));
    let refusal = match refusal {
        None => refusal_of(&["claim_evidence", "check_claim"]).await,
        some => some,
    };
    let timeline = centre::timeline::read(&centre(), &permit, business, TIMELINE)
        .await
        .told()?;
    let claim = claim.map(|kept| kept.input).unwrap_or_default();
    let snapshot = snapshot.map(|kept| kept.input).unwrap_or_default();
    Ok(FilePage {
        file,
        claim,
        snapshot,
        refusal,
        timeline,
        may_edit: actor.may(act::EditBusiness, &place).is_ok(),
        may_check: actor.may(act::VerifyClaim, &place).is_ok(),
    })
}

#[cfg(feature = "ssr")]
async fn claim_at(claim: ClaimId) -> Answer<(BusinessId, domain::access::Place)> {
    use crate::request::{Told, centre, refuse};
    let mut conn = centre().db.read().await.told()?;
    let business = centre::business::business_of_claim(&mut conn, claim)
        .await
        .told()?;
    let place = centre::business::claim_place(&mut conn, claim)
        .await
        .told()?;
    business.zip(place).ok_or_else(|| refuse(Refusal::NotFound))
}

/// Notes what staff found at a claim's source.
#[server(prefix = "/api", endpoint = "business/check_claim")]
pub async fn check_claim(claim: ClaimId, form: ClaimCheckForm) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form};
    let (business, place) = claim_at(claim).await?;
    let permit = actor()?
        .may(domain::access::act::VerifyClaim, &place)
        .told()?;
    let outcome = centre::business::check_claim(&centre(), permit, claim, &form).await;
    let page = format!("/usaha/{business}");
    end_form("check_claim", &page, &form, outcome, |()| page.clone()).await
}

/// Ends a claim that no longer holds, or was a mistake.
#[server(prefix = "/api", endpoint = "business/end_claim")]
pub async fn end_claim(claim: ClaimId, #[server(default)] sure: bool) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form};
    use domain::refusal::Problem;
    let (business, place) = claim_at(claim).await?;
    let permit = actor()?
        .may(domain::access::act::EditBusiness, &place)
        .told()?;
    let outcome = match sure {
        true => centre::business::end_claim(&centre(), permit, claim).await,
        false => Err(Refusal::field("sure", Problem::MustAgree).into()),
    };
    let page = format!("/usaha/{business}");
    end_form("check_claim", &page, &(), outcome, |()| page.clone()).await
}

/// The districts of a province, to choose from.
#[cfg(feature = "ssr")]
pub(crate) async fn districts_of(province: &str) -> Answer<Vec<District>> {
    use crate::request::{Told, centre};
    let mut conn = centre().db.read().await.told()?;
    let rows = centre::places::districts(&mut conn).await.told()?;
    // Regencies' codes begin with their province's, districts' with their regency's.
    let within = rows
        .into_iter()
        .filter(|row| row.code.starts_with(province));
    let choices = within.map(|row| District {
        code: row.code,
        name: row.name,
        regency: row.above,
    });
    Ok(choices.collect())
}

/// What the form of a profile shows.
#[server(prefix = "/api", endpoint = "business/profile_form", input = server_fn::codec::GetUrl)]
pub async fn open_profile(business: BusinessId) -> Answer<ProfilePageData> {
    use crate::request::{Told, actor, centre, draft, place, refusal_of};
    use domain::access::act;
    let (actor, place) = (actor()?, place(business).await?);
    actor.may(act::EditBusiness, &place).told()?;
    let permit = actor.may(act::ReadBusiness, &place).told()?;
    let file = centre::business::file(&centre(), permit, business)
        .await
        .told()?;
    let districts = districts_of(&place.province.0).await?;
    let photo = file.photo.clone();
    let kept = draft::<ProfileForm>("edit_profile").await;
    let refusal = match &kept {
        Some(kept) => kept.refusal.clone(),
        None => refusal_of(&["business_photo"]).await,
    };
    Ok(ProfilePageData {
        business,
        form: kept.map_or_else(|| file.profile_form(), |kept| kept.input),
        photo,
        districts,
        refusal,
    })
}

/// Changes the profile.
#[server(prefix = "/api", endpoint = "business/edit_profile")]
pub async fn edit_profile(business: BusinessId, form: ProfileForm) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form, place};
    let place = place(business).await?;
    let permit = actor()?
        .may(domain::access::act::EditBusiness, &place)
        .told()?;
    let outcome = centre::business::edit_profile(&centre(), permit, business, &form)
        .await
        .map(drop);
    let page = format!("/usaha/{business}/profil");
    end_form("edit_profile", &page, &form, outcome, |()| {
        format!("/usaha/{business}")
    })
    .await
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

/// One page of the businesses within reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusinessPage {
    /// Those on this page.
    pub lines: Vec<BusinessLine>,
    /// Which page, from 1.
    pub page: i64,
    /// How many there are, at least 1.
    pub pages: i64,
}

/// The businesses within reach, narrowed by words of their names; a page behind the last one is the last one.
#[server(prefix = "/api", endpoint = "business/list", input = server_fn::codec::GetUrl)]
pub async fn businesses(
    #[server(default)] words: String,
    #[server(default)] page: i64,
) -> Answer<BusinessPage> {
    use crate::request::{Told, actor, centre};
    let (centre, actor) = (centre(), actor()?);
    let count = centre::business::count(&centre, &actor, &words)
        .await
        .told()?;
    let pages = (count + centre::business::PER_PAGE - 1) / centre::business::PER_PAGE;
    let pages = pages.max(1);
    let page = page.clamp(1, pages);
    let lines = centre::business::list(&centre, &actor, &words, page)
        .await
        .told()?;
    Ok(BusinessPage { lines, page, pages })
}
