//! What awaits a person, in one answer: a phone on a weak signal asks once.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    access::Side,
    business::{BusinessLine, ClaimToCheck},
    curation::{DeskLine, RoundWaits, Submission},
    gallery::{InquiryLine, MyProduct},
    tasks::Task,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// Everything that the first page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Awaiting {
    /// What others call the person.
    pub name: String,
    /// What brings the person here.
    pub side: Side,
    /// Notices that were not read.
    pub unread: i64,
    /// One's own businesses.
    pub businesses: Vec<BusinessLine>,
    /// One's own products.
    pub products: Vec<MyProduct>,
    /// One's own submissions.
    pub submissions: Vec<Submission>,
    /// Open tasks, the most urgent first.
    pub tasks: Vec<Task>,
    /// Inquiries whose last word is the buyer's.
    pub inquiries: Vec<InquiryLine>,
    /// What waits on a curator's desk.
    pub desk: Vec<DeskLine>,
    /// Rounds in which something waits for who runs them.
    pub rounds: Vec<RoundWaits>,
    /// Licences to look up, those that wait longest.
    pub claims: Vec<ClaimToCheck>,
    /// How many licences there are to look up.
    pub claim_count: i64,
}

/// Licences to look up that are named one by one.
#[cfg(feature = "ssr")]
const CLAIMS: i64 = 5;

/// What awaits the person who is signed in.
#[server(prefix = "/api", endpoint = "home/awaiting", input = server_fn::codec::GetUrl)]
pub async fn what_awaits() -> Answer<Awaiting> {
    use crate::request::{Told, actor, centre};
    use centre::{business, curation, gallery, notices, tasks};
    let (centre, actor) = (centre(), actor()?);
    let scores = actor.own(domain::access::act::ScoreEntry).is_ok();
    let mut tasks = tasks::mine(&centre, &actor).await.told()?;
    tasks.retain(|task| task.done_at.is_none());
    let mut inquiries = gallery::my_inquiries(&centre, &actor).await.told()?;
    inquiries.retain(|line| line.waits);
    let (claims, claim_count) = business::unchecked_claims(&centre, &actor, CLAIMS)
        .await
        .told()?;
    Ok(Awaiting {
        rounds: curation::rounds_waiting(&centre, &actor).await.told()?,
        claims,
        claim_count,
        unread: notices::unread_count(&centre, &actor).await.told()?,
        businesses: business::mine(&centre, &actor).await.told()?,
        products: business::my_products(&centre, &actor).await.told()?,
        submissions: curation::my_submissions(&centre, &actor).await.told()?,
        desk: match scores {
            true => curation::desk(&centre, &actor).await.told()?.queue,
            false => Vec::new(),
        },
        tasks,
        inquiries,
        side: Side::of(&actor.roles()),
        name: actor.name,
    })
}
