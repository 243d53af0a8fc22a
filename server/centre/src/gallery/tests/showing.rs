//! What stands in the gallery, and what must never.

use domain::{business::Standing, people::Purpose};

use super::{super::*, *};
use crate::{both_engines, people};

/// Every public door to a product: the shelf, the search, its page, its maker's page and the sitemap.
async fn doors(centre: &Centre) -> [bool; 5] {
    [
        everything(centre)
            .await
            .contains(&"Songket Subahnale".to_owned()),
        !names(centre, &words("songket")).await.is_empty(),
        product(centre, "songket-subahnale").await.is_ok(),
        maker(centre, "tenun-sari-sukarara").await.is_ok(),
        sitemap(centre)
            .await
            .unwrap()
            .products
            .iter()
            .any(|(slug, _)| slug == "songket-subahnale"),
    ]
}

const OPEN: [bool; 5] = [true; 5];
const SHUT: [bool; 5] = [false; 5];

both_engines! {
    async fn a_listed_product_shows_its_photos_maker_claims_and_badge(centre) {
        let stall = songket(&centre).await;
        assert_eq!(doors(&centre).await, OPEN);
        let page = product(&centre, "songket-subahnale").await.unwrap();
        assert_eq!((page.id, page.maker.as_str(), page.regency.as_str()), (stall.product, "Tenun Sari Sukarara", "Kabupaten Lombok Tengah"));
        assert_eq!((page.badge.grade, page.badge.score, page.badge.granted_on), (Grade::B, 78, today()));
        let claims: Vec<_> = page.claims.iter().map(|c| (c.number.as_str(), c.standing)).collect();
        assert_eq!(claims, [("•••••••••2345", Standing::Verified)]);
        let card = &shelf(&centre, &Filter::default()).await.cards[0];
        assert_eq!((card.maker_slug.as_str(), card.lead_days, card.moq), ("tenun-sari-sukarara", 14, 1));
        assert_eq!(card.claims, [domain::business::ClaimKind::Nib]);
    }

    async fn an_unlisted_grade_takes_a_product_away(centre) {
        let stall = songket(&centre).await;
        assert_eq!(doors(&centre).await, OPEN);
        list(&centre, stall.product, false, today() + chrono::Days::new(365)).await;
        assert_eq!(doors(&centre).await, SHUT);
    }

    async fn a_product_without_a_grade_never_appears(centre) {
        let stall = songket(&centre).await;
        let place = stall.place(&centre).await;
        let submit = stall.owner.may(act::SubmitProduct, &place).unwrap();
        let form = ProductForm { name: "Selendang Songket".into(), category: "fashion".into(), ..ProductForm::default() };
        business::save_product(&centre, submit, stall.business, ProductId::new(), &form).await.unwrap();
        assert_eq!(everything(&centre).await, ["Songket Subahnale"]);
        assert_eq!(names(&centre, &words("selendang")).await, Vec::<String>::new());
        assert_eq!(refused(product(&centre, "selendang-songket").await), Refusal::NotFound);
    }

    async fn a_badge_lapses_at_midnight_in_the_centres_zone_without_any_change(centre) {
        let stall = songket(&centre).await;
        list(&centre, stall.product, true, today()).await;
        assert_eq!(doors(&centre).await, OPEN);
        // 08.40 WITA; the day ends in 15 hours and 20 minutes.
        centre.clock.forward(chrono::Duration::minutes(15 * 60 + 19));
        assert_eq!(doors(&centre).await, OPEN);
        centre.clock.forward(chrono::Duration::minutes(1));
        assert_eq!(doors(&centre).await, SHUT);
    }

    async fn consent_taken_back_closes_every_door_and_given_again_opens_them(centre) {
        let stall = songket(&centre).await;
        assert_eq!(doors(&centre).await, OPEN);
        people::revoke_consent(&centre, &stall.owner, Purpose::Gallery).await.unwrap();
        assert_eq!(doors(&centre).await, SHUT);
        people::give_consent(&centre, &stall.owner, Purpose::Gallery).await.unwrap();
        assert_eq!(doors(&centre).await, OPEN);
    }

    async fn a_deleted_product_is_gone(centre) {
        let stall = songket(&centre).await;
        assert_eq!(doors(&centre).await, OPEN);
        let submit = stall.owner.may(act::SubmitProduct, &stall.place(&centre).await).unwrap();
        business::delete_product(&centre, submit, stall.product).await.unwrap();
        assert_eq!(doors(&centre).await, SHUT);
    }

    async fn a_badge_falls_with_the_licence_it_rests_on_and_comes_back_with_a_new_one_that_was_checked(centre) {
        let stall = songket(&centre).await;
        assert_eq!(doors(&centre).await, OPEN);
        let place = stall.place(&centre).await;
        let bad = ClaimCheckForm { good: false, source: "OSS".into(), ..ClaimCheckForm::default() };
        let verify = stall.dewi.may(act::VerifyClaim, &place).unwrap();
        business::check_claim(&centre, verify, stall.nib, &bad).await.unwrap();
        assert_eq!(doors(&centre).await, SHUT);
        let edit = || stall.owner.may(act::EditBusiness, &place).unwrap();
        let right = ClaimForm { kind: "nib".into(), number: "1203000499999".into(), ..ClaimForm::default() };
        let renewed = business::declare_claim(&centre, edit(), stall.business, &right).await.unwrap();
        assert_eq!(doors(&centre).await, SHUT, "after a rejection, saying so is not enough");
        let good = ClaimCheckForm { good: true, ..bad };
        let verify = stall.dewi.may(act::VerifyClaim, &place).unwrap();
        business::check_claim(&centre, verify, renewed, &good).await.unwrap();
        assert_eq!(doors(&centre).await, OPEN);
        let page = product(&centre, "songket-subahnale").await.unwrap();
        assert_eq!(page.badge.ends_on.to_string(), "2027-11-24");
        assert_eq!(page.claims.iter().map(|c| c.standing).collect::<Vec<_>>(), [Standing::Verified]);
        business::end_claim(&centre, edit(), renewed).await.unwrap();
        assert_eq!(doors(&centre).await, SHUT);
    }

    async fn a_new_name_is_on_the_shelf_and_in_the_search(centre) {
        let stall = songket(&centre).await;
        let submit = stall.owner.may(act::SubmitProduct, &stall.place(&centre).await).unwrap();
        let form = ProductForm { version: 1, name: "Kain Pelangi".into(), category: "fashion".into(), price: "95.000".into(), ..ProductForm::default() };
        assert_eq!(names(&centre, &words("songket")).await, ["Songket Subahnale"]);
        business::save_product(&centre, submit, stall.business, stall.product, &form).await.unwrap();
        assert_eq!(names(&centre, &words("songket")).await, Vec::<String>::new());
        assert_eq!(names(&centre, &words("kain pelangi")).await, ["Kain Pelangi"]);
        let cheap = Filter { price_max: Some(domain::money::Rupiah(100_000)), ..Filter::default() };
        assert_eq!(names(&centre, &cheap).await, ["Kain Pelangi"]);
    }

    async fn a_misspelt_word_finds_and_relevance_comes_first(centre) {
        let mataram = mataram(&centre).await;
        stall(&centre, &mataram, "Lale Suryani", "Tenun Sari Sukarara", "Songket Subahnale").await;
        stall(&centre, &mataram, "Rohani", "Gerabah Ibu Rohani", "Kendi dengan motif songket").await;
        stall(&centre, &mataram, "Yuliana", "Dapur Way Halim", "Keripik Pisang").await;
        assert_eq!(names(&centre, &words("songkett")).await.len(), 2);
        assert_eq!(names(&centre, &words("songket subahnale")).await[0], "Songket Subahnale");
        assert_eq!(names(&centre, &words("kripik")).await, ["Keripik Pisang"]);
        let facets = shelf(&centre, &words("songkett")).await.facets;
        assert_eq!(facets.categories.iter().map(|c| c.count).sum::<usize>(), 2);
    }
}
