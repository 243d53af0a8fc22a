//! Two ways not to succeed: a [`Refusal`] is a "no" that the person can mend; a [`Fault`] is ours.

use std::error::Error as StdError;

use domain::Refusal;

/// The result of a use case.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a use case did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A typed "no".
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Something of ours broke. Logged once, where it is caught; the person gets a reference number.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Something of ours broke.
#[derive(Debug, thiserror::Error)]
#[error("{what}")]
pub struct Fault {
    what: String,
    #[source]
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

impl Fault {
    /// A fault without a cause of its own.
    pub fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            cause: None,
        }
    }

    /// A fault caused by another error.
    pub fn because(what: impl Into<String>, cause: impl StdError + Send + Sync + 'static) -> Self {
        Self {
            what: what.into(),
            cause: Some(Box::new(cause)),
        }
    }

    /// The database error behind it, if there is one.
    fn database(&self) -> Option<&sqlx::Error> {
        self.cause.as_ref()?.downcast_ref()
    }

    /// Whether PostgreSQL asks to run the transaction again (serialisation failure, deadlock).
    pub(crate) fn asks_to_retry(&self) -> bool {
        self.database()
            .and_then(|error| error.as_database_error()?.code())
            .is_some_and(|code| matches!(code.as_ref(), "40001" | "40P01"))
    }
}

impl Error {
    /// Whether a `UNIQUE` constraint refused the row.
    pub fn is_duplicate(&self) -> bool {
        match self {
            Self::Fault(fault) => fault
                .database()
                .and_then(sqlx::Error::as_database_error)
                .is_some_and(|error| error.is_unique_violation()),
            Self::Refused(_) => false,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Lets `?` turn these errors into faults, named by where they come from.
macro_rules! faults {
    ($($error:ty => $what:literal),* $(,)?) => {$(
        impl From<$error> for Error {
            fn from(cause: $error) -> Self {
                Self::Fault(Fault::because($what, cause))
            }
        }
    )*};
}

faults! {
    sqlx::Error => "database",
    sqlx::migrate::MigrateError => "migration",
    serde_json::Error => "JSON",
    std::io::Error => "file",
    csv::Error => "CSV",
    tokio::task::JoinError => "background work",
}
