//! Opening a business file.

use serde::{Deserialize, Serialize};

use super::district;
use crate::{
    Refusal,
    people::phone,
    refusal::{Check, optional, text},
};

/// Opening a business file takes four answers; the rest can wait.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewBusiness {
    /// The name on the sign.
    pub name: String,
    /// Official code of its district; decides which centre serves it.
    pub district: String,
    /// Street and village.
    pub address: String,
    /// The number buyers write to.
    pub whatsapp: String,
}

/// A new business as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// 2–80 letters.
    pub name: String,
    /// Six digits.
    pub district: String,
    /// At most 200 letters.
    pub address: String,
    /// International form.
    pub whatsapp: Option<String>,
}

impl NewBusiness {
    /// Reads the form.
    pub fn check(&self) -> Result<Registration, Refusal> {
        let mut check = Check::default();
        let name = check.field("name", text(&self.name, 2, 80));
        let district = check.field("district", district(&self.district));
        let address = check.field("address", text(&self.address, 0, 200));
        let whatsapp = check.field("whatsapp", optional(&self.whatsapp, phone));
        check.done()?;
        match (name, district, address, whatsapp) {
            (Some(name), Some(district), Some(address), Some(whatsapp)) => Ok(Registration {
                name,
                district,
                address,
                whatsapp,
            }),
            _ => Err(Refusal::Fields(vec![])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::problems, *};
    use crate::refusal::Problem;

    fn tenun() -> NewBusiness {
        NewBusiness {
            name: "  Tenun Sari Sukarara ".into(),
            district: "520202".into(),
            ..NewBusiness::default()
        }
    }

    #[test]
    fn a_name_and_a_district_open_a_file() {
        let read = tenun().check().unwrap();
        assert_eq!(read.name, "Tenun Sari Sukarara");
        assert_eq!((read.address.as_str(), read.whatsapp), ("", None));
    }

    #[test]
    fn a_number_is_kept_in_its_international_form() {
        let form = NewBusiness {
            whatsapp: "0812-3456-7890".into(),
            ..tenun()
        };
        let read = form.check().unwrap();
        assert_eq!(read.whatsapp.as_deref(), Some("+6281234567890"));
    }

    #[test]
    fn what_lacks_and_what_cannot_be_is_named_at_once() {
        let form = NewBusiness {
            district: "5202".into(),
            whatsapp: "08123".into(),
            ..NewBusiness::default()
        };
        assert_eq!(
            problems(form.check()),
            [
                ("name".into(), Problem::Missing),
                ("district".into(), Problem::NotAChoice),
                ("whatsapp".into(), Problem::TooShort { min: 10 }),
            ]
        );
    }
}
