//! The directory of makers.

use domain::{curation::Category, gallery::MakerFilter, people::Purpose};

use super::{super::*, *};
use crate::{both_engines, people};

async fn found(centre: &Centre, filter: &MakerFilter) -> Vec<String> {
    centre.gallery.caught_up().await.unwrap();
    let makers = makers(centre, filter).await.unwrap();
    makers.cards.into_iter().map(|card| card.name).collect()
}

fn asking(q: &str) -> MakerFilter {
    MakerFilter {
        q: q.into(),
        ..MakerFilter::default()
    }
}

both_engines! {
    async fn a_maker_is_found_by_name_craft_and_regency(centre) {
        let lale = songket(&centre).await;
        stall(&centre, &lale.mataram, "Rohani", "Gerabah Banyumulek", "Kendi Maling").await;
        assert_eq!(found(&centre, &MakerFilter::default()).await, ["Gerabah Banyumulek", "Tenun Sari Sukarara"]);
        assert_eq!(found(&centre, &asking("sukarara")).await, ["Tenun Sari Sukarara"]);
        assert_eq!(found(&centre, &asking("kendi")).await, ["Gerabah Banyumulek"]);
        let place = |code: &str| MakerFilter { place: Some(code.into()), ..MakerFilter::default() };
        assert_eq!(found(&centre, &place("5202")).await.len(), 2);
        assert_eq!(found(&centre, &place("52")).await.len(), 2);
        assert!(found(&centre, &place("51")).await.is_empty());
        let potters = MakerFilter { category: Some(Category::Food), ..MakerFilter::default() };
        assert!(found(&centre, &potters).await.is_empty());
        let page = makers(&centre, &MakerFilter::default()).await.unwrap();
        assert_eq!((page.total, page.cards[0].products, page.cards[0].grade), (2, 1, Grade::B));
        let places: Vec<_> = page.places.iter().map(|place| (place.code.as_str(), place.count)).collect();
        assert_eq!(places, [("52", 2), ("5202", 2)]);
    }

    async fn who_takes_the_consent_back_leaves_the_directory_at_once(centre) {
        let lale = songket(&centre).await;
        assert_eq!(found(&centre, &MakerFilter::default()).await.len(), 1);
        people::revoke_consent(&centre, &lale.owner, Purpose::Gallery).await.unwrap();
        let now = makers(&centre, &MakerFilter::default()).await.unwrap();
        assert!(now.cards.is_empty(), "even before the shelves have followed");
        assert!(found(&centre, &MakerFilter::default()).await.is_empty());
        assert_eq!(makers(&centre, &MakerFilter::default()).await.unwrap().total, 0);
        assert_eq!(refused(maker(&centre, "tenun-sari-sukarara").await), Refusal::NotFound);
    }

    async fn a_centre_shows_its_own_makers(centre) {
        let lale = songket(&centre).await;
        let elsewhere = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        centre.gallery.caught_up().await.unwrap();
        let of = async |place: &Place| {
            let filter = MakerFilter { centre: Some(place.centre), ..MakerFilter::default() };
            makers(&centre, &filter).await.unwrap().total
        };
        assert_eq!((of(&lale.mataram).await, of(&elsewhere).await), (1, 0));
        let page = maker(&centre, "tenun-sari-sukarara").await.unwrap();
        assert_eq!((page.district.is_empty(), page.centre.as_str()), (false, "PLUT NTB"));
    }
}
