//! Sending a basket.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::NaiveDate;
use domain::{
    Refusal,
    gallery::{Ask, InquiryForm, Sent, WantedItem},
    ids::{BusinessId, CentreId, InquiryId, PersonId, ProductId},
    notices::Notice,
    place::Zone,
    refusal::Problem,
    timeline::Happening,
};
use sha2::{Digest, Sha256};

use super::{super::stock::SHOWN, hashed};
use crate::{
    Centre, Result, audit,
    db::{Sql, Tx, execute, one},
    notices, timeline,
};

/// Letters of a form's mark that make it hard to guess.
const LEAST_MARK: usize = 16;

#[derive(Clone, sqlx::FromRow)]
struct Wanted {
    product: ProductId,
    name: String,
    slug: String,
    unit: String,
    business: BusinessId,
    maker: String,
    whatsapp: Option<String>,
    owner: PersonId,
    centre: CentreId,
    zone: Zone,
    ends_on: NaiveDate,
}

/// Sends the basket: one inquiry for every maker in it, each with a secret link on which the buyer reads the answers.
///
/// The links follow from the form's own mark, so the same form sent twice asks once and shows the same links.
pub async fn inquire(centre: &Centre, form: &InquiryForm) -> Result<Vec<Sent>> {
    let ask = form.check()?;
    let mark = match form.once.trim() {
        mark if mark.len() >= LEAST_MARK => mark.to_owned(),
        _ => BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()),
    };
    centre
        .db
        .write((ask, mark), |tx, (ask, mark)| {
            Box::pin(async move {
                let wanted = wanted(tx, ask).await?;
                let mut makers: Vec<BusinessId> = Vec::new();
                for line in &wanted {
                    if !makers.contains(&line.business) {
                        makers.push(line.business);
                    }
                }
                let mut sent = Vec::new();
                for maker in makers {
                    let lines: Vec<&Wanted> = wanted
                        .iter()
                        .filter(|line| line.business == maker)
                        .collect();
                    sent.extend(send(tx, ask, mark, &lines).await?);
                }
                Ok(sent)
            })
        })
        .await
}

/// The products of the basket, all of which must stand in the gallery now. Nothing is wanted before today.
async fn wanted(tx: &mut Tx, ask: &Ask) -> Result<Vec<Wanted>> {
    let mut sql = Sql::new(
        "SELECT p.id AS product, p.name, p.slug, p.unit, b.id AS business, b.name AS maker, b.whatsapp, \
         b.owner_id AS owner, b.centre_id AS centre, c.zone, g.ends_on",
    );
    sql.push(SHOWN)
        .push(" AND p.id IN ")
        .list(ask.items.iter().map(|(product, _)| *product));
    let now = tx.now();
    let mut found: Vec<Wanted> = sql.all(tx).await?;
    found.retain(|line| line.ends_on >= line.zone.date(now));
    // The day may be over at one maker and not at another; a buyer who means today is never told that it is past.
    let earliest = found.iter().map(|line| line.zone.date(now)).min();
    if let (Some(day), Some(earliest)) = (ask.wanted_on, earliest)
        && day < earliest
    {
        return Err(Refusal::field("wanted_on", Problem::TooEarly { earliest }).into());
    }
    ask.items
        .iter()
        .enumerate()
        .map(|(row, (product, _))| {
            let line = found.iter().find(|line| line.product == *product).cloned();
            Ok(line.ok_or_else(|| {
                Refusal::field(&format!("items.{row}.product"), Problem::NotAChoice)
            })?)
        })
        .collect()
}

/// The message to one maker.
async fn send(tx: &mut Tx, ask: &Ask, mark: &str, lines: &[&Wanted]) -> Result<Option<Sent>> {
    let Some(maker) = lines.first() else {
        return Ok(None);
    };
    let secret = Sha256::digest(format!("{mark}:{}", maker.business));
    let secret = BASE64_URL_SAFE_NO_PAD.encode(secret);
    let (now, hash, fresh) = (tx.now(), hashed(&secret), InquiryId::new());
    let added = execute!(
        tx,
        "INSERT INTO inquiries (id, business_id, centre_id, buyer_name, buyer_contact, buyer_place, wanted_on, message, \
         language, secret_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (secret_hash) DO NOTHING",
        fresh,
        maker.business,
        maker.centre,
        ask.name.as_str(),
        ask.contact.as_str(),
        ask.place.as_str(),
        ask.wanted_on,
        ask.message.as_str(),
        ask.language,
        hash.as_str(),
        now,
    )?;
    let (inquiry,) = one!(
        tx,
        (InquiryId,),
        "SELECT id FROM inquiries WHERE secret_hash = $1",
        hash.as_str()
    )?;
    let mut items = Vec::new();
    for line in lines {
        let quantity = ask
            .items
            .iter()
            .find(|(product, _)| *product == line.product)
            .map_or(1, |(_, units)| *units);
        if added > 0 {
            execute!(
                tx,
                "INSERT INTO inquiry_items (inquiry_id, product_id, quantity) VALUES ($1, $2, $3)",
                inquiry,
                line.product,
                quantity,
            )?;
        }
        items.push(WantedItem {
            product: line.product,
            name: line.name.clone(),
            slug: line.slug.clone(),
            unit: line.unit.clone(),
            quantity,
        });
    }
    if added > 0 {
        let notice = Notice::InquiryCame {
            inquiry,
            buyer: ask.name.clone(),
        };
        notices::tell(tx, maker.owner, &notice).await?;
        timeline::note(
            tx,
            maker.business,
            maker.centre,
            None,
            &Happening::Inquiry { inquiry },
        )
        .await?;
        audit::note(
            tx,
            None,
            Some(maker.centre),
            "Inquire",
            "inquiry",
            inquiry.0,
            (),
        )
        .await?;
    }
    Ok(Some(Sent {
        inquiry,
        secret,
        maker: maker.maker.clone(),
        whatsapp: maker.whatsapp.clone(),
        items,
    }))
}
