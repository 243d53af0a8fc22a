//! What one data row says.

use std::collections::BTreeSet;

use crate::{
    cells::{
        self, Read,
        date::{self, Started},
        gender::{self, Gender},
        halal::{self, Halal},
        kbli::{Kbli, KbliCode},
        money, names,
        numbers::{self, Nib, Nik},
        phone::{self, Phone},
        workers,
    },
    code::Code,
    header::{Basis, Layout, Period, Role, Whom},
    place::{Gazetteer, Named, Title, address::Address},
    sheet::{Cell, Line},
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
    let missing = [
        (entry.owner.is_none(), Code::OwnerMissing),
        (entry.business.is_none(), Code::BusinessMissing),
    ];
    reading.codes.extend(
        missing
            .into_iter()
            .filter(|(missing, _)| *missing)
            .map(|(_, code)| code),
    );
    (entry, reading.codes)
}

/// A row being read: each cell's value is taken, each cell's code is noted.
struct Reading<'a> {
    line: &'a Line,
    layout: &'a Layout,
    codes: BTreeSet<Code>,
}

impl Reading<'_> {
    fn note<T>(&mut self, read: Read<T>) -> Option<T> {
        read.unwrap_or_else(|code| {
            self.codes.insert(code);
            None
        })
    }

    /// The first column of a role that says something.
    fn cell(&self, role: Role) -> Option<&Cell> {
        let cells = self
            .layout
            .columns(role)
            .map(|column| self.line.cell(column));
        cells
            .into_iter()
            .find(|cell| !matches!(cells::content(cell), Ok(None)))
    }

    fn read<T>(&mut self, role: Role, read: impl Fn(cells::Content<'_>) -> Read<T>) -> Option<T> {
        let value = match cells::content(self.cell(role)?) {
            Ok(Some(content)) => read(content),
            Ok(None) => Ok(None),
            Err(code) => Err(code),
        };
        self.note(value)
    }

    fn text(&mut self, role: Role) -> Option<String> {
        let text = cells::text(self.cell(role)?);
        self.note(text)
    }

    /// One column says it, or one of two bears a mark.
    fn gender(&mut self) -> Option<Gender> {
        let said = self.read(Role::Gender(Whom::All), |content| Ok(gender::read(content)));
        let mut marked = |whom| self.read(Role::Gender(whom), |_| Ok(Some(()))).is_some();
        said.or_else(|| match (marked(Whom::Men), marked(Whom::Women)) {
            (true, false) => Some(Gender::Man),
            (false, true) => Some(Gender::Woman),
            _ => None,
        })
    }

    /// Numbers of all columns of telephones, from the left.
    fn phones(&mut self) -> Vec<Phone> {
        let mut numbers: Vec<Phone> = Vec::new();
        for column in self.layout.columns(Role::Phone) {
            let Some(content) = self.note(cells::content(self.line.cell(column))) else {
                continue;
            };
            let phones = phone::read(content);
            if phones.unread {
                self.codes.insert(Code::PhoneInvalid);
            }
            for number in phones.numbers {
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
        }
        numbers
    }

    /// A yearly column counts before others; a monthly one that differs by more than a fifth of the larger is a conflict.
    fn turnover(&mut self, unit: Option<i64>) -> Option<i64> {
        let mut amounts = Vec::new();
        for (column, role) in self.layout.roles.iter().enumerate() {
            let Some(Role::Turnover(basis)) = role else {
                continue;
            };
            let basis = Basis {
                unit: basis.unit.or(unit),
                ..*basis
            };
            let read = match cells::content(self.line.cell(column)) {
                Ok(None) => continue,
                Ok(Some(content)) => money::read(content, basis),
                Err(code) => Err(code),
            };
            amounts.push((basis.period, self.note(read)));
        }
        let yearly = amounts
            .iter()
            .find(|(period, _)| *period == Some(Period::Year));
        let (_, counting) = yearly.or(amounts.first())?;
        let counting = (*counting)?;
        if counting.assumed {
            self.codes.insert(Code::TurnoverPeriodAssumed);
        }
        if amounts
            .iter()
            .flat_map(|(_, amount)| amount)
            .any(|other| conflict(counting.yearly, other.yearly))
        {
            self.codes.insert(Code::TurnoverConflict);
        }
        Some(counting.yearly)
    }

    /// Total, men and women may have columns of their own.
    fn workers(&mut self) -> Option<u32> {
        let mut count = self
            .read(Role::Workers(Whom::All), workers::read)
            .unwrap_or_default();
        let men = self
            .read(Role::Workers(Whom::Men), workers::read)
            .and_then(|men| men.total.or(men.men));
        let women = self
            .read(Role::Workers(Whom::Women), workers::read)
            .and_then(|women| women.total.or(women.women));
        count.men = men.or(count.men);
        count.women = women.or(count.women);
        let workers = workers::settle(count)?;
        if workers.conflict {
            self.codes.insert(Code::WorkersConflict);
        }
        Some(workers.number)
    }

    fn started_on(&mut self) -> Option<Started> {
        let date = self.read(Role::Started, |content| date::read(content).map(Some))?;
        if date.swapped {
            self.codes.insert(Code::DateSwapped);
        }
        Some(date.started)
    }

    /// Columns of their own count before the address, the address before the heading of the group.
    fn place(&mut self, entry: &mut Entry, heading: &Named, context: &Context<'_>) {
        let address = self.cell(Role::Address).and_then(|cell| match cell {
            Cell::Text(text) => Some(Address::read(context.gazetteer, text)),
            _ => None,
        });
        let address = address.unwrap_or_default();
        let named = Named {
            regency: self
                .text(Role::Regency)
                .or(address.regency)
                .or_else(|| heading.regency.clone()),
            district: self
                .text(Role::District)
                .or(address.district)
                .or_else(|| heading.district.clone()),
        };
        entry.village = entry.village.take().or(address.village);
        let place = context.gazetteer.settle(&named, &context.title);
        entry.regency = place.regency;
        entry.district = place.district;
        self.codes.extend(place.code);
    }
}

fn conflict(one: i64, other: i64) -> bool {
    one.abs_diff(other) * 5 > one.max(other).unsigned_abs()
}
