//! What the desk of news asks of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{
    Refusal,
    ids::{CentreId, NewsId},
    news::{NewsForm, NewsPiece},
    place::Zone,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// All news of a centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPage {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub name: String,
    /// Its time.
    pub zone: Zone,
    /// The centres one may choose from.
    pub choices: Vec<(CentreId, String)>,
    /// The youngest first.
    pub pieces: Vec<NewsPiece>,
    /// The identity of a new one.
    pub fresh: NewsId,
    /// What a refused form kept.
    pub kept: Option<NewsForm>,
    /// Why something was refused.
    pub refusal: Option<Refusal>,
}

/// One piece of news as its writers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PiecePage {
    /// As it stands.
    pub piece: NewsPiece,
    /// The form: as it stands, or as it was refused.
    pub form: NewsForm,
    /// Why something was refused.
    pub refusal: Option<Refusal>,
}

#[cfg(feature = "ssr")]
async fn writing(
    news: NewsId,
) -> Answer<Option<domain::access::Permit<domain::access::act::WriteNews>>> {
    use crate::request::{Told, actor, centre};
    let place = {
        let mut conn = centre().db.read().await.told()?;
        centre::news::news_place(&mut conn, news).await.told()?
    };
    let actor = actor()?;
    let permit = place.map(|place| actor.may(domain::access::act::WriteNews, &place));
    permit.transpose().told()
}

#[cfg(feature = "ssr")]
async fn of_piece(news: NewsId) -> Answer<domain::access::Permit<domain::access::act::WriteNews>> {
    let permit = writing(news).await?;
    permit.ok_or_else(|| crate::request::refuse(Refusal::NotFound))
}

/// All news of a centre, public or not.
#[server(prefix = "/api", endpoint = "news/desk", input = server_fn::codec::GetUrl)]
pub async fn open_news_desk(#[server(default)] centre: Option<CentreId>) -> Answer<DeskPage> {
    use crate::request::{self, Told, draft};
    use domain::access::act;
    let (permit, here) = request::at(act::WriteNews, centre).await?;
    let pieces = centre::news::desk(&request::centre(), &permit)
        .await
        .told()?;
    let kept = draft::<NewsForm>("news").await;
    let acted = draft::<()>("act").await;
    let refusal = kept
        .as_ref()
        .and_then(|kept| kept.refusal.clone())
        .or(acted.and_then(|kept| kept.refusal));
    Ok(DeskPage {
        centre: here.id,
        name: here.name,
        zone: here.zone,
        choices: crate::centres::choices(act::WriteNews).await?,
        pieces,
        fresh: NewsId::new(),
        kept: kept.map(|kept| kept.input),
        refusal,
    })
}

/// One piece of news, public or not.
#[server(prefix = "/api", endpoint = "news/piece", input = server_fn::codec::GetUrl)]
pub async fn open_piece(news: NewsId) -> Answer<PiecePage> {
    use crate::request::{self, Told, draft, refusal_of};
    let permit = of_piece(news).await?;
    let piece = centre::news::of_desk(&request::centre(), &permit, news)
        .await
        .told()?;
    let kept = draft::<NewsForm>("news").await;
    let refusal = match &kept {
        Some(kept) => kept.refusal.clone(),
        None => refusal_of(&["act", "news_photo"]).await,
    };
    let stands = NewsForm {
        title_id: piece.title.id.clone(),
        title_en: piece.title.en.clone(),
        text_id: piece.text.id.clone(),
        text_en: piece.text.en.clone(),
        alt: piece
            .photo
            .as_ref()
            .map(|one| one.alt.clone())
            .unwrap_or_default(),
    };
    Ok(PiecePage {
        form: kept.map_or(stands, |kept| kept.input),
        piece,
        refusal,
    })
}

/// Saves news, new ones at the centre named; then shows them again.
#[server(prefix = "/api", endpoint = "news/save")]
pub async fn save_news(
    #[server(default)] centre: Option<CentreId>,
    news: NewsId,
    #[server(default)] form: NewsForm,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let known = writing(news).await?;
    let page = format!("/kelola/kabar/{news}");
    let back = match known {
        Some(_) => page.clone(),
        None => "/kelola/kabar".to_owned(),
    };
    let permit = match known {
        Some(permit) => permit,
        None => request::at(domain::access::act::WriteNews, centre).await?.0,
    };
    let outcome = centre::news::save_news(&request::centre(), permit, news, &form).await;
    end_form("news", &back, &form, outcome, |()| page).await
}

/// Shows news to the public, or withdraws them.
#[server(prefix = "/api", endpoint = "news/publish")]
pub async fn publish_news(news: NewsId, public: bool) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = of_piece(news).await?;
    let outcome = centre::news::publish_news(&request::centre(), permit, news, public).await;
    let page = format!("/kelola/kabar/{news}");
    end_form("act", &page, &(), outcome, |()| page.clone()).await
}

/// Takes the photo off the news.
#[server(prefix = "/api", endpoint = "news/drop_photo")]
pub async fn drop_news_photo(news: NewsId) -> Answer<()> {
    use crate::request::{self, end_form};
    let permit = of_piece(news).await?;
    let outcome = centre::news::drop_news_photo(&request::centre(), permit, news).await;
    let page = format!("/kelola/kabar/{news}");
    end_form("act", &page, &(), outcome, |()| page.clone()).await
}
