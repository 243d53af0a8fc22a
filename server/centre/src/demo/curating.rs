//! Curators at their desks.

use domain::{
    access::act,
    ids::{AssignmentId, EntryId, PersonId},
    review::{Criterion, CriterionKind, GATE_MET, GATE_UNMET, Given},
};

use super::{Past, village::Judged};
use crate::{
    Centre, Result, curation,
    db::{Conn, maybe},
    people,
};

/// What curators write beside a weak line.
const NOTES: [(&str, &str); 6] = [
    (
        "legality",
        "NIB sudah ada. Halal atau merek akan menaikkan nilai ini.",
    ),
    (
        "quality",
        "Ada perbedaan antar potong. Pilih yang seragam untuk foto dan pesanan besar.",
    ),
    (
        "packaging",
        "Kode produksi belum terlihat di label belakang, dan segelnya mudah terbuka.",
    ),
    (
        "capacity",
        "Tulis berapa yang sanggup dibuat sebulan bila pesanan datang bersamaan.",
    ),
    (
        "price",
        "Harga grosir belum memberi ruang untuk penjual. Hitung ulang HPP.",
    ),
    (
        "story",
        "Ceritakan siapa yang membuat dan dari mana bahannya.",
    ),
];

/// Fills the sheets of an entry, one after the other, as far as the story says. Whoever is called meanwhile scores too.
pub(super) async fn score(past: &Past, entry: EntryId, judged: &Judged) -> Result<()> {
    let centre = &past.centre;
    for turn in 0..judged.scored.unwrap_or(3) {
        let open = next(&mut centre.db.read().await?, entry).await?;
        let Some((assignment, person)) = open else {
            break;
        };
        fill(centre, assignment, person, judged, turn).await?;
    }
    Ok(())
}

/// The first seat of an entry whose sheet is not finished.
async fn next(conn: &mut Conn, entry: EntryId) -> Result<Option<(AssignmentId, PersonId)>> {
    maybe!(
        conn,
        (AssignmentId, PersonId),
        "SELECT id, reviewer_id FROM assignments WHERE entry_id = $1 AND scored_at IS NULL AND abstained_at IS NULL \
         ORDER BY turn LIMIT 1",
        entry,
    )
}

async fn fill(
    centre: &Centre,
    assignment: AssignmentId,
    person: PersonId,
    judged: &Judged,
    turn: usize,
) -> Result<()> {
    let mut conn = centre.db.read().await?;
    let Some(curator) = people::actor(&mut conn, person).await? else {
        return Ok(());
    };
    drop(conn);
    let sheet = curation::sheet(centre, curator.own(act::ScoreEntry)?, assignment).await?;
    let mut values = Vec::new();
    let mut weighted = 0;
    for line in &sheet.criteria {
        let value = value(line, judged, turn, weighted);
        if line.kind == CriterionKind::Weighted {
            weighted += 1;
        }
        values.push(Given {
            criterion: line.id,
            value,
            note: note(line, value, turn),
        });
    }
    curation::score(centre, curator.own(act::ScoreEntry)?, assignment, values).await?;
    Ok(())
}

/// The first curator gives the story's marks. The second sees one line a little differently, or all of them when they are
/// far apart; the third agrees with the first.
fn value(line: &Criterion, judged: &Judged, turn: usize, place: usize) -> i64 {
    let mark = |place: usize| {
        let digit = judged.marks.chars().nth(place).and_then(|c| c.to_digit(10));
        digit.map_or(3, i64::from)
    };
    match line.kind {
        CriterionKind::Gate if judged.gate_unmet => GATE_UNMET,
        CriterionKind::Gate => GATE_MET,
        CriterionKind::Independent => mark(1).min(4),
        CriterionKind::Weighted if turn == 1 && judged.apart => (mark(place) - 1).max(1),
        CriterionKind::Weighted if turn == 1 && place == 4 => other(mark(place)),
        CriterionKind::Weighted => mark(place),
    }
}

fn other(mark: i64) -> i64 {
    if mark > 3 { mark - 1 } else { mark + 1 }
}

fn note(line: &Criterion, value: i64, turn: usize) -> String {
    let weak = line.kind == CriterionKind::Weighted && value <= 3 && turn == 0;
    let note = NOTES.iter().find(|(key, _)| weak && *key == line.key);
    note.map(|(_, note)| (*note).to_owned()).unwrap_or_default()
}
