//! Inquiries of buyers.

use domain::{
    gallery::{InquiryForm, InquiryItem, Sent},
    people::Purpose,
    refusal::Problem,
};

use super::{super::*, *};
use crate::{
    both_engines,
    db::{all, one},
    people,
};

fn basket(products: &[ProductId]) -> InquiryForm {
    InquiryForm {
        once: "halaman-yang-sama-0123456789".into(),
        items: products
            .iter()
            .map(|product| InquiryItem {
                product: product.to_string(),
                quantity: "2".into(),
            })
            .collect(),
        name: "Hotel Rajabasa".into(),
        contact: "0721 123456".into(),
        place: "Bandar Lampung".into(),
        message: "Apakah bisa dikirim sebelum Desember?".into(),
        ..InquiryForm::default()
    }
}

async fn notices(centre: &Centre, who: &Actor) -> usize {
    let mut conn = centre.db.read().await.unwrap();
    let rows = all!(
        conn,
        (String,),
        "SELECT kind FROM notices WHERE person_id = $1",
        who.person
    )
    .unwrap();
    rows.iter().filter(|(kind,)| kind == "inquiry_came").count()
}

both_engines! {
    async fn one_basket_becomes_one_message_a_maker(centre) {
        let mataram = mataram(&centre).await;
        let lale = stall(&centre, &mataram, "Lale Suryani", "Tenun Sari Sukarara", "Songket Subahnale").await;
        let rohani = stall(&centre, &mataram, "Rohani", "Gerabah Ibu Rohani", "Kendi Maling").await;
        let form = basket(&[lale.product, rohani.product]);
        let sent = inquire(&centre, &form).await.unwrap();
        let to: Vec<_> = sent.iter().map(|s| (s.maker.as_str(), s.items.len(), s.whatsapp.as_deref())).collect();
        let phone = Some("+6281234567890");
        assert_eq!(to, [("Tenun Sari Sukarara", 1, phone), ("Gerabah Ibu Rohani", 1, phone)]);
        assert_ne!(sent[0].secret, sent[1].secret);
        assert_eq!((notices(&centre, &lale.owner).await, notices(&centre, &rohani.owner).await), (1, 1));
        let mine = my_inquiries(&centre, &lale.owner).await.unwrap();
        assert_eq!((mine.len(), mine[0].read, mine[0].waits), (1, false, true));
        let asked: Vec<_> = mine[0].items.iter().map(|item| (item.name.as_str(), item.quantity)).collect();
        assert_eq!(asked, [("Songket Subahnale", 2)], "her own products alone");
        let mut conn = centre.db.read().await.unwrap();
        let (kept,) = one!(conn, (i64,), "SELECT COUNT(*) FROM inquiries WHERE secret_hash = $1", sent[0].secret.as_str()).unwrap();
        assert_eq!(kept, 0, "only the hash is kept");
        let (noted,) = one!(conn, (i64,), "SELECT COUNT(*) FROM timeline WHERE kind = 'inquiry' AND business_id = $1", lale.business).unwrap();
        assert_eq!(noted, 1);
    }

    async fn the_same_form_sent_twice_asks_once_and_gives_the_same_links(centre) {
        let lale = songket(&centre).await;
        let secrets = |sent: Vec<Sent>| sent.into_iter().map(|s| s.secret).collect::<Vec<_>>();
        let first = secrets(inquire(&centre, &basket(&[lale.product])).await.unwrap());
        let again = secrets(inquire(&centre, &basket(&[lale.product])).await.unwrap());
        assert_eq!(first, again);
        assert_eq!(my_inquiries(&centre, &lale.owner).await.unwrap().len(), 1);
        assert_eq!(notices(&centre, &lale.owner).await, 1);
        let another = InquiryForm { once: "pendek".into(), ..basket(&[lale.product]) };
        let (a, b) = (inquire(&centre, &another).await.unwrap(), inquire(&centre, &another).await.unwrap());
        assert_ne!(secrets(a), secrets(b), "a mark that could be guessed is not used");
    }

    async fn maker_and_buyer_talk_and_nobody_else_reads(centre) {
        let mataram = mataram(&centre).await;
        let lale = stall(&centre, &mataram, "Lale Suryani", "Tenun Sari Sukarara", "Songket Subahnale").await;
        let rohani = stall(&centre, &mataram, "Rohani", "Gerabah Ibu Rohani", "Kendi Maling").await;
        let sent = inquire(&centre, &basket(&[lale.product])).await.unwrap().remove(0);
        let place = inquiry_place(&mut centre.db.read().await.unwrap(), sent.inquiry).await.unwrap().unwrap();
        let answer = lale.owner.may(act::AnswerInquiry, &place).unwrap();
        answer_inquiry(&centre, answer, sent.inquiry, "Bisa, tiga lembar siap.").await.unwrap();
        assert!(!my_inquiries(&centre, &lale.owner).await.unwrap()[0].waits);
        reply_by_secret(&centre, &sent.secret, "Kami ambil ketiganya.").await.unwrap();
        assert!(my_inquiries(&centre, &lale.owner).await.unwrap()[0].waits);
        assert_eq!(notices(&centre, &lale.owner).await, 2);
        let seen = inquiry_by_secret(&centre, &sent.secret).await.unwrap();
        let said: Vec<_> = seen.messages.iter().map(|m| (m.from_maker, m.text.as_str())).collect();
        assert_eq!(said, [
            (false, "Apakah bisa dikirim sebelum Desember?"),
            (true, "Bisa, tiga lembar siap."),
            (false, "Kami ambil ketiganya."),
        ]);
        assert_eq!(inquiry(&centre, &lale.owner, sent.inquiry).await.unwrap(), seen);
        assert!(my_inquiries(&centre, &lale.owner).await.unwrap()[0].read);

        assert_eq!(refused(inquiry_by_secret(&centre, "salah").await), Refusal::NotFound);
        assert_eq!(refused(reply_by_secret(&centre, "salah", "Halo").await), Refusal::NotFound);
        assert_eq!(refused(inquiry(&centre, &rohani.owner, sent.inquiry).await), Refusal::NotFound);
        assert_eq!(refused(inquiry(&centre, &lale.dewi, sent.inquiry).await), Refusal::NotFound);
        let other = rohani.owner.may(act::AnswerInquiry, &rohani.place(&centre).await).unwrap();
        assert_eq!(refused(answer_inquiry(&centre, other, sent.inquiry, "Halo").await), Refusal::NotFound);
        assert_eq!(my_inquiries(&centre, &rohani.owner).await.unwrap(), []);
    }

    async fn the_day_a_buyer_wants_it_reaches_the_maker_and_may_be_left_open(centre) {
        let lale = songket(&centre).await;
        let asked = async |wanted_on: &str| {
            let form = InquiryForm { wanted_on: wanted_on.into(), once: String::new(), ..basket(&[lale.product]) };
            inquire(&centre, &form).await
        };
        for (typed, read) in [("2026-12-20", "2026-12-20".parse().ok()), ("", None)] {
            let sent = asked(typed).await.unwrap().remove(0);
            assert_eq!(inquiry(&centre, &lale.owner, sent.inquiry).await.unwrap().wanted_on, read);
            assert_eq!(inquiry_by_secret(&centre, &sent.secret).await.unwrap().wanted_on, read);
        }
        let said = refused(asked("sebelum Natal").await);
        assert_eq!(said, Refusal::field("wanted_on", Problem::NotADate));
        let today = domain::place::Zone::Wita.date(centre.clock.now());
        let said = refused(asked(&today.pred_opt().unwrap().to_string()).await);
        assert_eq!(said, Refusal::field("wanted_on", Problem::TooEarly { earliest: today }));
        assert_eq!(my_inquiries(&centre, &lale.owner).await.unwrap().len(), 2, "nothing was asked");
        asked(&today.to_string()).await.unwrap();
    }

    async fn what_does_not_stand_in_the_gallery_cannot_be_asked_for(centre) {
        let lale = songket(&centre).await;
        assert!(inquire(&centre, &basket(&[lale.product])).await.is_ok());
        people::revoke_consent(&centre, &lale.owner, Purpose::Gallery).await.unwrap();
        assert_eq!(
            refused(inquire(&centre, &InquiryForm { once: String::new(), ..basket(&[lale.product]) }).await),
            Refusal::field("items.0.product", Problem::NotAChoice),
        );
        assert_eq!(my_inquiries(&centre, &lale.owner).await.unwrap().len(), 1);
    }

    async fn a_buyer_cannot_flood_a_maker(centre) {
        let lale = songket(&centre).await;
        let sent = inquire(&centre, &basket(&[lale.product])).await.unwrap().remove(0);
        for _ in 0..20 {
            reply_by_secret(&centre, &sent.secret, "Halo?").await.unwrap();
        }
        assert_eq!(refused(reply_by_secret(&centre, &sent.secret, "Halo?").await), Refusal::TooManyTries { wait_seconds: 86_400 });
        centre.clock.forward(chrono::Duration::days(2));
        reply_by_secret(&centre, &sent.secret, "Masih ada?").await.unwrap();
    }
}
