//! Shelves that curators arrange and publish.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Actor, Permit, Place, act},
    gallery::{CollectionForm, CollectionLine, CollectionPage},
    ids::{CentreId, CollectionId, ProductId},
    language::Bilingual,
    place::ProvinceCode,
    refusal::Problem,
};

use super::{cards, stock::SHOWN};
use crate::{
    Centre, Result, audit,
    db::{Conn, Json, Sql, Tx, execute, maybe},
    feed,
    slugs::slugs,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: CollectionId,
    centre: CentreId,
    centre_name: String,
    slug: String,
    title: Json<Bilingual>,
    intro: Json<Bilingual>,
    published_at: Option<DateTime<Utc>>,
}

const COLLECTION: &str = "SELECT k.id, c.id AS centre, c.name AS centre_name, k.slug, k.title, k.intro, k.published_at \
     FROM collections k JOIN centres c ON c.id = k.centre_id WHERE ";

async fn lines(conn: &mut Conn, sql: &Sql) -> Result<Vec<CollectionLine>> {
    let rows: Vec<Row> = sql.all(conn).await?;
    let mut sql = Sql::new(
        "SELECT collection_id, product_id FROM collection_products WHERE collection_id IN ",
    );
    sql.list(rows.iter().map(|row| row.id.0))
        .push(" ORDER BY position, product_id");
    let arranged: Vec<(CollectionId, ProductId)> = sql.all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|row| CollectionLine {
            products: arranged
                .iter()
                .filter(|(collection, _)| *collection == row.id)
                .map(|(_, id)| *id)
                .collect(),
            id: row.id,
            centre: row.centre,
            centre_name: row.centre_name,
            slug: row.slug,
            title: row.title.0,
            intro: row.intro.0,
            published_at: row.published_at,
        })
        .collect())
}

/// The published collections with a product in the gallery today, the youngest first.
pub async fn collections(centre: &Centre) -> Result<Vec<CollectionLine>> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(COLLECTION);
    sql.push("k.published_at IS NOT NULL ORDER BY k.published_at DESC, k.id");
    let mut lines = lines(&mut conn, &sql).await?;
    let shelves = centre.gallery.shelves();
    lines.retain(|line| !shelves.slots(&line.products).is_empty());
    Ok(lines)
}

/// The collections that the actor may arrange, published or not.
pub async fn arrangeable(centre: &Centre, actor: &Actor) -> Result<Vec<CollectionLine>> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(COLLECTION);
    sql.within(
        &actor.scope(act::ManageCollections),
        "k.created_by",
        "k.centre_id",
    );
    sql.push(" ORDER BY k.created_at DESC, k.id");
    lines(&mut conn, &sql).await
}

/// A published collection with its products that stand in the gallery today.
pub async fn collection(centre: &Centre, slug: &str) -> Result<CollectionPage> {
    let mut conn = centre.db.read().await?;
    let mut sql = Sql::new(COLLECTION);
    sql.push("k.published_at IS NOT NULL AND k.slug = ")
        .bind(slug);
    let line = lines(&mut conn, &sql)
        .await?
        .pop()
        .ok_or(Refusal::NotFound)?;
    let shelves = centre.gallery.shelves();
    Ok(CollectionPage {
        products: cards::read(&mut conn, &shelves, &shelves.slots(&line.products)).await?,
        slug: line.slug,
        title: line.title,
        intro: line.intro,
        centre: line.centre_name,
    })
}

/// Which centre keeps a collection; `None` when there is none.
pub async fn collection_place(conn: &mut Conn, collection: CollectionId) -> Result<Option<Place>> {
    let row = maybe!(
        conn,
        (CentreId, ProvinceCode),
        "SELECT c.id, c.province_code FROM collections k JOIN centres c ON c.id = k.centre_id WHERE k.id = $1",
        collection,
    )?;
    Ok(row.map(|(centre, province)| Place {
        owner: None,
        centre,
        province,
    }))
}

/// Saves a collection of the permit's centre; the identity is made where the form is opened. Only products that may be
/// shown can be arranged. Its address stays when its title changes.
pub async fn save_collection(
    centre: &Centre,
    permit: Permit<act::ManageCollections>,
    collection: CollectionId,
    form: &CollectionForm,
) -> Result<()> {
    let arranged = form.check()?;
    centre
        .db
        .write((permit, collection, arranged), |tx, (permit, collection, arranged)| {
            Box::pin(async move {
                let home = permit.place().ok_or(Refusal::NotFound)?.centre;
                match collection_place(tx, *collection).await? {
                    None => add(tx, home, *collection, permit, &arranged.title).await?,
                    Some(place) if place.centre == home => {}
                    Some(_) => return Err(Refusal::NotFound.into()),
                }
                let mut sql = Sql::new("SELECT p.id");
                sql.push(SHOWN).push(" AND p.id IN ").list(arranged.products.iter().copied());
                let shown: Vec<(ProductId,)> = sql.all(tx).await?;
                if shown.len() != arranged.products.len() {
                    return Err(Refusal::field("products", Problem::NotAChoice).into());
                }
                execute!(
                    tx,
                    "UPDATE collections SET title = $1, intro = $2 WHERE id = $3",
                    Json(&arranged.title), Json(&arranged.intro), *collection,
                )?;
                execute!(tx, "DELETE FROM collection_products WHERE collection_id = $1", *collection)?;
                for (position, product) in arranged.products.iter().enumerate() {
                    execute!(
                        tx,
                        "INSERT INTO collection_products (collection_id, product_id, position) VALUES ($1, $2, $3)",
                        *collection, *product, position as i64,
                    )?;
                }
                feed::note(tx, Some(home), "collection", collection.0).await?;
                audit::did(tx, permit, "collection", collection.0, ()).await
            })
        })
        .await
}

async fn add(
    tx: &mut Tx,
    home: CentreId,
    collection: CollectionId,
    permit: &Permit<act::ManageCollections>,
    title: &Bilingual,
) -> Result<()> {
    let now = tx.now();
    for slug in slugs(&title.id, "koleksi", collection.0) {
        let added = execute!(
            tx,
            "INSERT INTO collections (id, centre_id, slug, title, intro, created_by, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (slug) DO NOTHING",
            collection,
            home,
            slug,
            Json(title),
            Json(Bilingual::default()),
            permit.person(),
            now,
        )?;
        if added > 0 {
            break;
        }
    }
    Ok(())
}

/// Shows a collection to the public, or takes it back. An empty one is not shown.
pub async fn publish_collection(
    centre: &Centre,
    permit: Permit<act::ManageCollections>,
    collection: CollectionId,
    public: bool,
) -> Result<()> {
    centre
        .db
        .write(
            (permit, collection, public),
            |tx, (permit, collection, public)| {
                Box::pin(async move {
                    let home = permit.place().ok_or(Refusal::NotFound)?.centre;
                    let filled = maybe!(
                        tx,
                        (ProductId,),
                        "SELECT product_id FROM collection_products WHERE collection_id = $1 LIMIT 1",
                        *collection,
                    )?;
                    if *public
                        && filled.is_none()
                        && collection_place(tx, *collection).await?.is_some_and(|place| place.centre == home)
                    {
                        return Err(Refusal::field("products", Problem::Missing).into());
                    }
                    let since = public.then_some(tx.now());
                    let changed = execute!(
                        tx,
                        "UPDATE collections SET published_at = $1 WHERE id = $2 AND centre_id = $3",
                        since,
                        *collection,
                        home,
                    )?;
                    if changed == 0 {
                        return Err(Refusal::NotFound.into());
                    }
                    feed::note(tx, Some(home), "collection", collection.0).await?;
                    audit::did(tx, permit, "collection", collection.0, public).await
                })
            },
        )
        .await
}
