//! A round as its form sends it: words that may not make sense yet.

use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    place::Zone,
    refusal::{Check, Problem},
    review::{Round, RoundForm},
};

/// The form of a round, as typed. Moments are civil time of the centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoundInput {
    /// Name.
    pub name: String,
    /// Families of products.
    pub categories: Vec<String>,
    /// Entries may be sent in from here …
    pub opens_at: String,
    /// … until here.
    pub submit_until: String,
    /// Scores may be given until here.
    pub score_until: String,
    /// Days in which one may object.
    pub appeal_days: String,
    /// The most entries one curator gets; empty for no limit.
    pub reviewer_cap: String,
}

impl Default for RoundInput {
    fn default() -> Self {
        Self {
            name: String::new(),
            categories: Vec::new(),
            opens_at: String::new(),
            submit_until: String::new(),
            score_until: String::new(),
            appeal_days: "7".into(),
            reviewer_cap: String::new(),
        }
    }
}

impl RoundInput {
    /// The form that shows a round.
    pub fn of(round: &Round, zone: Zone) -> Self {
        Self {
            name: round.name.clone(),
            categories: round.categories.clone(),
            opens_at: zone.typed(round.phases.opens_at),
            submit_until: zone.typed(round.phases.submit_until),
            score_until: zone.typed(round.phases.score_until),
            appeal_days: round.phases.appeal_days.to_string(),
            reviewer_cap: round
                .reviewer_cap
                .map(|cap| cap.to_string())
                .unwrap_or_default(),
        }
    }

    /// Reads moments and numbers; whether they fit together is [`RoundForm::check`]'s.
    pub fn read(&self, zone: Zone) -> Result<RoundForm, Refusal> {
        let mut check = Check::default();
        let opens_at = check.field("opens_at", zone.read(&self.opens_at));
        let submit_until = check.field("submit_until", zone.read(&self.submit_until));
        let score_until = check.field("score_until", zone.read(&self.score_until));
        let appeal_days = check.field("appeal_days", number(&self.appeal_days));
        let reviewer_cap = match self.reviewer_cap.trim() {
            "" => Some(None),
            typed => check.field("reviewer_cap", number(typed)).map(Some),
        };
        check.done()?;
        let (
            Some(opens_at),
            Some(submit_until),
            Some(score_until),
            Some(appeal_days),
            Some(reviewer_cap),
        ) = (
            opens_at,
            submit_until,
            score_until,
            appeal_days,
            reviewer_cap,
        )
        else {
            return Err(Refusal::field("opens_at", Problem::Missing));
        };
        Ok(RoundForm {
            name: self.name.clone(),
            categories: self.categories.clone(),
            opens_at,
            submit_until,
            score_until,
            appeal_days,
            reviewer_cap,
        })
    }
}

fn number(typed: &str) -> Result<i64, Problem> {
    match typed.trim() {
        "" => Err(Problem::Missing),
        typed => typed.parse().map_err(|_| Problem::NotANumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_cannot_be_read_is_named() {
        let typed = RoundInput {
            opens_at: "besok".into(),
            appeal_days: "tujuh".into(),
            ..RoundInput::default()
        };
        let Err(Refusal::Fields(problems)) = typed.read(Zone::Wita) else {
            panic!("it was read");
        };
        let named: Vec<_> = problems
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        assert_eq!(
            named,
            ["opens_at", "submit_until", "score_until", "appeal_days"]
        );
    }

    #[test]
    fn a_form_is_read_in_the_time_of_its_centre() {
        let typed = RoundInput {
            name: "Kurasi November".into(),
            categories: vec!["food".into()],
            opens_at: "2026-11-01T08:00".into(),
            submit_until: "2026-11-14T17:00".into(),
            score_until: "2026-11-27T17:00".into(),
            appeal_days: "7".into(),
            reviewer_cap: "8".into(),
        };
        let form = typed.read(Zone::Wita).unwrap();
        assert_eq!(form.opens_at.to_rfc3339(), "2026-11-01T00:00:00+00:00");
        assert_eq!((form.appeal_days, form.reviewer_cap), (7, Some(8)));
    }
}
