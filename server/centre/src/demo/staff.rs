//! The three pilot centres and the people who work there.

use domain::{
    access::Role,
    ids::{CentreId, MembershipId},
    place::Zone,
};

use super::{Account, sign_up};
use crate::{Centre, Result, db::execute, people};

struct Pilot {
    province: &'static str,
    regency: &'static str,
    name: &'static str,
    zone: Zone,
    address: &'static str,
    phone: &'static str,
}

const PILOTS: [Pilot; 3] = [
    Pilot {
        province: "52",
        regency: "5271",
        name: "PLUT NTB",
        zone: Zone::Wita,
        address: "Jl. Majapahit, Mataram",
        phone: "+62370123456",
    },
    Pilot {
        province: "18",
        regency: "1871",
        name: "PLUT Lampung",
        zone: Zone::Wib,
        address: "Jl. Way Halim, Bandar Lampung",
        phone: "+62721123456",
    },
    Pilot {
        province: "51",
        regency: "5106",
        name: "PLUT Bali",
        zone: Zone::Wita,
        address: "Jl. Kintamani, Bangli",
        phone: "+62366123456",
    },
];

/// Somebody who works at a pilot, by its place in the list above; a ministry has none.
pub(super) struct Member {
    name: &'static str,
    contact: &'static str,
    part: &'static str,
    role: Role,
    pilot: Option<usize>,
}

impl Member {
    pub(super) fn account(&self) -> Account {
        Account {
            name: self.name,
            contact: self.contact,
            part: self.part,
        }
    }
}

const fn member(
    name: &'static str,
    contact: &'static str,
    part: &'static str,
    role: Role,
    pilot: usize,
) -> Member {
    Member {
        name,
        contact,
        part,
        role,
        pilot: Some(pilot),
    }
}

pub(super) const STAFF: [Member; 13] = [
    member(
        "Siti Rahmawati",
        "siti@plut-ntb.id",
        "manager, NTB",
        Role::Manager,
        0,
    ),
    member(
        "Dewi Kartika",
        "dewi@plut-ntb.id",
        "consultant, NTB",
        Role::Consultant,
        0,
    ),
    member(
        "Rangga Saputra",
        "rangga@plut-ntb.id",
        "designer, NTB",
        Role::Consultant,
        0,
    ),
    member(
        "Baiq Nurhayati",
        "baiq@plut-ntb.id",
        "curator, NTB",
        Role::Curator,
        0,
    ),
    member(
        "Lalu Hamdan",
        "hamdan@plut-ntb.id",
        "curator, NTB",
        Role::Curator,
        0,
    ),
    member(
        "Ratna Puspita",
        "ratna@plut-ntb.id",
        "curator, NTB",
        Role::Curator,
        0,
    ),
    member(
        "M. Zulkarnain",
        "zul@plut-ntb.id",
        "front desk, NTB",
        Role::FrontDesk,
        0,
    ),
    member(
        "Hendra Wijaya",
        "hendra@plut-lampung.id",
        "manager, Lampung",
        Role::Manager,
        1,
    ),
    member(
        "Sri Lestari",
        "sri@plut-lampung.id",
        "curator, Lampung",
        Role::Curator,
        1,
    ),
    member(
        "I Gede Wirawan",
        "gede@plut-bali.id",
        "manager, Bali",
        Role::Manager,
        2,
    ),
    member(
        "Ni Luh Ayu",
        "ayu@plut-bali.id",
        "curator, Bali",
        Role::Curator,
        2,
    ),
    member(
        "Universitas Mataram",
        "inkubator@unram.id",
        "partner, NTB",
        Role::Partner,
        0,
    ),
    Member {
        name: "Kementerian UMKM",
        contact: "data@umkm.id",
        part: "ministry",
        role: Role::Ministry,
        pilot: None,
    },
];

/// Opens the pilots' centres.
pub(super) async fn centres(centre: &Centre) -> Result<Vec<CentreId>> {
    centre
        .db
        .write((), |tx, ()| {
            Box::pin(async move {
                let now = tx.now();
                let mut ids = Vec::new();
                for pilot in &PILOTS {
                    let id = CentreId::new();
                    execute!(
                        tx,
                        "INSERT INTO centres (id, province_code, regency_code, name, slug, zone, address, phone, created_at) \
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                        id, pilot.province, pilot.regency, pilot.name, domain::gallery::slug(pilot.name), pilot.zone,
                        pilot.address, pilot.phone, now,
                    )?;
                    ids.push(id);
                }
                Ok(ids)
            })
        })
        .await
}

/// Signs everybody up and gives them their role.
pub(super) async fn join(centre: &Centre, centres: &[CentreId]) -> Result<()> {
    for one in &STAFF {
        let person = sign_up(centre, &one.account()).await?;
        let at = one.pilot.and_then(|index| centres.get(index)).copied();
        centre
            .db
            .write((person, one.role, at), |tx, (person, role, at)| {
                Box::pin(async move {
                    let now = tx.now();
                    match at {
                        Some(at) => people::grant(tx, *person, *role, *at, None).await,
                        None => execute!(
                            tx,
                            "INSERT INTO memberships (id, person_id, role, granted_at) VALUES ($1, $2, $3, $4)",
                            MembershipId::new(), *person, *role, now,
                        )
                        .map(drop),
                    }
                })
            })
            .await?;
    }
    Ok(())
}
