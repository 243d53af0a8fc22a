//! The makers behind the shelves, each with what stands there of theirs.

use std::collections::HashMap;

use domain::{
    curation::Category,
    gallery::{Count, PlaceCount},
    ids::{CentreId, ProductId},
    review::Grade,
};

use super::Shelves;

/// A maker and the slots of their products, the last curated first.
#[derive(Debug)]
pub(in crate::gallery) struct Stand {
    pub slots: Vec<u32>,
    pub categories: Vec<Category>,
    pub grade: Grade,
    /// Place in [`Shelves::regencies`].
    regency: u16,
}

impl Shelves {
    /// Every maker, by name.
    pub fn stands(&self) -> &[Stand] {
        self.stands.get_or_init(|| {
            let mut by_slug: HashMap<&str, Vec<u32>> = HashMap::new();
            for slot in 0..self.len() {
                by_slug
                    .entry(self.maker(slot).slug.as_str())
                    .or_default()
                    .push(slot);
            }
            let mut stands: Vec<Stand> = by_slug
                .into_values()
                .filter_map(|slots| self.stand(slots))
                .collect();
            stands.sort_by_cached_key(|stand| {
                let maker = self.maker(stand.slots[0]);
                (maker.name.to_lowercase(), maker.slug.clone())
            });
            stands
        })
    }

    fn stand(&self, slots: Vec<u32>) -> Option<Stand> {
        let rows = || slots.iter().map(|slot| self.row(*slot));
        let categories = Category::ALL
            .iter()
            .copied()
            .filter(|category| rows().any(|row| row.category == *category));
        Some(Stand {
            categories: categories.collect(),
            grade: rows().map(|row| row.grade).min()?,
            regency: rows().next()?.regency,
            slots,
        })
    }

    /// Whether a maker is of the centre, makes the family, and works in the place.
    pub fn stand_fits(
        &self,
        stand: &Stand,
        centre: Option<CentreId>,
        category: Option<Category>,
        place: Option<&str>,
    ) -> bool {
        let centre = centre.is_none_or(|centre| self.maker(stand.slots[0]).centre == centre);
        let category = category.is_none_or(|one| stand.categories.contains(&one));
        let regency = self.regencies.get(usize::from(stand.regency));
        let place = place.is_none_or(|code| {
            regency.is_some_and(|regency| regency.code == code || regency.province == code)
        });
        centre && category && place
    }

    /// Which stands the found products belong to, the best match first.
    pub fn stands_of(&self, matched: &[ProductId]) -> Vec<usize> {
        let of_slot: HashMap<u32, usize> = self
            .stands()
            .iter()
            .enumerate()
            .flat_map(|(place, stand)| stand.slots.iter().map(move |slot| (*slot, place)))
            .collect();
        let mut seen = vec![false; self.stands().len()];
        self.slots(matched)
            .into_iter()
            .filter_map(|slot| of_slot.get(&slot).copied())
            .filter(|place| !std::mem::replace(&mut seen[*place], true))
            .collect()
    }

    /// How many make each family.
    pub fn stands_by_category(&self) -> Vec<Count<Category>> {
        let count = |category: &Category| {
            let makes = |stand: &&Stand| stand.categories.contains(category);
            Count {
                value: *category,
                count: self.stands().iter().filter(makes).count(),
            }
        };
        let counts = Category::ALL.iter().map(count);
        counts.filter(|count| count.count > 0).collect()
    }

    /// How many work in each province and regency, a province followed by its regencies.
    pub fn stands_by_place(&self) -> Vec<PlaceCount> {
        let mut places: Vec<PlaceCount> = Vec::new();
        let mut province = None;
        for (place, regency) in self.regencies.iter().enumerate() {
            let here = |stand: &&Stand| usize::from(stand.regency) == place;
            let count = self.stands().iter().filter(here).count();
            if count == 0 {
                continue;
            }
            let line = |code: &str, name: &str, count| PlaceCount {
                code: code.to_owned(),
                name: name.to_owned(),
                count,
            };
            match province.filter(|at: &usize| places[*at].code == regency.province) {
                Some(at) => places[at].count += count,
                None => {
                    province = Some(places.len());
                    places.push(line(&regency.province, &regency.province_name, count));
                }
            }
            places.push(line(&regency.code, &regency.name, count));
        }
        places
    }
}
