//! The village's past: the same centre, with a clock that is set to the day on which something happened.

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use domain::place::Zone;

use crate::{Centre, Clock};

/// A centre that lives in its past.
pub(super) struct Past {
    pub centre: Centre,
    now: DateTime<Utc>,
}

impl Past {
    pub fn of(centre: &Centre) -> Self {
        let now = centre.clock.now();
        let clock = Clock::at(now);
        let centre = Centre {
            db: centre.db.dated_by(clock.clone()),
            clock,
            ..centre.clone()
        };
        Self { centre, now }
    }

    /// Today at WITA.
    pub fn today(&self) -> NaiveDate {
        Zone::Wita.date(self.now)
    }

    /// Nine o'clock WITA so many days ago; negative days are to come.
    pub fn morning(&self, days_ago: i64) -> DateTime<Utc> {
        let nine = self.today().and_hms_opt(1, 0, 0).unwrap_or_default();
        nine.and_utc() - Duration::days(days_ago)
    }

    /// Goes to so many minutes after nine of a day before today.
    pub fn go(&self, days_ago: i64, minutes: usize) {
        let at = self.morning(days_ago) + Duration::minutes(minutes as i64);
        self.centre.clock.set(at.min(self.now));
    }

    /// The day in so many days.
    pub fn day_in(&self, days: i64) -> NaiveDate {
        self.today() + Days::new(days.unsigned_abs())
    }
}
