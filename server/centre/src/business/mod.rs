//! The business file: opening it, its profile, claims and snapshots, and the products it makes.

mod attach;
mod badges;
mod claims;
mod file;
mod list;
mod products;
mod profile;
mod register;
mod snapshots;
mod unchecked;

pub use attach::{attach_evidence, set_photo};
pub use badges::badge_end;
pub use claims::{business_of_claim, check_claim, claim_place, declare_claim, end_claim};
pub use file::file;
pub use list::{PER_PAGE, count, list, mine};
pub(crate) use products::readiness;
pub use products::{
    attach_photo, delete_product, describe_photo, my_products, product_file, product_place,
    remove_photo, reorder_photos, save_product,
};
pub use profile::edit_profile;
pub use register::register;
pub use snapshots::{record_snapshot, size_rules};
pub use unchecked::unchecked_claims;

use domain::{
    Refusal,
    access::{Act, Permit, Place},
    ids::{BusinessId, CentreId, PersonId, ProductId},
    place::{ProvinceCode, Zone},
};

use crate::{
    Result,
    db::{Conn, Tx, all, maybe},
    feed,
};

/// What a change of a business rests on, read again inside its transaction.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Ground {
    pub owner: PersonId,
    pub centre: CentreId,
    pub province: ProvinceCode,
    pub zone: Zone,
}

impl Ground {
    fn place(&self) -> Place {
        Place {
            owner: Some(self.owner),
            centre: self.centre,
            province: self.province.clone(),
        }
    }

    /// The ground, if the permit was given for it.
    fn held_by<A: Act>(self, permit: &Permit<A>) -> Result<Self> {
        if permit.place() == Some(&self.place()) {
            Ok(self)
        } else {
            Err(Refusal::NotFound.into())
        }
    }
}

async fn find(conn: &mut Conn, business: BusinessId) -> Result<Option<Ground>> {
    maybe!(
        conn,
        Ground,
        "SELECT b.owner_id AS owner, b.centre_id AS centre, c.province_code AS province, c.zone \
         FROM businesses b JOIN centres c ON c.id = b.centre_id WHERE b.id = $1 AND b.deleted_at IS NULL",
        business,
    )
}

/// Whose a business is and which centre keeps its file; `None` when there is none.
pub async fn place(conn: &mut Conn, business: BusinessId) -> Result<Option<Place>> {
    Ok(find(conn, business).await?.map(|ground| ground.place()))
}

/// The ground of a business for which the permit was given, else [`Refusal::NotFound`].
pub(crate) async fn ground<A: Act>(
    conn: &mut Conn,
    permit: &Permit<A>,
    business: BusinessId,
) -> Result<Ground> {
    let ground = find(conn, business).await?.ok_or(Refusal::NotFound)?;
    ground.held_by(permit)
}

/// Tells the gallery that something shown with every product of a business changed.
async fn note_products(tx: &mut Tx, business: BusinessId) -> Result<()> {
    let products = all!(
        tx,
        (ProductId, CentreId),
        "SELECT id, centre_id FROM products WHERE business_id = $1",
        business,
    )?;
    for (product, centre) in products {
        feed::note(tx, Some(centre), "product", product.0).await?;
    }
    Ok(())
}

#[cfg(test)]
mod guarded_tests;
#[cfg(test)]
mod tests;
