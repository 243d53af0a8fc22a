//! Reading inquiries: the maker's list, and one conversation for its maker or its buyer.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Refusal,
    access::{Actor, Place, act},
    gallery::{Inquiry, InquiryLine, Message, WantedItem},
    ids::{BusinessId, InquiryId, ProductId},
    language::Language,
};

use super::{by_id, by_secret};
use crate::{
    Centre, Result,
    db::{Conn, Sql, all, execute, one},
};

/// Letters of a message shown in a list.
const BEGINNING: usize = 160;

/// Whose an inquiry is and which centre keeps it; `None` when there is none.
pub async fn inquiry_place(conn: &mut Conn, inquiry: InquiryId) -> Result<Option<Place>> {
    let to = by_id(conn, inquiry).await?;
    Ok(to.map(|to| Place {
        owner: Some(to.owner),
        centre: to.centre,
        province: to.province,
    }))
}

/// Products of the inquiries whose identities follow.
const ITEMS: &str = "SELECT n.inquiry_id, p.id AS product, p.name, p.slug, p.unit, n.quantity FROM inquiry_items n \
                     JOIN products p ON p.id = n.product_id WHERE n.inquiry_id IN ";

#[derive(sqlx::FromRow)]
struct ItemRow {
    inquiry_id: InquiryId,
    product: ProductId,
    name: String,
    slug: String,
    unit: String,
    quantity: i64,
}

impl From<ItemRow> for WantedItem {
    fn from(row: ItemRow) -> Self {
        Self {
            product: row.product,
            name: row.name,
            slug: row.slug,
            unit: row.unit,
            quantity: row.quantity,
        }
    }
}

#[derive(sqlx::FromRow)]
struct LineRow {
    id: InquiryId,
    business: BusinessId,
    maker: String,
    buyer: String,
    place: String,
    message: String,
    created_at: DateTime<Utc>,
    read: bool,
}

/// The inquiries to the actor's own businesses, the youngest first, at most 200.
pub async fn my_inquiries(centre: &Centre, actor: &Actor) -> Result<Vec<InquiryLine>> {
    let mut conn = centre.db.read().await?;
    let rows = all!(
        conn,
        LineRow,
        "SELECT i.id, b.id AS business, b.name AS maker, i.buyer_name AS buyer, i.buyer_place AS place, i.message, \
         i.created_at, i.read_at IS NOT NULL AS read FROM inquiries i JOIN businesses b ON b.id = i.business_id \
         WHERE b.owner_id = $1 AND b.deleted_at IS NULL ORDER BY i.created_at DESC, i.id DESC LIMIT 200",
        actor.person,
    )?;
    let mut sql =
        Sql::new("SELECT inquiry_id, from_maker FROM inquiry_messages WHERE inquiry_id IN ");
    sql.list(rows.iter().map(|row| row.id.0))
        .push(" ORDER BY at, id");
    let said: Vec<(InquiryId, bool)> = sql.all(&mut conn).await?;
    let mut sql = Sql::new(ITEMS);
    sql.list(rows.iter().map(|row| row.id.0))
        .push(" ORDER BY p.name, p.id");
    let mut items: HashMap<InquiryId, Vec<WantedItem>> = HashMap::new();
    for row in sql.all::<ItemRow>(&mut conn).await? {
        items.entry(row.inquiry_id).or_default().push(row.into());
    }
    Ok(rows
        .into_iter()
        .map(|row| InquiryLine {
            items: items.remove(&row.id).unwrap_or_default(),
            waits: said
                .iter()
                .rfind(|(inquiry, _)| *inquiry == row.id)
                .is_none_or(|(_, from_maker)| !from_maker),
            id: row.id,
            business: row.business,
            maker: row.maker,
            buyer: row.buyer,
            place: row.place,
            message: row.message.chars().take(BEGINNING).collect(),
            created_at: row.created_at,
            read: row.read,
        })
        .collect())
}

/// One of the actor's own inquiries; opening it marks it as read.
pub async fn inquiry(centre: &Centre, actor: &Actor, inquiry: InquiryId) -> Result<Inquiry> {
    let whole = {
        let mut conn = centre.db.read().await?;
        let place = inquiry_place(&mut conn, inquiry)
            .await?
            .ok_or(Refusal::NotFound)?;
        actor.may(act::AnswerInquiry, &place)?;
        whole(&mut conn, inquiry).await?
    };
    centre
        .db
        .write(inquiry, |tx, inquiry| {
            Box::pin(async move {
                let now = tx.now();
                execute!(
                    tx,
                    "UPDATE inquiries SET read_at = $1 WHERE id = $2 AND read_at IS NULL",
                    now,
                    *inquiry
                )?;
                Ok(())
            })
        })
        .await?;
    Ok(whole)
}

/// The inquiry behind a buyer's secret link.
pub async fn inquiry_by_secret(centre: &Centre, secret: &str) -> Result<Inquiry> {
    let mut conn = centre.db.read().await?;
    let to = by_secret(&mut conn, secret)
        .await?
        .ok_or(Refusal::NotFound)?;
    whole(&mut conn, to.id).await
}

#[derive(sqlx::FromRow)]
struct Row {
    business: BusinessId,
    maker: String,
    whatsapp: Option<String>,
    buyer: String,
    contact: String,
    place: String,
    language: Language,
    wanted_on: Option<NaiveDate>,
    message: String,
    created_at: DateTime<Utc>,
}

async fn whole(conn: &mut Conn, inquiry: InquiryId) -> Result<Inquiry> {
    let row = one!(
        conn,
        Row,
        "SELECT b.id AS business, b.name AS maker, b.whatsapp, i.buyer_name AS buyer, i.buyer_contact AS contact, \
         i.buyer_place AS place, i.language, i.wanted_on, i.message, i.created_at \
         FROM inquiries i JOIN businesses b ON b.id = i.business_id WHERE i.id = $1",
        inquiry,
    )?;
    let mut sql = Sql::new(ITEMS);
    sql.list([inquiry.0]).push(" ORDER BY p.name, p.id");
    let items: Vec<ItemRow> = sql.all(conn).await?;
    let said = all!(
        conn,
        (bool, String, DateTime<Utc>),
        "SELECT from_maker, text, at FROM inquiry_messages WHERE inquiry_id = $1 ORDER BY at, id",
        inquiry,
    )?;
    let first = Message {
        from_maker: false,
        text: row.message,
        at: row.created_at,
    };
    let later = said.into_iter().map(|(from_maker, text, at)| Message {
        from_maker,
        text,
        at,
    });
    Ok(Inquiry {
        id: inquiry,
        business: row.business,
        maker: row.maker,
        whatsapp: row.whatsapp,
        buyer: row.buyer,
        contact: row.contact,
        place: row.place,
        language: row.language,
        wanted_on: row.wanted_on,
        items: items.into_iter().map(WantedItem::from).collect(),
        messages: std::iter::once(first).chain(later).collect(),
        created_at: row.created_at,
    })
}
