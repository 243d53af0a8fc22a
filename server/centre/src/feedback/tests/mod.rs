//! What the ear of a centre promises.

use chrono::Duration;
use domain::{
    Refusal,
    access::{Actor, Permit, Place, Role, act},
    centres::{Measure, ShownForm},
    feedback::{FeedbackForm, ImprovementForm, Progress, Standing},
    ids::{FeedbackId, ImprovementId},
    refusal::Problem,
};

use super::*;
use crate::{
    Centre, both_engines, centres,
    notices::{self},
    testing::{refused, village},
};

/// A centre with who leads it and who receives its visitors.
struct House {
    place: Place,
    siti: Actor,
    zul: Actor,
}

const SLUG: &str = "plut-ntb";

impl House {
    async fn new(centre: &Centre) -> Self {
        let place = village::centre(centre, "52", "5271", "PLUT NTB").await;
        let siti = village::staff(centre, "Siti Rahmawati", Role::Manager, &place).await;
        let zul = village::staff(centre, "M. Zulkarnain", Role::FrontDesk, &place).await;
        Self { place, siti, zul }
    }

    fn answering(&self) -> Permit<act::AnswerFeedback> {
        self.zul.may(act::AnswerFeedback, &self.place).unwrap()
    }

    fn keeping(&self) -> Permit<act::KeepRegister> {
        self.siti.may(act::KeepRegister, &self.place).unwrap()
    }
}

fn locked_door() -> FeedbackForm {
    FeedbackForm {
        once: "halaman-yang-sama-0123456789".into(),
        kind: "complaint".into(),
        text: "Hari Jumat siang pintunya terkunci.".into(),
        name: "Ibu Hana".into(),
        contact: "081755500011".into(),
        ..FeedbackForm::default()
    }
}

async fn only(centre: &Centre, house: &House) -> FeedbackId {
    inbox(centre, &house.answering()).await.unwrap()[0].id
}

fn line(progress: &str) -> ImprovementForm {
    ImprovementForm {
        heard_id: "Papan jam buka tidak menyebut istirahat Jumat.".into(),
        progress: progress.into(),
        ..ImprovementForm::default()
    }
}

async fn public(centre: &Centre) -> Vec<domain::feedback::RegisterLine> {
    register(centre, SLUG).await.unwrap().lines
}

both_engines! {
    async fn a_complaint_reaches_the_desk_once_and_its_link_shows_the_answer(centre) {
        let house = House::new(&centre).await;
        let secret = give_feedback(&centre, SLUG, &locked_door()).await.unwrap();
        let again = give_feedback(&centre, SLUG, &locked_door()).await.unwrap();
        assert_eq!(secret, again, "the same form sent twice tells once");
        let lines = inbox(&centre, &house.answering()).await.unwrap();
        assert_eq!((lines.len(), lines[0].name.as_str(), lines[0].waits), (1, "Ibu Hana", true));
        for staff in [&house.siti, &house.zul] {
            assert_eq!(notices::unread_count(&centre, staff).await.unwrap(), 1, "{}", staff.name);
        }

        answer_feedback(&centre, house.answering(), lines[0].id, "Maaf, papannya kami ganti.").await.unwrap();
        let talk = conversation_by_secret(&centre, &secret).await.unwrap();
        assert_eq!(talk.messages.iter().map(|said| said.from_centre).collect::<Vec<_>>(), [false, true]);
        reply_by_secret(&centre, &secret, "Terima kasih.").await.unwrap();
        let lines = inbox(&centre, &house.answering()).await.unwrap();
        assert!(lines[0].waits && matches!(lines[0].standing, Standing::Answered { in_time: true, .. }));
        assert_eq!(refused(conversation_by_secret(&centre, "salah").await), Refusal::NotFound);
        assert_eq!(refused(give_feedback(&centre, "plut-bulan", &locked_door()).await), Refusal::NotFound);
    }

    async fn an_answer_after_fourteen_days_is_late_and_the_figures_say_so(centre) {
        let house = House::new(&centre).await;
        give_feedback(&centre, SLUG, &locked_door()).await.unwrap();
        let first = only(&centre, &house).await;
        centre.clock.forward(Duration::days(4));
        answer_feedback(&centre, house.answering(), first, "Sudah kami ganti.").await.unwrap();
        let unnamed = FeedbackForm { name: String::new(), contact: String::new(), once: String::new(), ..locked_door() };
        give_feedback(&centre, SLUG, &unnamed).await.unwrap();
        let figures = register(&centre, SLUG).await.unwrap().figures;
        assert_eq!(figures.get(Measure::HeardInTime), Some(100), "what is not due yet does not count");

        centre.clock.forward(Duration::days(15));
        let lines = inbox(&centre, &house.answering()).await.unwrap();
        assert!(matches!(lines[0].standing, Standing::Late { .. }), "what is owed stands first");
        let register = register(&centre, SLUG).await.unwrap();
        assert_eq!(register.clock, (14, "UU 25/2009 pasal 44".to_owned()));
        assert_eq!(register.figures.get(Measure::Heard), Some(2));
        assert_eq!(register.figures.get(Measure::HeardInTime), Some(50));
        assert_eq!(register.figures.get(Measure::HeardDays), Some(40));
    }

    async fn the_register_says_what_was_heard_who_mends_it_and_how_one_sees_it(centre) {
        let house = House::new(&centre).await;
        give_feedback(&centre, SLUG, &locked_door()).await.unwrap();
        let told = only(&centre, &house).await;
        let id = ImprovementId::new();
        let save = async |form: &ImprovementForm| save_improvement(&centre, house.keeping(), id, Some(told), form).await;
        save(&line("heard")).await.unwrap();
        assert!(public(&centre).await.is_empty(), "nothing is public before somebody says so");
        publish_improvement(&centre, house.keeping(), id, true).await.unwrap();
        assert_eq!(refused(publish_improvement(&centre, house.keeping(), id, true).await), Refusal::AlreadyDone);
        assert_eq!(public(&centre).await[0].progress, Progress::Heard);

        let planned = ImprovementForm {
            action_id: "Papan baru dengan istirahat tertulis.".into(),
            owner: house.zul.person.to_string(),
            due_on: "2026-11-30".into(),
            ..line("planned")
        };
        save(&planned).await.unwrap();
        assert_eq!(public(&centre).await[0].owner, None, "who does not want to be shown is not named");
        let form = ShownForm { shown: "true".into(), ..ShownForm::default() };
        centres::show_oneself(&centre, &house.zul, house.place.centre, &form).await.unwrap();
        assert_eq!(public(&centre).await[0].owner.as_deref(), Some("M. Zulkarnain"));
        centre.clock.forward(Duration::days(10));
        assert!(public(&centre).await[0].late);

        let fixed = ImprovementForm { evidence_id: "Papan terpasang di kedua pintu.".into(), progress: "fixed".into(), ..planned };
        save(&fixed).await.unwrap();
        let register = register(&centre, SLUG).await.unwrap();
        assert_eq!((register.lines[0].late, register.lines[0].fixed_on.is_some()), (false, true));
        assert_eq!(register.figures.get(Measure::Fixed), Some(1));
        assert_eq!(refused(save_improvement(&centre, house.keeping(), ImprovementId::new(), Some(told), &line("heard")).await), Refusal::AlreadyDone);
        publish_improvement(&centre, house.keeping(), id, false).await.unwrap();
        assert!(public(&centre).await.is_empty());
    }

    async fn public_words_never_name_who_told(centre) {
        let house = House::new(&centre).await;
        give_feedback(&centre, SLUG, &locked_door()).await.unwrap();
        let told = only(&centre, &house).await;
        for words in ["Ibu Hana menemukan pintu terkunci.", "Hubungi +6281755500011 tentang pintu."] {
            let form = ImprovementForm { heard_id: words.into(), ..line("heard") };
            let outcome = save_improvement(&centre, house.keeping(), ImprovementId::new(), Some(told), &form).await;
            assert_eq!(refused(outcome), Refusal::field("heard_id", Problem::NamesTeller), "{words}");
        }
        let polite = ImprovementForm { heard_id: "Seorang ibu menemukan pintu terkunci.".into(), ..line("heard") };
        save_improvement(&centre, house.keeping(), ImprovementId::new(), Some(told), &polite).await.unwrap();
    }

    async fn a_neighbours_complaint_does_not_exist_and_only_staff_get_improvements(centre) {
        let house = House::new(&centre).await;
        let bali = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let gede = village::staff(&centre, "I Gede Wirawan", Role::Manager, &bali).await;
        give_feedback(&centre, SLUG, &locked_door()).await.unwrap();
        let told = only(&centre, &house).await;
        let theirs = || gede.may(act::AnswerFeedback, &bali).unwrap();
        assert!(inbox(&centre, &theirs()).await.unwrap().is_empty());
        assert_eq!(refused(conversation(&centre, &theirs(), told).await), Refusal::NotFound);
        assert_eq!(refused(answer_feedback(&centre, theirs(), told, "Halo").await), Refusal::NotFound);
        let keeping = || gede.may(act::KeepRegister, &bali).unwrap();
        assert_eq!(refused(save_improvement(&centre, keeping(), ImprovementId::new(), Some(told), &line("heard")).await), Refusal::NotFound);

        let lale = village::staff(&centre, "Lale Suryani", Role::Entrepreneur, &house.place).await;
        let form = ImprovementForm { owner: lale.person.to_string(), ..line("heard") };
        let outcome = save_improvement(&centre, house.keeping(), ImprovementId::new(), None, &form).await;
        assert_eq!(refused(outcome), Refusal::field("owner", Problem::NotAChoice));
    }
}
