//! What jobs promise.

use chrono::{Duration, NaiveDate};
use domain::{
    Refusal,
    access::{Role, act},
    business::ClaimKind,
    ids::{DraftId, JobId, PersonId},
    notices::Notice,
    place::Zone,
    timeline::Happening,
};

use super::{Job, dead_letters, enqueue, ensure_recurring, retry, run_due, runner::pause, serve};
use crate::{
    Centre, Error, both_engines,
    db::{all, execute, one},
    drafts,
    gallery::tests::{list, songket},
    notices::{self, Mailer},
    testing::{
        curation::{
            WEEK, assign, chairs, even, maker, product, score, season, songket as a_songket, submit,
        },
        village,
    },
    timeline,
};

async fn put(centre: &Centre, job: Job, once: Option<&'static str>) {
    centre
        .db
        .write((job, once), |tx, (job, once)| {
            Box::pin(async move {
                let now = tx.now();
                enqueue(tx, job, now, *once).await
            })
        })
        .await
        .unwrap();
}

/// A job that no version of the product knows, so that it fails.
async fn put_broken(centre: &Centre) -> JobId {
    let id = JobId::new();
    centre
        .db
        .write(id, |tx, id| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO jobs (id, kind, payload, run_at, attempts, created_at) \
             VALUES ($1, 'fly', '{\"kind\":\"fly\"}', $2, 0, $2)",
                    *id,
                    now,
                )
            })
        })
        .await
        .unwrap();
    id
}

async fn count(centre: &Centre, sql: &'static str) -> i64 {
    one!(centre.db.read().await.unwrap(), (i64,), sql)
        .unwrap()
        .0
}

async fn run(centre: &Centre) -> usize {
    run_due(centre, &Mailer::none()).await.unwrap()
}

async fn kill(centre: &Centre) {
    for attempt in 1..=6 {
        assert_eq!(run(centre).await, 1, "attempt {attempt}");
        centre.clock.forward(pause(attempt));
    }
    assert_eq!(run(centre).await, 0, "dead jobs rest");
}

#[test]
fn each_failure_waits_four_times_as_long() {
    let minutes: Vec<i64> = (1..=6)
        .map(|attempts| pause(attempts).num_minutes())
        .collect();
    assert_eq!(minutes, [1, 4, 16, 64, 256, 1024]);
}

both_engines! {
    async fn a_job_runs_once_and_not_before_its_time(centre) {
        put(&centre, Job::SealAudit, None).await;
        centre.db.write((), |tx, ()| Box::pin(async move {
            let later = tx.now() + Duration::hours(1);
            enqueue(tx, &Job::PurgeExpired, later, None).await
        })).await.unwrap();
        assert_eq!(run(&centre).await, 1);
        assert_eq!(run(&centre).await, 0);
        centre.clock.forward(Duration::hours(1));
        assert_eq!(run(&centre).await, 1);
        assert_eq!(count(&centre, "SELECT COUNT(*) FROM jobs WHERE done_at IS NOT NULL").await, 2);
    }

    async fn a_refused_change_leaves_no_job_behind(centre) {
        let said = centre.db.write((), |tx, ()| Box::pin(async move {
            let now = tx.now();
            enqueue(tx, &Job::SealAudit, now, None).await?;
            Err::<(), _>(Refusal::AlreadyDone.into())
        })).await;
        assert!(said.is_err());
        assert_eq!(count(&centre, "SELECT COUNT(*) FROM jobs").await, 0);
    }

    async fn the_same_key_again_is_the_same_job(centre) {
        put(&centre, Job::SealAudit, Some("seal")).await;
        put(&centre, Job::SealAudit, Some("seal")).await;
        assert_eq!(count(&centre, "SELECT COUNT(*) FROM jobs").await, 1);
    }

    async fn recurring_jobs_are_there_once_an_hour_and_once_a_day(centre) {
        ensure_recurring(&centre).await.unwrap();
        ensure_recurring(&centre).await.unwrap();
        assert_eq!(run(&centre).await, 6);
        centre.clock.forward(Duration::hours(1));
        ensure_recurring(&centre).await.unwrap();
        assert_eq!(run(&centre).await, 5, "all but forgetting");
        centre.clock.forward(Duration::hours(24));
        ensure_recurring(&centre).await.unwrap();
        assert_eq!(run(&centre).await, 6);
    }

    async fn a_badge_of_lampung_is_told_in_the_first_hour_of_lampungs_next_day(centre) {
        let stall = songket(&centre).await;
        centre.db.write(stall.mataram.centre, |tx, id| Box::pin(async move {
            execute!(tx, "UPDATE centres SET zone = $1 WHERE id = $2", Zone::Wib, *id)
        })).await.unwrap();
        list(&centre, stall.product, true, "2026-11-24".parse().unwrap()).await;
        // From 08.40 WITA to midnight in Lampung, an hour after that of Mataram, the jobs run hour by hour.
        let mut told = Vec::new();
        for hour in 0..24 {
            ensure_recurring(&centre).await.unwrap();
            run(&centre).await;
            if told.len() < notices::list(&centre, &stall.owner, 9).await.unwrap().len() {
                told.push(hour);
            }
            centre.clock.forward(Duration::hours(1));
        }
        assert_eq!(told, [17], "00.40 WIB of 25 November");
    }

    async fn two_runners_share_the_work_without_doing_any_of_it_twice(centre) {
        for _ in 0..10 {
            let job = Job::MailNotices { person: PersonId::new() };
            put(&centre, job, None).await;
        }
        let runners = (0..2).map(|_| {
            let centre = centre.clone();
            tokio::spawn(async move { run(&centre).await })
        });
        let ran: usize = futures::future::join_all(runners).await.into_iter().map(Result::unwrap).sum();
        assert_eq!(ran, 10);
        assert_eq!(count(&centre, "SELECT COUNT(*) FROM jobs WHERE attempts = 1 AND done_at IS NOT NULL").await, 10);
    }

    async fn an_equal_job_waits_until_the_first_is_done(centre) {
        let job = || Job::MailNotices { person: PersonId(uuid::Uuid::nil()) };
        put(&centre, job(), None).await;
        put(&centre, job(), None).await;
        centre.db.write((), |tx, ()| Box::pin(async move {
            let until = tx.now() + Duration::minutes(10);
            execute!(tx, "UPDATE jobs SET locked_until = $1 WHERE id = (SELECT id FROM jobs ORDER BY id LIMIT 1)", until)
        })).await.unwrap();
        assert_eq!(run(&centre).await, 0, "another process mails this person just now");
        centre.clock.forward(Duration::minutes(10));
        assert_eq!(run(&centre).await, 2);
    }

    async fn the_runner_wakes_when_a_change_brings_a_job(centre) {
        let runner = tokio::spawn(serve(centre.clone(), Mailer::none(), std::future::pending()));
        let waits = "SELECT COUNT(*) FROM jobs WHERE done_at IS NULL";
        let begun = std::time::Instant::now();
        while count(&centre, "SELECT COUNT(*) FROM jobs").await < 5 || count(&centre, waits).await > 0 {
            assert!(begun.elapsed().as_secs() < 20, "the recurring jobs do not run");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        let begun = std::time::Instant::now();
        put(&centre, Job::SealAudit, None).await;
        while count(&centre, waits).await > 0 {
            assert!(begun.elapsed().as_secs() < 20, "nobody woke");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        runner.abort();
    }

    async fn a_job_whose_process_died_is_taken_over_after_its_lease(centre) {
        put(&centre, Job::SealAudit, None).await;
        centre.db.write((), |tx, ()| Box::pin(async move {
            let until = tx.now() + Duration::minutes(10);
            execute!(tx, "UPDATE jobs SET locked_until = $1, attempts = 1", until)
        })).await.unwrap();
        assert_eq!(run(&centre).await, 0);
        centre.clock.forward(Duration::minutes(10));
        assert_eq!(run(&centre).await, 1);
        assert_eq!(count(&centre, "SELECT attempts FROM jobs WHERE done_at IS NOT NULL").await, 2);
    }

    async fn a_job_that_ends_its_process_each_time_becomes_a_dead_letter(centre) {
        put(&centre, Job::SealAudit, None).await;
        centre.db.write((), |tx, ()| Box::pin(async move {
            let until = tx.now() + Duration::minutes(10);
            execute!(tx, "UPDATE jobs SET locked_until = $1, attempts = 6", until)
        })).await.unwrap();
        assert_eq!(run(&centre).await, 0, "its sixth attempt may still be under way");
        assert_eq!(count(&centre, "SELECT COUNT(*) FROM jobs WHERE dead_at IS NOT NULL").await, 0);
        centre.clock.forward(Duration::minutes(10));
        assert_eq!(run(&centre).await, 0, "not tried a seventh time");
        let dead = "SELECT COUNT(*) FROM jobs WHERE dead_at IS NOT NULL AND last_error LIKE '%process ended%' AND attempts = 6";
        assert_eq!(count(&centre, dead).await, 1);
    }

    async fn what_runs_for_every_centre_is_started_again_by_the_province_only(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        let id = put_broken(&centre).await;
        kill(&centre).await;
        let letters = dead_letters(&centre, &siti.may(act::MendJobs, &mataram).unwrap()).await.unwrap();
        assert_eq!(letters.iter().map(|one| (one.id, one.may_retry)).collect::<Vec<_>>(), [(id, false)]);
        let said = retry(&centre, siti.may(act::MendJobs, &mataram).unwrap(), id).await;
        assert!(matches!(said, Err(Error::Refused(Refusal::ProvinceOnly))));
        // She runs the province as well: her other role takes nothing from her.
        let siti = village::join(&centre, &siti, Role::ProvinceAdmin, &mataram).await;
        let permit = siti.may(act::MendJobs, &mataram).unwrap();
        assert!(dead_letters(&centre, &permit).await.unwrap()[0].may_retry);
        retry(&centre, permit, id).await.unwrap();
    }

    async fn many_dead_mails_of_another_centre_do_not_hide_ones_own(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let bangli = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        let gede = village::staff(&centre, "I Gede Wiratma", Role::Manager, &bangli).await;
        put(&centre, Job::MailNotices { person: siti.person }, None).await;
        centre.clock.forward(Duration::minutes(1));
        for _ in 0..201 {
            put(&centre, Job::MailNotices { person: gede.person }, None).await;
        }
        centre.db.write((), |tx, ()| Box::pin(async move {
            execute!(tx, "UPDATE jobs SET dead_at = created_at, attempts = 6")
        })).await.unwrap();
        let letters = dead_letters(&centre, &siti.may(act::MendJobs, &mataram).unwrap()).await.unwrap();
        assert_eq!(letters.iter().map(|one| (one.kind.as_str(), one.may_retry)).collect::<Vec<_>>(), [("mail_notices", true)]);
    }

    async fn a_job_that_keeps_failing_becomes_a_dead_letter_and_can_be_tried_again(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::ProvinceAdmin, &mataram).await;
        let permit = || siti.may(act::MendJobs, &mataram).unwrap();
        let id = put_broken(&centre).await;
        assert_eq!(dead_letters(&centre, &permit()).await.unwrap(), []);
        kill(&centre).await;
        let letters = dead_letters(&centre, &permit()).await.unwrap();
        assert_eq!(letters.len(), 1);
        assert_eq!((letters[0].id, letters[0].kind.as_str(), letters[0].attempts), (id, "fly", 6));
        assert!(letters[0].error.contains("fly"), "{}", letters[0].error);

        retry(&centre, permit(), id).await.unwrap();
        assert_eq!(dead_letters(&centre, &permit()).await.unwrap(), []);
        let again = retry(&centre, permit(), id).await;
        assert!(matches!(again, Err(Error::Refused(Refusal::NotFound))));
        kill(&centre).await;
        assert_eq!(dead_letters(&centre, &permit()).await.unwrap().len(), 1);
    }

    async fn a_dead_mail_is_shown_at_its_readers_centre_only(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let bangli = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        let other = village::staff(&centre, "Manajer Bali", Role::Manager, &bangli).await;
        put(&centre, Job::MailNotices { person: siti.person }, None).await;
        centre.db.write((), |tx, ()| Box::pin(async move {
            let now = tx.now();
            execute!(tx, "UPDATE jobs SET dead_at = $1, last_error = 'no answer'", now)
        })).await.unwrap();
        let seen = dead_letters(&centre, &siti.may(act::MendJobs, &mataram).unwrap()).await.unwrap();
        assert_eq!(seen.len(), 1);
        let permit = other.may(act::MendJobs, &bangli).unwrap();
        assert_eq!(dead_letters(&centre, &permit).await.unwrap(), []);
        let said = retry(&centre, permit, seen[0].id).await;
        assert!(matches!(said, Err(Error::Refused(Refusal::NotFound))));
    }

    async fn an_ended_badge_is_told_once(centre) {
        let stall = songket(&centre).await;
        let last: NaiveDate = "2026-11-24".parse().unwrap();
        list(&centre, stall.product, true, last).await;
        put(&centre, Job::LapseBadges, None).await;
        run(&centre).await;
        assert_eq!(notices::list(&centre, &stall.owner, 9).await.unwrap(), [], "the last day counts");
        centre.clock.forward(Duration::days(1));
        for _ in 0..2 {
            put(&centre, Job::LapseBadges, None).await;
            run(&centre).await;
        }
        let told = notices::list(&centre, &stall.owner, 9).await.unwrap();
        assert_eq!(told.len(), 1);
        let notice = Notice::BadgeEnded { product: stall.product, name: "Songket Subahnale".into(), on: last };
        assert_eq!(told[0].notice, notice);
        let latest = timeline::of(&mut centre.db.read().await.unwrap(), stall.business, 1).await.unwrap().remove(0);
        assert_eq!(latest.happening, Happening::BadgeEnded { product: "Songket Subahnale".into(), on: last });
    }

    async fn an_owner_hears_of_an_ending_licence_sixty_thirty_and_seven_days_before(centre) {
        let stall = songket(&centre).await;
        let ends: NaiveDate = "2027-02-22".parse().unwrap();
        centre.db.write((stall.business, ends), |tx, (business, ends)| Box::pin(async move {
            execute!(tx, "UPDATE claims SET expires_on = $1 WHERE business_id = $2", *ends, *business)
        })).await.unwrap();
        let mut told = Vec::new();
        for day in 0..=91 {
            put(&centre, Job::RemindClaims, None).await;
            run(&centre).await;
            let heard = notices::list(&centre, &stall.owner, 9).await.unwrap();
            if heard.len() > told.len() {
                told.push(90 - day);
                let notice = Notice::ClaimExpires { business: stall.business, claim: ClaimKind::Nib, on: ends };
                assert_eq!(heard[0].notice, notice);
            }
            centre.clock.forward(Duration::days(1));
        }
        assert_eq!(told, [60, 30, 7]);
    }

    async fn a_curator_hears_once_a_day_before_the_end_of_what_she_left_unscored(centre) {
        let season = season(&centre).await;
        let stall = maker(&centre, "Lale Suryani", "Tenun Sari").await;
        let product = product(&centre, &stall, &a_songket()).await;
        let entry = submit(&centre, &stall, product).await;
        assign(&centre, &season, season.round).await;
        let two = chairs(&centre, entry).await;
        score(&centre, &two[0], even(4)).await.unwrap();
        let calls = async || {
            let mut calls = Vec::new();
            for chair in &two {
                put(&centre, Job::RemindReviewers, None).await;
                run(&centre).await;
                let heard = notices::list(&centre, &chair.curator, 9).await.unwrap();
                calls.push(heard.into_iter().filter(|one| matches!(one.notice, Notice::ScoringEnds { count: 1, .. })).count());
            }
            calls
        };
        centre.clock.forward(Duration::days(2 * WEEK) - Duration::hours(25));
        assert_eq!(calls().await, [0, 0], "too early");
        centre.clock.forward(Duration::hours(2));
        assert_eq!(calls().await, [0, 1], "who scored is left alone");
        assert_eq!(calls().await, [0, 1], "once");
        centre.clock.forward(Duration::days(1));
        assert_eq!(calls().await, [0, 1], "nothing can be scored any more");
    }

    async fn old_drafts_and_jobs_are_forgotten_and_younger_ones_kept(centre) {
        drafts::keep(&centre.db, DraftId::new(), None, "sign_up", &"Lale", None).await.unwrap();
        put(&centre, Job::SealAudit, None).await;
        run(&centre).await;
        centre.clock.forward(Duration::days(29));
        put(&centre, Job::PurgeExpired, None).await;
        run(&centre).await;
        assert_eq!(count(&centre, "SELECT COUNT(*) FROM drafts").await, 1);
        centre.clock.forward(Duration::days(2));
        put(&centre, Job::PurgeExpired, None).await;
        run(&centre).await;
        assert_eq!(count(&centre, "SELECT COUNT(*) FROM drafts").await, 0);
        let kinds = all!(centre.db.read().await.unwrap(), (String,), "SELECT kind FROM jobs").unwrap();
        assert!(kinds.iter().all(|(kind,)| kind == "purge_expired"), "{kinds:?}");
    }
}
