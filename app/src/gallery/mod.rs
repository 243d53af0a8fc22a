//! The gallery: public pages in `paper`, and in the workspace inquiries of buyers, as makers read and answer them.

pub mod inbox;
pub mod inbox_api;
#[cfg(feature = "ssr")]
pub mod paper;
