//! What a business file promises.

use domain::{
    Refusal,
    access::{Actor, Place, Role, act},
    business::{
        Channel, ClaimCheckForm, ClaimForm, ClaimKind, NewBusiness, ProfileForm, SizeClass,
        SnapshotForm, Standing,
    },
    curation::{Category, Missing, missing},
    gallery::{PhotoForm, ProductForm, TierForm},
    ids::{BusinessId, ClaimId, MediaId, ProductId},
    media::PhotoProblem,
    money::Rupiah,
    people::Purpose,
    refusal::Problem,
};

use super::*;
use crate::{
    Centre, Error, both_engines,
    db::{all, execute, one},
    people,
    testing::village,
};

/// A centre in Mataram, a weaver with her business, and a consultant.
struct Scene {
    mataram: Place,
    lale: Actor,
    tenun: BusinessId,
    dewi: Actor,
}

fn tenun() -> NewBusiness {
    NewBusiness {
        name: "Tenun Sari Sukarara".into(),
        district: "520202".into(),
        address: "Dusun Bun Sundak".into(),
        whatsapp: "0812-3456-7890".into(),
    }
}

async fn scene(centre: &Centre) -> Scene {
    let mataram = village::centre(centre, "52", "5271", "PLUT NTB").await;
    let lale = village::person(centre, "Lale Suryani").await;
    let tenun = register(centre, &lale, &tenun()).await.unwrap();
    let lale = village::actor(centre, lale.person).await;
    let dewi = village::staff(centre, "Dewi Kartika", Role::Consultant, &mataram).await;
    Scene {
        mataram,
        lale,
        tenun,
        dewi,
    }
}

async fn place_of(centre: &Centre, business: BusinessId) -> Place {
    place(&mut centre.db.read().await.unwrap(), business)
        .await
        .unwrap()
        .unwrap()
}

fn refused<T: std::fmt::Debug>(result: crate::Result<T>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn nib() -> ClaimForm {
    ClaimForm {
        kind: "nib".into(),
        number: "1203000412345".into(),
        ..ClaimForm::default()
    }
}

fn pirt(last_day: &str) -> ClaimForm {
    ClaimForm {
        kind: "pirt".into(),
        number: "210187101045229".into(),
        expires_on: last_day.into(),
        evidence: None,
    }
}

fn songket() -> ProductForm {
    ProductForm {
        name: "Songket Subahnale".into(),
        category: "fashion".into(),
        price: "1.850.000".into(),
        unit: "lembar".into(),
        ..ProductForm::default()
    }
}

async fn photo(centre: &Centre, kind: &'static str) -> MediaId {
    let id = MediaId::new();
    centre
        .db
        .write((id, kind), |tx, (id, kind)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO media (id, hash, kind, media_type, width, height, tint, bytes, created_at) \
                     VALUES ($1, $2, $3, 'image/webp', 1200, 1500, '#aa8866', 90000, $4)",
                    *id,
                    id.to_string(),
                    *kind,
                    now,
                )?;
                Ok(())
            })
        })
        .await
        .unwrap();
    id
}

async fn draft(centre: &Centre, scene: &Scene, form: &ProductForm) -> ProductId {
    let permit = scene
        .lale
        .may(act::SubmitProduct, &place_of(centre, scene.tenun).await)
        .unwrap();
    let product = ProductId::new();
    save_product(centre, permit, scene.tenun, product, form)
        .await
        .unwrap();
    product
}

async fn declare(centre: &Centre, scene: &Scene, form: &ClaimForm) -> ClaimId {
    let permit = scene
        .lale
        .may(act::EditBusiness, &place_of(centre, scene.tenun).await)
        .unwrap();
    declare_claim(centre, permit, scene.tenun, form)
        .await
        .unwrap()
}

async fn open(centre: &Centre, scene: &Scene, who: &Actor) -> domain::business::BusinessFile {
    let permit = who
        .may(act::ReadBusiness, &place_of(centre, scene.tenun).await)
        .unwrap();
    file(centre, permit, scene.tenun).await.unwrap()
}

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

    async fn a_claim_is_declared_checked_and_ended(centre) {
        let scene = scene(&centre).await;
        let claim = declare(&centre, &scene, &nib()).await;
        let standing = |file: domain::business::BusinessFile| file.claims.iter().map(|c| c.standing).collect::<Vec<_>>();
        assert_eq!(standing(open(&centre, &scene, &scene.lale).await), [Standing::SelfDeclared]);

        let place = place_of(&centre, scene.tenun).await;
        assert!(scene.lale.may(act::VerifyClaim, &place).is_err());
        let permit = scene.dewi.may(act::VerifyClaim, &place).unwrap();
        let good = ClaimCheckForm { good: true, source: "OSS".into(), expires_on: String::new() };
        check_claim(&centre, permit, claim, &good).await.unwrap();
        assert_eq!(standing(open(&centre, &scene, &scene.lale).await), [Standing::Verified]);

        let permit = scene.lale.may(act::EditBusiness, &place).unwrap();
        assert_eq!(refused(declare_claim(&centre, permit.clone(), scene.tenun, &nib()).await), Refusal::AlreadyDone);
        end_claim(&centre, permit.clone(), claim).await.unwrap();
        assert_eq!(standing(open(&centre, &scene, &scene.lale).await), []);
        assert_eq!(refused(end_claim(&centre, permit, claim).await), Refusal::NotFound);
    }

    async fn nobody_checks_a_claim_of_their_own_business(centre) {
        let scene = scene(&centre).await;
        let claim = declare(&centre, &scene, &nib()).await;
        let lale = village::join(&centre, &scene.lale, Role::Consultant, &scene.mataram).await;
        let permit = lale.may(act::VerifyClaim, &place_of(&centre, scene.tenun).await).unwrap();
        let good = ClaimCheckForm { good: true, source: "OSS".into(), expires_on: String::new() };
        assert_eq!(refused(check_claim(&centre, permit, claim, &good).await), Refusal::ConflictOfInterest);
    }

    async fn a_lapsed_claim_gives_way_to_its_renewal(centre) {
        let scene = scene(&centre).await;
        declare(&centre, &scene, &pirt("2026-12-01")).await;
        let lines = list(&centre, &scene.dewi, "", 1).await.unwrap();
        assert_eq!(lines[0].claims_to_mend, 0, "declared and in force");
        centre.clock.forward(chrono::Duration::days(10));
        let lines = list(&centre, &scene.dewi, "", 1).await.unwrap();
        assert_eq!(lines[0].claims_to_mend, 1, "lapsed");
        declare(&centre, &scene, &pirt("2031-12-01")).await;
        let file = open(&centre, &scene, &scene.lale).await;
        assert_eq!(file.claims.iter().map(|c| c.standing).collect::<Vec<_>>(), [Standing::SelfDeclared]);
    }

    async fn the_class_follows_from_the_youngest_figures_with_its_reason(centre) {
        let scene = scene(&centre).await;
        let place = place_of(&centre, scene.tenun).await;
        let record = |who: &Actor, as_of: &str, turnover: &str, evidence: &str| {
            let permit = who.may(act::EditBusiness, &place).unwrap();
            let form = SnapshotForm {
                as_of: as_of.into(),
                turnover: turnover.into(),
                workers_women: "4".into(),
                workers_men: "1".into(),
                evidence: evidence.into(),
            };
            let centre = centre.clone();
            async move { record_snapshot(&centre, permit, scene.tenun, &form).await }
        };
        assert_eq!(
            refused(record(&scene.lale, "2026-10-31", "186.500.000", "documents").await),
            Refusal::field("evidence", Problem::NotAChoice),
        );
        record(&scene.dewi, "2026-10-31", "2.400.000.000", "documents").await.unwrap();
        record(&scene.lale, "2025-10-31", "186.500.000", "stated").await.unwrap();
        let file = open(&centre, &scene, &scene.lale).await;
        let verdict = file.size.unwrap();
        assert_eq!((verdict.class, verdict.source.as_str()), (SizeClass::Small, "PP 7/2021 art. 35"));
        assert_eq!(file.snapshots.iter().map(|s| s.class).collect::<Vec<_>>(), [Some(SizeClass::Small), Some(SizeClass::Micro)]);
        assert_eq!(list(&centre, &scene.dewi, "", 1).await.unwrap()[0].class, Some(SizeClass::Small));
    }

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
