//! What pages show of a centre: the public one, its administration, and a member of staff's own word.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Closure, DetailsForm, Figures, Holiday, Part, Today, Week};
use crate::{
    access::Role,
    ids::{CentreId, RoomId, RoundId, ServiceId},
    language::Bilingual,
    place::Zone,
    tasks::ClinicLine,
};

/// A centre in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreLine {
    /// Identity.
    pub id: CentreId,
    /// Name.
    pub name: String,
    /// Part of an address.
    pub slug: String,
    /// Its time.
    pub zone: Zone,
    /// Street and village; may be empty.
    pub address: String,
    /// Name of the regency.
    pub regency: String,
    /// Name of the province.
    pub province: String,
    /// Phone number in international form; may be empty.
    pub phone: String,
    /// How it stands at this moment.
    pub today: Today,
}

/// Something a centre offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Identity.
    pub id: ServiceId,
    /// Which consultant's field it belongs to.
    pub field: ClinicLine,
    /// Name.
    pub name: Bilingual,
    /// A sentence or two; may be empty.
    pub detail: Bilingual,
}

/// A room of a centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Identity.
    pub id: RoomId,
    /// Name.
    pub name: String,
    /// How many find a seat.
    pub seats: i64,
}

/// Somebody of the staff who agreed to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// Name.
    pub name: String,
    /// What they are at the centre, the highest first.
    pub roles: Vec<Role>,
    /// The field they advise in.
    pub field: Option<ClinicLine>,
}

/// Something dated that is to come, whichever module it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Agenda {
    /// A round of curation takes products.
    Round {
        /// Which.
        round: RoundId,
        /// Its name.
        name: String,
        /// Since or from when.
        opens_at: DateTime<Utc>,
        /// Until when.
        until: DateTime<Utc>,
    },
    /// The centre stays closed.
    Closure {
        /// Days and reason.
        closure: Closure,
    },
    /// The country rests.
    Holiday {
        /// Day and name.
        holiday: Holiday,
    },
}

/// Everything the public page shows of the centre itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentrePage {
    /// Name, address, phone, and how it stands now.
    pub line: CentreLine,
    /// Part of the province's address.
    pub province_slug: String,
    /// What it says of itself.
    pub intro: Bilingual,
    /// How to come in.
    pub arrival: Bilingual,
    /// When it is open.
    pub week: Week,
    /// The weekday of today there, 0 for Monday.
    pub weekday: usize,
    /// What is to come, the soonest first.
    pub agenda: Vec<Agenda>,
    /// Who agreed to be shown.
    pub faces: Vec<Face>,
    /// What it offers.
    pub services: Vec<Service>,
    /// Where.
    pub rooms: Vec<Room>,
    /// What is measured.
    pub figures: Figures,
}

/// The page that compares the centres of a province.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvincePage {
    /// Name.
    pub name: String,
    /// Part of an address.
    pub slug: String,
    /// Its centres by name, each with its figures.
    pub centres: Vec<(CentreLine, Figures)>,
}

/// One field that was changed. Texts as they stood and as they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The field's name in its form.
    pub field: String,
    /// Empty for what was not there.
    pub before: String,
    /// Empty for what was taken away.
    pub after: String,
}

/// One change of the face, as its administration shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What kind of thing: `centre`, `opening_hours`, `service` …
    pub thing: String,
    /// What was changed.
    pub edits: Vec<Edit>,
}

/// The administration of a centre's face.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Administration {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub name: String,
    /// Part of its address.
    pub slug: String,
    /// Its time.
    pub zone: Zone,
    /// Its words, address and phone, as they stand.
    pub details: DetailsForm,
    /// When it is open.
    pub week: Week,
    /// Closures of today and later.
    pub closures: Vec<Closure>,
    /// National holidays of the next months.
    pub holidays: Vec<Holiday>,
    /// What it offers.
    pub services: Vec<Service>,
    /// Its rooms.
    pub rooms: Vec<Room>,
    /// What was taken away and can be put back: which, and its name.
    pub removed: Vec<(Part, uuid::Uuid, Bilingual)>,
    /// The last changes, the youngest first.
    pub changes: Vec<Change>,
}

/// What a member of staff agreed to at one centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFace {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// Part of its address.
    pub slug: String,
    /// Whether one is shown.
    pub shown: bool,
    /// With which field.
    pub field: Option<ClinicLine>,
    /// As what.
    pub roles: Vec<Role>,
}

impl CentreLine {
    /// The day there at this moment.
    pub fn day(&self, now: DateTime<Utc>) -> NaiveDate {
        self.zone.date(now)
    }
}
