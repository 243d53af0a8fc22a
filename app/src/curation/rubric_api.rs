//! What the pages of rubrics and of curators' expertise ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

#[cfg(feature = "ssr")]
use domain::curation::Category;
use domain::{
    Refusal,
    curation::CuratorLine,
    ids::{CentreId, PersonId, RubricId},
    place::Zone,
    review::{Rubric, RubricLine},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::rubric_form::RubricInput;
use crate::Answer;

/// Every version of every rubric of a centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RubricsPage {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// Its time.
    pub zone: Zone,
    /// By family, the newest version first.
    pub rubrics: Vec<RubricLine>,
    /// Why something was refused.
    pub refusal: Option<Refusal>,
}

/// One version, and what a refused post of it kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RubricPage {
    /// As it stands.
    pub rubric: Rubric,
    /// The time of the centre.
    pub zone: Zone,
    /// The form: as it stands, or as it was refused.
    pub form: RubricInput,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
}

/// The curators of a centre and what they know about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpertisePage {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// Its curators.
    pub curators: Vec<CuratorLine>,
    /// Why something was refused.
    pub refusal: Option<Refusal>,
}

/// The rubrics of a centre: of the one named, else of the actor's first.
#[server(prefix = "/api", endpoint = "curation/rubrics", input = server_fn::codec::GetUrl)]
pub async fn list_rubrics(#[server(default)] centre: Option<CentreId>) -> Answer<RubricsPage> {
    use crate::request::{self, Told, refusal_of};
    let (permit, here) = request::at(domain::access::act::EditRubric, centre).await?;
    let rubrics = centre::curation::rubrics(&request::centre(), &permit)
        .await
        .told()?;
    Ok(RubricsPage {
        centre: here.id,
        centre_name: here.name,
        zone: here.zone,
        rubrics,
        refusal: refusal_of(&["act"]).await,
    })
}

/// Begins the next version of a family: a copy of `from`, or an empty one.
#[server(prefix = "/api", endpoint = "curation/begin_rubric")]
pub async fn begin_rubric(
    #[server(default)] centre: Option<CentreId>,
    category: String,
    #[server(default)] from: Option<RubricId>,
) -> Answer<RubricId> {
    use centre::curation;
    use domain::{
        refusal::Problem,
        review::{Bands, RubricDraft},
    };

    use crate::request::{self, Told, end_form};
    let (permit, _) = request::at(domain::access::act::EditRubric, centre).await?;
    let centre = request::centre();
    let copied = match from {
        Some(from) => Some(curation::load_rubric(&centre, &permit, from).await.told()?),
        None => None,
    };
    let known = category.parse::<Category>();
    let draft = RubricDraft {
        id: None,
        category: copied.as_ref().map_or(category, |old| old.category.clone()),
        bands: copied.as_ref().map_or(Bands::default(), |old| old.bands),
        criteria: copied.map(|old| old.criteria).unwrap_or_default(),
    };
    let outcome = match known {
        Ok(_) => curation::save_draft_rubric(&centre, permit, draft).await,
        Err(_) => Err(Refusal::field("category", Problem::NotAChoice).into()),
    };
    end_form("act", "/rubrik", &(), outcome, |id| format!("/rubrik/{id}")).await
}

/// One version whole.
#[server(prefix = "/api", endpoint = "curation/rubric", input = server_fn::codec::GetUrl)]
pub async fn open_rubric(rubric: RubricId) -> Answer<RubricPage> {
    use crate::request::{self, Told, draft};
    let permit = super::permits::write(rubric).await?;
    let zone = super::permits::zone(&permit).await?;
    let shown = centre::curation::load_rubric(&request::centre(), &permit, rubric)
        .await
        .told()?;
    let kept = draft::<RubricInput>("rubric").await;
    let (form, refusal) = match kept {
        Some(kept) => (kept.input, kept.refusal),
        None => (RubricInput::of(&shown), None),
    };
    Ok(RubricPage {
        rubric: shown,
        zone,
        form,
        refusal,
    })
}

/// Saves a draft after doing with its rows what the button asks; `publish` publishes it too.
#[server(prefix = "/api", endpoint = "curation/save_rubric")]
pub async fn save_rubric(
    rubric: RubricId,
    #[server(default)] form: RubricInput,
    #[server(default)] go: String,
) -> Answer<()> {
    use centre::curation;

    use super::rubric_form::Press;
    use crate::request::{self, Told, end_form};
    let permit = super::permits::write(rubric).await?;
    let centre = request::centre();
    let category = curation::load_rubric(&centre, &permit, rubric)
        .await
        .told()?
        .category;
    let press = Press::read(&go);
    let mut form = form;
    form.arrange(press);
    let mut outcome = match form.read(rubric, &category) {
        Ok(draft) => curation::save_draft_rubric(&centre, permit.clone(), draft)
            .await
            .map(drop),
        Err(refusal) => Err(refusal.into()),
    };
    if outcome.is_ok() && press == Press::Publish {
        outcome = curation::publish_rubric(&centre, permit, rubric).await;
    }
    let page = format!("/rubrik/{rubric}");
    let there = match press {
        Press::Publish => "/rubrik".to_owned(),
        Press::Up(at) => format!("{page}#k{}", at.saturating_sub(1)),
        Press::Down(at) => format!("{page}#k{}", at.saturating_add(1)),
        Press::Add => format!("{page}#k{}", form.lines.len().saturating_sub(1)),
        Press::Save | Press::Remove(_) => page.clone(),
    };
    end_form("rubric", &page, &form, outcome, |()| there).await
}

/// Who curates at a centre and what they know about.
#[server(prefix = "/api", endpoint = "curation/curators", input = server_fn::codec::GetUrl)]
pub async fn list_curators(#[server(default)] centre: Option<CentreId>) -> Answer<ExpertisePage> {
    use crate::request::{self, Told, refusal_of};
    let (permit, here) = request::at(domain::access::act::ManageRounds, centre).await?;
    let curators = centre::curation::curators(&request::centre(), &permit)
        .await
        .told()?;
    Ok(ExpertisePage {
        centre: here.id,
        centre_name: here.name,
        curators,
        refusal: refusal_of(&["act"]).await,
    })
}

/// What a curator knows about.
#[server(prefix = "/api", endpoint = "curation/set_expertise")]
pub async fn set_expertise(
    #[server(default)] centre: Option<CentreId>,
    person: PersonId,
    #[server(default)] categories: Vec<String>,
) -> Answer<()> {
    use domain::refusal::Problem;

    use crate::request::{self, end_form};
    let (permit, _) = request::at(domain::access::act::ManageRounds, centre).await?;
    let known = categories
        .iter()
        .all(|word| word.parse::<Category>().is_ok());
    let outcome = if known {
        centre::curation::set_expertise(&request::centre(), permit, person, categories).await
    } else {
        Err(Refusal::field("categories", Problem::NotAChoice).into())
    };
    end_form("act", "/kurator", &(), outcome, |()| "/kurator".to_owned()).await
}
