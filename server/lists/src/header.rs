//! Where a list's header stands and what its columns are about.

pub mod vocabulary;

use crate::{
    sheet::{Cell, Line},
    words,
};

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Known, but nothing is taken from it.
    Unused,
    /// A running number.
    Order,
    /// Who owns the business.
    Owner,
    /// What the business is called.
    Business,
    /// The owner's gender.
    Gender,
    /// Telephone numbers.
    Phone,
    /// Desa or kelurahan.
    Village,
    /// Kecamatan.
    District,
    /// Kabupaten or kota.
    Regency,
    /// Several places in one string.
    Address,
    /// What the business turns over.
    Turnover(Basis),
    /// Who works there.
    Workers(Whom),
    /// The number of the licence.
    Nib,
    /// The number of the owner's identity card.
    Nik,
    /// The line of business.
    Kbli,
    /// The halal certificate.
    Halal,
    /// When the business began.
    Started,
}

/// What a column's label says of the amounts below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Basis {
    /// For how long they are.
    pub period: Option<Period>,
    /// Rupiah that one of them stands for.
    pub unit: Option<i64>,
}

/// For how long an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// Twelve make a year.
    Month,
    /// A year.
    Year,
    /// A day or a week: open days are not known, so no year follows.
    Shorter,
}

/// Whom a column of workers counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whom {
    /// All, or both in one cell.
    All,
    /// Men.
    Men,
    /// Women.
    Women,
}

/// The columns of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What each column is about, from the first.
    pub roles: Vec<Option<Role>>,
}

/// A header and how many lines it takes.
#[derive(Debug)]
pub struct Header {
    /// Its columns.
    pub layout: Layout,
    /// One or two.
    pub height: usize,
}

impl Layout {
    /// Whether these are the columns of a list of businesses: owners, something that only businesses have, and a third
    /// thing. A table of enumerators with their telephones is none.
    fn is_list(&self) -> bool {
        let business = |role: &Role| {
            matches!(
                role,
                Role::Business
                    | Role::Turnover(_)
                    | Role::Nib
                    | Role::Kbli
                    | Role::Workers(_)
                    | Role::Halal
            )
        };
        self.known() >= 3
            && self.roles().any(|role| role == Role::Owner)
            && self.roles().any(|role| business(&role))
    }

    /// How many different things are known.
    fn known(&self) -> usize {
        let mut roles: Vec<Role> = self.roles().filter(|role| *role != Role::Unused).collect();
        roles.sort_by_key(|role| format!("{role:?}"));
        roles.dedup();
        roles.len()
    }

    fn roles(&self) -> impl Iterator<Item = Role> {
        self.roles.iter().copied().flatten()
    }

    /// Columns of a role, from the left.
    pub fn columns(&self, role: Role) -> impl Iterator<Item = usize> {
        self.roles
            .iter()
            .enumerate()
            .filter(move |(_, one)| **one == Some(role))
            .map(|(column, _)| column)
    }
}

/// What a line is, as far as labels go.
#[derive(Debug)]
pub enum Labels {
    /// The header of a list of businesses.
    List(Header),
    /// The header of some other table.
    Other,
    /// No header.
    None,
}

/// Looks for a header in the first line, or in the first two together.
pub fn labels(lines: &[Line]) -> Labels {
    let [first, rest @ ..] = lines else {
        return Labels::None;
    };
    if !could_be_labels(first) {
        return Labels::None;
    }
    let single = one_row(first);
    if let Some(second) = rest
        .first()
        .filter(|second| second.row == first.row + 1 && could_be_labels(second))
    {
        let pair = two_rows(first, second);
        if pair.is_list() && pair.known() > single.known().max(one_row(second).known()) {
            return Labels::List(Header {
                layout: pair,
                height: 2,
            });
        }
    }
    if single.is_list() {
        return Labels::List(Header {
            layout: single,
            height: 1,
        });
    }
    let filled = first.filled().count();
    let labelled = single.roles().count();
    if filled >= 3 && labelled * 3 >= filled * 2 {
        Labels::Other
    } else {
        Labels::None
    }
}

/// How many columns a line would label.
pub fn labels_known(line: &Line) -> usize {
    if could_be_labels(line) {
        one_row(line).known()
    } else {
        0
    }
}

/// Labels are words: three cells or more, no numbers, and no long runs of digits as data has.
fn could_be_labels(line: &Line) -> bool {
    let wordy = |cell: &Cell| match cell {
        Cell::Text(text) => text.chars().filter(char::is_ascii_digit).count() <= 4,
        Cell::Blank => true,
        _ => false,
    };
    line.filled().count() >= 3 && line.cells.iter().all(wordy)
}

fn one_row(line: &Line) -> Layout {
    let roles = line.cells.iter().map(|cell| vocabulary::role(&label(cell)));
    Layout {
        roles: roles.collect(),
    }
}

/// A label of the upper row holds for the columns to its right whose own upper cell is blank and whose lower cell is not.
fn two_rows(upper: &Line, lower: &Line) -> Layout {
    let width = upper.cells.len().max(lower.cells.len());
    let mut group = Vec::new();
    let mut roles = Vec::with_capacity(width);
    for column in 0..width {
        let (top, below) = (label(upper.cell(column)), label(lower.cell(column)));
        if !top.is_empty() || below.is_empty() {
            group = top;
        }
        roles.push(role_of_pair(&group, &below));
    }
    Layout { roles }
}

/// What the lower label says by itself, unless it is too general (`No`, `Nama`, `L`), when both are read as one.
fn role_of_pair(upper: &[String], lower: &[String]) -> Option<Role> {
    if upper == lower || lower.is_empty() {
        return vocabulary::role(upper);
    }
    let general =
        lower.len() == 1 && matches!(vocabulary::role(lower), Some(Role::Order | Role::Owner));
    let alone = vocabulary::role(lower).filter(|_| !general);
    alone
        .or_else(|| vocabulary::role(&[lower, upper].concat()))
        .or_else(|| vocabulary::role(lower))
}

fn label(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::Text(text) => words::words(text),
        _ => Vec::new(),
    }
}
