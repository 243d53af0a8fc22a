use proptest::prelude::*;

use super::*;

fn set<T: Ord + Copy>(items: &[T]) -> BTreeSet<T> {
    items.iter().copied().collect()
}

fn entry(id: u32, category: &str, barred: &[u32], seats: usize) -> Entry<u32, u32> {
    Entry {
        id,
        category: category.into(),
        barred: set(barred),
        seats,
    }
}

fn reviewer(id: u32, expertise: &[&str], load: usize, cap: Option<usize>) -> Reviewer<u32> {
    Reviewer {
        id,
        expertise: expertise.iter().map(|word| (*word).to_owned()).collect(),
        load,
        cap,
    }
}

fn loads(seatings: &[Seating<u32, u32>], reviewers: &[Reviewer<u32>]) -> Vec<usize> {
    reviewers
        .iter()
        .map(|r| {
            r.load
                + seatings
                    .iter()
                    .filter(|s| s.reviewers.contains(&r.id))
                    .count()
        })
        .collect()
}

#[test]
fn an_expert_is_chosen_before_a_rested_stranger() {
    let people = [
        reviewer(1, &["food"], 5, None),
        reviewer(2, &["craft"], 0, None),
    ];
    let found = assign(&[entry(10, "food", &[], 1)], &people, 0);
    assert_eq!(found[0].reviewers, [1]);
}

#[test]
fn a_reviewer_hands_an_entry_on_when_only_they_can_take_another() {
    // 1 may review both, 2 only the first; each has room for one.
    let people = [
        reviewer(1, &["food"], 0, Some(1)),
        reviewer(2, &["food"], 0, Some(1)),
    ];
    for seed in 0..20 {
        let found = assign(
            &[entry(10, "food", &[], 1), entry(11, "food", &[2], 1)],
            &people,
            seed,
        );
        assert_eq!(
            (&found[0].reviewers[..], &found[1].reviewers[..]),
            (&[2][..], &[1][..])
        );
    }
}

#[test]
fn an_entry_that_nobody_may_review_says_why() {
    let one = [reviewer(1, &[], 0, Some(0))];
    let short = |barred: &[u32], people: &[Reviewer<u32>]| {
        assign(&[entry(10, "food", barred, 1)], people, 0)[0].short
    };
    assert_eq!(short(&[], &[]), Some(Reason::NoReviewers));
    assert_eq!(short(&[1], &one), Some(Reason::AllBarred));
    assert_eq!(short(&[], &one), Some(Reason::AllFull));
}

#[test]
fn scarce_reviewers_give_every_entry_its_first_review() {
    let people = [reviewer(1, &[], 0, Some(2)), reviewer(2, &[], 0, Some(1))];
    let entries: Vec<_> = (0..3).map(|id| entry(id, "food", &[], 2)).collect();
    let found = assign(&entries, &people, 3);
    assert!(found.iter().all(|seating| seating.reviewers.len() == 1));
}

/// Entries with random conflicts, reviewers with random knowledge, loads and limits.
fn world() -> impl Strategy<Value = (Vec<Entry<u32, u32>>, Vec<Reviewer<u32>>, u64)> {
    let categories = ["food", "craft", "fashion"];
    let reviewers = proptest::collection::vec(
        (
            any::<[bool; 3]>(),
            0usize..3,
            proptest::option::of(0usize..6),
        ),
        1..6,
    );
    let entries = proptest::collection::vec(
        (
            0usize..3,
            proptest::collection::btree_set(0u32..6, 0..3),
            1usize..4,
        ),
        0..14,
    );
    (reviewers, entries, any::<u64>()).prop_map(move |(reviewers, entries, seed)| {
        let reviewers = reviewers
            .into_iter()
            .enumerate()
            .map(|(id, (knows, load, cap))| {
                let words: Vec<_> = (0..3)
                    .filter(|i| knows[*i])
                    .map(|i| categories[i])
                    .collect();
                reviewer(id as u32, &words, load, cap.map(|cap| cap.max(load)))
            })
            .collect();
        let entries = entries
            .into_iter()
            .enumerate()
            .map(|(id, (category, barred, seats))| Entry {
                id: id as u32,
                category: categories[category].into(),
                barred,
                seats,
            })
            .collect();
        (entries, reviewers, seed)
    })
}

proptest! {
    #[test]
    fn nobody_reviews_what_they_must_not_or_twice_or_beyond_their_limit((entries, reviewers, seed) in world()) {
        let found = assign(&entries, &reviewers, seed);
        for (entry, seating) in entries.iter().zip(&found) {
            prop_assert!(seating.reviewers.iter().all(|r| !entry.barred.contains(r)));
            prop_assert_eq!(set(&seating.reviewers).len(), seating.reviewers.len());
            prop_assert_eq!(seating.short.is_some(), seating.reviewers.len() < entry.seats);
        }
        for (reviewer, load) in reviewers.iter().zip(loads(&found, &reviewers)) {
            prop_assert!(reviewer.cap.is_none_or(|cap| load <= cap.max(reviewer.load)));
        }
    }

    #[test]
    fn an_empty_seat_could_not_be_filled((entries, reviewers, seed) in world()) {
        let found = assign(&entries, &reviewers, seed);
        let loads = loads(&found, &reviewers);
        for (entry, seating) in entries.iter().zip(&found).filter(|(_, s)| s.short.is_some()) {
            for (reviewer, load) in reviewers.iter().zip(&loads) {
                let may = !entry.barred.contains(&reviewer.id) && !seating.reviewers.contains(&reviewer.id);
                prop_assert!(!may || reviewer.cap.is_some_and(|cap| *load >= cap));
            }
        }
    }

    #[test]
    fn equally_able_reviewers_carry_equal_loads(people in 2u32..7, entries in 0u32..20, seats in 1usize..3, seed in any::<u64>()) {
        let reviewers: Vec<_> = (0..people).map(|id| reviewer(id, &["food"], 0, None)).collect();
        let entries: Vec<_> = (0..entries).map(|id| entry(id, "food", &[], seats)).collect();
        let loads = loads(&assign(&entries, &reviewers, seed), &reviewers);
        prop_assert!(loads.iter().max().unwrap() - loads.iter().min().unwrap() <= 1, "{loads:?}");
    }

    #[test]
    fn the_order_of_the_input_changes_nothing((mut entries, mut reviewers, seed) in world()) {
        let first = assign(&entries, &reviewers, seed);
        reviewers.reverse();
        entries.reverse();
        prop_assert_eq!(first, assign(&entries, &reviewers, seed));
    }

    #[test]
    fn no_single_exchange_would_seat_another_expert((entries, reviewers, seed) in world()) {
        let found = assign(&entries, &reviewers, seed);
        let loads = loads(&found, &reviewers);
        let expert = |r: &Reviewer<u32>, e: &Entry<u32, u32>| r.expertise.contains(&e.category);
        for (entry, seating) in entries.iter().zip(&found) {
            let stranger = reviewers.iter().any(|r| seating.reviewers.contains(&r.id) && !expert(r, entry));
            for (reviewer, load) in reviewers.iter().zip(&loads) {
                let free = reviewer.cap.is_none_or(|cap| *load < cap);
                let may = !entry.barred.contains(&reviewer.id) && !seating.reviewers.contains(&reviewer.id);
                prop_assert!(!(stranger && free && may && expert(reviewer, entry)));
            }
        }
    }
}
