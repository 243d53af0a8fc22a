//! What the ways back in promise.

use chrono::Duration;
use domain::{
    Refusal,
    access::{Actor, Permit, Place, Role, act},
    ids::PersonId,
    notices::Notice,
    people::{IdentityCheck, Purpose, RecoveryWay},
    refusal::Problem,
};

use super::{super::*, open_link};
use crate::{
    Centre, both_engines,
    db::{all, execute, one},
    notices,
    testing::{refused, village},
};

const OLD: &str = "benang emas dari sukarara";
const NEW: &str = "alat tenun kayu nangka";
const PHONE: &str = "081234567890";

/// The centre at Mataram with Rini at its front desk, and Lale, who signs in by phone and forgot her password.
struct Scene {
    place: Place,
    rini: Actor,
    lale: PersonId,
}

impl Scene {
    async fn open(centre: &Centre) -> Self {
        let place = village::centre(centre, "52", "5271", "PLUT Mataram").await;
        let rini = village::staff(centre, "Rini Astuti", Role::FrontDesk, &place).await;
        let lale = SignUp {
            name: "Lale Suryani".into(),
            contact: PHONE.into(),
            password: OLD.into(),
            purposes: vec![Purpose::Service],
            ..SignUp::default()
        };
        let lale = sign_up(centre, &lale).await.unwrap();
        Self { place, rini, lale }
    }

    fn desk(&self) -> Permit<act::HelpSignIn> {
        self.rini.may(act::HelpSignIn, &self.place).unwrap()
    }

    async fn code(&self, centre: &Centre) -> String {
        make_code(centre, self.desk(), PHONE, IdentityCheck::Card)
            .await
            .unwrap()
            .code
    }
}

fn by_code(code: &str) -> RecoveryKey<'_> {
    RecoveryKey::Code {
        contact: PHONE,
        code,
    }
}

async fn set_email(centre: &Centre, person: PersonId, email: &'static str) {
    centre
        .db
        .write((person, email), |tx, (person, email)| {
            Box::pin(async move {
                execute!(
                    tx,
                    "UPDATE people SET email = $1 WHERE id = $2",
                    *email,
                    *person
                )?;
                Ok(())
            })
        })
        .await
        .unwrap();
}

both_engines! {
    async fn a_weaver_with_only_a_phone_gets_a_code_at_the_desk_and_is_back(centre) {
        let scene = Scene::open(&centre).await;
        let found = account(&centre, &scene.desk(), "+62 812-3456-7890").await.unwrap();
        assert_eq!((found.person, found.name.as_str()), (scene.lale, "Lale Suryani"));
        let code = scene.code(&centre).await;

        let typed = code.replace('-', " ").to_lowercase();
        assert_eq!(recover(&centre, by_code(&typed), NEW).await.unwrap(), Entered::In(scene.lale));
        assert_eq!(village::signed_in(&centre, PHONE, NEW).await.unwrap(), scene.lale);
        assert_eq!(refused(village::signed_in(&centre, PHONE, OLD).await), Refusal::SignInFailed);
        assert_eq!(refused(recover(&centre, by_code(&code), OLD).await), Refusal::CodeWrong, "a code opens once");

        let lale = village::actor(&centre, scene.lale).await;
        let told = notices::list(&centre, &lale, 10).await.unwrap();
        let news: Vec<Notice> = told.into_iter().map(|one| one.notice).collect();
        let made = Notice::CodeMade { by: "Rini Astuti".into(), checked: IdentityCheck::Card };
        assert_eq!(news, [Notice::PasswordRecovered { way: RecoveryWay::Desk }, made]);
        let read = my_readings(&centre, &lale).await.unwrap();
        assert_eq!((read[0].reader.as_str(), read[0].what.as_str()), ("Rini Astuti", "account"));
    }

    async fn only_the_hash_of_a_code_is_kept_and_the_record_says_who_made_it(centre) {
        let scene = Scene::open(&centre).await;
        let code = scene.code(&centre).await;
        let mut conn = centre.db.read().await.unwrap();
        let (hash,) = one!(conn, (String,), "SELECT secret_hash FROM recoveries").unwrap();
        assert!(!hash.contains(&code[..4]));
        let acts = all!(
            conn, (String, Option<PersonId>), "SELECT act, actor_id FROM audit WHERE entity_id = $1 AND act <> 'SignUp'", scene.lale.to_string(),
        ).unwrap();
        assert_eq!(acts, [("HelpSignIn".to_owned(), Some(scene.rini.person))]);
    }

    async fn recovering_ends_every_session_of_the_account(centre) {
        let scene = Scene::open(&centre).await;
        let row = SessionRow {
            id: "stolen".into(), person_id: Some(scene.lale), data: "{}".into(), expires_at: centre.clock.now() + Duration::days(1),
            device_id: None,
        };
        open_session(&centre, row).await.unwrap();
        let code = scene.code(&centre).await;
        recover(&centre, by_code(&code), NEW).await.unwrap();
        assert!(load_session(&centre, "stolen").await.unwrap().is_none());
    }

    async fn a_weak_password_does_not_use_the_code_up(centre) {
        let scene = Scene::open(&centre).await;
        let code = scene.code(&centre).await;
        assert!(matches!(refused(recover(&centre, by_code(&code), "12345678").await), Refusal::WeakPassword(_)));
        assert!(matches!(refused(recover(&centre, by_code(&code), "suryani 0812 tenun songket").await), Refusal::WeakPassword(_)));
        recover(&centre, by_code(&code), NEW).await.unwrap();
    }

    async fn after_five_wrong_codes_the_right_one_is_void(centre) {
        let scene = Scene::open(&centre).await;
        let code = scene.code(&centre).await;
        for _ in 0..5 {
            assert_eq!(refused(recover(&centre, by_code("AAAA-AAAA"), NEW).await), Refusal::CodeWrong);
        }
        assert_eq!(refused(recover(&centre, by_code(&code), NEW).await), Refusal::CodeWrong);
        let again = scene.code(&centre).await;
        recover(&centre, by_code(&again), NEW).await.unwrap();
    }

    async fn a_code_lives_half_an_hour_and_a_new_one_closes_the_one_before(centre) {
        let scene = Scene::open(&centre).await;
        let (first, second) = (scene.code(&centre).await, scene.code(&centre).await);
        assert_eq!(refused(recover(&centre, by_code(&first), NEW).await), Refusal::CodeWrong);
        centre.clock.forward(Duration::minutes(CODE_MINUTES));
        assert_eq!(refused(recover(&centre, by_code(&second), NEW).await), Refusal::CodeWrong);
    }

    async fn the_desk_lets_in_nobody_of_the_staff_and_nobody_of_another_centre(centre) {
        let scene = Scene::open(&centre).await;
        let there = village::centre(&centre, "18", "1871", "PLUT Lampung").await;
        village::staff(&centre, "Gede Putra", Role::Curator, &scene.place).await;
        village::staff(&centre, "Made Wirawan", Role::Entrepreneur, &there).await;
        let ask = async |contact: &'static str| refused(account(&centre, &scene.desk(), contact).await);
        assert_eq!(ask("gede-putra@contoh.id").await, Refusal::HelpedByOthers);
        assert_eq!(ask("made-wirawan@contoh.id").await, Refusal::NotFound);
        assert_eq!(ask("nobody@contoh.id").await, Refusal::NotFound);
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &scene.place).await;
        let hers = siti.may(act::HelpSignIn, &scene.place).unwrap();
        make_code(&centre, hers, "gede-putra@contoh.id", IdentityCheck::Known).await.unwrap();
    }

    async fn a_link_by_mail_opens_once_and_who_is_unknown_is_told_the_same(centre) {
        let scene = Scene::open(&centre).await;
        set_email(&centre, scene.lale, "lale@contoh.id").await;
        ask_link(&centre, "nobody@contoh.id").await.unwrap();
        ask_link(&centre, "Lale@Contoh.id").await.unwrap();
        ask_link(&centre, "lale@contoh.id").await.unwrap();
        let mut conn = centre.db.read().await.unwrap();
        let (waiting,) = one!(conn, (i64,), "SELECT COUNT(*) FROM jobs WHERE kind = 'mail_recovery'").unwrap();
        drop(conn);
        assert_eq!(waiting, 1, "one mail, however often it is asked for");
        assert_eq!(refused(ask_link(&centre, PHONE).await), Refusal::field("contact", Problem::NotAnEmail));

        let secret = open_link(&centre, scene.lale).await.unwrap();
        assert_eq!(refused(recover(&centre, by_code(&secret), NEW).await), Refusal::CodeWrong, "a link is no code");
        recover(&centre, RecoveryKey::Link(&secret), NEW).await.unwrap();
        assert_eq!(refused(recover(&centre, RecoveryKey::Link(&secret), OLD).await), Refusal::LinkSpent);

        let late = open_link(&centre, scene.lale).await.unwrap();
        centre.clock.forward(Duration::minutes(LINK_MINUTES));
        assert_eq!(refused(recover(&centre, RecoveryKey::Link(&late), OLD).await), Refusal::LinkSpent);
    }

    async fn a_code_of_the_desk_is_no_link(centre) {
        let scene = Scene::open(&centre).await;
        let code = scene.code(&centre).await;
        assert_eq!(refused(recover(&centre, RecoveryKey::Link(&code), NEW).await), Refusal::LinkSpent);
    }

    async fn a_link_that_somebody_asks_for_does_not_void_the_code_from_the_desk(centre) {
        let scene = Scene::open(&centre).await;
        set_email(&centre, scene.lale, "lale@contoh.id").await;
        let code = scene.code(&centre).await;
        let secret = open_link(&centre, scene.lale).await.unwrap();
        recover(&centre, by_code(&code), NEW).await.unwrap();
        assert_eq!(refused(recover(&centre, RecoveryKey::Link(&secret), OLD).await), Refusal::LinkSpent, "one use closes all");
    }

    async fn a_changed_password_and_a_new_role_void_the_code(centre) {
        let scene = Scene::open(&centre).await;
        let code = scene.code(&centre).await;
        let lale = village::actor(&centre, scene.lale).await;
        change_password(&centre, &lale, OLD, NEW, "").await.unwrap();
        assert_eq!(refused(recover(&centre, by_code(&code), OLD).await), Refusal::CodeWrong);

        let code = scene.code(&centre).await;
        let place = scene.place.centre;
        centre
            .db
            .write((scene.lale, place), |tx, (lale, place)| Box::pin(async move { grant(tx, *lale, Role::Curator, *place, None).await }))
            .await
            .unwrap();
        assert_eq!(refused(recover(&centre, by_code(&code), OLD).await), Refusal::CodeWrong, "it was made for no curator");
    }

    async fn who_left_is_known_to_the_centre_they_left_and_to_no_other(centre) {
        let scene = Scene::open(&centre).await;
        let there = village::centre(&centre, "18", "1871", "PLUT Lampung").await;
        let made = village::staff(&centre, "Made Wirawan", Role::Curator, &there).await;
        centre
            .db
            .write(made.person, |tx, person| Box::pin(async move {
                let now = tx.now();
                execute!(tx, "UPDATE memberships SET ended_at = $1 WHERE person_id = $2", now, *person)?;
                Ok(())
            }))
            .await
            .unwrap();
        let asked = account(&centre, &scene.desk(), "made-wirawan@contoh.id").await;
        assert_eq!(refused(asked), Refusal::NotFound);
        let yogi = village::staff(&centre, "Yogi Pratama", Role::FrontDesk, &there).await;
        account(&centre, &yogi.may(act::HelpSignIn, &there).unwrap(), "made-wirawan@contoh.id").await.unwrap();
    }

    async fn whoever_keeps_the_desk_and_leads_the_centre_helps_as_its_leader(centre) {
        let scene = Scene::open(&centre).await;
        village::staff(&centre, "Gede Putra", Role::Curator, &scene.place).await;
        centre
            .db
            .write((scene.rini.person, scene.place.centre), |tx, (rini, place)| {
                Box::pin(async move { grant(tx, *rini, Role::Manager, *place, None).await })
            })
            .await
            .unwrap();
        account(&centre, &scene.desk(), "gede-putra@contoh.id").await.unwrap();
    }

    async fn the_owner_is_mailed_at_night_and_even_when_a_thief_read_it_first(centre) {
        let scene = Scene::open(&centre).await;
        set_email(&centre, scene.lale, "lale@contoh.id").await;
        centre.clock.forward(Duration::hours(14));
        let code = scene.code(&centre).await;
        recover(&centre, by_code(&code), NEW).await.unwrap();
        let lale = village::actor(&centre, scene.lale).await;
        notices::mark_read(&centre, &lale, None).await.unwrap();
        let mut conn = centre.db.read().await.unwrap();
        let (due,) = one!(
            conn, (i64,), "SELECT COUNT(*) FROM notices WHERE person_id = $1 AND mail_due_at <= $2 AND mailed_at IS NULL",
            scene.lale, centre.clock.now(),
        ).unwrap();
        assert_eq!(due, 2);
    }

    async fn without_a_mail_server_the_job_fails_and_is_tried_again(centre) {
        let scene = Scene::open(&centre).await;
        set_email(&centre, scene.lale, "lale@contoh.id").await;
        let unsent = notices::mail_recovery(&centre, &notices::Mailer::none(), scene.lale).await;
        assert!(unsent.is_err());
    }
}
