//! What curators will see of a product, taken down on the day it is sent in.

use chrono::NaiveDate;
use domain::{
    Refusal,
    business::{ClaimKind, ClaimState, standing},
    curation::{Category, FactClaim, Facts, Frozen, FrozenPhoto, LabelItem, blacken},
    ids::{BusinessId, MediaId, PersonId, ProductId},
    money::Rupiah,
};

use crate::{
    Result,
    db::{Conn, Json, all, maybe},
};

/// A product about to be sent in.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Product {
    pub business: BusinessId,
    pub owner: PersonId,
    pub name: String,
    pub category: Category,
    owner_name: String,
    business_name: String,
    address: String,
    description: String,
    net_content: String,
    price: Rupiah,
    unit: String,
    cost: Option<Rupiah>,
    moq: i64,
    lead_days: i64,
    capacity: i64,
    shelf_life: String,
    label: Json<Vec<LabelItem>>,
}

pub(super) async fn product(conn: &mut Conn, id: ProductId) -> Result<Product> {
    maybe!(
        conn,
        Product,
        "SELECT b.id AS business, b.owner_id AS owner, p.name, p.category, o.name AS owner_name, \
         b.name AS business_name, b.address, p.description, p.net_content, p.price, p.unit, p.cost, p.moq, p.lead_days, \
         p.capacity, p.shelf_life, p.label FROM products p JOIN businesses b ON b.id = p.business_id \
         JOIN people o ON o.id = b.owner_id WHERE p.id = $1 AND p.deleted_at IS NULL AND b.deleted_at IS NULL",
        id,
    )?
    .ok_or_else(|| Refusal::NotFound.into())
}

/// Names are blackened in every free text; claims lose their numbers; photos keep their marks and lose their words.
pub(super) async fn freeze(
    conn: &mut Conn,
    id: ProductId,
    product: &Product,
    today: NaiveDate,
) -> Result<Frozen> {
    let claims = all!(
        conn,
        (ClaimKind, ClaimState, Option<NaiveDate>),
        "SELECT kind, state, expires_on FROM claims WHERE business_id = $1 AND ended_at IS NULL ORDER BY kind, id",
        product.business,
    )?;
    let photos = all!(
        conn,
        (MediaId, bool, bool),
        "SELECT media_id, shows_brand, shows_label FROM product_photos WHERE product_id = $1 ORDER BY position, media_id",
        id,
    )?;
    let blind = |text: &str| {
        blacken(
            text,
            &product.owner_name,
            &product.business_name,
            &product.address,
        )
    };
    Ok(Frozen {
        facts: Facts {
            category: product.category,
            description: blind(&product.description),
            net_content: blind(&product.net_content),
            price: product.price,
            unit: blind(&product.unit),
            cost: product.cost,
            moq: product.moq,
            lead_days: product.lead_days,
            capacity: product.capacity,
            shelf_life: blind(&product.shelf_life),
            label: product.label.0.clone(),
            claims: claims
                .into_iter()
                .map(|(kind, state, expires_on)| FactClaim {
                    kind,
                    standing: standing(state, expires_on, today),
                    expires_on,
                })
                .collect(),
        },
        photos: photos
            .into_iter()
            .map(|(media, shows_brand, shows_label)| FrozenPhoto {
                media,
                shows_brand,
                shows_label,
            })
            .collect(),
    })
}
