//! Opening a business file.

use domain::refusal::Problem;

use super::{super::*, *};
use crate::both_engines;

both_engines! {
    async fn whoever_registers_becomes_an_entrepreneur_at_the_centre_of_the_district(centre) {
        let scene = scene(&centre).await;
        assert!(scene.lale.is(Role::Entrepreneur));
        let place = place_of(&centre, scene.tenun).await;
        assert_eq!((place.owner, place.centre), (Some(scene.lale.person), scene.mataram.centre));
        let again = register(&centre, &scene.lale, &tenun()).await.unwrap();
        assert_eq!(again, scene.tenun);
        assert_eq!(mine(&centre, &scene.lale).await.unwrap().len(), 1);
    }

    async fn a_district_without_a_centre_is_refused_and_nothing_is_made(centre) {
        let lale = village::person(&centre, "Lale Suryani").await;
        assert_eq!(
            refused(register(&centre, &lale, &tenun()).await),
            Refusal::field("district", Problem::NotAChoice),
        );
        assert!(!village::actor(&centre, lale.person).await.is(Role::Entrepreneur));
        assert_eq!(mine(&centre, &lale).await.unwrap(), []);
    }

    async fn two_businesses_of_one_name_get_two_addresses(centre) {
        let scene = scene(&centre).await;
        let other = village::person(&centre, "Rohani").await;
        let second = register(&centre, &other, &tenun()).await.unwrap();
        let other = village::actor(&centre, other.person).await;
        let permit = other.may(act::ReadBusiness, &place_of(&centre, second).await).unwrap();
        let second = file(&centre, permit, second).await.unwrap();
        let first = open(&centre, &scene, &scene.lale).await;
        assert_eq!(first.slug, "tenun-sari-sukarara");
        assert!(second.slug.starts_with("tenun-sari-sukarara-"), "{}", second.slug);
    }
}
