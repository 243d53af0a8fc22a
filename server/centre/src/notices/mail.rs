//! Mailing what is due: one mail for all of a person's notices whose time has come.

use chrono::Duration;
use domain::{
    ids::{NoticeId, PersonId},
    language::Language,
    notices::Notice,
};

use super::{letter::compose, mailer::Mailer};
use crate::{
    Centre, Result,
    db::{Conn, Json, all, execute, maybe},
    jobs::{self, Job},
};

/// Notices in one mail, at most; the rest goes into the next.
const IN_ONE_MAIL: i64 = 50;
/// News older than this is not mailed late.
const LATE_DAYS: i64 = 3;

/// Name, address and language of a person; `None` for who has no address or no account any more.
pub(super) async fn reader(
    conn: &mut Conn,
    person: PersonId,
) -> Result<Option<(String, String, Language)>> {
    maybe!(
        conn,
        (String, String, Language),
        "SELECT name, email, language FROM people WHERE id = $1 AND email IS NOT NULL AND disabled_at IS NULL",
        person,
    )
}

/// Mails a person's notices that are due and not read yet, or to be mailed even if they were.
pub(crate) async fn mail_due(centre: &Centre, mailer: &Mailer, person: PersonId) -> Result<()> {
    let Some(address) = mailer.address() else {
        return Ok(());
    };
    loop {
        let (reader, due) = {
            let (now, mut conn) = (centre.clock.now(), centre.db.read().await?);
            let reader = reader(&mut conn, person).await?;
            let due = all!(
                conn,
                (NoticeId, Json<Notice>),
                "SELECT id, facts FROM notices WHERE person_id = $1 AND mailed_at IS NULL \
                 AND (read_at IS NULL OR even_if_read) AND mail_due_at <= $2 ORDER BY created_at, id LIMIT $3",
                person,
                now,
                IN_ONE_MAIL,
            )?;
            (reader, due)
        };
        let (Some((name, email, language)), Some((first, _))) = (reader, due.first()) else {
            return Ok(());
        };
        let id = format!("{first}-{}", due.len());
        let (ids, notices): (Vec<NoticeId>, Vec<Notice>) = due
            .into_iter()
            .map(|(id, Json(notice))| (id, notice))
            .unzip();
        mailer
            .send(&email, &id, compose(&name, &notices, language, address))
            .await?;
        centre
            .db
            .write(ids, |tx, ids| {
                Box::pin(async move {
                    let now = tx.now();
                    for id in ids {
                        execute!(
                            tx,
                            "UPDATE notices SET mailed_at = $1 WHERE id = $2",
                            now,
                            *id
                        )?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
}

/// Asks again for the mails that are due for an hour or longer: no server was set, or none answered.
pub(crate) async fn mail_leftovers(centre: &Centre) -> Result<()> {
    centre
        .db
        .write((), |tx, ()| {
            Box::pin(async move {
                let now = tx.now();
                let waiting = all!(
                    tx,
                    (PersonId,),
                    "SELECT DISTINCT person_id FROM notices WHERE mailed_at IS NULL \
                     AND (read_at IS NULL OR even_if_read) AND mail_due_at <= $1 AND mail_due_at >= $2",
                    now - Duration::hours(1),
                    now - Duration::days(LATE_DAYS),
                )?;
                for (person,) in waiting {
                    let once = format!("leftover {person} {}", now.timestamp_micros());
                    jobs::enqueue(tx, &Job::MailNotices { person }, now, Some(&once)).await?;
                }
                Ok(())
            })
        })
        .await
}
