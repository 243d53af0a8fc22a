//! Product curation in the workspace: what a maker learns of a submission.

pub mod mine_api;
pub mod result;
