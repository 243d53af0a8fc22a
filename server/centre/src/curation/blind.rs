//! The curator's desk and sheet. Their types cannot hold an owner, a business, an address or a claim's number.

use std::{collections::HashMap, str::FromStr};

use domain::{
    Refusal,
    access::{Actor, Permit, act},
    curation::{BlindPhoto, Category, Desk, DeskLine, Frozen, Sheet},
    gallery::Picture,
    ids::{AssignmentId, CriterionId, MediaId, PersonId},
    review::Given,
};
use matchmaker::queue::{Waiting, queue};

use crate::{
    Centre, Fault, Result,
    db::{Conn, Json, Sql, all, one},
    review::{self, Duty},
};

/// What waits for the actor: fewest reviewed first, skipped last; and what they finished and may still correct.
pub async fn desk(centre: &Centre, actor: &Actor) -> Result<Desk> {
    let permit = actor.own(act::ScoreEntry)?;
    let mut conn = centre.db.read().await?;
    read_desk(&mut conn, permit.person(), centre.clock.now()).await
}

async fn read_desk(
    conn: &mut Conn,
    person: PersonId,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Desk> {
    let rows = review::desk_rows(conn, person, now).await?;
    let waiting = rows
        .iter()
        .filter(|row| row.total.is_none())
        .map(|row| Waiting {
            key: row.assignment,
            reviews: row.reviews,
            skipped: row.skipped_at.map(|at| at.timestamp_micros()),
        })
        .collect();
    let order = queue(waiting, person.0.as_u64_pair().1);
    let mut desk = Desk::default();
    let mut lines = HashMap::new();
    for row in rows {
        let finished = row.total.is_some();
        let category = Category::from_str(&row.category)
            .map_err(|word| Fault::because("a rubric's family", word))?;
        let line = DeskLine {
            assignment: row.assignment,
            round: row.round,
            round_name: row.round_name,
            number: row.number,
            category,
            given: row.given,
            criteria: row.criteria,
            skipped: row.skipped_at.is_some(),
            score_until: row.score_until,
            total: row.total,
        };
        if finished {
            desk.finished.push(line);
        } else {
            lines.insert(line.assignment, line);
        }
    }
    desk.queue = order.iter().filter_map(|key| lines.remove(key)).collect();
    Ok(desk)
}

/// One sheet of the permit's person, with the values they gave so far.
pub async fn sheet(
    centre: &Centre,
    permit: Permit<act::ScoreEntry>,
    assignment: AssignmentId,
) -> Result<Sheet> {
    let mut conn = centre.db.read().await?;
    let duty = own_duty(&mut conn, &permit, assignment).await?;
    let rubric = review::rubric_of(&mut conn, duty.rubric).await?;
    let frozen = frozen(&mut conn, &duty).await?;
    let photos = photos(&mut conn, &frozen).await?;
    let given = all!(
        conn,
        (CriterionId, i64, String),
        "SELECT criterion_id, value, note FROM scores WHERE assignment_id = $1",
        assignment,
    )?;
    let now = centre.clock.now();
    let desk = read_desk(&mut conn, permit.person(), now).await?;
    let place = desk
        .queue
        .iter()
        .position(|line| line.assignment == assignment);
    let next = desk
        .queue
        .get(place.map_or(0, |place| place + 1))
        .or(desk.queue.first());
    let (done, waiting) = (desk.finished.len() as i64, desk.queue.len() as i64);
    Ok(Sheet {
        assignment,
        open: duty.open(now),
        round_name: duty.round_name,
        number: duty.number,
        facts: frozen.facts,
        photos,
        bands: rubric.bands,
        criteria: rubric.criteria,
        given: given
            .into_iter()
            .map(|(criterion, value, note)| Given {
                criterion,
                value,
                note,
            })
            .collect(),
        total: duty.total,
        score_until: duty.score_until,
        next: next
            .map(|line| line.assignment)
            .filter(|next| *next != assignment),
        progress: (done, done + waiting),
    })
}

/// The picture behind a blurred place of a sheet, for whoever makes the blurred copy. It never leaves the server as it is.
pub async fn blurred_photo(
    centre: &Centre,
    permit: Permit<act::ScoreEntry>,
    assignment: AssignmentId,
    place: usize,
) -> Result<MediaId> {
    let mut conn = centre.db.read().await?;
    let duty = own_duty(&mut conn, &permit, assignment).await?;
    let frozen = frozen(&mut conn, &duty).await?;
    let photo = frozen.photos.get(place).filter(|photo| photo.shows_brand);
    photo
        .map(|photo| photo.media)
        .ok_or_else(|| Refusal::NotFound.into())
}

async fn own_duty(
    conn: &mut Conn,
    permit: &Permit<act::ScoreEntry>,
    assignment: AssignmentId,
) -> Result<Duty> {
    let duty = review::duty(conn, permit.person(), assignment).await?;
    if review::in_conflict(conn, permit.person(), duty.business).await? {
        return Err(Refusal::ConflictOfInterest.into());
    }
    Ok(duty)
}

async fn frozen(conn: &mut Conn, duty: &Duty) -> Result<Frozen> {
    let (Json(frozen),) = one!(
        conn,
        (Json<Frozen>,),
        "SELECT frozen FROM entries WHERE id = $1",
        duty.entry
    )?;
    Ok(frozen)
}

async fn photos(conn: &mut Conn, frozen: &Frozen) -> Result<Vec<BlindPhoto>> {
    let mut sql = Sql::new("SELECT id, hash, width, height, tint FROM media WHERE id IN ");
    sql.list(frozen.photos.iter().map(|photo| photo.media.0));
    let rows: Vec<(MediaId, String, i64, i64, String)> = sql.all(conn).await?;
    let mut known: HashMap<MediaId, Picture> = rows
        .into_iter()
        .map(|(id, hash, width, height, tint)| {
            (
                id,
                Picture {
                    hash,
                    width,
                    height,
                    tint,
                    alt: String::new(),
                },
            )
        })
        .collect();
    Ok(frozen
        .photos
        .iter()
        .enumerate()
        .filter_map(|(place, photo)| {
            let picture = known.remove(&photo.media)?;
            let label = photo.shows_label;
            Some(if photo.shows_brand {
                let Picture {
                    width,
                    height,
                    tint,
                    ..
                } = picture;
                BlindPhoto::Blurred {
                    place: place as i64,
                    width,
                    height,
                    tint,
                    label,
                }
            } else {
                BlindPhoto::Clear { picture, label }
            })
        })
        .collect())
}
