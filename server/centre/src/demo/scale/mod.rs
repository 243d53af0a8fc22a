//! A gallery of any size, for load and for tests: always the same businesses, products and badges, written in batches.

mod businesses;
mod grounds;
mod names;
mod products;

use uuid::Uuid;

use crate::{Centre, Result};

/// Businesses in one transaction.
const BATCH: usize = 100;

/// An identity that is the same at every run: a kind and a number behind a moment long past.
fn id(kind: u8, number: usize) -> Uuid {
    let moment: u128 = 0x0190_0000_0000 << 80;
    let version = 7_u128 << 76 | u128::from(kind) << 64;
    Uuid::from_u128(moment | version | 2 << 62 | number as u128)
}

/// Fills the database with `businesses` businesses of one to three products each, every product graded, most of them
/// listed. What a smaller run made before stays as it is.
pub async fn fill(centre: &Centre, businesses: usize) -> Result<()> {
    let ground = grounds::ground(centre).await?;
    for first in (0..businesses).step_by(BATCH) {
        let last = (first + BATCH).min(businesses);
        centre
            .db
            .write(
                (ground.clone(), first, last),
                |tx, (ground, first, last)| {
                    Box::pin(async move {
                        for number in *first..*last {
                            businesses::business(tx, ground, number).await?;
                        }
                        Ok(())
                    })
                },
            )
            .await?;
    }
    Ok(())
}
