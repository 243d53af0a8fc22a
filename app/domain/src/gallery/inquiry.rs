//! A buyer's inquiry: one basket, one message a maker, answered in the product or on WhatsApp.

use std::fmt::Write;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Refusal,
    ids::{BusinessId, InquiryId, ProductId},
    language::Language,
    people::Contact,
    refusal::{Check, Problem, day, number, optional, text},
};

/// Different products in one basket, at most.
pub const MAX_ITEMS: usize = 40;

/// The form of an inquiry, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InquiryForm {
    /// A random text of the page the form stands on: sending the same form twice asks once, with the same links.
    pub once: String,
    /// The basket.
    pub items: Vec<InquiryItem>,
    /// The buyer's name.
    pub name: String,
    /// Phone number or e-mail address.
    pub contact: String,
    /// City or firm.
    pub place: String,
    /// When the buyer wants it; may be empty.
    pub wanted_on: String,
    /// What the buyer wants to know.
    pub message: String,
    /// The language of the page.
    pub language: Language,
}

/// A line of the basket, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InquiryItem {
    /// Identity of the product.
    pub product: String,
    /// Units.
    pub quantity: String,
}

/// An inquiry as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Product and units, each product once.
    pub items: Vec<(ProductId, i64)>,
    /// 2–80 letters.
    pub name: String,
    /// Phone number in international form, or e-mail address.
    pub contact: String,
    /// At most 80 letters.
    pub place: String,
    /// When the buyer wants it.
    pub wanted_on: Option<NaiveDate>,
    /// 5–2,000 letters.
    pub message: String,
    /// The buyer's language.
    pub language: Language,
}

/// A buyer's contact: an Indonesian number as people write it, any other number with its `+` and country, or an
/// e-mail address.
pub fn buyer_contact(typed: &str) -> Result<String, Problem> {
    let bare: String = typed
        .trim()
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')'))
        .collect();
    match bare.strip_prefix('+') {
        Some(digits)
            if !digits.starts_with("62")
                && (8..=15).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            Ok(bare)
        }
        _ => Contact::parse(typed).map(|contact| contact.as_str().to_owned()),
    }
}

impl InquiryForm {
    /// Reads the form. Rows of the basket are named `items.0.quantity`.
    pub fn check(&self) -> Result<Ask, Refusal> {
        let mut check = Check::default();
        let mut items: Vec<(ProductId, i64)> = Vec::new();
        for (row, item) in self.items.iter().enumerate() {
            let product = item.product.trim().parse::<ProductId>();
            let product = product.map_err(|_| Problem::NotAChoice);
            let product = check.field(&format!("items.{row}.product"), product);
            let units = number(&item.quantity, 1, 1_000_000);
            let units = check.field(&format!("items.{row}.quantity"), units);
            if let (Some(product), Some(units)) = (product, units) {
                match items.iter_mut().find(|(known, _)| *known == product) {
                    Some((_, sum)) => *sum += units,
                    None => items.push((product, units)),
                }
            }
        }
        if self.items.is_empty() {
            check.problem("items", Problem::Missing);
        }
        if self.items.len() > MAX_ITEMS {
            let max = MAX_ITEMS as u32;
            check.problem("items", Problem::TooLong { max });
        }
        let name = check.field("name", text(&self.name, 2, 80));
        let contact = check.field("contact", buyer_contact(&self.contact));
        let place = check.field("place", text(&self.place, 0, 80));
        let wanted_on = check.field("wanted_on", optional(&self.wanted_on, day));
        let message = check.field("message", text(&self.message, 5, 2000));
        check.done()?;
        match (name, contact, place, message) {
            (Some(name), Some(contact), Some(place), Some(message)) => Ok(Ask {
                items,
                name,
                contact,
                place,
                wanted_on: wanted_on.flatten(),
                message,
                language: self.language,
            }),
            _ => Err(Refusal::Fields(vec![])),
        }
    }
}

/// One message that went to one maker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// Identity.
    pub inquiry: InquiryId,
    /// The secret of the buyer's link; shown once, only its hash is kept.
    pub secret: String,
    /// The maker's name.
    pub maker: String,
    /// The maker's WhatsApp number, if there is one.
    pub whatsapp: Option<String>,
    /// What was asked for.
    pub items: Vec<WantedItem>,
}

/// A line of an inquiry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedItem {
    /// Identity.
    pub product: ProductId,
    /// Its name today.
    pub name: String,
    /// Its part of an address.
    pub slug: String,
    /// What one unit is.
    pub unit: String,
    /// Units.
    pub quantity: i64,
}

/// An inquiry in its maker's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InquiryLine {
    /// Identity.
    pub id: InquiryId,
    /// Which of the maker's businesses.
    pub business: BusinessId,
    /// Its name.
    pub maker: String,
    /// The buyer.
    pub buyer: String,
    /// The buyer's city or firm.
    pub place: String,
    /// What is asked for, by name.
    pub items: Vec<WantedItem>,
    /// How it begins.
    pub message: String,
    /// When it came.
    pub created_at: DateTime<Utc>,
    /// Whether the maker opened it.
    pub read: bool,
    /// Whether the last word is the buyer's.
    pub waits: bool,
}

/// A whole inquiry, for its maker or, by secret link, its buyer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inquiry {
    /// Identity.
    pub id: InquiryId,
    /// Which business.
    pub business: BusinessId,
    /// The maker's name.
    pub maker: String,
    /// The maker's WhatsApp number.
    pub whatsapp: Option<String>,
    /// The buyer.
    pub buyer: String,
    /// The buyer's phone number or e-mail address.
    pub contact: String,
    /// The buyer's city or firm.
    pub place: String,
    /// The buyer's language.
    pub language: Language,
    /// When the buyer wants it.
    pub wanted_on: Option<NaiveDate>,
    /// What was asked for.
    pub items: Vec<WantedItem>,
    /// The conversation, oldest first; it begins with the buyer's message.
    pub messages: Vec<Message>,
    /// When it came.
    pub created_at: DateTime<Utc>,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The maker's, or the buyer's.
    pub from_maker: bool,
    /// Text.
    pub text: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The query of an address: `kategori=craft&hal=2`.
pub(super) fn query(pairs: &[(&str, String)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("{key}={}", percent(value)))
        .collect();
    pairs.join("&")
}

/// Everything but letters, digits and `-_.~` as `%XX`.
pub(super) fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// An address that opens WhatsApp with a number and a ready text.
pub fn whatsapp_link(phone: &str, text: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    format!("https://wa.me/{digits}?text={}", percent(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ready_text_survives_the_address() {
        assert_eq!(
            whatsapp_link("+6281234567890", "Halo, 2 lembar & ongkir?"),
            "https://wa.me/6281234567890?text=Halo%2C%202%20lembar%20%26%20ongkir%3F"
        );
    }

    #[rstest::rstest]
    #[case("0812-3456-7890", Ok("+6281234567890"))]
    #[case("+65 8123 4567", Ok("+6581234567"))]
    #[case("Buyer@Hotel.sg", Ok("buyer@hotel.sg"))]
    #[case("+65", Err(Problem::NotAContact))]
    #[case("", Err(Problem::Missing))]
    fn buyers_from_abroad_are_reached_too(
        #[case] typed: &str,
        #[case] expected: Result<&str, Problem>,
    ) {
        assert_eq!(buyer_contact(typed), expected.map(str::to_owned));
    }

    #[test]
    fn an_empty_basket_and_a_short_message_are_both_named() {
        let form = InquiryForm {
            name: "Hotel Rajabasa".into(),
            contact: "0721 123456".into(),
            message: "?".into(),
            ..InquiryForm::default()
        };
        let Err(Refusal::Fields(fields)) = form.check() else {
            panic!()
        };
        let named: Vec<_> = fields
            .iter()
            .map(|f| (f.field.as_str(), &f.problem))
            .collect();
        assert_eq!(
            named,
            [
                ("items", &Problem::Missing),
                ("message", &Problem::TooShort { min: 5 }),
            ]
        );
    }

    #[test]
    fn the_same_product_twice_is_one_line() {
        let product = ProductId::new();
        let item = |quantity: &str| InquiryItem {
            product: product.to_string(),
            quantity: quantity.into(),
        };
        let form = InquiryForm {
            items: vec![item("2"), item("1.000")],
            name: "Hotel Rajabasa".into(),
            contact: "0721 123456".into(),
            message: "Berapa ongkirnya?".into(),
            ..InquiryForm::default()
        };
        assert_eq!(form.check().unwrap().items, [(product, 1_002)]);
    }
}
