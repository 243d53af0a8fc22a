//! The states of an entry, the moves between them, and the phases of a round.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Refusal;

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// Sent in, waiting for reviewers.
    Submitted,
    /// Reviewers are at work.
    InReview,
    /// All needed scores are in.
    Scored,
    /// A decision is prepared but not announced.
    Decided,
    /// The decision is public.
    Released,
    /// Taken back by its owner.
    Withdrawn,
}

crate::text::text_enum!(EntryState {
    Submitted => "submitted",
    InReview => "in_review",
    Scored => "scored",
    Decided => "decided",
    Released => "released",
    Withdrawn => "withdrawn",
});

/// What can happen to an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// Reviewers were assigned.
    Assign,
    /// The scores suffice.
    Complete,
    /// The scores no longer suffice: a third reviewer was called, or one stepped back.
    Reopen,
    /// A manager prepared a decision.
    Decide,
    /// A manager took the prepared decision back.
    Undecide,
    /// All prepared decisions of the round were announced.
    Release,
    /// The owner took it back.
    Withdraw,
    /// An appeal was granted: it is reviewed once more.
    GrantAppeal,
}

crate::text::text_enum!(Move {
    Assign => "assign",
    Complete => "complete",
    Reopen => "reopen",
    Decide => "decide",
    Undecide => "undecide",
    Release => "release",
    Withdraw => "withdraw",
    GrantAppeal => "grant_appeal",
});

impl EntryState {
    /// Whether it was sent in and nothing is announced yet.
    pub fn is_with_curators(self) -> bool {
        !matches!(self, Self::Released | Self::Withdrawn)
    }

    /// The only door between states. An illegal move is refused and names the state that forbids it.
    pub fn step(self, by: Move) -> Result<Self, Refusal> {
        use EntryState::{Decided, InReview, Released, Scored, Submitted, Withdrawn};
        match (self, by) {
            (Submitted | InReview, Move::Assign) => Ok(InReview),
            (InReview, Move::Complete) => Ok(Scored),
            (InReview | Scored, Move::Reopen) => Ok(InReview),
            (Scored, Move::Decide) => Ok(Decided),
            (Decided, Move::Undecide) => Ok(Scored),
            (Decided, Move::Release) => Ok(Released),
            (Submitted | InReview | Scored | Decided, Move::Withdraw) => Ok(Withdrawn),
            (Released, Move::GrantAppeal) => Ok(InReview),
            (from, _) => Err(Refusal::IllegalMove { from }),
        }
    }

    /// What its owner may know: scores and prepared decisions stay inside until they are announced.
    pub fn announced(self) -> Self {
        match self {
            Self::Scored | Self::Decided => Self::InReview,
            state => state,
        }
    }
}

/// What a round is open for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Announced, not open yet.
    Announced,
    /// Entries may be sent in.
    Submission,
    /// Reviewers score.
    Scoring,
    /// Scores are closed, decisions are prepared.
    Decision,
    /// Decisions were announced; appeals may come.
    Appeals,
    /// Over.
    Closed,
}

crate::text::text_enum!(Phase {
    Announced => "announced",
    Submission => "submission",
    Scoring => "scoring",
    Decision => "decision",
    Appeals => "appeals",
    Closed => "closed",
});

/// The dates of a round. Each phase begins at its moment and lasts until the next; scoring may begin while
/// submissions still come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phases {
    /// Entries may be sent in from here …
    pub opens_at: DateTime<Utc>,
    /// … until here, when scoring takes over.
    pub submit_until: DateTime<Utc>,
    /// Scores may be given until here.
    pub score_until: DateTime<Utc>,
    /// When decisions were announced, once they were.
    pub released_at: Option<DateTime<Utc>>,
    /// Days after the announcement in which one may object.
    pub appeal_days: i64,
}

impl Phases {
    /// The phase at a moment.
    pub fn at(&self, now: DateTime<Utc>) -> Phase {
        match self.released_at {
            Some(released) if now < released + chrono::Duration::days(self.appeal_days) => {
                Phase::Appeals
            }
            Some(_) => Phase::Closed,
            None if now < self.opens_at => Phase::Announced,
            None if now < self.submit_until => Phase::Submission,
            None if now < self.score_until => Phase::Scoring,
            None => Phase::Decision,
        }
    }

    /// Whether entries may be sent in or taken back and changed.
    pub fn takes_entries(&self, now: DateTime<Utc>) -> bool {
        self.at(now) == Phase::Submission
    }

    /// Whether reviewers may score: from the first entry on until scoring ends.
    pub fn takes_scores(&self, now: DateTime<Utc>) -> bool {
        matches!(self.at(now), Phase::Submission | Phase::Scoring)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every move that is legal, as a checked-in list: all others must be refused.
    const LEGAL: &[(EntryState, Move, EntryState)] = &[
        (EntryState::Submitted, Move::Assign, EntryState::InReview),
        (EntryState::Submitted, Move::Withdraw, EntryState::Withdrawn),
        (EntryState::InReview, Move::Assign, EntryState::InReview),
        (EntryState::InReview, Move::Complete, EntryState::Scored),
        (EntryState::InReview, Move::Reopen, EntryState::InReview),
        (EntryState::InReview, Move::Withdraw, EntryState::Withdrawn),
        (EntryState::Scored, Move::Reopen, EntryState::InReview),
        (EntryState::Scored, Move::Decide, EntryState::Decided),
        (EntryState::Scored, Move::Withdraw, EntryState::Withdrawn),
        (EntryState::Decided, Move::Undecide, EntryState::Scored),
        (EntryState::Decided, Move::Release, EntryState::Released),
        (EntryState::Decided, Move::Withdraw, EntryState::Withdrawn),
        (
            EntryState::Released,
            Move::GrantAppeal,
            EntryState::InReview,
        ),
    ];

    #[test]
    fn every_move_is_either_on_the_list_or_refused() {
        for from in EntryState::ALL {
            for by in Move::ALL {
                let listed = LEGAL
                    .iter()
                    .find(|(f, b, _)| f == from && b == by)
                    .map(|(_, _, to)| *to);
                let expected = listed.ok_or(Refusal::IllegalMove { from: *from });
                assert_eq!(from.step(*by), expected, "{from} {by}");
            }
        }
    }

    #[test]
    fn an_owner_learns_of_no_score_and_no_prepared_decision() {
        let told = EntryState::ALL.iter().map(|state| state.announced());
        let expected = [
            EntryState::Submitted,
            EntryState::InReview,
            EntryState::InReview,
            EntryState::InReview,
            EntryState::Released,
            EntryState::Withdrawn,
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn phases_follow_their_dates() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let mut phases = Phases {
            opens_at: at("2026-11-01T00:00:00Z"),
            submit_until: at("2026-11-20T00:00:00Z"),
            score_until: at("2026-11-27T09:00:00Z"),
            released_at: None,
            appeal_days: 7,
        };
        assert_eq!(phases.at(at("2026-10-31T00:00:00Z")), Phase::Announced);
        assert_eq!(phases.at(at("2026-11-19T23:59:59Z")), Phase::Submission);
        assert_eq!(phases.at(at("2026-11-20T00:00:00Z")), Phase::Scoring);
        assert_eq!(phases.at(at("2026-11-27T09:00:00Z")), Phase::Decision);
        phases.released_at = Some(at("2026-11-28T00:00:00Z"));
        assert_eq!(phases.at(at("2026-12-04T23:00:00Z")), Phase::Appeals);
        assert_eq!(phases.at(at("2026-12-05T00:00:00Z")), Phase::Closed);
    }
}
