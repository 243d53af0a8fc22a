//! Who reviews what: seats of entries are given to reviewers without a conflict, experts first, loads even.
//!
//! Every seat is added by the cheapest chain of exchanges (successive shortest paths over the reviewers), so the result
//! is the best there is: as many seats as can be filled, then as many experts as possible, then the least sum of
//! squared loads.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
};

/// Something to be reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<E, R> {
    /// Which.
    pub id: E,
    /// What one must know about to review it well.
    pub category: String,
    /// Who must not review it: conflicts of interest, and those who did already.
    pub barred: BTreeSet<R>,
    /// Seats to fill.
    pub seats: usize,
}

/// Somebody who reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer<R> {
    /// Who.
    pub id: R,
    /// What they know about.
    pub expertise: BTreeSet<String>,
    /// Reviews they have on their desk already.
    pub load: usize,
    /// The most they may have; `None` is no limit.
    pub cap: Option<usize>,
}

/// Why a seat stays empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is nobody to ask.
    NoReviewers,
    /// Everybody has a conflict, or reviews it already.
    AllBarred,
    /// Those who may are at their limit.
    AllFull,
}

/// What was found for one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating<E, R> {
    /// Which entry.
    pub id: E,
    /// Who reviews it.
    pub reviewers: Vec<R>,
    /// Why fewer than wanted, if so.
    pub short: Option<Reason>,
}

/// Experts missing, then growth of the sum of squared loads.
type Cost = (i64, i64);

fn plus(a: Cost, b: Cost) -> Cost {
    (a.0 + b.0, a.1 + b.1)
}

/// The best seating, sorted by entry. The same input and seed give the same result, in whatever order the input comes.
pub fn assign<E: Copy + Ord + Hash, R: Copy + Ord + Hash>(
    entries: &[Entry<E, R>],
    reviewers: &[Reviewer<R>],
    seed: u64,
) -> Vec<Seating<E, R>> {
    let mut drawn: Vec<&Entry<E, R>> = entries.iter().collect();
    drawn.sort_by_key(|entry| (lot(seed, entry.id), entry.id));
    let mut people: Vec<&Reviewer<R>> = reviewers.iter().collect();
    people.sort_by_key(|person| (lot(seed, person.id), person.id));
    let mut table = Table::new(&drawn, &people);
    let most = entries.iter().map(|entry| entry.seats).max().unwrap_or(0);
    // Seat by seat: when reviewers are scarce, every entry gets its first before any gets its second.
    for seat in 0..most {
        for (e, _) in drawn
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.seats > seat)
        {
            table.fill(e);
        }
    }
    let mut seatings: Vec<Seating<E, R>> = drawn
        .iter()
        .enumerate()
        .map(|(e, entry)| Seating {
            id: entry.id,
            reviewers: table.seated[e].iter().map(|&r| people[r].id).collect(),
            short: (table.seated[e].len() < entry.seats).then(|| table.reason(e)),
        })
        .collect();
    seatings.sort_by_key(|seating| seating.id);
    seatings
}

fn lot(seed: u64, id: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, id).hash(&mut hasher);
    hasher.finish()
}

struct Table {
    /// `None` where the reviewer is barred; else 1 when not an expert.
    price: Vec<Vec<Option<i64>>>,
    load: Vec<usize>,
    cap: Vec<usize>,
    seated: Vec<Vec<usize>>,
}

impl Table {
    fn new<E, R: Copy + Ord>(entries: &[&Entry<E, R>], people: &[&Reviewer<R>]) -> Self {
        let price = |entry: &Entry<E, R>, person: &Reviewer<R>| {
            (!entry.barred.contains(&person.id))
                .then(|| i64::from(!person.expertise.contains(&entry.category)))
        };
        Self {
            price: entries
                .iter()
                .map(|entry| people.iter().map(|person| price(entry, person)).collect())
                .collect(),
            load: people.iter().map(|person| person.load).collect(),
            cap: people
                .iter()
                .map(|person| person.cap.unwrap_or(usize::MAX))
                .collect(),
            seated: vec![Vec::new(); entries.len()],
        }
    }

    /// The price of seating `r` at `e`, if `r` may and does not sit there.
    fn price(&self, e: usize, r: usize) -> Option<i64> {
        self.price[e][r].filter(|_| !self.seated[e].contains(&r))
    }

    /// Fills one seat of `e` by the cheapest chain: `e` takes a reviewer, who hands another entry on, and so forth.
    fn fill(&mut self, e: usize) {
        let people = self.load.len();
        let mut best: Vec<Option<Cost>> = (0..people)
            .map(|r| self.price(e, r).map(|p| (p, 0)))
            .collect();
        let mut via: Vec<Option<(usize, usize)>> = vec![None; people];
        let exchanges = self.exchanges();
        for _ in 0..people {
            let mut better = false;
            for &(from, entry, to, cost) in &exchanges {
                if let Some(so_far) = best[from] {
                    let cost = plus(so_far, (cost, 0));
                    if best[to].is_none_or(|known| cost < known) && !leads(&via, from, to) {
                        best[to] = Some(cost);
                        via[to] = Some((from, entry));
                        better = true;
                    }
                }
            }
            if !better {
                break;
            }
        }
        let last = (0..people)
            .filter(|&r| self.load[r] < self.cap[r])
            .filter_map(|r| best[r].map(|cost| (plus(cost, (0, 2 * self.load[r] as i64 + 1)), r)))
            .min();
        let Some((_, last)) = last else { return };
        self.load[last] += 1;
        let mut to = last;
        while let Some((from, entry)) = via[to] {
            self.seated[entry].retain(|&r| r != from);
            self.seated[entry].push(to);
            to = from;
        }
        self.seated[e].push(to);
    }

    /// The cheapest entry that each reviewer could hand to each other: `(from, entry, to, cost)`.
    fn exchanges(&self) -> Vec<(usize, usize, usize, i64)> {
        let people = self.load.len();
        let mut cheapest: Vec<Option<(i64, usize)>> = vec![None; people * people];
        for (entry, seated) in self.seated.iter().enumerate() {
            for &from in seated {
                let gives_back = self.price[entry][from].unwrap_or(0);
                for to in 0..people {
                    if let Some(price) = self.price(entry, to) {
                        let offer = (price - gives_back, entry);
                        let slot = &mut cheapest[from * people + to];
                        if slot.is_none_or(|known| offer < known) {
                            *slot = Some(offer);
                        }
                    }
                }
            }
        }
        cheapest
            .into_iter()
            .enumerate()
            .filter_map(|(at, found)| {
                found.map(|(cost, entry)| (at / people, entry, at % people, cost))
            })
            .collect()
    }

    fn reason(&self, e: usize) -> Reason {
        if self.load.is_empty() {
            Reason::NoReviewers
        } else if (0..self.load.len()).all(|r| self.price(e, r).is_none()) {
            Reason::AllBarred
        } else {
            Reason::AllFull
        }
    }
}

/// Whether the chain that ends at `from` passes through `to`: a chain must not bite its tail.
fn leads(via: &[Option<(usize, usize)>], from: usize, to: usize) -> bool {
    let mut at = from;
    loop {
        if at == to {
            return true;
        }
        match via[at] {
            Some((before, _)) => at = before,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests;
