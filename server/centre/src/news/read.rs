//! Reading news: the public's lists and pages, and the staff's desk.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Permit, Place, act},
    gallery::Picture,
    ids::{CentreId, NewsId},
    language::Bilingual,
    news::{NewsPage, NewsPiece, PAGE},
    place::{ProvinceCode, Zone},
};

use crate::{
    Centre, Result,
    centres::home,
    db::{Conn, Json, Sql, all, maybe, one},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: NewsId,
    centre: CentreId,
    centre_name: String,
    centre_slug: String,
    zone: Zone,
    slug: String,
    title: Json<Bilingual>,
    text: Json<Bilingual>,
    alt: String,
    by: String,
    published_at: Option<DateTime<Utc>>,
    hash: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    tint: Option<String>,
}

impl From<Row> for NewsPiece {
    fn from(row: Row) -> Self {
        let photo = row.hash.zip(row.tint).zip(row.width.zip(row.height));
        let alt = row.alt;
        Self {
            photo: photo.map(|((hash, tint), (width, height))| Picture {
                hash,
                width,
                height,
                tint,
                alt,
            }),
            id: row.id,
            centre: row.centre,
            centre_name: row.centre_name,
            centre_slug: row.centre_slug,
            zone: row.zone,
            slug: row.slug,
            title: row.title.0,
            text: row.text.0,
            by: row.by,
            published_at: row.published_at,
        }
    }
}

const PIECES: &str = "SELECT n.id, c.id AS centre, c.name AS centre_name, c.slug AS centre_slug, c.zone, n.slug, n.title, \
     n.text, n.alt, p.name AS by, n.published_at, m.hash, m.width, m.height, m.tint FROM news n \
     JOIN centres c ON c.id = n.centre_id JOIN people p ON p.id = n.written_by LEFT JOIN media m ON m.id = n.photo_id WHERE ";

async fn pieces(conn: &mut Conn, sql: &Sql) -> Result<Vec<NewsPiece>> {
    let rows: Vec<Row> = sql.all(conn).await?;
    Ok(rows.into_iter().map(NewsPiece::from).collect())
}

/// One page of everybody's news, the youngest first. A page beyond the last shows the last.
pub async fn page(centre: &Centre, page: i64) -> Result<NewsPage> {
    let mut conn = centre.db.read().await?;
    let (total,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM news WHERE published_at IS NOT NULL"
    )?;
    let pages = ((total + PAGE - 1) / PAGE).max(1);
    let page = page.clamp(1, pages);
    let mut sql = Sql::new(PIECES);
    sql.push("n.published_at IS NOT NULL ORDER BY n.published_at DESC, n.id DESC LIMIT ")
        .bind(PAGE)
        .push(" OFFSET ")
        .bind((page - 1) * PAGE);
    Ok(NewsPage {
        pieces: pieces(&mut conn, &sql).await?,
        page,
        pages,
    })
}

/// The youngest news of one centre.
pub async fn latest(centre: &Centre, of: CentreId, most: i64) -> Result<Vec<NewsPiece>> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(PIECES);
    sql.push("n.published_at IS NOT NULL AND n.centre_id = ")
        .bind(of)
        .push(" ORDER BY n.published_at DESC, n.id DESC LIMIT ")
        .bind(most);
    pieces(&mut conn, &sql).await
}

/// The news with this part of an address, while it is public.
pub async fn news(centre: &Centre, slug: &str) -> Result<NewsPiece> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(PIECES);
    sql.push("n.published_at IS NOT NULL AND n.slug = ")
        .bind(slug);
    let piece = pieces(&mut conn, &sql).await?.pop();
    Ok(piece.ok_or(Refusal::NotFound)?)
}

/// Every public part of an address, for search engines.
pub async fn public_slugs(centre: &Centre) -> Result<Vec<String>> {
    let rows = all!(
        centre.db.read().await?,
        (String,),
        "SELECT slug FROM news WHERE published_at IS NOT NULL ORDER BY slug",
    )?;
    Ok(rows.into_iter().map(|(slug,)| slug).collect())
}

/// Which centre keeps a piece of news; `None` when there is none.
pub async fn news_place(conn: &mut Conn, id: NewsId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (CentreId, ProvinceCode),
        "SELECT c.id, c.province_code FROM news n JOIN centres c ON c.id = n.centre_id WHERE n.id = $1",
        id,
    )?;
    Ok(row.map(|(centre, province)| Place {
        owner: None,
        centre,
        province,
    }))
}

/// All news of the permit's centre, public or not, the youngest first; at most 100.
pub async fn desk(centre: &Centre, permit: &Permit<act::WriteNews>) -> Result<Vec<NewsPiece>> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(PIECES);
    sql.push("n.centre_id = ")
        .bind(home(permit)?)
        .push(" ORDER BY n.created_at DESC, n.id DESC LIMIT 100");
    pieces(&mut conn, &sql).await
}

/// One piece of the permit's centre, public or not.
pub async fn of_desk(
    centre: &Centre,
    permit: &Permit<act::WriteNews>,
    id: NewsId,
) -> Result<NewsPiece> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(PIECES);
    sql.push("n.centre_id = ")
        .bind(home(permit)?)
        .push(" AND n.id = ")
        .bind(id.0);
    let piece = pieces(&mut conn, &sql).await?.pop();
    Ok(piece.ok_or(Refusal::NotFound)?)
}
