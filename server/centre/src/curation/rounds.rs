//! Opening and editing rounds of curation.

use std::str::FromStr;

use domain::{
    access::{Permit, act},
    curation::Category,
    ids::RoundId,
    review::RoundForm,
};

use super::default_rubrics;
use crate::{
    Centre, Result, audit,
    review::{self, centre_of},
};

fn known(word: &str) -> bool {
    Category::from_str(word).is_ok()
}

/// Opens a round. A centre without rubrics gets the shipped ones.
pub async fn create_round(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    form: RoundForm,
) -> Result<RoundId> {
    form.check(known)?;
    centre
        .db
        .write((permit, RoundId::new(), form), |tx, (permit, id, form)| {
            Box::pin(async move {
                let centre = centre_of(permit)?;
                default_rubrics::ensure(tx, centre).await?;
                review::insert_round(tx, centre, *id, form, permit.person()).await?;
                audit::did(tx, permit, "round", id.0, form).await?;
                Ok(*id)
            })
        })
        .await
}

/// Changes name, families and dates of a round that was not announced yet.
pub async fn edit_round(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    round: RoundId,
    form: RoundForm,
) -> Result<()> {
    form.check(known)?;
    centre
        .db
        .write((permit, round, form), |tx, (permit, round, form)| {
            Box::pin(async move {
                review::update_round(tx, centre_of(permit)?, *round, form).await?;
                audit::did(tx, permit, "round", round.0, form).await
            })
        })
        .await
}
