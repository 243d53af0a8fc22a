//! A complaint or suggestion, and the answers to it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::RegisterLine;
use crate::{
    Refusal,
    gallery::buyer_contact,
    ids::FeedbackId,
    language::Language,
    refusal::{Check, Problem, optional, text},
};

/// What kind of word it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackKind {
    /// Something went wrong.
    #[default]
    Complaint,
    /// Something could be better.
    Suggestion,
}

crate::text::text_enum!(FeedbackKind {
    Complaint => "complaint",
    Suggestion => "suggestion",
});

/// The public form, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeedbackForm {
    /// A random text of the page the form stands on: sending the same form twice tells once, with the same link.
    pub once: String,
    /// Complaint or suggestion.
    pub kind: String,
    /// What happened, or what could be better.
    pub text: String,
    /// Name; may be empty.
    pub name: String,
    /// Phone number or e-mail address; may be empty.
    pub contact: String,
    /// The language of the page.
    pub language: Language,
}

/// The form as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Complaint or suggestion.
    pub kind: FeedbackKind,
    /// 10–2,000 letters.
    pub text: String,
    /// At most 80 letters; empty for who stays unnamed.
    pub name: String,
    /// In stored form; empty for none.
    pub contact: String,
    /// The teller's language.
    pub language: Language,
}

impl FeedbackForm {
    /// Reads the form.
    pub fn check(&self) -> Result<Told, Refusal> {
        let mut check = Check::default();
        let kind = check.field("kind", self.kind.parse().map_err(|_| Problem::NotAChoice));
        let words = check.field("text", text(&self.text, 10, 2000));
        let name = check.field("name", text(&self.name, 0, 80));
        let contact = check.field("contact", optional(&self.contact, buyer_contact));
        check.done()?;
        Ok(Told {
            kind: kind.unwrap_or_default(),
            text: words.unwrap_or_default(),
            name: name.unwrap_or_default(),
            contact: contact.flatten().unwrap_or_default(),
            language: self.language,
        })
    }
}

/// How the answer stands against its clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Standing {
    /// Not answered; there is time until then.
    Waits {
        /// The last moment.
        until: DateTime<Utc>,
    },
    /// Not answered in time.
    Late {
        /// The last moment it would have been in time.
        since: DateTime<Utc>,
    },
    /// Answered.
    Answered {
        /// When first.
        at: DateTime<Utc>,
        /// Whether within the clock.
        in_time: bool,
    },
}

impl Standing {
    /// At `now`, of something due at `due` and first answered at `answered`.
    pub fn of(due: DateTime<Utc>, answered: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        match answered {
            Some(at) => Self::Answered {
                at,
                in_time: at <= due,
            },
            None if now <= due => Self::Waits { until: due },
            None => Self::Late { since: due },
        }
    }

    /// Whether the centre still owes the first answer.
    pub fn is_owed(self) -> bool {
        !matches!(self, Self::Answered { .. })
    }
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The centre's, or the teller's.
    pub from_centre: bool,
    /// Text.
    pub text: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// One complaint or suggestion in the staff's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackLine {
    /// Identity.
    pub id: FeedbackId,
    /// Complaint or suggestion.
    pub kind: FeedbackKind,
    /// The teller's name; empty for who stays unnamed.
    pub name: String,
    /// How it begins.
    pub text: String,
    /// When it came.
    pub created_at: DateTime<Utc>,
    /// How the answer stands.
    pub standing: Standing,
    /// Whether the last word is the teller's.
    pub waits: bool,
    /// How far the register has it, if it stands there.
    pub register: Option<super::Progress>,
}

/// The whole conversation, for the staff or, by secret link, for who began it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Identity.
    pub id: FeedbackId,
    /// The centre's name.
    pub centre: String,
    /// Part of the centre's address.
    pub centre_slug: String,
    /// Complaint or suggestion.
    pub kind: FeedbackKind,
    /// The teller's name; empty for who stays unnamed.
    pub name: String,
    /// How to reach them; empty for none.
    pub contact: String,
    /// Their language.
    pub language: Language,
    /// When it came.
    pub created_at: DateTime<Utc>,
    /// How the answer stands.
    pub standing: Standing,
    /// Oldest first; it begins with the teller's word.
    pub messages: Vec<Message>,
    /// The line of the register that came of it, once it is public.
    pub register: Option<RegisterLine>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_complains_needs_no_name_but_words() {
        let form = FeedbackForm {
            kind: "complaint".into(),
            text: "Pintu depan terkunci pukul sepuluh.".into(),
            ..FeedbackForm::default()
        };
        let told = form.check().unwrap();
        assert_eq!((told.name.as_str(), told.contact.as_str()), ("", ""));
        let silent = FeedbackForm {
            text: "Tutup".into(),
            contact: "0812".into(),
            ..form
        };
        let Err(Refusal::Fields(fields)) = silent.check() else {
            panic!()
        };
        let named: Vec<_> = fields.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(named, ["text", "contact"]);
    }

    #[test]
    fn an_answer_in_the_last_second_is_in_time() {
        let due = "2026-12-08T00:40:00Z".parse().unwrap();
        let second = chrono::Duration::seconds(1);
        assert_eq!(
            Standing::of(due, Some(due), due),
            Standing::Answered {
                at: due,
                in_time: true
            }
        );
        assert_eq!(
            Standing::of(due, None, due + second),
            Standing::Late { since: due }
        );
        assert!(Standing::of(due, None, due).is_owed());
    }
}
