//! The picture of a maker and what proves a licence: who may put them there, and who sees them then.

use domain::{gallery::PhotoForm, media::PhotoProblem};

use super::{super::*, *};
use crate::{
    both_engines,
    db::all,
    media::{keep_document, may_open_document, may_see_photo},
    testing::curation,
};

/// A neighbour with a business of her own, and a consultant and a manager of another province.
struct Others {
    rohani: Actor,
    gerabah: BusinessId,
    ayu: Actor,
    bangli: Place,
}

async fn others(centre: &Centre) -> Others {
    let rohani = village::person(centre, "Rohani").await;
    let form = NewBusiness {
        name: "Gerabah Ibu Rohani".into(),
        ..tenun()
    };
    let gerabah = register(centre, &rohani, &form).await.unwrap();
    let bangli = village::centre(centre, "51", "5106", "PLUT Bali").await;
    Others {
        rohani: village::actor(centre, rohani.person).await,
        gerabah,
        ayu: village::staff(centre, "Ni Made Ayu", Role::Consultant, &bangli).await,
        bangli,
    }
}

/// A scanned certificate that Lale uploads.
async fn certificate(centre: &Centre, lale: &Actor) -> MediaId {
    let pdf = bytes::Bytes::from_static(
        b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n",
    );
    keep_document(centre, Some(lale.person), pdf).await.unwrap()
}

/// The picture that Lale's file shows.
async fn portrait(centre: &Centre, scene: &Scene) -> Option<String> {
    let file = open(centre, scene, &scene.lale).await;
    file.photo.map(|picture| picture.hash)
}

/// What Lale's file shows beside its one claim.
async fn proof(centre: &Centre, scene: &Scene) -> Option<MediaId> {
    open(centre, scene, &scene.lale).await.claims[0].evidence
}

/// What Lale did with files, as the record has it.
async fn noted(centre: &Centre, scene: &Scene, act: &str, what: &str) -> usize {
    let mut conn = centre.db.read().await.unwrap();
    let rows = all!(
        conn,
        (String,),
        "SELECT facts FROM audit WHERE actor_id = $1 AND act = $2",
        scene.lale.person,
        act,
    )
    .unwrap();
    rows.iter().filter(|(facts,)| facts.contains(what)).count()
}

both_engines! {
    async fn lale_shows_her_workshop_and_a_newer_picture_takes_its_place(centre) {
        let scene = scene(&centre).await;
        let place = place_of(&centre, scene.tenun).await;
        let edit = || scene.lale.may(act::EditBusiness, &place).unwrap();
        assert_eq!(portrait(&centre, &scene).await, None);
        let loom = photo(&centre, "photo").await;
        set_photo(&centre, edit(), scene.tenun, loom).await.unwrap();
        assert_eq!(portrait(&centre, &scene).await, Some(loom.to_string()));
        let porch = photo(&centre, "photo").await;
        set_photo(&centre, edit(), scene.tenun, porch).await.unwrap();
        assert_eq!(portrait(&centre, &scene).await, Some(porch.to_string()));
        assert_eq!(noted(&centre, &scene, "EditBusiness", "photo").await, 2);
    }

    async fn writing_the_profile_leaves_the_picture(centre) {
        let scene = scene(&centre).await;
        let place = place_of(&centre, scene.tenun).await;
        let edit = || scene.lale.may(act::EditBusiness, &place).unwrap();
        let loom = photo(&centre, "photo").await;
        set_photo(&centre, edit(), scene.tenun, loom).await.unwrap();
        let form = open(&centre, &scene, &scene.lale).await.profile_form();
        edit_profile(&centre, edit(), scene.tenun, &form).await.unwrap();
        assert_eq!(portrait(&centre, &scene).await, Some(loom.to_string()));
    }

    async fn a_certificate_or_nothing_at_all_is_no_picture_of_a_maker(centre) {
        let scene = scene(&centre).await;
        let place = place_of(&centre, scene.tenun).await;
        let edit = || scene.lale.may(act::EditBusiness, &place).unwrap();
        let loom = photo(&centre, "photo").await;
        set_photo(&centre, edit(), scene.tenun, loom).await.unwrap();
        for wrong in [photo(&centre, "document").await, MediaId::new()] {
            let said = set_photo(&centre, edit(), scene.tenun, wrong).await;
            assert_eq!(refused(said), Refusal::Photo(PhotoProblem::NotAPhoto));
        }
        assert_eq!(portrait(&centre, &scene).await, Some(loom.to_string()));
    }

    async fn a_consultant_of_the_centre_helps_with_the_picture_and_nobody_else_does(centre) {
        let (scene, others) = (scene(&centre).await, others(&centre).await);
        let place = place_of(&centre, scene.tenun).await;
        let loom = photo(&centre, "photo").await;
        for stranger in [&others.rohani, &others.ayu] {
            assert!(stranger.may(act::EditBusiness, &place).is_err());
        }
        // Permits for what is their own open nothing here.
        let hers = others.rohani.may(act::EditBusiness, &place_of(&centre, others.gerabah).await).unwrap();
        let foreign = others.ayu.may(act::EditBusiness, &others.bangli).unwrap();
        for permit in [hers, foreign] {
            assert_eq!(refused(set_photo(&centre, permit, scene.tenun, loom).await), Refusal::NotFound);
        }
        assert_eq!(portrait(&centre, &scene).await, None);
        let helped = scene.dewi.may(act::EditBusiness, &place).unwrap();
        assert_eq!(refused(set_photo(&centre, helped.clone(), BusinessId::new(), loom).await), Refusal::NotFound);
        set_photo(&centre, helped, scene.tenun, loom).await.unwrap();
        assert_eq!(portrait(&centre, &scene).await, Some(loom.to_string()));
    }

    async fn a_picture_is_seen_by_those_who_may_read_the_file_from_then_on(centre) {
        let (scene, others) = (scene(&centre).await, others(&centre).await);
        let place = place_of(&centre, scene.tenun).await;
        let loom = curation::photo(&centre, scene.lale.person, [170, 40, 60]).await;
        let who = [Some(&scene.lale), Some(&scene.dewi), Some(&others.rohani), Some(&others.ayu), None];
        let mut seen = Vec::new();
        for who in who {
            seen.push(may_see_photo(&centre, who, loom).await.unwrap());
        }
        assert_eq!(seen, [true, false, false, false, false], "brought, not placed yet");
        let edit = scene.lale.may(act::EditBusiness, &place).unwrap();
        set_photo(&centre, edit, scene.tenun, loom).await.unwrap();
        seen.clear();
        for who in who {
            seen.push(may_see_photo(&centre, who, loom).await.unwrap());
        }
        assert_eq!(seen, [true, true, false, false, false], "no product of hers stands in the gallery");
    }

    async fn a_licence_is_proved_by_a_document_or_a_photo(centre) {
        let scene = scene(&centre).await;
        let claim = declare(&centre, &scene, &nib()).await;
        let place = place_of(&centre, scene.tenun).await;
        let edit = || scene.lale.may(act::EditBusiness, &place).unwrap();
        assert_eq!(proof(&centre, &scene).await, None);
        for kind in ["photo", "document"] {
            let file = photo(&centre, kind).await;
            attach_evidence(&centre, edit(), claim, file).await.unwrap();
            assert_eq!(proof(&centre, &scene).await, Some(file));
        }
        let kept = proof(&centre, &scene).await;
        let said = attach_evidence(&centre, edit(), claim, MediaId::new()).await;
        assert_eq!(refused(said), Refusal::Photo(PhotoProblem::NotADocument));
        assert_eq!(proof(&centre, &scene).await, kept);
        assert_eq!(noted(&centre, &scene, "EditBusiness", "evidence").await, 2);
    }

    async fn nobody_proves_a_licence_of_another_business_or_one_that_was_ended(centre) {
        let (scene, others) = (scene(&centre).await, others(&centre).await);
        let claim = declare(&centre, &scene, &nib()).await;
        let place = place_of(&centre, scene.tenun).await;
        let edit = || scene.lale.may(act::EditBusiness, &place).unwrap();
        let paper = photo(&centre, "document").await;
        let hers = others.rohani.may(act::EditBusiness, &place_of(&centre, others.gerabah).await).unwrap();
        let foreign = others.ayu.may(act::EditBusiness, &others.bangli).unwrap();
        for permit in [hers, foreign] {
            assert_eq!(refused(attach_evidence(&centre, permit, claim, paper).await), Refusal::NotFound);
        }
        assert_eq!(refused(attach_evidence(&centre, edit(), ClaimId::new(), paper).await), Refusal::NotFound);
        assert_eq!(proof(&centre, &scene).await, None);
        end_claim(&centre, edit(), claim).await.unwrap();
        assert_eq!(refused(attach_evidence(&centre, edit(), claim, paper).await), Refusal::NotFound);
    }

    async fn a_certificate_is_opened_by_its_owner_and_her_centre_only(centre) {
        let (scene, others) = (scene(&centre).await, others(&centre).await);
        let claim = declare(&centre, &scene, &nib()).await;
        let curator = village::staff(&centre, "Baiq Ratna", Role::Curator, &scene.mataram).await;
        let paper = certificate(&centre, &scene.lale).await;
        let who = [&scene.lale, &scene.dewi, &curator, &others.rohani, &others.ayu];
        let mut opened = Vec::new();
        for who in who {
            opened.push(may_open_document(&centre, who, paper).await.unwrap());
        }
        assert_eq!(opened, [true, false, false, false, false], "uploaded, beside no licence yet");
        let edit = scene.lale.may(act::EditBusiness, &place_of(&centre, scene.tenun).await).unwrap();
        attach_evidence(&centre, edit, claim, paper).await.unwrap();
        opened.clear();
        for who in who {
            opened.push(may_open_document(&centre, who, paper).await.unwrap());
        }
        assert_eq!(opened, [true, true, false, false, false]);
    }

    async fn photos_of_a_product_are_changed_by_its_maker_and_her_consultant_only(centre) {
        let (scene, others) = (scene(&centre).await, others(&centre).await);
        let product = draft(&centre, &scene, &songket()).await;
        let place = place_of(&centre, scene.tenun).await;
        let (front, back) = (photo(&centre, "photo").await, photo(&centre, "photo").await);
        let said = PhotoForm { alt: "Dari depan".into(), ..PhotoForm::default() };
        let lale = scene.lale.may(act::SubmitProduct, &place).unwrap();
        attach_photo(&centre, lale.clone(), product, front, &said).await.unwrap();

        assert!(others.rohani.may(act::SubmitProduct, &place).is_err());
        assert!(others.ayu.may(act::SubmitProduct, &place).is_err());
        let hers = others.rohani.may(act::SubmitProduct, &place_of(&centre, others.gerabah).await).unwrap();
        let foreign = others.ayu.may(act::SubmitProduct, &others.bangli).unwrap();
        for permit in [hers, foreign] {
            let again = || permit.clone();
            assert_eq!(refused(attach_photo(&centre, again(), product, back, &said).await), Refusal::NotFound);
            assert_eq!(refused(describe_photo(&centre, again(), product, front, &said).await), Refusal::NotFound);
            assert_eq!(refused(reorder_photos(&centre, again(), product, vec![front]).await), Refusal::NotFound);
            assert_eq!(refused(remove_photo(&centre, again(), product, front).await), Refusal::NotFound);
        }
        let dewi = scene.dewi.may(act::SubmitProduct, &place).unwrap();
        attach_photo(&centre, dewi, product, back, &PhotoForm::default()).await.unwrap();
        let kept = product_file(&centre, &lale, product).await.unwrap().photos;
        let kept: Vec<_> = kept.iter().map(|line| (line.media, line.picture.alt.as_str())).collect();
        assert_eq!(kept, [(front, "Dari depan"), (back, "")]);
    }
}
