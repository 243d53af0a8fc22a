//! When a notice may be mailed: at once, or with the morning's digest, and never in the reader's quiet hours.

use chrono::{DateTime, Duration, Utc};

use crate::place::Zone;

/// The hour at which the one mail a day goes out, in the reader's zone.
pub const DIGEST_HOUR: i64 = 7;

/// How a person wants to be mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailWish {
    /// One mail a day instead of one each.
    pub digest: bool,
    /// No mail from this hour, 0–23 …
    pub quiet_from: i64,
    /// … until this one. Equal hours mean no quiet hours.
    pub quiet_until: i64,
    /// Whose hours these are.
    pub zone: Zone,
}

/// The earliest moment at which a notice of `now` may be mailed.
pub fn mail_time(now: DateTime<Utc>, wish: MailWish) -> DateTime<Utc> {
    let wanted = if wish.digest {
        next(now, DIGEST_HOUR, wish.zone)
    } else {
        now
    };
    if wish.is_quiet(wish.zone.hour(wanted).into()) {
        next(wanted, wish.quiet_until, wish.zone)
    } else {
        wanted
    }
}

impl MailWish {
    fn is_quiet(&self, hour: i64) -> bool {
        if self.quiet_from <= self.quiet_until {
            (self.quiet_from..self.quiet_until).contains(&hour)
        } else {
            hour >= self.quiet_from || hour < self.quiet_until
        }
    }
}

/// The next time, later than `now`, that the zone's clocks strike this hour.
fn next(now: DateTime<Utc>, hour: i64, zone: Zone) -> DateTime<Utc> {
    let today = zone.midnight(zone.date(now)) + Duration::hours(hour);
    if today > now {
        today
    } else {
        today + Duration::days(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT_ONCE: MailWish = MailWish {
        digest: false,
        quiet_from: 21,
        quiet_until: 6,
        zone: Zone::Wita,
    };

    #[rstest::rstest]
    #[case::by_day_at_once("2026-11-24T00:40:00Z", AT_ONCE, "2026-11-24T00:40:00Z")]
    #[case::late_evening_waits_for_six("2026-11-24T14:10:00Z", AT_ONCE, "2026-11-24T22:00:00Z")]
    #[case::after_midnight_too("2026-11-24T17:00:00Z", AT_ONCE, "2026-11-24T22:00:00Z")]
    #[case::at_six_sharp_it_goes("2026-11-24T22:00:00Z", AT_ONCE, "2026-11-24T22:00:00Z")]
    #[case::a_digest_waits_for_seven(
        "2026-11-24T00:40:00Z", MailWish { digest: true, ..AT_ONCE }, "2026-11-24T23:00:00Z"
    )]
    #[case::at_seven_sharp_it_is_tomorrows(
        "2026-11-24T23:00:00Z", MailWish { digest: true, ..AT_ONCE }, "2026-11-25T23:00:00Z"
    )]
    #[case::quiet_until_nine_moves_the_digest(
        "2026-11-24T00:40:00Z", MailWish { digest: true, quiet_until: 9, ..AT_ONCE }, "2026-11-25T01:00:00Z"
    )]
    #[case::lampung_sleeps_an_hour_longer(
        "2026-11-24T22:30:00Z", MailWish { zone: Zone::Wib, ..AT_ONCE }, "2026-11-24T23:00:00Z"
    )]
    #[case::equal_hours_are_no_quiet_hours(
        "2026-11-24T17:00:00Z", MailWish { quiet_from: 6, ..AT_ONCE }, "2026-11-24T17:00:00Z"
    )]
    fn mail_waits_for_the_morning_and_respects_the_night(
        #[case] now: &str,
        #[case] wish: MailWish,
        #[case] due: &str,
    ) {
        let moment = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(mail_time(moment(now), wish), moment(due));
    }
}
