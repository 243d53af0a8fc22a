//! Opening a business file.

use domain::{
    Refusal,
    access::{Actor, Role},
    business::NewBusiness,
    ids::BusinessId,
    refusal::Problem,
    timeline::Happening,
};

use crate::{
    Centre, Result, audit,
    db::{execute, maybe},
    people, places,
    slugs::slugs,
    timeline,
};

/// Opens a file for the actor at the centre that serves its district, where the actor becomes an entrepreneur.
///
/// The same name again is the same file: a form sent twice opens one.
pub async fn register(centre: &Centre, actor: &Actor, form: &NewBusiness) -> Result<BusinessId> {
    let new = form.check()?;
    centre
        .db
        .write((actor.person, BusinessId::new(), new), |tx, (owner, id, new)| {
            Box::pin(async move {
                let known = maybe!(
                    tx,
                    (BusinessId,),
                    "SELECT id FROM businesses WHERE owner_id = $1 AND name = $2 AND deleted_at IS NULL",
                    *owner,
                    new.name.as_str(),
                )?;
                if let Some((known,)) = known {
                    return Ok(known);
                }
                let centre = places::centre_for_district(tx, &new.district)
                    .await?
                    .ok_or_else(|| Refusal::field("district", Problem::NotAChoice))?;
                let now = tx.now();
                for slug in slugs(&new.name, "usaha", id.0) {
                    let added = execute!(
                        tx,
                        "INSERT INTO businesses (id, centre_id, owner_id, name, slug, story, regency_code, district_code, \
                         address, channels, whatsapp, version, created_at) \
                         SELECT $1, $2, $3, $4, $5, '', d.regency_code, d.code, $7, '[]', $8, 1, $9 FROM districts d \
                         WHERE d.code = $6 ON CONFLICT (slug) DO NOTHING",
                        *id, centre.id, *owner, new.name.as_str(), slug, new.district.as_str(), new.address.as_str(),
                        new.whatsapp.as_deref(), now,
                    )?;
                    if added > 0 {
                        break;
                    }
                }
                people::grant(tx, *owner, Role::Entrepreneur, centre.id, None).await?;
                timeline::note(tx, *id, centre.id, Some(*owner), &Happening::Registered).await?;
                audit::note(tx, Some(*owner), Some(centre.id), "RegisterBusiness", "business", id.0, ()).await?;
                Ok(*id)
            })
        })
        .await
}
