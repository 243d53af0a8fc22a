//! What waits for those who run rounds, over all their centres.

use domain::{
    access::{Actor, act},
    curation::{Chore, RoundWaits},
    ids::RoundId,
};

use crate::{Centre, Result, db::Sql};

#[derive(sqlx::FromRow)]
struct Counted {
    id: RoundId,
    name: String,
    appeals: i64,
    unseated: i64,
    late: i64,
    undecided: i64,
    prepared: i64,
}

/// The rounds in which the actor has something to do, the one whose scoring ends first before the others.
pub async fn rounds_waiting(centre: &Centre, actor: &Actor) -> Result<Vec<RoundWaits>> {
    let scope = actor.scope(act::ManageRounds);
    if scope.is_empty() {
        return Ok(Vec::new());
    }
    let now = centre.clock.now();
    let mut sql = Sql::new(
        "SELECT r.id, r.name, (SELECT COUNT(*) FROM appeals a JOIN entries e ON e.id = a.entry_id \
         WHERE e.round_id = r.id AND a.answered_at IS NULL) AS appeals, \
         (SELECT COUNT(*) FROM entries e WHERE e.round_id = r.id AND e.state IN ('submitted', 'in_review') \
         AND e.reviewers_wanted > (SELECT COUNT(*) FROM assignments s WHERE s.entry_id = e.id \
         AND s.sitting = e.sitting AND s.abstained_at IS NULL) AND COALESCE(e.score_until, r.score_until) > ",
    );
    sql.bind(now)
        .push(
            ") AS unseated, (SELECT COUNT(*) FROM entries e WHERE e.round_id = r.id \
             AND e.state IN ('submitted', 'in_review') AND COALESCE(e.score_until, r.score_until) <= ",
        )
        .bind(now)
        .push(
            ") AS late, (SELECT COUNT(*) FROM entries e WHERE e.round_id = r.id AND e.state = 'scored') AS undecided, \
             (SELECT COUNT(*) FROM entries e WHERE e.round_id = r.id AND e.state = 'decided') AS prepared \
             FROM rounds r WHERE ",
        )
        .within(&scope, "NULL", "r.centre_id")
        .push(" ORDER BY r.score_until, r.id");
    let mut conn = centre.db.read().await?;
    let rows: Vec<Counted> = sql.all(&mut conn).await?;
    Ok(rows
        .into_iter()
        .map(|round| RoundWaits {
            round: round.id,
            name: round.name,
            chores: [
                (Chore::AnswerAppeals, round.appeals),
                (Chore::FindCurators, round.unseated),
                (Chore::EndLate, round.late),
                (Chore::Decide, round.undecided),
                (Chore::Release, round.prepared),
            ]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .collect(),
        })
        .filter(|round| !round.chores.is_empty())
        .collect())
}
