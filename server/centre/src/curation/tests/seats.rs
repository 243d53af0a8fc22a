//! Who scores what, and the third curator.

use domain::review::{AbstainReason, EntryState};

use super::*;
use crate::{
    both_engines,
    curation::{abstain, assign as by_hand, desk, plan_round, round_overview, skip, unassign},
    db::counted,
    testing::curation::*,
};

async fn entries(centre: &Centre, how_many: usize) -> Vec<EntryId> {
    let mut out = Vec::new();
    for number in 0..how_many {
        let one = maker(
            centre,
            &format!("Penenun {how_many}{number}"),
            &format!("Tenun {how_many}{number}"),
        )
        .await;
        let product = product(centre, &one, &songket()).await;
        out.push(submit(centre, &one, product).await);
    }
    out
}

both_engines! {
    async fn a_gap_calls_one_third_even_when_both_corrections_come_at_once(centre) {
        let season = season(&centre).await;
        let entry = entries(&centre, 1).await[0];
        assign(&centre, &season, season.round).await;
        let two = chairs(&centre, entry).await;
        for chair in &two {
            score(&centre, chair, even(4)).await.unwrap();
        }
        assert_eq!(chairs(&centre, entry).await.len(), 2, "of one mind");
        // 100 against 60, whichever comes first, and again while the first is still being counted.
        let (up, down, again) =
            tokio::join!(score(&centre, &two[0], even(5)), score(&centre, &two[1], even(3)), score(&centre, &two[0], even(5)));
        up.and(down).and(again).unwrap();
        let three = chairs(&centre, entry).await;
        assert_eq!(three.len(), 3, "exactly one third");
        let overview = round_overview(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!((overview.entries[0].state, overview.entries[0].wanted), (EntryState::InReview, 3));
        score(&centre, &three[2], even(4)).await.unwrap();
        let overview = round_overview(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!(overview.entries[0].state, EntryState::Scored);
        assert_eq!(overview.entries[0].score.unwrap().0, 80);
        assert_eq!(overview.states, [(EntryState::Scored, 1)]);
    }

    async fn loads_stay_even_and_those_who_know_go_first(centre) {
        let season = season(&centre).await;
        entries(&centre, 4).await;
        let plan = plan_round(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!((plan.seats.len(), plan.open.len()), (8, 0));
        assert!(plan.seats.iter().all(|seat| seat.expert), "two know cloth: {plan:?}");
        assign(&centre, &season, season.round).await;
        let overview = round_overview(&centre, &manages(&season), season.round).await.unwrap();
        let loads: Vec<_> = overview.curators.iter().map(|line| (line.name.as_str(), line.assigned, line.scored)).collect();
        assert_eq!(loads, [("Baiq Nurhayati", 4, 0), ("Lalu Hamdan", 4, 0)]);
        let desk_of_baiq = overview.staff.iter().find(|line| line.name == "Baiq Nurhayati").unwrap();
        assert_eq!((desk_of_baiq.load, desk_of_baiq.expertise.join(" ")), (4, "craft fashion".into()));
        assert_eq!(plan_round(&centre, &manages(&season), season.round).await.unwrap(), Default::default(), "nothing is missing any more");
    }

    async fn a_rounds_cap_is_kept_and_the_rest_goes_to_others(centre) {
        let season = season(&centre).await;
        let form = domain::review::RoundForm { reviewer_cap: Some(1), ..round_form(&centre, "Kurasi November 2026") };
        crate::curation::edit_round(&centre, manages(&season), season.round, form).await.unwrap();
        entries(&centre, 3).await;
        assign(&centre, &season, season.round).await;
        let overview = round_overview(&centre, &manages(&season), season.round).await.unwrap();
        assert!(overview.curators.iter().all(|line| line.assigned == 1), "{:?}", overview.curators);
        let plan = plan_round(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!(plan.open.len(), 1, "six seats, five curators with one each");
        assert_eq!(plan.open[0].why, domain::review::Unseated::AllFull);
    }

    async fn what_is_skipped_waits_at_the_end_and_what_is_left_goes_to_another(centre) {
        let season = season(&centre).await;
        entries(&centre, 3).await;
        assign(&centre, &season, season.round).await;
        let baiq = &season.curators[0];
        let permit = || baiq.own(act::ScoreEntry).unwrap();
        let before = desk(&centre, baiq).await.unwrap().queue;
        skip(&centre, permit(), before[0].assignment).await.unwrap();
        let after = desk(&centre, baiq).await.unwrap().queue;
        assert_eq!(after.last().unwrap().assignment, before[0].assignment);
        assert!(after.last().unwrap().skipped);

        let words = abstain(&centre, permit(), before[1].assignment, AbstainReason::Other, " ".into()).await;
        assert!(matches!(refused(words), Refusal::Fields(_)), "another reason needs words");
        abstain(&centre, permit(), before[1].assignment, AbstainReason::Time, String::new()).await.unwrap();
        let after = desk(&centre, baiq).await.unwrap().queue;
        assert_eq!(after.len(), 2);
        assert_eq!(refused(skip(&centre, permit(), before[1].assignment).await), Refusal::NotFound);
        let overview = round_overview(&centre, &manages(&season), season.round).await.unwrap();
        let left = overview.entries.iter().find(|line| line.number == before[1].number).unwrap();
        assert_eq!(left.seats.len(), 2, "the seat is taken again");
        assert!(left.seats.iter().all(|seat| seat.person != baiq.person));
    }

    async fn the_least_reviewed_comes_first(centre) {
        let season = season(&centre).await;
        entries(&centre, 3).await;
        assign(&centre, &season, season.round).await;
        let (baiq, hamdan) = (&season.curators[0], &season.curators[1]);
        let first = desk(&centre, baiq).await.unwrap().queue.remove(0);
        let chair = desk(&centre, hamdan).await.unwrap().queue.into_iter().find(|line| line.number == first.number).unwrap();
        score(&centre, &Chair { curator: hamdan.clone(), assignment: chair.assignment }, even(4)).await.unwrap();
        let queue = desk(&centre, baiq).await.unwrap().queue;
        assert_eq!(queue.last().unwrap().number, first.number, "what others reviewed can wait");
    }

    async fn a_manager_adds_a_third_by_hand_and_takes_a_seat_back(centre) {
        let season = season(&centre).await;
        let entry = entries(&centre, 1).await[0];
        assign(&centre, &season, season.round).await;
        let sri = season.curators[4].person;
        let added = by_hand(&centre, manages(&season), entry, sri).await.unwrap();
        assert_eq!(refused(by_hand(&centre, manages(&season), entry, sri).await), Refusal::AlreadyDone);
        let fourth = by_hand(&centre, manages(&season), entry, season.curators[2].person).await;
        assert_eq!(refused(fourth), Refusal::AlreadyDone, "three are enough");
        assert_eq!(refused(by_hand(&centre, manages(&season), entry, season.siti.person).await), Refusal::NotFound, "no curator");
        judge(&centre, entry, &[4, 4]).await;
        let overview = round_overview(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!((overview.entries[0].state, overview.entries[0].score), (EntryState::InReview, None), "the third is waited for");
        unassign(&centre, manages(&season), added).await.unwrap();
        assert_eq!(chairs(&centre, entry).await.len(), 2);
        let overview = round_overview(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!(overview.entries[0].state, EntryState::Scored, "nobody is waited for any more");
        let scored = chairs(&centre, entry).await[0].assignment;
        assert_eq!(refused(unassign(&centre, manages(&season), scored).await), Refusal::AlreadyDone, "a finished sheet stays");
    }

    async fn a_hundred_entries_ask_the_database_no_more_than_one(centre) {
        let season = season(&centre).await;
        let mut asked = Vec::new();
        for more in [1, 6] {
            entries(&centre, more).await;
            assign(&centre, &season, season.round).await;
            let from = counted::statements();
            round_overview(&centre, &manages(&season), season.round).await.unwrap();
            let then = counted::statements();
            desk(&centre, &season.curators[0]).await.unwrap();
            asked.push((then - from, counted::statements() - then));
        }
        assert!(asked[0].0 > 3 && asked[0].1 > 0, "they are counted: {asked:?}");
        assert_eq!(asked[0], asked[1]);
    }
}
