//! Turnover, workers and the class that follows.

use domain::{
    business::{SizeClass, SnapshotForm},
    refusal::Problem,
};

use super::{super::*, *};
use crate::both_engines;

both_engines! {
    async fn the_class_follows_from_the_youngest_figures_with_its_reason(centre) {
        let scene = scene(&centre).await;
        let place = place_of(&centre, scene.tenun).await;
        let record = |who: &Actor, as_of: &str, turnover: &str, evidence: &str| {
            let permit = who.may(act::EditBusiness, &place).unwrap();
            let form = SnapshotForm {
                as_of: as_of.into(),
                turnover: turnover.into(),
                workers_women: "4".into(),
                workers_men: "1".into(),
                evidence: evidence.into(),
            };
            let centre = centre.clone();
            async move { record_snapshot(&centre, permit, scene.tenun, &form).await }
        };
        assert_eq!(
            refused(record(&scene.lale, "2026-10-31", "186.500.000", "documents").await),
            Refusal::field("evidence", Problem::NotAChoice),
        );
        record(&scene.dewi, "2026-10-31", "2.400.000.000", "documents").await.unwrap();
        record(&scene.lale, "2025-10-31", "186.500.000", "stated").await.unwrap();
        let file = open(&centre, &scene, &scene.lale).await;
        let verdict = file.size.unwrap();
        assert_eq!((verdict.class, verdict.source.as_str()), (SizeClass::Small, "PP 7/2021 art. 35"));
        assert_eq!(file.snapshots.iter().map(|s| s.class).collect::<Vec<_>>(), [Some(SizeClass::Small), Some(SizeClass::Micro)]);
        assert_eq!(list(&centre, &scene.dewi, "", 1).await.unwrap()[0].class, Some(SizeClass::Small));
    }
}
