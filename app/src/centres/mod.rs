//! The face of a centre: public pages in `paper`; in the workspace its administration, and what staff say of themselves.

pub mod administration;
pub mod api;
mod names;
pub mod own;
#[cfg(feature = "ssr")]
pub mod paper;
mod parts;
#[cfg(feature = "ssr")]
mod permits;

#[cfg(feature = "ssr")]
pub(crate) use permits::choices;
