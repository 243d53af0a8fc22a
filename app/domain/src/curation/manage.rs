//! What a manager sees of a round: entries, curators, spreads, and what each maker will get.

use std::hash::{DefaultHasher, Hasher};

use serde::{Deserialize, Serialize};

use super::{Category, Decision};
use crate::{
    ids::{EntryId, PersonId, ProductId, RoundId},
    language::Bilingual,
    review::{EntryState, Grade, Points, Progress, Round, Seat},
};

/// What a round asks of its manager, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Chore {
    /// Makers wait for an answer to their objections.
    AnswerAppeals,
    /// Entries lack curators, and can still be scored.
    FindCurators,
    /// The time for scoring is over, and entries lack scores.
    EndLate,
    /// Entries are scored and have no decision.
    Decide,
    /// Decisions are prepared and not announced.
    Release,
}

/// A round in which something waits for its manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundWaits {
    /// Which.
    pub round: RoundId,
    /// Its name.
    pub name: String,
    /// What, for how many products; never empty, no count is 0.
    pub chores: Vec<(Chore, i64)>,
}

/// A round as its manager sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundOverview {
    /// The round.
    pub round: Round,
    /// How many entries stand where; only states that occur, in the order of a round.
    pub states: Vec<(EntryState, i64)>,
    /// Its entries, by blind number.
    pub entries: Vec<EntryLine>,
    /// Curators with entries in this round.
    pub curators: Vec<Progress>,
    /// Curators of the centre that can be given entries by hand.
    pub staff: Vec<CuratorLine>,
    /// Objections that wait for an answer.
    pub open_appeals: i64,
}

/// An entry in a round's list. Its totals are the chart of spreads: one mark a curator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryLine {
    /// Identity.
    pub entry: EntryId,
    /// Its blind number.
    pub number: i64,
    /// Which product.
    pub product: ProductId,
    /// Its name.
    pub product_name: String,
    /// Its maker.
    pub business_name: String,
    /// Its family.
    pub category: Category,
    /// Where it stands.
    pub state: EntryState,
    /// Whether it came back from an earlier round.
    pub again: bool,
    /// 1; after a granted appeal 2.
    pub sitting: i64,
    /// Seats it needs: two, or three after a gap.
    pub wanted: i64,
    /// Seats taken.
    pub seats: Vec<Seat>,
    /// Curators of the centre who must not judge it.
    pub barred: Vec<PersonId>,
    /// Median, spread and grade, once all seats are scored.
    pub score: Option<(i64, Points, Grade)>,
}

/// A curator of the centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CuratorLine {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// What they know about.
    pub expertise: Vec<String>,
    /// Entries on their desk.
    pub load: i64,
}

/// What one maker will get when decisions are announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingDecision {
    /// Which entry.
    pub entry: EntryId,
    /// Its blind number.
    pub number: i64,
    /// The product.
    pub product_name: String,
    /// The maker.
    pub business_name: String,
    /// Grade.
    pub grade: Grade,
    /// Whole score.
    pub score: i64,
    /// Largest minus smallest total.
    pub spread: Points,
    /// Curators.
    pub reviewers: i64,
    /// What the rule proposes.
    pub proposed: Decision,
    /// What stands.
    pub decision: Decision,
    /// Why it differs, if it does.
    pub reason: String,
    /// Gates that are not met.
    pub unmet: Vec<Bilingual>,
    /// Tasks the maker will get: the weak criteria and unmet gates.
    pub tasks: Vec<Bilingual>,
    /// The grade that stands until then.
    pub before: Option<Grade>,
}

/// A round before its announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleasePreview {
    /// What each maker will get.
    pub decisions: Vec<PendingDecision>,
    /// Entries without a decision: they stop the announcement until they are scored and decided, or carried over.
    pub waiting: i64,
}

impl ReleasePreview {
    /// Differs when what would be announced differs; the same in the browser and on the server. Not to be kept: it may
    /// change with the next version.
    pub fn mark(&self) -> String {
        let mut hasher = DefaultHasher::new();
        for one in &self.decisions {
            // As text: numbers of an enum are hashed at the machine's width, and the browser's is half the server's.
            let told = format!(
                "{} {} {} {}\n",
                one.entry, one.decision, one.grade, one.reason
            );
            hasher.write(told.as_bytes());
        }
        format!("{:016x}", hasher.finish())
    }
}
