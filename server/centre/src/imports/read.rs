//! A file becomes rows that wait to be looked at.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use domain::{
    Refusal,
    access::{Permit, act},
    ids::{BusinessId, CentreId, ImportId, ImportRowId},
    imports::{Facts, ListProblem, Verdict},
    refusal::text,
};
use lists::{Action, Entry, FileFault, Limits, Started};

use super::known;
use crate::{
    Centre, Result, audit,
    db::{Conn, Json, Tx, all, execute},
};

/// Rows kept in one transaction.
const BATCH: usize = 500;

/// A row on its way into the database.
#[derive(Clone)]
struct Waiting {
    id: ImportRowId,
    place: i64,
    sheet: String,
    number: i64,
    facts: Facts,
    cells: Vec<String>,
    codes: Vec<String>,
    verdict: Verdict,
    repeats: Option<Original>,
}

/// What a duplicate repeats.
#[derive(Clone, Copy)]
enum Original {
    Business(BusinessId),
    Row(ImportRowId),
}

/// Reads a list for the permit's centre. Nothing but the list itself is kept until it is applied.
///
/// # Errors
/// [`Refusal::List`] for a file that cannot be read as a list.
pub async fn preview(
    centre: &Centre,
    permit: Permit<act::ImportLists>,
    file_name: &str,
    bytes: Bytes,
) -> Result<ImportId> {
    let Some(here) = permit.place().map(|place| place.centre) else {
        return Err(Refusal::NotFound.into());
    };
    let file_name = text(file_name, 1, 200).map_err(|problem| Refusal::field("list", problem))?;
    let rows = waiting(centre, here, &file_name, bytes).await?;
    let import = ImportId::new();
    begin(centre, permit, here, import, &file_name).await?;
    for batch in rows.chunks(BATCH) {
        let data = (import, batch.to_vec());
        let kept = centre.db.write(data, |tx, (import, batch)| {
            Box::pin(async move {
                for row in batch {
                    keep(tx, *import, row).await?;
                }
                Ok(())
            })
        });
        kept.await?;
    }
    Ok(import)
}

/// Reads the file off the request threads and decides over each row.
async fn waiting(
    centre: &Centre,
    here: CentreId,
    file_name: &str,
    bytes: Bytes,
) -> Result<Vec<Waiting>> {
    let mut conn = centre.db.read().await?;
    let gazetteer = known::gazetteer(&mut conn).await?;
    let kbli = known::kbli(&mut conn).await?;
    let businesses = known::all_known(&mut conn).await?;
    let served = served_by(&mut conn, here).await?;
    drop(conn);
    let file_name = file_name.to_owned();
    let read = move || {
        let rows = lists::read(&bytes, &file_name, &gazetteer, &kbli, &Limits::default())?;
        let mut earlier = lists::Known::default();
        let decide = |(place, row): (usize, lists::Row)| {
            let id = ImportRowId::new();
            let (verdict, repeats) = match Action::of(&row, id, &mut earlier) {
                Action::Reject => (Verdict::Reject, None),
                Action::DuplicateOf(first) => (Verdict::Duplicate, Some(Original::Row(first))),
                Action::Import => match businesses.find(&lists::Identity::from(&row.entry)) {
                    Some(business) => (Verdict::Duplicate, Some(Original::Business(business))),
                    None if is_served(&row.entry, &served) => (Verdict::Import, None),
                    None => (Verdict::LeftOut, None),
                },
            };
            Waiting {
                id,
                place: place as i64,
                sheet: row.sheet.unwrap_or_default(),
                number: row.row.into(),
                facts: facts(row.entry),
                cells: row.cells,
                codes: row
                    .codes
                    .iter()
                    .map(|code| code.as_str().to_owned())
                    .collect(),
                verdict,
                repeats,
            }
        };
        Ok(rows.into_iter().enumerate().map(decide).collect())
    };
    let rows: std::result::Result<Vec<Waiting>, FileFault> =
        tokio::task::spawn_blocking(read).await?;
    rows.map_err(|fault| Refusal::List(problem(fault)).into())
}

/// Why a file is refused, as the product says it.
pub fn problem(fault: FileFault) -> ListProblem {
    match fault {
        FileFault::Empty => ListProblem::Empty,
        FileFault::NoRows => ListProblem::NoRows,
        FileFault::Corrupt => ListProblem::Corrupt,
        FileFault::WrongType => ListProblem::WrongType,
        FileFault::TooLarge => ListProblem::TooLarge,
    }
}

/// The regencies whose businesses a centre keeps: those of its province that have no centre of their own, and its own.
pub(super) async fn served_by(conn: &mut Conn, centre: CentreId) -> Result<BTreeSet<String>> {
    let rows = all!(
        conn,
        (String, CentreId),
        "SELECT r.code, c.id FROM regencies r JOIN centres c ON c.province_code = r.province_code \
         ORDER BY r.code, CASE WHEN c.regency_code = r.code THEN 0 ELSE 1 END, c.created_at",
    )?;
    let mut first = BTreeMap::new();
    for (regency, serving) in rows {
        first.entry(regency).or_insert(serving);
    }
    first.retain(|_, serving| *serving == centre);
    Ok(first.into_keys().collect())
}

fn is_served(entry: &Entry, served: &BTreeSet<String>) -> bool {
    entry
        .regency
        .as_ref()
        .is_some_and(|code| served.contains(code))
}

/// What a row says, as it waits. The number of an identity card is not kept: a list's consent does not reach that far.
pub(super) fn facts(entry: Entry) -> Facts {
    let parts = [entry.address, entry.village];
    let address: Vec<String> = parts.into_iter().flatten().collect();
    Facts {
        owner: entry.owner,
        business: entry.business,
        phones: entry
            .phones
            .iter()
            .map(|phone| phone.as_str().to_owned())
            .collect(),
        regency: entry.regency,
        district: entry.district,
        address: address.join(", "),
        turnover: entry.turnover,
        workers: entry.workers.map(i64::from),
        nib: entry.nib.map(|nib| nib.as_str().to_owned()),
        kbli: entry.kbli.map(|code| code.as_str().to_owned()),
        founded_year: entry.started_on.map(year),
    }
}

fn year(started: Started) -> i64 {
    started.year().into()
}

async fn begin(
    centre: &Centre,
    permit: Permit<act::ImportLists>,
    here: CentreId,
    import: ImportId,
    file_name: &str,
) -> Result<()> {
    let data = (permit, here, import, file_name.to_owned());
    let begun = centre.db.write(data, |tx, (permit, here, import, file_name)| {
        Box::pin(async move {
            let now = tx.now();
            execute!(
                tx,
                "INSERT INTO imports (id, centre_id, file_name, started_by, created_at) VALUES ($1, $2, $3, $4, $5)",
                *import, *here, file_name.as_str(), permit.person(), now,
            )?;
            audit::did(tx, permit, "import", import.0, file_name.as_str()).await
        })
    });
    begun.await
}

async fn keep(tx: &mut Tx, import: ImportId, row: &Waiting) -> Result<()> {
    let (business, earlier) = match row.repeats {
        Some(Original::Business(id)) => (Some(id), None),
        Some(Original::Row(id)) => (None, Some(id)),
        None => (None, None),
    };
    execute!(
        tx,
        "INSERT INTO import_rows (id, import_id, place, sheet, row_number, facts, cells, codes, verdict, repeats_business, \
         repeats_row) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        row.id,
        import,
        row.place,
        row.sheet.as_str(),
        row.number,
        Json(&row.facts),
        Json(&row.cells),
        row.codes.join(" "),
        row.verdict,
        business,
        earlier,
    )?;
    Ok(())
}
