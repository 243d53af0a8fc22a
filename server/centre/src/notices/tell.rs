//! Telling somebody something.

use domain::{
    access::Role,
    ids::{CentreId, NoticeId, PersonId},
    notices::{MailWish, Notice, mail_time},
    place::Zone,
};

use crate::{
    Result,
    db::{Conn, Json, Tx, execute, maybe},
    jobs::{self, Job},
    people,
};

/// Tells a person; when they can be mailed, the mail is due at the time they wish.
pub async fn tell(tx: &mut Tx, person: PersonId, notice: &Notice) -> Result<NoticeId> {
    let (id, now, facts) = (NoticeId::new(), tx.now(), serde_json::to_value(notice)?);
    let due = wish(tx, person).await?.map(|wish| mail_time(now, wish));
    execute!(
        tx,
        "INSERT INTO notices (id, person_id, kind, facts, created_at, mail_due_at) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        person,
        facts["kind"].as_str(),
        Json(&facts),
        now,
        due,
    )?;
    if let Some(due) = due {
        let once = format!("mail {person} {}", due.timestamp_micros());
        jobs::enqueue(tx, &Job::MailNotices { person }, due, Some(&once)).await?;
    }
    Ok(id)
}

/// Tells a person what cannot wait for the morning nor for the digest, and is mailed even when it was read: whoever took an
/// account over would read it first.
pub(crate) async fn tell_at_once(tx: &mut Tx, person: PersonId, notice: &Notice) -> Result<()> {
    let (id, now) = (tell(tx, person, notice).await?, tx.now());
    let mailed = execute!(
        tx,
        "UPDATE notices SET mail_due_at = $1, even_if_read = $2 WHERE id = $3 AND mail_due_at IS NOT NULL",
        now,
        true,
        id,
    )?;
    if mailed > 0 {
        let once = format!("mail {person} {id}");
        jobs::enqueue(tx, &Job::MailNotices { person }, now, Some(&once)).await?;
    }
    Ok(())
}

/// Tells everybody who holds a role at a centre.
pub(crate) async fn tell_role(
    tx: &mut Tx,
    centre: CentreId,
    role: Role,
    notice: &Notice,
) -> Result<()> {
    for (person, _) in people::holders(tx, centre, role).await? {
        tell(tx, person, notice).await?;
    }
    Ok(())
}

/// How a person wants to be mailed; `None` for who has no address or no account any more. The hours are those of the
/// place where they hold their first role.
async fn wish(conn: &mut Conn, person: PersonId) -> Result<Option<MailWish>> {
    let row = maybe!(
        conn,
        (bool, i64, i64, Option<Zone>),
        "SELECT mail_digest, quiet_from, quiet_until, (SELECT c.zone FROM memberships m \
         JOIN centres c ON c.id = m.centre_id WHERE m.person_id = people.id AND m.ended_at IS NULL \
         ORDER BY m.granted_at, m.id LIMIT 1) FROM people WHERE id = $1 AND email IS NOT NULL AND disabled_at IS NULL",
        person,
    )?;
    Ok(row.map(|(digest, quiet_from, quiet_until, zone)| MailWish {
        digest,
        quiet_from,
        quiet_until,
        zone: zone.unwrap_or_default(),
    }))
}
