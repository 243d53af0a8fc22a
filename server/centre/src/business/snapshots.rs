//! Dated snapshots of turnover and workers.

use chrono::NaiveDate;
use domain::{
    Refusal,
    access::{Permit, Role, act},
    business::{Evidence, SizeRule, SnapshotForm, size_class},
    ids::{BusinessId, SnapshotId},
    money::Rupiah,
    refusal::Problem,
    timeline::Happening,
};

use super::ground;
use crate::{
    Centre, Result, audit,
    db::{Conn, all, execute},
    timeline,
};

/// Every dated rule of size classes.
pub async fn size_rules(conn: &mut Conn) -> Result<Vec<SizeRule>> {
    let rows = all!(
        conn,
        (NaiveDate, String, Rupiah, Rupiah, Rupiah),
        "SELECT valid_from, source, micro_max, small_max, medium_max FROM size_rules ORDER BY valid_from",
    )?;
    Ok(rows
        .into_iter()
        .map(
            |(valid_from, source, micro_max, small_max, medium_max)| SizeRule {
                valid_from,
                source,
                micro_max,
                small_max,
                medium_max,
            },
        )
        .collect())
}

/// Notes turnover and workers of one date. That others' documents prove a figure, only staff may say.
pub async fn record_snapshot(
    centre: &Centre,
    permit: Permit<act::EditBusiness>,
    business: BusinessId,
    form: &SnapshotForm,
) -> Result<SnapshotId> {
    let zone = {
        let mut conn = centre.db.read().await?;
        ground(&mut conn, &permit, business).await?.zone
    };
    let figures = form.check(zone.date(centre.clock.now()))?;
    if figures.evidence == Evidence::Documents && permit.role() == Role::Entrepreneur {
        return Err(Refusal::field("evidence", Problem::NotAChoice).into());
    }
    centre
        .db
        .write((permit, business, SnapshotId::new(), figures), |tx, (permit, business, id, figures)| {
            Box::pin(async move {
                let ground = ground(tx, permit, *business).await?;
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO snapshots (id, business_id, centre_id, as_of, turnover, workers_women, workers_men, \
                     evidence, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                    *id, *business, ground.centre, figures.as_of, figures.turnover, figures.workers_women,
                    figures.workers_men, figures.evidence, permit.person(), now,
                )?;
                let rules = size_rules(tx).await?;
                let class = size_class(&rules, figures.as_of, figures.turnover, figures.evidence);
                let happening = Happening::Snapshot {
                    as_of: figures.as_of,
                    turnover: figures.turnover,
                    workers: figures.workers_women + figures.workers_men,
                    evidence: figures.evidence,
                    class: class.map(|verdict| verdict.class),
                };
                timeline::note(tx, *business, ground.centre, Some(permit.person()), &happening).await?;
                audit::did(tx, permit, "snapshot", id.0, figures.evidence).await?;
                Ok(*id)
            })
        })
        .await
}
