//! Which job does what.

use super::{Job, purge, reminders};
use crate::{
    Centre, Result, audit,
    notices::{self, Mailer},
};

pub(super) async fn run(centre: &Centre, mailer: &Mailer, job: Job) -> Result<()> {
    match job {
        Job::MailNotices { person } => notices::mail_due(centre, mailer, person).await,
        Job::MailLeftovers => notices::mail_leftovers(centre).await,
        Job::MailRecovery { person } => notices::mail_recovery(centre, mailer, person).await,
        Job::SealAudit => audit::seal(centre).await.map(drop),
        Job::LapseBadges => reminders::lapse_badges(centre).await,
        Job::RemindClaims => reminders::remind_claims(centre).await,
        Job::RemindReviewers => reminders::remind_reviewers(centre).await,
        Job::PurgeExpired => purge::purge_expired(centre).await,
    }
}
