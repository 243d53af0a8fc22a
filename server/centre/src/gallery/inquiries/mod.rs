//! Inquiries: a buyer's basket becomes one message a maker, answered in the product or on WhatsApp.

mod answer;
mod read;
mod send;

pub use answer::{answer_inquiry, reply_by_secret};
pub use read::{inquiry, inquiry_by_secret, inquiry_place, my_inquiries};
pub use send::inquire;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{
    ids::{BusinessId, CentreId, InquiryId, PersonId},
    place::ProvinceCode,
};
use sha2::{Digest, Sha256};

use crate::{
    Result,
    db::{Conn, maybe},
};

/// The stored form of a secret.
fn hashed(secret: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

/// Whose an inquiry is.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Addressee {
    id: InquiryId,
    business: BusinessId,
    owner: PersonId,
    centre: CentreId,
    province: ProvinceCode,
    buyer: String,
}

async fn by_id(conn: &mut Conn, inquiry: InquiryId) -> Result<Option<Addressee>> {
    maybe!(
        conn,
        Addressee,
        "SELECT i.id, b.id AS business, b.owner_id AS owner, c.id AS centre, c.province_code AS province, \
         i.buyer_name AS buyer FROM inquiries i JOIN businesses b ON b.id = i.business_id \
         JOIN centres c ON c.id = b.centre_id WHERE i.id = $1 AND b.deleted_at IS NULL",
        inquiry,
    )
}

async fn by_secret(conn: &mut Conn, secret: &str) -> Result<Option<Addressee>> {
    let found = maybe!(
        conn,
        (InquiryId,),
        "SELECT id FROM inquiries WHERE secret_hash = $1 AND closed_at IS NULL",
        hashed(secret),
    )?;
    match found {
        Some((inquiry,)) => by_id(conn, inquiry).await,
        None => Ok(None),
    }
}
