//! A rubric as its form sends it: flat fields, one row a criterion, and what a submit button asks to do with the rows.

use domain::{
    Refusal,
    curation::Category,
    ids::{CriterionId, RubricId},
    language::Bilingual,
    refusal::{Check, Problem},
    review::{Bands, Criterion, CriterionKind, Rubric, RubricDraft},
    tasks::ClinicLine,
};
use serde::{Deserialize, Serialize};

/// The form, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RubricInput {
    /// A from here.
    pub a: String,
    /// B from here.
    pub b: String,
    /// C from here.
    pub c: String,
    /// The gap that calls a third curator.
    pub gap: String,
    /// The criteria, in order.
    pub lines: Vec<LineInput>,
}

/// One criterion, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineInput {
    /// Short name.
    pub key: String,
    /// Part.
    pub kind: String,
    /// Weight.
    pub weight: String,
    /// Clinic line.
    pub clinic: String,
    /// Title, Indonesian.
    pub title_id: String,
    /// Title, English.
    pub title_en: String,
    /// Hint, Indonesian.
    pub hint_id: String,
    /// Hint, English.
    pub hint_en: String,
    /// Advice, Indonesian.
    pub advice_id: String,
    /// Advice, English.
    pub advice_en: String,
    /// What 1 to 5 mean, Indonesian.
    pub label_id: Vec<String>,
    /// What 1 to 5 mean, English.
    pub label_en: Vec<String>,
}

/// What a submit button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// Keep the draft.
    Save,
    /// Keep and publish it.
    Publish,
    /// One more row.
    Add,
    /// Away with a row.
    Remove(usize),
    /// A row one up.
    Up(usize),
    /// A row one down.
    Down(usize),
}

impl Press {
    /// Reads the button's value: `up-3`. Anything else saves.
    pub fn read(value: &str) -> Self {
        let row = |rest: &str| rest.parse().unwrap_or(usize::MAX);
        match value.split_once('-') {
            Some(("remove", rest)) => Self::Remove(row(rest)),
            Some(("up", rest)) => Self::Up(row(rest)),
            Some(("down", rest)) => Self::Down(row(rest)),
            _ if value == "add" => Self::Add,
            _ if value == "publish" => Self::Publish,
            _ => Self::Save,
        }
    }
}

fn lines_of(criterion: &Criterion) -> LineInput {
    let texts = |pick: fn(&Bilingual) -> &String| {
        criterion
            .labels
            .iter()
            .map(|label| pick(label).clone())
            .collect()
    };
    LineInput {
        key: criterion.key.clone(),
        kind: criterion.kind.as_str().into(),
        weight: criterion.weight.to_string(),
        clinic: criterion.clinic_line.as_str().into(),
        title_id: criterion.title.id.clone(),
        title_en: criterion.title.en.clone(),
        hint_id: criterion.hint.id.clone(),
        hint_en: criterion.hint.en.clone(),
        advice_id: criterion.advice.id.clone(),
        advice_en: criterion.advice.en.clone(),
        label_id: texts(|label| &label.id),
        label_en: texts(|label| &label.en),
    }
}

fn number(typed: &str) -> Result<i64, Problem> {
    match typed.trim() {
        "" => Err(Problem::Missing),
        typed => typed.parse().map_err(|_| Problem::NotANumber),
    }
}

impl LineInput {
    /// The short name: as typed, else made from the title.
    fn named(&self, at: usize) -> String {
        if !self.key.trim().is_empty() {
            return self.key.trim().to_owned();
        }
        let made: String = domain::gallery::slug(&self.title_id)
            .replace('-', "_")
            .chars()
            .take(32)
            .collect();
        if made.is_empty() {
            format!("criterion_{}", at + 1)
        } else {
            made
        }
    }

    fn read(&self, at: usize, check: &mut Check) -> Criterion {
        let field = |name: &str| format!("criteria.{at}.{name}");
        let kind = self.kind.parse().unwrap_or(CriterionKind::Weighted);
        let weight = if kind == CriterionKind::Weighted {
            check
                .field(&field("weight"), number(&self.weight))
                .unwrap_or(0)
        } else {
            0
        };
        let label = |value: usize| {
            let text = |list: &[String]| list.get(value).cloned().unwrap_or_default();
            Bilingual::new(text(&self.label_id), text(&self.label_en))
        };
        Criterion {
            id: CriterionId::new(),
            key: self.named(at),
            kind,
            weight,
            title: Bilingual::new(self.title_id.clone(), self.title_en.clone()),
            hint: Bilingual::new(self.hint_id.clone(), self.hint_en.clone()),
            labels: (0..domain::review::VALUES).map(label).collect(),
            advice: Bilingual::new(self.advice_id.clone(), self.advice_en.clone()),
            clinic_line: self.clinic.parse().unwrap_or(ClinicLine::Production),
        }
    }
}

impl RubricInput {
    /// The form that shows a rubric.
    pub fn of(rubric: &Rubric) -> Self {
        Self {
            a: rubric.bands.a.to_string(),
            b: rubric.bands.b.to_string(),
            c: rubric.bands.c.to_string(),
            gap: rubric.bands.gap.to_string(),
            lines: rubric.criteria.iter().map(lines_of).collect(),
        }
    }

    /// Does with the rows what the button asks.
    pub fn arrange(&mut self, press: Press) {
        let rows = self.lines.len();
        match press {
            Press::Save | Press::Publish => {}
            Press::Add => self.lines.push(LineInput {
                kind: CriterionKind::Weighted.as_str().into(),
                weight: "0".into(),
                ..LineInput::default()
            }),
            Press::Remove(at) if at < rows => {
                self.lines.remove(at);
            }
            Press::Up(at) if at > 0 && at < rows => self.lines.swap(at, at - 1),
            Press::Down(at) if at + 1 < rows => self.lines.swap(at, at + 1),
            Press::Remove(_) | Press::Up(_) | Press::Down(_) => {}
        }
    }

    /// Reads the form as a draft.
    pub fn read(&self, id: RubricId, category: &str) -> Result<RubricDraft, Refusal> {
        let mut check = Check::default();
        let mut band = |field: &str, typed: &str| check.field(field, number(typed)).unwrap_or(0);
        let bands = Bands {
            a: band("a", &self.a),
            b: band("b", &self.b),
            c: band("c", &self.c),
            gap: band("gap", &self.gap),
        };
        let criteria = self
            .lines
            .iter()
            .enumerate()
            .map(|(at, line)| line.read(at, &mut check))
            .collect();
        check.done()?;
        Ok(RubricDraft {
            id: Some(id),
            category: category.to_owned(),
            bands,
            criteria,
        })
    }

    /// What the weights sum to, as far as they can be read.
    pub fn weights(&self) -> i64 {
        let weighted = CriterionKind::Weighted.as_str();
        self.lines
            .iter()
            .filter(|line| line.kind == weighted)
            .filter_map(|line| number(&line.weight).ok())
            .sum()
    }
}

/// The family of a rubric, which travels as a word.
pub fn family(word: &str) -> Option<Category> {
    word.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(titles: &[&str]) -> RubricInput {
        RubricInput {
            a: "85".into(),
            b: "70".into(),
            c: "55".into(),
            gap: "15".into(),
            lines: titles
                .iter()
                .map(|title| LineInput {
                    title_id: (*title).into(),
                    kind: "weighted".into(),
                    weight: "50".into(),
                    ..LineInput::default()
                })
                .collect(),
        }
    }

    fn titles(form: &RubricInput) -> Vec<&str> {
        form.lines
            .iter()
            .map(|line| line.title_id.as_str())
            .collect()
    }

    #[test]
    fn buttons_move_add_and_remove_rows_and_never_beyond_the_ends() {
        let mut rows = form(&["mutu", "kemasan", "harga"]);
        rows.arrange(Press::read("up-1"));
        assert_eq!(titles(&rows), ["kemasan", "mutu", "harga"]);
        rows.arrange(Press::read("down-1"));
        assert_eq!(titles(&rows), ["kemasan", "harga", "mutu"]);
        rows.arrange(Press::read("remove-0"));
        rows.arrange(Press::read("add"));
        assert_eq!(titles(&rows), ["harga", "mutu", ""]);
        for beyond in ["up-0", "down-2", "remove-9", "up-x", "save"] {
            rows.arrange(Press::read(beyond));
        }
        assert_eq!(titles(&rows), ["harga", "mutu", ""]);
    }

    #[test]
    fn a_row_without_a_short_name_gets_one_from_its_title() {
        let draft = form(&["Kemasan & label", ""])
            .read(RubricId::new(), "food")
            .unwrap();
        let keys: Vec<_> = draft
            .criteria
            .iter()
            .map(|line| line.key.as_str())
            .collect();
        assert_eq!(keys, ["kemasan_label", "criterion_2"]);
    }

    #[test]
    fn a_weight_that_is_no_number_is_named_and_a_gates_weight_does_not_matter() {
        let mut rows = form(&["mutu", "izin"]);
        rows.lines[0].weight = "banyak".into();
        rows.lines[1].kind = "gate".into();
        rows.lines[1].weight = "x".into();
        let refused = rows.read(RubricId::new(), "food");
        assert_eq!(
            refused,
            Err(Refusal::field("criteria.0.weight", Problem::NotANumber))
        );
        assert_eq!(form(&["a", "b"]).weights(), 100);
    }
}
