//! What the pages of a centre's face ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    centres::{
        Administration, ClosureForm, DetailsForm, HoursForm, OwnFace, Part, RoomForm, ServiceForm,
        ShownForm,
    },
    ids::{CentreId, ClosureId, RoomId, ServiceId},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Answer;

/// What a refused plain post kept: at most one of the page's forms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Words, address, phone.
    pub details: Option<DetailsForm>,
    /// The week.
    pub hours: Option<HoursForm>,
    /// Days off.
    pub closure: Option<ClosureForm>,
    /// Something offered.
    pub service: Option<ServiceForm>,
    /// A room.
    pub room: Option<RoomForm>,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
}

/// The administration of a centre's face.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdministrationPage {
    /// As it stands.
    pub face: Administration,
    /// The centres one may choose from.
    pub choices: Vec<(CentreId, String)>,
    /// The service that is changed, or the identity of a new one.
    pub service: ServiceId,
    /// The room that is changed, or the identity of a new one.
    pub room: RoomId,
    /// The identity of new days off.
    pub closure: ClosureId,
    /// What a refused form kept.
    pub kept: Kept,
}

/// What a centre says of itself; `edit` names the service or room that is changed.
#[server(prefix = "/api", endpoint = "centres/administration", input = server_fn::codec::GetUrl)]
pub async fn administer(
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] edit: String,
) -> Answer<AdministrationPage> {
    use crate::request::{self, Told};
    use domain::access::act;
    let (permit, _) = request::at(act::ManageCentre, centre).await?;
    let face = centre::centres::administration(&request::centre(), &permit)
        .await
        .told()?;
    let edited: Option<Uuid> = edit.parse().ok();
    let service = face.services.iter().find(|one| Some(one.id.0) == edited);
    let room = face.rooms.iter().find(|one| Some(one.id.0) == edited);
    Ok(AdministrationPage {
        service: service.map(|one| one.id).unwrap_or_default(),
        room: room.map(|one| one.id).unwrap_or_default(),
        closure: ClosureId::new(),
        choices: super::permits::choices(act::ManageCentre).await?,
        kept: kept().await,
        face,
    })
}

#[cfg(feature = "ssr")]
async fn kept() -> Kept {
    use crate::request::draft;
    let details = draft::<DetailsForm>("details").await;
    let hours = draft::<HoursForm>("hours").await;
    let closure = draft::<ClosureForm>("closure").await;
    let service = draft::<ServiceForm>("service").await;
    let room = draft::<RoomForm>("room").await;
    let refusals = [
        details.as_ref().and_then(|kept| kept.refusal.clone()),
        hours.as_ref().and_then(|kept| kept.refusal.clone()),
        closure.as_ref().and_then(|kept| kept.refusal.clone()),
        service.as_ref().and_then(|kept| kept.refusal.clone()),
        room.as_ref().and_then(|kept| kept.refusal.clone()),
        draft::<()>("act").await.and_then(|kept| kept.refusal),
    ];
    Kept {
        details: details.map(|kept| kept.input),
        hours: hours.map(|kept| kept.input),
        closure: closure.map(|kept| kept.input),
        service: service.map(|kept| kept.input),
        room: room.map(|kept| kept.input),
        refusal: refusals.into_iter().flatten().next(),
    }
}

/// Where the page of a centre's administration is.
#[cfg(feature = "ssr")]
fn page_of(centre: CentreId) -> String {
    format!("/kelola/pusat?pusat={centre}")
}

/// The right to say what the public reads of a centre, and the centre.
#[cfg(feature = "ssr")]
async fn managing(
    centre: Option<CentreId>,
) -> Answer<(
    domain::access::Permit<domain::access::act::ManageCentre>,
    String,
)> {
    use domain::access::act::ManageCentre;
    let (permit, here) = crate::request::at(ManageCentre, centre).await?;
    Ok((permit, page_of(here.id)))
}

/// Saves the centre's words, address and phone.
#[server(prefix = "/api", endpoint = "centres/save_details")]
pub async fn save_details(
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] form: DetailsForm,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, page) = managing(centre).await?;
    let outcome = centre::centres::save_details(&request::centre(), permit, &form).await;
    end_form("details", &page, &form, outcome, |()| {
        format!("{page}#tentang")
    })
    .await
}

/// Saves the opening hours.
#[server(prefix = "/api", endpoint = "centres/save_hours")]
pub async fn save_hours(
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] form: HoursForm,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, page) = managing(centre).await?;
    let outcome = centre::centres::save_hours(&request::centre(), permit, &form).await;
    end_form("hours", &page, &form, outcome, |()| format!("{page}#jam")).await
}

/// Says that the centre stays closed.
#[server(prefix = "/api", endpoint = "centres/add_closure")]
pub async fn add_closure(
    #[server(default)] centre: Option<CentreId>,
    closure: ClosureId,
    #[server(default)] form: ClosureForm,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, page) = managing(centre).await?;
    let outcome = centre::centres::add_closure(&request::centre(), permit, closure, &form).await;
    end_form("closure", &page, &form, outcome, |()| {
        format!("{page}#libur")
    })
    .await
}

/// Adds or changes something that the centre offers.
#[server(prefix = "/api", endpoint = "centres/save_service")]
pub async fn save_service(
    #[server(default)] centre: Option<CentreId>,
    service: ServiceId,
    #[server(default)] form: ServiceForm,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, page) = managing(centre).await?;
    let outcome = centre::centres::save_service(&request::centre(), permit, service, &form).await;
    let back = format!("{page}&ubah={service}");
    end_form("service", &back, &form, outcome, |()| {
        format!("{page}#layanan")
    })
    .await
}

/// Adds or changes a room.
#[server(prefix = "/api", endpoint = "centres/save_room")]
pub async fn save_room(
    #[server(default)] centre: Option<CentreId>,
    room: RoomId,
    #[server(default)] form: RoomForm,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, page) = managing(centre).await?;
    let outcome = centre::centres::save_room(&request::centre(), permit, room, &form).await;
    let back = format!("{page}&ubah={room}");
    end_form("room", &back, &form, outcome, |()| format!("{page}#ruang")).await
}

/// Takes a part of the face away, or puts it back.
#[server(prefix = "/api", endpoint = "centres/move_part")]
pub async fn move_part(
    #[server(default)] centre: Option<CentreId>,
    part: Part,
    id: Uuid,
    away: bool,
) -> Answer<()> {
    use crate::request::{self, end_form};
    use centre::centres::{put_back, take_away};
    let (permit, page) = managing(centre).await?;
    let outcome = match away {
        true => take_away(&request::centre(), permit, part, id).await,
        false => put_back(&request::centre(), permit, part, id).await,
    };
    end_form("act", &page, &(), outcome, |()| page.clone()).await
}

/// What the signed-in person agreed to, at every centre where they work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFaces {
    /// One a centre.
    pub faces: Vec<OwnFace>,
    /// Why the last word was refused.
    pub refusal: Option<Refusal>,
}

/// What the signed-in person agreed to.
#[server(prefix = "/api", endpoint = "centres/own_faces", input = server_fn::codec::GetUrl)]
pub async fn my_faces() -> Answer<OwnFaces> {
    use crate::request::{self, Told};
    let faces = centre::centres::own_faces(&request::centre(), &request::actor()?)
        .await
        .told()?;
    let refusal = request::refusal_of(&["own_face"]).await;
    Ok(OwnFaces { faces, refusal })
}

/// Agrees to be shown at a centre, or takes that back.
#[server(prefix = "/api", endpoint = "centres/show_oneself")]
pub async fn show_oneself(centre: CentreId, #[server(default)] form: ShownForm) -> Answer<()> {
    use crate::request::{self, actor, end_form};
    let outcome = centre::centres::show_oneself(&request::centre(), &actor()?, centre, &form).await;
    end_form("own_face", "/kelola/nama", &form, outcome, |()| {
        "/kelola/nama".to_owned()
    })
    .await
}
