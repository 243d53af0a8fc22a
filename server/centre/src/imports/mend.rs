//! Rows that somebody looked at.

use domain::{
    Refusal,
    access::{Permit, act},
    ids::{BusinessId, ImportId, ImportRowId},
    imports::{Facts, MendForm, Mended, Verdict},
    refusal::Problem,
};
use lists::{Identity, Known};

use super::{known, read::served_by};
use crate::{
    Centre, Result, audit,
    db::{Conn, Json, Tx, all, execute, maybe},
};

/// What a person who looked at the row has settled; other doubts stay.
const SETTLED: &[&str] = &[
    "owner_",
    "business_",
    "phone_",
    "regency_",
    "district_",
    "turnover_",
    "workers_",
    "nib_",
    "column_",
];

/// A row that waits, of a list of the permit's centre.
async fn waiting(
    conn: &mut Conn,
    permit: &Permit<act::ImportLists>,
    import: ImportId,
    row: ImportRowId,
) -> Result<(Facts, String)> {
    let here = permit
        .place()
        .map(|place| place.centre)
        .ok_or(Refusal::NotFound)?;
    let found = maybe!(
        conn,
        (Json<Facts>, String, Option<BusinessId>),
        "SELECT r.facts, r.codes, r.business_id FROM import_rows r JOIN imports i ON i.id = r.import_id \
         WHERE r.id = $1 AND i.id = $2 AND i.centre_id = $3",
        row,
        import,
        here,
    )?;
    match found {
        None => Err(Refusal::NotFound.into()),
        Some((_, _, Some(_))) => Err(Refusal::AlreadyDone.into()),
        Some((facts, codes, None)) => Ok((facts.0, codes)),
    }
}

/// Mends a row and decides over it anew. What was typed replaces what was read.
///
/// # Errors
/// [`Refusal::Fields`], with nothing changed; [`Refusal::AlreadyDone`] when the row has become a file.
pub async fn mend(
    centre: &Centre,
    permit: Permit<act::ImportLists>,
    import: ImportId,
    row: ImportRowId,
    form: &MendForm,
) -> Result<()> {
    let mended = form.check()?;
    centre
        .db
        .write((permit, import, row, mended), |tx, (permit, import, row, mended)| {
            Box::pin(async move {
                let (facts, codes) = waiting(tx, permit, *import, *row).await?;
                let facts = with(tx, facts, mended).await?;
                let (verdict, business, earlier) = decide(tx, permit, *import, *row, &facts).await?;
                let settled = |code: &&str| !SETTLED.iter().any(|start| code.starts_with(start));
                let mut codes: Vec<&str> = codes.split_whitespace().filter(settled).collect();
                if facts.regency.is_none() {
                    codes.push("regency_unknown");
                }
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE import_rows SET facts = $1, codes = $2, verdict = $3, repeats_business = $4, repeats_row = $5, \
                     mended_at = $6 WHERE id = $7",
                    Json(&facts), codes.join(" "), verdict, business, earlier, now, *row,
                )?;
                audit::did(tx, permit, "import", import.0, "mended").await
            })
        })
        .await
}

async fn with(tx: &mut Tx, mut facts: Facts, mended: &Mended) -> Result<Facts> {
    if let Some(code) = &mended.district {
        let regency = maybe!(
            tx,
            (String,),
            "SELECT regency_code FROM districts WHERE code = $1",
            code.as_str(),
        )?;
        let (regency,) = regency.ok_or_else(|| Refusal::field("district", Problem::NotAChoice))?;
        facts.regency = Some(regency);
    }
    facts.owner = Some(mended.owner.clone());
    facts.business.clone_from(&mended.business);
    facts.district.clone_from(&mended.district);
    // The form has room for one number; the second stays.
    let others = facts.phones.into_iter().skip(1);
    facts.phones = mended.phone.clone().into_iter().chain(others).collect();
    facts.turnover = mended.turnover;
    facts.workers = mended.workers;
    facts.nib.clone_from(&mended.nib);
    Ok(facts)
}

fn identity(facts: &Facts) -> Identity {
    Identity {
        regency: facts.regency.clone(),
        district: facts.district.clone(),
        owner: facts.owner.clone().unwrap_or_default(),
        business: facts.business.clone(),
        phones: facts.phones.clone(),
        nib: facts.nib.clone(),
    }
}

/// What becomes of a row, and what it repeats: a business with a file, or another row that becomes one.
async fn decide(
    tx: &mut Tx,
    permit: &Permit<act::ImportLists>,
    import: ImportId,
    row: ImportRowId,
    facts: &Facts,
) -> Result<(Verdict, Option<BusinessId>, Option<ImportRowId>)> {
    let Some(regency) = &facts.regency else {
        return Ok((Verdict::Reject, None, None));
    };
    let asked = identity(facts);
    if let Some(business) = known::known_in(tx, regency).await?.find(&asked) {
        return Ok((Verdict::Duplicate, Some(business), None));
    }
    let others = all!(
        tx,
        (ImportRowId, Json<Facts>),
        "SELECT id, facts FROM import_rows WHERE import_id = $1 AND id <> $2 AND verdict = 'import' ORDER BY place",
        import,
        row,
    )?;
    let mut rows = Known::default();
    for (id, facts) in others {
        if facts.0.regency.as_ref() == Some(regency) {
            rows.insert(id, identity(&facts.0));
        }
    }
    if let Some(earlier) = rows.find(&asked) {
        return Ok((Verdict::Duplicate, None, Some(earlier)));
    }
    let here = permit
        .place()
        .map(|place| place.centre)
        .ok_or(Refusal::NotFound)?;
    let served = served_by(tx, here).await?.contains(regency);
    let verdict = if served {
        Verdict::Import
    } else {
        Verdict::LeftOut
    };
    Ok((verdict, None, None))
}

/// Says of a row that it becomes a file though it looks like another's, or that it is left out.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when it has become a file; [`Refusal::RowIncomplete`] when it cannot become one.
pub async fn settle(
    centre: &Centre,
    permit: Permit<act::ImportLists>,
    import: ImportId,
    row: ImportRowId,
    take: bool,
) -> Result<()> {
    centre
        .db
        .write(
            (permit, import, row, take),
            |tx, (permit, import, row, take)| {
                Box::pin(async move {
                    let (facts, _) = waiting(tx, permit, *import, *row).await?;
                    if *take {
                        let here = permit
                            .place()
                            .map(|place| place.centre)
                            .ok_or(Refusal::NotFound)?;
                        let served = served_by(tx, here).await?;
                        let whole = facts.owner.is_some()
                            && facts.regency.is_some_and(|code| served.contains(&code));
                        if !whole {
                            return Err(Refusal::RowIncomplete.into());
                        }
                    }
                    let verdict = if *take {
                        Verdict::Import
                    } else {
                        Verdict::LeftOut
                    };
                    execute!(
                        tx,
                        "UPDATE import_rows SET verdict = $1 WHERE id = $2",
                        verdict,
                        *row
                    )?;
                    audit::did(tx, permit, "import", import.0, verdict).await
                })
            },
        )
        .await
}
