//! Which rows meet a filter, and how many products each further choice would leave.

use domain::{
    business::ClaimKind,
    curation::Category,
    gallery::{Count, Facets, Filter, LEAD_STEPS, MOQ_STEPS, PRICE_STEPS, PlaceCount},
    review::Grade,
};

use super::{super::stock::Regency, Row, bit};

const CATEGORY: u8 = 1;
const PLACE: u8 = 2;
const GRADE: u8 = 4;
const PRICE: u8 = 8;
const WAIT: u8 = 16;
const MOQ: u8 = 32;
const CLAIMS: u8 = 64;

/// A filter as bits and bounds.
pub(super) struct Wanted {
    categories: u8,
    grades: u8,
    claims: u16,
    places: Option<Vec<bool>>,
    price: (i64, i64),
    lead_days: i64,
    moq: i64,
}

impl Wanted {
    pub fn new(filter: &Filter, regencies: &[Regency]) -> Self {
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
    pub fn missed(&self, row: &Row) -> u8 {
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
pub(super) struct Tally {
    categories: [usize; Category::ALL.len()],
    grades: [usize; Grade::ALL.len()],
    claims: [usize; ClaimKind::ALL.len()],
    places: Vec<usize>,
    prices: [usize; PRICE_STEPS.len()],
    lead_days: [usize; LEAD_STEPS.len()],
    moq: [usize; MOQ_STEPS.len()],
}

impl Tally {
    pub fn new(regencies: usize) -> Self {
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
    pub fn add(&mut self, row: &Row, missed: u8) {
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

    pub fn facets(&self, filter: &Filter, regencies: &[Regency]) -> Facets {
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
