//! Lists of businesses: one's own, and those within reach.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Actor, Scope, act},
    business::{BusinessLine, ClaimState, Evidence, Standing, size_class, standing},
    ids::{BusinessId, CentreId},
    money::Rupiah,
    place::Zone,
};

use super::size_rules;
use crate::{Centre, Result, db::Sql};

/// Businesses on one page of a list.
pub const PER_PAGE: i64 = 50;

/// The last page that can be asked for.
const LAST: i64 = 1_000_000;

/// Matches names with these words somewhere in them. SQLite lowers the letters A to Z alone and PostgreSQL all, so any
/// other letter stands for any one letter on both: `café` finds `CAFÉ`, and `Cafe` too.
fn pattern(words: &str) -> String {
    let letters = words.trim().chars().map(|letter| match letter {
        '%' | '_' | '\\' => ' ',
        ascii if ascii.is_ascii() => ascii.to_ascii_lowercase(),
        _ => '_',
    });
    format!("%{}%", letters.collect::<String>())
}

#[derive(sqlx::FromRow)]
struct Row {
    id: BusinessId,
    name: String,
    regency: String,
    centre: CentreId,
    centre_name: String,
    zone: Zone,
    created_at: DateTime<Utc>,
    products: i64,
}

/// The businesses that the actor may read, by name; `words` narrows by name, `page` counts from 1.
pub async fn list(
    centre: &Centre,
    actor: &Actor,
    words: &str,
    page: i64,
) -> Result<Vec<BusinessLine>> {
    lines(centre, &actor.scope(act::ReadBusiness), words, page).await
}

/// How many businesses [`list`] has on all its pages.
pub async fn count(centre: &Centre, actor: &Actor, words: &str) -> Result<i64> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new("SELECT COUNT(*) FROM businesses b WHERE b.deleted_at IS NULL AND ");
    within(&mut sql, &actor.scope(act::ReadBusiness), words);
    let rows: Vec<(i64,)> = sql.all(&mut conn).await?;
    Ok(rows.first().map_or(0, |(count,)| *count))
}

/// Narrows to a scope and to words of the name.
fn within(sql: &mut Sql, scope: &Scope, words: &str) {
    sql.within(scope, "b.owner_id", "b.centre_id");
    if !words.trim().is_empty() {
        sql.push(" AND LOWER(b.name) LIKE ").bind(pattern(words));
    }
}

/// The actor's own businesses.
pub async fn mine(centre: &Centre, actor: &Actor) -> Result<Vec<BusinessLine>> {
    let own = Scope {
        own: Some(actor.person),
        ..Scope::default()
    };
    lines(centre, &own, "", 1).await
}

async fn lines(
    centre: &Centre,
    scope: &Scope,
    words: &str,
    page: i64,
) -> Result<Vec<BusinessLine>> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(
        "SELECT b.id, b.name, r.name AS regency, c.id AS centre, c.name AS centre_name, c.zone, b.created_at, \
         (SELECT COUNT(*) FROM products p WHERE p.business_id = b.id AND p.deleted_at IS NULL) AS products \
         FROM businesses b JOIN regencies r ON r.code = b.regency_code \
         JOIN centres c ON c.id = b.centre_id WHERE b.deleted_at IS NULL AND ",
    );
    within(&mut sql, scope, words);
    sql.push(" ORDER BY b.name, b.id LIMIT ").bind(PER_PAGE);
    sql.push(" OFFSET ")
        .bind((page.clamp(1, LAST) - 1) * PER_PAGE);
    let rows: Vec<Row> = sql.all(&mut conn).await?;

    let ids: Vec<BusinessId> = rows.iter().map(|row| row.id).collect();
    let mut sql = Sql::new(
        "SELECT business_id, state, expires_on FROM claims WHERE ended_at IS NULL AND business_id IN ",
    );
    sql.list(ids.iter().copied());
    let claims: Vec<(BusinessId, ClaimState, Option<NaiveDate>)> = sql.all(&mut conn).await?;
    let mut sql = Sql::new(
        "SELECT business_id, as_of, turnover, evidence FROM snapshots WHERE business_id IN ",
    );
    sql.list(ids).push(" ORDER BY as_of, recorded_at, id");
    let snapshots: Vec<(BusinessId, NaiveDate, Rupiah, Evidence)> = sql.all(&mut conn).await?;
    let rules = size_rules(&mut conn).await?;

    let now = centre.clock.now();
    Ok(rows
        .into_iter()
        .map(|row| {
            let today = row.zone.date(now);
            let youngest = snapshots.iter().rfind(|(business, ..)| *business == row.id);
            let claims_to_mend = claims
                .iter()
                .filter(|(business, ..)| *business == row.id)
                .filter(|(_, state, end)| {
                    matches!(
                        standing(*state, *end, today),
                        Standing::Lapsed | Standing::Expiring { .. }
                    )
                })
                .count();
            BusinessLine {
                id: row.id,
                name: row.name,
                regency: row.regency,
                centre: row.centre,
                centre_name: row.centre_name,
                class: youngest
                    .and_then(|(_, as_of, turnover, evidence)| {
                        size_class(&rules, *as_of, *turnover, *evidence)
                    })
                    .map(|verdict| verdict.class),
                products: row.products,
                claims_to_mend: claims_to_mend as i64,
                created_at: row.created_at,
            }
        })
        .collect())
}
