//! What the curator's pages ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    curation::{Desk, Sheet},
    ids::{AssignmentId, CriterionId},
    place::Zone,
    review::{AbstainReason, Saved},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// The desk, in the time of its centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPage {
    /// What waits and what is done.
    pub desk: Desk,
    /// The time of the centre.
    pub zone: Zone,
}

/// One criterion as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueInput {
    /// Which.
    pub criterion: CriterionId,
    /// 1–5, or nothing yet.
    #[serde(default)]
    pub value: String,
    /// A note to the maker.
    #[serde(default)]
    pub note: String,
}

/// A sheet, and what a refused post of it kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPage {
    /// The sheet.
    pub sheet: Sheet,
    /// The time of the centre.
    pub zone: Zone,
    /// What was typed and not saved.
    pub kept: Vec<ValueInput>,
    /// Why.
    pub refusal: Option<Refusal>,
}

/// What waits for the signed-in curator.
#[server(prefix = "/api", endpoint = "curation/desk", input = server_fn::codec::GetUrl)]
pub async fn open_desk() -> Answer<DeskPage> {
    use crate::request::{Told, actor, centre};
    let actor = actor()?;
    let permit = actor.own(domain::access::act::ScoreEntry).told()?;
    let zone = super::permits::zone(&permit).await?;
    let desk = centre::curation::desk(&centre(), &actor).await.told()?;
    Ok(DeskPage { desk, zone })
}

/// One sheet, blind.
#[server(prefix = "/api", endpoint = "curation/sheet", input = server_fn::codec::GetUrl)]
pub async fn open_sheet(assignment: AssignmentId) -> Answer<SheetPage> {
    use crate::request::{Told, actor, centre, draft};
    let permit = actor()?.own(domain::access::act::ScoreEntry).told()?;
    let zone = super::permits::zone(&permit).await?;
    let sheet = centre::curation::sheet(&centre(), permit, assignment)
        .await
        .told()?;
    let scored = draft::<Vec<ValueInput>>("score").await;
    let stepped = draft::<()>("act").await;
    let refusal = scored
        .as_ref()
        .and_then(|kept| kept.refusal.clone())
        .or(stepped.and_then(|kept| kept.refusal));
    Ok(SheetPage {
        sheet,
        zone,
        kept: scored.map(|kept| kept.input).unwrap_or_default(),
        refusal,
    })
}

/// Saves values. `go=next` goes on to the next sheet once nothing is missing; otherwise the page stays.
#[server(prefix = "/api", endpoint = "curation/score")]
pub async fn score(
    assignment: AssignmentId,
    #[server(default)] lines: Vec<ValueInput>,
    #[server(default)] go: String,
) -> Answer<Saved> {
    use centre::curation;

    use crate::request::{Told, actor, centre, end_form, is_plain_post};
    let permit = actor()?.own(domain::access::act::ScoreEntry).told()?;
    let (values, noted_only) = read(&lines).told()?;
    let outcome = curation::score(&centre(), permit.clone(), assignment, values).await;
    // Values that could be saved are; a note alone waits in the form for its value.
    let outcome = outcome.and_then(|saved| match noted_only {
        Some(refusal) => Err(refusal.into()),
        None => Ok(saved),
    });
    if go != "next" && !is_plain_post() {
        return outcome.told();
    }
    let page = format!("/nilai/{assignment}");
    let onward = match &outcome {
        Ok(Saved { missing: 0, .. }) if go == "next" => {
            let sheet = curation::sheet(&centre(), permit, assignment)
                .await
                .told()?;
            sheet
                .next
                .map_or("/nilai".to_owned(), |next| format!("/nilai/{next}"))
        }
        _ => page.clone(),
    };
    end_form("score", &page, &lines, outcome, |_| onward).await
}

/// The values that were given, and the refusal of notes that stand without one.
#[cfg(feature = "ssr")]
fn read(lines: &[ValueInput]) -> Result<(Vec<domain::review::Given>, Option<Refusal>), Refusal> {
    use domain::{
        refusal::{Check, Problem},
        review::Given,
    };
    let (mut values, mut check, mut lonely) = (Vec::new(), Check::default(), Check::default());
    for line in lines {
        let field = line.criterion.to_string();
        match line.value.trim() {
            "" if line.note.trim().is_empty() => {}
            "" => lonely.problem(&field, Problem::Missing),
            typed => match typed.parse() {
                Ok(value) => values.push(Given {
                    criterion: line.criterion,
                    value,
                    note: line.note.clone(),
                }),
                Err(_) => check.problem(&field, Problem::NotANumber),
            },
        }
    }
    check.done()?;
    Ok((values, lonely.done().err()))
}

/// Puts an entry to the end of the queue and goes on to the next.
#[server(prefix = "/api", endpoint = "curation/skip")]
pub async fn skip(assignment: AssignmentId) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form};
    let permit = actor()?.own(domain::access::act::ScoreEntry).told()?;
    let page = format!("/nilai/{assignment}");
    let next = after(permit.clone(), assignment).await;
    let outcome = centre::curation::skip(&centre(), permit, assignment).await;
    end_form("act", &page, &(), outcome, |()| next).await
}

/// Steps back from an entry for good; somebody else gets it.
#[server(prefix = "/api", endpoint = "curation/abstain")]
pub async fn abstain(
    assignment: AssignmentId,
    reason: AbstainReason,
    #[server(default)] words: String,
) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form};
    let permit = actor()?.own(domain::access::act::ScoreEntry).told()?;
    let page = format!("/nilai/{assignment}");
    let next = after(permit.clone(), assignment).await;
    let outcome = centre::curation::abstain(&centre(), permit, assignment, reason, words).await;
    end_form("act", &page, &(), outcome, |()| next).await
}

/// Where a curator goes who leaves a sheet unfinished.
#[cfg(feature = "ssr")]
async fn after(
    permit: domain::access::Permit<domain::access::act::ScoreEntry>,
    assignment: AssignmentId,
) -> String {
    let sheet = centre::curation::sheet(&crate::request::centre(), permit, assignment).await;
    match sheet.ok().and_then(|sheet| sheet.next) {
        Some(next) => format!("/nilai/{next}"),
        None => "/nilai".to_owned(),
    }
}
