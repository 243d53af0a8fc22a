//! The gallery in the workspace: inquiries of buyers, as makers read and answer them.

pub mod inbox;
pub mod inbox_api;
