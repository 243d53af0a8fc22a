//! What a business makes: written step by step, with photos, until it is ready to be sent in.

mod mine;
mod photos;
mod ready;
mod save;

pub use mine::{my_products, product_file};
pub use photos::{attach_photo, describe_photo, remove_photo, reorder_photos};
pub(crate) use ready::readiness;
pub use save::{delete_product, save_product};

use domain::{
    Refusal,
    access::{Act, Permit, Place},
    ids::{BusinessId, ProductId},
};

use super::{Ground, ground, place};
use crate::{
    Result,
    db::{Conn, maybe},
};

async fn business_of(conn: &mut Conn, product: ProductId) -> Result<Option<BusinessId>> {
    let row = maybe!(
        conn,
        (BusinessId,),
        "SELECT business_id FROM products WHERE id = $1 AND deleted_at IS NULL",
        product,
    )?;
    Ok(row.map(|(business,)| business))
}

/// Whose a product is and which centre keeps it; `None` when there is none.
pub async fn product_place(conn: &mut Conn, product: ProductId) -> Result<Option<Place>> {
    match business_of(conn, product).await? {
        Some(business) => place(conn, business).await,
        None => Ok(None),
    }
}

/// The business of a product and its ground, if the permit was given for it.
async fn product_ground<A: Act>(
    conn: &mut Conn,
    permit: &Permit<A>,
    product: ProductId,
) -> Result<(BusinessId, Ground)> {
    let business = business_of(conn, product).await?.ok_or(Refusal::NotFound)?;
    Ok((business, ground(conn, permit, business).await?))
}
