//! Where time enters the product.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Utc};

/// Tells the time in UTC, in whole microseconds, because that is what PostgreSQL keeps.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    Machine,
    /// A clock that a test sets and moves; microseconds since 1970.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at `at` until it is moved.
    pub fn at(at: DateTime<Utc>) -> Self {
        Self::Set(Arc::new(AtomicI64::new(at.timestamp_micros())))
    }

    /// This moment.
    pub fn now(&self) -> DateTime<Utc> {
        let micros = match self {
            #[expect(
                clippy::disallowed_methods,
                reason = "the one place where the machine's time is read"
            )]
            Self::Machine => Utc::now().timestamp_micros(),
            Self::Set(micros) => micros.load(Ordering::SeqCst),
        };
        DateTime::from_timestamp_micros(micros).unwrap_or_default()
    }

    /// Sets a set clock; the machine's clock takes no orders.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Self::Set(micros) = self {
            micros.store(at.timestamp_micros(), Ordering::SeqCst);
        }
    }

    /// Moves a set clock; the machine's clock moves by itself.
    pub fn forward(&self, by: chrono::Duration) {
        if let Self::Set(micros) = self {
            micros.fetch_add(by.num_microseconds().unwrap_or(0), Ordering::SeqCst);
        }
    }
}
