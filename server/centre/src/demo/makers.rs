//! The makers open their files, show their licences and write down what they make.

use chrono::Datelike;
use domain::{
    Refusal,
    access::{Actor, Place, act},
    business::{ClaimCheckForm, ClaimForm, Evidence, NewBusiness, ProfileForm, SnapshotForm},
    curation::{Category, LabelItem},
    gallery::{PhotoForm, ProductForm, TierForm, VariantForm},
    ids::{BusinessId, ProductId},
    place::Zone,
};

use super::{
    Folk, Past,
    photos::{Album, Shot},
    staff::PILOTS,
    village::{Maker, Product, makers},
};
use crate::{Centre, Result, business};

/// A maker at work.
pub(super) struct Stall {
    pub maker: &'static Maker,
    pub owner: Actor,
    pub business: BusinessId,
    pub place: Place,
    /// In the order of the file.
    pub products: Vec<(ProductId, &'static Product)>,
}

impl Stall {
    /// A product by its key.
    pub fn product(&self, key: &str) -> Option<ProductId> {
        let found = self.products.iter().find(|(_, product)| product.key == key);
        found.map(|(id, _)| *id)
    }
}

/// Opens every maker's file.
pub(super) async fn open(past: &Past, folk: &Folk, album: &Album) -> Result<Vec<Stall>> {
    let mut stalls = Vec::new();
    for maker in makers()? {
        past.go(maker.joined, 30);
        let mut stall = register(&past.centre, folk, maker).await?;
        profile(&past.centre, &stall, album).await?;
        figures(&past.centre, &stall).await?;
        licences(past, folk, &stall).await?;
        past.go(maker.joined - 5, 0);
        for product in &maker.products {
            let id = write(&past.centre, &stall, product, album).await?;
            stall.products.push((id, product));
        }
        stalls.push(stall);
    }
    Ok(stalls)
}

async fn register(centre: &Centre, folk: &Folk, maker: &'static Maker) -> Result<Stall> {
    let form = NewBusiness {
        name: maker.business.clone(),
        district: maker.district.clone(),
        address: maker.address.clone(),
        whatsapp: maker.contact.clone(),
    };
    let owner = folk.actor(centre, &maker.contact).await?;
    let business = business::register(centre, &owner, &form).await?;
    // The file made her an entrepreneur; she is read again with that role.
    let owner = folk.actor(centre, &maker.contact).await?;
    let place = business::place(&mut centre.db.read().await?, business).await?;
    Ok(Stall {
        maker,
        owner,
        business,
        place: place.ok_or(Refusal::NotFound)?,
        products: Vec::new(),
    })
}

async fn profile(centre: &Centre, stall: &Stall, album: &Album) -> Result<()> {
    let maker = stall.maker;
    let form = ProfileForm {
        version: 1,
        name: maker.business.clone(),
        story: maker.story.clone(),
        district: maker.district.clone(),
        address: maker.address.clone(),
        founded_year: maker.since.to_string(),
        channels: maker.channels.clone(),
        whatsapp: maker.contact.clone(),
        ..ProfileForm::default()
    };
    let permit = stall.owner.may(act::EditBusiness, &stall.place)?;
    business::edit_profile(centre, permit.clone(), stall.business, &form).await?;
    if let Some(file) = &maker.photo {
        business::set_photo(centre, permit, stall.business, album.photo(file)?).await?;
    }
    Ok(())
}

/// The ends of the last two years before that day.
async fn figures(centre: &Centre, stall: &Stall) -> Result<()> {
    let year = Zone::Wita.date(centre.clock.now()).year();
    for (years, turnover) in [2, 1].into_iter().zip(stall.maker.turnover) {
        let [women, men] = stall.maker.workers;
        let form = SnapshotForm {
            as_of: format!("{}-12-31", year - years),
            turnover: turnover.to_string(),
            workers_women: women.to_string(),
            workers_men: men.to_string(),
            evidence: Evidence::Books.as_str().into(),
        };
        let permit = stall.owner.may(act::EditBusiness, &stall.place)?;
        business::record_snapshot(centre, permit, stall.business, &form).await?;
    }
    Ok(())
}

/// Declared by the maker, most of them looked up by a consultant three days later.
async fn licences(past: &Past, folk: &Folk, stall: &Stall) -> Result<()> {
    let pilot = PILOTS
        .iter()
        .find(|pilot| pilot.province == stall.place.province.0)
        .ok_or(Refusal::NotFound)?;
    for claim in &stall.maker.claims {
        past.go(stall.maker.joined, 40);
        let form = ClaimForm {
            kind: claim.kind.as_str().into(),
            number: claim.number.clone(),
            expires_on: match claim.days {
                0 => String::new(),
                days => past.day_in(days).to_string(),
            },
        };
        let permit = stall.owner.may(act::EditBusiness, &stall.place)?;
        let id = business::declare_claim(&past.centre, permit, stall.business, &form).await?;
        if claim.verified {
            past.go(stall.maker.joined - 3, 60);
            let consultant = folk.actor(&past.centre, pilot.consultant).await?;
            let good = ClaimCheckForm {
                good: true,
                source: "OSS".into(),
                ..ClaimCheckForm::default()
            };
            let permit = consultant.may(act::VerifyClaim, &stall.place)?;
            business::check_claim(&past.centre, permit, id, &good).await?;
        }
    }
    Ok(())
}

/// Writes a product down with its photos.
async fn write(
    centre: &Centre,
    stall: &Stall,
    product: &Product,
    album: &Album,
) -> Result<ProductId> {
    let id = ProductId::new();
    let permit = || stall.owner.may(act::SubmitProduct, &stall.place);
    business::save_product(centre, permit()?, stall.business, id, &form(product)).await?;
    let shots: Vec<&Shot> = album
        .shots
        .iter()
        .filter(|shot| shot.product == product.key)
        .collect();
    // Where nobody took the label apart, the front of the package shows it.
    let apart = shots.iter().any(|shot| shot.shows_label);
    for shot in shots {
        let form = PhotoForm {
            alt: shot.alt().to_owned(),
            shows_brand: shot.shows_brand,
            shows_label: shot.shows_label || (!apart && shot.shows_brand && labelled(product)),
        };
        let photo = album.photo(&shot.file)?;
        business::attach_photo(centre, permit()?, id, photo, &form).await?;
    }
    Ok(id)
}

fn labelled(product: &Product) -> bool {
    matches!(product.category, Category::Food | Category::Beauty)
}

fn form(product: &Product) -> ProductForm {
    let or_empty =
        |amount: Option<i64>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    ProductForm {
        version: 0,
        name: product.name.clone(),
        category: product.category.to_string(),
        description: product.text.clone(),
        story: product.story.clone(),
        price: product.price.to_string(),
        unit: product.unit.clone(),
        cost: or_empty(product.cost),
        moq: product.moq.to_string(),
        lead_days: product.lead.to_string(),
        capacity: product.capacity.to_string(),
        net_content: product.net.clone(),
        shelf_life: product.life.clone(),
        label: if labelled(product) {
            LabelItem::ALL.to_vec()
        } else {
            Vec::new()
        },
        variants: product
            .variants
            .iter()
            .map(|(name, price)| VariantForm {
                name: name.clone(),
                price: or_empty(*price),
            })
            .collect(),
        tiers: product
            .tiers
            .iter()
            .map(|(from, price)| TierForm {
                from: from.to_string(),
                price: price.to_string(),
            })
            .collect(),
    }
}
