//! Scoring sheets and their versions.

use domain::{
    access::Permit,
    review::{Rubric, RubricDraft},
};

use super::*;
use crate::{
    both_engines,
    curation::{
        ensure_default_rubrics, load_rubric, publish_rubric, rubrics, save_draft_rubric, sheet,
    },
    testing::curation::*,
};

fn edits(season: &Season) -> Permit<act::EditRubric> {
    season.siti.may(act::EditRubric, &season.place).unwrap()
}

async fn cloth(centre: &Centre, season: &Season) -> Rubric {
    let all = rubrics(centre, &edits(season)).await.unwrap();
    let newest = all.iter().find(|line| line.category == "fashion").unwrap();
    load_rubric(centre, &edits(season), newest.id)
        .await
        .unwrap()
}

both_engines! {
    async fn a_published_rubric_never_changes_and_entries_keep_theirs(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let rohani = maker(&centre, "Rohani", "Tenun Rohani").await;
        let first = cloth(&centre, &season).await;
        let before = product(&centre, &lale, &songket()).await;
        let before = submit(&centre, &lale, before).await;

        let mut criteria = first.criteria.clone();
        criteria.retain(|line| line.key != "story");
        for line in criteria.iter_mut().filter(|line| line.key == "price") {
            line.weight += 10;
        }
        let draft = RubricDraft { id: Some(first.id), category: "fashion".into(), bands: first.bands, criteria };
        assert_eq!(refused(save_draft_rubric(&centre, edits(&season), draft.clone()).await), Refusal::RubricInUse);
        assert_eq!(refused(publish_rubric(&centre, edits(&season), first.id).await), Refusal::RubricInUse);
        assert_eq!(cloth(&centre, &season).await.criteria, first.criteria);

        let next = RubricDraft { id: None, ..draft };
        let id = save_draft_rubric(&centre, edits(&season), next.clone()).await.unwrap();
        let during = product(&centre, &rohani, &domain::gallery::ProductForm { name: "Selendang".into(), ..songket() }).await;
        let during = submit(&centre, &rohani, during).await;
        publish_rubric(&centre, edits(&season), id).await.unwrap();
        let after = product(&centre, &rohani, &domain::gallery::ProductForm { name: "Taplak".into(), ..songket() }).await;
        let after = submit(&centre, &rohani, after).await;
        assert_eq!(refused(save_draft_rubric(&centre, edits(&season), RubricDraft { id: Some(id), ..next }).await), Refusal::RubricInUse);

        assign(&centre, &season, season.round).await;
        for (entry, lines) in [(before, 8), (during, 8), (after, 7)] {
            let chair = chairs(&centre, entry).await.swap_remove(0);
            let seen = sheet(&centre, chair.curator.own(act::ScoreEntry).unwrap(), chair.assignment).await.unwrap();
            assert_eq!(seen.criteria.len(), lines, "a draft judges nobody, and a version only what came after it");
        }
        let listed = rubrics(&centre, &edits(&season)).await.unwrap();
        let cloth: Vec<_> = listed.iter().filter(|line| line.category == "fashion").map(|line| (line.version, line.entries)).collect();
        assert_eq!(cloth, [(2, 1), (1, 2)]);
    }

    async fn weights_that_do_not_sum_to_a_hundred_are_not_published(centre) {
        let season = season(&centre).await;
        let mut criteria = cloth(&centre, &season).await.criteria;
        criteria.iter_mut().find(|line| line.key == "price").unwrap().weight = 5;
        let draft = RubricDraft { id: None, category: "fashion".into(), bands: Default::default(), criteria };
        let id = save_draft_rubric(&centre, edits(&season), draft.clone()).await.unwrap();
        assert_eq!(refused(publish_rubric(&centre, edits(&season), id).await), Refusal::WeightsOff { sum: 95 });
        let mut mended = RubricDraft { id: Some(id), ..draft };
        mended.criteria.iter_mut().find(|line| line.key == "price").unwrap().weight = 10;
        assert_eq!(save_draft_rubric(&centre, edits(&season), mended).await.unwrap(), id, "a draft is rewritten");
        publish_rubric(&centre, edits(&season), id).await.unwrap();
    }

    async fn a_centre_begins_with_the_shipped_rubrics_once(centre) {
        let season = season(&centre).await;
        let begun = rubrics(&centre, &edits(&season)).await.unwrap();
        assert_eq!(begun.len(), domain::curation::Category::ALL.len());
        ensure_default_rubrics(&centre, season.place.centre).await.unwrap();
        assert_eq!(rubrics(&centre, &edits(&season)).await.unwrap(), begun);
    }

    async fn an_older_draft_is_not_published_after_a_newer_one(centre) {
        let season = season(&centre).await;
        let begun = cloth(&centre, &season).await;
        let draft = RubricDraft { id: None, category: "fashion".into(), bands: begun.bands, criteria: begun.criteria };
        let older = save_draft_rubric(&centre, edits(&season), draft.clone()).await.unwrap();
        let newer = save_draft_rubric(&centre, edits(&season), draft).await.unwrap();
        publish_rubric(&centre, edits(&season), newer).await.unwrap();
        let late = publish_rubric(&centre, edits(&season), older).await;
        assert_eq!(refused(late), Refusal::RubricOutdated { version: 3 }, "it would not count");
        let listed = rubrics(&centre, &edits(&season)).await.unwrap();
        let cloth: Vec<_> = listed.iter().filter(|line| line.category == "fashion").map(|line| (line.version, line.published_at.is_some())).collect();
        assert_eq!(cloth, [(3, true), (2, false), (1, true)]);
    }

    async fn two_drafts_at_once_get_two_versions(centre) {
        let season = season(&centre).await;
        let begun = cloth(&centre, &season).await;
        let draft = RubricDraft { id: None, category: "fashion".into(), bands: begun.bands, criteria: begun.criteria };
        let (one, two) = tokio::join!(
            save_draft_rubric(&centre, edits(&season), draft.clone()),
            save_draft_rubric(&centre, edits(&season), draft)
        );
        assert_ne!(one.unwrap(), two.unwrap());
        assert_eq!(cloth(&centre, &season).await.version, 3);
    }
}
