//! Shelves that curators arrange.

use domain::{gallery::CollectionForm, ids::CollectionId, people::Purpose, refusal::Problem};

use super::{super::*, *};
use crate::{both_engines, people};

fn form(title: &str, products: Vec<ProductId>) -> CollectionForm {
    CollectionForm {
        title_id: title.into(),
        title_en: "Woven gold".into(),
        products,
        ..CollectionForm::default()
    }
}

both_engines! {
    async fn a_collection_is_public_once_published_and_keeps_the_curators_order(centre) {
        let mataram = mataram(&centre).await;
        let first = stall(&centre, &mataram, "Lale Suryani", "Tenun Sari Sukarara", "Songket Subahnale").await;
        let second = stall(&centre, &mataram, "Rohani", "Gerabah Ibu Rohani", "Kendi Maling").await;
        let baiq = village::staff(&centre, "Baiq Nurhayati", Role::Curator, &first.mataram).await;
        let permit = || baiq.may(act::ManageCollections, &mataram).unwrap();
        let id = CollectionId::new();
        save_collection(&centre, permit(), id, &form("Emas Tenunan", vec![second.product, first.product])).await.unwrap();
        assert_eq!(refused(collection(&centre, "emas-tenunan").await), Refusal::NotFound);
        assert_eq!(collections(&centre).await.unwrap(), []);
        let within = Filter { collection: Some("emas-tenunan".into()), ..Filter::default() };
        assert_eq!(names(&centre, &within).await, Vec::<String>::new());

        publish_collection(&centre, permit(), id, true).await.unwrap();
        let order = ["Kendi Maling", "Songket Subahnale"];
        assert_eq!(names(&centre, &within).await, order);
        let page = collection(&centre, "emas-tenunan").await.unwrap();
        assert_eq!(page.products.iter().map(|card| card.name.as_str()).collect::<Vec<_>>(), order);
        assert_eq!(page.title.get(domain::language::Language::En), "Woven gold");
        assert_eq!(sitemap(&centre).await.unwrap().collections, ["emas-tenunan"]);

        people::revoke_consent(&centre, &second.owner, Purpose::Gallery).await.unwrap();
        assert_eq!(names(&centre, &within).await, ["Songket Subahnale"]);
        assert_eq!(collection(&centre, "emas-tenunan").await.unwrap().products.len(), 1);

        publish_collection(&centre, permit(), id, false).await.unwrap();
        assert_eq!(refused(collection(&centre, "emas-tenunan").await), Refusal::NotFound);
        assert_eq!(arrangeable(&centre, &baiq).await.unwrap().len(), 1);
    }

    async fn what_may_not_be_shown_cannot_be_arranged(centre) {
        let stall = songket(&centre).await;
        let baiq = village::staff(&centre, "Baiq Nurhayati", Role::Curator, &stall.mataram).await;
        let permit = || baiq.may(act::ManageCollections, &stall.mataram).unwrap();
        save_collection(&centre, permit(), CollectionId::new(), &form("Emas", vec![stall.product])).await.unwrap();
        people::revoke_consent(&centre, &stall.owner, Purpose::Gallery).await.unwrap();
        assert_eq!(
            refused(save_collection(&centre, permit(), CollectionId::new(), &form("Emas", vec![stall.product])).await),
            Refusal::field("products", Problem::NotAChoice),
        );
    }

    async fn a_curator_of_another_centre_does_not_find_it(centre) {
        let stall = songket(&centre).await;
        let baiq = village::staff(&centre, "Baiq Nurhayati", Role::Curator, &stall.mataram).await;
        let id = CollectionId::new();
        save_collection(&centre, baiq.may(act::ManageCollections, &stall.mataram).unwrap(), id, &form("Emas", vec![])).await.unwrap();
        let bangli = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let ratna = village::staff(&centre, "Ratna Puspita", Role::Curator, &bangli).await;
        let permit = || ratna.may(act::ManageCollections, &bangli).unwrap();
        assert_eq!(refused(save_collection(&centre, permit(), id, &form("Perak", vec![])).await), Refusal::NotFound);
        assert_eq!(refused(publish_collection(&centre, permit(), id, true).await), Refusal::NotFound);
        assert_eq!(arrangeable(&centre, &ratna).await.unwrap(), []);
        assert_eq!(arrangeable(&centre, &baiq).await.unwrap()[0].title.id, "Emas");
    }
}
