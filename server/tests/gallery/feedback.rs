//! Complaining without an account, and reading the answer.

use centre::feedback;
use domain::access::{Place, act};

use super::{browser::Browser, text, town::Town};

const FORM: &str = "/plut/plut-ntb/suara";

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_word_stays_and_an_accepted_one_leads_to_a_link_of_ones_own() {
    let town = Town::new().await;
    let mut visitor = Browser::new(&town);
    let wrong = [
        ("kind", "complaint"),
        ("text", "Tutup"),
        ("name", "Ibu Hana"),
        ("contact", "0812"),
    ];
    let next = visitor.post(FORM, &wrong).await;
    assert!(next.starts_with(&format!("{FORM}?draf=")), "{next}");
    let html = visitor.get(next.split('#').next().unwrap()).await.text();
    assert_eq!(html.matches("class=\"nk-error\"").count(), 2);
    assert!(html.contains("value=\"Ibu Hana\"") && html.contains(">Tutup</textarea>"));

    let right = [
        ("kind", "complaint"),
        ("text", "Pintu depan terkunci hari Jumat siang."),
        ("once", "0123456789abcdef0123"),
    ];
    let next = visitor.post(FORM, &right).await;
    assert!(next.starts_with("/suara/") && next.ends_with("?baru=1"));
    assert_eq!(visitor.post(FORM, &right).await, next, "twice is once");
    let page = visitor.get(&next).await;
    assert_eq!(page.header("cache-control"), "no-store");
    let html = page.text();
    assert!(html.contains("noindex") && html.contains("Pintu depan terkunci"));
    assert!(html.contains("Menunggu jawaban paling lambat 8 Desember 2026"));

    let siti = town.actor("siti@plut-ntb.id").await;
    let place = Place {
        owner: None,
        centre: siti.home_centre().unwrap(),
        province: domain::place::ProvinceCode("52".into()),
    };
    let answering = || siti.may(act::AnswerFeedback, &place).unwrap();
    let secret = next["/suara/".len()..].split('?').next().unwrap();
    let told = feedback::conversation_by_secret(&town.centre, secret)
        .await
        .unwrap();
    feedback::answer_feedback(
        &town.centre,
        answering(),
        told.id,
        "Mohon maaf, papannya diganti.",
    )
    .await
    .unwrap();
    let link = format!("/suara/{secret}");
    assert!(
        visitor
            .get(&link)
            .await
            .text()
            .contains("Mohon maaf, papannya diganti.")
    );
    let next = visitor.post(&link, &[("text", "Terima kasih.")]).await;
    assert_eq!(next, format!("{link}?terkirim=1#balas"));
    assert_eq!(town.server.get("/suara/salah").await.status_code(), 404);
    assert!(
        !text(&town, "/plut/plut-ntb/perbaikan")
            .await
            .contains("Pintu depan terkunci"),
        "what was told is not public"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_words_is_told_to_wait_and_loses_nothing() {
    let town = Town::with_burst(1).await;
    let mut visitor = Browser::new(&town);
    let form = [
        ("kind", "suggestion"),
        ("text", "Tolong ada air minum di antrean."),
    ];
    let next = visitor.post(FORM, &form).await;
    assert!(next.starts_with("/suara/"));
    let next = visitor.post(FORM, &form).await;
    let html = visitor.get(next.split('#').next().unwrap()).await.text();
    assert!(html.contains("Terlalu sering mencoba") && html.contains("Tolong ada air minum"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_register_tells_what_was_heard_and_how_fast_without_naming_who_told() {
    let town = Town::new().await;
    let html = text(&town, "/plut/plut-ntb/perbaikan").await;
    for told in [
        "Papan jam buka tidak menyebut istirahat hari Jumat",
        "Sudah diperbaiki",
        "M. Zulkarnain",
        "Direncanakan",
        "Dijawab tepat waktu",
        "UU 25/2009 pasal 44",
    ] {
        assert!(html.contains(told), "{told}");
    }
    assert!(!html.contains("Hana") && !html.contains("0817"));
    let english = text(&town, "/en/plut/plut-ntb/perbaikan").await;
    assert!(english.contains("A new sign that states the break"));
}
