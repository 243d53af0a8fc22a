//! What a maker asks and does about one submission.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{Refusal, curation::SubmissionResult, ids::EntryId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// A submission, and why the last post about it was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultPageData {
    /// The submission.
    pub result: SubmissionResult,
    /// What was typed as an objection.
    pub reason: String,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// Whether the reader is its maker, who may withdraw and object.
    pub own: bool,
}

#[cfg(feature = "ssr")]
async fn place(entry: EntryId) -> Answer<domain::access::Place> {
    use crate::request::{Told, centre, refuse};
    let mut conn = centre().db.read().await.told()?;
    centre::curation::entry_place(&mut conn, entry)
        .await
        .told()?
        .ok_or_else(|| refuse(Refusal::NotFound))
}

/// A submission with everything its maker may know.
#[server(prefix = "/api", endpoint = "curation/result", input = server_fn::codec::GetUrl)]
pub async fn open_result(entry: EntryId) -> Answer<ResultPageData> {
    use crate::request::{Told, actor, centre, draft, refusal_of};
    use domain::access::act;
    let (actor, place) = (actor()?, place(entry).await?);
    let permit = actor.may(act::ReadSubmission, &place).told()?;
    let result = centre::curation::result(&centre(), permit, entry)
        .await
        .told()?;
    let kept = draft::<String>("appeal").await;
    let refusal = match &kept {
        Some(kept) => kept.refusal.clone(),
        None => refusal_of(&["withdraw", "finish_task"]).await,
    };
    Ok(ResultPageData {
        result,
        reason: kept.map(|kept| kept.input).unwrap_or_default(),
        refusal,
        own: actor.may(act::AnswerDecision, &place).is_ok(),
    })
}

/// Takes a submission back, if its maker is sure.
#[server(prefix = "/api", endpoint = "curation/withdraw")]
pub async fn withdraw(entry: EntryId, #[server(default)] sure: bool) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form};
    use domain::{access::act, refusal::Problem};
    let permit = actor()?
        .may(act::AnswerDecision, &place(entry).await?)
        .told()?;
    let outcome = if sure {
        centre::curation::withdraw(&centre(), permit, entry).await
    } else {
        Err(Refusal::field("sure", Problem::MustAgree).into())
    };
    let page = format!("/hasil/{entry}");
    end_form("withdraw", &page, &(), outcome, |()| page.clone()).await
}

/// Objects to a decision.
#[server(prefix = "/api", endpoint = "curation/appeal")]
pub async fn appeal(entry: EntryId, reason: String) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form};
    let permit = actor()?
        .may(domain::access::act::AnswerDecision, &place(entry).await?)
        .told()?;
    let outcome = centre::curation::appeal(&centre(), permit, entry, reason.clone())
        .await
        .map(drop);
    let page = format!("/hasil/{entry}");
    end_form("appeal", &page, &reason, outcome, |()| page.clone()).await
}
