//! Products as their makers write them, with their photos.

use domain::{
    business::ClaimKind,
    curation::{Category, Missing, missing},
    gallery::{PhotoForm, TierForm},
    media::PhotoProblem,
    money::Rupiah,
    people::Purpose,
    refusal::Problem,
};

use super::{super::*, *};
use crate::{both_engines, people};

both_engines! {
    async fn a_product_is_written_step_by_step_and_once(centre) {
        let scene = scene(&centre).await;
        let place = place_of(&centre, scene.tenun).await;
        let permit = || scene.lale.may(act::SubmitProduct, &place).unwrap();
        let product = ProductId::new();
        let first = ProductForm { price: String::new(), ..songket() };
        assert_eq!(save_product(&centre, permit(), scene.tenun, product, &first).await.unwrap(), 1);
        let second = ProductForm {
            version: 1,
            description: "Benang katun, emas Bali.".into(),
            capacity: "12".into(),
            tiers: vec![TierForm { from: "5".into(), price: "1.700.000".into() }],
            ..songket()
        };
        assert_eq!(save_product(&centre, permit(), scene.tenun, product, &second).await.unwrap(), 2);
        assert_eq!(
            refused(save_product(&centre, permit(), scene.tenun, product, &second).await),
            Refusal::Stale { version: 2 },
        );
        let file = product_file(&centre, &permit(), product).await.unwrap();
        assert_eq!(file.form.price, "1.850.000");
        assert_eq!(file.form.check().unwrap().tiers[0].price, Rupiah(1_700_000));
        assert_eq!(file.slug, "songket-subahnale");
        assert_eq!(file.missing, [Missing::Photo, Missing::Licence(ClaimKind::Nib)]);
        let all = my_products(&centre, &scene.lale).await.unwrap();
        assert_eq!(all.iter().map(|p| (p.id, p.price, p.state, p.listed)).collect::<Vec<_>>(), [(product, Rupiah(1_850_000), None, false)]);
        let other = draft(&centre, &scene, &songket()).await;
        let file = product_file(&centre, &permit(), other).await.unwrap();
        assert!(file.slug.starts_with("songket-subahnale-"), "{}", file.slug);
    }

    async fn wrong_fields_change_nothing_and_keep_what_was_typed(centre) {
        let scene = scene(&centre).await;
        let product = draft(&centre, &scene, &songket()).await;
        let permit = scene.lale.may(act::SubmitProduct, &place_of(&centre, scene.tenun).await).unwrap();
        let typed = ProductForm { version: 1, price: "1,85 juta".into(), moq: "0".into(), ..songket() };
        let refusal = refused(save_product(&centre, permit.clone(), scene.tenun, product, &typed).await);
        let Refusal::Fields(fields) = &refusal else { panic!("{refusal:?}") };
        assert_eq!(fields.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), ["price", "moq"]);
        let draft = domain::ids::DraftId::new();
        let me = Some(scene.lale.person);
        crate::drafts::keep(&centre.db, draft, me, "product", &typed, Some(&refusal)).await.unwrap();
        let kept = crate::drafts::find::<ProductForm>(&centre.db, draft, me, "product", centre.clock.now()).await.unwrap().unwrap();
        assert_eq!((kept.input, kept.refusal), (typed, Some(refusal)));
        assert_eq!(product_file(&centre, &permit, product).await.unwrap().form.price, "1.850.000");
    }

    async fn another_persons_product_cannot_be_written_by_its_number(centre) {
        let scene = scene(&centre).await;
        let product = draft(&centre, &scene, &songket()).await;
        let rohani = village::person(&centre, "Rohani").await;
        let gerabah = NewBusiness { name: "Gerabah Ibu Rohani".into(), ..tenun() };
        let gerabah = register(&centre, &rohani, &gerabah).await.unwrap();
        let rohani = village::actor(&centre, rohani.person).await;
        let permit = rohani.may(act::SubmitProduct, &place_of(&centre, gerabah).await).unwrap();
        let form = ProductForm { version: 1, ..songket() };
        assert_eq!(refused(save_product(&centre, permit.clone(), gerabah, product, &form).await), Refusal::NotFound);
        assert_eq!(refused(save_product(&centre, permit.clone(), scene.tenun, product, &form).await), Refusal::NotFound);
        assert_eq!(refused(product_file(&centre, &permit, product).await), Refusal::NotFound);
        assert_eq!(refused(delete_product(&centre, permit, product).await), Refusal::NotFound);
    }

    async fn eight_photos_are_kept_in_order_and_a_ninth_or_the_same_again_is_refused(centre) {
        let scene = scene(&centre).await;
        let product = draft(&centre, &scene, &songket()).await;
        let place = place_of(&centre, scene.tenun).await;
        let permit = || scene.lale.may(act::SubmitProduct, &place).unwrap();
        let mut photos = Vec::new();
        for _ in 0..8 {
            let media = photo(&centre, "photo").await;
            attach_photo(&centre, permit(), product, media, &PhotoForm::default()).await.unwrap();
            photos.push(media);
        }
        let ninth = photo(&centre, "photo").await;
        let nothing = PhotoForm::default();
        assert_eq!(refused(attach_photo(&centre, permit(), product, ninth, &nothing).await), Refusal::TooManyPhotos);
        assert_eq!(
            refused(attach_photo(&centre, permit(), product, photos[3], &nothing).await),
            Refusal::Photo(PhotoProblem::Duplicate),
        );
        photos.reverse();
        reorder_photos(&centre, permit(), product, photos.clone()).await.unwrap();
        assert_eq!(
            refused(reorder_photos(&centre, permit(), product, photos[1..].to_vec()).await),
            Refusal::field("photos", Problem::NotAChoice),
        );
        let removed = photos.remove(0);
        remove_photo(&centre, permit(), product, removed).await.unwrap();
        let label = PhotoForm { alt: "Label belakang".into(), shows_label: true, shows_brand: true };
        describe_photo(&centre, permit(), product, photos[0], &label).await.unwrap();
        let kept = product_file(&centre, &permit(), product).await.unwrap().photos;
        assert_eq!(kept.iter().map(|p| p.media).collect::<Vec<_>>(), photos);
        assert!(kept[0].shows_label && kept[0].picture.alt == "Label belakang");
        let document = photo(&centre, "document").await;
        assert_eq!(refused(attach_photo(&centre, permit(), product, document, &nothing).await), Refusal::NotFound);
    }

    async fn readiness_counts_only_what_holds_today(centre) {
        let scene = scene(&centre).await;
        let crisps = ProductForm { name: "Keripik".into(), category: "food".into(), ..songket() };
        let product = draft(&centre, &scene, &crisps).await;
        declare(&centre, &scene, &nib()).await;
        declare(&centre, &scene, &pirt("2026-11-30")).await;
        let ready = |centre: Centre| async move {
            let mut conn = centre.db.read().await.unwrap();
            readiness(&mut conn, product, centre.clock.now()).await.unwrap()
        };
        let today = ready(centre.clone()).await;
        assert_eq!((today.category, today.claims.as_slice()), (Some(Category::Food), [ClaimKind::Nib, ClaimKind::Pirt].as_slice()));
        assert!(today.gallery_consent);
        centre.clock.forward(chrono::Duration::days(8));
        people::revoke_consent(&centre, &scene.lale, Purpose::Gallery).await.unwrap();
        let later = missing(&ready(centre.clone()).await);
        assert!(later.contains(&Missing::Licence(ClaimKind::Pirt)) && later.contains(&Missing::GalleryConsent), "{later:?}");
    }
}
