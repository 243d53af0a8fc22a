//! Who of the staff shows themselves. Nobody is shown by somebody else.

use domain::{
    Refusal,
    access::{Actor, Role},
    centres::{Face, OwnFace, ShownForm},
    ids::{CentreId, PersonId},
    tasks::ClinicLine,
};

use crate::{
    Centre, Result, audit,
    db::{Conn, Sql, all, execute, maybe},
    places,
};

/// The order in which people stand on the page.
const ORDER: [Role; 4] = [
    Role::Manager,
    Role::Consultant,
    Role::Curator,
    Role::FrontDesk,
];

fn rank(role: Role) -> usize {
    let place = ORDER.iter().position(|one| *one == role);
    place.unwrap_or(ORDER.len())
}

/// Who agreed to be shown and still works there, the manager first.
pub(super) async fn of(conn: &mut Conn, centre: CentreId) -> Result<Vec<Face>> {
    let rows = all!(
        conn,
        (PersonId, String, Role, Option<ClinicLine>),
        "SELECT p.id, p.name, m.role, f.field FROM faces f JOIN people p ON p.id = f.person_id \
         JOIN memberships m ON m.person_id = p.id AND m.centre_id = f.centre_id AND m.ended_at IS NULL \
         WHERE f.centre_id = $1 AND p.disabled_at IS NULL ORDER BY p.name, p.id",
        centre,
    )?;
    let mut faces: Vec<(PersonId, Face)> = Vec::new();
    for (person, name, role, field) in rows.into_iter().filter(|(_, _, role, _)| role.is_staff()) {
        match faces.last_mut() {
            Some((last, face)) if *last == person => face.roles.push(role),
            _ => {
                let roles = vec![role];
                faces.push((person, Face { name, roles, field }));
            }
        }
    }
    let mut faces: Vec<Face> = faces.into_iter().map(|(_, face)| face).collect();
    for face in &mut faces {
        face.roles.sort_by_key(|role| rank(*role));
    }
    faces.sort_by_key(|face| face.roles.first().map(|role| rank(*role)));
    Ok(faces)
}

/// The roles of the staff that the actor holds at a centre.
fn roles_at(actor: &Actor, centre: CentreId) -> Vec<Role> {
    let here = actor
        .memberships
        .iter()
        .filter(|held| held.centre == Some(centre) && held.role.is_staff());
    here.map(|held| held.role).collect()
}

/// What the actor agreed to, at every centre where they work.
pub async fn own_faces(centre: &Centre, actor: &Actor) -> Result<Vec<OwnFace>> {
    let mut conn = centre.db.read().await?;
    let centres = places::centres(&mut conn).await?;
    let mut sql = Sql::new("SELECT centre_id, field FROM faces WHERE person_id = ");
    sql.bind(actor.person);
    let shown: Vec<(CentreId, Option<ClinicLine>)> = sql.all(&mut conn).await?;
    Ok(centres
        .into_iter()
        .filter_map(|row| {
            let roles = roles_at(actor, row.id);
            let agreed = shown.iter().find(|(whose, _)| *whose == row.id);
            (!roles.is_empty()).then(|| OwnFace {
                centre: row.id,
                centre_name: row.name,
                slug: row.slug,
                shown: agreed.is_some(),
                field: agreed.and_then(|(_, field)| *field),
                roles,
            })
        })
        .collect())
}

/// The actor agrees to be shown at a centre where they work, or takes that back.
pub async fn show_oneself(
    centre: &Centre,
    actor: &Actor,
    at: CentreId,
    form: &ShownForm,
) -> Result<()> {
    if roles_at(actor, at).is_empty() {
        return Err(Refusal::NotFound.into());
    }
    let shown = form.check()?;
    centre
        .db
        .write((actor.person, at, shown), |tx, (person, at, shown)| {
            Box::pin(async move {
                let now = tx.now();
                let works = maybe!(
                    tx,
                    (PersonId,),
                    "SELECT person_id FROM memberships WHERE person_id = $1 AND centre_id = $2 AND ended_at IS NULL \
                     AND role <> $3 LIMIT 1",
                    *person,
                    *at,
                    Role::Entrepreneur,
                )?;
                works.ok_or(Refusal::NotFound)?;
                execute!(
                    tx,
                    "DELETE FROM faces WHERE person_id = $1 AND centre_id = $2",
                    *person,
                    *at
                )?;
                if shown.shown {
                    execute!(
                        tx,
                        "INSERT INTO faces (person_id, centre_id, field, agreed_at) VALUES ($1, $2, $3, $4)",
                        *person,
                        *at,
                        shown.field,
                        now,
                    )?;
                }
                let facts = (shown.shown, shown.field.map(ClinicLine::as_str));
                audit::note(tx, Some(*person), Some(*at), "ShowOneself", "face", person.0, facts).await
            })
        })
        .await
}
