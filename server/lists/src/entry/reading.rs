//! A row being read: values out of one or several cells each.

use std::collections::BTreeSet;

use super::{Context, Entry};
use crate::{
    cells::{
        self, Read,
        date::{self, Started},
        gender::{self, Gender},
        money,
        phone::{self, Phone},
        workers,
    },
    code::Code,
    header::{Basis, Layout, Period, Role, Whom},
    place::{Named, address::Address},
    sheet::{Cell, Line},
};

/// Each cell's value is taken, each cell's code is noted.
pub struct Reading<'a> {
    /// The row.
    pub line: &'a Line,
    /// What its columns are about.
    pub layout: &'a Layout,
    /// What is wrong with it so far.
    pub codes: BTreeSet<Code>,
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

    /// What the first cell of a role says.
    pub fn read<T>(
        &mut self,
        role: Role,
        read: impl Fn(cells::Content<'_>) -> Read<T>,
    ) -> Option<T> {
        let value = match cells::content(self.cell(role)?) {
            Ok(Some(content)) => read(content),
            Ok(None) => Ok(None),
            Err(code) => Err(code),
        };
        self.note(value)
    }

    /// The first cell of a role as text on one line.
    pub fn text(&mut self, role: Role) -> Option<String> {
        let text = cells::text(self.cell(role)?);
        self.note(text)
    }

    /// One column says it, or one of two bears a mark.
    pub fn gender(&mut self) -> Option<Gender> {
        let said = self.read(Role::Gender(Whom::All), |content| Ok(gender::read(content)));
        let mut marked = |whom| self.read(Role::Gender(whom), |_| Ok(Some(()))).is_some();
        said.or_else(|| match (marked(Whom::Men), marked(Whom::Women)) {
            (true, false) => Some(Gender::Man),
            (false, true) => Some(Gender::Woman),
            _ => None,
        })
    }

    /// Numbers of all columns of telephones, from the left.
    pub fn phones(&mut self) -> Vec<Phone> {
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
    pub fn turnover(&mut self, unit: Option<i64>) -> Option<i64> {
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
    pub fn workers(&mut self) -> Option<u32> {
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

    /// When the business began; a date read month first is noted.
    pub fn started_on(&mut self) -> Option<Started> {
        let date = self.read(Role::Started, |content| date::read(content).map(Some))?;
        if date.swapped {
            self.codes.insert(Code::DateSwapped);
        }
        Some(date.started)
    }

    /// Columns of their own count before the address, the address before the heading of the group.
    pub fn place(&mut self, entry: &mut Entry, heading: &Named, context: &Context<'_>) {
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
