//! Lists and their rows, as a page shows them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Permit, act},
    ids::{BusinessId, CentreId, ImportId, ImportRowId},
    imports::{Facts, Import, ImportRow, Repeats, Tally, Verdict},
};

use crate::{
    Centre, Result,
    db::{Conn, Json, Sql},
};

/// Rows of one page.
pub const PER_PAGE: i64 = 50;
/// Lists that are shown, the youngest first.
const LISTS: i64 = 50;

#[derive(sqlx::FromRow)]
struct ListRow {
    id: ImportId,
    file_name: String,
    by_name: String,
    created_at: DateTime<Utc>,
    applied_at: Option<DateTime<Utc>>,
    undone_at: Option<DateTime<Utc>>,
    import: i64,
    doubtful: i64,
    reject: i64,
    duplicate: i64,
    left_out: i64,
    done: i64,
}

impl From<ListRow> for Import {
    fn from(row: ListRow) -> Self {
        Self {
            id: row.id,
            file_name: row.file_name,
            by: row.by_name,
            created_at: row.created_at,
            applied_at: row.applied_at,
            undone_at: row.undone_at,
            tally: Tally {
                import: row.import,
                doubtful: row.doubtful,
                reject: row.reject,
                duplicate: row.duplicate,
                left_out: row.left_out,
                done: row.done,
            },
        }
    }
}

const LIST: &str = "SELECT i.id, i.file_name, p.name AS by_name, i.created_at, i.applied_at, i.undone_at, \
     COUNT(CASE WHEN r.verdict = 'import' THEN 1 END) AS import, \
     COUNT(CASE WHEN r.verdict = 'import' AND r.codes <> '' THEN 1 END) AS doubtful, \
     COUNT(CASE WHEN r.verdict = 'reject' THEN 1 END) AS reject, \
     COUNT(CASE WHEN r.verdict = 'duplicate' THEN 1 END) AS duplicate, \
     COUNT(CASE WHEN r.verdict = 'left_out' THEN 1 END) AS left_out, COUNT(r.business_id) AS done \
     FROM imports i JOIN people p ON p.id = i.started_by LEFT JOIN import_rows r ON r.import_id = i.id WHERE i.centre_id = ";

const GROUP: &str = " GROUP BY i.id, i.file_name, p.name, i.created_at, i.applied_at, i.undone_at";

fn here(permit: &Permit<act::ImportLists>) -> Result<CentreId> {
    Ok(permit
        .place()
        .map(|place| place.centre)
        .ok_or(Refusal::NotFound)?)
}

/// The lists of the permit's centre, the youngest first.
pub async fn list(centre: &Centre, permit: &Permit<act::ImportLists>) -> Result<Vec<Import>> {
    let mut sql = Sql::new(LIST);
    sql.bind(here(permit)?)
        .push(GROUP)
        .push(" ORDER BY i.created_at DESC, i.id DESC LIMIT ")
        .bind(LISTS);
    let rows: Vec<ListRow> = sql.all(&mut centre.db.read().await?).await?;
    Ok(rows.into_iter().map(Import::from).collect())
}

/// One list of the permit's centre.
pub async fn one(
    centre: &Centre,
    permit: &Permit<act::ImportLists>,
    id: ImportId,
) -> Result<Import> {
    let mut sql = Sql::new(LIST);
    sql.bind(here(permit)?)
        .push(" AND i.id = ")
        .bind(id)
        .push(GROUP);
    let rows: Vec<ListRow> = sql.all(&mut centre.db.read().await?).await?;
    let row = rows.into_iter().next().ok_or(Refusal::NotFound)?;
    Ok(row.into())
}

/// A page of a list's rows.
#[derive(Clone, Debug)]
pub struct Page {
    /// Those of this page, in the order of the file.
    pub rows: Vec<ImportRow>,
    /// How many there are.
    pub all: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: ImportRowId,
    sheet: String,
    row_number: i64,
    facts: Json<Facts>,
    cells: Json<Vec<String>>,
    codes: String,
    verdict: Verdict,
    mended_at: Option<DateTime<Utc>>,
    business_id: Option<BusinessId>,
    repeats_business: Option<BusinessId>,
    repeats_name: Option<String>,
    earlier_sheet: Option<String>,
    earlier_number: Option<i64>,
}

const ROW: &str = "SELECT r.id, r.sheet, r.row_number, r.facts, r.cells, r.codes, r.verdict, r.mended_at, r.business_id, \
     r.repeats_business, b.name AS repeats_name, e.sheet AS earlier_sheet, e.row_number AS earlier_number \
     FROM import_rows r LEFT JOIN businesses b ON b.id = r.repeats_business \
     LEFT JOIN import_rows e ON e.id = r.repeats_row WHERE r.import_id = ";

impl Page {
    /// A page of the rows with this verdict, or of all; `page` counts from 1.
    pub async fn open(
        centre: &Centre,
        import: &Import,
        verdict: Option<Verdict>,
        page: i64,
    ) -> Result<Self> {
        let mut conn = centre.db.read().await?;
        let mut sql = Sql::new(ROW);
        sql.bind(import.id);
        if let Some(verdict) = verdict {
            sql.push(" AND r.verdict = ").bind(verdict.to_string());
        }
        sql.push(" ORDER BY r.place LIMIT ").bind(PER_PAGE);
        sql.push(" OFFSET ")
            .bind((page.max(1) - 1).saturating_mul(PER_PAGE));
        let rows: Vec<Row> = sql.all(&mut conn).await?;
        let tally = import.tally;
        let all = match verdict {
            None => tally.import + tally.reject + tally.duplicate + tally.left_out,
            Some(Verdict::Import) => tally.import,
            Some(Verdict::Reject) => tally.reject,
            Some(Verdict::Duplicate) => tally.duplicate,
            Some(Verdict::LeftOut) => tally.left_out,
        };
        let places = Places::of(&mut conn, &rows).await?;
        let rows = rows.into_iter().map(|row| read(&places, row)).collect();
        Ok(Self { rows, all })
    }
}

/// One row of a list.
pub async fn row(centre: &Centre, import: ImportId, id: ImportRowId) -> Result<ImportRow> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(ROW);
    sql.bind(import).push(" AND r.id = ").bind(id);
    let rows: Vec<Row> = sql.all(&mut conn).await?;
    let places = Places::of(&mut conn, &rows).await?;
    let row = rows.into_iter().next().ok_or(Refusal::NotFound)?;
    Ok(read(&places, row))
}

fn read(places: &Places, row: Row) -> ImportRow {
    let facts = row.facts.0;
    let repeats = match (
        row.repeats_business,
        row.repeats_name,
        row.earlier_sheet,
        row.earlier_number,
    ) {
        (Some(id), Some(name), _, _) => Some(Repeats::Business { id, name }),
        (_, _, Some(sheet), Some(number)) => Some(Repeats::Row { sheet, number }),
        _ => None,
    };
    ImportRow {
        id: row.id,
        sheet: row.sheet,
        number: row.row_number,
        place: places.name(&facts),
        facts,
        cells: row.cells.0,
        codes: row.codes.split_whitespace().map(str::to_owned).collect(),
        verdict: row.verdict,
        repeats,
        mended: row.mended_at.is_some(),
        business: row.business_id,
    }
}

/// The names of the places on a page, asked for at once.
struct Places(BTreeMap<String, String>);

impl Places {
    async fn of(conn: &mut Conn, rows: &[Row]) -> Result<Self> {
        let facts = || rows.iter().map(|row| &row.facts.0);
        let mut sql = Sql::new("SELECT code, name FROM regencies WHERE code IN ");
        sql.list(facts().filter_map(|facts| facts.regency.clone()));
        sql.push(" UNION SELECT code, name FROM districts WHERE code IN ");
        sql.list(facts().filter_map(|facts| facts.district.clone()));
        let names: Vec<(String, String)> = sql.all(conn).await?;
        Ok(Self(names.into_iter().collect()))
    }

    /// District and regency.
    fn name(&self, facts: &Facts) -> String {
        let codes = [&facts.district, &facts.regency];
        let names: Vec<&str> = codes
            .into_iter()
            .filter_map(|code| Some(self.0.get(code.as_ref()?)?.as_str()))
            .collect();
        names.join(", ")
    }
}
