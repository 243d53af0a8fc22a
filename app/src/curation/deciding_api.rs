//! What the pages of decisions and appeals ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    curation::{AppealLine, Decision, ReleasePreview, RoundOverview},
    ids::{AppealId, EntryId, RoundId},
    place::Zone,
    review::Round,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// A decision as typed, kept when it was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionInput {
    /// Of which entry.
    pub entry: EntryId,
    /// What was chosen.
    pub decision: Decision,
    /// Why.
    pub reason: String,
}

/// An answer to an appeal as typed, kept when it was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerInput {
    /// To which appeal.
    pub appeal: AppealId,
    /// Whether it is granted.
    pub granted: bool,
    /// In which words.
    pub answer: String,
}

/// A round before its announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidingPage {
    /// The round.
    pub overview: RoundOverview,
    /// What each maker will get.
    pub preview: ReleasePreview,
    /// Rounds that an unscored entry can be carried over to.
    pub later: Vec<Round>,
    /// The time of the centre.
    pub zone: Zone,
    /// What was typed and refused.
    pub kept: Option<DecisionInput>,
    /// Why.
    pub refusal: Option<Refusal>,
}

/// The appeals of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealsPage {
    /// The round.
    pub round: Round,
    /// Those without an answer first.
    pub appeals: Vec<AppealLine>,
    /// The time of the centre.
    pub zone: Zone,
    /// What was typed and refused.
    pub kept: Option<AnswerInput>,
    /// Why.
    pub refusal: Option<Refusal>,
}

/// What is decided so far and what still stops the announcement.
#[server(prefix = "/api", endpoint = "curation/deciding", input = server_fn::codec::GetUrl)]
pub async fn open_deciding(round: RoundId) -> Answer<DecidingPage> {
    use centre::curation;

    use crate::request::{self, Told, draft};
    let centre = request::centre();
    let permit = super::permits::run(round).await?;
    let zone = super::permits::zone(&permit).await?;
    let overview = curation::round_overview(&centre, &permit, round)
        .await
        .told()?;
    let preview = curation::preview(&centre, &permit, round).await.told()?;
    let mut later = curation::rounds(&centre, &permit).await.told()?;
    let until = overview.round.phases.score_until;
    later.retain(|other| {
        other.id != round && other.phases.released_at.is_none() && other.phases.score_until > until
    });
    let decided = draft::<DecisionInput>("decide").await;
    let acted = draft::<()>("act").await;
    let refusal = decided
        .as_ref()
        .and_then(|kept| kept.refusal.clone())
        .or(acted.and_then(|kept| kept.refusal));
    Ok(DecidingPage {
        overview,
        preview,
        later,
        zone,
        kept: decided.map(|kept| kept.input),
        refusal,
    })
}

#[cfg(feature = "ssr")]
fn page(round: RoundId) -> String {
    format!("/putaran/{round}/keputusan")
}

/// Prepares the decision of every scored entry as the rule proposes.
#[server(prefix = "/api", endpoint = "curation/prepare_decisions")]
pub async fn prepare_decisions(round: RoundId) -> Answer<i64> {
    use crate::request::{self, end_form};
    let permit = super::permits::run(round).await?;
    let outcome = centre::curation::prepare_decisions(&request::centre(), permit, round).await;
    end_form("act", &page(round), &(), outcome, |_| page(round)).await
}

/// Changes a prepared decision. `round` is only where the page goes back to.
#[server(prefix = "/api", endpoint = "curation/decide")]
pub async fn decide(
    entry: EntryId,
    decision: Decision,
    #[server(default)] reason: String,
    round: RoundId,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = super::permits::run_of(entry).await?;
    let typed = DecisionInput {
        entry,
        decision,
        reason: reason.clone(),
    };
    let outcome =
        centre::curation::decide(&request::centre(), permit, entry, decision, reason).await;
    end_form("decide", &page(round), &typed, outcome, |()| page(round)).await
}

/// Takes a prepared decision back. `round` is only where the page goes back to.
#[server(prefix = "/api", endpoint = "curation/undecide")]
pub async fn undecide(entry: EntryId, round: RoundId) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = super::permits::run_of(entry).await?;
    let outcome = centre::curation::undecide(&request::centre(), permit, entry).await;
    end_form("act", &page(round), &(), outcome, |()| page(round)).await
}

/// Moves an entry to a later round. `round` is only where the page goes back to.
#[server(prefix = "/api", endpoint = "curation/carry_over")]
pub async fn carry_over(entry: EntryId, later: RoundId, round: RoundId) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = super::permits::run_of(entry).await?;
    let outcome = centre::curation::carry_over(&request::centre(), permit, entry, later).await;
    end_form("act", &page(round), &(), outcome, |()| page(round)).await
}

/// Announces every prepared decision at once, if they are those that were `seen`.
#[server(prefix = "/api", endpoint = "curation/release")]
pub async fn release(round: RoundId, #[server(default)] seen: String) -> Answer<i64> {
    use crate::request::{self, end_form};
    let permit = super::permits::run(round).await?;
    let outcome = centre::curation::release(&request::centre(), permit, round, &seen).await;
    end_form("act", &page(round), &(), outcome, |_| page(round)).await
}

/// The appeals of a round.
#[server(prefix = "/api", endpoint = "curation/appeals", input = server_fn::codec::GetUrl)]
pub async fn open_appeals(round: RoundId) -> Answer<AppealsPage> {
    use centre::curation;

    use crate::request::{self, Told, draft};
    let centre = request::centre();
    let permit = super::permits::run(round).await?;
    let zone = super::permits::zone(&permit).await?;
    let shown = curation::round(&centre, &permit, round).await.told()?;
    let appeals = curation::appeals(&centre, &permit, round).await.told()?;
    let kept = draft::<AnswerInput>("answer_appeal").await;
    let refusal = kept.as_ref().and_then(|kept| kept.refusal.clone());
    Ok(AppealsPage {
        round: shown,
        appeals,
        zone,
        kept: kept.map(|kept| kept.input),
        refusal,
    })
}

/// Answers an appeal. `round` is only where the page goes back to.
#[server(prefix = "/api", endpoint = "curation/answer_appeal")]
pub async fn answer_appeal(
    appeal: AppealId,
    granted: bool,
    #[server(default)] answer: String,
    round: RoundId,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = super::permits::answer(appeal).await?;
    let typed = AnswerInput {
        appeal,
        granted,
        answer: answer.clone(),
    };
    let outcome =
        centre::curation::answer_appeal(&request::centre(), permit, appeal, granted, answer).await;
    let page = format!("/putaran/{round}/banding");
    end_form("answer_appeal", &page, &typed, outcome, |()| page.clone()).await
}
