//! What the manager's first page names.

use chrono::Duration;
use domain::curation::Chore;

use super::*;
use crate::{
    both_engines,
    curation::{answer_appeal, appeal, prepare_decisions, rounds_waiting},
    testing::{curation::*, village},
};

async fn chores(centre: &Centre, who: &Actor) -> Vec<(Chore, i64)> {
    let rounds = rounds_waiting(centre, who).await.unwrap();
    rounds.into_iter().flat_map(|round| round.chores).collect()
}

both_engines! {
    async fn a_manager_is_told_what_each_step_of_a_round_waits_for(centre) {
        let season = season(&centre).await;
        assert_eq!(chores(&centre, &season.siti).await, [], "an empty round waits for nobody");
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        let entry = submit(&centre, &lale, product).await;
        assert_eq!(chores(&centre, &season.siti).await, [(Chore::FindCurators, 1)]);
        assign(&centre, &season, season.round).await;
        assert_eq!(chores(&centre, &season.siti).await, [], "the curators are at it");
        judge(&centre, entry, &[3, 3]).await;
        assert_eq!(chores(&centre, &season.siti).await, [(Chore::Decide, 1)]);
        prepare_decisions(&centre, manages(&season), season.round).await.unwrap();
        assert_eq!(chores(&centre, &season.siti).await, [(Chore::Release, 1)]);
        release(&centre, manages(&season), season.round).await.unwrap();
        assert_eq!(chores(&centre, &season.siti).await, []);
        let made = appeal(&centre, answers(&lale), entry, "Label sudah lengkap sejak awal.".into()).await.unwrap();
        assert_eq!(chores(&centre, &season.siti).await, [(Chore::AnswerAppeals, 1)]);
        answer_appeal(&centre, manages(&season), made, false, "Label baru lengkap sesudah dikirim.".into()).await.unwrap();
        assert_eq!(chores(&centre, &season.siti).await, []);
    }

    async fn what_was_not_scored_in_time_is_named_instead_of_missing_curators(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        submit(&centre, &lale, product).await;
        centre.clock.forward(Duration::days(2 * WEEK) + Duration::minutes(1));
        assert_eq!(chores(&centre, &season.siti).await, [(Chore::EndLate, 1)]);
    }

    async fn nobody_is_told_of_the_rounds_of_another_centre(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        submit(&centre, &lale, product).await;
        let bali = village::centre(&centre, "51", "5171", "PLUT Bali").await;
        let wayan = village::staff(&centre, "Wayan Sudarma", Role::Manager, &bali).await;
        for stranger in [&wayan, &lale.owner, &season.curators[0]] {
            assert_eq!(chores(&centre, stranger).await, [], "{}", stranger.name);
        }
    }
}
