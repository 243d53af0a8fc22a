//! Who asks and over what: the permits of curation's endpoints.

use centre::{curation, gallery};
use domain::{
    Refusal,
    access::{Act, Permit, Place, act},
    ids::{AppealId, AssignmentId, CollectionId, EntryId, RoundId, RubricId},
    place::Zone,
};

use crate::{
    Answer,
    request::{Told, actor, centre, refuse},
};

/// A right over the thing that a place was found for.
fn over<A: Act>(act: A, place: Option<Place>) -> Answer<Permit<A>> {
    let actor = actor()?;
    match place {
        Some(place) => actor.may(act, &place).told(),
        None => Err(refuse(Refusal::NotFound)),
    }
}

/// The right to run a round.
pub async fn run(round: RoundId) -> Answer<Permit<act::ManageRounds>> {
    let mut conn = centre().db.read().await.told()?;
    let place = curation::round_place(&mut conn, round).await.told()?;
    over(act::ManageRounds, place)
}

/// The right to run the round of an entry. The place of an entry names its owner, who has no part in this.
pub async fn run_of(entry: EntryId) -> Answer<Permit<act::ManageRounds>> {
    let mut conn = centre().db.read().await.told()?;
    let place = curation::entry_place(&mut conn, entry).await.told()?;
    over(act::ManageRounds, place)
}

/// The right to run the round of an assignment.
pub async fn run_seat(assignment: AssignmentId) -> Answer<Permit<act::ManageRounds>> {
    let mut conn = centre().db.read().await.told()?;
    let place = curation::assignment_place(&mut conn, assignment)
        .await
        .told()?;
    over(act::ManageRounds, place)
}

/// The right to answer an objection.
pub async fn answer(appeal: AppealId) -> Answer<Permit<act::ManageRounds>> {
    let mut conn = centre().db.read().await.told()?;
    let place = curation::appeal_place(&mut conn, appeal).await.told()?;
    over(act::ManageRounds, place)
}

/// The right to write a rubric.
pub async fn write(rubric: RubricId) -> Answer<Permit<act::EditRubric>> {
    let mut conn = centre().db.read().await.told()?;
    let place = curation::rubric_place(&mut conn, rubric).await.told()?;
    over(act::EditRubric, place)
}

/// The right to arrange a collection that is there; `None` when it is not.
pub async fn arrange(collection: CollectionId) -> Answer<Option<Permit<act::ManageCollections>>> {
    let mut conn = centre().db.read().await.told()?;
    match gallery::collection_place(&mut conn, collection)
        .await
        .told()?
    {
        Some(place) => over(act::ManageCollections, Some(place)).map(Some),
        None => Ok(None),
    }
}

/// The time of the centre that a permit is for; of the actor's own where it names none.
pub async fn zone<A: Act>(permit: &Permit<A>) -> Answer<Zone> {
    let id = permit
        .place()
        .map(|place| place.centre)
        .or(actor()?.home_centre());
    let Some(id) = id else {
        return Ok(Zone::default());
    };
    let mut conn = centre().db.read().await.told()?;
    let row = centre::places::centre(&mut conn, id).await.told()?;
    Ok(row.map(|row| row.zone).unwrap_or_default())
}
