//! The words for curation's states and choices.

use domain::{
    curation::{Category, Chore, Decision},
    ids::RoundId,
    review::{AbstainReason, CriterionKind, EntryState, Phase, Right, Unseated},
    tasks::ClinicLine,
};

use crate::{
    ui::category_word,
    words::{Key, Words, curation as c, home as h},
};

/// The names of families that travel as words, with commas between.
pub fn category_list(w: Words, words: &[String]) -> String {
    let names: Vec<&str> = words
        .iter()
        .filter_map(|word| word.parse().ok())
        .map(|category: Category| w.t(category_word(category)))
        .collect();
    names.join(", ")
}

/// Where an entry stands.
pub fn state_name(state: EntryState) -> Key {
    match state {
        EntryState::Submitted => c::STATE_SUBMITTED,
        EntryState::InReview => c::STATE_IN_REVIEW,
        EntryState::Scored => c::STATE_SCORED,
        EntryState::Decided => c::STATE_DECIDED,
        EntryState::Released => c::STATE_RELEASED,
        EntryState::Withdrawn => c::STATE_WITHDRAWN,
    }
}

/// What a round is open for.
pub fn phase_name(phase: Phase) -> Key {
    match phase {
        Phase::Announced => c::PHASE_ANNOUNCED,
        Phase::Submission => c::PHASE_SUBMISSION,
        Phase::Scoring => c::PHASE_SCORING,
        Phase::Decision => c::PHASE_DECISION,
        Phase::Appeals => c::PHASE_APPEALS,
        Phase::Closed => c::PHASE_CLOSED,
    }
}

/// What somebody may do in a phase.
pub fn right_name(right: Right) -> Key {
    match right {
        Right::Submit => c::RIGHT_SUBMIT,
        Right::Withdraw => c::RIGHT_WITHDRAW,
        Right::Assign => c::RIGHT_ASSIGN,
        Right::Score => c::RIGHT_SCORE,
        Right::Decide => c::RIGHT_DECIDE,
        Right::Appeal => c::RIGHT_APPEAL,
    }
}

/// A verdict.
pub fn decision_name(decision: Decision) -> Key {
    match decision {
        Decision::Passed => c::DECISION_PASSED,
        Decision::PassedConditionally => c::DECISION_CONDITIONAL,
        Decision::Revise => c::DECISION_REVISE,
        Decision::Rejected => c::DECISION_REJECTED,
    }
}

/// How a criterion takes part.
pub fn kind_name(kind: CriterionKind) -> Key {
    match kind {
        CriterionKind::Weighted => c::KIND_WEIGHTED,
        CriterionKind::Gate => c::KIND_GATE,
        CriterionKind::Independent => c::KIND_INDEPENDENT,
    }
}

/// Who helps.
pub fn clinic_name(line: ClinicLine) -> Key {
    match line {
        ClinicLine::Legality => c::CLINIC_LEGALITY,
        ClinicLine::People => c::CLINIC_PEOPLE,
        ClinicLine::Production => c::CLINIC_PRODUCTION,
        ClinicLine::Finance => c::CLINIC_FINANCE,
        ClinicLine::Marketing => c::CLINIC_MARKETING,
        ClinicLine::Technology => c::CLINIC_TECHNOLOGY,
        ClinicLine::Networks => c::CLINIC_NETWORKS,
        ClinicLine::Design => c::CLINIC_DESIGN,
    }
}

/// Why a curator steps back.
pub fn reason_name(reason: AbstainReason) -> Key {
    match reason {
        AbstainReason::Conflict => c::REASON_CONFLICT,
        AbstainReason::Expertise => c::REASON_EXPERTISE,
        AbstainReason::Time => c::REASON_TIME,
        AbstainReason::Other => c::REASON_OTHER,
    }
}

/// Why a seat stays empty.
pub fn unseated_name(why: Unseated) -> Key {
    match why {
        Unseated::NoReviewers => c::UNSEATED_NOBODY,
        Unseated::AllBarred => c::UNSEATED_BARRED,
        Unseated::AllFull => c::UNSEATED_FULL,
    }
}

/// What a chore is called, with its number of products.
pub fn chore_name(chore: Chore) -> Key {
    match chore {
        Chore::AnswerAppeals => h::CHORE_APPEALS,
        Chore::FindCurators => h::CHORE_CURATORS,
        Chore::EndLate => h::CHORE_LATE,
        Chore::Decide => h::CHORE_DECIDE,
        Chore::Release => h::CHORE_RELEASE,
    }
}

/// Where it is done.
pub fn chore_page(round: RoundId, chore: Chore) -> String {
    match chore {
        Chore::AnswerAppeals => format!("/putaran/{round}/banding"),
        Chore::FindCurators => format!("/putaran/{round}?rencana=1"),
        Chore::EndLate => format!("/putaran/{round}"),
        Chore::Decide | Chore::Release => format!("/putaran/{round}/keputusan"),
    }
}
