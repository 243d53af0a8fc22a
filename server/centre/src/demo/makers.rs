//! The makers of the village, their licences and their figures.

use chrono::{Datelike, Months, NaiveDate};
use domain::{
    Refusal,
    access::act,
    business::{ClaimForm, ClaimKind, Evidence, NewBusiness, SnapshotForm},
};

use super::{Account, sign_up};
use crate::{Centre, Result, business, people};

/// A maker with one business.
pub(super) struct Maker {
    name: &'static str,
    contact: &'static str,
    business: &'static str,
    district: &'static str,
    address: &'static str,
    nib: &'static str,
    pirt: Option<&'static str>,
    /// Twelve months' sales one year ago and now, in rupiah.
    turnover: [i64; 2],
    /// Women and men.
    workers: [i64; 2],
}

impl Maker {
    pub(super) fn account(&self) -> Account {
        Account {
            name: self.name,
            contact: self.contact,
            part: self.business,
        }
    }
}

pub(super) const MAKERS: [Maker; 8] = [
    Maker {
        name: "Lale Suryani",
        contact: "081234567801",
        business: "Tenun Sari Sukarara",
        district: "520202",
        address: "Sukarara",
        nib: "9120304471001",
        pirt: None,
        turnover: [84_000_000, 126_000_000],
        workers: [6, 1],
    },
    Maker {
        name: "Rohani",
        contact: "081234567802",
        business: "Gerabah Ibu Rohani",
        district: "520102",
        address: "Banyumulek",
        nib: "9120304471002",
        pirt: None,
        turnover: [96_000_000, 110_000_000],
        workers: [4, 3],
    },
    Maker {
        name: "Yuliana",
        contact: "081234567803",
        business: "Dapur Way Halim",
        district: "187115",
        address: "Way Halim",
        nib: "9120304471003",
        pirt: Some("210187101045229"),
        turnover: [180_000_000, 252_000_000],
        workers: [5, 2],
    },
    Maker {
        name: "I Wayan Sudarma",
        contact: "081234567804",
        business: "Kebun Batur",
        district: "510604",
        address: "Kintamani",
        nib: "9120304471004",
        pirt: Some("210510601045230"),
        turnover: [1_850_000_000, 2_400_000_000],
        workers: [8, 14],
    },
    Maker {
        name: "Ni Made Sari",
        contact: "081234567805",
        business: "Palung Garam Amed",
        district: "510705",
        address: "Amed",
        nib: "9120304471005",
        pirt: None,
        turnover: [60_000_000, 72_000_000],
        workers: [3, 2],
    },
    Maker {
        name: "Baiq Hafsah",
        contact: "081234567806",
        business: "Ketak Beleka",
        district: "520206",
        address: "Beleka",
        nib: "9120304471006",
        pirt: None,
        turnover: [48_000_000, 66_000_000],
        workers: [9, 0],
    },
    Maker {
        name: "Marsudi",
        contact: "081234567807",
        business: "Kopi Ulubelu",
        district: "180615",
        address: "Ulubelu",
        nib: "9120304471007",
        pirt: Some("210180601045231"),
        turnover: [320_000_000, 410_000_000],
        workers: [4, 7],
    },
    Maker {
        name: "Hj. Zainab",
        contact: "081234567808",
        business: "Mutiara Sekarbela",
        district: "527104",
        address: "Sekarbela",
        nib: "9120304471008",
        pirt: None,
        turnover: [2_900_000_000, 3_200_000_000],
        workers: [7, 5],
    },
];

/// Signs every maker up and opens the files.
pub(super) async fn register(centre: &Centre) -> Result<()> {
    let today = domain::place::Zone::Wita.date(centre.clock.now());
    for maker in &MAKERS {
        let person = sign_up(centre, &maker.account()).await?;
        let form = NewBusiness {
            name: maker.business.into(),
            district: maker.district.into(),
            address: maker.address.into(),
            whatsapp: maker.contact.into(),
        };
        let mut conn = centre.db.read().await?;
        let owner = people::actor(&mut conn, person)
            .await?
            .ok_or(Refusal::NotFound)?;
        let id = business::register(centre, &owner, &form).await?;
        // The file made her an entrepreneur; she is read again with that role.
        let owner = people::actor(&mut conn, person)
            .await?
            .ok_or(Refusal::NotFound)?;
        let place = business::place(&mut conn, id)
            .await?
            .ok_or(Refusal::NotFound)?;
        drop(conn);
        for form in claims(maker, today) {
            business::declare_claim(centre, owner.may(act::EditBusiness, &place)?, id, &form)
                .await?;
        }
        for form in figures(maker, today) {
            business::record_snapshot(centre, owner.may(act::EditBusiness, &place)?, id, &form)
                .await?;
        }
    }
    Ok(())
}

fn claims(maker: &Maker, today: NaiveDate) -> Vec<ClaimForm> {
    let claim = |kind: ClaimKind, number: &str, years: u32| ClaimForm {
        kind: kind.as_str().into(),
        number: number.into(),
        expires_on: match years {
            0 => String::new(),
            years => today
                .checked_add_months(Months::new(12 * years))
                .unwrap_or(today)
                .to_string(),
        },
        evidence: None,
    };
    let pirt = maker.pirt.map(|number| claim(ClaimKind::Pirt, number, 2));
    std::iter::once(claim(ClaimKind::Nib, maker.nib, 0))
        .chain(pirt)
        .collect()
}

/// The ends of the last two years before today.
fn figures(maker: &Maker, today: NaiveDate) -> [SnapshotForm; 2] {
    [(2, 0), (1, 1)].map(|(years, index): (i32, usize)| SnapshotForm {
        as_of: format!("{}-12-31", today.year() - years),
        turnover: maker.turnover[index].to_string(),
        workers_women: maker.workers[0].to_string(),
        workers_men: maker.workers[1].to_string(),
        evidence: Evidence::Books.as_str().into(),
    })
}
