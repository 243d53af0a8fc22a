//! Figures are counted, never typed.

use domain::{
    centres::Measure,
    gallery::{InquiryForm, InquiryItem},
    people::Purpose,
};

use super::{super::*, *};
use crate::{both_engines, db::counted, gallery, gallery::tests::songket, people};

both_engines! {
    async fn figures_follow_the_gallery_and_the_inquiries(centre) {
        let stall = songket(&centre).await;
        let here = stall.mataram.centre;
        let read = async || figures(&centre, &[here]).await.unwrap().remove(&here).unwrap();
        let first = read().await;
        assert_eq!(first.get(Measure::Makers), Some(1));
        assert_eq!((first.get(Measure::GradeA), first.get(Measure::GradeB)), (Some(0), Some(1)));
        assert_eq!(first.get(Measure::AnswerDays), None, "a median of nothing is no zero");

        let form = InquiryForm {
            items: vec![InquiryItem { product: stall.product.to_string(), quantity: "2".into() }],
            name: "Hotel Rajabasa".into(),
            contact: "0721 123456".into(),
            message: "Apakah bisa dikirim?".into(),
            ..InquiryForm::default()
        };
        let sent = gallery::inquire(&centre, &form).await.unwrap();
        centre.clock.forward(chrono::Duration::hours(36));
        let permit = stall.owner.may(act::AnswerInquiry, &stall.place(&centre).await).unwrap();
        gallery::answer_inquiry(&centre, permit, sent[0].inquiry, "Bisa.").await.unwrap();
        let second = read().await;
        assert_eq!((second.get(Measure::Inquiries), second.get(Measure::Answered)), (Some(1), Some(1)));
        assert_eq!(second.get(Measure::AnswerDays), Some(15), "a day and a half");

        people::revoke_consent(&centre, &stall.owner, Purpose::Gallery).await.unwrap();
        assert_eq!(read().await.get(Measure::Makers), Some(0), "who withdrew is not counted");
    }

    #[allow(clippy::large_futures, reason = "a test")]
    async fn a_province_of_two_centres_asks_no_more_than_one_of_one(centre) {
        Door::of_ntb(&centre).await;
        let count = async || {
            let before = counted::statements();
            let page = province(&centre, "nusa-tenggara-barat").await.unwrap();
            (page.centres.len(), counted::statements() - before)
        };
        let (one, asked) = count().await;
        Door::opened(&centre, "52", "5203", "PLUT Lombok Timur", "Baiq Rahma").await;
        let (two, asked_again) = count().await;
        assert_eq!((one, two), (1, 2));
        assert!(asked_again <= asked, "{asked_again} after {asked}");
    }
}
