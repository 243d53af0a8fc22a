//! Signing up and in, one's account, and the frame around every signed-in page.

pub mod account;
pub mod api;
pub mod frame;
#[cfg(feature = "ssr")]
pub mod paper;
