//! The order in which a reviewer is offered what waits: least reviewed first, skipped last.

use std::hash::{DefaultHasher, Hash, Hasher};

/// One thing that waits for this reviewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting<K> {
    /// Which.
    pub key: K,
    /// Reviews it has from others.
    pub reviews: i64,
    /// When this reviewer put it off last, in any unit that grows.
    pub skipped: Option<i64>,
}

/// Fewest reviews first, so that everything gets its first review early. What was skipped follows at the end, the
/// longest ago first. Equals are drawn by lot of the seed: two reviewers with different seeds begin at different ends.
pub fn queue<K: Copy + Ord + Hash>(mut waiting: Vec<Waiting<K>>, seed: u64) -> Vec<K> {
    let lot = |key: K| {
        let mut hasher = DefaultHasher::new();
        (seed, key).hash(&mut hasher);
        hasher.finish()
    };
    waiting.sort_by_key(|one| (one.skipped, one.reviews, lot(one.key), one.key));
    waiting.into_iter().map(|one| one.key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting(key: u32, reviews: i64, skipped: Option<i64>) -> Waiting<u32> {
        Waiting {
            key,
            reviews,
            skipped,
        }
    }

    #[test]
    fn the_least_reviewed_comes_first_and_the_skipped_last() {
        let desk = vec![
            waiting(1, 1, None),
            waiting(2, 0, Some(20)),
            waiting(3, 0, None),
            waiting(4, 0, Some(10)),
        ];
        assert_eq!(queue(desk, 7), [3, 1, 4, 2]);
    }

    #[test]
    fn two_reviewers_begin_at_different_ends() {
        let desk: Vec<_> = (0..20).map(|key| waiting(key, 0, None)).collect();
        assert_eq!(queue(desk.clone(), 1), queue(desk.clone(), 1));
        assert_ne!(queue(desk.clone(), 1), queue(desk, 2));
    }
}
