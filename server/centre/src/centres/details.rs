//! A centre's words about itself, its address and phone; and the page on which all of its face is administered.

use domain::{
    Refusal,
    centres::{Administration, Details, DetailsForm},
    ids::CentreId,
    language::Bilingual,
};

use super::{Managing, changes, closures, home, hours, parts, rooms, services};
use crate::{
    Centre, Result,
    db::{Conn, Json, execute, maybe},
    places,
};

type Row = (String, String, Json<Bilingual>, Json<Bilingual>);

/// What a centre says of itself; `None` when there is none.
pub(super) async fn of(conn: &mut Conn, centre: CentreId) -> Result<Option<Details>> {
    let row = maybe!(
        conn,
        Row,
        "SELECT address, phone, intro, arrival FROM centres WHERE id = $1",
        centre,
    )?;
    Ok(row.map(|(address, phone, intro, arrival)| Details {
        address,
        phone,
        intro: intro.0,
        arrival: arrival.0,
    }))
}

/// Everything that can be said of the permit's centre, as it stands.
pub async fn administration(centre: &Centre, permit: &Managing) -> Result<Administration> {
    let here = home(permit)?;
    let now = centre.clock.now();
    let mut conn = centre.db.read().await?;
    let row = places::centre(&mut conn, here)
        .await?
        .ok_or(Refusal::NotFound)?;
    let details = of(&mut conn, here).await?.ok_or(Refusal::NotFound)?;
    Ok(Administration {
        centre: here,
        name: row.name,
        slug: row.slug,
        zone: row.zone,
        details: DetailsForm {
            address: details.address,
            phone: details.phone,
            intro_id: details.intro.id,
            intro_en: details.intro.en,
            arrival_id: details.arrival.id,
            arrival_en: details.arrival.en,
        },
        week: hours::week(&mut conn, here).await?,
        closures: closures::of(&mut conn, here, now).await?,
        holidays: closures::holidays(&mut conn, now).await?,
        services: services::of(&mut conn, here).await?,
        rooms: rooms::of(&mut conn, here).await?,
        removed: parts::removed(&mut conn, here).await?,
        changes: changes::last(&mut conn, here).await?,
    })
}

/// Saves the centre's words, address and phone.
pub async fn save_details(centre: &Centre, permit: Managing, form: &DetailsForm) -> Result<()> {
    let details = form.check()?;
    centre
        .db
        .write((permit, details), |tx, (permit, details)| {
            Box::pin(async move {
                let here = home(permit)?;
                let before = of(tx, here).await?.ok_or(Refusal::NotFound)?;
                execute!(
                    tx,
                    "UPDATE centres SET address = $1, phone = $2, intro = $3, arrival = $4 WHERE id = $5",
                    details.address.as_str(),
                    details.phone.as_str(),
                    Json(&details.intro),
                    Json(&details.arrival),
                    here,
                )?;
                let fields = [
                    ("address", before.address.as_str(), details.address.as_str()),
                    ("phone", &before.phone, &details.phone),
                    ("intro_id", &before.intro.id, &details.intro.id),
                    ("intro_en", &before.intro.en, &details.intro.en),
                    ("arrival_id", &before.arrival.id, &details.arrival.id),
                    ("arrival_en", &before.arrival.en, &details.arrival.en),
                ];
                changes::note(tx, permit, "centre", here.0, &fields).await
            })
        })
        .await
}
