//! What visitors tell a centre: public form, secret link and register in `paper`; in the workspace the inbox and the
//! keeping of the register.

pub mod api;
pub mod conversation;
pub mod inbox;
mod names;
#[cfg(feature = "ssr")]
pub mod paper;
pub mod register;
mod register_form;
