//! What an owner cannot bring about alone: a rejection undone, a checked claim with other papers. And how names
//! are found and kept apart.

use bytes::Bytes;
use domain::{
    access::{Actor, Role, act},
    business::{ClaimCheckForm, ClaimForm, NewBusiness, Standing},
    gallery::ProductForm,
    ids::{ClaimId, MediaId, ProductId},
};

use super::*;
use crate::{
    Centre, both_engines,
    db::{execute, one},
    gallery::tests::{Stall, songket},
    media,
    testing::{curation::maker, village},
};

async fn check(centre: &Centre, stall: &Stall, claim: ClaimId, good: bool) {
    let permit = stall
        .dewi
        .may(act::VerifyClaim, &stall.place(centre).await)
        .unwrap();
    let form = ClaimCheckForm {
        good,
        source: "OSS".into(),
        ..ClaimCheckForm::default()
    };
    check_claim(centre, permit, claim, &form).await.unwrap();
}

async fn declare(centre: &Centre, stall: &Stall, number: &str) -> ClaimId {
    let permit = stall
        .owner
        .may(act::EditBusiness, &stall.place(centre).await)
        .unwrap();
    let form = ClaimForm {
        kind: "nib".into(),
        number: number.into(),
        ..ClaimForm::default()
    };
    declare_claim(centre, permit, stall.business, &form)
        .await
        .unwrap()
}

async fn badge_ends(centre: &Centre, stall: &Stall) -> String {
    let mut conn = centre.db.read().await.unwrap();
    let (day,) = one!(
        conn,
        (chrono::NaiveDate,),
        "SELECT ends_on FROM grades WHERE product_id = $1",
        stall.product
    )
    .unwrap();
    day.to_string()
}

async fn standings(centre: &Centre, stall: &Stall) -> Vec<Standing> {
    let permit = stall
        .owner
        .may(act::ReadBusiness, &stall.place(centre).await)
        .unwrap();
    let file = file(centre, permit, stall.business).await.unwrap();
    file.claims.iter().map(|claim| claim.standing).collect()
}

async fn paper(centre: &Centre, by: &Actor, words: &str) -> MediaId {
    let pdf = Bytes::from(format!("%PDF-1.4\n{words}\n%%EOF\n"));
    media::keep_document(centre, Some(by.person), pdf)
        .await
        .unwrap()
}

fn cloth(name: &str) -> ProductForm {
    ProductForm {
        name: name.into(),
        category: "craft".into(),
        price: "95.000".into(),
        unit: "lembar".into(),
        ..ProductForm::default()
    }
}

both_engines! {
    async fn after_a_rejection_a_badge_comes_back_with_a_checked_licence_only(centre) {
        let stall = songket(&centre).await;
        check(&centre, &stall, stall.nib, false).await;
        assert_eq!(badge_ends(&centre, &stall).await, "2026-11-23", "ended yesterday");
        let another = declare(&centre, &stall, "1203000499999").await;
        assert_eq!(badge_ends(&centre, &stall).await, "2026-11-23", "said, not checked");
        check(&centre, &stall, another, true).await;
        assert_eq!(badge_ends(&centre, &stall).await, "2027-11-24");
        declare(&centre, &stall, "1203000477777").await;
        assert_eq!(badge_ends(&centre, &stall).await, "2027-11-24", "a further one takes nothing away");
    }

    async fn ending_the_rejected_claim_does_not_undo_its_rejection(centre) {
        let stall = songket(&centre).await;
        check(&centre, &stall, stall.nib, false).await;
        let permit = stall.owner.may(act::EditBusiness, &stall.place(&centre).await).unwrap();
        end_claim(&centre, permit, stall.nib).await.unwrap();
        declare(&centre, &stall, "1203000412345").await;
        assert_eq!(badge_ends(&centre, &stall).await, "2026-11-23");
    }

    async fn a_checked_claim_with_another_paper_beside_it_has_to_be_checked_again(centre) {
        let stall = songket(&centre).await;
        let permit = || async { stall.owner.may(act::EditBusiness, &stall.place(&centre).await).unwrap() };
        let nib = paper(&centre, &stall.owner, "NIB 1203000412345").await;
        attach_evidence(&centre, permit().await, stall.nib, nib).await.unwrap();
        assert_eq!(standings(&centre, &stall).await, [Standing::SelfDeclared]);
        check(&centre, &stall, stall.nib, true).await;
        attach_evidence(&centre, permit().await, stall.nib, nib).await.unwrap();
        assert_eq!(standings(&centre, &stall).await, [Standing::Verified], "the same paper again is the same paper");
        let other = paper(&centre, &stall.owner, "Nota pasar").await;
        attach_evidence(&centre, permit().await, stall.nib, other).await.unwrap();
        assert_eq!(standings(&centre, &stall).await, [Standing::SelfDeclared]);
        assert_eq!(badge_ends(&centre, &stall).await, "2027-11-24", "nobody rejected it");
        check(&centre, &stall, stall.nib, false).await;
        attach_evidence(&centre, permit().await, stall.nib, nib).await.unwrap();
        assert_eq!(standings(&centre, &stall).await, [Standing::Rejected], "a rejected one stays rejected");
    }

    async fn a_name_whose_two_addresses_are_taken_finds_a_third(centre) {
        village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let id = ProductId::new();
        let tail = id.0.simple().to_string();
        let taken = ["kain".to_owned(), format!("kain-{}", &tail[tail.len() - 5..])];
        for slug in taken {
            let permit = lale.owner.may(act::SubmitProduct, &lale.place).unwrap();
            let other = ProductId::new();
            save_product(&centre, permit, lale.business, other, &cloth("Lain")).await.unwrap();
            centre.db.write((slug, other), |tx, (slug, other)| Box::pin(async move {
                execute!(tx, "UPDATE products SET slug = $1 WHERE id = $2", slug.as_str(), *other)
            })).await.unwrap();
        }
        let permit = || lale.owner.may(act::SubmitProduct, &lale.place).unwrap();
        save_product(&centre, permit(), lale.business, id, &cloth("Kain")).await.unwrap();
        let file = product_file(&centre, &permit(), id).await.unwrap();
        assert_eq!(file.slug, format!("kain-{}", &tail[tail.len() - 6..]));
    }

    async fn a_name_is_found_however_its_letters_are_written(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let dewi = village::staff(&centre, "Dewi Kartika", Role::Consultant, &mataram).await;
        maker(&centre, "Lale Suryani", "CAFÉ Sukarara").await;
        maker(&centre, "Rohani", "Gerabah Ibu Rohani").await;
        for words in ["café", "CAFÉ", "Café suk", "sukarara"] {
            let found = list(&centre, &dewi, words, 1).await.unwrap();
            assert_eq!(found.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["CAFÉ Sukarara"], "{words}");
            assert_eq!(count(&centre, &dewi, words).await.unwrap(), 1);
        }
        assert_eq!(list(&centre, &dewi, "100%", 1).await.unwrap(), []);
    }

    async fn the_fifty_first_business_stands_on_the_second_page(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let dewi = village::staff(&centre, "Dewi Kartika", Role::Consultant, &mataram).await;
        let lale = village::person(&centre, "Lale Suryani").await;
        for number in 1..=51 {
            let form = NewBusiness { name: format!("Tenun {number:02}"), district: "520202".into(), ..NewBusiness::default() };
            register(&centre, &lale, &form).await.unwrap();
        }
        assert_eq!(count(&centre, &dewi, "").await.unwrap(), 51);
        assert_eq!(list(&centre, &dewi, "", 1).await.unwrap().len() as i64, PER_PAGE);
        let second = list(&centre, &dewi, "", 2).await.unwrap();
        assert_eq!(second.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["Tenun 51"]);
        let siti = village::person(&centre, "Siti Rahmawati").await;
        assert_eq!(count(&centre, &siti, "").await.unwrap(), 0, "nothing within her reach");
    }
}
