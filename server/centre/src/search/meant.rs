//! "Did you mean …?"

use std::collections::HashMap;

use tantivy::Term;

use super::{Parts, words};

/// Letters that may differ between an unknown word and the one that was meant.
const FAR: usize = 2;
/// Shorter words are left as they are.
const SHORT: usize = 4;

impl Parts {
    pub(super) fn meant(&self, words: &[String]) -> tantivy::Result<Option<String>> {
        let searcher = self.reader.searcher();
        let known = |word: &str| -> tantivy::Result<bool> {
            let stem = words::stem(word);
            let raw = self.fields.raw.iter().map(|(field, _)| (*field, word));
            let stems = self
                .fields
                .stems
                .iter()
                .map(|(field, _)| (*field, stem.as_str()));
            for (field, text) in raw.chain(stems) {
                if searcher.doc_freq(&Term::from_field_text(field, text))? > 0 {
                    return Ok(true);
                }
            }
            Ok(words::synonyms(word).next().is_some())
        };
        let mut vocabulary = None;
        let mut meant = Vec::new();
        let mut changed = false;
        for word in words {
            if word.chars().count() < SHORT || known(word)? {
                meant.push(word.clone());
                continue;
            }
            if vocabulary.is_none() {
                vocabulary = Some(self.vocabulary()?);
            }
            match vocabulary.as_ref().and_then(|all| nearest(word, all)) {
                Some(near) => {
                    changed = true;
                    meant.push(near);
                }
                None => meant.push(word.clone()),
            }
        }
        Ok(changed.then(|| meant.join(" ")))
    }

    /// Every word of names, families, makers and places, and in how many products it stands.
    fn vocabulary(&self) -> tantivy::Result<HashMap<String, u32>> {
        let mut all = HashMap::new();
        let searcher = self.reader.searcher();
        for segment in searcher.segment_readers() {
            for (field, _) in &self.fields.raw[..4] {
                let index = segment.inverted_index(*field)?;
                let mut terms = index.terms().stream()?;
                while let Some((word, info)) = terms.next() {
                    if let Ok(word) = std::str::from_utf8(word) {
                        *all.entry(word.to_owned()).or_default() += info.doc_freq;
                    }
                }
            }
        }
        Ok(all)
    }
}

/// The nearest word; of equally near ones the most frequent.
fn nearest(word: &str, vocabulary: &HashMap<String, u32>) -> Option<String> {
    vocabulary
        .iter()
        .filter(|(known, _)| known.chars().count() >= SHORT)
        .map(|(known, count)| (distance(word, known), std::cmp::Reverse(*count), known))
        .filter(|(far, ..)| *far <= FAR.min(word.chars().count() / 4))
        .min()
        .map(|(.., known)| known.clone())
}

/// Letters to put in, take out, change or swap with a neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > FAR {
        return FAR + 1;
    }
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1)
                .min(rows[i][j - 1] + 1)
                .min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_put_in_taken_out_changed_and_swapped_are_counted() {
        assert_eq!(distance("sonket", "songket"), 1);
        assert_eq!(distance("kpoi", "kopi"), 1);
        assert_eq!(distance("kripik", "keripik"), 1);
        assert_eq!(distance("madu", "batu"), 2);
        assert_eq!(distance("tas", "songket"), FAR + 1);
    }

    #[test]
    fn the_nearest_word_wins_then_the_most_frequent() {
        let all = [
            ("songket", 3),
            ("sontek", 1),
            ("keripik", 9),
            ("keripit", 1),
        ];
        let all = all
            .map(|(word, count)| (word.to_owned(), count))
            .into_iter()
            .collect();
        assert_eq!(nearest("sonket", &all).as_deref(), Some("songket"));
        assert_eq!(nearest("kerepik", &all).as_deref(), Some("keripik"));
        assert_eq!(nearest("mobil", &all), None);
    }
}
