//! What a service centre knows and may decide: types, states, verdicts and permissions.
//!
//! No I/O and no clock: whatever depends on "now" takes it as a parameter, so the browser, the server and the
//! tests reach the same verdict. One module a feature, named as everywhere else in the code.

pub mod access;
pub mod audit;
pub mod business;
pub mod centres;
pub mod curation;
pub mod feedback;
pub mod gallery;
pub mod ids;
pub mod imports;
pub mod jobs;
pub mod language;
pub mod media;
pub mod money;
pub mod news;
pub mod notices;
pub mod people;
pub mod place;
pub mod refusal;
pub mod review;
pub mod tasks;
mod text;
pub mod timeline;

pub use refusal::Refusal;
