//! Messages of the product to a person.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    business::ClaimKind,
    ids::{BusinessId, EntryId, InquiryId, RoundId},
    review::Grade,
};

/// What happened, with the facts its sentence needs. The reader's language is chosen when it is shown or mailed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// A product was sent in and reached the centre.
    SubmissionReceived {
        /// Which.
        entry: EntryId,
        /// Its name.
        product: String,
    },
    /// A curator got products to score.
    ScoringWaits {
        /// In which round.
        round: RoundId,
        /// How many.
        count: i64,
    },
    /// A decision was announced.
    DecisionReleased {
        /// Which.
        entry: EntryId,
        /// Its product.
        product: String,
        /// The grade.
        grade: Grade,
    },
    /// An appeal was answered.
    AppealAnswered {
        /// Which.
        entry: EntryId,
        /// Its product.
        product: String,
        /// Whether it is reviewed once more.
        granted: bool,
    },
    /// A buyer asked for an offer.
    InquiryCame {
        /// Which.
        inquiry: InquiryId,
        /// The buyer's name.
        buyer: String,
    },
    /// A licence ends soon.
    ClaimExpires {
        /// Of which business.
        business: BusinessId,
        /// Which licence.
        claim: ClaimKind,
        /// Its last day.
        on: NaiveDate,
    },
}
