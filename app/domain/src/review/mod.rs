//! Reviewing by several people: rubrics, blind scores, medians, states. Curation is its first user; the selection of
//! incubation tenants is its second.

mod score;
mod state;

pub use score::{
    Bands, CriterionKind, Grade, Outcome, Points, ScoreLine, Weighted, outcome, total,
};
pub use state::{EntryState, Move, Phase, Phases};
