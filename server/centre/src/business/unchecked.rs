//! Licences that nobody has looked up yet.

use domain::{
    access::{Actor, Scope, act},
    business::{ClaimKind, ClaimState, ClaimToCheck},
    ids::{BusinessId, ClaimId},
};

use crate::{Centre, Result, db::Sql};

#[derive(sqlx::FromRow)]
struct Row {
    claim: ClaimId,
    kind: ClaimKind,
    business: BusinessId,
    business_name: String,
}

/// The declared licences that the actor may check, those that wait longest first, at most `most`; and how many there are.
/// Nobody checks a licence of their own business.
pub async fn unchecked_claims(
    centre: &Centre,
    actor: &Actor,
    most: i64,
) -> Result<(Vec<ClaimToCheck>, i64)> {
    let scope = actor.scope(act::VerifyClaim);
    if scope.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let mut first =
        Sql::new("SELECT c.id AS claim, c.kind, b.id AS business, b.name AS business_name");
    narrow(&mut first, actor, &scope);
    first.push(" ORDER BY c.created_at, c.id LIMIT ").bind(most);
    let mut all = Sql::new("SELECT COUNT(*)");
    narrow(&mut all, actor, &scope);
    let mut conn = centre.db.read().await?;
    let rows: Vec<Row> = first.all(&mut conn).await?;
    let count: Vec<(i64,)> = all.all(&mut conn).await?;
    let claims = rows.into_iter().map(|row| ClaimToCheck {
        claim: row.claim,
        kind: row.kind,
        business: row.business,
        business_name: row.business_name,
    });
    Ok((claims.collect(), count.first().map_or(0, |(count,)| *count)))
}

fn narrow(sql: &mut Sql, actor: &Actor, scope: &Scope) {
    sql.push(" FROM claims c JOIN businesses b ON b.id = c.business_id WHERE c.ended_at IS NULL AND c.state = ")
        .bind(ClaimState::Declared.to_string())
        .push(" AND b.deleted_at IS NULL AND b.owner_id <> ")
        .bind(actor.person)
        .push(" AND ")
        .within(scope, "NULL", "b.centre_id");
}
