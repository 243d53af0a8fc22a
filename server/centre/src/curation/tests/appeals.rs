//! Objecting to a decision.

use chrono::Duration;
use domain::{
    curation::Appealing,
    review::{EntryState, Grade},
};

use super::*;
use crate::{
    both_engines,
    curation::{
        answer_appeal, appeal, appeals, desk, prolong_review, submit as send, why, withdraw,
    },
    db::execute,
    notices,
    testing::{curation::*, village},
};

const REASON: &str = "Label sudah lengkap sejak awal, foto kedua menunjukkannya.";
const ANSWER: &str = "Foto kedua memang tidak terbuka bagi kurator.";

/// Lale with a songket that got a C.
async fn graded(centre: &Centre) -> (Season, Maker, EntryId) {
    let (season, lale, entry) = with_songket(centre).await;
    assign(centre, &season, season.round).await;
    judge(centre, entry, &[3, 3]).await;
    announce(centre, &season, season.round).await;
    (season, lale, entry)
}

both_engines! {
    async fn a_granted_objection_brings_two_new_curators_and_the_old_grade_stands_meanwhile(centre) {
        let (season, lale, entry) = graded(&centre).await;
        let first: Vec<_> = chairs(&centre, entry).await.into_iter().map(|chair| chair.curator.person).collect();
        assert!(matches!(read(&centre, &lale, entry).await.appeal, Appealing::Open { .. }));
        let made = appeal(&centre, answers(&lale), entry, REASON.into()).await.unwrap();
        assert!(matches!(read(&centre, &lale, entry).await.appeal, Appealing::Waiting { .. }));
        let told = notices::list(&centre, &season.siti, 1).await.unwrap();
        assert!(matches!(told[0].notice, domain::notices::Notice::AppealCame { .. }), "the manager hears of it: {told:?}");
        let listed = appeals(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!((listed.len(), listed[0].id, listed[0].grade, listed[0].granted), (1, made, Grade::C, None));
        answer_appeal(&centre, manages(&season), made, true, ANSWER.into()).await.unwrap();
        assert_eq!(read(&centre, &lale, entry).await.appeal, Appealing::Answered { granted: true, answer: ANSWER.into() });
        let told = notices::list(&centre, &lale.owner, 1).await.unwrap();
        assert!(matches!(told[0].notice, domain::notices::Notice::AppealAnswered { granted: true, .. }));

        let again = chairs(&centre, entry).await;
        assert_eq!(again.len(), 2);
        assert!(again.iter().all(|chair| !first.contains(&chair.curator.person)), "others than before");
        assert_eq!(desk(&centre, &again[0].curator).await.unwrap().queue.len(), 1, "though the round is announced");
        assert_eq!(gallery(&centre).await, ["Songket Subahnale"], "the old grade stands");
        assert_eq!(read(&centre, &lale, entry).await.verdict.unwrap().grade, Grade::C);
        assert!(!read(&centre, &lale, entry).await.may_withdraw);

        judge(&centre, entry, &[4, 4]).await;
        assert_eq!(announce(&centre, &season, season.round).await, 1);
        let after = read(&centre, &lale, entry).await;
        let verdict = after.verdict.unwrap();
        assert_eq!((verdict.grade, verdict.score), (Grade::B, 80));
        assert_eq!(verdict.tasks.len(), 6, "the tasks of the first review, none of them twice");
        let product = after.product;
        let why = why(&mut centre.db.read().await.unwrap(), product).await.unwrap().unwrap();
        assert_eq!(why.stairs.iter().map(|step| step.score).collect::<Vec<_>>(), [60, 80]);
        assert_eq!(refused(appeal(&centre, answers(&lale), entry, REASON.into()).await), Refusal::AlreadyDone, "once");
    }

    async fn a_second_review_that_ran_out_of_time_is_prolonged(centre) {
        let (season, lale, entry) = graded(&centre).await;
        assert_eq!(refused(prolong_review(&centre, manages(&season), entry).await), Refusal::IllegalMove { from: EntryState::Released });
        let made = appeal(&centre, answers(&lale), entry, REASON.into()).await.unwrap();
        answer_appeal(&centre, manages(&season), made, true, ANSWER.into()).await.unwrap();
        centre.clock.forward(Duration::days(domain::review::APPEAL_REVIEW_DAYS));
        let again = chairs(&centre, entry).await;
        assert_eq!(refused(score(&centre, &again[0], even(4)).await), Refusal::ScoringClosed);
        prolong_review(&centre, manages(&season), entry).await.unwrap();
        judge(&centre, entry, &[4, 4]).await;
        assert_eq!(announce(&centre, &season, season.round).await, 1);
    }

    async fn a_refused_objection_changes_nothing_but_is_answered(centre) {
        let (season, lale, entry) = graded(&centre).await;
        let made = appeal(&centre, answers(&lale), entry, REASON.into()).await.unwrap();
        let short = answer_appeal(&centre, manages(&season), made, false, "Tidak.".into()).await;
        assert!(matches!(refused(short), Refusal::Fields(_)), "a no needs reasons");
        answer_appeal(&centre, manages(&season), made, false, ANSWER.into()).await.unwrap();
        assert_eq!(refused(answer_appeal(&centre, manages(&season), made, true, ANSWER.into()).await), Refusal::AlreadyDone);
        let after = read(&centre, &lale, entry).await;
        assert_eq!((after.state, after.appeal), (EntryState::Released, Appealing::Answered { granted: false, answer: ANSWER.into() }));
        assert_eq!(after.verdict.unwrap().grade, Grade::C);
        assert_eq!(refused(appeal(&centre, answers(&lale), entry, REASON.into()).await), Refusal::AlreadyDone);
    }

    async fn an_objection_after_a_week_comes_too_late(centre) {
        let (_season, lale, entry) = graded(&centre).await;
        let until = centre.clock.now() + Duration::days(WEEK);
        centre.clock.forward(Duration::days(WEEK));
        assert_eq!(refused(appeal(&centre, answers(&lale), entry, REASON.into()).await), Refusal::AppealOver { until });
        assert_eq!(read(&centre, &lale, entry).await.appeal, Appealing::Closed);
        centre.clock.forward(Duration::microseconds(-1));
        appeal(&centre, answers(&lale), entry, REASON.into()).await.unwrap();
    }

    async fn there_is_nothing_to_object_to_before_the_announcement(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        let early = appeal(&centre, answers(&lale), entry, REASON.into()).await;
        assert_eq!(refused(early), Refusal::IllegalMove { from: EntryState::InReview });
    }

    async fn no_objection_is_granted_where_no_two_others_could_judge(centre) {
        let (season, lale, entry) = graded(&centre).await;
        let [baiq, hamdan, _ratna, ketut, sri] = &season.curators;
        leaves(&centre, &season, ketut).await;
        leaves(&centre, &season, sri).await;
        let made = appeal(&centre, answers(&lale), entry, REASON.into()).await.unwrap();
        let grant = async || answer_appeal(&centre, manages(&season), made, true, ANSWER.into()).await;
        assert_eq!(refused(grant().await), Refusal::TooFewReviewers { free: 1, wanted: 2 }, "three curators, two of whom judged it");
        let waits = read(&centre, &lale, entry).await;
        assert_eq!(waits.state, EntryState::Released, "and it is not locked");
        assert!(matches!(waits.appeal, Appealing::Waiting { .. }), "the objection still waits");

        let made_wirawan = village::staff(&centre, "Made Wirawan", Role::Curator, &season.place).await;
        crate::curation::declare_conflict(&centre, made_wirawan.own(act::ScoreEntry).unwrap(), lale.business).await.unwrap();
        assert_eq!(refused(grant().await), Refusal::TooFewReviewers { free: 1, wanted: 2 }, "her neighbour is no help");
        village::staff(&centre, "Nyoman Rai", Role::Curator, &season.place).await;
        grant().await.unwrap();
        let again = chairs(&centre, entry).await;
        assert_eq!(again.len(), 2);
        assert!(again.iter().all(|chair| ![baiq.person, hamdan.person].contains(&chair.curator.person)));
        judge(&centre, entry, &[4, 4]).await;
        assert_eq!(announce(&centre, &season, season.round).await, 1);
    }

    async fn an_objection_never_reaches_over_a_newer_submission(centre) {
        let (season, lale, first) = graded(&centre).await;
        let product = read(&centre, &lale, first).await.product;
        round(&centre, &season.siti, &season.place, "Kurasi Desember 2026").await;
        let second = submit(&centre, &lale, product).await;
        assert_eq!(refused(appeal(&centre, answers(&lale), first, REASON.into()).await), Refusal::SentInAgain);
        assert_eq!(read(&centre, &lale, first).await.appeal, Appealing::Closed, "nor is it offered");

        withdraw(&centre, answers(&lale), second).await.unwrap();
        assert!(matches!(read(&centre, &lale, first).await.appeal, Appealing::Open { .. }), "what was taken back counts for nothing");
        let made = appeal(&centre, answers(&lale), first, REASON.into()).await.unwrap();
        assert_eq!(refused(send(&centre, submits(&lale), product).await), Refusal::AppealWaiting);
        answer_appeal(&centre, manages(&season), made, false, ANSWER.into()).await.unwrap();
        submit(&centre, &lale, product).await;
    }

    async fn an_objection_from_before_a_newer_submission_is_answered_but_not_granted(centre) {
        let (season, lale, first) = graded(&centre).await;
        let product = read(&centre, &lale, first).await.product;
        round(&centre, &season.siti, &season.place, "Kurasi Desember 2026").await;
        submit(&centre, &lale, product).await;
        let old = (domain::ids::AppealId::new(), first, season.place.centre, lale.owner.person);
        centre.db.write(old, |tx, (id, entry, centre, by)| Box::pin(async move {
            let now = tx.now();
            execute!(
                tx,
                "INSERT INTO appeals (id, entry_id, centre_id, reason, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)",
                *id, *entry, *centre, REASON, *by, now,
            )
        })).await.unwrap();
        let grant = answer_appeal(&centre, manages(&season), old.0, true, ANSWER.into()).await;
        assert_eq!(refused(grant), Refusal::SentInAgain);
        assert_eq!(read(&centre, &lale, first).await.state, EntryState::Released);
        answer_appeal(&centre, manages(&season), old.0, false, ANSWER.into()).await.unwrap();
    }

    async fn two_objections_at_once_are_one(centre) {
        let (season, lale, entry) = graded(&centre).await;
        let (one, two) = tokio::join!(
            appeal(&centre, answers(&lale), entry, REASON.into()),
            appeal(&centre, answers(&lale), entry, REASON.into())
        );
        let lost = if one.is_ok() { two } else { one };
        assert_eq!(refused(lost), Refusal::AlreadyDone);
        assert_eq!(appeals(&centre, &manages(&season), season.round).await.unwrap().len(), 1);
    }
}
