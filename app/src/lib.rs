//! What people see and say. Two faces: [`paper`] (public pages, plain HTML, server only) and [`Workspace`] (signed in,
//! hydrated). Each feature exports its pages for either; this file is the table of contents.

#![recursion_limit = "512"]

pub mod ask;
pub mod error;
pub mod post;
pub mod read;
pub mod rooms;
pub mod ui;
pub mod wire;
pub mod words;
pub mod workspace;

pub mod business;
pub mod centres;
pub mod curation;
pub mod feedback;
pub mod gallery;
pub mod home;
pub mod imports;
pub mod news;
pub mod notices;
pub mod people;
pub mod tasks;

#[cfg(feature = "ssr")]
pub mod paper;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod shell;

pub use error::AppError;
pub use workspace::Workspace;

/// Why and how a server function ends.
pub type Answer<T> = Result<T, AppError>;
