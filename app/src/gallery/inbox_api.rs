//! What a maker asks and does about buyers' inquiries.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    gallery::{Inquiry, InquiryLine},
    ids::InquiryId,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// An inquiry, and what a refused answer kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// The inquiry.
    pub inquiry: Inquiry,
    /// What was typed.
    pub text: String,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
}

/// The inquiries to one's own businesses, the youngest first.
#[server(prefix = "/api", endpoint = "gallery/my_inquiries", input = server_fn::codec::GetUrl)]
pub async fn my_inquiries() -> Answer<Vec<InquiryLine>> {
    use crate::request::{Told, actor, centre};
    centre::gallery::my_inquiries(&centre(), &actor()?)
        .await
        .told()
}

/// One inquiry; opening it marks it as read.
#[server(prefix = "/api", endpoint = "gallery/inquiry", input = server_fn::codec::GetUrl)]
pub async fn conversation_about(inquiry: InquiryId) -> Answer<Conversation> {
    use crate::request::{Told, actor, centre, draft};
    let inquiry = centre::gallery::inquiry(&centre(), &actor()?, inquiry)
        .await
        .told()?;
    let kept = draft::<String>("answer_inquiry").await;
    let refusal = kept.as_ref().and_then(|kept| kept.refusal.clone());
    Ok(Conversation {
        inquiry,
        text: kept.map(|kept| kept.input).unwrap_or_default(),
        refusal,
    })
}

/// Answers a buyer.
#[server(prefix = "/api", endpoint = "gallery/answer_inquiry")]
pub async fn answer_inquiry(inquiry: InquiryId, #[server(default)] text: String) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form, refuse};
    let place = {
        let mut conn = centre().db.read().await.told()?;
        centre::gallery::inquiry_place(&mut conn, inquiry)
            .await
            .told()?
            .ok_or_else(|| refuse(Refusal::NotFound))?
    };
    let permit = actor()?
        .may(domain::access::act::AnswerInquiry, &place)
        .told()?;
    let outcome = centre::gallery::answer_inquiry(&centre(), permit, inquiry, &text).await;
    let page = format!("/pesan-masuk/{inquiry}");
    end_form("answer_inquiry", &page, &text, outcome, |()| page.clone()).await
}
