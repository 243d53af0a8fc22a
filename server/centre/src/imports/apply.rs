//! Rows become business files.

use domain::{
    Refusal,
    access::{Permit, Role, act},
    business::{ClaimKind, ClaimState, KbliVersion},
    ids::{BusinessId, CentreId, ClaimId, ImportId, ImportRowId, PersonId},
    imports::Facts,
    language::Language,
    timeline::Happening,
};

use super::rows;
use crate::{
    Centre, Result, audit,
    db::{Json, Tx, all, execute},
    people,
    slugs::slugs,
    timeline,
};

/// Rows that become files in one transaction: few enough that nobody waits for them.
const BATCH: i64 = 100;

/// Opens a file for each row that waits for one, and says how many. Run again, it goes on with what is left.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when no row waits.
///
/// The owner of such a file has no account: the list knows a name and perhaps a number. What the list says of turnover
/// and workers is told in the timeline; it was neither stated by the owner nor checked, so no class follows from it.
pub async fn apply(
    centre: &Centre,
    permit: Permit<act::ImportLists>,
    import: ImportId,
) -> Result<i64> {
    let here = permit
        .place()
        .map(|place| place.centre)
        .ok_or(Refusal::NotFound)?;
    let file_name = rows::one(centre, &permit, import).await?.file_name;
    let mut opened = 0;
    loop {
        let data = (permit.clone(), here, import, file_name.clone());
        let batch = centre.db.write(data, |tx, (permit, here, import, file_name)| {
            Box::pin(async move {
                let waiting = all!(
                    tx,
                    (ImportRowId, Json<Facts>),
                    "SELECT id, facts FROM import_rows WHERE import_id = $1 AND verdict = 'import' AND business_id IS NULL \
                     ORDER BY place LIMIT $2",
                    *import, BATCH,
                )?;
                for (row, facts) in &waiting {
                    let business = open(tx, permit, *here, file_name, &facts.0).await?;
                    execute!(tx, "UPDATE import_rows SET business_id = $1 WHERE id = $2", business, *row)?;
                }
                Ok(waiting.len() as i64)
            })
        });
        let count = batch.await?;
        opened += count;
        if count < BATCH {
            break;
        }
    }
    if opened == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    close(centre, permit, import, opened).await?;
    Ok(opened)
}

async fn close(
    centre: &Centre,
    permit: Permit<act::ImportLists>,
    import: ImportId,
    opened: i64,
) -> Result<()> {
    let closed = centre.db.write((permit, import, opened), |tx, (permit, import, opened)| {
        Box::pin(async move {
            let now = tx.now();
            execute!(
                tx,
                "UPDATE imports SET applied_at = COALESCE(applied_at, $1), undone_at = NULL WHERE id = $2",
                now, *import,
            )?;
            audit::did(tx, permit, "import", import.0, ("applied", *opened)).await
        })
    });
    closed.await
}

async fn open(
    tx: &mut Tx,
    permit: &Permit<act::ImportLists>,
    here: CentreId,
    file_name: &str,
    facts: &Facts,
) -> Result<BusinessId> {
    let owner_name = facts.owner.as_deref().ok_or(Refusal::RowIncomplete)?;
    let name = facts.business.as_deref().unwrap_or(owner_name);
    let owner = person(tx, owner_name).await?;
    people::grant(tx, owner, Role::Entrepreneur, here, Some(permit.person())).await?;
    let (id, now) = (BusinessId::new(), tx.now());
    let mobile = facts.phones.iter().find(|phone| phone.starts_with("+628"));
    let other = facts.phones.iter().find(|phone| Some(*phone) != mobile);
    let edition = facts.kbli.as_ref().map(|_| KbliVersion::Kbli2020);
    for slug in slugs(name, "usaha", id.0) {
        let added = execute!(
            tx,
            "INSERT INTO businesses (id, centre_id, owner_id, name, slug, story, kbli_code, kbli_version, regency_code, \
             district_code, address, founded_year, channels, whatsapp, other_phone, version, created_at) \
             VALUES ($1, $2, $3, $4, $5, '', $6, $7, $8, $9, $10, $11, '[]', $12, $13, 1, $14) ON CONFLICT (slug) DO NOTHING",
            id,
            here,
            owner,
            name,
            slug,
            facts.kbli.as_deref(),
            edition,
            facts.regency.as_deref(),
            facts.district.as_deref(),
            facts.address.as_str(),
            facts.founded_year,
            mobile.map(String::as_str),
            other.map(String::as_str),
            now,
        )?;
        if added > 0 {
            break;
        }
    }
    if let Some(nib) = &facts.nib {
        execute!(
            tx,
            "INSERT INTO claims (id, business_id, centre_id, kind, number, state, source, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, '', $7)",
            ClaimId::new(),
            id,
            here,
            ClaimKind::Nib,
            nib.as_str(),
            ClaimState::Declared,
            now,
        )?;
    }
    let happening = Happening::Listed {
        file: file_name.to_owned(),
        turnover: facts.turnover.map(domain::money::Rupiah),
        workers: facts.workers,
    };
    timeline::note(tx, id, here, Some(permit.person()), &happening).await?;
    audit::did(tx, permit, "business", id.0, "from a list").await?;
    Ok(id)
}

/// Somebody whom a list knows: a name without an account.
async fn person(tx: &mut Tx, name: &str) -> Result<PersonId> {
    let (id, now) = (PersonId::new(), tx.now());
    execute!(
        tx,
        "INSERT INTO people (id, name, language, mail_digest, quiet_from, quiet_until, created_at) \
         VALUES ($1, $2, $3, $4, 21, 6, $5)",
        id,
        name,
        Language::Id,
        false,
        now,
    )?;
    Ok(id)
}
