//! The village as its file tells it: makers, their licences and figures, what they make and how it was judged.

use std::sync::LazyLock;

use domain::{
    business::{Channel, ClaimKind},
    curation::Category,
};
use serde::Deserialize;

use super::Account;
use crate::{Fault, Result};

/// A maker with one business.
#[derive(Debug, Deserialize)]
pub(super) struct Maker {
    pub owner: String,
    /// Phone number, with which they sign in.
    pub contact: String,
    pub business: String,
    /// Official code of the district.
    pub district: String,
    pub address: String,
    /// Days since the file was opened.
    pub joined: i64,
    /// Year of founding.
    pub since: i32,
    pub story: String,
    /// File of the workshop's picture.
    pub photo: Option<String>,
    pub channels: Vec<Channel>,
    /// Twelve months' sales one year ago and now, in rupiah.
    pub turnover: [i64; 2],
    /// Women and men.
    pub workers: [i64; 2],
    pub claims: Vec<Claim>,
    pub products: Vec<Product>,
}

/// A licence.
#[derive(Debug, Deserialize)]
pub(super) struct Claim {
    pub kind: ClaimKind,
    pub number: String,
    /// Days until it ends; 0 for one without an end.
    pub days: i64,
    /// Whether a consultant found it good.
    pub verified: bool,
}

/// A product.
#[derive(Debug, Deserialize)]
pub(super) struct Product {
    /// What its photos are called in `photos/index.json`.
    pub key: String,
    pub name: String,
    pub category: Category,
    /// Description.
    pub text: String,
    pub story: String,
    /// Rupiah.
    pub price: i64,
    pub cost: Option<i64>,
    pub unit: String,
    pub moq: i64,
    /// Days.
    pub lead: i64,
    /// Units a month.
    pub capacity: i64,
    /// Net content.
    pub net: String,
    /// Shelf life.
    pub life: String,
    pub variants: Vec<(String, Option<i64>)>,
    pub tiers: Vec<(i64, i64)>,
    pub judged: Vec<Judged>,
}

/// How a product fared in one round.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Judged {
    /// 1 and 2 are over, 3 is open.
    pub round: usize,
    /// The first curator's value of each weighted criterion, in the rubric's order.
    pub marks: String,
    /// Whether the second curator sees it so differently that a third is called.
    #[serde(default)]
    pub apart: bool,
    /// Whether a gate is found unmet.
    #[serde(default)]
    pub gate_unmet: bool,
    /// Sheets that are finished; all, when not said.
    pub scored: Option<usize>,
}

static MAKERS: LazyLock<serde_json::Result<Vec<Maker>>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../demo/makers.json")));

/// Everybody who makes something, the earliest first to be listed.
pub(super) fn makers() -> Result<&'static [Maker]> {
    match &*MAKERS {
        Ok(makers) => Ok(makers),
        Err(error) => Err(Fault::new(format!("the demo village: {error}")).into()),
    }
}

impl Maker {
    pub fn account(&'static self) -> Account {
        Account {
            name: &self.owner,
            contact: &self.contact,
            part: &self.business,
        }
    }
}
