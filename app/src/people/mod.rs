//! Signing up and in, one's account, the frame around every signed-in page, the staff, and the record of what was done.

pub mod account;
pub mod api;
pub mod audit;
pub mod deeds;
pub mod frame;
pub mod help;
pub mod invited;
pub mod jobs;
#[cfg(feature = "ssr")]
pub mod paper;
pub mod recovery_api;
pub mod second_step;
pub mod security;
pub mod security_api;
pub mod settings;
pub mod staff;
pub mod staff_api;
#[cfg(feature = "ssr")]
pub mod way_back;
