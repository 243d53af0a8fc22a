//! Products with photos, a decision and a badge.

use chrono::Days;
use domain::{
    business::ClaimKind,
    curation::{Category, badge_ends},
    gallery::slug,
    ids::{BusinessId, EntryId, GradeId, ProductId},
    review::{Bands, EntryState, Grade},
};

use super::{
    businesses::claims,
    grounds::{Ground, Place},
    id,
};
use crate::{
    Result,
    db::{Tx, execute},
    feed,
};

pub(super) async fn product(
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
