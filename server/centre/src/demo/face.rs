//! What the pilots show of themselves: words, hours, services, rooms, people; what visitors told them and what came of
//! it; news. The texts lie in `demo/centres.json`.

use domain::{
    Refusal,
    access::{Act, Actor, Permit, act},
    centres::{ClosureForm, DayForm, DetailsForm, HoursForm, RoomForm, ServiceForm, ShownForm},
    feedback::{FeedbackForm, ImprovementForm},
    ids::{ClosureId, ImprovementId, NewsId, RoomId, ServiceId},
    news::NewsForm,
};
use serde::Deserialize;

use super::{Folk, Past, Pilot, photos::Album, staff::PILOTS};
use crate::{Centre, Result, centres, feedback, news};

/// Indonesian and English.
type Text = (String, String);

#[derive(Deserialize)]
struct Shown {
    /// Who leads the centre.
    contact: String,
    intro: Text,
    arrival: Text,
    /// Opens, break from and until, closes; Monday first.
    week: Vec<(String, String, String, String)>,
    closures: Vec<Closed>,
    /// Field, name, a sentence.
    services: Vec<(String, Text, Text)>,
    /// Name, seats.
    rooms: Vec<(String, i64)>,
    /// Who is shown, with which field.
    faces: Vec<(String, String)>,
    feedback: Vec<Said>,
    news: Vec<Story>,
}

#[derive(Deserialize)]
struct Closed {
    /// Days until it begins.
    r#in: i64,
    days: i64,
    reason: Text,
}

/// Something a visitor told; days count back from today, those of a plan forward when negative.
#[derive(Deserialize)]
struct Said {
    ago: i64,
    kind: String,
    name: String,
    contact: String,
    text: String,
    answer: Option<Answer>,
    register: Option<Line>,
}

#[derive(Deserialize)]
struct Answer {
    ago: i64,
    by: String,
    text: String,
}

#[derive(Deserialize)]
struct Line {
    heard: Text,
    action: Text,
    progress: String,
    owner: String,
    /// Days ago; in so many days when negative.
    due: Option<i64>,
    evidence: Text,
}

#[derive(Deserialize)]
struct Story {
    ago: i64,
    by: String,
    photo: Option<String>,
    #[serde(default)]
    alt: String,
    title: Text,
    text: Text,
}

fn permit<A: Act>(who: &Actor, act: A, pilot: &Pilot) -> Result<Permit<A>> {
    Ok(who.may(act, &pilot.place)?)
}

/// Every pilot shows itself.
pub(super) async fn show(past: &Past, folk: &Folk, pilots: &[Pilot], album: &Album) -> Result<()> {
    let all: Vec<Shown> = serde_json::from_str(include_str!("../../demo/centres.json"))?;
    for shown in &all {
        let at = PILOTS.iter().position(|one| one.manager == shown.contact);
        let pilot = at.and_then(|at| pilots.get(at)).ok_or(Refusal::NotFound)?;
        let address = at.map(|at| (PILOTS[at].address, PILOTS[at].phone));
        past.go(90, 0);
        furnish(past, folk, pilot, shown, address.unwrap_or_default()).await?;
        for said in &shown.feedback {
            listen(past, folk, pilot, said).await?;
        }
        for story in &shown.news {
            tell(past, folk, pilot, story, album).await?;
        }
    }
    Ok(())
}

async fn furnish(
    past: &Past,
    folk: &Folk,
    pilot: &Pilot,
    shown: &Shown,
    (address, phone): (&str, &str),
) -> Result<()> {
    let centre = &past.centre;
    let manager = folk.actor(centre, pilot.manager).await?;
    let managing = || permit(&manager, act::ManageCentre, pilot);
    let details = DetailsForm {
        address: address.into(),
        phone: phone.into(),
        intro_id: shown.intro.0.clone(),
        intro_en: shown.intro.1.clone(),
        arrival_id: shown.arrival.0.clone(),
        arrival_en: shown.arrival.1.clone(),
    };
    centres::save_details(centre, managing()?, &details).await?;
    let days = shown.week.iter().cloned();
    let days = days.map(|(opens, rest_from, rest_until, closes)| DayForm {
        opens,
        rest_from,
        rest_until,
        closes,
    });
    let hours = HoursForm {
        days: days.collect(),
    };
    centres::save_hours(centre, managing()?, &hours).await?;
    for closed in &shown.closures {
        let form = ClosureForm {
            from_on: past.day_in(closed.r#in).to_string(),
            until_on: past.day_in(closed.r#in + closed.days - 1).to_string(),
            reason_id: closed.reason.0.clone(),
            reason_en: closed.reason.1.clone(),
        };
        centres::add_closure(centre, managing()?, ClosureId::new(), &form).await?;
    }
    for (field, name, detail) in &shown.services {
        let form = ServiceForm {
            field: field.clone(),
            name_id: name.0.clone(),
            name_en: name.1.clone(),
            detail_id: detail.0.clone(),
            detail_en: detail.1.clone(),
        };
        centres::save_service(centre, managing()?, ServiceId::new(), &form).await?;
    }
    for (name, seats) in &shown.rooms {
        let form = RoomForm {
            name: name.clone(),
            seats: seats.to_string(),
        };
        centres::save_room(centre, managing()?, RoomId::new(), &form).await?;
    }
    for (contact, field) in &shown.faces {
        let who = folk.actor(centre, contact).await?;
        let form = ShownForm {
            shown: "true".into(),
            field: field.clone(),
        };
        centres::show_oneself(centre, &who, pilot.place.centre, &form).await?;
    }
    Ok(())
}

async fn slug(centre: &Centre, pilot: &Pilot) -> Result<String> {
    let mut conn = centre.db.read().await?;
    let row = crate::places::centre(&mut conn, pilot.place.centre).await?;
    Ok(row.ok_or(Refusal::NotFound)?.slug)
}

/// A visitor tells, staff answer, and the register has it.
async fn listen(past: &Past, folk: &Folk, pilot: &Pilot, said: &Said) -> Result<()> {
    let centre = &past.centre;
    past.go(said.ago, 130);
    let form = FeedbackForm {
        kind: said.kind.clone(),
        text: said.text.clone(),
        name: said.name.clone(),
        contact: said.contact.clone(),
        ..FeedbackForm::default()
    };
    let secret = feedback::give_feedback(centre, &slug(centre, pilot).await?, &form).await?;
    let Some(answer) = &said.answer else {
        return Ok(());
    };
    past.go(answer.ago, 40);
    let id = feedback::conversation_by_secret(centre, &secret).await?.id;
    let by = folk.actor(centre, &answer.by).await?;
    let answering = permit(&by, act::AnswerFeedback, pilot)?;
    feedback::answer_feedback(centre, answering, id, &answer.text).await?;
    let Some(line) = &said.register else {
        return Ok(());
    };
    let manager = folk.actor(centre, pilot.manager).await?;
    let keeping = || permit(&manager, act::KeepRegister, pilot);
    let owner = match line.owner.as_str() {
        "" => String::new(),
        contact => folk.person(contact)?.to_string(),
    };
    let due = line
        .due
        .map(|due| past.morning(due).date_naive().to_string());
    let form = ImprovementForm {
        heard_id: line.heard.0.clone(),
        heard_en: line.heard.1.clone(),
        action_id: line.action.0.clone(),
        action_en: line.action.1.clone(),
        progress: line.progress.clone(),
        owner,
        due_on: due.unwrap_or_default(),
        evidence_id: line.evidence.0.clone(),
        evidence_en: line.evidence.1.clone(),
    };
    let improvement = ImprovementId::new();
    past.go((answer.ago - 1).max(0), 55);
    feedback::save_improvement(centre, keeping()?, improvement, Some(id), &form).await?;
    feedback::publish_improvement(centre, keeping()?, improvement, true).await
}

async fn tell(past: &Past, folk: &Folk, pilot: &Pilot, story: &Story, album: &Album) -> Result<()> {
    let centre = &past.centre;
    past.go(story.ago, 150);
    let by = folk.actor(centre, &story.by).await?;
    let writing = || permit(&by, act::WriteNews, pilot);
    let form = NewsForm {
        title_id: story.title.0.clone(),
        title_en: story.title.1.clone(),
        text_id: story.text.0.clone(),
        text_en: story.text.1.clone(),
        alt: story.alt.clone(),
    };
    let id = NewsId::new();
    news::save_news(centre, writing()?, id, &form).await?;
    if let Some(file) = &story.photo {
        news::set_news_photo(centre, writing()?, id, album.photo(file)?).await?;
    }
    news::publish_news(centre, writing()?, id, true).await
}
