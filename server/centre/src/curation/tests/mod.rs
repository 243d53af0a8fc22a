//! What curation promises, on both engines.

mod appeals;
mod badges;
mod blind;
mod conflicts;
mod families;
mod journey;
mod leaving;
mod moves;
mod rubrics;
mod seats;
mod strangers;
mod waiting;

use domain::{
    Refusal,
    access::{Actor, Permit, Role, act},
    curation::SubmissionResult,
    gallery::Filter,
    ids::EntryId,
};

use super::result;
use crate::{
    Centre, Error, people,
    testing::{
        curation::{Maker, Season},
        refused,
    },
};

/// The manager's permit.
fn manages(season: &Season) -> Permit<act::ManageRounds> {
    season.siti.may(act::ManageRounds, &season.place).unwrap()
}

/// The maker's permit to take back or object.
fn answers(maker: &Maker) -> Permit<act::AnswerDecision> {
    maker.owner.may(act::AnswerDecision, &maker.place).unwrap()
}

/// The maker's permit to send in.
fn submits(maker: &Maker) -> Permit<act::SubmitProduct> {
    maker.owner.may(act::SubmitProduct, &maker.place).unwrap()
}

/// What the maker reads of a submission.
async fn read(centre: &Centre, maker: &Maker, entry: EntryId) -> SubmissionResult {
    let permit = maker.owner.may(act::ReadSubmission, &maker.place).unwrap();
    result(centre, permit, entry).await.unwrap()
}

/// Ends a person's role as a curator here.
async fn leaves(centre: &Centre, season: &Season, curator: &Actor) {
    let permit = season.siti.may(act::ReadStaff, &season.place).unwrap();
    let staff = people::staff(centre, &permit).await.unwrap();
    let held = staff
        .iter()
        .find(|one| one.person == curator.person && one.role == Role::Curator)
        .unwrap();
    let permit = season.siti.may(act::ManageStaff, &season.place).unwrap();
    people::end_role(centre, permit, held.membership)
        .await
        .unwrap();
}

/// Names in the public gallery.
async fn gallery(centre: &Centre) -> Vec<String> {
    centre.gallery.caught_up().await.unwrap();
    let page = crate::gallery::page(centre, &Filter::default()).await;
    page.unwrap()
        .cards
        .into_iter()
        .map(|card| card.name)
        .collect()
}
