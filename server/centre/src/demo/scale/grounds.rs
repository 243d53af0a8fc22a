//! What businesses stand on: centres with a finished round and rubrics, and photos.

use chrono::{Days, NaiveDate};
use domain::{
    curation::Category,
    gallery::slug,
    ids::{CentreId, MediaId, PersonId, RoundId, RubricId},
    place::Zone,
    review::Bands,
};

use super::{businesses::person, id};
use crate::{
    Centre, Result,
    db::{Json, Tx, all, execute, maybe},
};

/// The centres that are made when there are none: province, regency, name, time.
const CENTRES: [(&str, &str, &str, Zone); 3] = [
    ("52", "5271", "PLUT NTB", Zone::Wita),
    ("51", "5106", "PLUT Bali", Zone::Wita),
    ("18", "1871", "PLUT Lampung", Zone::Wib),
];

/// What a batch needs to know.
#[derive(Clone)]
pub(super) struct Ground {
    pub centres: Vec<Place>,
    pub media: Vec<MediaId>,
    pub today: NaiveDate,
}

#[derive(Clone)]
pub(super) struct Place {
    pub centre: CentreId,
    pub round: RoundId,
    pub rubrics: Vec<(Category, RubricId)>,
    pub districts: Vec<String>,
}

pub(super) async fn ground(centre: &Centre) -> Result<Ground> {
    let today = Zone::Wita.date(centre.clock.now());
    centre
        .db
        .write(today, |tx, today| {
            Box::pin(async move {
                let bot = person(tx, usize::MAX >> 32, "Kepala Skala").await?;
                let mut centres = all!(tx, (CentreId,), "SELECT id FROM centres ORDER BY created_at, id")?;
                if centres.is_empty() {
                    for (number, (province, regency, name, zone)) in CENTRES.iter().enumerate() {
                        let (id, now) = (CentreId(id(1, number)), tx.now());
                        execute!(
                            tx,
                            "INSERT INTO centres (id, province_code, regency_code, name, slug, zone, address, phone, \
                             created_at) VALUES ($1, $2, $3, $4, $5, $6, '', '+62370000000', $7)",
                            id, *province, *regency, *name, slug(name), *zone, now,
                        )?;
                        centres.push((id,));
                    }
                }
                let mut places = Vec::new();
                for (number, (centre,)) in centres.into_iter().enumerate() {
                    places.push(place(tx, number, centre, bot).await?);
                }
                Ok(Ground { centres: places, media: media(tx).await?, today: *today })
            })
        })
        .await
}

/// A centre with a finished round and a rubric a family.
async fn place(tx: &mut Tx, number: usize, centre: CentreId, bot: PersonId) -> Result<Place> {
    let (round, now) = (RoundId(id(2, number)), tx.now());
    execute!(
        tx,
        "INSERT INTO rounds (id, centre_id, name, categories, opens_at, submit_until, score_until, released_at, \
         appeal_days, last_number, created_by, created_at) \
         VALUES ($1, $2, 'Skala', $3, $4, $5, $6, $7, 0, 0, $8, $9) \
         ON CONFLICT (id) DO NOTHING",
        round,
        centre,
        Json(Category::ALL),
        now - Days::new(60),
        now - Days::new(40),
        now - Days::new(30),
        now - Days::new(20),
        bot,
        now,
    )?;
    let mut rubrics = Vec::new();
    for (n, category) in Category::ALL.iter().enumerate() {
        let known = maybe!(
            tx,
            (RubricId,),
            "SELECT id FROM rubrics WHERE centre_id = $1 AND category = $2 ORDER BY version LIMIT 1",
            centre,
            *category,
        )?;
        let rubric = match known {
            Some((rubric,)) => rubric,
            None => {
                let (rubric, bands) = (RubricId(id(3, number * 10 + n)), Bands::default());
                execute!(
                    tx,
                    "INSERT INTO rubrics (id, centre_id, category, version, band_a, band_b, band_c, gap, created_at, \
                     published_at) VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $8)",
                    rubric,
                    centre,
                    *category,
                    bands.a,
                    bands.b,
                    bands.c,
                    bands.gap,
                    now,
                )?;
                rubric
            }
        };
        rubrics.push((*category, rubric));
    }
    let districts = all!(
        tx,
        (String,),
        "SELECT d.code FROM districts d JOIN regencies r ON r.code = d.regency_code \
         JOIN centres c ON c.province_code = r.province_code WHERE c.id = $1 ORDER BY d.code",
        centre,
    )?;
    Ok(Place {
        centre,
        round,
        rubrics,
        districts: districts.into_iter().map(|(code,)| code).collect(),
    })
}

/// The photos that are there; where there are none, rows of pictures that lie nowhere, with a colour each.
async fn media(tx: &mut Tx) -> Result<Vec<MediaId>> {
    let known = all!(
        tx,
        (MediaId,),
        "SELECT id FROM media WHERE kind = 'photo' ORDER BY id LIMIT 40"
    )?;
    if !known.is_empty() {
        return Ok(known.into_iter().map(|(media,)| media).collect());
    }
    let (mut out, now) = (Vec::new(), tx.now());
    for number in 0..40 {
        let media = MediaId(id(4, number));
        let tint = format!(
            "#{:02x}{:02x}{:02x}",
            90 + number * 4,
            70 + number * 3,
            60 + number * 2
        );
        execute!(
            tx,
            "INSERT INTO media (id, hash, kind, media_type, width, height, tint, bytes, created_at) \
             VALUES ($1, $2, 'photo', 'image/webp', 1200, 1500, $3, 90000, $4)",
            media,
            format!("skala{number:059}"),
            tint,
            now,
        )?;
        out.push(media);
    }
    Ok(out)
}
