//! What the village promises.

use domain::{
    access::Role,
    curation::{Category, Decision},
    gallery::Filter,
    review::{EntryState, Grade},
};

use super::*;
use crate::{
    both_engines, business, centres, curation, db::all, feedback, gallery, news, tasks,
    testing::village,
};

async fn who(centre: &Centre, contact: &str) -> Actor {
    let person = village::signed_in(centre, contact, PASSWORD).await.unwrap();
    people::actor(&mut centre.db.read().await.unwrap(), person)
        .await
        .unwrap()
        .unwrap()
}

both_engines! {
    async fn the_village_moves_in_once_and_has_lived_half_a_year(centre) {
        assert!(is_empty(&centre).await.unwrap());
        seed_plain(&centre).await.unwrap();
        assert!(!is_empty(&centre).await.unwrap());

        for account in [&accounts()[0], accounts().last().unwrap()] {
            assert!(village::signed_in(&centre, account.contact, PASSWORD).await.is_ok(), "{}", account.name);
        }
        let siti = who(&centre, "siti@plut-ntb.id").await;
        let seen = business::list(&centre, &siti, "", 1).await.unwrap();
        assert!(seen.iter().any(|line| line.name == "Tenun Sari Sukarara"));
        assert!(seen.iter().all(|line| line.centre_name == "PLUT NTB"), "a manager's list ends at the centre's door");
        assert!(who(&centre, "wirajaya@ntbprov.id").await.is(Role::ProvinceAdmin));

        centre.gallery.caught_up().await.unwrap();
        let shelf = gallery::page(&centre, &Filter::default()).await.unwrap();
        assert!(shelf.total >= 24, "{} products", shelf.total);
        for province in ["52", "18", "51"] {
            let there = Filter { places: vec![province.into()], ..Filter::default() };
            assert!(gallery::page(&centre, &there).await.unwrap().total >= 5, "{province}");
        }
        for category in Category::ALL {
            let there = Filter { categories: vec![*category], ..Filter::default() };
            assert!(gallery::page(&centre, &there).await.unwrap().total >= 2, "{category}");
        }
        for grade in [Grade::A, Grade::B, Grade::C] {
            let there = Filter { grades: vec![grade], ..Filter::default() };
            assert!(gallery::page(&centre, &there).await.unwrap().total >= 3, "{grade}");
        }
        assert_eq!(gallery::collections(&centre).await.unwrap().len(), 2);

        for line in centres::lines(&centre).await.unwrap() {
            let page = centres::page(&centre, &line.slug).await.unwrap();
            assert!(!page.week.is_unknown() && !page.intro.en.is_empty(), "{}", line.name);
            assert!(page.services.len() >= 3 && page.rooms.len() >= 3 && page.faces.len() >= 2, "{}", line.name);
            assert!(!feedback::register(&centre, &line.slug).await.unwrap().lines.is_empty(), "{}", line.name);
            assert!(!news::latest(&centre, line.id, 3).await.unwrap().is_empty(), "{}", line.name);
        }

        let yuliana = who(&centre, "081234567803").await;
        let submissions = curation::my_submissions(&centre, &yuliana).await.unwrap();
        let returned = submissions.iter().find(|one| one.product_name.starts_with("Keripik Pisang Kepok")).unwrap();
        assert_eq!(returned.grade.map(|(grade, _)| grade), Some(Grade::D));
        assert!(tasks::mine(&centre, &yuliana).await.unwrap().iter().filter(|task| task.done_at.is_none()).count() >= 3);
        assert!(notices::unread_count(&centre, &yuliana).await.unwrap() > 0);
        let asked = gallery::my_inquiries(&centre, &yuliana).await.unwrap();
        assert_eq!(asked.len(), 1, "a hotel waits for her answer");

        for contact in ["baiq@plut-ntb.id", "hamdan@plut-ntb.id", "ratna@plut-ntb.id", "sri@plut-lampung.id", "ayu@plut-bali.id"] {
            let desk = curation::desk(&centre, &who(&centre, contact).await).await.unwrap();
            assert!(!desk.queue.is_empty() || !desk.finished.is_empty(), "{contact} has work");
        }
        let decisions = all!(
            centre.db.read().await.unwrap(),
            (Decision, i64),
            "SELECT decision, COUNT(*) FROM decisions WHERE released_at IS NOT NULL GROUP BY decision",
        ).unwrap();
        assert_eq!(decisions.len(), 4, "every decision occurs: {decisions:?}");
        let states = all!(
            centre.db.read().await.unwrap(),
            (EntryState, i64),
            "SELECT state, COUNT(*) FROM entries GROUP BY state",
        ).unwrap();
        assert!(states.iter().any(|(state, n)| *state == EntryState::InReview && *n >= 8), "{states:?}");
        let future = all!(centre.db.read().await.unwrap(), (String,), "SELECT kind FROM timeline WHERE at > $1", centre.clock.now()).unwrap();
        assert!(future.is_empty(), "nothing happened after today: {future:?}");
    }
}
