//! A sheet at work: what was given so far, what is not saved yet, and how it is saved while the curator goes on.

use std::collections::BTreeSet;

use domain::{
    ids::AssignmentId,
    review::{Bands, Criterion, CriterionKind, GATE_MET, Grade, Points, Weighted, total},
};
use leptos::{prelude::*, server_fn::ServerFn, task::spawn_local};

use super::desk_api::{Score, SheetPage, ValueInput};
use crate::{AppError, post::Post, wire};

/// The pause between two tries when the signal is gone.
const TRY_AGAIN: std::time::Duration = std::time::Duration::from_secs(4);

/// One criterion at work.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its place on the sheet, from 0.
    pub at: usize,
    /// What is judged.
    pub criterion: Criterion,
    /// The value given.
    pub value: RwSignal<Option<i64>>,
    /// The note to the maker.
    pub note: RwSignal<String>,
}

impl Line {
    fn input(&self) -> ValueInput {
        ValueInput {
            criterion: self.criterion.id,
            value: self
                .value
                .get_untracked()
                .map(|value| value.to_string())
                .unwrap_or_default(),
            note: self.note.get_untracked(),
        }
    }

    /// The identity of the radio of a value.
    pub fn radio(&self, value: i64) -> String {
        format!("n{}-{value}", self.at)
    }
}

/// How saving goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing to save, or all of it is.
    Done,
    /// On its way.
    Busy,
    /// Refused or not reached; what was typed is still here.
    Failed,
}

/// A sheet at work.
#[derive(Clone, Copy)]
pub struct Work {
    /// The duty.
    pub assignment: AssignmentId,
    /// Grades and gap.
    pub bands: Bands,
    /// Whether values can be given now.
    pub open: bool,
    /// The criterion that is open.
    pub active: RwSignal<usize>,
    /// How saving goes.
    pub saving: RwSignal<Saving>,
    /// What the last save said.
    pub said: RwSignal<Option<AppError>>,
    /// Saving all and going on.
    pub finishing: Post,
    lines: StoredValue<Vec<Line>>,
    unsaved: RwSignal<BTreeSet<usize>>,
}

impl Work {
    /// A sheet as it was saved, with what a refused post kept on top.
    pub fn new(page: &SheetPage, finishing: Post) -> Self {
        let given = |criterion: &Criterion| {
            let kept = page.kept.iter().find(|kept| kept.criterion == criterion.id);
            let saved = page
                .sheet
                .given
                .iter()
                .find(|given| given.criterion == criterion.id);
            match (kept, saved) {
                (Some(kept), _) => (kept.value.parse().ok(), kept.note.clone()),
                (None, Some(saved)) => (Some(saved.value), saved.note.clone()),
                (None, None) => (None, String::new()),
            }
        };
        let lines: Vec<Line> = page
            .sheet
            .criteria
            .iter()
            .enumerate()
            .map(|(at, criterion)| {
                let (value, note) = given(criterion);
                Line {
                    at,
                    criterion: criterion.clone(),
                    value: RwSignal::new(value),
                    note: RwSignal::new(note),
                }
            })
            .collect();
        let first = lines
            .iter()
            .position(|line| line.value.get_untracked().is_none())
            .unwrap_or(0);
        Self {
            assignment: page.sheet.assignment,
            bands: page.sheet.bands,
            open: page.sheet.open,
            active: RwSignal::new(first),
            saving: RwSignal::new(Saving::Done),
            said: RwSignal::new(page.refusal.clone().map(AppError::Refused)),
            finishing,
            lines: StoredValue::new(lines),
            unsaved: RwSignal::new(BTreeSet::new()),
        }
    }

    /// Every line, in order.
    pub fn lines(self) -> Vec<Line> {
        self.lines.get_value()
    }

    /// One line.
    pub fn line(self, at: usize) -> Option<Line> {
        self.lines.with_value(|lines| lines.get(at).cloned())
    }

    /// How many criteria there are.
    pub fn count(self) -> usize {
        self.lines.with_value(Vec::len)
    }

    /// Gives a value and saves it.
    pub fn choose(self, at: usize, value: i64) {
        if let Some(line) = self.line(at) {
            line.value.set(Some(value));
            self.touch(at);
            self.save();
        }
    }

    /// Writes a note; it is saved when the curator leaves the field.
    pub fn write(self, at: usize, note: String) {
        if let Some(line) = self.line(at) {
            line.note.set(note);
            self.touch(at);
        }
    }

    fn touch(self, at: usize) {
        self.unsaved.update(|unsaved| {
            unsaved.insert(at);
        });
    }

    /// Criteria without a value.
    pub fn missing(self) -> usize {
        self.lines.with_value(|lines| {
            lines
                .iter()
                .filter(|line| line.value.get().is_none())
                .count()
        })
    }

    /// Points reached so far, of the points that the judged criteria can give.
    pub fn reached(self) -> (Points, i64) {
        self.lines.with_value(|lines| {
            let judged: Vec<Weighted> = lines
                .iter()
                .filter(|line| line.criterion.kind == CriterionKind::Weighted)
                .filter_map(|line| {
                    line.value.get().map(|value| Weighted {
                        weight: line.criterion.weight,
                        value,
                    })
                })
                .collect();
            let sum: i64 = judged.iter().map(|line| line.weight * line.value).sum();
            (
                Points(sum * 20),
                judged.iter().map(|line| line.weight).sum(),
            )
        })
    }

    /// The grade of a sheet on which nothing is missing.
    pub fn grade(self) -> Option<Grade> {
        if self.missing() > 0 {
            return None;
        }
        let judged: Vec<Weighted> = self.lines.with_value(|lines| {
            lines
                .iter()
                .filter(|line| line.criterion.kind == CriterionKind::Weighted)
                .map(|line| Weighted {
                    weight: line.criterion.weight,
                    value: line.value.get().unwrap_or(0),
                })
                .collect()
        });
        total(&judged).map(|points| self.bands.grade(points.whole()))
    }

    /// Gates that are met, and all of them.
    pub fn gates(self) -> (usize, usize) {
        self.lines.with_value(|lines| {
            let gates = lines
                .iter()
                .filter(|line| line.criterion.kind == CriterionKind::Gate);
            gates.fold((0, 0), |(met, all), gate| {
                (
                    met + usize::from(gate.value.get() == Some(GATE_MET)),
                    all + 1,
                )
            })
        })
    }

    /// Sends what is not saved yet, one request at a time, and again after a pause when the signal is gone.
    pub fn save(self) {
        // An answer or a second try may come when the sheet is closed already.
        let Some(saving) = self.saving.try_get_untracked() else {
            return;
        };
        if !self.open || saving == Saving::Busy {
            return;
        }
        let waiting: Vec<usize> = self.unsaved.get_untracked().into_iter().collect();
        let ready: Vec<Line> = waiting
            .iter()
            .filter_map(|at| self.line(*at))
            .filter(|line| line.value.get_untracked().is_some())
            .collect();
        if ready.is_empty() {
            return;
        }
        self.saving.set(Saving::Busy);
        self.unsaved.update(|unsaved| {
            ready.iter().for_each(|line| {
                unsaved.remove(&line.at);
            });
        });
        let lines = ready.iter().map(Line::input).collect();
        let fields = self.fields(lines, "stay");
        spawn_local(async move {
            let answer = wire::post(Score::PATH, fields).await;
            if self.saving.is_disposed() {
                return;
            }
            match answer {
                Ok(_) => {
                    self.saving.set(Saving::Done);
                    self.said.set(None);
                    self.save();
                }
                Err(error) => {
                    self.unsaved
                        .update(|unsaved| unsaved.extend(ready.iter().map(|line| line.at)));
                    self.saving.set(Saving::Failed);
                    if error == AppError::Offline {
                        set_timeout(move || self.save(), TRY_AGAIN);
                    }
                    self.said.set(Some(error));
                }
            }
        });
    }

    fn fields(self, lines: Vec<ValueInput>, go: &str) -> String {
        let assignment = self.assignment;
        let go = go.to_owned();
        wire::fields(&Score {
            assignment,
            lines,
            go,
        })
    }

    /// The criterion to go to from here: the next without a value, else none.
    pub fn next_missing(self, from: usize) -> Option<usize> {
        let all = self.count();
        (1..=all).map(|step| (from + step) % all).find(|at| {
            self.line(*at)
                .is_some_and(|line| line.value.get_untracked().is_none())
        })
    }

    /// Saves everything and goes on to the next sheet, if nothing is missing.
    pub fn finish(self) {
        if self.open && self.next_missing(self.count().saturating_sub(1)).is_none() {
            let lines = self.lines().iter().map(Line::input).collect();
            self.finishing.send(self.fields(lines, "next"));
        }
    }
}
