//! The gallery's memory follows the change feed: shelves and word index are derived from the database, a moment behind
//! it, and can always be made again.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError, RwLock, Weak},
    time::Duration,
};

use chrono::{DateTime, Utc};
use domain::ids::ProductId;
use tokio::sync::watch;

use super::{
    shelves::Shelves,
    stock::{self, Stock},
};
use crate::{
    Clock, Db, Fault, Result,
    feed::{self, Mark},
    search::WordIndex,
};

/// How often the feed is asked although nothing was committed here: another process may have written.
const POLL: Duration = Duration::from_millis(300);
/// A breath between two looks, so that a burst of commits is read at once.
const BREATH: Duration = Duration::from_millis(20);
/// After a failure.
const REST: Duration = Duration::from_secs(1);
/// Changes read at once.
const BATCH: i64 = 2000;

/// Shelves and word index of one process. Cheap to clone; following ends with the last clone.
#[derive(Clone)]
pub struct Gallery(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Clock,
    stock: Mutex<Stock>,
    shelves: RwLock<Arc<Shelves>>,
    words: WordIndex,
    read: watch::Sender<Mark>,
}

impl Gallery {
    /// Reads everything that may be shown and begins to follow the feed.
    pub async fn start(db: Db, clock: Clock) -> Result<Self> {
        // The mark comes first: what is committed while everything is read is read once more.
        let mark = feed::head(&db).await?;
        let mut conn = db.read().await?;
        let mut stock = Stock {
            regencies: stock::regencies(&mut conn).await?,
            collections: stock::collections(&mut conn).await?,
            ..Stock::default()
        };
        let (products, words): (Vec<_>, Vec<_>) =
            stock::products(&mut conn, None).await?.into_iter().unzip();
        drop(conn);
        stock.products = products
            .into_iter()
            .map(|product| (product.id, product))
            .collect();
        let index = WordIndex::new()?;
        index.replace(Vec::new(), words).await?;
        let shelves = Shelves::fill(&stock, clock.now());
        let inner = Arc::new(Inner {
            db: db.clone(),
            clock,
            stock: Mutex::new(stock),
            shelves: RwLock::new(Arc::new(shelves)),
            words: index,
            read: watch::channel(mark).0,
        });
        tokio::spawn(follow(Arc::downgrade(&inner), db.commits()));
        Ok(Self(inner))
    }

    /// The shelves of this moment. When a new day began since they were filled, they are filled anew.
    pub(super) fn shelves(&self) -> Arc<Shelves> {
        let now = self.0.clock.now();
        let shelves = self.0.current();
        if shelves.hold_at(now) {
            shelves
        } else {
            self.0.of_today(now)
        }
    }

    /// The index of words.
    pub fn words(&self) -> &WordIndex {
        &self.0.words
    }

    /// Waits until every change committed before this call is on the shelves.
    pub async fn caught_up(&self) -> Result<()> {
        let newest = feed::newest(&self.0.db).await?;
        let mut read = self.0.read.subscribe();
        read.wait_for(|mark| *mark >= newest)
            .await
            .map_err(|_| Fault::new("the gallery no longer follows"))?;
        Ok(())
    }
}

impl Inner {
    fn current(&self) -> Arc<Shelves> {
        self.shelves
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Fills the shelves. Under the stock's lock, so that an older filling never replaces a younger one.
    fn refill(&self, stock: &Stock, now: DateTime<Utc>) -> Arc<Shelves> {
        let shelves = Arc::new(Shelves::fill(stock, now));
        *self.shelves.write().unwrap_or_else(PoisonError::into_inner) = shelves.clone();
        shelves
    }

    /// The shelves of a new day: the first reader fills them, the others wait for that.
    fn of_today(&self, now: DateTime<Utc>) -> Arc<Shelves> {
        let stock = self.stock.lock().unwrap_or_else(PoisonError::into_inner);
        let current = self.current();
        if current.hold_at(now) {
            current
        } else {
            self.refill(&stock, now)
        }
    }

    /// Reads one batch of changes and says whether there may be more.
    async fn catch_up(&self) -> Result<bool> {
        let last = *self.read.borrow();
        let changes = feed::after(&self.db, last, BATCH).await?;
        let Some(newest) = changes.last().map(|change| change.mark) else {
            return Ok(false);
        };
        let products: BTreeSet<ProductId> = changes
            .iter()
            .filter(|change| change.entity == "product")
            .map(|change| ProductId(change.entity_id))
            .collect();
        let collections = changes.iter().any(|change| change.entity == "collection");
        if !products.is_empty() || collections {
            self.renew(products.into_iter().collect(), collections)
                .await?;
        }
        self.read.send_replace(newest);
        Ok(changes.len() as i64 == BATCH)
    }

    async fn renew(&self, changed: Vec<ProductId>, collections: bool) -> Result<()> {
        let mut conn = self.db.read().await?;
        let mut shown = Vec::new();
        for some in changed.chunks(500) {
            shown.extend(stock::products(&mut conn, Some(some)).await?);
        }
        let collections = if collections {
            Some(stock::collections(&mut conn).await?)
        } else {
            None
        };
        drop(conn);
        let (products, words): (Vec<_>, Vec<_>) = shown.into_iter().unzip();
        self.words.replace(changed.clone(), words).await?;
        let mut stock = self.stock.lock().unwrap_or_else(PoisonError::into_inner);
        for product in &changed {
            stock.products.remove(product);
        }
        stock
            .products
            .extend(products.into_iter().map(|product| (product.id, product)));
        if let Some(collections) = collections {
            stock.collections = collections;
        }
        self.refill(&stock, self.clock.now());
        Ok(())
    }
}

async fn follow(gallery: Weak<Inner>, mut commits: watch::Receiver<u64>) {
    loop {
        let Some(inner) = gallery.upgrade() else {
            return;
        };
        let more = inner.catch_up().await;
        drop(inner);
        match more {
            Ok(true) => {}
            Ok(false) => {
                let _ = tokio::time::timeout(POLL, commits.changed()).await;
                tokio::time::sleep(BREATH).await;
            }
            Err(error) => {
                tracing::warn!(%error, "the gallery could not read the change feed");
                tokio::time::sleep(REST).await;
            }
        }
    }
}
