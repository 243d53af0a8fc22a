//! What getting in promises.

use chrono::Duration;
use domain::{
    Refusal,
    access::{Actor, Role, act},
    ids::PersonId,
    notices::Notice,
    people::{IdentityCheck, Purpose},
    refusal::Problem,
};
use totp_rs::{Builder, Secret};

use super::{super::*, tries::TRIES};
use crate::{
    Centre, both_engines, notices,
    testing::{refused, village, village::browser},
};

const PHONE: &str = "081234567890";
const PASSWORD: &str = "benang emas dari sukarara";

/// Lale, who opened her account on her own phone.
async fn lale(centre: &Centre) -> Actor {
    let form = SignUp {
        name: "Lale Suryani".into(),
        contact: PHONE.into(),
        password: PASSWORD.into(),
        purposes: vec![Purpose::Service],
        ..SignUp::default()
    };
    let lale = sign_up(centre, &form).await.unwrap();
    arrive(centre, lale, &browser("her phone"), Arrival::SignedUp)
        .await
        .unwrap();
    village::actor(centre, lale).await
}

async fn try_from(centre: &Centre, token: &str, password: &str) -> crate::Result<Entered> {
    sign_in(centre, PHONE, password, &browser(token)).await
}

async fn told(centre: &Centre, actor: &Actor) -> Vec<Notice> {
    let all = notices::list(centre, actor, 20).await.unwrap();
    all.into_iter().map(|received| received.notice).collect()
}

fn code_at(centre: &Centre, secret: &str) -> String {
    let app = Builder::new()
        .with_secret(Secret::try_from_base32(secret).unwrap())
        .with_account_name("Siti")
        .with_issuer(Some("Naik Kelas"))
        .build()
        .unwrap();
    app.generate(centre.clock.now().timestamp().unsigned_abs())
        .to_string()
}

/// Opens a second step: what the app scans.
async fn waiting(centre: &Centre, actor: &Actor) -> NewSecondStep {
    open_second_step(centre, actor).await.unwrap();
    match second_step(centre, actor).await.unwrap() {
        SecondStep::Waiting(new) => new,
        other => panic!("{other:?}"),
    }
}

/// Switches the second step on: the secret of the app and the spare codes.
async fn with_second_step(centre: &Centre, actor: &Actor) -> (String, Vec<String>) {
    let new = waiting(centre, actor).await;
    let spare = confirm_second_step(centre, actor, &code_at(centre, &new.secret))
        .await
        .unwrap();
    (new.secret, spare)
}

/// Sessions of a person at a device, as the web layer opens them.
async fn session(centre: &Centre, person: PersonId, device: domain::ids::DeviceId) -> String {
    let row = SessionRow {
        id: uuid::Uuid::now_v7().to_string(),
        person_id: Some(person),
        device_id: Some(device),
        data: "{}".into(),
        expires_at: centre.clock.now() + Duration::days(30),
    };
    open_session(centre, row.clone()).await.unwrap();
    row.id
}

both_engines! {
    async fn an_attack_from_many_browsers_slows_strangers_and_never_the_phone_she_uses(centre) {
        let lale = lale(&centre).await;
        for number in 0..TRIES {
            let wrong = try_from(&centre, &format!("stranger {number}"), "salah").await;
            assert_eq!(refused(wrong), Refusal::SignInFailed);
        }
        let guarded = Refusal::AccountGuarded { wait_seconds: 901 };
        assert_eq!(refused(try_from(&centre, "another stranger", PASSWORD).await), guarded, "even with the right password");
        assert_eq!(try_from(&centre, "her phone", PASSWORD).await.unwrap(), Entered::In(lale.person));
        centre.clock.forward(Duration::minutes(15));
        assert_eq!(try_from(&centre, "another stranger", PASSWORD).await.unwrap(), Entered::In(lale.person));
    }

    async fn a_known_phone_in_wrong_hands_has_a_limit_of_its_own(centre) {
        let lale = lale(&centre).await;
        for _ in 0..TRIES {
            assert_eq!(refused(try_from(&centre, "her phone", "salah").await), Refusal::SignInFailed);
        }
        assert!(matches!(refused(try_from(&centre, "her phone", PASSWORD).await), Refusal::AccountGuarded { .. }));
        assert_eq!(try_from(&centre, "the desk's computer", PASSWORD).await.unwrap(), Entered::In(lale.person));
    }

    async fn tries_for_a_number_without_an_account_are_answered_just_the_same(centre) {
        for _ in 0..TRIES {
            assert_eq!(refused(try_from(&centre, "stranger", "salah").await), Refusal::SignInFailed);
        }
        assert!(matches!(refused(try_from(&centre, "stranger", "salah").await), Refusal::AccountGuarded { .. }));
    }

    async fn the_right_password_forgives_the_wrong_ones_before_it(centre) {
        lale(&centre).await;
        for _ in 0..3 {
            for _ in 1..TRIES {
                refused(try_from(&centre, "borrowed phone", "salah").await);
            }
            try_from(&centre, "borrowed phone", PASSWORD).await.unwrap();
        }
    }

    async fn many_tries_at_once_are_no_more_than_the_limit(centre) {
        lale(&centre).await;
        let tries = (0..3 * TRIES).map(|_| try_from(&centre, "stranger", "salah"));
        let answers = futures::future::join_all(tries).await;
        let weighed = answers.into_iter().filter(|answer| matches!(answer, Err(crate::Error::Refused(Refusal::SignInFailed))));
        assert_eq!(weighed.count(), usize::try_from(TRIES).unwrap());
    }

    async fn a_browser_that_never_signed_in_is_told_to_the_owner_at_once_and_only_once(centre) {
        let lale = lale(&centre).await;
        assert_eq!(told(&centre, &lale).await, [], "the phone that opened the account is no news");
        for _ in 0..2 {
            arrive(&centre, lale.person, &browser("a café"), Arrival::SignedIn).await.unwrap();
        }
        assert_eq!(told(&centre, &lale).await, [Notice::NewDevice { device: "Chrome, Android".into() }]);
        assert_eq!(devices(&centre, &lale).await.unwrap().len(), 2);
    }

    async fn a_family_shares_a_phone_and_each_sees_their_own_list(centre) {
        let lale = lale(&centre).await;
        let husband = village::person(&centre, "Lalu Hamdan").await;
        arrive(&centre, husband.person, &browser("her phone"), Arrival::SignedIn).await.unwrap();
        let (hers, his) = (devices(&centre, &lale).await.unwrap(), devices(&centre, &husband).await.unwrap());
        assert_eq!((hers.len(), his.len()), (1, 1));
        assert_eq!(refused(end_device(&centre, &lale, his[0].id).await), Refusal::NotFound);
    }

    async fn a_device_that_is_signed_out_is_out_and_is_news_when_it_comes_back(centre) {
        let lale = lale(&centre).await;
        let lost = arrive(&centre, lale.person, &browser("lost phone"), Arrival::SignedIn).await.unwrap();
        let kept = devices(&centre, &lale).await.unwrap().iter().find(|one| one.id != lost).unwrap().id;
        let (out, stays) = (session(&centre, lale.person, lost).await, session(&centre, lale.person, kept).await);
        end_device(&centre, &lale, lost).await.unwrap();
        assert!(load_session(&centre, &out).await.unwrap().is_none());
        assert!(load_session(&centre, &stays).await.unwrap().is_some());
        assert_eq!(refused(end_device(&centre, &lale, lost).await), Refusal::NotFound);
        arrive(&centre, lale.person, &browser("lost phone"), Arrival::SignedIn).await.unwrap();
        assert_eq!(told(&centre, &lale).await.len(), 2);
    }

    async fn a_second_step_is_asked_once_a_code_of_the_app_has_proven_it(centre) {
        let lale = lale(&centre).await;
        let new = waiting(&centre, &lale).await;
        assert!(new.square.contains("<svg"));
        end_second_step(&centre, &lale, "").await.unwrap();
        assert_eq!(second_step(&centre, &lale).await.unwrap(), SecondStep::Off, "what waits is given up without a password");
        let new = waiting(&centre, &lale).await;
        assert_eq!(try_from(&centre, "her phone", PASSWORD).await.unwrap(), Entered::In(lale.person), "not yet");
        let wrong = confirm_second_step(&centre, &lale, "000000").await;
        assert_eq!(refused(wrong), Refusal::field("code", Problem::DoesNotMatch));
        confirm_second_step(&centre, &lale, &code_at(&centre, &new.secret)).await.unwrap();
        assert_eq!(second_step(&centre, &lale).await.unwrap(), SecondStep::On { spare_codes: 10 });
        assert_eq!(try_from(&centre, "her phone", PASSWORD).await.unwrap(), Entered::SecondStep(lale.person));
        assert_eq!(refused(open_second_step(&centre, &lale).await), Refusal::AlreadyDone, "nobody swaps it unasked");
    }

    async fn a_code_opens_once_and_a_clock_may_run_half_a_minute_wrong(centre) {
        let lale = lale(&centre).await;
        let (secret, _) = with_second_step(&centre, &lale).await;
        let used = code_at(&centre, &secret);
        assert_eq!(refused(take_second_step(&centre, lale.person, &used).await), Refusal::field("code", Problem::DoesNotMatch));
        centre.clock.forward(Duration::seconds(30));
        let next = code_at(&centre, &secret);
        centre.clock.forward(Duration::seconds(30));
        take_second_step(&centre, lale.person, &format!("{} {}", &next[..3], &next[3..])).await.unwrap();
        refused(take_second_step(&centre, lale.person, &next).await);
        centre.clock.forward(Duration::seconds(90));
        refused(take_second_step(&centre, lale.person, &next).await);
    }

    async fn a_spare_code_opens_once_however_it_is_typed(centre) {
        let lale = lale(&centre).await;
        let (_, spare) = with_second_step(&centre, &lale).await;
        take_second_step(&centre, lale.person, &spare[0].to_lowercase().replace('-', " ")).await.unwrap();
        refused(take_second_step(&centre, lale.person, &spare[0]).await);
        assert_eq!(second_step(&centre, &lale).await.unwrap(), SecondStep::On { spare_codes: 9 });
        let fresh = new_spare_codes(&centre, &lale, PASSWORD).await.unwrap();
        refused(take_second_step(&centre, lale.person, &spare[1]).await);
        take_second_step(&centre, lale.person, &fresh[1]).await.unwrap();
    }

    async fn codes_cannot_be_guessed_one_after_the_other(centre) {
        let lale = lale(&centre).await;
        let (_, spare) = with_second_step(&centre, &lale).await;
        for _ in 0..TRIES {
            refused(take_second_step(&centre, lale.person, "123456").await);
        }
        let guarded = take_second_step(&centre, lale.person, &spare[0]).await;
        assert!(matches!(refused(guarded), Refusal::AccountGuarded { .. }));
    }

    async fn switching_the_second_step_off_asks_for_the_password(centre) {
        let lale = lale(&centre).await;
        with_second_step(&centre, &lale).await;
        let wrong = Refusal::field("password", Problem::DoesNotMatch);
        assert_eq!(refused(end_second_step(&centre, &lale, "salah").await), wrong);
        assert_eq!(refused(new_spare_codes(&centre, &lale, "salah").await), wrong);
        end_second_step(&centre, &lale, PASSWORD).await.unwrap();
        assert_eq!(second_step(&centre, &lale).await.unwrap(), SecondStep::Off);
        assert_eq!(try_from(&centre, "her phone", PASSWORD).await.unwrap(), Entered::In(lale.person));
    }

    async fn who_lost_the_app_is_let_in_by_the_desk_and_by_no_link(centre) {
        let lale = lale(&centre).await;
        let place = village::centre(&centre, "52", "5271", "PLUT Mataram").await;
        let rini = village::staff(&centre, "Rini Astuti", Role::FrontDesk, &place).await;
        with_second_step(&centre, &lale).await;
        let secret = open_link(&centre, lale.person).await.unwrap();
        let by_link = recover(&centre, RecoveryKey::Link(&secret), "alat tenun kayu nangka").await.unwrap();
        assert_eq!(by_link, Entered::SecondStep(lale.person));
        let permit = rini.may(act::HelpSignIn, &place).unwrap();
        let code = make_code(&centre, permit, PHONE, IdentityCheck::Card).await.unwrap().code;
        let key = RecoveryKey::Code { contact: PHONE, code: &code };
        let by_desk = recover(&centre, key, "motif subahnale tujuh").await.unwrap();
        assert_eq!(by_desk, Entered::In(lale.person));
        assert_eq!(devices(&centre, &lale).await.unwrap(), [], "no device is trusted any more");
    }

    async fn what_no_browser_made_is_no_passkey(centre) {
        let lale = lale(&centre).await;
        let asked = start_passkey(&centre, &lale).await.unwrap();
        assert!(asked.asks.contains(r#""residentKey":"required""#), "it is found without a number");
        let forged = keep_passkey(&centre, &lale, &asked.state, r#"{"id":"x"}"#, "HP saya").await;
        assert_eq!(refused(forged), Refusal::PasskeyRefused);
        let nameless = keep_passkey(&centre, &lale, &asked.state, "{}", " ").await;
        assert_eq!(refused(nameless), Refusal::field("name", Problem::Missing));
        let opening = start_with_passkey(&centre).unwrap();
        assert_eq!(refused(with_passkey(&centre, &opening.state, "{}").await), Refusal::PasskeyRefused);
    }
}

#[test]
fn passkeys_belong_to_a_name_and_not_to_a_bare_number() {
    for (address, open) in [
        ("https://plut.ntbprov.go.id", true),
        ("http://localhost:3000", true),
        ("http://127.0.0.1:3000", false),
        ("http://plut.ntbprov.go.id", false),
        ("https://10.0.0.4", false),
    ] {
        assert_eq!(PasskeyMaker::at(address).is_open(), open, "{address}");
    }
}
