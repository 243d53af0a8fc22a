//! What a business file promises.

mod attach;
mod claims;
mod figures;
mod opening;
mod products;
mod profile;

use domain::{
    access::{Actor, Place, Role, act},
    business::{BusinessFile, ClaimForm, NewBusiness},
    gallery::ProductForm,
    ids::{BusinessId, ClaimId, MediaId, ProductId},
};

use super::{declare_claim, place, register, save_product};
use crate::{
    Centre,
    db::execute,
    testing::{refused, village},
};

/// A centre in Mataram, a weaver with her business, and a consultant.
struct Scene {
    mataram: Place,
    lale: Actor,
    tenun: BusinessId,
    dewi: Actor,
}

fn tenun() -> NewBusiness {
    NewBusiness {
        name: "Tenun Sari Sukarara".into(),
        district: "520202".into(),
        address: "Dusun Bun Sundak".into(),
        whatsapp: "0812-3456-7890".into(),
    }
}

async fn scene(centre: &Centre) -> Scene {
    let mataram = village::centre(centre, "52", "5271", "PLUT NTB").await;
    let lale = village::person(centre, "Lale Suryani").await;
    let tenun = register(centre, &lale, &tenun()).await.unwrap();
    let lale = village::actor(centre, lale.person).await;
    let dewi = village::staff(centre, "Dewi Kartika", Role::Consultant, &mataram).await;
    Scene {
        mataram,
        lale,
        tenun,
        dewi,
    }
}

async fn place_of(centre: &Centre, business: BusinessId) -> Place {
    place(&mut centre.db.read().await.unwrap(), business)
        .await
        .unwrap()
        .unwrap()
}

fn nib() -> ClaimForm {
    ClaimForm {
        kind: "nib".into(),
        number: "1203000412345".into(),
        ..ClaimForm::default()
    }
}

fn pirt(last_day: &str) -> ClaimForm {
    ClaimForm {
        kind: "pirt".into(),
        number: "210187101045229".into(),
        expires_on: last_day.into(),
    }
}

fn songket() -> ProductForm {
    ProductForm {
        name: "Songket Subahnale".into(),
        category: "fashion".into(),
        price: "1.850.000".into(),
        unit: "lembar".into(),
        ..ProductForm::default()
    }
}

async fn photo(centre: &Centre, kind: &'static str) -> MediaId {
    let id = MediaId::new();
    centre
        .db
        .write((id, kind), |tx, (id, kind)| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "INSERT INTO media (id, hash, kind, media_type, width, height, tint, bytes, created_at) \
                     VALUES ($1, $2, $3, 'image/webp', 1200, 1500, '#aa8866', 90000, $4)",
                    *id,
                    id.to_string(),
                    *kind,
                    now,
                )?;
                Ok(())
            })
        })
        .await
        .unwrap();
    id
}

async fn draft(centre: &Centre, scene: &Scene, form: &ProductForm) -> ProductId {
    let permit = scene
        .lale
        .may(act::SubmitProduct, &place_of(centre, scene.tenun).await)
        .unwrap();
    let product = ProductId::new();
    save_product(centre, permit, scene.tenun, product, form)
        .await
        .unwrap();
    product
}

async fn declare(centre: &Centre, scene: &Scene, form: &ClaimForm) -> ClaimId {
    let permit = scene
        .lale
        .may(act::EditBusiness, &place_of(centre, scene.tenun).await)
        .unwrap();
    declare_claim(centre, permit, scene.tenun, form)
        .await
        .unwrap()
}

async fn open(centre: &Centre, scene: &Scene, who: &Actor) -> BusinessFile {
    let permit = who
        .may(act::ReadBusiness, &place_of(centre, scene.tenun).await)
        .unwrap();
    super::file(centre, permit, scene.tenun).await.unwrap()
}
