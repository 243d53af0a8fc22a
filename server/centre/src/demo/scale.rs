//! A gallery of any size, for load and for tests: always the same businesses, products and badges, written in batches.

use chrono::{Days, NaiveDate};
use domain::{
    access::Role,
    business::{ClaimKind, ClaimState},
    curation::{Category, badge_ends},
    gallery::slug,
    ids::{
        BusinessId, CentreId, ClaimId, EntryId, GradeId, MediaId, PersonId, ProductId, RoundId,
        RubricId,
    },
    language::Language,
    people::Purpose,
    place::Zone,
    review::{Bands, EntryState, Grade},
};
use uuid::Uuid;

use crate::{
    Centre, Result,
    db::{Json, Tx, all, execute, maybe},
    feed, people,
};

/// Businesses in one transaction.
const BATCH: usize = 100;

/// The centres that are made when there are none: province, regency, name, time.
const CENTRES: [(&str, &str, &str, Zone); 3] = [
    ("52", "5271", "PLUT NTB", Zone::Wita),
    ("51", "5106", "PLUT Bali", Zone::Wita),
    ("18", "1871", "PLUT Lampung", Zone::Wib),
];

/// Names by family; each is combined with each of [`KINDS`].
const THINGS: [(Category, &[&str]); 5] = [
    (
        Category::Food,
        &[
            "Keripik Pisang",
            "Sambal Plecing",
            "Dodol Nanas",
            "Kerupuk Ikan",
            "Abon Tuna",
            "Cokelat Batang",
        ],
    ),
    (
        Category::Craft,
        &[
            "Gerabah Kendi",
            "Tas Ketak",
            "Anyaman Bambu",
            "Ukiran Kayu",
            "Cukli Kotak",
            "Perhiasan Mutiara",
        ],
    ),
    (
        Category::Fashion,
        &[
            "Songket Subahnale",
            "Tapis Pucuk Rebung",
            "Endek Cepuk",
            "Selendang Tenun",
            "Kemeja Lurik",
        ],
    ),
    (
        Category::Beauty,
        &[
            "Sabun Susu Kuda",
            "Lulur Kopi",
            "Minyak Kelapa",
            "Masker Rumput Laut",
        ],
    ),
    (
        Category::Agriculture,
        &[
            "Kopi Arabika",
            "Madu Sumbawa",
            "Beras Merah",
            "Lada Hitam",
            "Garam Piramida",
        ],
    ),
];
const KINDS: [&str; 8] = [
    "Asli",
    "Emas",
    "Pilihan",
    "Premium",
    "Klasik",
    "Bukit",
    "Pesisir",
    "Nusantara",
];
const MAKERS: [&str; 8] = [
    "Tenun", "Dapur", "Kebun", "Rumah", "Sanggar", "Karya", "Griya", "Pondok",
];
const OWNERS: [&str; 10] = [
    "Lestari", "Suryani", "Wayan", "Rohani", "Yuliana", "Hasanah", "Ketut", "Baiq", "Fatimah",
    "Sudarma",
];

/// What a batch needs to know.
#[derive(Clone)]
struct Ground {
    centres: Vec<Place>,
    media: Vec<MediaId>,
    today: NaiveDate,
}

#[derive(Clone)]
struct Place {
    centre: CentreId,
    round: RoundId,
    rubrics: Vec<(Category, RubricId)>,
    districts: Vec<String>,
}

/// An identity that is the same at every run: a kind and a number behind a moment long past.
fn id(kind: u8, number: usize) -> Uuid {
    let moment: u128 = 0x0190_0000_0000 << 80;
    let version = 7_u128 << 76 | u128::from(kind) << 64;
    Uuid::from_u128(moment | version | 2 << 62 | number as u128)
}

/// Fills the database with `businesses` businesses of one to three products each, every product graded, most of them
/// listed. What a smaller run made before stays as it is.
pub async fn fill(centre: &Centre, businesses: usize) -> Result<()> {
    let ground = ground(centre).await?;
    for first in (0..businesses).step_by(BATCH) {
        let last = (first + BATCH).min(businesses);
        centre
            .db
            .write(
                (ground.clone(), first, last),
                |tx, (ground, first, last)| {
                    Box::pin(async move {
                        for number in *first..*last {
                            business(tx, ground, number).await?;
                        }
                        Ok(())
                    })
                },
            )
            .await?;
    }
    Ok(())
}

async fn ground(centre: &Centre) -> Result<Ground> {
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

async fn person(tx: &mut Tx, number: usize, name: &str) -> Result<PersonId> {
    let (person, now) = (PersonId(id(5, number)), tx.now());
    execute!(
        tx,
        "INSERT INTO people (id, name, email, password_hash, language, mail_digest, quiet_from, quiet_until, created_at) \
         VALUES ($1, $2, $3, '', $4, $5, 21, 6, $6) ON CONFLICT (id) DO NOTHING",
        person,
        name,
        format!("skala-{number}@contoh.id"),
        Language::Id,
        true,
        now,
    )?;
    Ok(person)
}

async fn business(tx: &mut Tx, ground: &Ground, number: usize) -> Result<()> {
    let business = BusinessId(id(6, number));
    let known = maybe!(
        tx,
        (BusinessId,),
        "SELECT id FROM businesses WHERE id = $1",
        business
    )?;
    if known.is_some() {
        return Ok(());
    }
    let place = &ground.centres[number % ground.centres.len()];
    let owner = OWNERS[number % OWNERS.len()];
    let name = format!(
        "{} {owner} {}",
        MAKERS[number / 7 % MAKERS.len()],
        number + 1
    );
    let (owner, now) = (person(tx, number, owner).await?, tx.now());
    for (n, purpose) in [Purpose::Service, Purpose::Gallery].into_iter().enumerate() {
        execute!(
            tx,
            "INSERT INTO consents (id, person_id, purpose, wording, given_at) VALUES ($1, $2, $3, 1, $4)",
            id(7, number * 2 + n),
            owner,
            purpose,
            now,
        )?;
    }
    people::grant(tx, owner, Role::Entrepreneur, place.centre, None).await?;
    execute!(
        tx,
        "INSERT INTO businesses (id, centre_id, owner_id, name, slug, story, district_code, address, channels, whatsapp, \
         version, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, '', '[]', $8, 1, $9)",
        business,
        place.centre,
        owner,
        name.as_str(),
        slug(&name),
        "Usaha keluarga yang dimulai dari dapur sendiri, kini dengan empat tetangga.",
        place.districts[number * 13 % place.districts.len()].as_str(),
        format!("+62812{:08}", number),
        now,
    )?;
    let (category, things) = THINGS[number % THINGS.len()];
    for (n, (kind, ends)) in claims(category, number, ground.today)
        .into_iter()
        .enumerate()
    {
        execute!(
            tx,
            "INSERT INTO claims (id, business_id, centre_id, kind, number, state, source, expires_on, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, 'Skala', $7, $8)",
            ClaimId(id(8, number * 4 + n)),
            business,
            place.centre,
            kind,
            format!("{:013}", number * 4 + n),
            ClaimState::Verified,
            ends,
            now,
        )?;
    }
    for n in 0..1 + number % 3 {
        let thing = format!(
            "{} {}",
            things[(number / 5 + n) % things.len()],
            KINDS[(number / 3 + n) % KINDS.len()]
        );
        product(
            tx,
            ground,
            place,
            business,
            category,
            number * 3 + n,
            &thing,
        )
        .await?;
    }
    Ok(())
}

/// Checked claims: what the law asks, and here and there one more.
fn claims(
    category: Category,
    number: usize,
    today: NaiveDate,
) -> Vec<(ClaimKind, Option<NaiveDate>)> {
    let later = today.checked_add_days(Days::new(400 + (number % 900) as u64));
    let mut out = vec![(ClaimKind::Nib, None)];
    match category {
        Category::Food => out.push((ClaimKind::Pirt, later)),
        Category::Beauty => out.push((ClaimKind::Bpom, later)),
        _ => {}
    }
    if number.is_multiple_of(4) {
        out.push((ClaimKind::Halal, None));
    }
    if number.is_multiple_of(6) {
        out.push((ClaimKind::Trademark, later));
    }
    out
}

async fn product(
    tx: &mut Tx,
    ground: &Ground,
    place: &Place,
    business: BusinessId,
    category: Category,
    number: usize,
    name: &str,
) -> Result<()> {
    let (product, entry, now) = (ProductId(id(9, number)), EntryId(id(10, number)), tx.now());
    let price = 500 * (10 + number * 7919 % 4000) as i64;
    execute!(
        tx,
        "INSERT INTO products (id, business_id, centre_id, category, name, slug, description, story, price, unit, moq, \
         lead_days, capacity, net_content, shelf_life, label, variants, tiers, version, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, 'buah', $9, $10, $11, '250 g', '6 bulan', '[]', '[]', '[]', 1, $12)",
        product,
        business,
        place.centre,
        category,
        name,
        format!("{}-{}", slug(name), number + 1),
        format!("{name} buatan tangan dari bahan setempat, dikerjakan dalam jumlah kecil."),
        price,
        [1, 1, 5, 10, 50][number % 5],
        (number * 31 % 40) as i64,
        20 + (number % 400) as i64,
        now,
    )?;
    for position in 0..1 + number % 3 {
        execute!(
            tx,
            "INSERT INTO product_photos (product_id, media_id, position, shows_brand, shows_label, alt) \
             VALUES ($1, $2, $3, $4, $5, '')",
            product,
            ground.media[(number + position * 11) % ground.media.len()],
            position as i64,
            false,
            false,
        )?;
    }
    let score = 50 + (number * 37 % 48) as i64;
    let grade = Bands::default().grade(score);
    let rubric = place
        .rubrics
        .iter()
        .find(|(of, _)| *of == category)
        .map(|(_, rubric)| *rubric);
    execute!(
        tx,
        "INSERT INTO entries (id, round_id, centre_id, business_id, subject_id, rubric_id, number, state, frozen, \
         submitted_by, submitted_at, reviewers_wanted, sitting) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{}', (SELECT owner_id FROM businesses WHERE id = $4), $9, 2, 1)",
        entry,
        place.round,
        place.centre,
        business,
        product,
        rubric,
        number as i64 + 1,
        EntryState::Released,
        now,
    )?;
    execute!(
        tx,
        "INSERT INTO decisions (entry_id, sitting, proposed, decision, grade, score, spread, reviewers, reason, decided_by, \
         decided_at, released_at) VALUES ($1, 1, $2, $2, $3, $4, 4, 2, '', (SELECT owner_id FROM businesses WHERE id = $5), $6, $6)",
        entry,
        domain::curation::decision(grade, true),
        grade,
        score,
        business,
        now,
    )?;
    let granted_on = ground.today - Days::new((number % 300) as u64);
    let ends = claims(category, number / 3, ground.today)
        .into_iter()
        .filter_map(|(kind, end)| match kind {
            ClaimKind::Pirt | ClaimKind::Bpom => end,
            _ => None,
        });
    execute!(
        tx,
        "INSERT INTO grades (id, product_id, centre_id, entry_id, grade, score, listed, granted_on, ends_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        GradeId(id(11, number)),
        product,
        place.centre,
        entry,
        grade,
        score,
        grade != Grade::D,
        granted_on,
        badge_ends(granted_on, ends),
    )?;
    feed::note(tx, Some(place.centre), "product", product.0).await
}
