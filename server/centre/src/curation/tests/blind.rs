//! What curators must not learn, and makers not yet.

use domain::{
    curation::{Appealing, BlindPhoto},
    gallery::ProductForm,
    review::EntryState,
};

use super::*;
use crate::{
    both_engines,
    curation::{blurred_photo, desk, sheet},
    db::one,
    testing::curation::*,
};

/// A description in which a maker writes down who she is, as makers do.
const TELLTALE: &str = "Songket ditenun oleh Lale Suryani di Tenun Sari Sukarara, Dusun Bun Sundak 17. \
    Pesan ke 0812-3456-7890 atau lale@contoh.id, instagram.com/tenunsari. NIB 1203000412345.";

both_engines! {
    async fn a_sheet_names_nobody(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let form = ProductForm { description: TELLTALE.into(), story: TELLTALE.into(), ..songket() };
        let product = product(&centre, &lale, &form).await;
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;

        let secrets = [
            "Lale", "Suryani", "Tenun Sari", "Sukarara", "Bun Sundak", "0812", "lale@", "instagram", "1203000412345", "210187101045229",
            "Songket Subahnale",
        ];
        // All of it is there to leak.
        let (words, business, address, owner, numbers) = one!(
            centre.db.read().await.unwrap(),
            (String, String, String, String, i64),
            "SELECT p.name || p.description, b.name, b.address, o.name, (SELECT COUNT(*) FROM claims c WHERE c.business_id = b.id) \
             FROM products p JOIN businesses b ON b.id = p.business_id JOIN people o ON o.id = b.owner_id WHERE p.id = $1",
            product,
        ).unwrap();
        let known = format!("{words} {business} {address} {owner}");
        for secret in secrets.iter().filter(|secret| !secret.starts_with("2101")) {
            assert!(known.contains(secret), "{secret} is not there to leak");
        }
        assert_eq!(numbers, 2);

        for chair in chairs(&centre, entry).await {
            let permit = || chair.curator.own(act::ScoreEntry).unwrap();
            let seen = sheet(&centre, permit(), chair.assignment).await.unwrap();
            let desk = desk(&centre, &chair.curator).await.unwrap();
            let wire = serde_json::to_string(&seen).unwrap() + &serde_json::to_string(&desk).unwrap();
            assert!(wire.contains("ditenun oleh") && wire.contains("\"kind\":\"nib\""), "it is this product: {wire}");
            for secret in secrets {
                assert!(!wire.contains(secret), "{secret} in {wire}");
            }
            for id in [lale.owner.person.to_string(), lale.business.to_string(), product.to_string(), entry.to_string()] {
                assert!(!wire.contains(&id), "an identity leads home");
            }
            let BlindPhoto::Clear { picture, .. } = &seen.photos[0] else { panic!("the first shows no brand") };
            assert_eq!(picture.alt, "", "she named herself in the alternative text");
            let BlindPhoto::Blurred { place, label, .. } = seen.photos[1] else { panic!("the second shows the brand") };
            assert!(label);
            blurred_photo(&centre, permit(), chair.assignment, place as usize).await.unwrap();
            for other in [0, 2] {
                assert_eq!(refused(blurred_photo(&centre, permit(), chair.assignment, other).await), Refusal::NotFound);
            }
        }
    }

    async fn what_was_sent_in_stays_as_it_was(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;
        let changed = ProductForm { version: 1, price: "9.000".into(), description: "Lain sama sekali.".into(), ..songket() };
        crate::business::save_product(&centre, submits(&lale), lale.business, product, &changed).await.unwrap();
        let chair = chairs(&centre, entry).await.swap_remove(0);
        let seen = sheet(&centre, chair.curator.own(act::ScoreEntry).unwrap(), chair.assignment).await.unwrap();
        assert_eq!(seen.facts.price.0, 1_850_000);
        assert!(seen.facts.description.starts_with("Songket sutra"));
    }

    async fn a_sheet_belongs_to_one_curator(centre) {
        let (season, _, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        let two = chairs(&centre, entry).await;
        score(&centre, &two[0], even(5)).await.unwrap();
        let permit = two[1].curator.own(act::ScoreEntry).unwrap();
        assert_eq!(refused(sheet(&centre, permit, two[0].assignment).await), Refusal::NotFound);
        let own = sheet(&centre, two[1].curator.own(act::ScoreEntry).unwrap(), two[1].assignment).await.unwrap();
        assert!(own.given.is_empty() && own.total.is_none(), "the other's values stay unknown");
    }

    async fn a_maker_sees_no_score_before_the_announcement(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        let known = async || {
            let listed = crate::curation::my_submissions(&centre, &lale.owner).await.unwrap();
            (read(&centre, &lale, entry).await, listed, crate::business::my_products(&centre, &lale.owner).await.unwrap())
        };
        let before = known().await;
        assert_eq!((before.0.state, &before.0.verdict, &before.0.appeal), (EntryState::InReview, &None, &Appealing::Closed));
        assert_eq!((before.1[0].state, before.1[0].grade, before.1[0].open_tasks), (EntryState::InReview, None, 0));
        assert_eq!((before.2[0].state, before.2[0].grade), (Some(EntryState::InReview), None));
        judge(&centre, entry, &[4, 4]).await;
        assert_eq!(known().await, before, "scored");
        crate::curation::prepare_decisions(&centre, manages(&season), season.round).await.unwrap();
        let (prepared,) = one!(centre.db.read().await.unwrap(), (i64,), "SELECT score FROM decisions WHERE entry_id = $1", entry).unwrap();
        assert_eq!(prepared, 80, "there is a score to leak");
        assert_eq!(known().await, before, "prepared");
        let early = crate::curation::appeal(&centre, answers(&lale), entry, "Label sudah lengkap.".into()).await;
        assert_eq!(refused(early), Refusal::IllegalMove { from: EntryState::InReview }, "nor does a refusal tell");
        release(&centre, manages(&season), season.round).await.unwrap();
        let after = known().await;
        assert_eq!((after.0.state, after.0.verdict.unwrap().score), (EntryState::Released, 80));
        assert_eq!((after.1[0].state, after.1[0].grade), (EntryState::Released, Some((domain::review::Grade::B, 80))));
        assert_eq!(after.2[0].state, Some(EntryState::Released));
    }
}
