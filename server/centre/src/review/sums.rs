//! What all reviewers of an entry said together.

use std::collections::HashMap;

use domain::{
    ids::{BusinessId, CriterionId, EntryId, RoundId, RubricId},
    review::{EntryState, Grade, Outcome, Points, Rubric, Summed, outcome},
};

use super::rubrics;
use crate::{
    Result,
    db::{Conn, all},
};

/// The finished sheets of one sitting of an entry.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    pub rubric: Rubric,
    pub criteria: Vec<Summed>,
    /// Notes of each criterion, sorted by their words: the order tells nobody's hand.
    pub notes: HashMap<CriterionId, Vec<String>>,
}

impl Sums {
    pub fn notes_of(&self, criterion: CriterionId) -> Vec<String> {
        self.notes.get(&criterion).cloned().unwrap_or_default()
    }
}

type Value = (EntryId, CriterionId, i64, String);

fn sum(rubric: &Rubric, values: &[Value]) -> Sums {
    let criteria = rubric
        .criteria
        .iter()
        .map(|line| Summed {
            criterion: line.clone(),
            values: values
                .iter()
                .filter(|value| value.1 == line.id)
                .map(|value| value.2)
                .collect(),
        })
        .collect();
    let mut notes: HashMap<CriterionId, Vec<String>> = HashMap::new();
    for (_, criterion, _, note) in values.iter().filter(|value| !value.3.is_empty()) {
        notes.entry(*criterion).or_default().push(note.clone());
    }
    notes.values_mut().for_each(|list| list.sort());
    Sums {
        rubric: rubric.clone(),
        criteria,
        notes,
    }
}

/// The sums of one sitting of one entry.
pub(crate) async fn sums(
    conn: &mut Conn,
    entry: EntryId,
    rubric: RubricId,
    sitting: i64,
) -> Result<Sums> {
    let rubric = rubrics::of(conn, rubric).await?;
    let values = all!(
        conn,
        Value,
        "SELECT a.entry_id, s.criterion_id, s.value, s.note FROM assignments a JOIN scores s ON s.assignment_id = a.id \
         WHERE a.entry_id = $1 AND a.sitting = $2 AND a.abstained_at IS NULL AND a.scored_at IS NOT NULL",
        entry,
        sitting,
    )?;
    Ok(sum(&rubric, &values))
}

/// An entry whose scores suffice.
#[derive(Clone, Debug)]
pub(crate) struct Scored {
    pub entry: EntryId,
    pub business: BusinessId,
    pub number: i64,
    pub sitting: i64,
    pub score: i64,
    pub spread: Points,
    pub grade: Grade,
    pub reviewers: i64,
    pub sums: Sums,
}

type Head = (EntryId, BusinessId, RubricId, i64, i64);

/// Every entry of a round in one state with its sums, by blind number. Three queries and one pair a rubric, however many
/// entries there are.
pub(crate) async fn scored(
    conn: &mut Conn,
    round: RoundId,
    state: EntryState,
) -> Result<Vec<Scored>> {
    let heads = all!(
        conn,
        Head,
        "SELECT id, business_id, rubric_id, number, sitting FROM entries \
         WHERE round_id = $1 AND state = $2 ORDER BY number",
        round,
        state,
    )?;
    let totals = all!(
        conn,
        (EntryId, Points),
        "SELECT e.id, a.total FROM entries e JOIN assignments a ON a.entry_id = e.id AND a.sitting = e.sitting \
         WHERE e.round_id = $1 AND e.state = $2 AND a.abstained_at IS NULL AND a.total IS NOT NULL ORDER BY e.id, a.turn",
        round,
        state,
    )?;
    let values = all!(
        conn,
        Value,
        "SELECT e.id, s.criterion_id, s.value, s.note FROM entries e \
         JOIN assignments a ON a.entry_id = e.id AND a.sitting = e.sitting JOIN scores s ON s.assignment_id = a.id \
         WHERE e.round_id = $1 AND e.state = $2 AND a.abstained_at IS NULL AND a.scored_at IS NOT NULL",
        round,
        state,
    )?;
    let mut rubrics_known: HashMap<RubricId, Rubric> = HashMap::new();
    let mut out = Vec::new();
    for (entry, business, rubric, number, sitting) in heads {
        if let std::collections::hash_map::Entry::Vacant(slot) = rubrics_known.entry(rubric) {
            slot.insert(rubrics::of(conn, rubric).await?);
        }
        let rubric = &rubrics_known[&rubric];
        let points: Vec<Points> = totals
            .iter()
            .filter(|(of, _)| *of == entry)
            .map(|(_, total)| *total)
            .collect();
        let own: Vec<Value> = values
            .iter()
            .filter(|value| value.0 == entry)
            .cloned()
            .collect();
        if let Outcome::Scored {
            score,
            spread,
            grade,
        } = outcome(&points, &rubric.bands)
        {
            let (reviewers, sums) = (points.len() as i64, sum(rubric, &own));
            out.push(Scored {
                entry,
                business,
                number,
                sitting,
                score,
                spread,
                grade,
                reviewers,
                sums,
            });
        }
    }
    Ok(out)
}
