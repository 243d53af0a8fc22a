//! Product curation: what may be sent in, what is missing, what is decided.

mod completeness;
mod decision;
mod facts;
mod manage;
mod outcome;
mod round_input;
mod sheet;

pub use completeness::{LabelItem, Missing, Readiness, missing};
pub use decision::{Decision, WEAK_VALUE, badge_ends, decision};

pub use facts::{BLACKENED, FactClaim, Facts, Frozen, FrozenPhoto, blacken};
pub use manage::{
    Chore, CuratorLine, EntryLine, PendingDecision, ReleasePreview, RoundOverview, RoundWaits,
};
pub use outcome::{
    AppealLine, Appealing, GateLine, PastEntry, Step, Submission, SubmissionResult, Verdict,
    VerdictLine, VerdictTask, Why, WhyLine,
};
pub use round_input::RoundInput;
pub use sheet::{BlindPhoto, Desk, DeskLine, Sheet};

use serde::{Deserialize, Serialize};

/// The families of products, each with rubrics of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Food and drink.
    Food,
    /// Crafts: pottery, weaving of reed, wood, pearls.
    Craft,
    /// Cloth and clothing.
    Fashion,
    /// Cosmetics and herbal care.
    Beauty,
    /// Products of farm, garden and sea that are sold raw or lightly processed.
    Agriculture,
}

crate::text::text_enum!(Category {
    Food => "food",
    Craft => "craft",
    Fashion => "fashion",
    Beauty => "beauty",
    Agriculture => "agriculture",
});
