//! What the pages of rounds ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    curation::{RoundInput, RoundOverview, RoundWaits},
    ids::{AssignmentId, CentreId, EntryId, PersonId, RoundId},
    place::Zone,
    review::{Plan, Round},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// The rounds of a centre, and what a refused form of a new one kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundsPage {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// Its time.
    pub zone: Zone,
    /// The youngest first.
    pub rounds: Vec<Round>,
    /// What waits in them for whoever runs them.
    pub waits: Vec<RoundWaits>,
    /// What was typed.
    pub kept: RoundInput,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
}

/// A round as its manager sees it, and what a refused form of the page kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundPage {
    /// The round.
    pub overview: RoundOverview,
    /// The time of the centre.
    pub zone: Zone,
    /// The form of its dates, as it stands or as it was refused.
    pub form: RoundInput,
    /// Whether that form was refused.
    pub form_refused: bool,
    /// What automatic assignment would do, if that was asked for.
    pub plan: Option<Plan>,
    /// Why something was refused.
    pub refusal: Option<Refusal>,
}

/// The rounds of a centre: of the one named, else of the actor's first.
#[server(prefix = "/api", endpoint = "curation/rounds", input = server_fn::codec::GetUrl)]
pub async fn list_rounds(#[server(default)] centre: Option<CentreId>) -> Answer<RoundsPage> {
    use crate::request::{self, Told, draft};
    let (permit, here) = request::at(domain::access::act::ManageRounds, centre).await?;
    let rounds = centre::curation::rounds(&request::centre(), &permit)
        .await
        .told()?;
    let waits = centre::curation::rounds_waiting(&request::centre(), &request::actor()?)
        .await
        .told()?;
    let kept = draft::<RoundInput>("round").await;
    let (kept, refusal) = kept
        .map(|kept| (kept.input, kept.refusal))
        .unwrap_or_default();
    Ok(RoundsPage {
        centre: here.id,
        centre_name: here.name,
        zone: here.zone,
        rounds,
        waits,
        kept,
        refusal,
    })
}

/// Opens a round and shows it.
#[server(prefix = "/api", endpoint = "curation/create_round")]
pub async fn create_round(
    #[server(default)] centre: Option<CentreId>,
    form: RoundInput,
) -> Answer<RoundId> {
    use crate::request::{self, end_form};
    let (permit, here) = request::at(domain::access::act::ManageRounds, centre).await?;
    let outcome = match form.read(here.zone) {
        Ok(read) => centre::curation::create_round(&request::centre(), permit, read).await,
        Err(refusal) => Err(refusal.into()),
    };
    end_form("round", "/putaran", &form, outcome, |id| {
        format!("/putaran/{id}")
    })
    .await
}

/// Changes name, families and dates of a round that was not announced yet.
#[server(prefix = "/api", endpoint = "curation/edit_round")]
pub async fn edit_round(round: RoundId, form: RoundInput) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = super::permits::run(round).await?;
    let zone = super::permits::zone(&permit).await?;
    let outcome = match form.read(zone) {
        Ok(read) => centre::curation::edit_round(&request::centre(), permit, round, read).await,
        Err(refusal) => Err(refusal.into()),
    };
    let page = format!("/putaran/{round}");
    end_form("round", &page, &form, outcome, |()| page.clone()).await
}

/// One round whole; with `planning` also what automatic assignment would do.
#[server(prefix = "/api", endpoint = "curation/round", input = server_fn::codec::GetUrl)]
pub async fn open_round(round: RoundId, #[server(default)] planning: bool) -> Answer<RoundPage> {
    use crate::request::{self, Told, draft};
    let permit = super::permits::run(round).await?;
    let zone = super::permits::zone(&permit).await?;
    let overview = centre::curation::round_overview(&request::centre(), &permit, round)
        .await
        .told()?;
    let plan = match planning {
        true => Some(
            centre::curation::plan_round(&request::centre(), &permit, round)
                .await
                .told()?,
        ),
        false => None,
    };
    let typed = draft::<RoundInput>("round").await;
    let acted = draft::<()>("act").await;
    let form_refused = typed.is_some();
    let refusal = typed
        .as_ref()
        .and_then(|kept| kept.refusal.clone())
        .or(acted.and_then(|kept| kept.refusal));
    let form = typed.map_or_else(|| RoundInput::of(&overview.round, zone), |kept| kept.input);
    Ok(RoundPage {
        overview,
        zone,
        form,
        form_refused,
        plan,
        refusal,
    })
}

/// Gives every entry the curators it lacks, and tells them.
#[server(prefix = "/api", endpoint = "curation/assign_round")]
pub async fn assign_round(round: RoundId) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = super::permits::run(round).await?;
    let outcome = centre::curation::assign_round(&request::centre(), permit, round)
        .await
        .map(drop);
    let page = format!("/putaran/{round}");
    end_form("act", &page, &(), outcome, |()| page.clone()).await
}

/// Gives an entry to a curator by hand. `round` is only where the page goes back to.
#[server(prefix = "/api", endpoint = "curation/assign")]
pub async fn assign(entry: EntryId, reviewer: PersonId, round: RoundId) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = super::permits::run_of(entry).await?;
    let outcome = centre::curation::assign(&request::centre(), permit, entry, reviewer)
        .await
        .map(drop);
    let page = format!("/putaran/{round}");
    end_form("act", &page, &(), outcome, |()| page.clone()).await
}

/// Takes an entry from a curator who has not finished it. `round` is only where the page goes back to.
#[server(prefix = "/api", endpoint = "curation/unassign")]
pub async fn unassign(assignment: AssignmentId, round: RoundId) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = super::permits::run_seat(assignment).await?;
    let outcome = centre::curation::unassign(&request::centre(), permit, assignment).await;
    let page = format!("/putaran/{round}");
    end_form("act", &page, &(), outcome, |()| page.clone()).await
}

/// Gives the second review of an entry fourteen more days. `round` is only where the page goes back to.
#[server(prefix = "/api", endpoint = "curation/prolong_review")]
pub async fn prolong_review(entry: EntryId, round: RoundId) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = super::permits::run_of(entry).await?;
    let outcome = centre::curation::prolong_review(&request::centre(), permit, entry).await;
    let page = format!("/putaran/{round}");
    end_form("act", &page, &(), outcome, |()| page.clone()).await
}
