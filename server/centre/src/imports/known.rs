//! What an import compares with: places, business lines, and businesses that have files.

use std::collections::BTreeMap;

use domain::{business::KbliVersion, ids::BusinessId};
use lists::{Gazetteer, Identity, Kbli, Known, Origin};

use crate::{
    Centre, Result,
    db::{Conn, Sql, all, execute},
};

/// Every regency and district of the country.
pub async fn gazetteer(conn: &mut Conn) -> Result<Gazetteer> {
    let regencies = all!(
        conn,
        (String, String, String, String),
        "SELECT r.code, r.name, p.code, p.name FROM regencies r JOIN provinces p ON p.code = r.province_code",
    )?;
    let districts = all!(
        conn,
        (String, String, String),
        "SELECT code, name, regency_code FROM districts",
    )?;
    Ok(Gazetteer::new(
        regencies
            .iter()
            .map(|(code, name, province, of)| [code.as_str(), name, province, of]),
        districts
            .iter()
            .map(|(code, name, regency)| [code.as_str(), name, regency]),
    ))
}

/// The codes of the official list, if one was imported; else any five digits stand.
pub async fn kbli(conn: &mut Conn) -> Result<Kbli> {
    let codes = all!(
        conn,
        (String,),
        "SELECT code FROM kbli_codes WHERE version = $1",
        KbliVersion::Kbli2020,
    )?;
    Ok(codes.into_iter().map(|(code,)| code).collect())
}

/// Keeps an official list of business lines: code and title. Running it again brings it up to date.
pub async fn import_kbli(
    centre: &Centre,
    version: KbliVersion,
    codes: BTreeMap<String, String>,
) -> Result<usize> {
    let count = codes.len();
    centre
        .db
        .write((version, codes), |tx, (version, codes)| {
            Box::pin(async move {
                for (code, title) in codes {
                    execute!(
                        tx,
                        "INSERT INTO kbli_codes (version, code, title) VALUES ($1, $2, $3) \
                         ON CONFLICT (version, code) DO UPDATE SET title = $3",
                        *version,
                        code.as_str(),
                        title.as_str(),
                    )?;
                }
                Ok(())
            })
        })
        .await?;
    Ok(count)
}

#[derive(sqlx::FromRow)]
struct Row {
    id: BusinessId,
    name: String,
    owner: String,
    whatsapp: Option<String>,
    other_phone: Option<String>,
    regency: String,
    district: Option<String>,
    nib: Option<String>,
    file_name: Option<String>,
    sheet: Option<String>,
    row_number: Option<i64>,
}

const KNOWN: &str = "SELECT b.id, b.name, o.name AS owner, b.whatsapp, b.other_phone, b.regency_code AS regency, \
     b.district_code AS district, (SELECT MIN(c.number) FROM claims c WHERE c.business_id = b.id AND c.kind = 'nib' \
     AND c.ended_at IS NULL) AS nib, i.file_name, r.sheet, r.row_number FROM businesses b JOIN people o ON o.id = b.owner_id \
     LEFT JOIN import_rows r ON r.business_id = b.id LEFT JOIN imports i ON i.id = r.import_id WHERE b.deleted_at IS NULL";

/// A business with a file, by what it is recognised, and the row of a list that it came from.
#[derive(Clone, Debug)]
pub struct KnownBusiness {
    /// Which.
    pub id: BusinessId,
    /// By what it is recognised.
    pub identity: Identity,
    /// Where it stood in a list; none for one that was not imported.
    pub origin: Option<Origin>,
}

impl From<Row> for KnownBusiness {
    fn from(row: Row) -> Self {
        let phones = [row.whatsapp, row.other_phone];
        let origin = |(file, number): (String, i64)| Origin {
            file,
            sheet: row.sheet.filter(|sheet| !sheet.is_empty()),
            row: u32::try_from(number).unwrap_or_default(),
        };
        Self {
            id: row.id,
            origin: row.file_name.zip(row.row_number).map(origin),
            identity: Identity {
                regency: Some(row.regency),
                district: row.district,
                owner: row.owner,
                business: Some(row.name),
                phones: phones.into_iter().flatten().collect(),
                nib: row.nib,
            },
        }
    }
}

/// Every business with a file, the oldest first.
pub async fn businesses(conn: &mut Conn) -> Result<Vec<KnownBusiness>> {
    read(conn, Sql::new(KNOWN)).await
}

/// The same, to be recognised.
pub(super) async fn all_known(conn: &mut Conn) -> Result<Known<BusinessId>> {
    Ok(index(businesses(conn).await?))
}

/// Those of one regency.
pub(super) async fn known_in(conn: &mut Conn, regency: &str) -> Result<Known<BusinessId>> {
    let mut sql = Sql::new(KNOWN);
    sql.push(" AND b.regency_code = ").bind(regency.to_owned());
    Ok(index(read(conn, sql).await?))
}

async fn read(conn: &mut Conn, mut sql: Sql) -> Result<Vec<KnownBusiness>> {
    sql.push(" ORDER BY b.created_at, b.id");
    let rows: Vec<Row> = sql.all(conn).await?;
    Ok(rows.into_iter().map(KnownBusiness::from).collect())
}

fn index(businesses: Vec<KnownBusiness>) -> Known<BusinessId> {
    let mut known = Known::default();
    for business in businesses {
        known.insert(business.id, business.identity);
    }
    known
}
