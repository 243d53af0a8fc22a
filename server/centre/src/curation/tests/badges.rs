//! A badge lasts a year, or as long as the licence it rests on.

use chrono::Duration;

use super::*;
use crate::{
    both_engines,
    jobs::{ensure_recurring, run_due},
    notices::{self, Mailer},
    testing::curation::*,
};

async fn new_day(centre: &Centre) {
    ensure_recurring(centre).await.unwrap();
    run_due(centre, &Mailer::none()).await.unwrap();
}

both_engines! {
    async fn a_badge_lapses_after_twelve_months(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;
        judge(&centre, entry, &[5, 5]).await;
        announce(&centre, &season, season.round).await;
        centre.clock.forward(Duration::days(365));
        new_day(&centre).await;
        assert_eq!(gallery(&centre).await, ["Songket Subahnale"], "its last day");
        centre.clock.forward(Duration::days(1));
        new_day(&centre).await;
        assert_eq!(gallery(&centre).await, Vec::<String>::new());
        let told = notices::list(&centre, &lale.owner, 1).await.unwrap();
        assert!(matches!(told[0].notice, domain::notices::Notice::BadgeEnded { .. }), "{told:?}");
        assert_eq!(crate::curation::why(&mut centre.db.read().await.unwrap(), product).await.unwrap().unwrap().ends_on.to_string(), "2027-11-24");
    }

    async fn a_badge_lapses_with_the_licence_it_rests_on(centre) {
        let season = season(&centre).await;
        let yuliana = maker(&centre, "Yuliana", "Dapur Way Halim").await;
        // Her P-IRT ends in three years; the badge of a round two and a half years on ends with it.
        centre.clock.forward(Duration::days(900));
        let later = round(&centre, &season.siti, &season.place, "Kurasi Mei 2029").await;
        let product = product(&centre, &yuliana, &crisps()).await;
        let entry = submit(&centre, &yuliana, product).await;
        assign(&centre, &season, later).await;
        judge(&centre, entry, &[4, 4]).await;
        announce(&centre, &season, later).await;
        let ends = read(&centre, &yuliana, entry).await.verdict.unwrap().badge_until.unwrap();
        assert_eq!(ends.to_string(), "2029-11-23", "the P-IRT's last day");
        assert_eq!(gallery(&centre).await, ["Keripik Pisang Kepok"]);
        centre.clock.forward(Duration::days(196));
        new_day(&centre).await;
        assert_eq!(gallery(&centre).await, Vec::<String>::new());
    }
}
