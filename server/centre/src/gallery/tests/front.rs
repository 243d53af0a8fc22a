//! The first page: how much there is, a picture a family, and the best.

use std::collections::BTreeSet;

use domain::{
    curation::Category,
    gallery::{Front, PhotoForm},
    people::Purpose,
};

use super::{super::*, *};
use crate::{both_engines, demo::scale, people, testing::curation};

async fn first_page(centre: &Centre) -> Front {
    centre.gallery.caught_up().await.unwrap();
    front(centre).await.unwrap()
}

/// The first page of a gallery in which nothing stands.
fn nothing() -> Front {
    Front {
        total: 0,
        makers: 0,
        families: vec![],
        best: vec![],
    }
}

/// Curators gave the product an A.
async fn praise(centre: &Centre, product: ProductId) {
    centre
        .db
        .write(product, |tx, product| {
            Box::pin(async move {
                execute!(
                    tx,
                    "UPDATE grades SET grade = $1, score = 91 WHERE product_id = $2 AND replaced_at IS NULL",
                    Grade::A,
                    *product,
                )?;
                crate::feed::note(tx, None, "product", product.0).await
            })
        })
        .await
        .unwrap();
}

/// One more product of a maker, listed for a year.
async fn another(centre: &Centre, stall: &Stall, name: &str, category: Category) -> ProductId {
    let submit = stall
        .owner
        .may(act::SubmitProduct, &stall.place(centre).await)
        .unwrap();
    let id = ProductId::new();
    let form = ProductForm {
        name: name.into(),
        category: category.as_str().into(),
        price: "275.000".into(),
        unit: "buah".into(),
        ..ProductForm::default()
    };
    business::save_product(centre, submit, stall.business, id, &form)
        .await
        .unwrap();
    list(centre, id, true, today() + chrono::Days::new(365)).await;
    id
}

async fn picture(centre: &Centre, stall: &Stall, product: ProductId, alt: &str, colour: [u8; 3]) {
    let submit = stall
        .owner
        .may(act::SubmitProduct, &stall.place(centre).await)
        .unwrap();
    let photo = curation::photo(centre, stall.owner.person, colour).await;
    let said = PhotoForm {
        alt: alt.into(),
        ..PhotoForm::default()
    };
    business::attach_photo(centre, submit, product, photo, &said)
        .await
        .unwrap();
}

/// Each family with its count and what its picture shows.
fn families(front: &Front) -> Vec<(Category, usize, Option<&str>)> {
    let shown = front.families.iter();
    shown
        .map(|f| {
            (
                f.category,
                f.count,
                f.picture.as_ref().map(|p| p.alt.as_str()),
            )
        })
        .collect()
}

both_engines! {
    async fn an_empty_gallery_has_an_empty_first_page(centre) {
        assert_eq!(first_page(&centre).await, nothing());
    }

    async fn it_counts_products_and_makers_and_shows_a_picture_a_family(centre) {
        let mataram = mataram(&centre).await;
        let lale = stall(&centre, &mataram, "Lale Suryani", "Tenun Sari Sukarara", "Songket Subahnale").await;
        let rohani = stall(&centre, &mataram, "Rohani", "Gerabah Ibu Rohani", "Selendang Gerabah").await;
        let jar = another(&centre, &rohani, "Kendi Maling", Category::Craft).await;
        picture(&centre, &lale, lale.product, "Songket merah", [170, 40, 60]).await;
        picture(&centre, &rohani, jar, "Kendi bercerat", [120, 80, 40]).await;
        let front = first_page(&centre).await;
        assert_eq!((front.total, front.makers), (3, 2));
        let counted: Vec<_> = families(&front).into_iter().map(|(category, count, _)| (category, count)).collect();
        assert_eq!(counted, [(Category::Craft, 1), (Category::Fashion, 2)]);
        assert_eq!(families(&front)[0].2, Some("Kendi bercerat"));
        assert_eq!(front.best, [], "nobody has an A yet");
    }

    async fn the_best_are_the_last_curated_with_an_a_one_a_maker(centre) {
        let mataram = mataram(&centre).await;
        let lale = stall(&centre, &mataram, "Lale Suryani", "Tenun Sari Sukarara", "Songket Subahnale").await;
        let rohani = stall(&centre, &mataram, "Rohani", "Gerabah Ibu Rohani", "Kendi Maling").await;
        let yuliana = stall(&centre, &mataram, "Yuliana", "Dapur Way Halim", "Keripik Pisang").await;
        let scarf = another(&centre, &lale, "Selendang Rangrang", Category::Fashion).await;
        for product in [lale.product, rohani.product, scarf] {
            praise(&centre, product).await;
        }
        let front = first_page(&centre).await;
        let best: Vec<_> = front.best.iter().map(|card| (card.name.as_str(), card.grade)).collect();
        assert_eq!(best, [("Selendang Rangrang", Grade::A), ("Kendi Maling", Grade::A)]);
        assert!(front.best.iter().all(|card| card.id != yuliana.product));
    }

    async fn a_family_shows_what_is_not_among_the_best_already_or_else_its_best(centre) {
        let lale = songket(&centre).await;
        picture(&centre, &lale, lale.product, "Songket merah", [170, 40, 60]).await;
        praise(&centre, lale.product).await;
        let front = first_page(&centre).await;
        assert_eq!(families(&front), [(Category::Fashion, 1, Some("Songket merah"))], "there is no other");
        let scarf = another(&centre, &lale, "Selendang Rangrang", Category::Fashion).await;
        picture(&centre, &lale, scarf, "Selendang biru", [40, 60, 170]).await;
        let front = first_page(&centre).await;
        assert_eq!(front.best.iter().map(|card| card.id).collect::<Vec<_>>(), [lale.product]);
        assert_eq!(families(&front), [(Category::Fashion, 2, Some("Selendang biru"))]);
    }

    async fn what_leaves_the_gallery_leaves_the_first_page(centre) {
        let lale = songket(&centre).await;
        praise(&centre, lale.product).await;
        assert_eq!(first_page(&centre).await.best.len(), 1);
        people::revoke_consent(&centre, &lale.owner, Purpose::Gallery).await.unwrap();
        assert_eq!(first_page(&centre).await, nothing());
        people::give_consent(&centre, &lale.owner, Purpose::Gallery).await.unwrap();
        assert_eq!(first_page(&centre).await.best.len(), 1);
        centre.clock.forward(chrono::Duration::days(366));
        assert_eq!(first_page(&centre).await, nothing(), "the badge lapsed");
    }

    async fn in_a_full_gallery_its_numbers_are_those_of_the_shelf(centre) {
        scale::fill(&centre, 60).await.unwrap();
        let (front, all) = (first_page(&centre).await, shelf(&centre, &Filter::default()).await);
        assert_eq!(front.total, all.total);
        let counts = |front: &Front| front.families.iter().map(|f| (f.category, f.count)).collect::<Vec<_>>();
        assert_eq!(counts(&front), all.facets.categories.iter().map(|c| (c.value, c.count)).collect::<Vec<_>>());
        let everything = catalogue(&centre, &Filter::default(), usize::MAX).await.unwrap().cards;
        let makers: BTreeSet<_> = everything.iter().map(|card| &card.maker_slug).collect();
        assert_eq!(front.makers, makers.len());
        let best: BTreeSet<_> = front.best.iter().map(|card| &card.maker_slug).collect();
        assert_eq!((front.best.len(), best.len()), (8, 8), "eight makers at most");
        assert!(front.best.iter().all(|card| card.grade == Grade::A));
    }
}
