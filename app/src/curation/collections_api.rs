//! What the pages of collections ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

#[cfg(feature = "ssr")]
use domain::ids::ProductId;
use domain::{
    Refusal,
    gallery::{Card, CollectionForm, CollectionLine},
    ids::{CentreId, CollectionId},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// Products that a search offers, at most.
#[cfg(feature = "ssr")]
const OFFERED: usize = 12;

/// The collections that one may arrange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionsPage {
    /// The centre of a new one.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// The youngest first.
    pub collections: Vec<CollectionLine>,
    /// The identity of a new one, made where the form is opened.
    pub fresh: CollectionId,
    /// What a refused form kept.
    pub kept: CollectionForm,
    /// Why something was refused.
    pub refusal: Option<Refusal>,
}

/// One collection with its products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CollectionPage {
    /// As it stands.
    pub line: CollectionLine,
    /// The form: as it stands, or as it was refused.
    pub form: CollectionForm,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// Those of its products that stand in the gallery today, in order.
    pub cards: Vec<Card>,
    /// What was searched for.
    pub words: String,
    /// Products that fit and are not in it yet.
    pub offered: Vec<Card>,
}

/// Every collection that the signed-in person may arrange.
#[server(prefix = "/api", endpoint = "curation/collections", input = server_fn::codec::GetUrl)]
pub async fn list_collections(
    #[server(default)] centre: Option<CentreId>,
) -> Answer<CollectionsPage> {
    use crate::request::{self, Told, actor, draft};
    let (_, here) = request::at(domain::access::act::ManageCollections, centre).await?;
    let centre = request::centre();
    let collections = centre::gallery::arrangeable(&centre, &actor()?)
        .await
        .told()?;
    let kept = draft::<CollectionForm>("collection").await;
    let acted = draft::<()>("act").await;
    let refusal = kept
        .as_ref()
        .and_then(|kept| kept.refusal.clone())
        .or(acted.and_then(|kept| kept.refusal));
    Ok(CollectionsPage {
        centre: here.id,
        centre_name: here.name,
        collections,
        fresh: CollectionId::new(),
        kept: kept.map(|kept| kept.input).unwrap_or_default(),
        refusal,
    })
}

/// One collection, with what a search offers to put into it.
#[server(prefix = "/api", endpoint = "curation/collection", input = server_fn::codec::GetUrl)]
pub async fn open_collection(
    collection: CollectionId,
    #[server(default)] words: String,
) -> Answer<CollectionPage> {
    use centre::gallery;
    use domain::gallery::Filter;

    use crate::request::{self, Told, actor, draft, refuse};
    let permit = super::permits::arrange(collection).await?;
    let centre = request::centre();
    let lines = gallery::arrangeable(&centre, &actor()?).await.told()?;
    let (Some(_), Some(line)) = (permit, lines.into_iter().find(|line| line.id == collection))
    else {
        return Err(refuse(Refusal::NotFound));
    };
    let kept = draft::<CollectionForm>("collection").await;
    let refusal = kept.as_ref().and_then(|kept| kept.refusal.clone());
    let form = kept.map_or_else(
        || CollectionForm {
            title_id: line.title.id.clone(),
            title_en: line.title.en.clone(),
            intro_id: line.intro.id.clone(),
            intro_en: line.intro.en.clone(),
            products: line.products.clone(),
        },
        |kept| kept.input,
    );
    let cards = gallery::cards_of(&centre, &form.products).await.told()?;
    let filter = Filter {
        q: words.clone(),
        ..Filter::default()
    };
    let mut offered = gallery::page(&centre, &filter).await.told()?.cards;
    offered.retain(|card| !form.products.contains(&card.id));
    offered.truncate(OFFERED);
    Ok(CollectionPage {
        line,
        form,
        refusal,
        cards,
        words,
        offered,
    })
}

/// Does with the products what the button asks: `add-<id>`, `remove-<id>`, `up-<id>`, `down-<id>`.
#[cfg(feature = "ssr")]
fn arrange(products: &mut Vec<ProductId>, go: &str) {
    let Some((verb, which)) = go.split_once('-') else {
        return;
    };
    let Ok(product) = which.parse::<ProductId>() else {
        return;
    };
    let at = products.iter().position(|one| *one == product);
    match (verb, at) {
        ("add", None) => products.push(product),
        ("remove", Some(at)) => {
            products.remove(at);
        }
        ("up", Some(at)) if at > 0 => products.swap(at, at - 1),
        ("down", Some(at)) if at + 1 < products.len() => products.swap(at, at + 1),
        _ => {}
    }
}

/// Saves a collection, a new one at the centre named; then shows it again.
#[server(prefix = "/api", endpoint = "curation/save_collection")]
pub async fn save_collection(
    collection: CollectionId,
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] form: CollectionForm,
    #[server(default)] go: String,
    #[server(default)] words: String,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let known = super::permits::arrange(collection).await?;
    let is_new = known.is_none();
    let permit = match known {
        Some(permit) => permit,
        None => {
            request::at(domain::access::act::ManageCollections, centre)
                .await?
                .0
        }
    };
    let mut form = form;
    arrange(&mut form.products, &go);
    let outcome =
        centre::gallery::save_collection(&request::centre(), permit, collection, &form).await;
    let search = domain::gallery::Filter {
        q: words,
        ..domain::gallery::Filter::default()
    }
    .query();
    let page = format!("/kelola/koleksi/{collection}");
    let back = if is_new {
        "/kelola/koleksi"
    } else {
        page.as_str()
    };
    let next = if search.is_empty() {
        page.clone()
    } else {
        format!("{page}?{search}")
    };
    end_form("collection", back, &form, outcome, |()| next).await
}

/// Shows a collection to the public, or takes it back.
#[server(prefix = "/api", endpoint = "curation/publish_collection")]
pub async fn publish_collection(collection: CollectionId, public: bool) -> Answer<()> {
    use crate::request::{self, end_form, refuse};
    let Some(permit) = super::permits::arrange(collection).await? else {
        return Err(refuse(Refusal::NotFound));
    };
    let outcome =
        centre::gallery::publish_collection(&request::centre(), permit, collection, public).await;
    end_form("act", "/kelola/koleksi", &(), outcome, |()| {
        "/kelola/koleksi".to_owned()
    })
    .await
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn buttons_add_move_and_remove_products_and_what_cannot_be_changes_nothing() {
        let [a, b, c] = [ProductId::new(), ProductId::new(), ProductId::new()];
        let mut list = vec![a, b];
        arrange(&mut list, &format!("add-{c}"));
        arrange(&mut list, &format!("add-{c}"));
        assert_eq!(list, [a, b, c]);
        arrange(&mut list, &format!("up-{c}"));
        arrange(&mut list, &format!("down-{a}"));
        assert_eq!(list, [c, a, b]);
        arrange(&mut list, &format!("remove-{a}"));
        for nothing in [
            format!("up-{c}"),
            format!("remove-{a}"),
            "add-x".into(),
            "save".into(),
        ] {
            arrange(&mut list, &nothing);
        }
        assert_eq!(list, [c, b]);
    }
}
