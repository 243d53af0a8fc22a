//! Reviewing by several people: rubrics, blind scores, medians, states. Curation is its first user; the selection of
//! incubation tenants is its second.

mod round;
mod rubric;
mod score;
mod state;
mod work;

pub use round::{APPEAL_REVIEW_DAYS, OpenRound, REVIEWERS, Right, Round, RoundForm};
pub use rubric::{Criterion, GATE_MET, GATE_UNMET, Rubric, RubricDraft, RubricLine, VALUES};
pub use score::{
    Bands, CriterionKind, Grade, Outcome, Points, ScoreLine, Weighted, median, outcome, total,
};
pub use state::{EntryState, Move, Phase, Phases};
pub use work::{
    AbstainReason, Given, OpenSeat, Plan, PlannedSeat, Progress, Saved, Seat, Summed, Unseated,
};
