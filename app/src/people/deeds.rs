//! What was done, and to what, in words: the names that the record of acts keeps.

use crate::words::{Key, deeds as d};

/// An act of the record. `None` for one that has no word yet; the page then shows its name.
pub fn act_name(act: &str) -> Option<Key> {
    Some(match act {
        "WorkAtCentre" => d::ACT_WORK_AT_CENTRE,
        "ReadStaff" => d::ACT_READ_STAFF,
        "ManageStaff" => d::ACT_MANAGE_STAFF,
        "ImportLists" => d::ACT_IMPORT_LISTS,
        "HelpSignIn" => d::ACT_HELP_SIGN_IN,
        "ReadBusiness" => d::ACT_READ_BUSINESS,
        "EditBusiness" => d::ACT_EDIT_BUSINESS,
        "VerifyClaim" => d::ACT_VERIFY_CLAIM,
        "SubmitProduct" => d::ACT_SUBMIT_PRODUCT,
        "ReadSubmission" => d::ACT_READ_SUBMISSION,
        "AnswerDecision" => d::ACT_ANSWER_DECISION,
        "ScoreEntry" => d::ACT_SCORE_ENTRY,
        "ManageRounds" => d::ACT_MANAGE_ROUNDS,
        "EditRubric" => d::ACT_EDIT_RUBRIC,
        "ManageCollections" => d::ACT_MANAGE_COLLECTIONS,
        "AnswerInquiry" => d::ACT_ANSWER_INQUIRY,
        "DoTask" => d::ACT_DO_TASK,
        "MendJobs" => d::ACT_MEND_JOBS,
        "ReadAudit" => d::ACT_READ_AUDIT,
        "ManageCentre" => d::ACT_MANAGE_CENTRE,
        "AnswerFeedback" => d::ACT_ANSWER_FEEDBACK,
        "KeepRegister" => d::ACT_KEEP_REGISTER,
        "WriteNews" => d::ACT_WRITE_NEWS,
        "ShowOneself" => d::ACT_SHOW_ONESELF,
        "GiveFeedback" => d::ACT_GIVE_FEEDBACK,
        "SignUp" => d::ACT_SIGN_UP,
        "ChangeSettings" => d::ACT_CHANGE_SETTINGS,
        "GiveConsent" => d::ACT_GIVE_CONSENT,
        "RevokeConsent" => d::ACT_REVOKE_CONSENT,
        "RegisterBusiness" => d::ACT_REGISTER_BUSINESS,
        "KeepPhoto" => d::ACT_KEEP_PHOTO,
        "KeepDocument" => d::ACT_KEEP_DOCUMENT,
        "Inquire" => d::ACT_INQUIRE,
        "AcceptInvitation" => d::ACT_ACCEPT_INVITATION,
        "SignOutEverywhere" => d::ACT_SIGN_OUT_EVERYWHERE,
        "ChangePassword" => d::ACT_CHANGE_PASSWORD,
        "AskLink" => d::ACT_ASK_LINK,
        "RecoverPassword" => d::ACT_RECOVER_PASSWORD,
        "NewDevice" => d::ACT_NEW_DEVICE,
        "EndDevice" => d::ACT_END_DEVICE,
        "SecondStepOn" => d::ACT_SECOND_STEP_ON,
        "SecondStepOff" => d::ACT_SECOND_STEP_OFF,
        "NewSpareCodes" => d::ACT_NEW_SPARE_CODES,
        "UseSpareCode" => d::ACT_USE_SPARE_CODE,
        "MakePasskey" => d::ACT_MAKE_PASSKEY,
        "DropPasskey" => d::ACT_DROP_PASSKEY,
        _ => return None,
    })
}

/// A kind of thing. `None` for one that has no word yet.
pub fn thing_name(thing: &str) -> Option<Key> {
    Some(match thing {
        "appeal" => d::THING_APPEAL,
        "import" => d::THING_IMPORT,
        "assignment" => d::THING_ASSIGNMENT,
        "business" => d::THING_BUSINESS,
        "centre" => d::THING_CENTRE,
        "claim" => d::THING_CLAIM,
        "closure" => d::THING_CLOSURE,
        "collection" => d::THING_COLLECTION,
        "conflict" => d::THING_CONFLICT,
        "consent" => d::THING_CONSENT,
        "entry" => d::THING_ENTRY,
        "expertise" => d::THING_EXPERTISE,
        "face" => d::THING_FACE,
        "feedback" => d::THING_FEEDBACK,
        "improvement" => d::THING_IMPROVEMENT,
        "inquiry" => d::THING_INQUIRY,
        "invitation" => d::THING_INVITATION,
        "job" => d::THING_JOB,
        "media" => d::THING_MEDIA,
        "membership" => d::THING_MEMBERSHIP,
        "news" => d::THING_NEWS,
        "opening_hours" => d::THING_OPENING_HOURS,
        "person" => d::THING_PERSON,
        "product" => d::THING_PRODUCT,
        "product_photo" => d::THING_PRODUCT_PHOTO,
        "room" => d::THING_ROOM,
        "round" => d::THING_ROUND,
        "rubric" => d::THING_RUBRIC,
        "service" => d::THING_SERVICE,
        "snapshot" => d::THING_SNAPSHOT,
        "task" => d::THING_TASK,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use domain::access::ActKind;

    use super::*;

    #[test]
    fn every_right_has_a_word_in_the_record() {
        for act in ActKind::ALL {
            assert!(act_name(act.name()).is_some(), "{}", act.name());
        }
    }
}
