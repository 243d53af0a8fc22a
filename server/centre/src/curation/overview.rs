//! A round as its manager sees it.

use std::collections::{BTreeMap, HashMap};

use domain::{
    access::{Permit, act},
    curation::{Category, CuratorLine, EntryLine, RoundOverview},
    ids::{BusinessId, CentreId, EntryId, PersonId, ProductId, RoundId, RubricId},
    review::{Bands, EntryState, Outcome, Points, outcome},
};

use crate::{
    Centre, Result,
    db::{Conn, all, one},
    review::{self, centre_of},
};

#[derive(sqlx::FromRow)]
struct Row {
    entry: EntryId,
    number: i64,
    product: ProductId,
    product_name: String,
    business: BusinessId,
    business_name: String,
    category: Category,
    state: EntryState,
    again: bool,
    sitting: i64,
    wanted: i64,
    rubric: RubricId,
}

/// Entries with their seats and spreads, how far curators are, and what waits. As many queries for a hundred entries as
/// for one.
pub async fn round_overview(
    centre: &Centre,
    permit: &Permit<act::ManageRounds>,
    round: RoundId,
) -> Result<RoundOverview> {
    let shown = review::round(centre, permit, round).await?;
    let mut conn = centre.db.read().await?;
    let rows = all!(
        conn,
        Row,
        "SELECT e.id AS entry, e.number, p.id AS product, p.name AS product_name, b.id AS business, b.name AS business_name, p.category, \
         e.state, e.previous_id IS NOT NULL AS again, e.sitting, e.reviewers_wanted AS wanted, e.rubric_id AS rubric \
         FROM entries e JOIN products p ON p.id = e.subject_id JOIN businesses b ON b.id = e.business_id \
         WHERE e.round_id = $1 ORDER BY e.number",
        round,
    )?;
    let bands = bands(&mut conn, round).await?;
    let mut seats = review::seats_of(&mut conn, round).await?;
    let barred = review::barred_of(&mut conn, round).await?;
    let staff = staff(&mut conn, centre_of(permit)?).await?;
    let mut counts: BTreeMap<EntryState, i64> = BTreeMap::new();
    let entries = rows
        .into_iter()
        .map(|row| {
            *counts.entry(row.state).or_default() += 1;
            let seats = seats.remove(&row.entry).unwrap_or_default();
            let totals: Vec<Points> = seats.iter().filter_map(|seat| seat.total).collect();
            let all_in = totals.len() as i64 >= row.wanted;
            let score = match outcome(
                &totals,
                &bands.get(&row.rubric).copied().unwrap_or_default(),
            ) {
                Outcome::Scored {
                    score,
                    spread,
                    grade,
                } if all_in => Some((score, spread, grade)),
                _ => None,
            };
            EntryLine {
                entry: row.entry,
                number: row.number,
                product: row.product,
                product_name: row.product_name,
                business_name: row.business_name,
                category: row.category,
                state: row.state,
                again: row.again,
                sitting: row.sitting,
                wanted: row.wanted,
                seats,
                barred: staff
                    .iter()
                    .map(|one| one.person)
                    .filter(|person| {
                        barred
                            .get(&row.business)
                            .is_some_and(|barred| barred.contains(person))
                    })
                    .collect(),
                score,
            }
        })
        .collect();
    let (open_appeals,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM appeals a JOIN entries e ON e.id = a.entry_id \
         WHERE e.round_id = $1 AND a.answered_at IS NULL",
        round,
    )?;
    Ok(RoundOverview {
        round: shown,
        states: counts.into_iter().collect(),
        entries,
        curators: review::progress(&mut conn, round).await?,
        staff,
        open_appeals,
    })
}

async fn bands(conn: &mut Conn, round: RoundId) -> Result<HashMap<RubricId, Bands>> {
    let rows = all!(
        conn,
        (RubricId, i64, i64, i64, i64),
        "SELECT id, band_a, band_b, band_c, gap FROM rubrics WHERE id IN (SELECT rubric_id FROM entries WHERE round_id = $1)",
        round,
    )?;
    Ok(rows
        .into_iter()
        .map(|(id, a, b, c, gap)| (id, Bands { a, b, c, gap }))
        .collect())
}

/// The curators of the permit's centre, what they know about and what is on their desks.
pub async fn curators(
    centre: &Centre,
    permit: &Permit<act::ManageRounds>,
) -> Result<Vec<CuratorLine>> {
    let mut conn = centre.db.read().await?;
    staff(&mut conn, centre_of(permit)?).await
}

async fn staff(conn: &mut Conn, centre: CentreId) -> Result<Vec<CuratorLine>> {
    let people = review::curators(conn, centre).await?;
    let knows = all!(
        conn,
        (PersonId, String),
        "SELECT x.person_id, x.category FROM expertise x WHERE x.person_id IN \
         (SELECT person_id FROM memberships WHERE centre_id = $1 AND ended_at IS NULL) ORDER BY x.category",
        centre,
    )?;
    let loads: HashMap<PersonId, i64> = all!(
        conn,
        (PersonId, i64),
        "SELECT a.reviewer_id, COUNT(*) FROM assignments a JOIN entries e ON e.id = a.entry_id \
         WHERE a.centre_id = $1 AND a.abstained_at IS NULL AND a.scored_at IS NULL AND e.state = 'in_review' \
         GROUP BY a.reviewer_id",
        centre,
    )?
    .into_iter()
    .collect();
    Ok(people
        .into_iter()
        .map(|(person, name)| CuratorLine {
            person,
            name,
            expertise: knows
                .iter()
                .filter(|(who, _)| *who == person)
                .map(|(_, word)| word.clone())
                .collect(),
            load: loads.get(&person).copied().unwrap_or(0),
        })
        .collect())
}
