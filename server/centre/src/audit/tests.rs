//! What the record promises.

use domain::{
    Refusal,
    access::{Role, act},
    audit::{Break, Verdict},
    review::AbstainReason,
};
use uuid::Uuid;

use super::{note, recent, seal, verify::whole_chain as verify};
use crate::{
    Centre, both_engines, curation,
    db::{execute, one},
    review,
    testing::{
        curation::{assign, chairs, even, maker, product, score, season, songket, submit},
        village,
    },
};

/// Notes `count` lines, the first of which was done to thing 0.
async fn noted(centre: &Centre, count: u128) {
    let write = centre.db.write(count, |tx, count| {
        Box::pin(async move {
            for number in 0..*count {
                note(
                    tx,
                    None,
                    None,
                    "Weave",
                    "cloth",
                    Uuid::from_u128(number),
                    number as u64,
                )
                .await?;
            }
            Ok(())
        })
    });
    write.await.unwrap();
}

/// What somebody with the database's password could do.
async fn by_hand(centre: &Centre, statement: &'static str) {
    let changed = centre.db.write(statement, |tx, statement| {
        Box::pin(async move { execute!(tx, *statement) })
    });
    assert!(
        changed.await.unwrap() > 0,
        "nothing was changed: {statement}"
    );
}

async fn broken(centre: &Centre) -> (i64, Break) {
    match verify(centre).await.unwrap() {
        Verdict::Broken { seal, why } => (seal, why),
        whole => panic!("not found: {whole:?}"),
    }
}

/// Two seals with 1,000 and 3 lines.
async fn sealed(centre: &Centre) {
    noted(centre, 1003).await;
    assert_eq!(seal(centre).await.unwrap(), 1003);
    assert!(matches!(
        verify(centre).await.unwrap(),
        Verdict::Whole {
            seals: 2,
            sealed: 1003,
            unsealed: 0,
            ..
        }
    ));
}

both_engines! {
    async fn lines_are_sealed_once_and_later_ones_by_the_next_seal(centre) {
        assert_eq!(seal(&centre).await.unwrap(), 0);
        noted(&centre, 3).await;
        assert_eq!(seal(&centre).await.unwrap(), 3);
        assert_eq!(seal(&centre).await.unwrap(), 0);
        noted(&centre, 2).await;
        let Verdict::Whole { seals: 1, sealed: 3, unsealed: 2, head } = verify(&centre).await.unwrap() else { panic!("not whole") };
        assert_eq!(seal(&centre).await.unwrap(), 2);
        let Verdict::Whole { seals: 2, sealed: 5, unsealed: 0, head: next } = verify(&centre).await.unwrap() else { panic!("not whole") };
        assert_ne!(head, next);
    }

    async fn a_changed_line_is_found(centre) {
        sealed(&centre).await;
        by_hand(&centre, "UPDATE audit SET facts = '7' WHERE facts = '1002'").await;
        assert_eq!(broken(&centre).await, (2, Break::LineChanged));
        by_hand(&centre, "UPDATE audit SET facts = '1002' WHERE facts = '7' AND entity_id LIKE '%3ea'").await;
        assert!(matches!(verify(&centre).await.unwrap(), Verdict::Whole { .. }), "put back, it fits again");
        by_hand(&centre, "UPDATE audit SET act = 'Rip' WHERE facts = '5'").await;
        assert_eq!(broken(&centre).await, (1, Break::LineChanged));
    }

    async fn a_removed_line_is_found(centre) {
        sealed(&centre).await;
        by_hand(&centre, "DELETE FROM audit WHERE facts = '5'").await;
        assert_eq!(broken(&centre).await, (1, Break::LineCount { sealed: 1000, found: 999 }));
    }

    async fn a_line_slipped_under_a_seal_is_found(centre) {
        sealed(&centre).await;
        noted(&centre, 1).await;
        by_hand(&centre, "UPDATE audit SET seal_id = (SELECT id FROM audit_seals WHERE number = 2) WHERE seal_id IS NULL").await;
        assert_eq!(broken(&centre).await, (2, Break::LineCount { sealed: 3, found: 4 }));
    }

    async fn a_line_taken_out_of_its_seal_is_found(centre) {
        sealed(&centre).await;
        by_hand(&centre, "UPDATE audit SET seal_id = NULL WHERE facts = '1001'").await;
        assert_eq!(broken(&centre).await, (2, Break::LineCount { sealed: 3, found: 2 }));
    }

    async fn a_changed_or_removed_seal_is_found(centre) {
        sealed(&centre).await;
        by_hand(&centre, "UPDATE audit_seals SET hash = previous_hash WHERE number = 1").await;
        assert_eq!(broken(&centre).await, (1, Break::LineChanged));
        by_hand(&centre, "DELETE FROM audit_seals WHERE number = 1").await;
        assert_eq!(broken(&centre).await, (1, Break::SealChanged));
    }

    async fn a_last_seal_that_is_gone_leaves_its_lines_behind(centre) {
        sealed(&centre).await;
        by_hand(&centre, "DELETE FROM audit_seals WHERE number = 2").await;
        assert_eq!(broken(&centre).await, (2, Break::SealGone));
    }

    async fn two_sealers_at_once_seal_each_line_once(centre) {
        noted(&centre, 1500).await;
        let sealers = (0..2).map(|_| {
            let centre = centre.clone();
            tokio::spawn(async move { seal(&centre).await })
        });
        // One may be told that the other was first; its job is simply run again.
        let _ = futures::future::join_all(sealers).await;
        seal(&centre).await.unwrap();
        assert!(matches!(verify(&centre).await.unwrap(), Verdict::Whole { sealed: 1500, unsealed: 0, .. }));
    }

    async fn a_score_a_stepping_back_and_a_conflict_stand_in_the_centres_record(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari").await;
        let product = product(&centre, &lale, &songket()).await;
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;
        let two = chairs(&centre, entry).await;
        score(&centre, &two[0], even(4)).await.unwrap();
        let permit = || two[1].curator.own(act::ScoreEntry).unwrap();
        curation::abstain(&centre, permit(), two[1].assignment, AbstainReason::Other, "Sedang sakit".into()).await.unwrap();
        review::declare_conflict(&centre, permit(), lale.business).await.unwrap();
        let permit = season.siti.may(act::ReadAudit, &season.place).unwrap();
        let deeds = recent(&centre, &permit, 3).await.unwrap();
        let deeds: Vec<_> = deeds.iter().rev().map(|deed| (deed.actor.as_deref().unwrap(), deed.act.as_str(), deed.entity.as_str())).collect();
        let (first, second) = (two[0].curator.name.as_str(), two[1].curator.name.as_str());
        assert_eq!(deeds, [(first, "ScoreEntry", "assignment"), (second, "ScoreEntry", "assignment"), (second, "ScoreEntry", "conflict")]);
    }

    async fn a_manager_reads_what_was_done_at_her_centre_and_not_at_another(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let bangli = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        for place in [&mataram, &bangli] {
            let data = (siti.person, place.centre);
            centre.db.write(data, |tx, (siti, centre)| Box::pin(async move {
                note(tx, Some(*siti), Some(*centre), "ManageRounds", "round", centre.0, ()).await
            })).await.unwrap();
        }
        let (lines,) = one!(centre.db.read().await.unwrap(), (i64,), "SELECT COUNT(*) FROM audit WHERE act = 'ManageRounds'").unwrap();
        assert_eq!(lines, 2, "there is a line of Bali that could leak");
        seal(&centre).await.unwrap();
        let permit = siti.may(act::ReadAudit, &mataram).unwrap();
        let deeds = recent(&centre, &permit, 50).await.unwrap();
        assert_eq!(deeds.len(), 1);
        assert_eq!((deeds[0].actor.as_deref(), deeds[0].sealed), (Some("Siti Rahmawati"), true));
        assert_eq!(deeds[0].entity_id, mataram.centre.to_string());
        assert_eq!(siti.may(act::ReadAudit, &bangli).err(), Some(Refusal::NotFound));
    }
}
