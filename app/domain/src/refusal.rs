//! Typed "no": every way the product declines, with the facts the sentence needs. The UI makes the sentences.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    imports::ListProblem, media::PhotoProblem, money::Rupiah, people::PasswordAdvice,
    review::EntryState,
};

/// A "no" that a person can understand and mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// It does not exist, or not for you.
    NotFound,
    /// Sign in first.
    SignInFirst,
    /// The account, the password, or both are wrong. Which one is not said.
    SignInFailed,
    /// Too many tries; again after so many seconds.
    TooManyTries {
        /// Seconds to wait.
        wait_seconds: u64,
    },
    /// Somebody tries many passwords for this account. Who has signed in with a browser before may go on there.
    AccountGuarded {
        /// Seconds until a new browser may try again.
        wait_seconds: u64,
    },
    /// The passkey is not known, or what came was none.
    PasskeyRefused,
    /// The request came from another site, or from nowhere.
    ForeignOrigin,
    /// Some fields need mending; nothing was changed.
    Fields(Vec<FieldProblem>),
    /// The password is easy to guess.
    WeakPassword(Vec<PasswordAdvice>),
    /// Somebody already signs in with this number or address.
    ContactTaken,
    /// The link was used, withdrawn or is too old.
    LinkSpent,
    /// The code from the desk is wrong, used or too old.
    CodeWrong,
    /// This member of staff may not be let in by this one.
    HelpedByOthers,
    /// The invitation is for somebody else: for the owner of another number or address.
    InvitedAnother {
        /// Whether it is for a phone number, and not for an e-mail address.
        by_phone: bool,
    },
    /// Work for the whole product is started again by those who run a province.
    ProvinceOnly,
    /// The round takes no submissions at this time.
    RoundClosed {
        /// When the next one opens, if known.
        opens: Option<DateTime<Utc>>,
    },
    /// The submission lacks something a curator needs.
    Incomplete(Vec<crate::curation::Missing>),
    /// Scoring ended.
    ScoringClosed,
    /// The thing is not in a state that allows this move.
    IllegalMove {
        /// The state it is in.
        from: EntryState,
    },
    /// The time to object to a decision is over.
    AppealOver {
        /// The last moment it was possible.
        until: DateTime<Utc>,
    },
    /// The product was sent in again since, and the newer decision is the one that counts.
    SentInAgain,
    /// An objection to the product's last decision waits for its answer.
    AppealWaiting,
    /// Too few others may review it: those who did before, and those in conflict, do not count.
    TooFewReviewers {
        /// How many may.
        free: i64,
        /// How many it needs.
        wanted: i64,
    },
    /// A curator never scores their own client.
    ConflictOfInterest,
    /// Somebody else changed it first; here is the newer version's number.
    Stale {
        /// The version that stands.
        version: i64,
    },
    /// What would be announced is not what was looked at.
    PreviewOutdated,
    /// It was done already; doing it twice changes nothing.
    AlreadyDone,
    /// A rubric in use cannot be changed, only followed by a new version.
    RubricInUse,
    /// A newer version of the rubric counts already.
    RubricOutdated {
        /// The version that counts.
        version: i64,
    },
    /// Weights must sum to 100.
    WeightsOff {
        /// What they sum to.
        sum: i64,
    },
    /// The file cannot be read as a list of businesses.
    List(ListProblem),
    /// The row lacks its owner, or a place that this centre serves.
    RowIncomplete,
    /// The picture was refused.
    Photo(PhotoProblem),
    /// A product takes one to eight photos.
    TooManyPhotos,
    /// There are entries that still miss scores.
    UnscoredEntries {
        /// How many.
        count: i64,
    },
}

/// One field that needs mending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// The field's name in the form.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was entered.
    Missing,
    /// Too few letters or digits.
    TooShort {
        /// At least.
        min: u32,
    },
    /// Too many letters or digits.
    TooLong {
        /// At most.
        max: u32,
    },
    /// Only so many digits were typed.
    Digits {
        /// How many there are.
        got: u32,
        /// How many there should be.
        want: u32,
    },
    /// Not a whole number.
    NotANumber,
    /// Outside the allowed numbers, both inclusive.
    OutOfRange {
        /// Least.
        min: i64,
        /// Most.
        max: i64,
    },
    /// Not an amount of rupiah.
    NotMoney,
    /// Outside the allowed amounts.
    MoneyRange {
        /// Least.
        min: Rupiah,
        /// Most.
        max: Rupiah,
    },
    /// Not a date.
    NotADate,
    /// Not a time of day.
    NotATime,
    /// Must come after what stands before it.
    NotAfter,
    /// The date must not be before this one.
    TooEarly {
        /// Earliest.
        earliest: NaiveDate,
    },
    /// The date must not be after this one.
    TooLate {
        /// Latest.
        latest: NaiveDate,
    },
    /// Neither a phone number nor an e-mail address.
    NotAContact,
    /// A phone number where only an e-mail address helps.
    NotAnEmail,
    /// Not one of the choices.
    NotAChoice,
    /// Public words that name who told it in confidence.
    NamesTeller,
    /// What curators judged or are judging is not changed any more.
    Settled,
    /// Must be switched on to go on.
    MustAgree,
    /// The repeated password differs, or the old one is wrong.
    DoesNotMatch,
}

impl Refusal {
    /// A refusal of one field.
    pub fn field(field: &str, problem: Problem) -> Self {
        Self::Fields(vec![FieldProblem {
            field: field.into(),
            problem,
        }])
    }
}

/// Collects what is wrong with a form before anything is changed.
#[derive(Debug, Default)]
pub struct Check(Vec<FieldProblem>);

impl Check {
    /// Notes a problem when there is one, and hands on the value.
    pub fn field<T>(&mut self, field: &str, value: Result<T, Problem>) -> Option<T> {
        value
            .map_err(|problem| {
                self.0.push(FieldProblem {
                    field: field.into(),
                    problem,
                })
            })
            .ok()
    }

    /// Notes a problem.
    pub fn problem(&mut self, field: &str, problem: Problem) {
        self.0.push(FieldProblem {
            field: field.into(),
            problem,
        });
    }

    /// `Ok` when nothing was wrong.
    pub fn done(self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Fields(self.0))
        }
    }
}

/// A text of `min..=max` letters, trimmed.
pub fn text(value: &str, min: u32, max: u32) -> Result<String, Problem> {
    let value = value.trim();
    let length = value.chars().count() as u32;
    match length {
        0 if min > 0 => Err(Problem::Missing),
        n if n < min => Err(Problem::TooShort { min }),
        n if n > max => Err(Problem::TooLong { max }),
        _ => Ok(value.to_owned()),
    }
}

/// A whole number in `min..=max`; dots between thousands are allowed.
pub fn number(value: &str, min: i64, max: i64) -> Result<i64, Problem> {
    let digits: String = value.trim().chars().filter(|c| *c != '.').collect();
    if digits.is_empty() {
        return Err(Problem::Missing);
    }
    let number: i64 = digits.parse().map_err(|_| Problem::NotANumber)?;
    if (min..=max).contains(&number) {
        Ok(number)
    } else {
        Err(Problem::OutOfRange { min, max })
    }
}

/// An amount of rupiah in `min..=max`.
pub fn money(value: &str, min: Rupiah, max: Rupiah) -> Result<Rupiah, Problem> {
    if value.trim().is_empty() {
        return Err(Problem::Missing);
    }
    let amount = Rupiah::parse(value).ok_or(Problem::NotMoney)?;
    if (min..=max).contains(&amount) {
        Ok(amount)
    } else {
        Err(Problem::MoneyRange { min, max })
    }
}

/// A date as a date field sends it: `2027-03-31`.
pub fn day(value: &str) -> Result<NaiveDate, Problem> {
    if value.trim().is_empty() {
        return Err(Problem::Missing);
    }
    value.trim().parse().map_err(|_| Problem::NotADate)
}

/// `Some` when something was entered, judged by `read`.
pub fn optional<T>(
    value: &str,
    read: impl FnOnce(&str) -> Result<T, Problem>,
) -> Result<Option<T>, Problem> {
    if value.trim().is_empty() {
        Ok(None)
    } else {
        read(value).map(Some)
    }
}
