//! What a manager may say, and how it can be taken back.

use domain::{
    Refusal,
    centres::{DetailsForm, Edit, Part, RoomForm, ServiceForm},
    ids::{RoomId, ServiceId},
    refusal::Problem,
};

use super::{super::*, *};
use crate::{audit::recent, both_engines, testing::refused};

fn clinic() -> ServiceForm {
    ServiceForm {
        field: "legality".into(),
        name_id: "Klinik izin".into(),
        name_en: "Licence clinic".into(),
        ..ServiceForm::default()
    }
}

both_engines! {
    async fn a_manager_writes_what_the_public_reads_and_every_change_keeps_what_stood_before(centre) {
        let ntb = Door::of_ntb(&centre).await;
        let form = DetailsForm {
            address: "Jl. Majapahit 2, Mataram".into(),
            phone: "0370 123 456".into(),
            intro_id: "Rumah usaha kecil NTB.".into(),
            ..DetailsForm::default()
        };
        save_details(&centre, ntb.managing(), &form).await.unwrap();
        let page = page(&centre, &ntb.slug).await.unwrap();
        assert_eq!((page.line.address.as_str(), page.intro.id.as_str()), ("Jl. Majapahit 2, Mataram", "Rumah usaha kecil NTB."));

        let changes = administration(&centre, &ntb.managing()).await.unwrap().changes;
        assert_eq!((changes.len(), changes[0].by.as_str(), changes[0].thing.as_str()), (1, "Siti Rahmawati", "centre"));
        let address = changes[0].edits.iter().find(|edit| edit.field == "address").unwrap();
        assert_eq!(*address, Edit { field: "address".into(), before: "Jl. Majapahit 1".into(), after: "Jl. Majapahit 2, Mataram".into() });

        save_details(&centre, ntb.managing(), &form).await.unwrap();
        let changes = administration(&centre, &ntb.managing()).await.unwrap().changes;
        assert_eq!(changes.len(), 1, "what changes nothing is no change");
        let record = recent(&centre, &ntb.siti.may(act::ReadAudit, &ntb.place).unwrap(), 10).await.unwrap();
        assert_eq!((record[0].act.as_str(), record[0].entity.as_str()), ("ManageCentre", "centre"));
    }

    async fn a_service_taken_away_can_be_put_back(centre) {
        let ntb = Door::of_ntb(&centre).await;
        let id = ServiceId::new();
        save_service(&centre, ntb.managing(), id, &clinic()).await.unwrap();
        let renamed = ServiceForm { name_id: "Klinik izin dan merek".into(), ..clinic() };
        save_service(&centre, ntb.managing(), id, &renamed).await.unwrap();
        let offered = async || page(&centre, &ntb.slug).await.unwrap().services;
        assert_eq!(offered().await.iter().map(|one| one.name.id.as_str()).collect::<Vec<_>>(), ["Klinik izin dan merek"]);

        take_away(&centre, ntb.managing(), Part::Service, id.0).await.unwrap();
        assert!(offered().await.is_empty());
        assert_eq!(refused(take_away(&centre, ntb.managing(), Part::Service, id.0).await), Refusal::AlreadyDone);
        let removed = administration(&centre, &ntb.managing()).await.unwrap().removed;
        assert_eq!((removed[0].0, removed[0].1, removed[0].2.id.as_str()), (Part::Service, id.0, "Klinik izin dan merek"));
        put_back(&centre, ntb.managing(), Part::Service, id.0).await.unwrap();
        assert_eq!(offered().await.len(), 1);

        let room = RoomId::new();
        save_room(&centre, ntb.managing(), room, &RoomForm { name: "Ruang kelas".into(), seats: "30".into() }).await.unwrap();
        assert_eq!(page(&centre, &ntb.slug).await.unwrap().rooms[0].seats, 30);
        take_away(&centre, ntb.managing(), Part::Room, room.0).await.unwrap();
        assert!(page(&centre, &ntb.slug).await.unwrap().rooms.is_empty());
    }

    async fn a_neighbours_service_does_not_exist_and_a_wrong_form_changes_nothing(centre) {
        let ntb = Door::of_ntb(&centre).await;
        let bali = Door::opened(&centre, "51", "5106", "PLUT Bali", "I Gede Wirawan").await;
        let id = ServiceId::new();
        save_service(&centre, ntb.managing(), id, &clinic()).await.unwrap();
        assert_eq!(refused(save_service(&centre, bali.managing(), id, &clinic()).await), Refusal::NotFound);
        assert_eq!(refused(take_away(&centre, bali.managing(), Part::Service, id.0).await), Refusal::NotFound);

        let wrong = ServiceForm { field: "astrologi".into(), ..clinic() };
        assert_eq!(refused(save_service(&centre, ntb.managing(), id, &wrong).await), Refusal::field("field", Problem::NotAChoice));
        assert_eq!(page(&centre, &ntb.slug).await.unwrap().services[0].name.id, "Klinik izin");
    }
}
