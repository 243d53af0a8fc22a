//! The profile, who reads the file, and what it remembers.

use domain::{
    business::{Channel, ProfileForm},
    refusal::Problem,
};

use super::{super::*, *};
use crate::{
    both_engines,
    db::{all, one},
    people,
};

both_engines! {
    async fn the_slower_of_two_writers_is_told_and_undoes_nothing(centre) {
        let scene = scene(&centre).await;
        let place = place_of(&centre, scene.tenun).await;
        let form = |version, story: &str| ProfileForm {
            version,
            name: "Tenun Sari Sukarara".into(),
            story: story.into(),
            district: "520202".into(),
            kbli_code: "13912".into(),
            latitude: "-8,6912".into(),
            longitude: "116,2103".into(),
            channels: vec![Channel::Social, Channel::Home, Channel::Social],
            ..ProfileForm::default()
        };
        let edit = |who: &Actor, form: ProfileForm| {
            let (permit, centre) = (who.may(act::EditBusiness, &place).unwrap(), centre.clone());
            async move { edit_profile(&centre, permit, scene.tenun, &form).await }
        };
        assert_eq!(edit(&scene.lale, form(1, "Dari ibu ke anak.")).await.unwrap(), 2);
        let late = edit(&scene.dewi, form(1, "Berdiri 1998.")).await;
        assert_eq!(refused(late), Refusal::Stale { version: 2 });
        let file = open(&centre, &scene, &scene.lale).await;
        assert_eq!((file.story.as_str(), file.version), ("Dari ibu ke anak.", 2));
        assert_eq!(file.channels, [Channel::Home, Channel::Social]);
        assert_eq!(file.site.position, Some((-8.6912, 116.2103)));
        assert_eq!(file.site.regency_name, "Kabupaten Lombok Tengah");
        let moved = ProfileForm { district: "187115".into(), ..form(2, "") };
        assert_eq!(refused(edit(&scene.lale, moved).await), Refusal::field("district", Problem::NotAChoice));
    }

    async fn a_file_is_closed_to_others_and_every_staff_reading_is_seen_by_the_owner(centre) {
        let scene = scene(&centre).await;
        let file = open(&centre, &scene, &scene.dewi).await;
        assert_eq!(file.owner.email.as_deref(), Some("lale-suryani@contoh.id"));
        let seen = people::my_readings(&centre, &scene.lale).await.unwrap();
        assert_eq!(seen.iter().map(|r| r.reader.as_str()).collect::<Vec<_>>(), ["Dewi Kartika"]);

        let bangli = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let foreign = village::staff(&centre, "Ni Made Ayu", Role::Manager, &bangli).await;
        let place = place_of(&centre, scene.tenun).await;
        assert!(foreign.may(act::ReadBusiness, &place).is_err());
        assert_eq!(list(&centre, &foreign, "", 1).await.unwrap(), []);
        assert_eq!(list(&centre, &scene.dewi, "sukarara", 1).await.unwrap().len(), 1);
        assert_eq!(list(&centre, &scene.dewi, "kopi", 1).await.unwrap(), []);
        // A permit for another thing opens nothing here.
        let elsewhere = foreign.may(act::ReadBusiness, &bangli).unwrap();
        assert_eq!(refused(super::file(&centre, elsewhere, scene.tenun).await), Refusal::NotFound);
    }

    async fn what_happened_stands_on_the_timeline_and_in_the_audit(centre) {
        let scene = scene(&centre).await;
        declare(&centre, &scene, &nib()).await;
        let mut conn = centre.db.read().await.unwrap();
        let kinds = all!(conn, (String,), "SELECT kind FROM timeline WHERE business_id = $1 ORDER BY at, id", scene.tenun).unwrap();
        assert_eq!(kinds, [("registered".to_owned(),), ("claim_declared".to_owned(),)]);
        let (acts,) = one!(conn, (i64,), "SELECT COUNT(*) FROM audit WHERE actor_id = $1", scene.lale.person).unwrap();
        assert_eq!(acts, 2);
    }
}
