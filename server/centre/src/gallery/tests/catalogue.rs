//! The catalogue to print, and the cards of a basket.

use domain::{gallery::Sort, people::Purpose};

use super::{super::*, *};
use crate::{both_engines, demo::scale, people};

async fn printed(centre: &Centre, filter: &Filter, most: usize) -> Shelf {
    centre.gallery.caught_up().await.unwrap();
    catalogue(centre, filter, most).await.unwrap()
}

fn ids(shelf: &Shelf) -> Vec<ProductId> {
    shelf.cards.iter().map(|card| card.id).collect()
}

both_engines! {
    async fn a_catalogue_is_all_pages_one_after_the_other(centre) {
        scale::fill(&centre, 60).await.unwrap();
        let cheapest = |page| Filter { sort: Sort::Cheapest, page, ..Filter::default() };
        let first = shelf(&centre, &cheapest(1)).await;
        assert!(first.pages > 2, "{} pages", first.pages);
        let mut pages = Vec::new();
        for page in 1..=first.pages {
            pages.extend(ids(&shelf(&centre, &cheapest(page)).await));
        }
        let all = printed(&centre, &cheapest(1), 240).await;
        assert_eq!(ids(&all), pages);
        assert_eq!((all.total, all.facets.clone()), (pages.len(), first.facets));
        assert_eq!(ids(&printed(&centre, &cheapest(3), 240).await), pages, "whatever page one came from");
    }

    async fn a_catalogue_that_is_cut_off_still_says_how_much_there_is(centre) {
        scale::fill(&centre, 60).await.unwrap();
        let all = printed(&centre, &Filter::default(), 240).await;
        for most in [0, 10, 24, 30, 48] {
            let some = printed(&centre, &Filter::default(), most).await;
            assert_eq!(ids(&some), ids(&all)[..most]);
            assert_eq!(some.total, all.total);
        }
    }

    async fn a_catalogue_holds_what_was_searched_and_filtered_only(centre) {
        let mataram = mataram(&centre).await;
        stall(&centre, &mataram, "Lale Suryani", "Tenun Sari Sukarara", "Songket Subahnale").await;
        stall(&centre, &mataram, "Rohani", "Gerabah Ibu Rohani", "Kendi dengan motif songket").await;
        stall(&centre, &mataram, "Yuliana", "Dapur Way Halim", "Keripik Pisang").await;
        let found = printed(&centre, &words("songket subahnale"), 240).await;
        assert_eq!(found.cards[0].name, "Songket Subahnale", "the best match first");
        assert!(found.cards.iter().all(|card| card.name != "Keripik Pisang"));
        let dear = Filter { price_min: Some(domain::money::Rupiah(9_000_000)), ..Filter::default() };
        assert_eq!(ids(&printed(&centre, &dear, 240).await), []);
        assert_eq!(ids(&printed(&centre, &words("batik"), 240).await), []);
    }

    async fn what_does_not_stand_in_the_gallery_is_not_printed(centre) {
        let lale = songket(&centre).await;
        assert_eq!(ids(&printed(&centre, &Filter::default(), 240).await), [lale.product]);
        people::revoke_consent(&centre, &lale.owner, Purpose::Gallery).await.unwrap();
        let none = printed(&centre, &Filter::default(), 240).await;
        assert_eq!((none.total, none.cards), (0, vec![]));
    }

    async fn a_baskets_cards_keep_its_order_without_what_has_gone(centre) {
        let mataram = mataram(&centre).await;
        let lale = stall(&centre, &mataram, "Lale Suryani", "Tenun Sari Sukarara", "Songket Subahnale").await;
        let rohani = stall(&centre, &mataram, "Rohani", "Gerabah Ibu Rohani", "Kendi Maling").await;
        let basket = [lale.product, ProductId::new(), rohani.product];
        let cards = async |centre: &Centre| {
            centre.gallery.caught_up().await.unwrap();
            let cards = cards_of(centre, &basket).await.unwrap();
            cards.into_iter().map(|card| card.id).collect::<Vec<_>>()
        };
        assert_eq!(cards(&centre).await, [lale.product, rohani.product]);
        people::revoke_consent(&centre, &lale.owner, Purpose::Gallery).await.unwrap();
        assert_eq!(cards(&centre).await, [rohani.product]);
        assert_eq!(cards_of(&centre, &[]).await.unwrap(), []);
    }
}
