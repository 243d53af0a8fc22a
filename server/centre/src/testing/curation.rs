//! A season of curation at PLUT NTB: its manager, five curators who know different things, an open round, and makers
//! with products that are ready to be sent in.

use std::io::Cursor;

use bytes::Bytes;
use chrono::Duration;
use domain::{
    access::{Actor, Permit, Place, Role, act},
    business::{ClaimForm, NewBusiness},
    curation::{Category, LabelItem},
    gallery::{PhotoForm, ProductForm},
    ids::{AssignmentId, BusinessId, EntryId, MediaId, PersonId, ProductId, RoundId},
    review::{Criterion, CriterionKind, GATE_MET, Given, RoundForm, Saved},
};

use super::village;
use crate::{Centre, business, curation, db::all, media};

/// Days from the opening of a round to the end of sending in, and from there to the end of scoring.
pub const WEEK: i64 = 7;

/// A centre with the people of a round.
pub struct Season {
    /// The centre.
    pub place: Place,
    /// Siti Rahmawati, its manager.
    pub siti: Actor,
    /// Baiq Nurhayati and Lalu Hamdan know cloth and craft, Ratna Puspita and Ketut Darsana food and farming, Sri Wahyuni
    /// a little of everything.
    pub curators: [Actor; 5],
    /// The open round.
    pub round: RoundId,
}

/// Somebody with a business.
#[derive(Clone)]
pub struct Maker {
    /// Who.
    pub owner: Actor,
    /// The business.
    pub business: BusinessId,
    /// Where it stands.
    pub place: Place,
}

/// A seat at an entry.
pub struct Chair {
    /// Who sits there.
    pub curator: Actor,
    /// Their duty.
    pub assignment: AssignmentId,
}

/// The manager, the curators and an open round for every family of products.
pub async fn season(centre: &Centre) -> Season {
    let place = village::centre(centre, "52", "5271", "PLUT NTB").await;
    let siti = village::staff(centre, "Siti Rahmawati", Role::Manager, &place).await;
    let cloth = vec![Category::Fashion, Category::Craft];
    let food = vec![Category::Food, Category::Agriculture];
    let people = [
        ("Baiq Nurhayati", cloth.clone()),
        ("Lalu Hamdan", cloth),
        ("Ratna Puspita", food.clone()),
        ("Ketut Darsana", food),
        ("Sri Wahyuni", Vec::new()),
    ];
    let mut curators = Vec::new();
    for (name, knows) in people {
        let curator = village::staff(centre, name, Role::Curator, &place).await;
        let words = knows.iter().map(ToString::to_string).collect();
        let permit = siti.may(act::ManageRounds, &place).expect("the manager's");
        curation::set_expertise(centre, permit, curator.person, words)
            .await
            .expect("expertise");
        curators.push(curator);
    }
    let curators = curators.try_into().expect("five curators");
    let round = round(centre, &siti, &place, "Kurasi November 2026").await;
    Season {
        place,
        siti,
        curators,
        round,
    }
}

/// A round that opens now: a week to send in, a week to score, a week to object.
pub fn round_form(centre: &Centre, name: &str) -> RoundForm {
    let now = centre.clock.now();
    RoundForm {
        name: name.into(),
        categories: Category::ALL.iter().map(ToString::to_string).collect(),
        opens_at: now,
        submit_until: now + Duration::days(WEEK),
        score_until: now + Duration::days(2 * WEEK),
        appeal_days: WEEK,
        reviewer_cap: None,
    }
}

/// Opens [`round_form`].
pub async fn round(centre: &Centre, manager: &Actor, place: &Place, name: &str) -> RoundId {
    let permit = manager
        .may(act::ManageRounds, place)
        .expect("the manager's");
    curation::create_round(centre, permit, round_form(centre, name))
        .await
        .expect("a round")
}

/// A person with a business in Central Lombok that holds a NIB and a P-IRT.
pub async fn maker(centre: &Centre, owner: &str, name: &str) -> Maker {
    let owner = village::person(centre, owner).await;
    let form = NewBusiness {
        name: name.into(),
        district: "520202".into(),
        address: "Dusun Bun Sundak 17".into(),
        whatsapp: String::new(),
    };
    let business = business::register(centre, &owner, &form)
        .await
        .expect("a business");
    let owner = village::actor(centre, owner.person).await;
    let place = business::place(&mut centre.db.read().await.expect("a connection"), business)
        .await
        .expect("readable")
        .expect("a place");
    let year = centre.clock.now() + Duration::days(3 * 365);
    for (kind, number, expires_on) in [
        ("nib", "1203000412345", String::new()),
        ("pirt", "210187101045229", year.date_naive().to_string()),
    ] {
        let form = ClaimForm {
            kind: kind.into(),
            number: number.into(),
            expires_on,
        };
        let permit = owner.may(act::EditBusiness, &place).expect("her own");
        business::declare_claim(centre, permit, business, &form)
            .await
            .expect("a claim");
    }
    Maker {
        owner,
        business,
        place,
    }
}

/// A cloth, ready to be sent in.
pub fn songket() -> ProductForm {
    ProductForm {
        name: "Songket Subahnale".into(),
        category: Category::Fashion.to_string(),
        description: "Songket sutra bermotif subahnale, ditenun tangan.".into(),
        price: "1.850.000".into(),
        cost: "1.100.000".into(),
        unit: "lembar".into(),
        lead_days: "14".into(),
        capacity: "6".into(),
        ..ProductForm::default()
    }
}

/// Banana crisps with a whole label, ready to be sent in.
pub fn crisps() -> ProductForm {
    ProductForm {
        name: "Keripik Pisang Kepok".into(),
        category: Category::Food.to_string(),
        description: "Keripik pisang kepok digoreng dengan minyak kelapa.".into(),
        price: "18.000".into(),
        unit: "bungkus".into(),
        capacity: "400".into(),
        net_content: "150 g".into(),
        shelf_life: "4 bulan".into(),
        label: LabelItem::ALL.to_vec(),
        ..ProductForm::default()
    }
}

/// Writes a product down, with one photo of the thing and one that shows brand and label.
pub async fn product(centre: &Centre, maker: &Maker, form: &ProductForm) -> ProductId {
    let id = ProductId::new();
    let permit = || {
        maker
            .owner
            .may(act::SubmitProduct, &maker.place)
            .expect("her own")
    };
    business::save_product(centre, permit(), maker.business, id, form)
        .await
        .expect("a product");
    for (colour, shows) in [([170, 40, 60], false), ([40, 60, 170], true)] {
        let form = PhotoForm {
            alt: format!("{} dari {}", form.name, maker.owner.name),
            shows_brand: shows,
            shows_label: shows,
        };
        let photo = photo(centre, maker.owner.person, colour).await;
        business::attach_photo(centre, permit(), id, photo, &form)
            .await
            .expect("a photo");
    }
    id
}

/// A small picture of one colour, kept as any upload is.
pub async fn photo(centre: &Centre, by: PersonId, colour: [u8; 3]) -> MediaId {
    let picture = image::RgbImage::from_pixel(320, 320, image::Rgb(colour));
    let mut bytes = Cursor::new(Vec::new());
    image::DynamicImage::from(picture)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture");
    media::keep_photo(centre, Some(by), Bytes::from(bytes.into_inner()))
        .await
        .expect("a photo")
        .id
}

/// Sends a product in.
pub async fn submit(centre: &Centre, maker: &Maker, product: ProductId) -> EntryId {
    let permit = maker
        .owner
        .may(act::SubmitProduct, &maker.place)
        .expect("her own");
    curation::submit(centre, permit, product)
        .await
        .expect("sent in")
}

/// A season in which Lale has sent in her songket.
pub async fn with_songket(centre: &Centre) -> (Season, Maker, EntryId) {
    let season = season(centre).await;
    let lale = maker(centre, "Lale Suryani", "Tenun Sari Sukarara").await;
    let product = product(centre, &lale, &songket()).await;
    let entry = submit(centre, &lale, product).await;
    (season, lale, entry)
}

/// Gives every entry of a round its curators.
pub async fn assign(centre: &Centre, season: &Season, round: RoundId) {
    let permit = season
        .siti
        .may(act::ManageRounds, &season.place)
        .expect("the manager's");
    curation::assign_round(centre, permit, round)
        .await
        .expect("assigned");
}

/// Who sits at an entry now, by turn.
pub async fn chairs(centre: &Centre, entry: EntryId) -> Vec<Chair> {
    let mut conn = centre.db.read().await.expect("a connection");
    let rows = all!(
        conn,
        (PersonId, AssignmentId),
        "SELECT a.reviewer_id, a.id FROM assignments a JOIN entries e ON e.id = a.entry_id AND e.sitting = a.sitting \
         WHERE a.entry_id = $1 AND a.abstained_at IS NULL ORDER BY a.turn",
        entry,
    )
    .expect("seats");
    drop(conn);
    let mut out = Vec::new();
    for (person, assignment) in rows {
        let curator = village::actor(centre, person).await;
        out.push(Chair {
            curator,
            assignment,
        });
    }
    out
}

/// Fills a sheet: every weighted and independent line by `value`, gates met.
pub async fn score(
    centre: &Centre,
    chair: &Chair,
    value: impl Fn(&Criterion) -> i64,
) -> crate::Result<Saved> {
    let permit = || chair.curator.own(act::ScoreEntry).expect("a curator");
    let sheet = curation::sheet(centre, permit(), chair.assignment).await?;
    let values = sheet
        .criteria
        .iter()
        .map(|line| Given {
            criterion: line.id,
            value: value(line),
            note: String::new(),
        })
        .collect();
    curation::score(centre, permit(), chair.assignment, values).await
}

/// The same value on every line; gates met.
pub fn even(value: i64) -> impl Fn(&Criterion) -> i64 {
    move |line| match line.kind {
        CriterionKind::Gate => GATE_MET,
        CriterionKind::Weighted | CriterionKind::Independent => value,
    }
}

/// Lets every seat of an entry score evenly with these values, by turn; those called meanwhile too.
pub async fn judge(centre: &Centre, entry: EntryId, values: &[i64]) {
    for (turn, value) in values.iter().enumerate() {
        let chairs = chairs(centre, entry).await;
        score(centre, &chairs[turn], even(*value))
            .await
            .expect("scored");
    }
}

/// Prepares and announces every decision of a round. Says how many.
pub async fn announce(centre: &Centre, season: &Season, round: RoundId) -> i64 {
    let permit = || {
        season
            .siti
            .may(act::ManageRounds, &season.place)
            .expect("the manager's")
    };
    curation::prepare_decisions(centre, permit(), round)
        .await
        .expect("prepared");
    release(centre, permit(), round).await.expect("announced")
}

/// Announces what is prepared, as it stands now.
pub async fn release(
    centre: &Centre,
    permit: Permit<act::ManageRounds>,
    round: RoundId,
) -> crate::Result<i64> {
    let seen = curation::preview(centre, &permit, round).await?.mark();
    curation::release(centre, permit, round, &seen).await
}
