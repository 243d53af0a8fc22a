//! Which centres one may speak for.

use centre::places;
use domain::{
    access::{Act, Place},
    ids::CentreId,
    place::ProvinceCode,
};

use crate::{
    Answer,
    request::{Told, actor, centre},
};

/// The centres where the actor has the right, by name: what a page with several of them lets choose from.
pub async fn choices<A: Act + Copy>(act: A) -> Answer<Vec<(CentreId, String)>> {
    let actor = actor()?;
    let mut conn = centre().db.read().await.told()?;
    let rows = places::centres(&mut conn).await.told()?;
    let may = |row: &places::CentreRow| {
        let place = Place {
            owner: None,
            centre: row.id,
            province: ProvinceCode(row.province_code.clone()),
        };
        actor.may(act, &place).is_ok()
    };
    Ok(rows
        .into_iter()
        .filter(may)
        .map(|row| (row.id, row.name))
        .collect())
}
