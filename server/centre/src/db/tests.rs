//! What the one door to two engines promises.

use std::time::Duration;

use domain::{Refusal, language::Language};

use super::{Json, all, execute, one};
use crate::{Centre, Error, both_engines};

async fn table(centre: &Centre) {
    centre
        .db
        .write((), |tx, ()| {
            Box::pin(async move {
                execute!(tx, "CREATE TABLE jars (id UUID PRIMARY KEY, label TEXT UNIQUE, price BIGINT, at TIMESTAMPTZ, language TEXT, facts TEXT)")?;
                Ok(())
            })
        })
        .await
        .unwrap();
}

async fn put(centre: &Centre, label: &str) -> crate::Result<()> {
    centre
        .db
        .write(label.to_owned(), |tx, label| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO jars (id, label, price, at, language, facts) VALUES ($1, $2, 500, $3, $4, $5)",
                    uuid::Uuid::now_v7(), label.as_str(), now, Language::En, Json(vec!["12"]),
                )?;
                if label == "refused" {
                    return Err(Refusal::AlreadyDone.into());
                }
                assert_ne!(label, "panic", "a closure that panics");
                Ok(())
            })
        })
        .await
}

async fn labels(centre: &Centre) -> Vec<String> {
    let mut conn = centre.db.read().await.unwrap();
    all!(conn, (String,), "SELECT label FROM jars ORDER BY label")
        .unwrap()
        .into_iter()
        .map(|(l,)| l)
        .collect()
}

both_engines! {
    async fn what_is_written_is_read_back_whole(centre) {
        table(&centre).await;
        put(&centre, "kopi").await.unwrap();
        let mut conn = centre.db.read().await.unwrap();
        let row = one!(
            conn,
            (String, i64, chrono::DateTime<chrono::Utc>, Language, Json<Vec<String>>),
            "SELECT label, price, at, language, facts FROM jars",
        ).unwrap();
        assert_eq!(row, ("kopi".into(), 500, centre.clock.now(), Language::En, Json(vec!["12".into()])));
    }

    async fn a_refusal_takes_back_its_own_rows_and_nobody_elses(centre) {
        table(&centre).await;
        let (kept, refused, other) = tokio::join!(put(&centre, "a"), put(&centre, "refused"), put(&centre, "b"));
        kept.unwrap();
        other.unwrap();
        assert!(matches!(refused, Err(Error::Refused(Refusal::AlreadyDone))));
        assert_eq!(labels(&centre).await, ["a", "b"]);
    }

    async fn a_panic_inside_a_write_is_a_fault_and_the_writer_lives_on(centre) {
        table(&centre).await;
        assert!(matches!(put(&centre, "panic").await, Err(Error::Fault(_))));
        put(&centre, "after").await.unwrap();
        assert_eq!(labels(&centre).await, ["after"]);
    }

    async fn a_second_equal_label_is_seen_as_a_duplicate(centre) {
        table(&centre).await;
        put(&centre, "kopi").await.unwrap();
        assert!(put(&centre, "kopi").await.unwrap_err().is_duplicate());
    }

    async fn sixty_four_writers_at_once_lose_nothing(centre) {
        table(&centre).await;
        let writers = (0..64).map(|n| {
            let centre = centre.clone();
            tokio::spawn(async move { put(&centre, &format!("{n:02}")).await })
        });
        for done in futures::future::join_all(writers).await {
            done.unwrap().unwrap();
        }
        assert_eq!(labels(&centre).await.len(), 64);
    }

    async fn a_caller_who_gives_up_does_not_undo_the_write(centre) {
        table(&centre).await;
        let _ = tokio::time::timeout(Duration::from_nanos(1), put(&centre, "left")).await;
        put(&centre, "next").await.unwrap();
        assert!(labels(&centre).await.contains(&"next".to_owned()));
    }

    async fn counters_raised_by_many_at_once_count_everyone(centre) {
        table(&centre).await;
        put(&centre, "till").await.unwrap();
        let raise = |centre: Centre| async move {
            centre.db.write((), |tx, ()| Box::pin(async move {
                let (price,) = one!(tx, (i64,), "SELECT price FROM jars WHERE label = 'till'")?;
                execute!(tx, "UPDATE jars SET price = $1 WHERE label = 'till'", price + 1)?;
                Ok(())
            })).await
        };
        let raisers = (0..12).map(|_| tokio::spawn(raise(centre.clone())));
        for done in futures::future::join_all(raisers).await {
            done.unwrap().unwrap();
        }
        let mut conn = centre.db.read().await.unwrap();
        assert_eq!(one!(conn, (i64,), "SELECT price FROM jars").unwrap(), (512,));
    }
}
