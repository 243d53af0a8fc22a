//! Seats of those who do not come back to them.

use domain::review::{AbstainReason, EntryState};

use super::*;
use crate::{
    both_engines,
    curation::{abstain, assign as by_hand, assign_round, desk, plan_round, round_overview, sheet},
    db::execute,
    testing::curation::*,
};

/// Lale's songket with its two curators.
async fn seated(centre: &Centre) -> (Season, EntryId) {
    let season = season(centre).await;
    let lale = maker(centre, "Lale Suryani", "Tenun Sari Sukarara").await;
    let product = product(centre, &lale, &songket()).await;
    let entry = submit(centre, &lale, product).await;
    assign(centre, &season, season.round).await;
    (season, entry)
}

/// Where the only entry of the round stands, and how many curators it wants.
async fn stands(centre: &Centre, season: &Season) -> (EntryState, i64) {
    let overview = round_overview(centre, &manages(season), season.round)
        .await
        .unwrap();
    (overview.entries[0].state, overview.entries[0].wanted)
}

both_engines! {
    async fn whoever_is_a_curator_no_more_leaves_unfinished_seats_to_others(centre) {
        let (season, entry) = seated(&centre).await;
        let two = chairs(&centre, entry).await;
        score(&centre, &two[0], even(4)).await.unwrap();
        leaves(&centre, &season, &two[0].curator).await;
        assert!(chairs(&centre, entry).await.iter().any(|chair| chair.assignment == two[0].assignment), "what is finished counts");
        leaves(&centre, &season, &two[1].curator).await;
        let now = chairs(&centre, entry).await;
        assert_eq!(now.len(), 2);
        assert!(now.iter().all(|chair| chair.curator.person != two[1].curator.person), "somebody else sits there");
        assert_eq!(refused(score(&centre, &two[1], even(4)).await), Refusal::NotFound);
        score(&centre, &now[1], even(4)).await.unwrap();
        assert_eq!(stands(&centre, &season).await, (EntryState::Scored, 2));
    }

    async fn a_seat_whose_holder_is_gone_is_given_to_another_when_seats_are_planned(centre) {
        let (season, entry) = seated(&centre).await;
        let two = chairs(&centre, entry).await;
        let gone = &two[0];
        centre.db.write(gone.curator.person, |tx, person| Box::pin(async move {
            let now = tx.now();
            execute!(tx, "UPDATE memberships SET ended_at = $1 WHERE person_id = $2", now, *person)
        })).await.unwrap();
        let permit = gone.curator.own(act::ScoreEntry).unwrap();
        assert_eq!(refused(sheet(&centre, permit, gone.assignment).await), Refusal::NotFound, "an old permit opens nothing");
        assert!(desk(&centre, &gone.curator).await.unwrap().queue.is_empty());
        let plan = plan_round(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!((plan.seats.len(), plan.open.len()), (1, 0));
        assert_eq!(assign_round(&centre, manages(&season), season.round).await.unwrap(), plan);
        let now = chairs(&centre, entry).await;
        assert_eq!(now.len(), 2);
        assert!(now.iter().all(|chair| chair.curator.person != gone.curator.person));
        judge(&centre, entry, &[4, 4]).await;
        assert_eq!(stands(&centre, &season).await, (EntryState::Scored, 2));
    }

    async fn a_third_who_leaves_is_not_waited_for_where_two_agree_and_nobody_else_is_left(centre) {
        let (season, entry) = seated(&centre).await;
        let [_, _, ratna, ketut, sri] = &season.curators;
        leaves(&centre, &season, ratna).await;
        leaves(&centre, &season, ketut).await;
        let third = by_hand(&centre, manages(&season), entry, sri.person).await.unwrap();
        judge(&centre, entry, &[4, 4]).await;
        assert_eq!(stands(&centre, &season).await, (EntryState::InReview, 3), "the third is waited for");
        abstain(&centre, sri.own(act::ScoreEntry).unwrap(), third, AbstainReason::Time, String::new()).await.unwrap();
        assert_eq!(stands(&centre, &season).await, (EntryState::Scored, 2));
    }

    async fn a_third_who_leaves_is_still_needed_where_two_are_far_apart(centre) {
        let (season, entry) = seated(&centre).await;
        let [_, _, ratna, ketut, _] = &season.curators;
        leaves(&centre, &season, ratna).await;
        leaves(&centre, &season, ketut).await;
        judge(&centre, entry, &[5, 3]).await;
        let third = chairs(&centre, entry).await.swap_remove(2);
        let permit = third.curator.own(act::ScoreEntry).unwrap();
        abstain(&centre, permit, third.assignment, AbstainReason::Time, String::new()).await.unwrap();
        assert_eq!(stands(&centre, &season).await, (EntryState::InReview, 3));
        let plan = plan_round(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!(plan.open.len(), 1, "and the manager sees it");
    }
}
