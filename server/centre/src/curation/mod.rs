//! Curation: products are sent in, scored blind, decided and announced. The reviewing itself is `review`'s.

mod appeals;
mod blind;
mod deciding;
mod default_rubrics;
mod freeze;
mod mine;
mod overview;
mod release;
mod rounds;
mod submit;
mod verdict;
mod waiting;
mod why;

pub use appeals::{answer_appeal, appeal, appeal_place, appeals, prolong_review};
pub use blind::{blurred_photo, desk, sheet};
pub use deciding::{carry_over, decide, prepare_decisions, preview, undecide};
pub use default_rubrics::ensure_default_rubrics;
pub use mine::{my_submissions, result};
pub use overview::{curators, round_overview};
pub use release::release;
pub use rounds::{create_round, edit_round};
pub use submit::{entry_place, submit, withdraw};
pub use waiting::rounds_waiting;
pub use why::why;

pub use crate::review::{
    abstain, assign, assign_round, assignment_place, declare_conflict, load_rubric, open_rounds,
    plan_round, publish_rubric, round, round_place, rounds, rubric_place, rubrics,
    save_draft_rubric, score, set_expertise, skip, unassign,
};

#[cfg(test)]
mod tests;
