//! What a centre offers.

use domain::{
    Refusal,
    centres::{Offer, Service, ServiceForm},
    ids::{CentreId, ServiceId},
    language::Bilingual,
    tasks::ClinicLine,
};

use super::{Managing, changes, home};
use crate::{
    Centre, Result,
    db::{Conn, Json, Tx, all, execute, maybe},
};

/// What a centre offers, field by field in their order.
pub(super) async fn of(conn: &mut Conn, centre: CentreId) -> Result<Vec<Service>> {
    let rows = all!(
        conn,
        (ServiceId, ClinicLine, Json<Bilingual>, Json<Bilingual>),
        "SELECT id, field, name, detail FROM services WHERE centre_id = $1 AND removed_at IS NULL ORDER BY added_at, id",
        centre,
    )?;
    let mut services: Vec<Service> = rows
        .into_iter()
        .map(|(id, field, name, detail)| Service {
            id,
            field,
            name: name.0,
            detail: detail.0,
        })
        .collect();
    let place = |field| ClinicLine::ALL.iter().position(|one| *one == field);
    services.sort_by_key(|service| place(service.field));
    Ok(services)
}

/// Adds something that the centre offers, or changes it; the identity is made where the form is opened.
pub async fn save_service(
    centre: &Centre,
    permit: Managing,
    id: ServiceId,
    form: &ServiceForm,
) -> Result<()> {
    let offer = form.check()?;
    centre
        .db
        .write((permit, id, offer), |tx, (permit, id, offer)| {
            Box::pin(save(tx, permit, *id, offer))
        })
        .await
}

type Row = (CentreId, ClinicLine, Json<Bilingual>, Json<Bilingual>);

async fn save(tx: &mut Tx, permit: &Managing, id: ServiceId, offer: &Offer) -> Result<()> {
    let (here, now) = (home(permit)?, tx.now());
    let before = maybe!(
        tx,
        Row,
        "SELECT centre_id, field, name, detail FROM services WHERE id = $1",
        id,
    )?;
    if before.as_ref().is_some_and(|(whose, ..)| *whose != here) {
        return Err(Refusal::NotFound.into());
    }
    execute!(
        tx,
        "INSERT INTO services (id, centre_id, field, name, detail, added_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (id) DO UPDATE SET field = excluded.field, name = excluded.name, detail = excluded.detail",
        id,
        here,
        offer.field,
        Json(&offer.name),
        Json(&offer.detail),
        now,
    )?;
    let old_field = before.as_ref().map_or("", |(_, field, ..)| field.as_str());
    let (name, detail) = before
        .as_ref()
        .map(|(_, _, name, detail)| (name.0.clone(), detail.0.clone()))
        .unwrap_or_default();
    let fields = [
        ("field", old_field, offer.field.as_str()),
        ("name_id", name.id.as_str(), offer.name.id.as_str()),
        ("name_en", &name.en, &offer.name.en),
        ("detail_id", &detail.id, &offer.detail.id),
        ("detail_en", &detail.en, &offer.detail.en),
    ];
    changes::note(tx, permit, "service", id.0, &fields).await
}
