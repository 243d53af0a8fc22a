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
    centre.db.write((), |tx, ()| Box::pin(lapse(tx))).await
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

async fn lapse(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    let latest = Zone::Wit.date(now);
    let badges = all!(
        tx,
        Badge,
        "SELECT p.id AS product, p.name, b.id AS business, p.centre_id AS centre, b.owner_id AS owner, c.zone, g.ends_on \
         FROM grades g JOIN products p ON p.id = g.product_id JOIN businesses b ON b.id = p.business_id \
         JOIN centres c ON c.id = p.centre_id WHERE g.replaced_at IS NULL AND g.listed AND p.deleted_at IS NULL \
         AND b.deleted_at IS NULL AND g.ends_on < $1 AND g.ends_on >= $2 ORDER BY g.ends_on, p.id",
        latest,
        latest - Duration::days(TOLD_LATE_DAYS),
    )?;
    for badge in badges {
        if badge.ends_on >= badge.zone.date(now) {
            continue;
        }
        let notice = Notice::BadgeEnded {
            product: badge.product,
            name: badge.name.clone(),
            on: badge.ends_on,
        };
        let told = told(tx, badge.owner, "badge_ended").await?.into_iter().any(|(old, _)| {
            matches!(old, Notice::BadgeEnded { product, on, .. } if product == badge.product && on == badge.ends_on)
        });
        if told {
            continue;
        }
        notices::tell(tx, badge.owner, &notice).await?;
        let happening = Happening::BadgeEnded {
            product: badge.name,
            on: badge.ends_on,
        };
        timeline::note(tx, badge.business, badge.centre, None, &happening).await?;
        feed::note(tx, Some(badge.centre), "product", badge.product.0).await?;
    }
    Ok(())
}

/// Reminds owners 60, 30 and 7 days before a licence ends.
pub(super) async fn remind_claims(centre: &Centre) -> Result<()> {
    centre.db.write((), |tx, ()| Box::pin(remind(tx))).await
}

#[derive(sqlx::FromRow)]
struct Ending {
    business: BusinessId,
    owner: PersonId,
    kind: ClaimKind,
    zone: Zone,
    expires_on: NaiveDate,
}

async fn remind(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    let endings = all!(
        tx,
        Ending,
        "SELECT b.id AS business, b.owner_id AS owner, k.kind, c.zone, k.expires_on FROM claims k \
         JOIN businesses b ON b.id = k.business_id JOIN centres c ON c.id = k.centre_id \
         WHERE k.ended_at IS NULL AND k.state <> $1 AND b.deleted_at IS NULL AND k.expires_on >= $2 AND k.expires_on <= $3 \
         ORDER BY k.expires_on, k.id",
        ClaimState::Rejected,
        Zone::Wib.date(now),
        Zone::Wit.date(now) + Duration::days(EXPIRY_WARNING_DAYS),
    )?;
    for ending in endings {
        let left = (ending.expires_on - ending.zone.date(now)).num_days();
        let Some(step) = STEPS
            .into_iter()
            .rev()
            .find(|step| (0..=*step).contains(&left))
        else {
            continue;
        };
        let since = ending.expires_on - Duration::days(step);
        let notice = Notice::ClaimExpires {
            business: ending.business,
            claim: ending.kind,
            on: ending.expires_on,
        };
        let told = told(tx, ending.owner, "claim_expires").await?.into_iter();
        if !told
            .into_iter()
            .any(|(old, at)| old == notice && ending.zone.date(at) >= since)
        {
            notices::tell(tx, ending.owner, &notice).await?;
        }
    }
    Ok(())
}

/// How long before the end of scoring a reviewer hears of what is left.
const LAST_CALL_HOURS: i64 = 24;

/// Reminds reviewers, once a round, of what they did not score and did not step back from.
pub(super) async fn remind_reviewers(centre: &Centre) -> Result<()> {
    centre.db.write((), |tx, ()| Box::pin(last_call(tx))).await
}

async fn last_call(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    let late = all!(
        tx,
        (PersonId, RoundId, i64),
        "SELECT a.reviewer_id, e.round_id, COUNT(*) FROM assignments a JOIN entries e ON e.id = a.entry_id \
         JOIN rounds r ON r.id = e.round_id WHERE a.scored_at IS NULL AND a.abstained_at IS NULL \
         AND a.sitting = e.sitting AND e.withdrawn_at IS NULL AND COALESCE(e.score_until, r.score_until) > $1 \
         AND COALESCE(e.score_until, r.score_until) <= $2 GROUP BY a.reviewer_id, e.round_id ORDER BY a.reviewer_id, e.round_id",
        now,
        now + Duration::hours(LAST_CALL_HOURS),
    )?;
    for (person, round, count) in late {
        let told = told(tx, person, "scoring_ends").await?;
        let again = |(old, _): &(Notice, _)| matches!(old, Notice::ScoringEnds { round: old, .. } if *old == round);
        if !told.iter().any(again) {
            notices::tell(tx, person, &Notice::ScoringEnds { round, count }).await?;
        }
    }
    Ok(())
}

/// What a person was told of this kind, and when.
async fn told(
    conn: &mut Conn,
    person: PersonId,
    kind: &str,
) -> Result<Vec<(Notice, DateTime<Utc>)>> {
    let rows = all!(
        conn,
        (Json<Notice>, DateTime<Utc>),
        "SELECT facts, created_at FROM notices WHERE person_id = $1 AND kind = $2",
        person,
        kind,
    )?;
    Ok(rows
        .into_iter()
        .map(|(Json(notice), at)| (notice, at))
        .collect())
}
