//! The public pages of centres and provinces. Each is an axum handler.

mod day;
mod figures;
mod json_ld;
mod parts;

pub mod list;
pub mod page;
pub mod province;

pub use day::TodayMark;
pub(crate) use figures::outcomes;
