//! The shelves: one compact row for every product that stands in the gallery at a moment, filtered, counted and put in
//! order in memory. Derived from the stock; never older than the day it was filled for.

mod counting;
mod makers;

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use chrono::{DateTime, Days, Utc};
use domain::{
    business::ClaimKind,
    curation::Category,
    gallery::{Facets, Filter, PAGE, Sort},
    ids::ProductId,
    place::Zone,
    review::Grade,
};

use self::counting::{Tally, Wanted};
pub(super) use self::makers::Stand;
use super::stock::{Maker, Regency, Stock};

/// One product, as small as filters allow.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub id: ProductId,
    pub category: Category,
    pub grade: Grade,
    /// Place in [`Shelves::regencies`].
    regency: u16,
    /// One bit a [`ClaimKind`], in the order of `ClaimKind::ALL`.
    claims: u16,
    score: i64,
    price: i64,
    pub lead_days: i64,
    pub moq: i64,
}

impl Row {
    /// Claims checked and in force.
    pub fn claims(&self) -> Vec<ClaimKind> {
        ClaimKind::ALL
            .iter()
            .copied()
            .filter(|kind| self.claims & bit(*kind) != 0)
            .collect()
    }
}

fn bit(claim: ClaimKind) -> u16 {
    1 << (claim as u16)
}

/// Every product that stands in the gallery from `from` until `until`.
#[derive(Debug)]
pub(super) struct Shelves {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// The last curated first.
    rows: Vec<Row>,
    makers: Vec<Arc<Maker>>,
    slots: HashMap<ProductId, u32>,
    regencies: Vec<Regency>,
    collections: HashMap<String, Vec<u32>>,
    by_grade: OnceLock<Vec<u32>>,
    by_price: OnceLock<Vec<u32>>,
    by_wait: OnceLock<Vec<u32>>,
    of_everything: OnceLock<Facets>,
    stands: OnceLock<Vec<Stand>>,
}

/// One page of what was asked for.
pub(super) struct Found {
    pub slots: Vec<u32>,
    pub total: usize,
    pub facets: Facets,
    pub page: i64,
    pub pages: i64,
}

/// When the next civil day begins, anywhere in the country.
fn next_midnight(now: DateTime<Utc>) -> DateTime<Utc> {
    let midnight = |zone: &Zone| zone.midnight(zone.date(now) + Days::new(1));
    Zone::ALL.iter().map(midnight).min().unwrap_or(now)
}

impl Shelves {
    /// Fills the shelves with what the stock may show at `now`.
    pub fn fill(stock: &Stock, now: DateTime<Utc>) -> Self {
        let mut shown: Vec<_> = stock
            .products
            .values()
            .filter(|product| product.ends_on >= product.zone.date(now))
            .filter(|product| stock.regencies.contains_key(&product.regency))
            .collect();
        shown.sort_unstable_by_key(|product| std::cmp::Reverse((product.granted_on, product.id)));

        let mut regencies: Vec<Regency> = stock.regencies.values().cloned().collect();
        regencies.sort_by(|a, b| {
            (&a.province_name, &a.province, &a.name, &a.code).cmp(&(
                &b.province_name,
                &b.province,
                &b.name,
                &b.code,
            ))
        });
        let place: HashMap<&str, u16> = (0..)
            .zip(&regencies)
            .map(|(n, regency)| (regency.code.as_str(), n))
            .collect();

        let rows: Vec<Row> = shown
            .iter()
            .map(|product| {
                let today = product.zone.date(now);
                let holding = product
                    .claims
                    .iter()
                    .filter(|(_, end)| end.is_none_or(|end| end >= today));
                Row {
                    id: product.id,
                    category: product.category,
                    grade: product.grade,
                    regency: place[product.regency.as_str()],
                    claims: holding.fold(0, |bits, (kind, _)| bits | bit(*kind)),
                    score: product.score,
                    price: product.price,
                    lead_days: product.lead_days,
                    moq: product.moq,
                }
            })
            .collect();
        let slots: HashMap<ProductId, u32> =
            (0..).zip(&rows).map(|(slot, row)| (row.id, slot)).collect();
        let collections = stock
            .collections
            .iter()
            .map(|(slug, products)| {
                (
                    slug.clone(),
                    products
                        .iter()
                        .filter_map(|id| slots.get(id).copied())
                        .collect(),
                )
            })
            .collect();
        Self {
            from: now,
            until: next_midnight(now),
            makers: shown.iter().map(|product| product.maker.clone()).collect(),
            rows,
            slots,
            regencies,
            collections,
            by_grade: OnceLock::new(),
            by_price: OnceLock::new(),
            by_wait: OnceLock::new(),
            of_everything: OnceLock::new(),
            stands: OnceLock::new(),
        }
    }

    /// Whether they were filled for the day of `now`.
    pub fn hold_at(&self, now: DateTime<Utc>) -> bool {
        self.from <= now && now < self.until
    }

    /// Products on the shelves; their slots are `0..len`, the last curated first.
    pub fn len(&self) -> u32 {
        self.rows.len() as u32
    }

    /// The row in a slot.
    pub fn row(&self, slot: u32) -> &Row {
        &self.rows[slot as usize]
    }

    /// Who made the product in a slot.
    pub fn maker(&self, slot: u32) -> &Maker {
        &self.makers[slot as usize]
    }

    /// The name of a row's regency.
    pub fn regency(&self, row: &Row) -> &str {
        self.regencies
            .get(usize::from(row.regency))
            .map_or("", |regency| &regency.name)
    }

    /// The slots of these products that stand in the gallery, in the order given.
    pub fn slots(&self, products: &[ProductId]) -> Vec<u32> {
        products
            .iter()
            .filter_map(|id| self.slots.get(id).copied())
            .collect()
    }

    /// The slots of a published collection, in the curators' order.
    pub fn collection(&self, slug: &str) -> &[u32] {
        self.collections.get(slug).map_or(&[], Vec::as_slice)
    }

    fn sorted<K: Ord>(&self, key: impl Fn(&Row) -> K) -> Vec<u32> {
        let mut slots: Vec<u32> = (0..self.rows.len() as u32).collect();
        // Stable: equal ones stay the last curated first.
        slots.sort_by_key(|slot| key(self.row(*slot)));
        slots
    }

    fn order(&self, sort: Sort) -> Box<dyn Iterator<Item = u32> + '_> {
        match sort {
            Sort::Newest => Box::new(0..self.rows.len() as u32),
            Sort::Grade => {
                let order = self
                    .by_grade
                    .get_or_init(|| self.sorted(|row| (row.grade, -row.score)));
                Box::new(order.iter().copied())
            }
            Sort::Cheapest | Sort::Dearest => {
                let order = self.by_price.get_or_init(|| self.sorted(|row| row.price));
                match sort {
                    Sort::Cheapest => Box::new(order.iter().copied()),
                    _ => Box::new(order.iter().rev().copied()),
                }
            }
            Sort::Soonest => {
                let order = self
                    .by_wait
                    .get_or_init(|| self.sorted(|row| row.lead_days));
                Box::new(order.iter().copied())
            }
        }
    }

    /// The page that was asked for. `matched` are the products that the words found, the best match first.
    pub fn find(&self, filter: &Filter, matched: Option<&[ProductId]>) -> Found {
        if filter.is_everything() {
            let facets = self
                .of_everything
                .get_or_init(|| self.count(filter, None).0)
                .clone();
            let (page, pages, skip) = paging(filter, self.rows.len());
            let slots = self
                .order(filter.sort)
                .skip(skip)
                .take(PAGE as usize)
                .collect();
            return Found {
                slots,
                total: self.rows.len(),
                facets,
                page,
                pages,
            };
        }
        let matched = matched.map(|products| self.slots(products));
        let arranged = filter
            .collection
            .as_deref()
            .map(|slug| self.collection(slug));
        let within = self.within(matched.as_deref(), arranged);
        let (facets, passing, total) = self.count(filter, within.as_deref());
        let (page, pages, skip) = paging(filter, total);
        let order: Box<dyn Iterator<Item = u32> + '_> = match (filter.sort, matched, arranged) {
            (Sort::Newest, Some(best_first), _) => Box::new(best_first.into_iter()),
            (Sort::Newest, None, Some(arranged)) => Box::new(arranged.iter().copied()),
            (sort, ..) => self.order(sort),
        };
        let slots = order
            .filter(|slot| passing[*slot as usize])
            .skip(skip)
            .take(PAGE as usize)
            .collect();
        Found {
            slots,
            total,
            facets,
            page,
            pages,
        }
    }

    /// Which rows words and collection leave; `None` when neither was asked for.
    fn within(&self, matched: Option<&[u32]>, arranged: Option<&[u32]>) -> Option<Vec<bool>> {
        let mut within: Option<Vec<bool>> = None;
        for slots in [matched, arranged].into_iter().flatten() {
            let mut next = vec![false; self.rows.len()];
            for slot in slots {
                let slot = *slot as usize;
                next[slot] = within.as_ref().is_none_or(|earlier| earlier[slot]);
            }
            within = Some(next);
        }
        within
    }

    /// Counts every facet and says which rows meet the whole filter, and how many.
    fn count(&self, filter: &Filter, within: Option<&[bool]>) -> (Facets, Vec<bool>, usize) {
        let wanted = Wanted::new(filter, &self.regencies);
        let mut tally = Tally::new(self.regencies.len());
        let mut passing = vec![false; self.rows.len()];
        let mut total = 0;
        for (slot, row) in self.rows.iter().enumerate() {
            if within.is_some_and(|within| !within[slot]) {
                continue;
            }
            let missed = wanted.missed(row);
            if missed == 0 {
                passing[slot] = true;
                total += 1;
            }
            tally.add(row, missed);
        }
        (tally.facets(filter, &self.regencies), passing, total)
    }
}

fn paging(filter: &Filter, total: usize) -> (i64, i64, usize) {
    let pages = (total as i64 + PAGE - 1) / PAGE;
    let pages = pages.max(1);
    let page = filter.page.clamp(1, pages);
    (page, pages, ((page - 1) * PAGE) as usize)
}
