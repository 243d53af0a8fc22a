//! A province and its centres side by side.

use domain::{
    Refusal,
    centres::{CentreLine, ProvincePage},
    gallery::slug,
};

use super::{figures, list};
use crate::{Centre, Result};

/// The provinces that have a centre: name and part of an address.
pub async fn provinces(centre: &Centre) -> Result<Vec<(String, String)>> {
    let mut names: Vec<String> = list::lines(centre)
        .await?
        .into_iter()
        .map(|line| line.province)
        .collect();
    names.dedup();
    Ok(names
        .into_iter()
        .map(|name| (name.clone(), slug(&name)))
        .collect())
}

/// The centres of a province, by name, each with what is measured of it.
pub async fn province(centre: &Centre, at: &str) -> Result<ProvincePage> {
    let mut lines = list::lines(centre).await?;
    lines.retain(|line| slug(&line.province) == at);
    let name = lines.first().ok_or(Refusal::NotFound)?.province.clone();
    let ids: Vec<_> = lines.iter().map(|line| line.id).collect();
    let mut figures = figures(centre, &ids).await?;
    let centres = lines.into_iter().map(|line: CentreLine| {
        let own = figures.remove(&line.id).unwrap_or_default();
        (line, own)
    });
    Ok(ProvincePage {
        centres: centres.collect(),
        name,
        slug: at.to_owned(),
    })
}
