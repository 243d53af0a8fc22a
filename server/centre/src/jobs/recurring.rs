//! What runs every hour and every day, once for all processes.

use chrono::Timelike;
use domain::place::Zone;

use super::{Job, enqueue};
use crate::{Centre, Result, db::maybe};

/// Makes sure that this hour's and this day's jobs are there. Running it again changes nothing.
pub async fn ensure(centre: &Centre) -> Result<()> {
    let now = centre.clock.now();
    let (day, hour) = (Zone::Wita.date(now), now.hour());
    let this_hour = format!("hourly {day} {hour:02}");
    let there = {
        let mut conn = centre.db.read().await?;
        let last = format!("{this_hour} leftovers");
        maybe!(
            conn,
            (String,),
            "SELECT once_key FROM jobs WHERE once_key = $1",
            last
        )?
    };
    if there.is_some() {
        return Ok(());
    }
    centre
        .db
        .write(
            (this_hour, format!("daily {day}")),
            |tx, (this_hour, today)| {
                Box::pin(async move {
                    let now = tx.now();
                    let jobs = [
                        (Job::PurgeExpired, format!("{today} purge")),
                        // A day begins at another hour in each zone; what was told is not told again.
                        (Job::LapseBadges, format!("{this_hour} badges")),
                        (Job::RemindClaims, format!("{this_hour} claims")),
                        (Job::RemindReviewers, format!("{this_hour} reviewers")),
                        (Job::SealAudit, format!("{this_hour} seal")),
                        (Job::MailLeftovers, format!("{this_hour} leftovers")),
                    ];
                    for (job, once) in jobs {
                        enqueue(tx, &job, now, Some(&once)).await?;
                    }
                    Ok(())
                })
            },
        )
        .await
}
