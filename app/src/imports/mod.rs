//! Lists that offices keep: bringing one, looking at its rows, mending them, taking them over and back.

pub mod api;
pub mod codes;
pub mod list;
pub mod lists;
pub mod row;
