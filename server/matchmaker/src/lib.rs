//! Pure solvers and rankers: needs, offers and slots in; matches, meetings and reasons out. No I/O, no clock; where
//! equals must be told apart, a seed decides.

pub mod assignment;
pub mod queue;
