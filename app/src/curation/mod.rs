//! Product curation in the workspace: what a maker learns of a submission, a curator's desk and sheets, a manager's
//! rounds and decisions, rubrics, collections.

pub mod appeals;
pub mod collection;
pub mod collections;
pub mod collections_api;
pub mod criterion;
pub mod deciding;
pub mod deciding_api;
pub mod desk;
pub mod desk_api;
pub mod entries;
pub mod expertise;
pub mod keys;
pub mod mine_api;
pub mod names;
#[cfg(feature = "ssr")]
pub mod permits;
pub mod planning;
pub mod result;
pub mod round;
pub mod round_form;
pub mod rounds;
pub mod rounds_api;
pub mod rubric;
pub mod rubric_api;
pub mod rubric_form;
pub mod rubrics;
pub mod said;
pub mod sample;
pub mod sheet;
pub mod work;
