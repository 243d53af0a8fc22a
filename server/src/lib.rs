//! What runs: settings, the web server, sessions, background work. The binary `naikkelas` is a thin door to this.

pub mod commands;
mod import;
pub mod settings;
pub mod web;
