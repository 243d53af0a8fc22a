//! Reviewing by several people: rubrics, rounds, entries, seats, scores. It knows nothing of what is reviewed: a subject
//! is an identity, a category a word. Curation is its first user, the selection of incubation tenants its second.

mod by_hand;
mod conflicts;
mod desk;
mod entries;
mod planning;
mod rounds;
mod rubrics;
mod scoring;
mod seats;
mod stepping_back;
mod sums;

pub use by_hand::{assign, unassign};
pub use conflicts::{declare_conflict, set_expertise};
pub use planning::{assign_round, plan_round};
pub use rounds::{open_rounds, round, round_place, rounds};
pub use rubrics::{load_rubric, publish_rubric, rubric_place, rubrics, save_draft_rubric};
pub use scoring::score;
pub use seats::assignment_place;
pub use stepping_back::{abstain, skip};

pub(crate) use conflicts::{in_conflict, of_round as barred_of};
pub(crate) use desk::{Duty, desk_rows, duty};
pub(crate) use entries::{EntryRow, NewEntry, enter, entry, move_to, sent_in_again, step};
pub(crate) use planning::seat;
pub(crate) use rounds::{
    RoundRow, find as find_round, insert as insert_round, update as update_round,
};
pub(crate) use rubrics::{current, insert as insert_rubric, of as rubric_of};
pub(crate) use seats::{curators, free_for, progress, seats_of};
pub(crate) use stepping_back::leave_all;
pub(crate) use sums::{Scored, Sums, scored, sums};

use domain::{
    Refusal,
    access::{Act, Permit},
    ids::CentreId,
};

use crate::Result;

/// The centre a permit was given for.
pub(crate) fn centre_of<A: Act>(permit: &Permit<A>) -> Result<CentreId> {
    permit
        .place()
        .map(|place| place.centre)
        .ok_or_else(|| Refusal::NotFound.into())
}
