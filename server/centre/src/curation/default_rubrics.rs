//! The rubrics a centre begins with, one a family of products; its managers write later versions.

use std::collections::HashMap;

use domain::{
    curation::Category,
    ids::{CentreId, CriterionId},
    language::Bilingual,
    review::{Bands, Criterion, CriterionKind},
    tasks::ClinicLine,
};
use serde::Deserialize;

use crate::{
    Centre, Fault, Result,
    db::{Tx, execute, maybe},
    review,
};

#[derive(Deserialize)]
struct File {
    categories: HashMap<Category, Vec<String>>,
    lines: HashMap<String, Line>,
}

/// A criterion as the file writes it: pairs are Indonesian and English, the key is its name before the dot.
#[derive(Deserialize)]
struct Line {
    kind: CriterionKind,
    weight: i64,
    clinic: ClinicLine,
    title: (String, String),
    hint: (String, String),
    labels: Vec<(String, String)>,
    advice: (String, String),
}

fn both((id, en): &(String, String)) -> Bilingual {
    Bilingual::new(id, en)
}

/// The criteria of a family of products, as shipped.
pub(super) fn shipped(category: Category) -> Result<Vec<Criterion>> {
    let file: File = serde_json::from_str(include_str!("../../reference/rubrics.json"))?;
    let names = file
        .categories
        .get(&category)
        .ok_or_else(|| Fault::new("a family without a rubric"))?;
    names
        .iter()
        .map(|name| {
            let line = file
                .lines
                .get(name)
                .ok_or_else(|| Fault::new(format!("no criterion {name}")))?;
            Ok(Criterion {
                id: CriterionId::new(),
                key: name.split('.').next().unwrap_or(name).to_owned(),
                kind: line.kind,
                weight: line.weight,
                title: both(&line.title),
                hint: both(&line.hint),
                labels: line.labels.iter().map(both).collect(),
                advice: both(&line.advice),
                clinic_line: line.clinic,
            })
        })
        .collect()
}

/// Publishes the shipped rubric of every family for which the centre has none. Running it again changes nothing.
pub async fn ensure_default_rubrics(centre: &Centre, id: CentreId) -> Result<()> {
    centre
        .db
        .write(id, |tx, id| Box::pin(async move { ensure(tx, *id).await }))
        .await
}

pub(super) async fn ensure(tx: &mut Tx, centre: CentreId) -> Result<()> {
    for category in Category::ALL {
        let any = maybe!(
            tx,
            (i64,),
            "SELECT version FROM rubrics WHERE centre_id = $1 AND category = $2 AND published_at IS NOT NULL LIMIT 1",
            centre,
            *category,
        )?;
        if any.is_none() {
            let criteria = shipped(*category)?;
            let rubric = review::insert_rubric(
                tx,
                centre,
                category.as_str(),
                &Bands::default(),
                &criteria,
                None,
            )
            .await?;
            let now = tx.now();
            execute!(
                tx,
                "UPDATE rubrics SET published_at = $1 WHERE id = $2",
                now,
                rubric
            )?;
        }
    }
    Ok(())
}
