//! Words to products: one engine for both databases, a derived index in memory that can always be made again.
//!
//! Indonesian words are kept as typed *and* stemmed: the stemmer over-stems our vocabulary (kemasan → masan).

mod ask;
mod meant;
mod words;

use std::sync::{Arc, Mutex, PoisonError};

use domain::ids::ProductId;
use tantivy::{
    Index, IndexReader, ReloadPolicy, TantivyDocument, TantivyError, Term,
    collector::TopDocs,
    query::{BooleanQuery, Query, TermQuery},
    schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::WhitespaceTokenizer,
};
use uuid::Uuid;

use crate::{Error, Fault, Result, gallery::Words};

/// Memory of the writer, which lives only while something is written.
const WRITER_BYTES: usize = 16_000_000;
/// Fewer strict matches than this, and misspelt ones are looked for too.
const FEW: usize = 5;

/// The fields of a product, each with the weight of a match in it: name before category and maker before description.
struct Fields {
    high: Field,
    low: Field,
    /// Words as written.
    raw: [(Field, f32); 5],
    /// Their stems.
    stems: [(Field, f32); 3],
}

/// An index of words in memory. Cheap to clone.
#[derive(Clone)]
pub struct WordIndex(Arc<Parts>);

struct Parts {
    index: Index,
    reader: IndexReader,
    fields: Fields,
    /// One writes at a time.
    writing: Mutex<()>,
}

fn broke(cause: TantivyError) -> Error {
    Fault::because("word index", cause).into()
}

impl WordIndex {
    /// An empty index.
    pub fn new() -> Result<Self> {
        let mut schema = Schema::builder();
        let high = schema.add_u64_field("high", FAST | INDEXED);
        let low = schema.add_u64_field("low", FAST | INDEXED);
        let mut text = |name: &str| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer("words")
                .set_index_option(IndexRecordOption::WithFreqs);
            schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
        };
        let raw = [
            (text("name"), 8.0),
            (text("group"), 4.0),
            (text("maker"), 3.0),
            (text("place"), 2.0),
            (text("description"), 1.0),
        ];
        let stems = [
            (text("name_stem"), 6.0),
            (text("group_stem"), 3.0),
            (text("description_stem"), 0.8),
        ];
        let index = Index::create_in_ram(schema.build());
        index
            .tokenizers()
            .register("words", WhitespaceTokenizer::default());
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(broke)?;
        let fields = Fields {
            high,
            low,
            raw,
            stems,
        };
        Ok(Self(Arc::new(Parts {
            index,
            reader,
            fields,
            writing: Mutex::new(()),
        })))
    }

    /// Forgets `gone` and learns `new`, at once for every reader.
    pub(crate) async fn replace(&self, gone: Vec<ProductId>, new: Vec<Words>) -> Result<()> {
        if gone.is_empty() && new.is_empty() {
            return Ok(());
        }
        let parts = self.0.clone();
        tokio::task::spawn_blocking(move || parts.replace(&gone, &new))
            .await?
            .map_err(broke)
    }

    /// Products that match what was typed, the best first, at most `limit`.
    ///
    /// Every word must be found, as typed, by its stem or by a synonym, the last also by its beginning. When that finds
    /// few, misspelt words count too (one letter off from four letters on, two from eight); when that finds none, any
    /// word will do.
    pub async fn ids(&self, typed: &str, limit: usize) -> Result<Vec<(ProductId, f32)>> {
        let words = words::of_query(typed);
        if words.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let parts = self.0.clone();
        tokio::task::spawn_blocking(move || parts.ids(&words, limit))
            .await?
            .map_err(broke)
    }
}

impl WordIndex {
    /// What was typed with every unknown word replaced by the nearest known one; `None` when every word is known, or
    /// nothing is near.
    pub async fn meant(&self, typed: &str) -> Result<Option<String>> {
        let words = words::of_query(typed);
        let parts = self.0.clone();
        tokio::task::spawn_blocking(move || parts.meant(&words))
            .await?
            .map_err(broke)
    }
}

impl Parts {
    fn replace(&self, gone: &[ProductId], new: &[Words]) -> tantivy::Result<()> {
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = self
            .index
            .writer_with_num_threads::<TantivyDocument>(1, WRITER_BYTES)?;
        for product in gone {
            let (high, low) = product.0.as_u64_pair();
            let half = |field, value| -> Box<dyn Query> {
                Box::new(TermQuery::new(
                    Term::from_field_u64(field, value),
                    IndexRecordOption::Basic,
                ))
            };
            let both = vec![half(self.fields.high, high), half(self.fields.low, low)];
            writer.delete_query(Box::new(BooleanQuery::intersection(both)))?;
        }
        for product in new {
            writer.add_document(self.document(product))?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        self.reader.reload()
    }

    fn document(&self, product: &Words) -> TantivyDocument {
        let group = words::of_category(product.category);
        let raw = [
            product.name.as_str(),
            group,
            &product.maker,
            &product.place,
            &product.description,
        ];
        let stems = [product.name.as_str(), group, &product.description];
        let (high, low) = product.id.0.as_u64_pair();
        let mut document = TantivyDocument::default();
        document.add_u64(self.fields.high, high);
        document.add_u64(self.fields.low, low);
        for ((field, _), text) in self.fields.raw.iter().zip(raw) {
            document.add_text(*field, words::split(text).join(" "));
        }
        for ((field, _), text) in self.fields.stems.iter().zip(stems) {
            let stems: Vec<String> = words::split(text)
                .iter()
                .map(|word| words::stem(word))
                .collect();
            document.add_text(*field, stems.join(" "));
        }
        document
    }

    fn ids(&self, words: &[String], limit: usize) -> tantivy::Result<Vec<(ProductId, f32)>> {
        let strict = self.top(
            &*ask::every(&self.fields, words, ask::Spelling::Strict),
            limit,
        )?;
        if strict.len() >= FEW.min(limit) {
            return Ok(strict);
        }
        let tolerant = self.top(
            &*ask::every(&self.fields, words, ask::Spelling::Tolerant),
            limit,
        )?;
        if !tolerant.is_empty() {
            return Ok(tolerant);
        }
        self.top(&*ask::any(&self.fields, words), limit)
    }

    fn top(&self, query: &dyn Query, limit: usize) -> tantivy::Result<Vec<(ProductId, f32)>> {
        let searcher = self.reader.searcher();
        let limit = limit.min(searcher.num_docs() as usize).max(1);
        let found = searcher.search(query, &TopDocs::with_limit(limit).order_by_score())?;
        let mut columns = Vec::new();
        for segment in searcher.segment_readers() {
            columns.push((
                segment.fast_fields().u64("high")?,
                segment.fast_fields().u64("low")?,
            ));
        }
        let id = |segment: u32, document: u32| {
            let (high, low) = columns.get(segment as usize)?;
            Some(ProductId(Uuid::from_u64_pair(
                high.first(document)?,
                low.first(document)?,
            )))
        };
        Ok(found
            .into_iter()
            .filter_map(|(score, at)| Some((id(at.segment_ord, at.doc_id)?, score)))
            .collect())
    }
}

#[cfg(test)]
mod tests;
