//! The face of a centre: its public page, what staff say on it, who shows themselves, and what is measured.

mod agenda;
pub(crate) mod changes;
mod closures;
mod details;
mod faces;
mod figures;
mod hours;
mod list;
mod page;
mod parts;
mod province;
mod rooms;
mod services;

pub use closures::add_closure;
pub use details::{administration, save_details};
pub use faces::{own_faces, show_oneself};
pub use figures::figures;
pub use hours::save_hours;
pub use list::{line, lines};
pub use page::page;
pub use parts::{put_back, take_away};
pub use province::{province, provinces};
pub use rooms::save_room;
pub use services::save_service;

use domain::{
    Refusal,
    access::{Permit, act},
    ids::CentreId,
};

use crate::Result;

/// The centre that a permit is for.
pub(crate) fn home<A: domain::access::Act>(permit: &Permit<A>) -> Result<CentreId> {
    Ok(permit.place().ok_or(Refusal::NotFound)?.centre)
}

/// The right over everything here.
type Managing = Permit<act::ManageCentre>;

#[cfg(test)]
mod tests;
