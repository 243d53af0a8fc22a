//! Messages of the product to a person.

mod mail_time;
mod sentence;

pub use mail_time::{DIGEST_HOUR, MailWish, mail_time};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    business::ClaimKind,
    ids::{BusinessId, EntryId, FeedbackId, InquiryId, NoticeId, ProductId, RoundId},
    people::{IdentityCheck, RecoveryWay},
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
    /// Scoring ends within a day, and a curator has products left.
    ScoringEnds {
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
    /// A maker objects to a decision, and waits for a manager's answer.
    AppealCame {
        /// In which round.
        round: RoundId,
        /// The product.
        product: String,
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
    /// A visitor complained, made a suggestion, or wrote again.
    FeedbackCame {
        /// Which conversation.
        feedback: FeedbackId,
        /// The last moment of an answer in time.
        due: DateTime<Utc>,
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
    /// A product's badge came to its end, so it left the gallery.
    BadgeEnded {
        /// Which product.
        product: ProductId,
        /// Its name.
        name: String,
        /// The badge's last day.
        on: NaiveDate,
    },
    /// Somebody signed in with a browser that never did before.
    NewDevice {
        /// What it calls itself: `Chrome, Android`.
        device: String,
    },
    /// A passkey was made.
    PasskeyMade {
        /// As its owner calls it.
        name: String,
    },
    /// The front desk made a code that sets a new password.
    CodeMade {
        /// Who made it.
        by: String,
        /// What they looked at.
        checked: IdentityCheck,
    },
    /// The password was set anew, after it was forgotten.
    PasswordRecovered {
        /// How.
        way: RecoveryWay,
    },
}

/// A notice as its reader finds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// Identity.
    pub id: NoticeId,
    /// What happened.
    pub notice: Notice,
    /// When it was told, UTC.
    pub at: DateTime<Utc>,
    /// Since when it counts as read.
    pub read_at: Option<DateTime<Utc>>,
}

/// A mail that is due and was not sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// The name of who waits for it.
    pub reader: String,
    /// What kind of notice it tells of, for example `decision_released`.
    pub kind: String,
    /// Since when it is due, UTC.
    pub due_at: DateTime<Utc>,
}
