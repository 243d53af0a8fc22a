//! What somebody who thinks of coming is told.

use domain::{
    Refusal,
    centres::{Agenda, Closed, ClosureForm, Today},
    ids::ClosureId,
    language::Bilingual,
};

use super::{super::*, *};
use crate::{both_engines, testing::refused};

/// Sets the clock to a moment.
fn go(centre: &Centre, at: &str) {
    centre.clock.set(at.parse().unwrap());
}

async fn today(centre: &Centre, door: &Door) -> Today {
    page(centre, &door.slug).await.unwrap().line.today
}

both_engines! {
    async fn a_centre_is_open_by_its_own_clock_and_the_country_s_holidays(centre) {
        let ntb = Door::of_ntb(&centre).await;
        assert_eq!(today(&centre, &ntb).await, Today::Unknown);
        save_hours(&centre, ntb.managing(), &office_hours()).await.unwrap();

        // Tuesday, 08.40 in Mataram, 07.40 in Lampung.
        assert_eq!(today(&centre, &ntb).await, Today::OpenUntil(16 * 60));
        let lampung = Door::opened(&centre, "18", "1871", "PLUT Lampung", "Hendra Wijaya").await;
        save_hours(&centre, lampung.managing(), &office_hours()).await.unwrap();
        assert_eq!(today(&centre, &lampung).await, Today::OpensAt(8 * 60));

        // Friday at noon there is a break.
        go(&centre, "2026-11-27T04:00:00Z");
        assert_eq!(today(&centre, &ntb).await, Today::OpensAt(13 * 60 + 30));

        // Christmas is a Friday; the day before it is joint leave.
        go(&centre, "2026-12-24T01:00:00Z");
        let Today::Closed { why: Closed::Holiday(name), next } = today(&centre, &ntb).await else { panic!() };
        assert!(name.id.contains("Natal") && name.en.contains("Christmas"), "{name:?}");
        assert_eq!(next, Some(("2026-12-28".parse().unwrap(), 8 * 60)));
    }

    async fn a_closure_is_told_before_it_comes_and_its_reason_while_it_lasts(centre) {
        let ntb = Door::of_ntb(&centre).await;
        save_hours(&centre, ntb.managing(), &office_hours()).await.unwrap();
        let form = ClosureForm {
            from_on: "2026-12-01".into(),
            until_on: "2026-12-02".into(),
            reason_id: "Perbaikan atap".into(),
            reason_en: "Mending the roof".into(),
        };
        let id = ClosureId::new();
        add_closure(&centre, ntb.managing(), id, &form).await.unwrap();
        assert_eq!(refused(add_closure(&centre, ntb.managing(), id, &form).await), Refusal::AlreadyDone);
        let agenda = page(&centre, &ntb.slug).await.unwrap().agenda;
        assert!(matches!(&agenda[0], Agenda::Closure { closure } if closure.id == id), "{agenda:?}");

        go(&centre, "2026-12-02T02:00:00Z");
        let Today::Closed { why, next } = today(&centre, &ntb).await else { panic!() };
        assert_eq!(why, Closed::Closure(Bilingual::new("Perbaikan atap", "Mending the roof")));
        assert_eq!(next, Some(("2026-12-03".parse().unwrap(), 8 * 60)));

        go(&centre, "2026-12-03T02:00:00Z");
        let page = page(&centre, &ntb.slug).await.unwrap();
        assert!(page.agenda.iter().all(|one| !matches!(one, Agenda::Closure { .. })), "what is over is not told");
    }

    async fn what_is_no_centre_is_not_found(centre) {
        Door::of_ntb(&centre).await;
        assert_eq!(refused(page(&centre, "plut-bulan").await), Refusal::NotFound);
        assert_eq!(refused(province(&centre, "bulan").await), Refusal::NotFound);
        assert_eq!(provinces(&centre).await.unwrap(), [("Nusa Tenggara Barat".to_owned(), "nusa-tenggara-barat".to_owned())]);
    }
}
