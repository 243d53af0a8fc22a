//! Opening the whole file.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Permit, act},
    business::{
        BusinessFile, Channel, ClaimKind, ClaimLine, ClaimState, Evidence, KbliVersion,
        OwnerContact, Site, SnapshotLine, size_class, standing,
    },
    gallery::Picture,
    ids::{BusinessId, CentreId, ClaimId, MediaId, PersonId, SnapshotId},
    money::Rupiah,
    place::Zone,
};

use super::{ground, size_rules};
use crate::{
    Centre, Result,
    db::{Conn, Json, all, one},
    people,
};

#[derive(sqlx::FromRow)]
struct Profile {
    version: i64,
    name: String,
    slug: String,
    story: String,
    kbli_code: Option<String>,
    kbli_version: Option<KbliVersion>,
    district: String,
    district_name: String,
    regency_name: String,
    province_name: String,
    address: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    founded_year: Option<i64>,
    channels: Json<Vec<Channel>>,
    whatsapp: Option<String>,
    created_at: DateTime<Utc>,
    centre: CentreId,
    centre_name: String,
    zone: Zone,
    owner: PersonId,
    owner_name: String,
    phone: Option<String>,
    email: Option<String>,
    photo_hash: Option<String>,
    photo_width: Option<i64>,
    photo_height: Option<i64>,
    photo_tint: Option<String>,
}

impl Profile {
    fn photo(&self) -> Option<Picture> {
        Some(Picture {
            hash: self.photo_hash.clone()?,
            width: self.photo_width?,
            height: self.photo_height?,
            tint: self.photo_tint.clone()?,
            alt: self.name.clone(),
        })
    }
}

/// The file with its owner's contact. That it was read is noted where the owner sees it.
pub async fn file(
    centre: &Centre,
    permit: Permit<act::ReadBusiness>,
    business: BusinessId,
) -> Result<BusinessFile> {
    let owner = {
        let mut conn = centre.db.read().await?;
        ground(&mut conn, &permit, business).await?.owner
    };
    people::log_reading(centre, &permit, owner, "business").await?;
    let mut conn = centre.db.read().await?;
    let row = profile(&mut conn, business).await?;
    let today = row.zone.date(centre.clock.now());
    let rules = size_rules(&mut conn).await?;
    let mut snapshots = snapshots(&mut conn, business).await?;
    for line in &mut snapshots {
        line.class = size_class(&rules, line.as_of, line.turnover, line.evidence)
            .map(|verdict| verdict.class);
    }
    let size = snapshots
        .first()
        .and_then(|line| size_class(&rules, line.as_of, line.turnover, line.evidence));
    let claims = claims(&mut conn, business, today).await?;
    Ok(BusinessFile {
        id: business,
        version: row.version,
        photo: row.photo(),
        site: Site {
            district: row.district,
            district_name: row.district_name,
            regency_name: row.regency_name,
            province_name: row.province_name,
            address: row.address,
            position: row.latitude.zip(row.longitude),
        },
        name: row.name,
        slug: row.slug,
        story: row.story,
        kbli_code: row.kbli_code,
        kbli_version: row.kbli_version,
        founded_year: row.founded_year,
        channels: row.channels.0,
        whatsapp: row.whatsapp,
        centre: row.centre,
        centre_name: row.centre_name,
        zone: row.zone,
        owner: OwnerContact {
            person: row.owner,
            name: row.owner_name,
            phone: row.phone,
            email: row.email,
        },
        claims,
        snapshots,
        size,
        created_at: row.created_at,
    })
}

async fn profile(conn: &mut Conn, business: BusinessId) -> Result<Profile> {
    one!(
        conn,
        Profile,
        "SELECT b.version, b.name, b.slug, b.story, b.kbli_code, b.kbli_version, COALESCE(d.code, '') AS district, \
         COALESCE(d.name, '') AS district_name, r.name AS regency_name, v.name AS province_name, b.address, b.latitude, b.longitude, \
         b.founded_year, b.channels, b.whatsapp, b.created_at, c.id AS centre, c.name AS centre_name, c.zone, \
         o.id AS owner, o.name AS owner_name, o.phone, o.email, m.hash AS photo_hash, m.width AS photo_width, \
         m.height AS photo_height, m.tint AS photo_tint \
         FROM businesses b LEFT JOIN districts d ON d.code = b.district_code JOIN regencies r ON r.code = b.regency_code \
         JOIN provinces v ON v.code = r.province_code JOIN centres c ON c.id = b.centre_id \
         JOIN people o ON o.id = b.owner_id LEFT JOIN media m ON m.id = b.photo_id WHERE b.id = $1",
        business,
    )
}

#[derive(sqlx::FromRow)]
struct ClaimRow {
    id: ClaimId,
    kind: ClaimKind,
    number: String,
    state: ClaimState,
    expires_on: Option<NaiveDate>,
    evidence: Option<MediaId>,
    source: String,
    verifier: Option<String>,
    verified_at: Option<DateTime<Utc>>,
}

async fn claims(conn: &mut Conn, business: BusinessId, today: NaiveDate) -> Result<Vec<ClaimLine>> {
    let rows = all!(
        conn,
        ClaimRow,
        "SELECT k.id, k.kind, k.number, k.state, k.expires_on, k.evidence_id AS evidence, k.source, \
         p.name AS verifier, k.verified_at FROM claims k LEFT JOIN people p ON p.id = k.verified_by \
         WHERE k.business_id = $1 AND k.ended_at IS NULL ORDER BY k.created_at, k.id",
        business,
    )?;
    let mut lines: Vec<ClaimLine> = rows
        .into_iter()
        .map(|row| ClaimLine {
            id: row.id,
            kind: row.kind,
            number: row.number,
            standing: standing(row.state, row.expires_on, today),
            expires_on: row.expires_on,
            evidence: row.evidence,
            source: row.source,
            verifier: row.verifier,
            verified_at: row.verified_at,
        })
        .collect();
    lines.sort_by_key(|line| line.kind);
    Ok(lines)
}

#[derive(sqlx::FromRow)]
struct SnapshotRow {
    id: SnapshotId,
    as_of: NaiveDate,
    turnover: Rupiah,
    workers_women: i64,
    workers_men: i64,
    evidence: Evidence,
    recorder: String,
    recorded_at: DateTime<Utc>,
}

async fn snapshots(conn: &mut Conn, business: BusinessId) -> Result<Vec<SnapshotLine>> {
    let rows = all!(
        conn,
        SnapshotRow,
        "SELECT s.id, s.as_of, s.turnover, s.workers_women, s.workers_men, s.evidence, p.name AS recorder, \
         s.recorded_at FROM snapshots s JOIN people p ON p.id = s.recorded_by WHERE s.business_id = $1 \
         ORDER BY s.as_of DESC, s.recorded_at DESC, s.id DESC",
        business,
    )?;
    Ok(rows
        .into_iter()
        .map(|row| SnapshotLine {
            id: row.id,
            as_of: row.as_of,
            turnover: row.turnover,
            workers_women: row.workers_women,
            workers_men: row.workers_men,
            evidence: row.evidence,
            recorder: row.recorder,
            recorded_at: row.recorded_at,
            class: None,
        })
        .collect())
}
