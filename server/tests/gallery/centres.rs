//! The pages of centres and provinces.

use centre::centres;
use domain::{
    access::{Place, act},
    centres::{ClosureForm, Part, ServiceForm},
    ids::{CentreId, ClosureId, ServiceId},
    place::ProvinceCode,
};
use serde_json::Value;

use super::{SITE, between, text, town::Town};

async fn ntb(town: &Town) -> (domain::access::Actor, Place) {
    let siti = town.actor("siti@plut-ntb.id").await;
    let centre: CentreId = siti.home_centre().unwrap();
    let place = Place {
        owner: None,
        centre,
        province: ProvinceCode("52".into()),
    };
    (siti, place)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_finds_the_centre_and_reads_whether_it_is_open_now() {
    let town = Town::new().await;
    let first = text(&town, "/").await;
    assert!(first.contains("href=\"/plut\"") && first.contains("href=\"/plut/plut-ntb\""));
    let list = text(&town, "/plut").await;
    for slug in ["plut-ntb", "plut-lampung", "plut-bali"] {
        assert!(list.contains(&format!("href=\"/plut/{slug}\"")), "{slug}");
    }
    // Tuesday, 08.40 in Mataram: open until the break; 07.40 in Lampung, which opens at half past seven.
    let html = text(&town, "/plut/plut-ntb").await;
    assert!(html.contains("Buka sampai 12.00 WITA"), "{html}");
    assert!(
        text(&town, "/en/plut/plut-lampung")
            .await
            .contains("Open until 15:30 WIB")
    );
    for told in [
        "Siti Rahmawati",
        "Klinik izin",
        "Ruang kelas Rinjani",
        "40 kursi",
        "Jl. Majapahit",
        "tel:+62370123456",
        "08.00–11.30, 13.30–16.00",
        "Tenun Sari Sukarara",
        "Pelatihan seluruh staf di Bangli",
        "Hari Raya Natal",
        "Pembuat di galeri",
        "Usaha yang paling sedikit satu produknya",
        "Papan jam buka tidak menyebut istirahat hari Jumat",
        "Putaran kurasi berikutnya sudah dibuka",
    ] {
        assert!(html.contains(told), "{told}");
    }
    assert!(
        !html.contains("Baiq Nurhayati"),
        "who did not agree is not shown"
    );

    town.centre.clock.forward(chrono::Duration::hours(12));
    let evening = text(&town, "/plut/plut-ntb").await;
    assert!(evening.contains("Tutup sekarang. Buka lagi Rabu, 25 Nov, pukul 08.00 WITA"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_manager_changes_is_public_at_once() {
    let town = Town::new().await;
    let (siti, place) = ntb(&town).await;
    let managing = || siti.may(act::ManageCentre, &place).unwrap();
    let form = ServiceForm {
        field: "networks".into(),
        name_id: "Pojok ekspor".into(),
        name_en: "Export corner".into(),
        ..ServiceForm::default()
    };
    let id = ServiceId::new();
    centres::save_service(&town.centre, managing(), id, &form)
        .await
        .unwrap();
    assert!(
        text(&town, "/en/plut/plut-ntb")
            .await
            .contains("Export corner")
    );
    centres::take_away(&town.centre, managing(), Part::Service, id.0)
        .await
        .unwrap();
    assert!(!text(&town, "/plut/plut-ntb").await.contains("Pojok ekspor"));
    let closed = ClosureForm {
        from_on: "2026-11-24".into(),
        reason_id: "Listrik padam".into(),
        ..ClosureForm::default()
    };
    centres::add_closure(&town.centre, managing(), ClosureId::new(), &closed)
        .await
        .unwrap();
    let html = text(&town, "/plut/plut-ntb").await;
    assert!(html.contains("Tutup: Listrik padam. Buka lagi Rabu"));
}

#[tokio::test(flavor = "multi_thread")]
async fn machines_read_the_office_its_hours_and_its_days_off() {
    let town = Town::new().await;
    let html = text(&town, "/en/plut/plut-ntb").await;
    let facts = between(&html, "<script type=\"application/ld+json\">", "</script>");
    let office: Value = serde_json::from_str(facts[0]).unwrap();
    assert_eq!(office["@type"][0], "GovernmentOffice");
    assert_eq!(office["url"], format!("{SITE}/en/plut/plut-ntb"));
    let hours = office["openingHoursSpecification"].as_array().unwrap();
    let friday: Vec<_> = hours
        .iter()
        .filter(|one| one["dayOfWeek"] == "https://schema.org/Friday")
        .map(|one| {
            (
                one["opens"].as_str().unwrap(),
                one["closes"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(friday, [("08:00", "11:30"), ("13:30", "16:00")]);
    let off = office["specialOpeningHoursSpecification"]
        .as_array()
        .unwrap();
    assert!(off.iter().any(|one| one["validFrom"] == "2026-12-25"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_province_compares_by_what_is_measured_and_says_how() {
    let town = Town::new().await;
    let html = text(&town, "/provinsi/nusa-tenggara-barat").await;
    for told in [
        "Pusat layanan di Nusa Tenggara Barat",
        "Tanpa peringkat menurut pendapat",
        "Nilai tengah waktu dari pertanyaan sampai jawaban pertama",
        "<progress",
        "href=\"/provinsi/bali\"",
        "baru punya satu pusat",
    ] {
        assert!(html.contains(told), "{told}");
    }
    let missing = town.server.get("/provinsi/atlantis").await;
    assert_eq!(missing.status_code(), 404);
    assert_eq!(town.server.get("/plut/atlantis").await.status_code(), 404);
}
