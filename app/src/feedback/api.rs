//! What the pages of complaints, suggestions and the register ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    feedback::{Conversation, FeedbackLine, Improvement, ImprovementForm},
    ids::{CentreId, FeedbackId, ImprovementId, PersonId},
    place::Zone,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// What was told to a centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboxPage {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub name: String,
    /// Its time.
    pub zone: Zone,
    /// The centres one may choose from.
    pub choices: Vec<(CentreId, String)>,
    /// What is owed an answer first.
    pub lines: Vec<FeedbackLine>,
}

/// One conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TalkPage {
    /// It.
    pub talk: Conversation,
    /// The centre's time.
    pub zone: Zone,
    /// What a refused answer kept.
    pub text: String,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// Whether the reader keeps the register.
    pub keeps: bool,
}

/// The register as its keepers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterPage {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub name: String,
    /// Part of its address.
    pub slug: String,
    /// The centres one may choose from.
    pub choices: Vec<(CentreId, String)>,
    /// What is not fixed first.
    pub lines: Vec<Improvement>,
    /// Who can be given one.
    pub owners: Vec<(PersonId, String)>,
    /// The line that is changed, or the identity of a new one.
    pub edited: ImprovementId,
    /// What a new one comes of.
    pub feedback: Option<FeedbackId>,
    /// The form: empty, as the line stands, or as it was refused.
    pub form: ImprovementForm,
    /// Whether the form was refused, and not a button.
    pub form_refused: bool,
    /// Why something was refused.
    pub refusal: Option<Refusal>,
}

/// Whether the first word of this reader over the place gives the right.
#[cfg(feature = "ssr")]
async fn over<A: domain::access::Act>(
    act: A,
    place: Option<domain::access::Place>,
) -> Answer<domain::access::Permit<A>> {
    use crate::request::{Told, actor, refuse};
    let actor = actor()?;
    match place {
        Some(place) => actor.may(act, &place).told(),
        None => Err(refuse(Refusal::NotFound)),
    }
}

#[cfg(feature = "ssr")]
async fn place_of(feedback: FeedbackId) -> Answer<Option<domain::access::Place>> {
    use crate::request::{Told, centre};
    let mut conn = centre().db.read().await.told()?;
    centre::feedback::feedback_place(&mut conn, feedback)
        .await
        .told()
}

/// What was told to a centre.
#[server(prefix = "/api", endpoint = "feedback/inbox", input = server_fn::codec::GetUrl)]
pub async fn open_feedback(#[server(default)] centre: Option<CentreId>) -> Answer<InboxPage> {
    use crate::request::{self, Told};
    use domain::access::act;
    let (permit, here) = request::at(act::AnswerFeedback, centre).await?;
    let lines = centre::feedback::inbox(&request::centre(), &permit)
        .await
        .told()?;
    Ok(InboxPage {
        centre: here.id,
        name: here.name,
        zone: here.zone,
        choices: crate::centres::choices(act::AnswerFeedback).await?,
        lines,
    })
}

/// One conversation.
#[server(prefix = "/api", endpoint = "feedback/conversation", input = server_fn::codec::GetUrl)]
pub async fn open_talk(feedback: FeedbackId) -> Answer<TalkPage> {
    use crate::request::{self, Told, actor, draft};
    use domain::access::act;
    let place = place_of(feedback).await?;
    let keeps = match &place {
        Some(place) => actor()?.may(act::KeepRegister, place).is_ok(),
        None => false,
    };
    let permit = over(act::AnswerFeedback, place).await?;
    let talk = centre::feedback::conversation(&request::centre(), &permit, feedback)
        .await
        .told()?;
    let zone = permit.place().map(|place| place.province.zone());
    let kept = draft::<String>("answer_feedback").await;
    let (text, refusal) = kept
        .map(|kept| (kept.input, kept.refusal))
        .unwrap_or_default();
    Ok(TalkPage {
        talk,
        zone: zone.unwrap_or_default(),
        text,
        refusal,
        keeps,
    })
}

/// Answers.
#[server(prefix = "/api", endpoint = "feedback/answer")]
pub async fn answer_feedback(feedback: FeedbackId, #[server(default)] text: String) -> Answer<()> {
    use crate::request::{self, end_form};
    use domain::access::act;
    let permit = over(act::AnswerFeedback, place_of(feedback).await?).await?;
    let outcome =
        centre::feedback::answer_feedback(&request::centre(), permit, feedback, &text).await;
    let page = format!("/kelola/suara/{feedback}");
    end_form("answer_feedback", &page, &text, outcome, |()| page.clone()).await
}

/// The register as its keepers see it; `edit` names the line that is changed, `of` what a new one comes of.
#[server(prefix = "/api", endpoint = "feedback/register", input = server_fn::codec::GetUrl)]
pub async fn open_register(
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] edit: String,
    #[server(default)] of: String,
) -> Answer<RegisterPage> {
    use crate::request::{self, Told, draft};
    use domain::access::act;
    let (permit, here) = request::at(act::KeepRegister, centre).await?;
    let centre = request::centre();
    let lines = centre::feedback::improvements(&centre, &permit)
        .await
        .told()?;
    let mut conn = centre.db.read().await.told()?;
    let owners = centre::feedback::owners(&mut conn, here.id).await.told()?;
    let edited: Option<ImprovementId> = edit.parse().ok();
    let line = lines.iter().find(|line| Some(line.id) == edited);
    let typed = draft::<ImprovementForm>("improvement").await;
    let acted = draft::<()>("act").await;
    let form_refused = typed.is_some();
    let refusal = typed
        .as_ref()
        .and_then(|kept| kept.refusal.clone())
        .or(acted.and_then(|kept| kept.refusal));
    let stands = line.map(|line| line.form.clone());
    let form = typed.map(|kept| kept.input).or(stands);
    Ok(RegisterPage {
        centre: here.id,
        name: here.name,
        slug: here.slug,
        choices: crate::centres::choices(act::KeepRegister).await?,
        edited: edited.unwrap_or_default(),
        feedback: of.parse().ok(),
        form: form.unwrap_or_default(),
        form_refused,
        refusal,
        owners: owners.into_iter().map(|one| (one.id, one.name)).collect(),
        lines,
    })
}

/// Saves a line of the register.
#[server(prefix = "/api", endpoint = "feedback/save_improvement")]
pub async fn save_improvement(
    #[server(default)] centre: Option<CentreId>,
    improvement: ImprovementId,
    #[server(default)] feedback: String,
    #[server(default)] form: ImprovementForm,
) -> Answer<()> {
    use crate::request::{self, end_form};
    use domain::access::act;
    let (permit, here) = request::at(act::KeepRegister, centre).await?;
    let told = feedback.parse().ok();
    let outcome =
        centre::feedback::save_improvement(&request::centre(), permit, improvement, told, &form)
            .await;
    let page = format!("/kelola/perbaikan?pusat={}", here.id);
    let back = format!("{page}&ubah={improvement}&dari={feedback}");
    end_form("improvement", &back, &form, outcome, |()| page.clone()).await
}

/// Shows a line to the public, or takes it back.
#[server(prefix = "/api", endpoint = "feedback/publish_improvement")]
pub async fn publish_improvement(
    #[server(default)] centre: Option<CentreId>,
    improvement: ImprovementId,
    public: bool,
) -> Answer<()> {
    use crate::request::{self, end_form};
    use domain::access::act;
    let (permit, here) = request::at(act::KeepRegister, centre).await?;
    let outcome =
        centre::feedback::publish_improvement(&request::centre(), permit, improvement, public)
            .await;
    let page = format!("/kelola/perbaikan?pusat={}", here.id);
    end_form("act", &page, &(), outcome, |()| page.clone()).await
}
