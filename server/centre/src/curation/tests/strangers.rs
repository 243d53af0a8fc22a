//! Another centre's people find nothing here.

use domain::{
    access::Role,
    curation::Decision,
    ids::{AssignmentId, RoundId},
    review::AbstainReason,
};

use super::*;
use crate::{
    both_engines,
    curation::{
        abstain, answer_appeal, appeal, appeals, assign as by_hand, assign_round, carry_over,
        decide, edit_round, load_rubric, plan_round, prepare_decisions, preview, prolong_review,
        release as announce_all, round as round_of, round_overview, rubrics, score as give,
        set_expertise, sheet, submit as send, unassign, undecide, withdraw,
    },
    testing::{curation::*, village},
};

both_engines! {
    async fn another_centres_manager_finds_nothing(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        let open = chairs(&centre, entry).await.swap_remove(0);
        let rubric = rubrics(&centre, &season.siti.may(act::EditRubric, &season.place).unwrap()).await.unwrap()[0].id;

        let bangli = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let gede = village::staff(&centre, "I Gede Wirawan", Role::Manager, &bangli).await;
        let other = || gede.may(act::ManageRounds, &bangli).unwrap();
        let his = round(&centre, &gede, &bangli, "Kurasi Bali").await;
        assert!(gede.may(act::ManageRounds, &season.place).is_err());
        let none = Refusal::NotFound;
        assert_eq!(refused(round_of(&centre, &other(), season.round).await), none);
        assert_eq!(refused(round_overview(&centre, &other(), season.round).await), none);
        assert_eq!(refused(plan_round(&centre, &other(), season.round).await), none);
        assert_eq!(refused(assign_round(&centre, other(), season.round).await), none);
        assert_eq!(refused(edit_round(&centre, other(), season.round, round_form(&centre, "Milik saya")).await), none);
        assert_eq!(refused(by_hand(&centre, other(), entry, season.curators[4].person).await), none);
        assert_eq!(refused(unassign(&centre, other(), open.assignment).await), none);
        assert_eq!(refused(prepare_decisions(&centre, other(), season.round).await), none);
        assert_eq!(refused(preview(&centre, &other(), season.round).await), none);
        assert_eq!(refused(decide(&centre, other(), entry, Decision::Passed, String::new()).await), none);
        assert_eq!(refused(undecide(&centre, other(), entry).await), none);
        assert_eq!(refused(carry_over(&centre, other(), entry, his).await), none);
        assert_eq!(refused(announce_all(&centre, other(), season.round, "").await), none);
        assert_eq!(refused(appeals(&centre, &other(), season.round).await), none);
        assert_eq!(refused(prolong_review(&centre, other(), entry).await), none);
        assert_eq!(refused(set_expertise(&centre, other(), season.curators[0].person, vec![]).await), none);
        let edits = gede.may(act::EditRubric, &bangli).unwrap();
        assert_eq!(refused(load_rubric(&centre, &edits, rubric).await), none);

        judge(&centre, entry, &[3, 3]).await;
        announce(&centre, &season, season.round).await;
        let made = appeal(&centre, answers(&lale), entry, "Nilai kemasan terlalu rendah.".into()).await.unwrap();
        assert_eq!(refused(answer_appeal(&centre, other(), made, true, "Saya kabulkan saja.".into()).await), none);
    }

    async fn a_neighbour_neither_reads_nor_takes_back_nor_objects(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let rohani = maker(&centre, "Rohani", "Gerabah Ibu Rohani").await;
        let product = product(&centre, &lale, &songket()).await;
        assert_eq!(refused(send(&centre, submits(&rohani), product).await), Refusal::NotFound);
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;
        let permit = rohani.owner.may(act::ReadSubmission, &rohani.place).unwrap();
        assert_eq!(refused(super::result(&centre, permit, entry).await), Refusal::NotFound);
        assert_eq!(refused(withdraw(&centre, answers(&rohani), entry).await), Refusal::NotFound);
        let words = "Saya keberatan atas nilai tetangga.".to_owned();
        assert_eq!(refused(appeal(&centre, answers(&rohani), entry, words).await), Refusal::NotFound);
        let ratna = season.curators[2].own(act::ScoreEntry).unwrap();
        let open = chairs(&centre, entry).await.swap_remove(0);
        assert_eq!(refused(give(&centre, ratna.clone(), open.assignment, vec![]).await), Refusal::NotFound, "not her seat");
        let step_back = abstain(&centre, ratna.clone(), open.assignment, AbstainReason::Other, String::new()).await;
        assert_eq!(refused(step_back), Refusal::NotFound, "whose seat it is comes before what was written");
        assert_eq!(refused(sheet(&centre, ratna, AssignmentId::new()).await), Refusal::NotFound);
        assert_eq!(refused(assign_round(&centre, manages(&season), RoundId::new()).await), Refusal::NotFound);
    }

    async fn staff_who_read_a_submission_are_noted_as_readers(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        read(&centre, &lale, entry).await;
        let permit = season.siti.may(act::ReadSubmission, &lale.place).unwrap();
        super::result(&centre, permit, entry).await.unwrap();
        let rows = crate::db::all!(
            centre.db.read().await.unwrap(),
            (String, String),
            "SELECT p.name, r.what FROM readings r JOIN people p ON p.id = r.reader_id WHERE r.subject_id = $1",
            lale.owner.person,
        ).unwrap();
        assert_eq!(rows, [("Siti Rahmawati".to_owned(), "submission".to_owned())]);
    }
}
