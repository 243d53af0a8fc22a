//! Sentences for every typed "no".

use domain::{
    Refusal,
    imports::ListProblem,
    people::PasswordAdvice,
    place,
    refusal::{FieldProblem, Problem},
};
use leptos::prelude::*;

use crate::{
    AppError,
    words::{Key, Words, refusals as r},
};

/// What is wrong with a form, field by field.
pub type Problems = Vec<FieldProblem>;

/// The problem of one field, following the form.
pub fn problem_of(problems: Signal<Problems>, field: &'static str) -> Signal<Option<Problem>> {
    Signal::derive(move || {
        problems.with(|all| {
            all.iter()
                .find(|problem| problem.field == field)
                .map(|found| found.problem.clone())
        })
    })
}

/// The fields that an error speaks of.
pub fn fields_of(error: Option<&AppError>) -> Problems {
    match error {
        Some(AppError::Refused(Refusal::Fields(fields))) => fields.clone(),
        _ => Vec::new(),
    }
}

/// The sentence of an error that is not about single fields.
pub fn error_sentence(w: Words, error: &AppError) -> String {
    match error {
        AppError::Refused(refusal) => refusal_sentence(w, refusal),
        AppError::Fault { reference } => w.fill(r::FAULT, &[("reference", reference)]),
        AppError::Offline => w.t(r::OFFLINE).to_owned(),
        AppError::Unreadable => w.t(r::UNREADABLE).to_owned(),
    }
}

/// The sentence of a refusal.
pub fn refusal_sentence(w: Words, refusal: &Refusal) -> String {
    let plain = |key: Key| w.t(key).to_owned();
    match refusal {
        Refusal::NotFound => plain(r::NOT_FOUND),
        Refusal::SignInFirst => plain(r::SIGN_IN_FIRST),
        Refusal::SignInFailed => plain(r::SIGN_IN_FAILED),
        Refusal::AccountGuarded { wait_seconds } => {
            w.fill(r::ACCOUNT_GUARDED, &[("n", &wait_seconds.div_ceil(60))])
        }
        Refusal::List(problem) => plain(match problem {
            ListProblem::Empty => r::LIST_EMPTY,
            ListProblem::NoRows => r::LIST_NO_ROWS,
            ListProblem::Corrupt => r::LIST_CORRUPT,
            ListProblem::WrongType => r::LIST_WRONG_TYPE,
            ListProblem::TooLarge => r::LIST_TOO_LARGE,
        }),
        Refusal::RowIncomplete => plain(r::ROW_INCOMPLETE),
        Refusal::PasskeyRefused => plain(r::PASSKEY_REFUSED),
        Refusal::TooManyTries { wait_seconds } => w.fill(r::TOO_MANY_TRIES, &[("n", wait_seconds)]),
        Refusal::ForeignOrigin => plain(r::FOREIGN_ORIGIN),
        Refusal::Fields(_) => plain(r::FIELDS),
        Refusal::WeakPassword(advice) => {
            let advice: Vec<_> = advice
                .iter()
                .map(|one| w.t(advice_sentence(*one)))
                .collect();
            advice.join(" ")
        }
        Refusal::ContactTaken => plain(r::CONTACT_TAKEN),
        Refusal::LinkSpent => plain(r::LINK_SPENT),
        Refusal::CodeWrong => plain(r::CODE_WRONG),
        Refusal::HelpedByOthers => plain(r::HELPED_BY_OTHERS),
        Refusal::InvitedAnother { by_phone: true } => plain(r::INVITED_ANOTHER_PHONE),
        Refusal::InvitedAnother { by_phone: false } => plain(r::INVITED_ANOTHER_EMAIL),
        Refusal::ProvinceOnly => plain(r::PROVINCE_ONLY),
        Refusal::RoundClosed { opens: None } => plain(r::ROUND_CLOSED),
        Refusal::RoundClosed { opens: Some(at) } => {
            let day = w.moment(*at);
            w.fill(r::ROUND_OPENS, &[("at", &day)])
        }
        Refusal::Incomplete(missing) => w.fill(r::INCOMPLETE, &[("n", &missing.len())]),
        Refusal::ScoringClosed => plain(r::SCORING_CLOSED),
        Refusal::IllegalMove { .. } => plain(r::ILLEGAL_MOVE),
        Refusal::AppealOver { until } => {
            let day = w.moment(*until);
            w.fill(r::APPEAL_OVER, &[("at", &day)])
        }
        Refusal::SentInAgain => plain(r::SENT_IN_AGAIN),
        Refusal::AppealWaiting => plain(r::APPEAL_WAITING),
        Refusal::TooFewReviewers { free, wanted } => {
            w.fill(r::TOO_FEW_REVIEWERS, &[("n", free), ("wanted", wanted)])
        }
        Refusal::ConflictOfInterest => plain(r::CONFLICT_OF_INTEREST),
        Refusal::Stale { .. } => plain(r::STALE),
        Refusal::PreviewOutdated => plain(r::PREVIEW_OUTDATED),
        Refusal::AlreadyDone => plain(r::ALREADY_DONE),
        Refusal::RubricInUse => plain(r::RUBRIC_IN_USE),
        Refusal::RubricOutdated { version } => w.fill(r::RUBRIC_OUTDATED, &[("n", version)]),
        Refusal::WeightsOff { sum } => w.fill(r::WEIGHTS_OFF, &[("sum", sum)]),
        Refusal::Photo(problem) => plain(photo_sentence(*problem)),
        Refusal::TooManyPhotos => plain(r::TOO_MANY_PHOTOS),
        Refusal::UnscoredEntries { count } => w.fill(r::UNSCORED_ENTRIES, &[("n", count)]),
    }
}

fn photo_sentence(problem: domain::media::PhotoProblem) -> Key {
    use domain::media::PhotoProblem as P;
    match problem {
        P::Empty => r::PHOTO_EMPTY,
        P::TooHeavy => r::PHOTO_TOO_HEAVY,
        P::NotAPhoto => r::PHOTO_NOT_A_PHOTO,
        P::Damaged => r::PHOTO_DAMAGED,
        P::TooLarge => r::PHOTO_TOO_LARGE,
        P::TooSmall => r::PHOTO_TOO_SMALL,
        P::Duplicate => r::PHOTO_DUPLICATE,
        P::NotADocument => r::DOCUMENT_UNKNOWN,
        P::DocumentTooHeavy => r::DOCUMENT_TOO_HEAVY,
    }
}

/// Why a password is weak.
fn advice_sentence(advice: PasswordAdvice) -> Key {
    match advice {
        PasswordAdvice::TooShort => r::PASSWORD_TOO_SHORT,
        PasswordAdvice::Common => r::PASSWORD_COMMON,
        PasswordAdvice::SingleWord => r::PASSWORD_SINGLE_WORD,
        PasswordAdvice::Name => r::PASSWORD_NAME,
        PasswordAdvice::Date => r::PASSWORD_DATE,
        PasswordAdvice::Keys => r::PASSWORD_KEYS,
        PasswordAdvice::Repeats => r::PASSWORD_REPEATS,
        PasswordAdvice::Sequence => r::PASSWORD_SEQUENCE,
        PasswordAdvice::Personal => r::PASSWORD_PERSONAL,
        PasswordAdvice::AddWords => r::PASSWORD_ADD_WORDS,
    }
}

/// What is wrong with one field, and how to mend it.
pub fn problem_sentence(w: Words, problem: &Problem) -> String {
    let plain = |key: Key| w.t(key).to_owned();
    match problem {
        Problem::Missing => plain(r::MISSING),
        Problem::TooShort { min } => w.fill(r::TOO_SHORT, &[("min", min)]),
        Problem::TooLong { max } => w.fill(r::TOO_LONG, &[("max", max)]),
        Problem::Digits { got, want } => w.fill(r::DIGITS, &[("got", got), ("want", want)]),
        Problem::NotANumber => plain(r::NOT_A_NUMBER),
        Problem::OutOfRange { min, max } => w.fill(r::OUT_OF_RANGE, &[("min", min), ("max", max)]),
        Problem::NotMoney => plain(r::NOT_MONEY),
        Problem::MoneyRange { min, max } => w.fill(r::OUT_OF_RANGE, &[("min", min), ("max", max)]),
        Problem::NotADate => plain(r::NOT_A_DATE),
        Problem::NotATime => plain(r::NOT_A_TIME),
        Problem::NotAfter => plain(r::NOT_AFTER),
        Problem::TooEarly { earliest } => w.fill(
            r::TOO_EARLY,
            &[("day", &place::date(*earliest, w.language))],
        ),
        Problem::TooLate { latest } => {
            w.fill(r::TOO_LATE, &[("day", &place::date(*latest, w.language))])
        }
        Problem::NotAContact => plain(r::NOT_A_CONTACT),
        Problem::NotAnEmail => plain(r::NOT_AN_EMAIL),
        Problem::NotAChoice => plain(r::NOT_A_CHOICE),
        Problem::NamesTeller => plain(r::NAMES_TELLER),
        Problem::Settled => plain(r::SETTLED),
        Problem::MustAgree => plain(r::MUST_AGREE),
        Problem::DoesNotMatch => plain(r::DOES_NOT_MATCH),
    }
}
