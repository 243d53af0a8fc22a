//! The face of a centre: what it says of itself, when it is open, what it offers, who shows themselves, and what is
//! measured of its work.

mod figures;
mod forms;
mod hours;
mod pages;

pub use figures::{Figures, Measure, median, tenths_of_days};
pub use forms::{
    ClosureForm, DayForm, Details, DetailsForm, HoursForm, Offer, RoomForm, ServiceForm, Shown,
    ShownForm,
};
pub use hours::{Closed, Closure, Day, Holiday, Span, Today, Week};
pub use pages::{
    Administration, Agenda, CentreLine, CentrePage, Change, Edit, Face, OwnFace, ProvincePage,
    Room, Service,
};

use serde::{Deserialize, Serialize};

/// A part of the face that is added, changed, taken away and put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Something it offers.
    Service,
    /// A room.
    Room,
    /// Days on which it stays closed.
    Closure,
}

crate::text::text_enum!(Part {
    Service => "service",
    Room => "room",
    Closure => "closure",
});
