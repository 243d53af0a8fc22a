//! What a product brings to a submission.

use chrono::NaiveDate;
use domain::{
    Refusal,
    business::{ClaimKind, ClaimState, Standing, standing},
    curation::{Category, LabelItem, Readiness},
    ids::{BusinessId, PersonId, ProductId},
    people::Purpose,
    place::Zone,
};

use super::photos;
use crate::{
    Result,
    db::{Conn, Json, all, maybe},
    people,
};

#[derive(sqlx::FromRow)]
struct Row {
    business: BusinessId,
    owner: PersonId,
    zone: Zone,
    category: Category,
    description: String,
    price: i64,
    capacity: i64,
    net_content: String,
    label: Json<Vec<LabelItem>>,
}

/// What a product brings on the day of `now`; [`domain::curation::missing`] says what it lacks.
pub(crate) async fn readiness(
    conn: &mut Conn,
    product: ProductId,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Readiness> {
    let row = maybe!(
        conn,
        Row,
        "SELECT b.id AS business, b.owner_id AS owner, c.zone, p.category, p.description, p.price, p.capacity, \
         p.net_content, p.label FROM products p JOIN businesses b ON b.id = p.business_id \
         JOIN centres c ON c.id = p.centre_id WHERE p.id = $1 AND p.deleted_at IS NULL AND b.deleted_at IS NULL",
        product,
    )?
    .ok_or(Refusal::NotFound)?;
    let (photos, label_photo) = photos::count(conn, product).await?;
    Ok(Readiness {
        category: Some(row.category),
        photos: photos as usize,
        label_photo,
        description: !row.description.is_empty(),
        price: row.price > 0,
        capacity: row.capacity > 0,
        net_content: !row.net_content.is_empty(),
        claims: in_force(conn, row.business, row.zone.date(now)).await?,
        label: row.label.0,
        gallery_consent: people::has_consent(conn, row.owner, Purpose::Gallery).await?,
    })
}

/// Kinds of claims that are neither lapsed nor rejected.
async fn in_force(
    conn: &mut Conn,
    business: BusinessId,
    today: NaiveDate,
) -> Result<Vec<ClaimKind>> {
    let rows = all!(
        conn,
        (ClaimKind, ClaimState, Option<NaiveDate>),
        "SELECT kind, state, expires_on FROM claims WHERE business_id = $1 AND ended_at IS NULL",
        business,
    )?;
    let mut kinds: Vec<ClaimKind> = rows
        .into_iter()
        .filter(|(_, state, end)| {
            !matches!(
                standing(*state, *end, today),
                Standing::Lapsed | Standing::Rejected
            )
        })
        .map(|(kind, ..)| kind)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    Ok(kinds)
}
