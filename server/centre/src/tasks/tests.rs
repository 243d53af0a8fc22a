//! What tasks promise.

use domain::{
    Refusal,
    access::{Actor, Role, act},
    ids::TaskId,
    language::Bilingual,
    refusal::Problem,
    tasks::{ClinicLine, TaskSource},
    timeline::Happening,
};

use super::{NewTask, finish, give, mine, place};
use crate::{
    Centre, Error, Result, both_engines,
    db::one,
    gallery::tests::{Stall, songket},
    testing::village,
    timeline,
};

fn better_label(stall: &Stall, title: &str, due: &str) -> NewTask {
    NewTask {
        business: stall.business,
        owner: None,
        title: Bilingual::new(title, "Better label"),
        detail: Bilingual::new("Tulis asal benang.", "Name the yarn's origin."),
        line: Some(ClinicLine::Design),
        source: TaskSource::Staff,
        due_on: due.parse().unwrap(),
    }
}

async fn given(centre: &Centre, task: NewTask) -> TaskId {
    centre
        .db
        .write(task, |tx, task| Box::pin(give(tx, task)))
        .await
        .unwrap()
}

async fn done(centre: &Centre, who: &Actor, task: TaskId, proof: &str) -> Result<()> {
    let place = place(&mut centre.db.read().await?, task)
        .await?
        .ok_or(Refusal::NotFound)?;
    finish(centre, who.may(act::DoTask, &place)?, task, proof, None).await
}

both_engines! {
    async fn the_owner_finds_a_task_as_it_was_given(centre) {
        let stall = songket(&centre).await;
        let id = given(&centre, better_label(&stall, "Perbaiki label", "2026-12-08")).await;
        let tasks = mine(&centre, &stall.owner).await.unwrap();
        assert_eq!(tasks.len(), 1);
        let task = &tasks[0];
        assert_eq!((task.id, task.business, task.business_name.as_str()), (id, stall.business, "Tenun Sari Sukarara"));
        assert_eq!(task.title, Bilingual::new("Perbaiki label", "Better label"));
        assert_eq!(task.detail.id, "Tulis asal benang.");
        assert_eq!((task.line, &task.source), (Some(ClinicLine::Design), &TaskSource::Staff));
        assert_eq!((task.due_on.to_string().as_str(), task.done_at), ("2026-12-08", None));
        assert_eq!(mine(&centre, &stall.dewi).await.unwrap(), []);
    }

    async fn open_tasks_come_first_by_their_last_day(centre) {
        let stall = songket(&centre).await;
        given(&centre, better_label(&stall, "Nanti", "2026-12-20")).await;
        let done_already = given(&centre, better_label(&stall, "Sudah", "2026-12-01")).await;
        given(&centre, better_label(&stall, "Dulu", "2026-12-05")).await;
        done(&centre, &stall.owner, done_already, "Sudah diganti.").await.unwrap();
        let titles = |tasks: Vec<domain::tasks::Task>| tasks.into_iter().map(|task| task.title.id).collect::<Vec<_>>();
        assert_eq!(titles(mine(&centre, &stall.owner).await.unwrap()), ["Dulu", "Nanti", "Sudah"]);
    }

    async fn a_task_is_late_once_its_last_day_is_over_where_the_centre_is(centre) {
        let stall = songket(&centre).await;
        let today = domain::place::Zone::Wita.date(centre.clock.now());
        let id = given(&centre, better_label(&stall, "Perbaiki label", &today.to_string())).await;
        let late = || async { mine(&centre, &stall.owner).await.unwrap()[0].late };
        assert!(!late().await, "all of the last day is left");
        let midnight = domain::place::Zone::Wita.midnight(today.succ_opt().unwrap());
        centre.clock.set(midnight - chrono::Duration::minutes(1));
        assert!(!late().await);
        centre.clock.set(midnight);
        assert!(late().await);
        done(&centre, &stall.owner, id, "Label baru dipasang.").await.unwrap();
        assert!(!late().await, "done late is done");
    }

    async fn a_finished_task_stands_on_the_timeline_with_who_did_it(centre) {
        let stall = songket(&centre).await;
        let id = given(&centre, better_label(&stall, "Perbaiki label", "2026-12-08")).await;
        done(&centre, &stall.owner, id, "Label baru dipasang.").await.unwrap();
        let mut conn = centre.db.read().await.unwrap();
        let latest = timeline::of(&mut conn, stall.business, 1).await.unwrap().remove(0);
        assert_eq!(latest.happening, Happening::TaskDone { title: Bilingual::new("Perbaiki label", "Better label") });
        assert_eq!((latest.actor.as_deref(), latest.at), (Some("Lale Suryani"), centre.clock.now()));
        let (proof,) = one!(conn, (String,), "SELECT proof FROM tasks WHERE id = $1", id).unwrap();
        assert_eq!(proof, "Label baru dipasang.");
    }

    async fn finishing_twice_changes_nothing(centre) {
        let stall = songket(&centre).await;
        let id = given(&centre, better_label(&stall, "Perbaiki label", "2026-12-08")).await;
        done(&centre, &stall.owner, id, "Pertama").await.unwrap();
        let again = done(&centre, &stall.dewi, id, "Kedua").await;
        assert!(matches!(again, Err(Error::Refused(Refusal::AlreadyDone))));
        let task = mine(&centre, &stall.owner).await.unwrap().remove(0);
        assert_eq!(task.proof.as_deref(), Some("Pertama"));
    }

    async fn a_task_is_not_finished_without_proof(centre) {
        let stall = songket(&centre).await;
        let id = given(&centre, better_label(&stall, "Perbaiki label", "2026-12-08")).await;
        let said = done(&centre, &stall.owner, id, "  ").await;
        let Err(Error::Refused(refusal)) = said else { panic!("accepted") };
        assert_eq!(refusal, Refusal::field("proof", Problem::Missing));
        assert_eq!(mine(&centre, &stall.owner).await.unwrap()[0].done_at, None);
    }

    async fn a_task_of_somebody_else_does_not_exist(centre) {
        let stall = songket(&centre).await;
        let id = given(&centre, better_label(&stall, "Perbaiki label", "2026-12-08")).await;
        let bangli = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let made = village::staff(&centre, "I Made Konsultan", Role::Consultant, &bangli).await;
        let sudarma = village::staff(&centre, "I Wayan Sudarma", Role::Entrepreneur, &stall.mataram).await;
        for stranger in [made, sudarma] {
            let said = done(&centre, &stranger, id, "Selesai saja").await;
            assert!(matches!(said, Err(Error::Refused(Refusal::NotFound))), "{}", stranger.name);
        }
        let own = stall.owner.may(act::DoTask, &stall.place(&centre).await).unwrap();
        let said = finish(&centre, own, TaskId::new(), "Selesai saja", None).await;
        assert!(matches!(said, Err(Error::Refused(Refusal::NotFound))));
    }
}
