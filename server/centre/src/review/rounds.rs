//! Rounds: seasons of reviewing with dated phases.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Permit, Place, act},
    ids::{CentreId, PersonId, RoundId},
    place::ProvinceCode,
    review::{OpenRound, Phase, Phases, Right, Round, RoundForm},
};

use super::centre_of;
use crate::{
    Centre, Result,
    db::{Conn, Json, Tx, all, execute, maybe},
};

/// A round as it stands in the database.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct RoundRow {
    pub id: RoundId,
    pub centre_id: CentreId,
    pub name: String,
    pub categories: Json<Vec<String>>,
    pub opens_at: DateTime<Utc>,
    pub submit_until: DateTime<Utc>,
    pub score_until: DateTime<Utc>,
    pub released_at: Option<DateTime<Utc>>,
    pub appeal_days: i64,
    pub reviewer_cap: Option<i64>,
}

impl RoundRow {
    pub fn phases(&self) -> Phases {
        Phases {
            opens_at: self.opens_at,
            submit_until: self.submit_until,
            score_until: self.score_until,
            released_at: self.released_at,
            appeal_days: self.appeal_days,
        }
    }

    pub fn phase(&self, now: DateTime<Utc>) -> Phase {
        self.phases().at(now)
    }

    pub fn allows(&self, right: Right, now: DateTime<Utc>) -> bool {
        self.phase(now).allows(right)
    }

    pub fn takes(&self, category: &str) -> bool {
        self.categories.0.iter().any(|word| word == category)
    }
}

/// One round of a centre, else [`Refusal::NotFound`].
pub(crate) async fn find(conn: &mut Conn, centre: CentreId, round: RoundId) -> Result<RoundRow> {
    maybe!(
        conn,
        RoundRow,
        "SELECT id, centre_id, name, categories, opens_at, submit_until, score_until, released_at, appeal_days, \
         reviewer_cap FROM rounds WHERE id = $1 AND centre_id = $2",
        round,
        centre,
    )?
    .ok_or_else(|| Refusal::NotFound.into())
}

/// Which centre keeps a round.
pub async fn round_place(conn: &mut Conn, round: RoundId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (CentreId, ProvinceCode),
        "SELECT c.id, c.province_code FROM rounds r JOIN centres c ON c.id = r.centre_id WHERE r.id = $1",
        round,
    )?;
    Ok(row.map(|(centre, province)| Place {
        owner: None,
        centre,
        province,
    }))
}

/// Adds a checked round.
pub(crate) async fn insert(
    tx: &mut Tx,
    centre: CentreId,
    id: RoundId,
    form: &RoundForm,
    by: PersonId,
) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        "INSERT INTO rounds (id, centre_id, name, categories, opens_at, submit_until, score_until, appeal_days, \
         reviewer_cap, last_number, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11)",
        id,
        centre,
        form.name.trim(),
        Json(&form.categories),
        form.opens_at,
        form.submit_until,
        form.score_until,
        form.appeal_days,
        form.reviewer_cap,
        by,
        now,
    )?;
    Ok(())
}

/// Changes a round that was not announced yet.
pub(crate) async fn update(
    tx: &mut Tx,
    centre: CentreId,
    id: RoundId,
    form: &RoundForm,
) -> Result<()> {
    if find(tx, centre, id).await?.released_at.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    execute!(
        tx,
        "UPDATE rounds SET name = $1, categories = $2, opens_at = $3, submit_until = $4, score_until = $5, \
         appeal_days = $6, reviewer_cap = $7 WHERE id = $8",
        form.name.trim(),
        Json(&form.categories),
        form.opens_at,
        form.submit_until,
        form.score_until,
        form.appeal_days,
        form.reviewer_cap,
        id,
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Counted {
    #[sqlx(flatten)]
    row: RoundRow,
    entries: i64,
    unscored: i64,
    prepared: i64,
}

impl Counted {
    fn shown(self, now: DateTime<Utc>) -> Round {
        let phases = self.row.phases();
        Round {
            id: self.row.id,
            name: self.row.name,
            categories: self.row.categories.0,
            phases,
            phase: phases.at(now),
            reviewer_cap: self.row.reviewer_cap,
            entries: self.entries,
            unscored: self.unscored,
            prepared: self.prepared,
        }
    }
}

/// Every round of the permit's centre, the youngest first.
pub async fn rounds(centre: &Centre, permit: &Permit<act::ManageRounds>) -> Result<Vec<Round>> {
    let mut conn = centre.db.read().await?;
    let rows = counted(&mut conn, centre_of(permit)?, None).await?;
    let now = centre.clock.now();
    Ok(rows.into_iter().map(|row| row.shown(now)).collect())
}

/// One round of the permit's centre, with its counts.
pub async fn round(
    centre: &Centre,
    permit: &Permit<act::ManageRounds>,
    round: RoundId,
) -> Result<Round> {
    let mut conn = centre.db.read().await?;
    let mut rows = counted(&mut conn, centre_of(permit)?, Some(round)).await?;
    let row = rows.pop().ok_or(Refusal::NotFound)?;
    Ok(row.shown(centre.clock.now()))
}

async fn counted(conn: &mut Conn, centre: CentreId, only: Option<RoundId>) -> Result<Vec<Counted>> {
    all!(
        conn,
        Counted,
        "SELECT r.id, r.centre_id, r.name, r.categories, r.opens_at, r.submit_until, r.score_until, r.released_at, \
         r.appeal_days, r.reviewer_cap, \
         (SELECT COUNT(*) FROM entries e WHERE e.round_id = r.id AND e.state <> 'withdrawn') AS entries, \
         (SELECT COUNT(*) FROM entries e WHERE e.round_id = r.id AND e.state IN ('submitted', 'in_review')) AS unscored, \
         (SELECT COUNT(*) FROM entries e WHERE e.round_id = r.id AND e.state = 'decided') AS prepared \
         FROM rounds r WHERE r.centre_id = $1 AND (r.id = $2 OR $3) ORDER BY r.opens_at DESC, r.id",
        centre,
        only,
        only.is_none(),
    )
}

/// Rounds of a centre that take entries now or will, the nearest first.
pub async fn open_rounds(
    conn: &mut Conn,
    centre: CentreId,
    now: DateTime<Utc>,
) -> Result<Vec<OpenRound>> {
    let rows = all!(
        conn,
        RoundRow,
        "SELECT id, centre_id, name, categories, opens_at, submit_until, score_until, released_at, appeal_days, \
         reviewer_cap FROM rounds WHERE centre_id = $1 AND submit_until > $2 AND released_at IS NULL \
         ORDER BY opens_at, id",
        centre,
        now,
    )?;
    Ok(rows
        .into_iter()
        .map(|row| OpenRound {
            open: row.allows(Right::Submit, now),
            id: row.id,
            name: row.name,
            categories: row.categories.0,
            opens_at: row.opens_at,
            submit_until: row.submit_until,
        })
        .collect())
}
