//! Accounts, consent and contact details.

use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    language::Language,
    refusal::{Check, Problem},
};

/// How a person signs in and is reached: a phone number or an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Contact {
    /// In international form: `+6281234567890`.
    Phone(String),
    /// Lowercase.
    Email(String),
}

impl Contact {
    /// Reads what was typed into the one field for both.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        if text.contains('@') {
            email(text).map(Self::Email)
        } else {
            phone(text).map(Self::Phone)
        }
    }

    /// The stored form.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(text) | Self::Email(text) => text,
        }
    }
}

/// How somebody who forgot the password gets back in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecoveryWay {
    /// By a code of the front desk.
    Desk,
    /// By a link in a mail.
    Mail,
}

crate::text::text_enum!(RecoveryWay {
    Desk => "desk",
    Mail => "mail",
});

/// What the desk looked at before it gave a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentityCheck {
    /// The identity card (KTP), whose name is that of the account.
    Card,
    /// Known in person.
    Known,
}

crate::text::text_enum!(IdentityCheck {
    Card => "card",
    Known => "known",
});

/// What a person chose about language and mail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sql", derive(sqlx::FromRow))]
#[serde(default)]
pub struct Settings {
    /// Language of the workspace and of messages.
    pub language: Language,
    /// One mail a day instead of one each.
    pub mail_digest: bool,
    /// No mail from this hour of the centre's time (0–23) …
    pub quiet_from: i64,
    /// … until this one. The same hour twice: mail at any time.
    pub quiet_until: i64,
}

impl Settings {
    /// Hours are hours of a day.
    pub fn check(&self) -> Result<(), Refusal> {
        let hour = |hour: i64| match hour {
            0..24 => Ok(()),
            _ => Err(Problem::OutOfRange { min: 0, max: 23 }),
        };
        let mut check = Check::default();
        check.field("quiet_from", hour(self.quiet_from));
        check.field("quiet_until", hour(self.quiet_until));
        check.done()
    }
}

/// A person as she sees herself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "sql", derive(sqlx::FromRow))]
pub struct Myself {
    /// Name.
    pub name: String,
    /// Phone number, in international form.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// What she chose.
    #[cfg_attr(feature = "sql", sqlx(flatten))]
    pub settings: Settings,
}

/// Indonesian mobile and landline numbers as people write them: `0812-3456-7890`, `+62 812…`, `62812…`.
///
/// Ten to thirteen digits in the national form, which begins with 0.
pub fn phone(text: &str) -> Result<String, Problem> {
    let bare: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')'))
        .collect();
    let national = if let Some(rest) = bare.strip_prefix("+62") {
        format!("0{}", rest.strip_prefix('0').unwrap_or(rest))
    } else if let Some(rest) = bare.strip_prefix("62") {
        format!("0{rest}")
    } else {
        bare
    };
    if !national.bytes().all(|byte| byte.is_ascii_digit()) || !national.starts_with('0') {
        return Err(Problem::NotAContact);
    }
    match national.len() {
        0..=9 => Err(Problem::TooShort { min: 10 }),
        10..=13 => Ok(format!("+62{}", &national[1..])),
        _ => Err(Problem::TooLong { max: 13 }),
    }
}

/// An e-mail address: one `@`, a dot in the domain, no spaces. Whether it works is found out by writing to it.
pub fn email(text: &str) -> Result<String, Problem> {
    let text = text.trim().to_lowercase();
    let (local, domain) = text.split_once('@').ok_or(Problem::NotAContact)?;
    let sound = !local.is_empty()
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !domain.contains('@')
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
    if text.len() > 254 {
        Err(Problem::TooLong { max: 254 })
    } else if sound {
        Ok(text)
    } else {
        Err(Problem::NotAContact)
    }
}

/// What a person agrees to, purpose by purpose (UU PDP 27/2022 art. 20–22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Being served by the centre. Without it there is no account.
    Service,
    /// Showing products and the maker's story in the public gallery.
    Gallery,
    /// Sharing the file with buyers and banks, each time with a further yes.
    Sharing,
    /// Counting the business in the ministry's statistics, without its name.
    Statistics,
}

crate::text::text_enum!(Purpose {
    Service => "service",
    Gallery => "gallery",
    Sharing => "sharing",
    Statistics => "statistics",
});

/// The version of the consent wording people see now. A change of wording is a new number.
pub const CONSENT_WORDING: i64 = 1;

/// Why a password is easy to guess, and how to make it better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordAdvice {
    /// Fewer than eight letters.
    TooShort,
    /// One of the most used passwords, or close to one.
    Common,
    /// A single word of the dictionary.
    SingleWord,
    /// A name of a person.
    Name,
    /// A date or a year.
    Date,
    /// A row of keys, such as qwerty.
    Keys,
    /// The same letters again and again.
    Repeats,
    /// A sequence such as abc or 6543.
    Sequence,
    /// It contains the person's own name, number or address.
    Personal,
    /// Add another word or two; unusual ones are better.
    AddWords,
}

/// The least score of the strength estimator (0–4) that an account accepts.
pub const LEAST_PASSWORD_SCORE: u8 = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("0812-3456-7890", Ok("+6281234567890"))]
    #[case("+62 812 3456 7890", Ok("+6281234567890"))]
    #[case("62812 3456 7890", Ok("+6281234567890"))]
    #[case("+62 0812 3456 7890", Ok("+6281234567890"))]
    #[case("0812 33", Err(Problem::TooShort { min: 10 }))]
    #[case("08123456789012345", Err(Problem::TooLong { max: 13 }))]
    #[case("Ibu Yuliana", Err(Problem::NotAContact))]
    fn phone_numbers_are_read_as_people_write_them(
        #[case] typed: &str,
        #[case] expected: Result<&str, Problem>,
    ) {
        assert_eq!(phone(typed), expected.map(str::to_owned));
    }

    #[rstest::rstest]
    #[case("Yuliana@Contoh.id ", Some("yuliana@contoh.id"))]
    #[case("yuliana@contoh", None)]
    #[case("a@b@c.id", None)]
    #[case("<x>@contoh.id", None)]
    fn addresses_are_lowercased_or_refused(#[case] typed: &str, #[case] expected: Option<&str>) {
        assert_eq!(email(typed).ok().as_deref(), expected);
    }
}
