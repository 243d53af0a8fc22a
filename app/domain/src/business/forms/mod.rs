//! What the forms of a business file send, as typed, and what is read from them.
//!
//! Every field is kept as typed, so that a refused form can be shown again; `check` reads all of them and names every
//! field that needs mending at once.

mod claims;
mod figures;
mod profile;
mod registration;

pub use claims::{Checking, ClaimCheckForm, ClaimForm, Declared};
pub use figures::{Figures, SnapshotForm};
pub use profile::{Profile, ProfileForm};
pub use registration::{NewBusiness, Registration};

use crate::refusal::{Problem, text};

/// Six digits; whether such a district exists, the database knows.
fn district(typed: &str) -> Result<String, Problem> {
    let code = text(typed, 1, 200)?;
    if code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(code)
    } else {
        Err(Problem::NotAChoice)
    }
}

/// One of an enum's words.
fn choice<T: std::str::FromStr>(typed: &str) -> Result<T, Problem> {
    match typed.trim() {
        "" => Err(Problem::Missing),
        word => word.parse().map_err(|_| Problem::NotAChoice),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::{Refusal, refusal::Problem};

    pub fn today() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    pub fn problems<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Vec<(String, Problem)> {
        match result {
            Err(Refusal::Fields(fields)) => {
                fields.into_iter().map(|f| (f.field, f.problem)).collect()
            }
            other => panic!("{other:?}"),
        }
    }
}
