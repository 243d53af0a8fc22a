//! What one data row says.

mod reading;

use std::collections::BTreeSet;

use reading::Reading;

use crate::{
    cells::{
        date::Started,
        gender::Gender,
        halal::{self, Halal},
        kbli::{Kbli, KbliCode},
        names,
        numbers::{self, Nib, Nik},
        phone::Phone,
    },
    code::Code,
    header::{Layout, Role},
    place::{Gazetteer, Named, Title},
    sheet::Line,
};

/// What a row says of a business. What cannot be read for certain is empty and has a code beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Who owns it.
    pub owner: Option<String>,
    /// What it is called.
    pub business: Option<String>,
    /// The owner's gender.
    pub gender: Option<Gender>,
    /// Telephone numbers in the order written.
    pub phones: Vec<Phone>,
    /// Four digits.
    pub regency: Option<String>,
    /// Six digits.
    pub district: Option<String>,
    /// Desa or kelurahan as written.
    pub village: Option<String>,
    /// The address as written.
    pub address: Option<String>,
    /// Rupiah a year.
    pub turnover: Option<i64>,
    /// People who work there, the owner among them where the list counts so.
    pub workers: Option<u32>,
    /// The licence.
    pub nib: Option<Nib>,
    /// The line of business.
    pub kbli: Option<KbliCode>,
    /// The halal certificate.
    pub halal: Option<Halal>,
    /// When it began.
    pub started_on: Option<Started>,
    /// The owner's identity card: for the caller alone, in no report.
    pub nik: Option<Nik>,
}

/// What all rows of a sheet share.
pub(crate) struct Context<'a> {
    pub gazetteer: &'a Gazetteer,
    pub kbli: &'a Kbli,
    pub title: Title,
    /// A unit that a text above the table gives to its amounts.
    pub unit: Option<i64>,
}

/// Reads a data row under its columns. `heading` is the place that the group heading above it names.
pub(crate) fn read(
    line: &Line,
    layout: &Layout,
    heading: &Named,
    context: &Context<'_>,
) -> (Entry, BTreeSet<Code>) {
    let mut reading = Reading {
        line,
        layout,
        codes: BTreeSet::new(),
    };
    let mut entry = Entry {
        owner: reading
            .text(Role::Owner)
            .and_then(|text| names::owner(&text)),
        business: reading
            .text(Role::Business)
            .and_then(|text| names::business(&text)),
        gender: reading.gender(),
        phones: reading.phones(),
        village: reading.text(Role::Village),
        address: reading.text(Role::Address),
        turnover: reading.turnover(context.unit),
        workers: reading.workers(),
        nib: reading.read(Role::Nib, numbers::nib),
        kbli: reading.read(Role::Kbli, |content| context.kbli.read(content)),
        halal: reading.read(Role::Halal, |content| Ok(halal::read(content))),
        started_on: reading.started_on(),
        nik: reading.read(Role::Nik, numbers::nik),
        ..Entry::default()
    };
    reading.place(&mut entry, heading, context);
    if entry.owner.is_none() {
        reading.codes.insert(Code::OwnerMissing);
    }
    if entry.business.is_none() {
        reading.codes.insert(Code::BusinessMissing);
    }
    (entry, reading.codes)
}
