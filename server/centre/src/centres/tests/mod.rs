//! What the face of a centre promises.

mod administration;
mod faces;
mod figures;
mod visiting;

use domain::{
    access::{Actor, Permit, Place, Role, act},
    centres::{DayForm, HoursForm},
};

use crate::{Centre, testing::village};

/// A centre with its manager.
struct Door {
    place: Place,
    siti: Actor,
    slug: String,
}

impl Door {
    async fn of_ntb(centre: &Centre) -> Self {
        Self::opened(centre, "52", "5271", "PLUT NTB", "Siti Rahmawati").await
    }

    async fn opened(
        centre: &Centre,
        province: &str,
        regency: &str,
        name: &str,
        manager: &str,
    ) -> Self {
        let place = village::centre(centre, province, regency, name).await;
        let siti = village::staff(centre, manager, Role::Manager, &place).await;
        let slug = domain::gallery::slug(name);
        Self { place, siti, slug }
    }

    fn managing(&self) -> Permit<act::ManageCentre> {
        self.siti.may(act::ManageCentre, &self.place).unwrap()
    }
}

/// Monday to Friday from eight to four, on Fridays with a long break.
fn office_hours() -> HoursForm {
    let day = |rest: Option<(&str, &str)>| DayForm {
        opens: "08:00".into(),
        rest_from: rest.map(|(from, _)| from.into()).unwrap_or_default(),
        rest_until: rest.map(|(_, until)| until.into()).unwrap_or_default(),
        closes: "16:00".into(),
    };
    let mut days = vec![day(None), day(None), day(None), day(None)];
    days.push(day(Some(("11:30", "13:30"))));
    HoursForm { days }
}
