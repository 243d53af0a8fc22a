//! What the gallery promises.

mod catalogue;
mod collections;
mod following;
mod front;
mod inquiries;
mod makers;
mod shelves;
mod showing;

use chrono::NaiveDate;
use domain::{
    Refusal,
    access::{Actor, Place, Role, act},
    business::{ClaimCheckForm, ClaimForm, NewBusiness},
    gallery::{Filter, ProductForm, Shelf},
    ids::{BusinessId, ClaimId, EntryId, GradeId, ProductId, RoundId, RubricId},
    review::{EntryState, Grade},
};

use crate::{
    Centre, business,
    db::execute,
    testing::{refused, village},
};

/// The day on which tests begin.
fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

/// A maker with one product that curators listed for a year.
pub(crate) struct Stall {
    pub mataram: Place,
    pub owner: Actor,
    pub business: BusinessId,
    pub nib: ClaimId,
    pub dewi: Actor,
    pub product: ProductId,
}

impl Stall {
    pub async fn place(&self, centre: &Centre) -> Place {
        business::place(&mut centre.db.read().await.unwrap(), self.business)
            .await
            .unwrap()
            .unwrap()
    }
}

async fn mataram(centre: &Centre) -> Place {
    village::centre(centre, "52", "5271", "PLUT NTB").await
}

async fn stall(centre: &Centre, mataram: &Place, owner: &str, maker: &str, product: &str) -> Stall {
    let form = NewBusiness {
        name: maker.into(),
        district: "520202".into(),
        whatsapp: "0812-3456-7890".into(),
        ..NewBusiness::default()
    };
    let owner = village::person(centre, owner).await;
    let business = business::register(centre, &owner, &form).await.unwrap();
    let owner = village::actor(centre, owner.person).await;
    let dewi = village::staff(
        centre,
        &format!("Konsultan {maker}"),
        Role::Consultant,
        mataram,
    )
    .await;
    let place = business::place(&mut centre.db.read().await.unwrap(), business)
        .await
        .unwrap()
        .unwrap();
    let form = ClaimForm {
        kind: "nib".into(),
        number: "1203000412345".into(),
        ..ClaimForm::default()
    };
    let edit = owner.may(act::EditBusiness, &place).unwrap();
    let nib = business::declare_claim(centre, edit, business, &form)
        .await
        .unwrap();
    let good = ClaimCheckForm {
        good: true,
        source: "OSS".into(),
        ..ClaimCheckForm::default()
    };
    let verify = dewi.may(act::VerifyClaim, &place).unwrap();
    business::check_claim(centre, verify, nib, &good)
        .await
        .unwrap();
    let id = ProductId::new();
    let form = ProductForm {
        name: product.into(),
        category: "fashion".into(),
        price: "1.850.000".into(),
        unit: "lembar".into(),
        lead_days: "14".into(),
        ..ProductForm::default()
    };
    let submit = owner.may(act::SubmitProduct, &place).unwrap();
    business::save_product(centre, submit, business, id, &form)
        .await
        .unwrap();
    list(centre, id, true, today() + chrono::Days::new(365)).await;
    Stall {
        mataram: mataram.clone(),
        owner,
        business,
        nib,
        dewi,
        product: id,
    }
}

pub(crate) async fn songket(centre: &Centre) -> Stall {
    let mataram = mataram(centre).await;
    stall(
        centre,
        &mataram,
        "Lale Suryani",
        "Tenun Sari Sukarara",
        "Songket Subahnale",
    )
    .await
}

/// Gives a product a grade B as a released decision would, in place of the one it has.
pub(crate) async fn list(centre: &Centre, product: ProductId, listed: bool, ends_on: NaiveDate) {
    centre
        .db
        .write((product, listed, ends_on), |tx, (product, listed, ends_on)| {
            Box::pin(async move {
                let (now, entry, round, rubric) = (tx.now(), EntryId::new(), RoundId::new(), RubricId::new());
                let day = chrono::Duration::days(1);
                execute!(
                    tx,
                    "INSERT INTO rubrics (id, centre_id, category, version, band_a, band_b, band_c, gap, created_at) \
                     SELECT $1, centre_id, category, (SELECT COUNT(*) + 1 FROM rubrics), 85, 70, 55, 15, $2 \
                     FROM products WHERE id = $3",
                    rubric, now, *product,
                )?;
                execute!(
                    tx,
                    "INSERT INTO rounds (id, centre_id, name, categories, opens_at, submit_until, score_until, \
                     appeal_days, last_number, created_by, created_at) SELECT $1, p.centre_id, 'Putaran', '[]', $2, $3, $4, 7, 1, \
                     b.owner_id, $3 FROM products p JOIN businesses b ON b.id = p.business_id WHERE p.id = $5",
                    round, now - day, now, now + day, *product,
                )?;
                execute!(
                    tx,
                    "INSERT INTO entries (id, round_id, centre_id, business_id, subject_id, rubric_id, number, state, \
                     frozen, submitted_by, submitted_at, reviewers_wanted, sitting) SELECT $1, $2, p.centre_id, p.business_id, \
                     p.id, $3, 1, $4, '{}', b.owner_id, $5, 2, 1 \
                     FROM products p JOIN businesses b ON b.id = p.business_id WHERE p.id = $6",
                    entry, round, rubric, EntryState::Released, now, *product,
                )?;
                execute!(
                    tx,
                    "UPDATE grades SET replaced_at = $1 WHERE product_id = $2 AND replaced_at IS NULL",
                    now, *product,
                )?;
                execute!(
                    tx,
                    "INSERT INTO grades (id, product_id, centre_id, entry_id, grade, score, listed, granted_on, ends_on) \
                     SELECT $1, id, centre_id, $2, $3, 78, $4, $5, $6 FROM products WHERE id = $7",
                    GradeId::new(), entry, Grade::B, *listed, today(), *ends_on, *product,
                )?;
                crate::feed::note(tx, None, "product", product.0).await
            })
        })
        .await
        .unwrap();
}

async fn shelf(centre: &Centre, filter: &Filter) -> Shelf {
    centre.gallery.caught_up().await.unwrap();
    super::page(centre, filter).await.unwrap()
}

async fn names(centre: &Centre, filter: &Filter) -> Vec<String> {
    shelf(centre, filter)
        .await
        .cards
        .into_iter()
        .map(|card| card.name)
        .collect()
}

async fn everything(centre: &Centre) -> Vec<String> {
    names(centre, &Filter::default()).await
}

fn words(q: &str) -> Filter {
    Filter {
        q: q.into(),
        ..Filter::default()
    }
}
