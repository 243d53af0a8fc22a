//! From the phone to the gallery.

use chrono::Duration;
use domain::{
    curation::{Decision, Missing},
    review::{EntryState, GATE_UNMET, Grade, Points},
    timeline::Happening,
};

use super::*;
use crate::{
    both_engines, business,
    curation::{desk, my_submissions, prepare_decisions, preview, submit as send, why},
    notices, tasks,
    testing::{curation::*, village},
};

both_engines! {
    async fn lales_songket_travels_from_her_phone_to_the_gallery(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;

        let chairs_now = chairs(&centre, entry).await;
        let mut names: Vec<_> = chairs_now.iter().map(|chair| chair.curator.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Baiq Nurhayati", "Lalu Hamdan"], "those who know cloth");
        for chair in &chairs_now {
            let desk = desk(&centre, &chair.curator).await.unwrap();
            assert_eq!((desk.queue.len(), desk.queue[0].number), (1, 1));
            let told = notices::list(&centre, &chair.curator, 5).await.unwrap();
            assert!(matches!(told[0].notice, domain::notices::Notice::ScoringWaits { count: 1, .. }));
        }

        // 92 and 76: sixteen apart, so a third is called; 81 is the median.
        let weak = |line: &domain::review::Criterion, value: i64| if line.key == "packaging" { 3 } else { even(value)(line) };
        assert_eq!(score(&centre, &chairs_now[0], |l| weak(l, 5)).await.unwrap().total, Some(Points(9_200)));
        assert_eq!(score(&centre, &chairs_now[1], |l| weak(l, 4)).await.unwrap().total, Some(Points(7_600)));
        let called = chairs(&centre, entry).await;
        assert_eq!(called.len(), 3, "sixteen points apart call a third");
        let third = |line: &domain::review::Criterion| if line.key == "quality" { 5 } else { weak(line, 4) };
        assert_eq!(score(&centre, &called[2], third).await.unwrap().total, Some(Points(8_100)));

        assert_eq!(prepare_decisions(&centre, manages(&season), season.round).await.unwrap(), 1);
        let shown = preview(&centre, &manages(&season), season.round).await.unwrap();
        assert_eq!(shown.waiting, 0);
        let pending = &shown.decisions[0];
        assert_eq!((pending.grade, pending.score, pending.spread, pending.reviewers), (Grade::B, 81, Points(1_600), 3));
        assert_eq!((pending.decision, pending.before, pending.tasks.len()), (Decision::Passed, None, 1));

        let before = read(&centre, &lale, entry).await;
        assert_eq!((before.state, before.verdict), (EntryState::InReview, None), "nothing is known before the announcement");
        assert_eq!(my_submissions(&centre, &lale.owner).await.unwrap()[0].grade, None);
        assert_eq!(gallery(&centre).await, Vec::<String>::new());

        assert_eq!(release(&centre, manages(&season), season.round).await.unwrap(), 1);
        let verdict = read(&centre, &lale, entry).await.verdict.unwrap();
        assert_eq!((verdict.grade, verdict.score, verdict.reviewers), (Grade::B, 81, 3));
        assert_eq!(verdict.next, Some((Grade::A, 4)));
        let packaging = verdict.lines.iter().find(|line| line.score.key == "packaging").unwrap();
        assert_eq!(packaging.value, Points(300));
        assert!(packaging.advice.is_some(), "a weak line says what to do");
        assert_eq!(verdict.lines.iter().filter(|line| line.advice.is_some()).count(), 1);
        assert_eq!(verdict.tasks.len(), 1);
        assert_eq!(tasks::mine(&centre, &lale.owner).await.unwrap().len(), 1);
        assert_eq!(my_submissions(&centre, &lale.owner).await.unwrap()[0].grade, Some((Grade::B, 81)));
        let told = notices::list(&centre, &lale.owner, 5).await.unwrap();
        assert!(matches!(told[0].notice, domain::notices::Notice::DecisionReleased { grade: Grade::B, .. }));
        assert_eq!(gallery(&centre).await, ["Songket Subahnale"]);
        let why = why(&mut centre.db.read().await.unwrap(), product).await.unwrap().unwrap();
        assert_eq!((why.grade, why.score, why.stairs.len(), why.lines.len()), (Grade::B, 81, 1, 6));
        assert_eq!(why.ends_on.to_string(), "2027-11-24");
    }

    async fn weak_crisps_are_returned_with_tasks_and_pass_in_the_next_round(centre) {
        let season = season(&centre).await;
        let yuliana = maker(&centre, "Yuliana", "Dapur Way Halim").await;
        let product = product(&centre, &yuliana, &crisps()).await;
        let first = submit(&centre, &yuliana, product).await;
        assign(&centre, &season, season.round).await;
        for chair in chairs(&centre, first).await {
            let unmet = |line: &domain::review::Criterion| match line.kind {
                domain::review::CriterionKind::Gate => GATE_UNMET,
                _ => if line.key == "packaging" { 2 } else { 4 },
            };
            score(&centre, &chair, unmet).await.unwrap();
        }
        assert_eq!(announce(&centre, &season, season.round).await, 1);

        let returned = read(&centre, &yuliana, first).await.verdict.unwrap();
        assert_eq!((returned.decision, returned.grade, returned.score), (Decision::Rejected, Grade::B, 72), "a gate outweighs the score");
        assert!(!returned.gates[0].met && returned.gates[0].advice.is_some());
        assert_eq!(returned.badge_until, None);
        let titles: Vec<_> = returned.tasks.iter().map(|task| task.title.id.as_str()).collect();
        assert_eq!(titles, ["Izin edar cocok dengan jenis pangan", "Kemasan dan label"]);
        assert_eq!(gallery(&centre).await, Vec::<String>::new());

        centre.clock.forward(Duration::days(20));
        let next = round(&centre, &season.siti, &season.place, "Kurasi Desember 2026").await;
        let second = submit(&centre, &yuliana, product).await;
        assert!(my_submissions(&centre, &yuliana.owner).await.unwrap()[0].again, "it came back");
        assign(&centre, &season, next).await;
        judge(&centre, second, &[4, 4]).await;
        let shown = {
            prepare_decisions(&centre, manages(&season), next).await.unwrap();
            preview(&centre, &manages(&season), next).await.unwrap()
        };
        assert_eq!(shown.decisions[0].before, Some(Grade::B), "the grade until then");
        release(&centre, manages(&season), next).await.unwrap();
        let passed = read(&centre, &yuliana, second).await;
        assert_eq!(passed.verdict.unwrap().decision, Decision::Passed);
        assert_eq!(passed.history.len(), 1, "linked to the earlier round");
        assert_eq!((passed.history[0].entry, passed.history[0].decision), (first, Decision::Rejected));
        assert_eq!(gallery(&centre).await, ["Keripik Pisang Kepok"]);
        let why = why(&mut centre.db.read().await.unwrap(), product).await.unwrap().unwrap();
        assert_eq!(why.stairs.iter().map(|step| step.score).collect::<Vec<_>>(), [72, 80]);
    }

    async fn what_lacks_a_licence_or_a_photo_is_told_before_a_curators_time_is_spent(centre) {
        let _season = season(&centre).await;
        let yuliana = maker(&centre, "Yuliana", "Dapur Way Halim").await;
        let id = domain::ids::ProductId::new();
        let bare = domain::gallery::ProductForm { label: vec![], ..crisps() };
        business::save_product(&centre, submits(&yuliana), yuliana.business, id, &bare).await.unwrap();
        let Refusal::Incomplete(missing) = refused(send(&centre, submits(&yuliana), id).await) else { panic!() };
        assert!(missing.contains(&Missing::Photo) && missing.contains(&Missing::LabelPhoto));
        assert!(missing.iter().any(|what| matches!(what, Missing::Label(_))));
    }

    async fn a_maker_reads_what_happened_on_one_line(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        judge(&centre, entry, &[4, 4]).await;
        announce(&centre, &season, season.round).await;
        let points = crate::timeline::of(&mut centre.db.read().await.unwrap(), lale.business, 20).await.unwrap();
        let kinds: Vec<_> = points.iter().map(|point| &point.happening).collect();
        assert!(kinds.iter().any(|kind| matches!(kind, Happening::Submitted { again: false, .. })));
        assert!(kinds.iter().any(|kind| matches!(kind, Happening::Graded { score: 80, grade: Grade::B, .. })));
        let own = village::actor(&centre, lale.owner.person).await;
        assert_eq!(my_submissions(&centre, &own).await.unwrap().len(), 1);
    }

    async fn a_product_sent_in_twice_at_once_makes_one_entry(centre) {
        let _season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        let (one, two) = tokio::join!(send(&centre, submits(&lale), product), send(&centre, submits(&lale), product));
        let (won, lost) = if one.is_ok() { (one, two) } else { (two, one) };
        assert!(won.is_ok());
        assert_eq!(refused(lost), Refusal::AlreadyDone);
        assert_eq!(my_submissions(&centre, &lale.owner).await.unwrap().len(), 1);
    }
}
