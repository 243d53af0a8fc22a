//! The gallery's memory follows every commit, its own process' and others'.

use std::time::{Duration, Instant};

use sqlx::{Connection, Executor, PgConnection, Row};

use super::{super::*, *};
use crate::{
    Db, both_engines,
    db::one,
    demo::scale,
    feed,
    testing::{Engine, fresh},
};

/// Waits until the shelf shows this many products, and says how long that took.
async fn until(centre: &Centre, total: usize) -> Duration {
    let begun = Instant::now();
    while crate::gallery::page(centre, &Filter::default())
        .await
        .unwrap()
        .total
        != total
    {
        assert!(begun.elapsed() < Duration::from_secs(5), "never {total}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    begun.elapsed()
}

async fn database(centre: &Centre) -> String {
    let mut conn = centre.db.read().await.unwrap();
    let (name,) = one!(conn, (String,), "SELECT CAST(current_database() AS TEXT)").unwrap();
    let base = std::env::var("TEST_POSTGRES_URL").unwrap();
    let (server, query) = base
        .split_once('?')
        .map_or((base.as_str(), String::new()), |(s, q)| {
            (s, format!("?{q}"))
        });
    format!("{}/{name}{query}", server.rsplit_once('/').unwrap().0)
}

/// The same database in what could be another process.
async fn elsewhere(centre: &Centre) -> Centre {
    let db = Db::open(&database(centre).await, centre.clock.clone())
        .await
        .unwrap();
    let gallery = Gallery::start(db.clone(), centre.clock.clone())
        .await
        .unwrap();
    Centre {
        db,
        gallery,
        ..centre.clone()
    }
}

both_engines! {
    async fn a_change_is_visible_within_a_second(centre) {
        let stall = songket(&centre).await;
        assert!(until(&centre, 1).await < Duration::from_secs(1));
        let submit = stall.owner.may(act::SubmitProduct, &stall.place(&centre).await).unwrap();
        business::delete_product(&centre, submit, stall.product).await.unwrap();
        assert!(until(&centre, 0).await < Duration::from_secs(1));
    }

    async fn a_gallery_that_starts_late_knows_everything(centre) {
        songket(&centre).await;
        let late = Gallery::start(centre.db.clone(), centre.clock.clone()).await.unwrap();
        let late = Centre { gallery: late, ..centre.clone() };
        assert_eq!(crate::gallery::page(&late, &Filter::default()).await.unwrap().total, 1);
        assert_eq!(crate::gallery::page(&late, &words("songket")).await.unwrap().total, 1);
    }

    async fn readers_among_many_writers_see_whole_shelves_and_end_with_the_truth(centre) {
        scale::fill(&centre, 40).await.unwrap();
        let total = shelf(&centre, &Filter::default()).await.total;
        let (graded,) = one!(centre.db.read().await.unwrap(), (i64,), "SELECT COUNT(*) FROM grades WHERE listed").unwrap();
        assert_eq!(total, graded as usize);
        let writers = (0..8).map(|n: i64| {
            let centre = centre.clone();
            tokio::spawn(async move {
                for round in 0..6 {
                    let price = 1_000 * (1 + n * 6 + round);
                    centre.db.write((n, price), |tx, (n, price)| Box::pin(async move {
                        let rows = crate::db::all!(tx, (ProductId,), "SELECT id FROM products ORDER BY id")?;
                        for (product,) in rows.into_iter().skip(*n as usize * 3).take(3) {
                            execute!(tx, "UPDATE products SET price = $1 WHERE id = $2", *price, product)?;
                            feed::note(tx, None, "product", product.0).await?;
                        }
                        Ok(())
                    })).await.unwrap();
                }
            })
        });
        let readers = (0..4).map(|_| {
            let centre = centre.clone();
            tokio::spawn(async move {
                for _ in 0..50 {
                    let shelf = crate::gallery::page(&centre, &Filter::default()).await.unwrap();
                    assert_eq!((shelf.total, shelf.cards.len()), (total, 24));
                }
            })
        });
        let tasks: Vec<_> = writers.chain(readers).collect();
        for done in futures::future::join_all(tasks).await {
            done.unwrap();
        }
        for price in [5_000, 20_000, 48_000] {
            let cheap = Filter { price_max: Some(domain::money::Rupiah(price)), ..Filter::default() };
            let (plain,) = one!(
                centre.db.read().await.unwrap(), (i64,),
                "SELECT COUNT(*) FROM products p JOIN grades g ON g.product_id = p.id WHERE g.listed AND p.price <= $1", price,
            ).unwrap();
            assert_eq!(shelf(&centre, &cheap).await.total, plain as usize);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_process_over_the_same_postgres_sees_a_change_within_a_second() {
    let here = fresh(Engine::Postgres).await;
    let there = elsewhere(&here).await;
    let stall = songket(&here).await;
    until(&there, 1).await;
    let submit = stall
        .owner
        .may(act::SubmitProduct, &stall.place(&here).await)
        .unwrap();
    let form = ProductForm {
        version: 1,
        name: "Kain Pelangi".into(),
        category: "fashion".into(),
        ..ProductForm::default()
    };
    business::save_product(&here, submit, stall.business, stall.product, &form)
        .await
        .unwrap();
    let begun = Instant::now();
    while crate::gallery::page(&there, &words("pelangi"))
        .await
        .unwrap()
        .total
        == 0
    {
        assert!(begun.elapsed() < Duration::from_secs(1), "too late");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// The transaction that begins first takes the higher number and commits first; the other one's lower number becomes
/// readable afterwards and must not be skipped.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_that_commits_late_is_never_skipped() {
    let centre = fresh(Engine::Postgres).await;
    let url = database(&centre).await;
    let mut early = PgConnection::connect(&url).await.unwrap();
    let mut late = PgConnection::connect(&url).await.unwrap();
    let insert = "INSERT INTO changes (entity, entity_id, at) VALUES ('product', gen_random_uuid(), now()) RETURNING number";
    early
        .execute("BEGIN; SELECT pg_current_xact_id()")
        .await
        .unwrap();
    late.execute("BEGIN; SELECT pg_current_xact_id()")
        .await
        .unwrap();
    let low: i64 = late.fetch_one(insert).await.unwrap().get(0);
    let high: i64 = early.fetch_one(insert).await.unwrap().get(0);
    assert!(low < high);
    early.execute("COMMIT").await.unwrap();

    let mut last = feed::Mark::default();
    let mut seen = Vec::new();
    let begun = Instant::now();
    while seen.len() < 2 {
        for change in feed::after(&centre.db, last, 10).await.unwrap() {
            last = change.mark;
            seen.push(change.mark.number);
        }
        if seen.len() == 1 {
            late.execute("COMMIT").await.unwrap();
        }
        assert!(
            begun.elapsed() < Duration::from_secs(10),
            "skipped: {seen:?}"
        );
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(seen, [high, low]);
}
