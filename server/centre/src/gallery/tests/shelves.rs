//! Filters, counts and order in memory equal what plain SQL says.

use std::collections::BTreeSet;

use domain::{
    business::ClaimKind,
    curation::Category,
    gallery::{Facets, LEAD_STEPS, MOQ_STEPS, PRICE_STEPS, Sort},
    money::Rupiah,
};

use super::{super::stock::SHOWN, *};
use crate::{both_engines, db::Sql, demo::scale};

/// A small generator, so that every run asks the same questions.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn some<T: Clone>(&mut self, of: &[T]) -> Vec<T> {
        let odds = 1 + self.roll(4);
        if self.roll(2) == 0 {
            Vec::new()
        } else {
            of.iter().filter(|_| self.roll(4) < odds).cloned().collect()
        }
    }

    fn filter(&mut self) -> Filter {
        let places = ["52", "51", "18", "5201", "5102", "1871", "5204"].map(str::to_owned);
        Filter {
            categories: self.some(Category::ALL),
            places: self.some(&places),
            grades: self.some(Grade::ALL),
            claims: if self.roll(3) == 0 {
                self.some(&[ClaimKind::Halal, ClaimKind::Nib, ClaimKind::Trademark])
            } else {
                vec![]
            },
            price_min: (self.roll(4) == 0).then_some(Rupiah(40_000)),
            price_max: (self.roll(3) == 0).then(|| Rupiah(PRICE_STEPS[self.roll(5)])),
            lead_days: (self.roll(3) == 0).then(|| LEAD_STEPS[self.roll(4)]),
            moq: (self.roll(3) == 0).then(|| MOQ_STEPS[self.roll(4)]),
            ..Filter::default()
        }
    }
}

/// Products that meet a filter, counted by the database alone.
async fn counted(centre: &Centre, filter: &Filter) -> usize {
    let mut sql = Sql::new("SELECT COUNT(*)");
    sql.push(SHOWN).push(" AND g.ends_on >= ").bind(today());
    if !filter.categories.is_empty() {
        sql.push(" AND p.category IN ")
            .list(filter.categories.iter().map(|c| c.as_str()));
    }
    if !filter.grades.is_empty() {
        sql.push(" AND g.grade IN ")
            .list(filter.grades.iter().map(|g| g.as_str()));
    }
    if !filter.places.is_empty() {
        sql.push(" AND (r.code IN ")
            .list(filter.places.iter().map(String::as_str));
        sql.push(" OR v.code IN ")
            .list(filter.places.iter().map(String::as_str))
            .push(")");
    }
    for claim in &filter.claims {
        sql.push(
            " AND EXISTS (SELECT 1 FROM claims q WHERE q.business_id = b.id AND q.ended_at IS NULL \
                  AND q.state = 'verified' AND (q.expires_on IS NULL OR q.expires_on >= ",
        )
        .bind(today());
        sql.push(") AND q.kind = ").bind(claim.as_str()).push(")");
    }
    for (text, bound) in [
        (" AND p.price >= ", filter.price_min.map(|p| p.0)),
        (" AND p.price <= ", filter.price_max.map(|p| p.0)),
        (" AND p.lead_days <= ", filter.lead_days),
        (" AND p.moq <= ", filter.moq),
    ] {
        if let Some(bound) = bound {
            sql.push(text).bind(bound);
        }
    }
    let rows: Vec<(i64,)> = sql.all(&mut centre.db.read().await.unwrap()).await.unwrap();
    rows[0].0 as usize
}

/// The facets by their definition, a query a value.
async fn by_definition(centre: &Centre, filter: &Filter, seen: &Facets) -> Facets {
    let mut out = seen.clone();
    for facet in &mut out.categories {
        facet.count = counted(
            centre,
            &Filter {
                categories: vec![facet.value],
                ..filter.clone()
            },
        )
        .await;
    }
    for facet in &mut out.grades {
        facet.count = counted(
            centre,
            &Filter {
                grades: vec![facet.value],
                ..filter.clone()
            },
        )
        .await;
    }
    for place in &mut out.places {
        place.count = counted(
            centre,
            &Filter {
                places: vec![place.code.clone()],
                ..filter.clone()
            },
        )
        .await;
    }
    for facet in &mut out.claims {
        let mut claims = filter.claims.clone();
        claims.push(facet.value);
        facet.count = counted(
            centre,
            &Filter {
                claims,
                ..filter.clone()
            },
        )
        .await;
    }
    for facet in &mut out.prices {
        let price_max = Some(Rupiah(facet.value));
        facet.count = counted(
            centre,
            &Filter {
                price_min: None,
                price_max,
                ..filter.clone()
            },
        )
        .await;
    }
    for facet in &mut out.lead_days {
        facet.count = counted(
            centre,
            &Filter {
                lead_days: Some(facet.value),
                ..filter.clone()
            },
        )
        .await;
    }
    for facet in &mut out.moq {
        facet.count = counted(
            centre,
            &Filter {
                moq: Some(facet.value),
                ..filter.clone()
            },
        )
        .await;
    }
    out
}

both_engines! {
    async fn counts_and_totals_equal_plain_sql(centre) {
        scale::fill(&centre, 60).await.unwrap();
        let mut dice = Dice(20_261_124);
        let (mut some, mut none) = (0, 0);
        for _ in 0..25 {
            let filter = dice.filter();
            let shelf = shelf(&centre, &filter).await;
            assert_eq!(shelf.total, counted(&centre, &filter).await, "{filter:?}");
            assert_eq!(shelf.facets, by_definition(&centre, &filter, &shelf.facets).await, "{filter:?}");
            if shelf.total > 0 { some += 1 } else { none += 1 }
        }
        assert!(some > 5 && none > 0, "the questions are telling: {some} with, {none} without an answer");
        let all = shelf(&centre, &Filter::default()).await;
        assert_eq!(all.facets, by_definition(&centre, &Filter::default(), &all.facets).await);
        // Values that would leave nothing are left out; none that would leave something is.
        let categories: usize = all.facets.categories.iter().map(|c| c.count).sum();
        let provinces: usize = all.facets.places.iter().filter(|p| p.code.len() == 2).map(|p| p.count).sum();
        let regencies: usize = all.facets.places.iter().filter(|p| p.code.len() == 4).map(|p| p.count).sum();
        assert_eq!([categories, provinces, regencies], [all.total; 3]);
        assert!(all.total > 80, "{}", all.total);
    }

    async fn pages_hold_every_product_once_and_in_order(centre) {
        scale::fill(&centre, 60).await.unwrap();
        for sort in Sort::ALL {
            let mut seen = Vec::new();
            let first = shelf(&centre, &Filter { sort: *sort, ..Filter::default() }).await;
            assert_eq!(first.cards.len(), 24);
            for page in 1..=first.pages {
                seen.extend(shelf(&centre, &Filter { sort: *sort, page, ..Filter::default() }).await.cards);
            }
            assert_eq!(seen.len(), first.total);
            assert_eq!(seen.iter().map(|card| card.id).collect::<BTreeSet<_>>().len(), first.total);
            let in_order = match sort {
                Sort::Newest => true,
                Sort::Grade => seen.is_sorted_by_key(|card| card.grade),
                Sort::Cheapest => seen.is_sorted_by_key(|card| card.price),
                Sort::Dearest => seen.is_sorted_by_key(|card| -card.price.0),
                Sort::Soonest => seen.is_sorted_by_key(|card| card.lead_days),
            };
            assert!(in_order, "{sort}");
        }
        let beyond = shelf(&centre, &Filter { page: 99, ..Filter::default() }).await;
        assert_eq!((beyond.page, beyond.cards.is_empty()), (beyond.pages, false));
    }

    async fn an_empty_gallery_has_one_empty_page(centre) {
        assert_eq!(shelf(&centre, &Filter::default()).await, Shelf { page: 1, pages: 1, ..Shelf::default() });
        assert_eq!(shelf(&centre, &words("songket")).await.total, 0);
    }

    async fn filling_twice_changes_nothing(centre) {
        scale::fill(&centre, 12).await.unwrap();
        let first = shelf(&centre, &Filter::default()).await;
        scale::fill(&centre, 12).await.unwrap();
        assert_eq!(shelf(&centre, &Filter::default()).await, first);
        scale::fill(&centre, 18).await.unwrap();
        assert!(shelf(&centre, &Filter::default()).await.total > first.total);
    }
}
