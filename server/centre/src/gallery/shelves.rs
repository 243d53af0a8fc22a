//! The shelves: one compact row for every product that stands in the gallery at a moment, filtered, counted and put in
//! order in memory. Derived from the stock; never older than the day it was filled for.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use domain::{
    business::ClaimKind,
    curation::Category,
    gallery::{Count, Facets, Filter, LEAD_STEPS, MOQ_STEPS, PAGE, PRICE_STEPS, PlaceCount, Sort},
    ids::ProductId,
    place::Zone,
    review::Grade,
};

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
}

/// One page of what was asked for.
pub(super) struct Found {
    pub slots: Vec<u32>,
    pub total: usize,
    pub facets: Facets,
    pub page: i64,
    pub pages: i64,
}

const CATEGORY: u8 = 1;
const PLACE: u8 = 2;
const GRADE: u8 = 4;
const PRICE: u8 = 8;
const WAIT: u8 = 16;
const MOQ: u8 = 32;
const CLAIMS: u8 = 64;

fn bit(claim: ClaimKind) -> u16 {
    1 << (claim as u16)
}

/// When the next civil day begins, anywhere in the country.
fn next_midnight(now: DateTime<Utc>) -> DateTime<Utc> {
    let midnight = |zone: &Zone| {
        let hours = match zone {
            Zone::Wib => 7,
            Zone::Wita => 8,
            Zone::Wit => 9,
        };
        let tomorrow = zone.date(now) + Days::new(1);
        Utc.from_utc_datetime(&tomorrow.and_time(NaiveTime::MIN)) - chrono::Duration::hours(hours)
    };
    Zone::ALL.iter().map(midnight).min().unwrap_or(now)
}

impl Shelves {
    /// Fills the shelves with what the stock may show at `now`.
    pub fn fill(stock: &Stock, now: DateTime<Utc>) -> Self {
        let mut shown: Vec<_> = stock
            .products
            .values()
            .filter(|product| product.ends_on >= product.zone.date(now))
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
                    regency: place.get(product.regency.as_str()).copied().unwrap_or(0),
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

/// A filter as bits and bounds.
struct Wanted {
    categories: u8,
    grades: u8,
    claims: u16,
    places: Option<Vec<bool>>,
    price: (i64, i64),
    lead_days: i64,
    moq: i64,
}

impl Wanted {
    fn new(filter: &Filter, regencies: &[Regency]) -> Self {
        let any = |bits: u8| if bits == 0 { u8::MAX } else { bits };
        let places = (!filter.places.is_empty()).then(|| {
            let named = |code: &String| filter.places.contains(code);
            regencies
                .iter()
                .map(|regency| named(&regency.code) || named(&regency.province))
                .collect()
        });
        Self {
            categories: any(filter
                .categories
                .iter()
                .fold(0, |bits, c| bits | 1 << (*c as u8))),
            grades: any(filter
                .grades
                .iter()
                .fold(0, |bits, g| bits | 1 << (*g as u8))),
            claims: filter
                .claims
                .iter()
                .fold(0, |bits, claim| bits | bit(*claim)),
            places,
            price: (
                filter.price_min.map_or(0, |p| p.0),
                filter.price_max.map_or(i64::MAX, |p| p.0),
            ),
            lead_days: filter.lead_days.unwrap_or(i64::MAX),
            moq: filter.moq.unwrap_or(i64::MAX),
        }
    }

    /// The kinds of filter that a row does not meet.
    fn missed(&self, row: &Row) -> u8 {
        let mut missed = 0;
        let mut ask = |met: bool, kind: u8| missed |= if met { 0 } else { kind };
        ask(self.categories & 1 << (row.category as u8) != 0, CATEGORY);
        ask(
            self.places
                .as_ref()
                .is_none_or(|wanted| wanted[usize::from(row.regency)]),
            PLACE,
        );
        ask(self.grades & 1 << (row.grade as u8) != 0, GRADE);
        ask((self.price.0..=self.price.1).contains(&row.price), PRICE);
        ask(row.lead_days <= self.lead_days, WAIT);
        ask(row.moq <= self.moq, MOQ);
        ask(row.claims & self.claims == self.claims, CLAIMS);
        missed
    }
}

/// Counts under way.
struct Tally {
    categories: [usize; Category::ALL.len()],
    grades: [usize; Grade::ALL.len()],
    claims: [usize; ClaimKind::ALL.len()],
    places: Vec<usize>,
    prices: [usize; PRICE_STEPS.len()],
    lead_days: [usize; LEAD_STEPS.len()],
    moq: [usize; MOQ_STEPS.len()],
}

impl Tally {
    fn new(regencies: usize) -> Self {
        Self {
            categories: Default::default(),
            grades: Default::default(),
            claims: Default::default(),
            places: vec![0; regencies],
            prices: Default::default(),
            lead_days: Default::default(),
            moq: Default::default(),
        }
    }

    /// A row counts for a facet when it meets every filter but the facet's own; for claims when it meets all.
    fn add(&mut self, row: &Row, missed: u8) {
        let only = |kind: u8| missed & !kind == 0;
        if only(CATEGORY) {
            self.categories[row.category as usize] += 1;
        }
        if only(PLACE)
            && let Some(count) = self.places.get_mut(usize::from(row.regency))
        {
            *count += 1;
        }
        if only(GRADE) {
            self.grades[row.grade as usize] += 1;
        }
        if only(PRICE) {
            step(&PRICE_STEPS, &mut self.prices, row.price);
        }
        if only(WAIT) {
            step(&LEAD_STEPS, &mut self.lead_days, row.lead_days);
        }
        if only(MOQ) {
            step(&MOQ_STEPS, &mut self.moq, row.moq);
        }
        if missed == 0 {
            let mut bits = row.claims;
            while bits != 0 {
                self.claims[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
    }

    fn facets(&self, filter: &Filter, regencies: &[Regency]) -> Facets {
        Facets {
            categories: counts(Category::ALL, &self.categories, &filter.categories),
            places: self.places(filter, regencies),
            grades: counts(Grade::ALL, &self.grades, &filter.grades),
            claims: counts(ClaimKind::ALL, &self.claims, &filter.claims),
            prices: steps(
                &PRICE_STEPS,
                &self.prices,
                filter.price_max.map(|price| price.0),
            ),
            lead_days: steps(&LEAD_STEPS, &self.lead_days, filter.lead_days),
            moq: steps(&MOQ_STEPS, &self.moq, filter.moq),
        }
    }

    fn places(&self, filter: &Filter, regencies: &[Regency]) -> Vec<PlaceCount> {
        let mut out: Vec<PlaceCount> = Vec::new();
        let mut province = usize::MAX;
        for (regency, count) in regencies.iter().zip(&self.places) {
            let begins = out
                .get(province)
                .is_none_or(|above| above.code != regency.province);
            if begins {
                province = out.len();
                out.push(PlaceCount {
                    code: regency.province.clone(),
                    name: regency.province_name.clone(),
                    count: 0,
                });
            }
            out[province].count += count;
            out.push(PlaceCount {
                code: regency.code.clone(),
                name: regency.name.clone(),
                count: *count,
            });
        }
        out.retain(|place| place.count > 0 || filter.places.contains(&place.code));
        out
    }
}

/// Counts a value at the first step it fits under.
fn step(steps: &[i64], tally: &mut [usize], value: i64) {
    if let Some(at) = steps.iter().position(|step| value <= *step) {
        tally[at] += 1;
    }
}

/// Counts of values, without empty ones that were not chosen.
fn counts<T: Copy + PartialEq>(values: &[T], tally: &[usize], chosen: &[T]) -> Vec<Count<T>> {
    values
        .iter()
        .zip(tally)
        .filter(|(value, count)| **count > 0 || chosen.contains(value))
        .map(|(value, count)| Count {
            value: *value,
            count: *count,
        })
        .collect()
}

/// Counts up to each step, without empty steps that were not chosen.
fn steps(steps: &[i64], tally: &[usize], chosen: Option<i64>) -> Vec<Count<i64>> {
    let mut sum = 0;
    let mut out = Vec::new();
    for (step, count) in steps.iter().zip(tally) {
        sum += count;
        if sum > 0 || chosen == Some(*step) {
            out.push(Count {
                value: *step,
                count: sum,
            });
        }
    }
    out
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
