//! The one door between states, and the dates that open it.

use chrono::Duration;
use domain::review::{EntryState, Move, Phase};

use super::*;
use crate::{
    both_engines,
    curation::{
        assign_round, carry_over, decide, desk, edit_round, prepare_decisions, preview,
        round as round_of, round_overview, submit as send, undecide, withdraw,
    },
    db::{execute, one},
    review,
    testing::curation::*,
};

async fn state(centre: &Centre, entry: EntryId) -> EntryState {
    one!(
        centre.db.read().await.unwrap(),
        (EntryState,),
        "SELECT state FROM entries WHERE id = $1",
        entry
    )
    .unwrap()
    .0
}

both_engines! {
    async fn no_state_is_left_but_through_the_door(centre) {
        let _season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        let entry = submit(&centre, &lale, product).await;
        let (mut legal, mut refusals) = (0, 0);
        for from in EntryState::ALL {
            for by in Move::ALL {
                centre.db.write((entry, *from), |tx, (entry, from)| Box::pin(async move {
                    execute!(tx, "UPDATE entries SET state = $1, withdrawn_at = NULL WHERE id = $2", *from, *entry)
                })).await.unwrap();
                let done = centre.db.write((entry, *by), |tx, (entry, by)| Box::pin(review::step(tx, *entry, *by))).await;
                match from.step(*by) {
                    Ok(to) => {
                        assert_eq!(done.unwrap(), to);
                        assert_eq!(state(&centre, entry).await, to, "{from} {by}");
                        legal += 1;
                    }
                    Err(refusal) => {
                        assert_eq!(refused(done), refusal);
                        assert_eq!(state(&centre, entry).await, *from, "{from} {by}");
                        refusals += 1;
                    }
                }
            }
        }
        assert_eq!((legal, refusals), (13, 35));
    }

    async fn a_round_follows_its_dates(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let phase = async || round_of(&centre, &manages(&season), season.round).await.unwrap().phase;
        let form = domain::review::RoundForm {
            opens_at: centre.clock.now() + Duration::hours(2),
            ..round_form(&centre, "Kurasi November 2026")
        };
        edit_round(&centre, manages(&season), season.round, form.clone()).await.unwrap();
        let late = product(&centre, &lale, &domain::gallery::ProductForm { name: "Selendang".into(), ..songket() }).await;
        let product = product(&centre, &lale, &songket()).await;

        assert_eq!(phase().await, Phase::Announced);
        assert_eq!(refused(send(&centre, submits(&lale), product).await), Refusal::RoundClosed { opens: Some(form.opens_at) });
        assert_eq!(refused(assign_round(&centre, manages(&season), season.round).await), Refusal::ScoringClosed);

        centre.clock.forward(Duration::hours(3));
        assert_eq!(phase().await, Phase::Submission);
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;

        centre.clock.forward(Duration::days(WEEK));
        assert_eq!(phase().await, Phase::Scoring);
        assert_eq!(refused(send(&centre, submits(&lale), late).await), Refusal::RoundClosed { opens: None });
        let two = chairs(&centre, entry).await;
        score(&centre, &two[0], even(4)).await.unwrap();

        centre.clock.forward(Duration::days(WEEK));
        assert_eq!(phase().await, Phase::Decision);
        assert_eq!(refused(score(&centre, &two[1], even(4)).await), Refusal::ScoringClosed);
        assert!(desk(&centre, &two[1].curator).await.unwrap().queue.is_empty());
        let hand = crate::curation::assign(&centre, manages(&season), entry, season.curators[4].person).await;
        assert_eq!(refused(hand), Refusal::ScoringClosed, "a seat would be of no use");
        assert_eq!(refused(release(&centre, manages(&season), season.round).await), Refusal::UnscoredEntries { count: 1 });

        let longer = domain::review::RoundForm { score_until: centre.clock.now() + Duration::days(2), ..form };
        edit_round(&centre, manages(&season), season.round, longer.clone()).await.unwrap();
        score(&centre, &two[1], even(4)).await.unwrap();
        announce(&centre, &season, season.round).await;
        assert_eq!(phase().await, Phase::Appeals);
        assert_eq!(refused(score(&centre, &two[1], even(5)).await), Refusal::ScoringClosed);
        assert_eq!(refused(edit_round(&centre, manages(&season), season.round, longer).await), Refusal::AlreadyDone);
        assert_eq!(refused(release(&centre, manages(&season), season.round).await), Refusal::AlreadyDone);
        centre.clock.forward(Duration::days(WEEK));
        assert_eq!(phase().await, Phase::Closed);
    }

    async fn a_maker_takes_back_until_the_announcement_and_may_send_in_again(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;
        let chair = chairs(&centre, entry).await.swap_remove(0);
        assert!(read(&centre, &lale, entry).await.may_withdraw);
        withdraw(&centre, answers(&lale), entry).await.unwrap();
        assert_eq!(refused(withdraw(&centre, answers(&lale), entry).await), Refusal::IllegalMove { from: EntryState::Withdrawn });
        assert!(desk(&centre, &chair.curator).await.unwrap().queue.is_empty());
        assert_eq!(refused(score(&centre, &chair, even(4)).await), Refusal::NotFound);

        let again = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;
        judge(&centre, again, &[4, 4]).await;
        let overview = round_overview(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!(overview.entries.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2]);
        assert!(!overview.entries[1].again, "what was taken back was never judged");
        assert_eq!(announce(&centre, &season, season.round).await, 1);
        assert!(!read(&centre, &lale, again).await.may_withdraw);
        let late = withdraw(&centre, answers(&lale), again).await;
        assert_eq!(refused(late), Refusal::IllegalMove { from: EntryState::Released });
    }

    async fn a_decision_is_changed_with_a_reason_and_taken_back(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        let early = decide(&centre, manages(&season), entry, domain::curation::Decision::Passed, String::new()).await;
        assert_eq!(refused(early), Refusal::IllegalMove { from: EntryState::InReview });
        judge(&centre, entry, &[4, 4]).await;
        prepare_decisions(&centre, manages(&season), season.round).await.unwrap();
        let two = chairs(&centre, entry).await;
        assert_eq!(refused(score(&centre, &two[0], even(5)).await), Refusal::ScoringClosed, "prepared is prepared");

        undecide(&centre, manages(&season), entry).await.unwrap();
        assert_eq!(state(&centre, entry).await, EntryState::Scored);
        score(&centre, &two[0], |line| if line.key == "quality" { 5 } else { even(4)(line) }).await.unwrap();
        assert_eq!(prepare_decisions(&centre, manages(&season), season.round).await.unwrap(), 1);

        use domain::curation::Decision;
        let bare = decide(&centre, manages(&season), entry, Decision::PassedConditionally, String::new()).await;
        assert!(matches!(refused(bare), Refusal::Fields(_)), "another decision than the rule's needs a reason");
        let reason = "Foto produk harus diganti lebih dulu.";
        decide(&centre, manages(&season), entry, Decision::PassedConditionally, reason.into()).await.unwrap();
        release(&centre, manages(&season), season.round).await.unwrap();
        let verdict = read(&centre, &lale, entry).await.verdict.unwrap();
        assert_eq!((verdict.decision, verdict.reason.as_str()), (Decision::PassedConditionally, reason));
        assert_eq!(verdict.score, 83, "82.5 is rounded up");
        assert_eq!(refused(undecide(&centre, manages(&season), entry).await), Refusal::IllegalMove { from: EntryState::Released });
    }

    async fn only_the_decisions_that_were_looked_at_are_announced(centre) {
        let (season, _, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        judge(&centre, entry, &[4, 4]).await;
        prepare_decisions(&centre, manages(&season), season.round).await.unwrap();
        let seen = preview(&centre, &manages(&season), season.round).await.unwrap().mark();
        let reason = "Label masih contoh, cetak dulu.".to_owned();
        decide(&centre, manages(&season), entry, domain::curation::Decision::Revise, reason).await.unwrap();
        let late = crate::curation::release(&centre, manages(&season), season.round, &seen).await;
        assert_eq!(refused(late), Refusal::PreviewOutdated);
        assert_eq!(state(&centre, entry).await, EntryState::Decided);
        assert_eq!(release(&centre, manages(&season), season.round).await.unwrap(), 1);
    }

    async fn a_prepared_decision_whose_scores_are_gone_is_a_fault_and_nothing_is_announced(centre) {
        let (season, _, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        judge(&centre, entry, &[4, 4]).await;
        prepare_decisions(&centre, manages(&season), season.round).await.unwrap();
        centre.db.write(entry, |tx, entry| Box::pin(async move {
            execute!(tx, "UPDATE assignments SET total = NULL WHERE entry_id = $1", *entry)
        })).await.unwrap();
        assert!(matches!(preview(&centre, &manages(&season), season.round).await, Err(Error::Fault(_))));
        assert!(matches!(release(&centre, manages(&season), season.round).await, Err(Error::Fault(_))));
        assert_eq!(state(&centre, entry).await, EntryState::Decided);
        assert_ne!(round_of(&centre, &manages(&season), season.round).await.unwrap().phase, Phase::Appeals);
    }

    async fn an_entry_without_scores_is_carried_over_with_its_curators(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let rohani = maker(&centre, "Rohani", "Gerabah Ibu Rohani").await;
        let (songket_of_lale, pot) =
            (product(&centre, &lale, &songket()).await, product(&centre, &rohani, &domain::gallery::ProductForm { name: "Kendi".into(), ..songket() }).await);
        let slow = submit(&centre, &lale, songket_of_lale).await;
        let done = submit(&centre, &rohani, pot).await;
        assign(&centre, &season, season.round).await;
        judge(&centre, done, &[4, 4]).await;
        let chair = chairs(&centre, slow).await.swap_remove(0);
        score(&centre, &chair, even(5)).await.unwrap();
        centre.clock.forward(Duration::days(2 * WEEK));
        prepare_decisions(&centre, manages(&season), season.round).await.unwrap();
        assert_eq!(refused(release(&centre, manages(&season), season.round).await), Refusal::UnscoredEntries { count: 1 });

        let later = round(&centre, &season.siti, &season.place, "Kurasi Desember 2026").await;
        assert_eq!(refused(carry_over(&centre, manages(&season), done, later).await), Refusal::IllegalMove { from: EntryState::Decided });
        let earlier = carry_over(&centre, manages(&season), slow, season.round).await;
        assert!(matches!(refused(earlier), Refusal::Fields(_)));
        carry_over(&centre, manages(&season), slow, later).await.unwrap();
        assert_eq!(release(&centre, manages(&season), season.round).await.unwrap(), 1);
        let there = round_overview(&centre, &manages(&season), later).await.unwrap();
        assert_eq!((there.entries.len(), there.entries[0].number, there.entries[0].seats.len()), (1, 1, 2));
        assert_eq!(there.entries[0].seats.iter().filter(|seat| seat.total.is_some()).count(), 1, "what was scored stays scored");
        let twice = send(&centre, submits(&lale), songket_of_lale).await;
        assert_eq!(refused(twice), Refusal::AlreadyDone);
        let rest = chairs(&centre, slow).await;
        let open = rest.iter().find(|one| one.assignment != chair.assignment).unwrap();
        score(&centre, open, even(5)).await.unwrap();
        assert_eq!(announce(&centre, &season, later).await, 1);
    }
}
