//! The three pilot centres and the people who work there.

use domain::{
    access::{Place, Role},
    ids::{CentreId, MembershipId},
    place::{ProvinceCode, Zone},
};

use super::{Account, Folk, Pilot};
use crate::{Centre, Result, db::execute, people};

/// A centre as it is opened, with its manager and the consultant who looks licences up.
pub(super) struct Opening {
    pub province: &'static str,
    regency: &'static str,
    name: &'static str,
    zone: Zone,
    pub address: &'static str,
    pub phone: &'static str,
    pub manager: &'static str,
    pub consultant: &'static str,
}

pub(super) const PILOTS: [Opening; 3] = [
    Opening {
        province: "52",
        regency: "5271",
        name: "PLUT NTB",
        zone: Zone::Wita,
        address: "Jl. Majapahit, Mataram",
        phone: "+62370123456",
        manager: "siti@plut-ntb.id",
        consultant: "dewi@plut-ntb.id",
    },
    Opening {
        province: "18",
        regency: "1871",
        name: "PLUT Lampung",
        zone: Zone::Wib,
        address: "Jl. Way Halim, Bandar Lampung",
        phone: "+62721123456",
        manager: "hendra@plut-lampung.id",
        consultant: "yogi@plut-lampung.id",
    },
    Opening {
        province: "51",
        regency: "5106",
        name: "PLUT Bali",
        zone: Zone::Wita,
        address: "Jl. Kintamani, Bangli",
        phone: "+62366123456",
        manager: "gede@plut-bali.id",
        consultant: "putu@plut-bali.id",
    },
];

/// Somebody who works at a pilot, by its place in the list above, for a whole province, or for the nation.
pub(super) struct Member {
    name: &'static str,
    pub contact: &'static str,
    part: &'static str,
    pub role: Role,
    pub pilot: Option<usize>,
    province: Option<&'static str>,
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
        province: None,
    }
}

pub(super) const STAFF: [Member; 22] = [
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
        "Nurul Aini",
        "nurul@plut-ntb.id",
        "curator, NTB",
        Role::Curator,
        0,
    ),
    member(
        "I Nengah Astawa",
        "nengah@plut-ntb.id",
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
        "Yogi Pratama",
        "yogi@plut-lampung.id",
        "consultant, Lampung",
        Role::Consultant,
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
        "Bambang Irawan",
        "bambang@plut-lampung.id",
        "curator, Lampung",
        Role::Curator,
        1,
    ),
    member(
        "Dian Maharani",
        "dian@plut-lampung.id",
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
        "Putu Ariani",
        "putu@plut-bali.id",
        "consultant, Bali",
        Role::Consultant,
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
        "I Made Sukadana",
        "made@plut-bali.id",
        "curator, Bali",
        Role::Curator,
        2,
    ),
    member(
        "Kadek Ratih",
        "kadek@plut-bali.id",
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
        name: "Lalu Wirajaya",
        contact: "wirajaya@ntbprov.id",
        part: "province admin, NTB",
        role: Role::ProvinceAdmin,
        pilot: None,
        province: Some("52"),
    },
    Member {
        name: "Kementerian UMKM",
        contact: "data@umkm.id",
        part: "ministry",
        role: Role::Ministry,
        pilot: None,
        province: None,
    },
];

/// Opens the pilots' centres.
pub(super) async fn pilots(centre: &Centre) -> Result<Vec<Pilot>> {
    centre
        .db
        .write((), |tx, ()| {
            Box::pin(async move {
                let now = tx.now();
                let mut pilots = Vec::new();
                for pilot in &PILOTS {
                    let id = CentreId::new();
                    execute!(
                        tx,
                        "INSERT INTO centres (id, province_code, regency_code, name, slug, zone, address, phone, created_at) \
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                        id, pilot.province, pilot.regency, pilot.name, domain::gallery::slug(pilot.name), pilot.zone,
                        pilot.address, pilot.phone, now,
                    )?;
                    let place = Place { owner: None, centre: id, province: ProvinceCode(pilot.province.into()) };
                    pilots.push(Pilot { place, manager: pilot.manager});
                }
                Ok(pilots)
            })
        })
        .await
}

/// Gives everybody their role.
pub(super) async fn join(centre: &Centre, folk: &Folk, pilots: &[Pilot]) -> Result<()> {
    for one in &STAFF {
        let person = folk.person(one.contact)?;
        let at = one.pilot.and_then(|index| pilots.get(index));
        let at = at.map(|pilot| pilot.place.centre);
        centre
            .db
            .write((person, one.role, at, one.province), |tx, (person, role, at, province)| {
                Box::pin(async move {
                    let now = tx.now();
                    match at {
                        Some(at) => people::grant(tx, *person, *role, *at, None).await,
                        None => execute!(
                            tx,
                            "INSERT INTO memberships (id, person_id, role, province_code, granted_at) \
                             VALUES ($1, $2, $3, $4, $5)",
                            MembershipId::new(), *person, *role, *province, now,
                        )
                        .map(drop),
                    }
                })
            })
            .await?;
    }
    Ok(())
}
