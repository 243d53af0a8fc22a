//! Short news of centres: public pages in `paper`, the desk where staff write them in the workspace.

pub mod api;
pub mod desk;
#[cfg(feature = "ssr")]
pub mod paper;
pub mod piece;
