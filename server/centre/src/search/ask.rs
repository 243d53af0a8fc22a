//! From words to a query.

use tantivy::{
    Term,
    query::{
        BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query, TermQuery,
    },
    schema::{Field, IndexRecordOption},
};

use super::{Fields, words};

/// Weight of a match by another word of the same meaning.
const SYNONYM: f32 = 0.7;
/// Weight of a match by its beginning.
const BEGINNING: f32 = 0.6;
/// Weight of a misspelt match.
const MISSPELT: f32 = 0.3;

/// How exactly words are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    Strict,
    Tolerant,
}

/// Products with every word.
pub(super) fn every(fields: &Fields, words: &[String], spelling: Spelling) -> Box<dyn Query> {
    let last = words.len() - 1;
    let clauses = words
        .iter()
        .enumerate()
        .map(|(n, word)| (Occur::Must, one(fields, word, n == last, spelling)))
        .collect();
    Box::new(BooleanQuery::new(clauses))
}

/// Products with any of the words, misspelt too.
pub(super) fn any(fields: &Fields, words: &[String]) -> Box<dyn Query> {
    let clauses = words
        .iter()
        .map(|word| (Occur::Should, one(fields, word, false, Spelling::Tolerant)))
        .collect();
    Box::new(BooleanQuery::new(clauses))
}

fn one(fields: &Fields, word: &str, is_last: bool, spelling: Spelling) -> Box<dyn Query> {
    let mut ways: Vec<Box<dyn Query>> = Vec::new();
    exactly(fields, word, 1.0, &mut ways);
    for synonym in words::synonyms(word) {
        exactly(fields, synonym, SYNONYM, &mut ways);
    }
    for (field, weight) in &fields.raw {
        if is_last && word.chars().count() >= 2 {
            let beginning =
                FuzzyTermQuery::new_prefix(Term::from_field_text(*field, word), 0, true);
            ways.push(boosted(Box::new(beginning), weight * BEGINNING));
        }
        let distance = distance(word);
        if spelling == Spelling::Tolerant && distance > 0 {
            let near = FuzzyTermQuery::new(Term::from_field_text(*field, word), distance, true);
            ways.push(boosted(Box::new(near), weight * MISSPELT));
        }
    }
    Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, 0.1))
}

fn exactly(fields: &Fields, word: &str, weight: f32, ways: &mut Vec<Box<dyn Query>>) {
    let stem = words::stem(word);
    let raw = fields.raw.iter().map(|place| (place, word));
    let stems = fields.stems.iter().map(|place| (place, stem.as_str()));
    for ((field, boost), text) in raw.chain(stems) {
        ways.push(boosted(term(*field, text), boost * weight));
    }
}

fn term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(
        Term::from_field_text(field, text),
        IndexRecordOption::WithFreqs,
    ))
}

fn boosted(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

/// Letters that may be wrong in a word.
fn distance(word: &str) -> u8 {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}
