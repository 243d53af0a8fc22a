//! What accounts promise.

use domain::{
    Refusal,
    access::{Role, act},
    language::Language,
    people::{PasswordAdvice, Purpose, Settings},
    refusal::Problem,
};

use super::*;
use crate::{
    Centre, both_engines,
    db::one,
    testing::{refused, village},
};

fn lale() -> SignUp {
    SignUp {
        name: "Lale Suryani".into(),
        contact: "0812-3456-7890".into(),
        password: "benang emas dari sukarara".into(),
        purposes: vec![Purpose::Service, Purpose::Gallery],
        ..SignUp::default()
    }
}

async fn as_actor(centre: &Centre, person: domain::ids::PersonId) -> domain::access::Actor {
    actor(&mut centre.db.read().await.unwrap(), person)
        .await
        .unwrap()
        .unwrap()
}

#[test]
fn a_weak_password_is_told_why() {
    let advice = |password| match judge(password, &["Lale Suryani"]) {
        Err(Refusal::WeakPassword(advice)) => advice,
        other => panic!("{other:?}"),
    };
    assert!(advice("password").contains(&PasswordAdvice::Common));
    assert!(
        advice("qwertyuiop").contains(&PasswordAdvice::Common)
            || advice("qwertyuiop").contains(&PasswordAdvice::Keys)
    );
    assert!(advice("abc").contains(&PasswordAdvice::TooShort));
    assert!(advice("suryani-2026-xyzzy-plugh").contains(&PasswordAdvice::Personal));
    assert_eq!(
        judge("benang emas dari sukarara", &["Lale Suryani"]),
        Ok(())
    );
}

both_engines! {
    async fn a_weaver_signs_up_by_phone_and_signs_in_however_she_writes_the_number(centre) {
        let person = sign_up(&centre, &lale()).await.unwrap();
        for typed in ["081234567890", "+62 812 3456 7890", "6281234567890"] {
            assert_eq!(village::signed_in(&centre, typed, &lale().password).await.unwrap(), person);
        }
        assert_eq!(refused(village::signed_in(&centre, "081234567890", "salah").await), Refusal::SignInFailed);
        assert_eq!(refused(village::signed_in(&centre, "080000000000", "salah").await), Refusal::SignInFailed);
    }

    async fn an_incomplete_form_names_every_field_and_creates_nobody(centre) {
        let form = SignUp { contact: "0812 33".into(), ..SignUp::default() };
        let Refusal::Fields(fields) = refused(sign_up(&centre, &form).await) else { panic!() };
        let names: Vec<_> = fields.iter().map(|f| (f.field.as_str(), &f.problem)).collect();
        assert_eq!(names, [
            ("name", &Problem::Missing),
            ("contact", &Problem::TooShort { min: 10 }),
            ("password", &Problem::Missing),
            ("service", &Problem::MustAgree),
        ]);
    }

    async fn a_number_that_is_taken_is_refused_in_every_spelling(centre) {
        sign_up(&centre, &lale()).await.unwrap();
        let again = SignUp { contact: "+62 812 3456 7890".into(), ..lale() };
        assert_eq!(refused(sign_up(&centre, &again).await), Refusal::ContactTaken);
    }

    async fn a_consent_can_be_taken_back_and_given_again_and_all_dates_stay(centre) {
        let person = sign_up(&centre, &lale()).await.unwrap();
        let lale = as_actor(&centre, person).await;
        let standing = |rows: Vec<Consent>| rows.into_iter().filter(|c| c.revoked_at.is_none()).map(|c| c.purpose).collect::<std::collections::BTreeSet<_>>();
        assert!(standing(consents(&centre, &lale).await.unwrap()).contains(&Purpose::Gallery));
        centre.clock.forward(chrono::Duration::hours(1));
        revoke_consent(&centre, &lale, Purpose::Gallery).await.unwrap();
        assert!(!standing(consents(&centre, &lale).await.unwrap()).contains(&Purpose::Gallery));
        centre.clock.forward(chrono::Duration::hours(1));
        give_consent(&centre, &lale, Purpose::Gallery).await.unwrap();
        give_consent(&centre, &lale, Purpose::Gallery).await.unwrap();
        assert_eq!(consents(&centre, &lale).await.unwrap().iter().filter(|c| c.purpose == Purpose::Gallery).count(), 2);
    }

    async fn what_she_chose_about_language_and_mail_stands_and_an_hour_is_an_hour_of_the_day(centre) {
        let person = sign_up(&centre, &lale()).await.unwrap();
        let lale = as_actor(&centre, person).await;
        let chosen = Settings { language: Language::En, mail_digest: true, quiet_from: 21, quiet_until: 6 };
        update_settings(&centre, &lale, chosen).await.unwrap();
        assert_eq!(myself(&centre, &lale).await.unwrap().settings, chosen);
        assert_eq!(as_actor(&centre, person).await.language, Language::En);
        let wrong = Settings { quiet_from: 24, quiet_until: -1, ..chosen };
        let Refusal::Fields(fields) = refused(update_settings(&centre, &lale, wrong).await) else { panic!() };
        let names: Vec<_> = fields.iter().map(|f| f.field.as_str()).collect();
        assert_eq!(names, ["quiet_from", "quiet_until"]);
        assert_eq!(myself(&centre, &lale).await.unwrap().settings, chosen, "a refusal changes nothing");
    }

    async fn an_invitation_makes_a_curator_once(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        let permit = siti.may(act::ManageStaff, &mataram).unwrap();
        let new = invite(&centre, permit, "Baiq-Nurhayati@contoh.id", Role::Curator).await.unwrap();
        let baiq = village::person(&centre, "Baiq Nurhayati").await;
        assert!(!baiq.is(Role::Curator));
        accept(&centre, &baiq, &new.secret).await.unwrap();
        assert!(as_actor(&centre, baiq.person).await.is(Role::Curator));
        assert_eq!(refused(accept(&centre, &baiq, &new.secret).await), Refusal::LinkSpent);
    }

    async fn whoever_invited_is_who_gave_the_role(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        let new = invite(&centre, siti.may(act::ManageStaff, &mataram).unwrap(), "baiq-nurhayati@contoh.id", Role::Curator).await.unwrap();
        let baiq = village::person(&centre, "Baiq Nurhayati").await;
        accept(&centre, &baiq, &new.secret).await.unwrap();
        let mut conn = centre.db.read().await.unwrap();
        let (by,) = one!(conn, (domain::ids::PersonId,), "SELECT granted_by FROM memberships WHERE person_id = $1", baiq.person).unwrap();
        assert_eq!(by, siti.person);
    }

    async fn an_invitation_is_for_the_owner_of_its_number_or_address(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        let permit = || siti.may(act::ManageStaff, &mataram).unwrap();
        let rohani = village::person(&centre, "Rohani").await;
        let mail = invite(&centre, permit(), "baiq-nurhayati@contoh.id", Role::Manager).await.unwrap();
        let said = refused(accept(&centre, &rohani, &mail.secret).await);
        assert_eq!(said, Refusal::InvitedAnother { by_phone: false });
        let call = invite(&centre, permit(), "0812-3456-7890", Role::Curator).await.unwrap();
        let said = refused(accept(&centre, &rohani, &call.secret).await);
        assert_eq!(said, Refusal::InvitedAnother { by_phone: true });
        assert!(!as_actor(&centre, rohani.person).await.is_staff(), "she found two links");

        let lale = sign_up(&centre, &lale()).await.unwrap();
        let lale = as_actor(&centre, lale).await;
        accept(&centre, &lale, &call.secret).await.unwrap();
        assert!(as_actor(&centre, lale.person).await.is(Role::Curator), "the link was not spent by somebody else's try");
    }

    async fn an_invitation_is_worthless_after_a_week(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        let new = invite(&centre, siti.may(act::ManageStaff, &mataram).unwrap(), "baiq@contoh.id", Role::Curator).await.unwrap();
        assert!(invitation(&centre, &new.secret).await.is_ok());
        centre.clock.forward(chrono::Duration::days(7));
        let baiq = village::person(&centre, "Baiq Nurhayati").await;
        assert_eq!(refused(accept(&centre, &baiq, &new.secret).await), Refusal::LinkSpent);
    }

    async fn a_role_that_ended_is_gone_at_the_next_request(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        let hamdan = village::staff(&centre, "Lalu Hamdan", Role::Curator, &mataram).await;
        let row = staff(&centre, &siti.may(act::ReadStaff, &mataram).unwrap()).await.unwrap()
            .into_iter().find(|s| s.person == hamdan.person).unwrap();
        end_role(&centre, siti.may(act::ManageStaff, &mataram).unwrap(), row.membership).await.unwrap();
        assert!(!as_actor(&centre, hamdan.person).await.is(Role::Curator));
    }

    async fn changing_the_password_ends_every_other_session(centre) {
        let person = sign_up(&centre, &lale()).await.unwrap();
        let lale_actor = as_actor(&centre, person).await;
        for id in ["phone", "library"] {
            let row = SessionRow { id: id.into(), person_id: Some(person), device_id: None, data: "{}".into(), expires_at: centre.clock.now() + chrono::Duration::days(1) };
            open_session(&centre, row).await.unwrap();
        }
        assert_eq!(
            refused(change_password(&centre, &lale_actor, "salah", "motif subahnale tujuh", "phone").await),
            Refusal::field("old", Problem::DoesNotMatch),
        );
        change_password(&centre, &lale_actor, &lale().password, "motif subahnale tujuh", "phone").await.unwrap();
        assert!(load_session(&centre, "phone").await.unwrap().is_some());
        assert!(load_session(&centre, "library").await.unwrap().is_none());
        assert!(village::signed_in(&centre, "081234567890", "motif subahnale tujuh").await.is_ok());
    }

    async fn the_person_concerned_sees_who_read_her_data(centre) {
        let mataram = village::centre(&centre, "52", "5271", "PLUT NTB").await;
        let lale = village::person(&centre, "Lale Suryani").await;
        let dewi = village::staff(&centre, "Dewi Kartika", Role::Consultant, &mataram).await;
        let permit = dewi.may(act::ReadBusiness, &mataram).unwrap();
        log_reading(&centre, &permit, lale.person, "business").await.unwrap();
        log_reading(&centre, &permit, dewi.person, "business").await.unwrap();
        let seen = my_readings(&centre, &lale).await.unwrap();
        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].reader.as_str(), seen[0].role), ("Dewi Kartika", Role::Consultant));
        assert_eq!(my_readings(&centre, &dewi).await.unwrap(), []);
    }
}
