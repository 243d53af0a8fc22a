//! The profile of a business.

use domain::{
    Refusal,
    access::{Permit, act},
    business::ProfileForm,
    ids::BusinessId,
    refusal::Problem,
};

use super::{ground, note_products};
use crate::{
    Centre, Result, audit,
    db::{Json, execute, maybe, one},
};

/// Changes the profile and says its new version. Two writers do not undo each other: the slower one is told.
///
/// A file moves to another province by transfer only, so the district stays within the centre's province.
pub async fn edit_profile(
    centre: &Centre,
    permit: Permit<act::EditBusiness>,
    business: BusinessId,
    form: &ProfileForm,
) -> Result<i64> {
    let zone = {
        let mut conn = centre.db.read().await?;
        ground(&mut conn, &permit, business).await?.zone
    };
    let profile = form.check(zone.date(centre.clock.now()))?;
    centre
        .db
        .write((permit, business, form.version, profile), |tx, (permit, business, version, profile)| {
            Box::pin(async move {
                let ground = ground(tx, permit, *business).await?;
                let regency = maybe!(
                    tx,
                    (String,),
                    "SELECT d.regency_code FROM districts d JOIN regencies r ON r.code = d.regency_code \
                     WHERE d.code = $1 AND r.province_code = $2",
                    profile.district.as_str(),
                    ground.province.0.as_str(),
                )?;
                let Some((regency,)) = regency else {
                    return Err(Refusal::field("district", Problem::NotAChoice).into());
                };
                let (kbli, edition) = profile.kbli.clone().unzip();
                let (latitude, longitude) = profile.position.unzip();
                let changed = execute!(
                    tx,
                    "UPDATE businesses SET name = $1, story = $2, kbli_code = $3, kbli_version = $4, \
                     district_code = $5, address = $6, latitude = $7, longitude = $8, founded_year = $9, \
                     channels = $10, whatsapp = $11, regency_code = $12, version = version + 1 \
                     WHERE id = $13 AND version = $14",
                    profile.name.as_str(), profile.story.as_str(), kbli, edition, profile.district.as_str(),
                    profile.address.as_str(), latitude, longitude, profile.founded_year,
                    Json(&profile.channels), profile.whatsapp.as_deref(),
                    regency, *business, *version,
                )?;
                let (now,) = one!(tx, (i64,), "SELECT version FROM businesses WHERE id = $1", *business)?;
                if changed == 0 {
                    return Err(Refusal::Stale { version: now }.into());
                }
                note_products(tx, *business).await?;
                audit::did(tx, permit, "business", business.0, ()).await?;
                Ok(now)
            })
        })
        .await
}
