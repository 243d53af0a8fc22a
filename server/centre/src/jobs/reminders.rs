//! What time brings: badges that ended, licences and scoring that end soon. Each is told once, however often the job runs.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    business::{ClaimKind, ClaimState, EXPIRY_WARNING_DAYS},
    ids::{BusinessId, CentreId, PersonId, ProductId, RoundId},
    notices::Notice,
    place::Zone,
    timeline::Happening,
};

use crate::{
    Centre, Result,
    db::{Conn, Json, Tx, all},
    feed, notices, timeline,
};

/// A badge that ended longer ago is not told any more.
const TOLD_LATE_DAYS: i64 = 30;
/// Days before its end at which an owner hears of a licence.
const STEPS: [i64; 3] = [EXPIRY_WARNING_DAYS, 30, 7];

/// Tells owners whose product left the gallery, and lets the gallery look again.
pub(super) async fn lapse_badges(centre: &Centre) -> Result<()> {
    let now = centre.clock.now();
    let badges = ended(&mut centre.db.read().await?, now).await?;
    for badge in badges
        .into_iter()
        .filter(|badge| badge.ends_on < badge.zone.date(now))
    {
        if badge.told(&mut centre.db.read().await?).await? {
            continue;
        }
        centre
            .db
            .write(badge, |tx, badge| Box::pin(badge.tell(tx)))
            .await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Badge {
    product: ProductId,
    name: String,
    business: BusinessId,
    centre: CentreId,
    owner: PersonId,
    zone: Zone,
    ends_on: NaiveDate,
}

/// Badges that ended in the latest zone, not too long ago.
async fn ended(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<Badge>> {
    let latest = Zone::Wit.date(now);
    all!(
        conn,
        Badge,
        "SELECT p.id AS product, p.name, b.id AS business, p.centre_id AS centre, b.owner_id AS owner, c.zone, g.ends_on \
         FROM grades g JOIN products p ON p.id = g.product_id JOIN businesses b ON b.id = p.business_id \
         JOIN centres c ON c.id = p.centre_id WHERE g.replaced_at IS NULL AND g.listed AND p.deleted_at IS NULL \
         AND b.deleted_at IS NULL AND g.ends_on < $1 AND g.ends_on >= $2 ORDER BY g.ends_on, p.id",
        latest,
        latest - Duration::days(TOLD_LATE_DAYS),
    )
}

impl Badge {
    async fn told(&self, conn: &mut Conn) -> Result<bool> {
        let told = told(
            conn,
            self.owner,
            "badge_ended",
            self.zone.midnight(self.ends_on),
        )
        .await?;
        Ok(told.into_iter().any(|old| {
            matches!(old, Notice::BadgeEnded { product, on, .. } if product == self.product && on == self.ends_on)
        }))
    }

    async fn tell(&self, tx: &mut Tx) -> Result<()> {
        if self.told(tx).await? {
            return Ok(());
        }
        let notice = Notice::BadgeEnded {
            product: self.product,
            name: self.name.clone(),
            on: self.ends_on,
        };
        notices::tell(tx, self.owner, &notice).await?;
        let happening = Happening::BadgeEnded {
            product: self.name.clone(),
            on: self.ends_on,
        };
        timeline::note(tx, self.business, self.centre, None, &happening).await?;
        feed::note(tx, Some(self.centre), "product", self.product.0).await
    }
}

/// Reminds owners 60, 30 and 7 days before a licence ends.
pub(super) async fn remind_claims(centre: &Centre) -> Result<()> {
    let now = centre.clock.now();
    for ending in endings(&mut centre.db.read().await?, now).await? {
        let Some(step) = ending.step(now) else {
            continue;
        };
        if ending.told(&mut centre.db.read().await?, step).await? {
            continue;
        }
        centre
            .db
            .write((ending, step), |tx, (ending, step)| {
                Box::pin(ending.tell(tx, *step))
            })
            .await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Ending {
    business: BusinessId,
    owner: PersonId,
    kind: ClaimKind,
    zone: Zone,
    expires_on: NaiveDate,
}

/// Licences of which an owner may have to hear today.
async fn endings(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<Ending>> {
    all!(
        conn,
        Ending,
        "SELECT b.id AS business, b.owner_id AS owner, k.kind, c.zone, k.expires_on FROM claims k \
         JOIN businesses b ON b.id = k.business_id JOIN centres c ON c.id = k.centre_id \
         WHERE k.ended_at IS NULL AND k.state <> $1 AND b.deleted_at IS NULL AND k.expires_on >= $2 AND k.expires_on <= $3 \
         ORDER BY k.expires_on, k.id",
        ClaimState::Rejected,
        Zone::Wib.date(now),
        Zone::Wit.date(now) + Duration::days(EXPIRY_WARNING_DAYS),
    )
}

impl Ending {
    /// The step that was reached by the centre's day.
    fn step(&self, now: DateTime<Utc>) -> Option<i64> {
        let left = (self.expires_on - self.zone.date(now)).num_days();
        STEPS
            .into_iter()
            .rev()
            .find(|step| (0..=*step).contains(&left))
    }

    fn notice(&self) -> Notice {
        Notice::ClaimExpires {
            business: self.business,
            claim: self.kind,
            on: self.expires_on,
        }
    }

    async fn told(&self, conn: &mut Conn, step: i64) -> Result<bool> {
        let (since, notice) = (self.expires_on - Duration::days(step), self.notice());
        let since = self.zone.midnight(since);
        let told = told(conn, self.owner, "claim_expires", since).await?;
        Ok(told.contains(&notice))
    }

    async fn tell(&self, tx: &mut Tx, step: i64) -> Result<()> {
        if !self.told(tx, step).await? {
            notices::tell(tx, self.owner, &self.notice()).await?;
        }
        Ok(())
    }
}

/// How long before the end of scoring a reviewer hears of what is left.
const LAST_CALL_HOURS: i64 = 24;

/// Reminds reviewers, once a round, of what they did not score and did not step back from.
pub(super) async fn remind_reviewers(centre: &Centre) -> Result<()> {
    let now = centre.clock.now();
    for late in unscored(&mut centre.db.read().await?, now).await? {
        if late.told(&mut centre.db.read().await?).await? {
            continue;
        }
        centre
            .db
            .write(late, |tx, late| Box::pin(late.tell(tx)))
            .await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Late {
    reviewer: PersonId,
    round: RoundId,
    opens_at: DateTime<Utc>,
    count: i64,
}

async fn unscored(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<Late>> {
    all!(
        conn,
        Late,
        "SELECT a.reviewer_id AS reviewer, e.round_id AS round, r.opens_at, COUNT(*) AS count FROM assignments a \
         JOIN entries e ON e.id = a.entry_id JOIN rounds r ON r.id = e.round_id WHERE a.scored_at IS NULL \
         AND a.abstained_at IS NULL AND a.sitting = e.sitting AND e.withdrawn_at IS NULL \
         AND COALESCE(e.score_until, r.score_until) > $1 AND COALESCE(e.score_until, r.score_until) <= $2 \
         GROUP BY a.reviewer_id, e.round_id, r.opens_at ORDER BY a.reviewer_id, e.round_id",
        now,
        now + Duration::hours(LAST_CALL_HOURS),
    )
}

impl Late {
    async fn told(&self, conn: &mut Conn) -> Result<bool> {
        let told = told(conn, self.reviewer, "scoring_ends", self.opens_at).await?;
        Ok(told
            .into_iter()
            .any(|old| matches!(old, Notice::ScoringEnds { round, .. } if round == self.round)))
    }

    async fn tell(&self, tx: &mut Tx) -> Result<()> {
        if !self.told(tx).await? {
            let (round, count) = (self.round, self.count);
            notices::tell(tx, self.reviewer, &Notice::ScoringEnds { round, count }).await?;
        }
        Ok(())
    }
}

/// What a person was told of this kind since a moment.
async fn told(
    conn: &mut Conn,
    person: PersonId,
    kind: &str,
    since: DateTime<Utc>,
) -> Result<Vec<Notice>> {
    let rows = all!(
        conn,
        (Json<Notice>,),
        "SELECT facts FROM notices WHERE person_id = $1 AND kind = $2 AND created_at >= $3",
        person,
        kind,
        since,
    )?;
    Ok(rows.into_iter().map(|(Json(notice),)| notice).collect())
}
