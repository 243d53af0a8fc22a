//! The improvement register: what we heard, what we do, by whom, until when, and how it can be seen.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    centres::{CentreLine, Figures},
    ids::{FeedbackId, ImprovementId, PersonId},
    language::Bilingual,
    refusal::{Check, Problem, day, optional, text},
};

/// How far it is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// We heard it.
    #[default]
    Heard,
    /// Somebody does it until a day.
    Planned,
    /// It is done, and can be seen.
    Fixed,
}

crate::text::text_enum!(Progress {
    Heard => "heard",
    Planned => "planned",
    Fixed => "fixed",
});

/// A line of the register, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImprovementForm {
    /// What was heard, in neutral words, in Indonesian.
    pub heard_id: String,
    /// In English.
    pub heard_en: String,
    /// What is done about it, in Indonesian.
    pub action_id: String,
    /// In English.
    pub action_en: String,
    /// How far it is.
    pub progress: String,
    /// Whose it is: a person of the staff.
    pub owner: String,
    /// Until when.
    pub due_on: String,
    /// By what one sees that it is fixed, in Indonesian.
    pub evidence_id: String,
    /// In English.
    pub evidence_en: String,
}

/// A line of the register, as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// 10–300 letters.
    pub heard: Bilingual,
    /// At most 300 letters; 5 from `Planned` on.
    pub action: Bilingual,
    /// How far it is.
    pub progress: Progress,
    /// From `Planned` on there is one.
    pub owner: Option<PersonId>,
    /// From `Planned` on there is one.
    pub due_on: Option<NaiveDate>,
    /// At most 300 letters; 5 when `Fixed`.
    pub evidence: Bilingual,
}

impl ImprovementForm {
    /// Reads the form. A plan names who and until when; what is fixed can be seen.
    pub fn check(&self) -> Result<Mended, Refusal> {
        let mut check = Check::default();
        let progress = self.progress.parse().map_err(|_| Problem::NotAChoice);
        let progress: Progress = check.field("progress", progress).unwrap_or_default();
        let (planned, fixed) = (progress >= Progress::Planned, progress == Progress::Fixed);
        let least = |needed: bool| if needed { 5 } else { 0 };
        let mut words = |fields: [&str; 2], typed: [&str; 2], min| {
            let id = check.field(fields[0], text(typed[0], min, 300));
            let en = check.field(fields[1], text(typed[1], 0, 300));
            Bilingual::new(id.unwrap_or_default(), en.unwrap_or_default())
        };
        let heard = [self.heard_id.as_str(), &self.heard_en];
        let heard = words(["heard_id", "heard_en"], heard, 10);
        let action = [self.action_id.as_str(), &self.action_en];
        let action = words(["action_id", "action_en"], action, least(planned));
        let evidence = [self.evidence_id.as_str(), &self.evidence_en];
        let evidence = words(["evidence_id", "evidence_en"], evidence, least(fixed));
        let owner = optional(&self.owner, |owner| {
            owner.trim().parse().map_err(|_| Problem::NotAChoice)
        });
        let owner = check.field("owner", owner).flatten();
        let due_on = check.field("due_on", optional(&self.due_on, day)).flatten();
        if planned && self.owner.trim().is_empty() {
            check.problem("owner", Problem::Missing);
        }
        if planned && self.due_on.trim().is_empty() {
            check.problem("due_on", Problem::Missing);
        }
        check.done()?;
        Ok(Mended {
            heard,
            action,
            progress,
            owner,
            due_on,
            evidence,
        })
    }
}

/// A line of the register as the public sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterLine {
    /// Identity.
    pub id: ImprovementId,
    /// What was heard.
    pub heard: Bilingual,
    /// What is done about it.
    pub action: Bilingual,
    /// How far it is.
    pub progress: Progress,
    /// By whom: the name, where the person agreed to be shown.
    pub owner: Option<String>,
    /// Until when.
    pub due_on: Option<NaiveDate>,
    /// Whether that day is over and it is not fixed.
    pub late: bool,
    /// By what one sees it.
    pub evidence: Bilingual,
    /// When it was heard.
    pub heard_on: NaiveDate,
    /// When it was fixed.
    pub fixed_on: Option<NaiveDate>,
}

/// A line of the register as its keepers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Improvement {
    /// Identity.
    pub id: ImprovementId,
    /// What it came of, if it was told.
    pub feedback: Option<FeedbackId>,
    /// As it stands.
    pub form: ImprovementForm,
    /// The name of whose it is.
    pub owner: Option<String>,
    /// Whether its last day is over and it is not fixed.
    pub late: bool,
    /// Since when the public sees it.
    pub published_at: Option<DateTime<Utc>>,
}

/// A centre's public register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// The centre.
    pub centre: CentreLine,
    /// What is measured of its answers.
    pub figures: Figures,
    /// The clock: days until the first answer, and the rule's source.
    pub clock: (i64, String),
    /// What is open first, then what is fixed, each the youngest first.
    pub lines: Vec<RegisterLine>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_needs_a_person_and_a_day_and_what_is_fixed_can_be_seen() {
        let heard = ImprovementForm {
            heard_id: "Kamar kecil tidak ramah kursi roda.".into(),
            progress: "heard".into(),
            ..ImprovementForm::default()
        };
        assert_eq!(heard.check().unwrap().progress, Progress::Heard);
        let fixed = ImprovementForm {
            progress: "fixed".into(),
            ..heard
        };
        let Err(Refusal::Fields(fields)) = fixed.check() else {
            panic!()
        };
        let named: Vec<_> = fields.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(named, ["action_id", "evidence_id", "owner", "due_on"]);
    }
}
