//! Badges rest on licences: when a claim changes, the last day of every badge that rests on it follows.

use chrono::NaiveDate;
use domain::{
    business::{ClaimKind, ClaimState, Cover, cover},
    curation::{Category, badge_ends},
    ids::{BusinessId, GradeId},
};

use super::note_products;
use crate::{
    Result,
    db::{Conn, Tx, all, execute},
};

type Held = (ClaimKind, ClaimState, Option<NaiveDate>);

/// The claims that count. Where the last check of a kind rejected one, only a checked claim of that kind counts: whoever
/// declares another, or ends the rejected one, does not undo what the staff found.
async fn held(conn: &mut Conn, business: BusinessId) -> Result<Vec<Held>> {
    all!(
        conn,
        Held,
        "SELECT k.kind, k.state, k.expires_on FROM claims k WHERE k.business_id = $1 AND k.ended_at IS NULL \
         AND (k.state <> $2 OR NOT EXISTS (SELECT 1 FROM claims r WHERE r.business_id = k.business_id AND r.kind = k.kind \
         AND r.state = $3 AND NOT EXISTS (SELECT 1 FROM claims v WHERE v.business_id = k.business_id AND v.kind = k.kind \
         AND v.state = $4 AND v.verified_at > r.verified_at)))",
        business,
        ClaimState::Declared,
        ClaimState::Rejected,
        ClaimState::Verified,
    )
}

/// The last day of a badge granted on a day, by the claims the business holds now.
pub async fn badge_end(
    conn: &mut Conn,
    business: BusinessId,
    category: Category,
    granted_on: NaiveDate,
    today: NaiveDate,
) -> Result<NaiveDate> {
    let claims = held(conn, business).await?;
    Ok(badge_ends(
        granted_on,
        cover(category, &claims).last_day(today),
    ))
}

/// Brings the badges of a business in line with its claims. A renewed licence brings a badge back within its year.
pub(super) async fn settle(tx: &mut Tx, business: BusinessId, today: NaiveDate) -> Result<()> {
    let claims = held(tx, business).await?;
    let badges = all!(
        tx,
        (GradeId, Category, NaiveDate, NaiveDate),
        "SELECT g.id, p.category, g.granted_on, g.ends_on FROM grades g JOIN products p ON p.id = g.product_id \
         WHERE p.business_id = $1 AND g.replaced_at IS NULL",
        business,
    )?;
    for (badge, category, granted_on, ends_on) in badges {
        let cover = cover(category, &claims);
        let over_already = cover == Cover::Missing && ends_on < today;
        let ends = badge_ends(granted_on, cover.last_day(today));
        if ends != ends_on && !over_already {
            execute!(
                tx,
                "UPDATE grades SET ends_on = $1 WHERE id = $2",
                ends,
                badge
            )?;
        }
    }
    note_products(tx, business).await
}
