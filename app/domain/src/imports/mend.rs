//! What a clerk writes to mend a row.

use serde::{Deserialize, Serialize};

use super::Facts;
use crate::{
    Refusal,
    business::{ClaimKind, claim_number},
    money::Rupiah,
    people::phone,
    refusal::{Check, Problem, money, number, optional, text},
};

/// The fields of a row, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MendForm {
    /// Who owns the business.
    pub owner: String,
    /// What it is called.
    pub business: String,
    /// A telephone.
    pub phone: String,
    /// Code of the district; empty where only the regency is known.
    pub district: String,
    /// Rupiah a year.
    pub turnover: String,
    /// People who work there.
    pub workers: String,
    /// Thirteen digits.
    pub nib: String,
}

/// What a mended row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Who owns the business.
    pub owner: String,
    /// What it is called.
    pub business: Option<String>,
    /// A telephone.
    pub phone: Option<String>,
    /// Code of the district.
    pub district: Option<String>,
    /// Rupiah a year.
    pub turnover: Option<i64>,
    /// People who work there.
    pub workers: Option<i64>,
    /// Thirteen digits.
    pub nib: Option<String>,
}

impl MendForm {
    /// A row as a form shows it.
    pub fn of(facts: &Facts) -> Self {
        let written = |amount: Option<i64>| amount.map_or_else(String::new, |n| n.to_string());
        Self {
            owner: facts.owner.clone().unwrap_or_default(),
            business: facts.business.clone().unwrap_or_default(),
            phone: facts.phones.first().cloned().unwrap_or_default(),
            district: facts.district.clone().unwrap_or_default(),
            turnover: written(facts.turnover),
            workers: written(facts.workers),
            nib: facts.nib.clone().unwrap_or_default(),
        }
    }

    /// Reads all fields, and names every one that needs mending.
    pub fn check(&self) -> Result<Mended, Refusal> {
        let mut check = Check::default();
        let most = Rupiah(50_000_000_000);
        let district = |code: &str| match code.len() {
            6 if code.bytes().all(|byte| byte.is_ascii_digit()) => Ok(code.to_owned()),
            _ => Err(Problem::NotAChoice),
        };
        let owner = check.field("owner", text(&self.owner, 2, 80));
        let business = check.field(
            "business",
            optional(&self.business, |name| text(name, 2, 80)),
        );
        let telephone = check.field("phone", optional(&self.phone, phone));
        let district = check.field("district", optional(&self.district, district));
        let turnover = check.field(
            "turnover",
            optional(&self.turnover, |amount| money(amount, Rupiah(0), most)),
        );
        let workers = check.field("workers", optional(&self.workers, |n| number(n, 0, 10_000)));
        let nib = check.field(
            "nib",
            optional(&self.nib, |digits| claim_number(ClaimKind::Nib, digits)),
        );
        check.done()?;
        let read = || {
            Some(Mended {
                owner: owner?,
                business: business?,
                phone: telephone?,
                district: district?,
                turnover: turnover?.map(|amount| amount.0),
                workers: workers?,
                nib: nib?,
            })
        };
        read().ok_or(Refusal::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_needs_mending_is_named_at_once() {
        let form = MendForm {
            phone: "0812".into(),
            district: "Pujut".into(),
            nib: "12".into(),
            ..MendForm::default()
        };
        let Err(Refusal::Fields(problems)) = form.check() else {
            panic!("it was taken");
        };
        let fields: Vec<&str> = problems.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["owner", "phone", "district", "nib"]);
    }

    #[test]
    fn what_a_row_says_is_a_form_that_is_taken_as_it_is() {
        let facts = Facts {
            owner: Some("Inaq Sahnun".into()),
            phones: vec!["+6281234567890".into()],
            district: Some("520202".into()),
            turnover: Some(84_000_000),
            ..Facts::default()
        };
        let mended = MendForm::of(&facts).check().unwrap();
        assert_eq!(mended.owner, "Inaq Sahnun");
        assert_eq!(mended.phone.as_deref(), Some("+6281234567890"));
        assert_eq!(mended.turnover, Some(84_000_000));
    }
}
