//! Provinces, regencies, districts and the centres under them; and the days on which the country rests.

use chrono::NaiveDate;
use domain::{ids::CentreId, language::Bilingual, place::Zone};
use serde::Deserialize;

use crate::{
    Db, Result,
    db::{Conn, Json, all, execute, maybe, one},
};

#[derive(Deserialize)]
struct ProvinceRow {
    code: String,
    name: String,
    zone: String,
}

#[derive(Deserialize)]
struct RegencyRow {
    code: String,
    province_code: String,
    name: String,
}

#[derive(Deserialize)]
struct DistrictRow {
    code: String,
    regency_code: String,
    name: String,
}

#[derive(Deserialize)]
struct HolidayRow {
    date: NaiveDate,
    name_id: String,
    name_en: String,
    category: String,
}

fn rows<T: serde::de::DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    Ok(csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<std::result::Result<_, _>>()?)
}

/// Loads the reference rows that are not there yet. Running it again changes nothing.
pub async fn load(db: &Db) -> Result<()> {
    let provinces: Vec<ProvinceRow> = rows(include_str!("../reference/provinces.csv"))?;
    let regencies: Vec<RegencyRow> = rows(include_str!("../reference/regencies.csv"))?;
    let districts: Vec<DistrictRow> = rows(include_str!("../reference/districts.csv"))?;
    let holidays: Vec<HolidayRow> = rows(include_str!("../reference/holidays.csv"))?;
    let data = (provinces, regencies, districts, holidays);
    db.write(data, |tx, (provinces, regencies, districts, holidays)| {
        Box::pin(async move {
            for row in provinces {
                execute!(
                    tx,
                    "INSERT INTO provinces (code, name, zone) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING",
                    &row.code, &row.name, &row.zone,
                )?;
            }
            for row in regencies {
                execute!(
                    tx,
                    "INSERT INTO regencies (code, province_code, name) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING",
                    &row.code, &row.province_code, &row.name,
                )?;
            }
            for row in districts {
                execute!(
                    tx,
                    "INSERT INTO districts (code, regency_code, name) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING",
                    &row.code, &row.regency_code, &row.name,
                )?;
            }
            for row in holidays {
                execute!(
                    tx,
                    "INSERT INTO holidays (day, name, kind) VALUES ($1, $2, $3) ON CONFLICT (day, name) DO NOTHING",
                    row.date, Json(Bilingual::new(&row.name_id, &row.name_en)), &row.category,
                )?;
            }
            Ok(())
        })
    })
    .await
}

/// A choice in a list of places.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Choice {
    /// Official code.
    pub code: String,
    /// Name as people write it.
    pub name: String,
    /// The place above it, for grouping.
    pub above: String,
}

/// Every district of the provinces that have a centre, grouped by regency.
pub async fn districts(conn: &mut Conn) -> Result<Vec<Choice>> {
    all!(
        conn,
        Choice,
        "SELECT d.code, d.name, r.name AS above FROM districts d JOIN regencies r ON r.code = d.regency_code \
         WHERE r.province_code IN (SELECT province_code FROM centres) ORDER BY r.province_code DESC, r.name, d.name",
    )
}

/// A centre as pages name it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct CentreRow {
    /// Identity.
    pub id: CentreId,
    /// Name.
    pub name: String,
    /// Its part of an address.
    pub slug: String,
    /// Its time.
    pub zone: Zone,
    /// Official code of its province.
    pub province_code: String,
}

/// Every centre.
pub async fn centres(conn: &mut Conn) -> Result<Vec<CentreRow>> {
    all!(
        conn,
        CentreRow,
        "SELECT id, name, slug, zone, province_code FROM centres ORDER BY name"
    )
}

/// Where a centre's door is.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Door {
    /// Identity.
    pub id: CentreId,
    /// Name.
    pub name: String,
    /// Its part of an address.
    pub slug: String,
    /// Its time.
    pub zone: Zone,
    /// Street and village; may be empty.
    pub address: String,
    /// Name of the regency.
    pub regency: String,
    /// Name of the province.
    pub province: String,
    /// Phone number.
    pub phone: String,
}

/// Every centre's door, by province.
pub async fn doors(conn: &mut Conn) -> Result<Vec<Door>> {
    all!(
        conn,
        Door,
        "SELECT c.id, c.name, c.slug, c.zone, c.address, r.name AS regency, v.name AS province, c.phone FROM centres c \
         JOIN regencies r ON r.code = c.regency_code JOIN provinces v ON v.code = c.province_code \
         ORDER BY v.code DESC, c.name",
    )
}

/// One centre.
pub async fn centre(conn: &mut Conn, id: CentreId) -> Result<Option<CentreRow>> {
    maybe!(
        conn,
        CentreRow,
        "SELECT id, name, slug, zone, province_code FROM centres WHERE id = $1",
        id
    )
}

/// The time of a centre.
pub(crate) async fn zone(conn: &mut Conn, id: CentreId) -> Result<Zone> {
    let (zone,) = one!(conn, (Zone,), "SELECT zone FROM centres WHERE id = $1", id)?;
    Ok(zone)
}

/// The centre that serves a district: the one of its regency, else the first of its province.
pub async fn centre_for_district(conn: &mut Conn, district: &str) -> Result<Option<CentreRow>> {
    maybe!(
        conn,
        CentreRow,
        "SELECT c.id, c.name, c.slug, c.zone, c.province_code FROM districts d \
         JOIN regencies r ON r.code = d.regency_code JOIN centres c ON c.province_code = r.province_code \
         WHERE d.code = $1 ORDER BY CASE WHEN c.regency_code = r.code THEN 0 ELSE 1 END, c.created_at LIMIT 1",
        district,
    )
}
