//! What is measured of centres' work, counted from the rows of this moment: as many queries for one centre as for all.
//! What each figure means stands in `app/locales/id/centres.toml` beside its name.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    centres::{Figures, Measure, median, tenths_of_days},
    ids::{BusinessId, CentreId},
    place::Zone,
    review::Grade,
};

use crate::{
    Centre, Result,
    db::{Conn, Sql, all},
    gallery::SHOWN,
};

/// The figures of these centres.
pub async fn figures(centre: &Centre, centres: &[CentreId]) -> Result<HashMap<CentreId, Figures>> {
    let now = centre.clock.now();
    let mut conn = centre.db.read().await?;
    let mut all: HashMap<CentreId, Figures> = centres
        .iter()
        .map(|centre| (*centre, Figures::default()))
        .collect();
    gallery(&mut conn, &mut all, now).await?;
    rounds(&mut conn, &mut all).await?;
    inquiries(&mut conn, &mut all).await?;
    heard(&mut conn, &mut all, now).await?;
    Ok(all)
}

type All = HashMap<CentreId, Figures>;

/// What stands in the gallery today.
async fn gallery(conn: &mut Conn, all: &mut All, now: DateTime<Utc>) -> Result<()> {
    let mut sql = Sql::new("SELECT p.centre_id, b.id, g.grade, g.ends_on, c.zone");
    sql.push(SHOWN)
        .push(" AND p.centre_id IN ")
        .list(all.keys().copied());
    let rows: Vec<(CentreId, BusinessId, Grade, NaiveDate, Zone)> = sql.all(conn).await?;
    for (centre, figures) in all {
        let shown: Vec<_> = rows
            .iter()
            .filter(|(whose, _, _, ends_on, zone)| whose == centre && *ends_on >= zone.date(now))
            .collect();
        let mut makers: Vec<BusinessId> = shown.iter().map(|(_, maker, ..)| *maker).collect();
        makers.sort_unstable();
        makers.dedup();
        figures.note(Measure::Makers, Some(makers.len() as i64));
        let graded = |grade| shown.iter().filter(|(.., one, _, _)| *one == grade).count() as i64;
        figures.note(Measure::GradeA, Some(graded(Grade::A)));
        figures.note(Measure::GradeB, Some(graded(Grade::B)));
        figures.note(Measure::GradeC, Some(graded(Grade::C)));
    }
    Ok(())
}

/// Rounds whose decisions were announced, and how many these were.
async fn rounds(conn: &mut Conn, all: &mut All) -> Result<()> {
    let rows = all!(
        conn,
        (CentreId, i64, i64),
        "SELECT r.centre_id, COUNT(*), CAST(SUM((SELECT COUNT(*) FROM decisions d JOIN entries e ON e.id = d.entry_id \
         WHERE e.round_id = r.id AND d.released_at IS NOT NULL)) AS BIGINT) \
         FROM rounds r WHERE r.released_at IS NOT NULL GROUP BY r.centre_id",
    )?;
    for (centre, figures) in all {
        let row = rows.iter().find(|(whose, ..)| whose == centre);
        let (held, judged) = row.map_or((0, 0), |(_, held, judged)| (*held, *judged));
        figures.note(Measure::Rounds, Some(held));
        figures.note(Measure::Judged, Some(judged));
    }
    Ok(())
}

/// Inquiries of buyers, and how soon makers answered.
async fn inquiries(conn: &mut Conn, all: &mut All) -> Result<()> {
    let rows = all!(
        conn,
        (CentreId, DateTime<Utc>, Option<DateTime<Utc>>),
        "SELECT i.centre_id, i.created_at, MIN(m.at) FROM inquiries i \
         LEFT JOIN inquiry_messages m ON m.inquiry_id = i.id AND m.from_maker GROUP BY i.id, i.centre_id, i.created_at",
    )?;
    for (centre, figures) in all {
        let own: Vec<_> = rows.iter().filter(|(whose, ..)| whose == centre).collect();
        let waits: Vec<i64> = own
            .iter()
            .filter_map(|(_, asked, answered)| Some((*answered)? - *asked))
            .map(|wait| wait.num_seconds())
            .collect();
        figures.note(Measure::Inquiries, Some(own.len() as i64));
        figures.note(Measure::Answered, Some(waits.len() as i64));
        figures.note(Measure::AnswerDays, median(waits).map(tenths_of_days));
    }
    Ok(())
}

/// Complaints and suggestions, and how soon the centre answered.
async fn heard(conn: &mut Conn, all: &mut All, now: DateTime<Utc>) -> Result<()> {
    type Row = (
        CentreId,
        DateTime<Utc>,
        DateTime<Utc>,
        Option<DateTime<Utc>>,
    );
    let rows = all!(
        conn,
        Row,
        "SELECT centre_id, created_at, due_at, answered_at FROM feedback",
    )?;
    let fixed = all!(
        conn,
        (CentreId, i64),
        "SELECT centre_id, COUNT(*) FROM improvements WHERE published_at IS NOT NULL AND progress = 'fixed' \
         GROUP BY centre_id",
    )?;
    for (centre, figures) in all {
        let own: Vec<&Row> = rows.iter().filter(|(whose, ..)| whose == centre).collect();
        let waits: Vec<i64> = own
            .iter()
            .filter_map(|(_, told, _, answered)| Some((*answered)? - *told))
            .map(|wait| wait.num_seconds())
            .collect();
        // What is not answered and not due yet says nothing about the clock.
        let counted = own
            .iter()
            .filter(|(_, _, due, answered)| answered.is_some() || *due < now);
        let in_time = own
            .iter()
            .filter(|(_, _, due, answered)| answered.is_some_and(|at| at <= *due));
        let (counted, in_time) = (counted.count() as i64, in_time.count() as i64);
        let percent = (counted > 0).then(|| (in_time * 100 + counted / 2) / counted);
        figures.note(Measure::Heard, Some(own.len() as i64));
        figures.note(Measure::HeardInTime, percent);
        figures.note(Measure::HeardDays, median(waits).map(tenths_of_days));
        let fixed = fixed.iter().find(|(whose, _)| whose == centre);
        figures.note(Measure::Fixed, Some(fixed.map_or(0, |(_, count)| *count)));
    }
    Ok(())
}
