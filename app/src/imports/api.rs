//! What the pages of lists ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    ids::{CentreId, ImportId, ImportRowId},
    imports::{Import, ImportRow, MendForm, Verdict},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Answer, business::api::District};

/// The lists of a centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportsPage {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// The youngest first.
    pub lists: Vec<Import>,
    /// Why the last file was refused.
    pub refusal: Option<Refusal>,
}

/// One list, and a page of its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPage {
    /// Which centre.
    pub centre: CentreId,
    /// The list.
    pub list: Import,
    /// Whose rows are shown; all without it.
    pub verdict: Option<Verdict>,
    /// The rows.
    pub rows: Vec<ImportRow>,
    /// The page, from 1.
    pub page: i64,
    /// How many there are.
    pub pages: i64,
    /// Why something was refused.
    pub refusal: Option<Refusal>,
    /// Files that were taken back and files that stayed, a moment ago.
    pub undone: Option<(i64, i64)>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPage {
    /// Which centre.
    pub centre: CentreId,
    /// The list.
    pub list: Import,
    /// The row.
    pub row: ImportRow,
    /// Its fields, as they stand or as they were refused.
    pub form: MendForm,
    /// Why they were refused.
    pub refusal: Option<Refusal>,
    /// Districts to choose from.
    pub districts: Vec<District>,
}

/// The address of a list.
pub fn address(import: ImportId) -> String {
    format!("/impor/{import}")
}

/// The address of a row.
pub fn row_address(import: ImportId, row: ImportRowId) -> String {
    format!("/impor/{import}/baris/{row}")
}

/// The lists of a centre.
#[server(prefix = "/api", endpoint = "imports/lists", input = server_fn::codec::GetUrl)]
pub async fn open_imports(#[server(default)] centre: Option<CentreId>) -> Answer<ImportsPage> {
    use crate::request::{self, Told, refusal_of};
    let (permit, here) = request::at(domain::access::act::ImportLists, centre).await?;
    Ok(ImportsPage {
        centre: here.id,
        centre_name: here.name,
        lists: centre::imports::list(&request::centre(), &permit)
            .await
            .told()?,
        refusal: refusal_of(&["list"]).await,
    })
}

/// One list.
#[server(prefix = "/api", endpoint = "imports/list", input = server_fn::codec::GetUrl)]
pub async fn open_import(
    #[server(default)] centre: Option<CentreId>,
    import: ImportId,
    #[server(default)] verdict: String,
    #[server(default)] page: i64,
    #[server(default)] draf: String,
) -> Answer<ImportPage> {
    use centre::imports::{PER_PAGE, Page};

    use crate::request::{self, Told, draft, refusal_of};
    let _ = draf; // `draft` finds it in the address.
    let (permit, here) = request::at(domain::access::act::ImportLists, centre).await?;
    let shop = request::centre();
    let list = centre::imports::one(&shop, &permit, import).await.told()?;
    let verdict = verdict.parse().ok();
    let page = page.max(1);
    let rows = Page::open(&shop, &list, verdict, page).await.told()?;
    Ok(ImportPage {
        centre: here.id,
        verdict,
        pages: (rows.all + PER_PAGE - 1) / PER_PAGE,
        rows: rows.rows,
        page,
        list,
        refusal: refusal_of(&["act"]).await,
        undone: draft::<(i64, i64)>("undone").await.map(|kept| kept.input),
    })
}

/// One row.
#[server(prefix = "/api", endpoint = "imports/row", input = server_fn::codec::GetUrl)]
pub async fn open_row(
    #[server(default)] centre: Option<CentreId>,
    import: ImportId,
    row: ImportRowId,
) -> Answer<RowPage> {
    use crate::request::{self, Told, draft};
    let (permit, here) = request::at(domain::access::act::ImportLists, centre).await?;
    let shop = request::centre();
    let list = centre::imports::one(&shop, &permit, import).await.told()?;
    let row = centre::imports::row(&shop, import, row).await.told()?;
    let kept = draft::<MendForm>("mend").await;
    let (form, refusal) = match kept {
        Some(kept) => (kept.input, kept.refusal),
        None => (
            MendForm::of(&row.facts),
            request::refusal_of(&["act"]).await,
        ),
    };
    Ok(RowPage {
        centre: here.id,
        list,
        row,
        form,
        refusal,
        districts: crate::business::api::districts_of(&here.province_code).await?,
    })
}

/// Mends a row.
#[server(prefix = "/api", endpoint = "imports/mend")]
pub async fn mend_row(
    #[server(default)] centre: Option<CentreId>,
    import: ImportId,
    row: ImportRowId,
    #[server(default)] form: MendForm,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, _) = request::at(domain::access::act::ImportLists, centre).await?;
    let outcome = centre::imports::mend(&request::centre(), permit, import, row, &form).await;
    let back = row_address(import, row);
    end_form("mend", &back, &form, outcome, |()| back.clone()).await
}

/// Takes a row over though it looks like another, or leaves it out.
#[server(prefix = "/api", endpoint = "imports/settle")]
pub async fn settle_row(
    #[server(default)] centre: Option<CentreId>,
    import: ImportId,
    row: ImportRowId,
    #[server(default)] take: bool,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, _) = request::at(domain::access::act::ImportLists, centre).await?;
    let outcome = centre::imports::settle(&request::centre(), permit, import, row, take).await;
    let back = row_address(import, row);
    end_form("act", &back, &(), outcome, |()| back.clone()).await
}

/// Opens files for the rows that wait.
#[server(prefix = "/api", endpoint = "imports/apply")]
pub async fn apply_import(
    #[server(default)] centre: Option<CentreId>,
    import: ImportId,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, _) = request::at(domain::access::act::ImportLists, centre).await?;
    let outcome = centre::imports::apply(&request::centre(), permit, import).await;
    let back = address(import);
    end_form("act", &back, &(), outcome, |_| back.clone())
        .await
        .map(drop)
}

/// Takes a list back.
#[server(prefix = "/api", endpoint = "imports/undo")]
pub async fn undo_import(
    #[server(default)] centre: Option<CentreId>,
    import: ImportId,
) -> Answer<()> {
    use domain::ids::DraftId;

    use crate::request::{self, Told, end_form};
    let (permit, _) = request::at(domain::access::act::ImportLists, centre).await?;
    let (shop, clerk, id) = (request::centre(), permit.person(), DraftId::new());
    let outcome = centre::imports::undo(&shop, permit, import).await;
    if let Ok(undone) = &outcome {
        let said = (undone.gone, undone.kept);
        centre::drafts::keep(&shop.db, id, Some(clerk), "undone", &said, None)
            .await
            .told()?;
    }
    let back = address(import);
    end_form("act", &back, &(), outcome, |_| format!("{back}?draf={id}"))
        .await
        .map(drop)
}
