//! Where a list's header stands and what its columns are about.

mod role;
pub mod vocabulary;

pub use role::{Basis, Period, Role, Whom};

use crate::{
    sheet::{Cell, Line},
    words,
};

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
    /// Where no column says owner, the first that says name is the owner's.
    fn new(mut roles: Vec<Option<Role>>) -> Self {
        if !roles.contains(&Some(Role::Owner))
            && let Some(name) = roles.iter_mut().find(|role| **role == Some(Role::Name))
        {
            *name = Some(Role::Owner);
        }
        Self { roles }
    }

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
    let filled = first.filled().count();
    if filled < FEWEST_LABELS || !is_wordy(first) {
        return Labels::None;
    }
    let layout = one_row(first);
    let second = rest
        .first()
        .filter(|second| second.row == first.row + 1 && is_wordy(second));
    if let Some(both) = second.and_then(|second| two_rows(first, second, &layout)) {
        return Labels::List(Header {
            layout: both,
            height: 2,
        });
    }
    if layout.is_list() {
        return Labels::List(Header { layout, height: 1 });
    }
    let labelled = layout.roles().count();
    if labelled * 3 >= filled * 2 {
        Labels::Other
    } else {
        Labels::None
    }
}

/// How many columns a line would label.
pub fn labels_known(line: &Line) -> usize {
    if is_wordy(line) {
        one_row(line).known()
    } else {
        0
    }
}

/// A header has three labels or more.
const FEWEST_LABELS: usize = 3;

/// Labels are words, or years: no other numbers, and no long runs of digits as data has.
fn is_wordy(line: &Line) -> bool {
    line.cells.iter().all(|cell| match cell {
        Cell::Text(text) => text.chars().filter(char::is_ascii_digit).count() <= 4,
        Cell::Number(number) => (1945.0..=2100.0).contains(number),
        Cell::Blank => true,
        _ => false,
    })
}

fn one_row(line: &Line) -> Layout {
    let roles = line.cells.iter().map(|cell| vocabulary::role(&label(cell)));
    Layout::new(roles.collect())
}

/// The columns of a header of two rows, if the second belongs to it: it divides a column, and together they know more than
/// each alone, or below a header it holds nothing but labels and their details. `alone` is what the first row knows.
fn two_rows(first: &Line, second: &Line, alone: &Layout) -> Option<Layout> {
    if second.filled().count() < 2 {
        return None;
    }
    let both = combined(first, second);
    let more = both.known() > alone.known().max(one_row(second).known());
    let detailed = alone.is_list()
        && both != *alone
        && both.known() >= alone.known()
        && holds_labels(first, second);
    (both.is_list() && (more || detailed)).then_some(both)
}

fn holds_labels(first: &Line, second: &Line) -> bool {
    second.filled().all(|(column, cell)| {
        let below = label(cell);
        cell == first.cell(column)
            || vocabulary::is_detail(&below)
            || vocabulary::role(&below).is_some()
    })
}

/// A label of the upper row holds for the columns to its right whose own upper cell is blank and whose lower cell is not.
fn combined(upper: &Line, lower: &Line) -> Layout {
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
    Layout::new(roles)
}

/// What the lower label says by itself; where it says nothing or too little (`No`, `Nama`), what both say together.
fn role_of_pair(upper: &[String], lower: &[String]) -> Option<Role> {
    if upper == lower || lower.is_empty() {
        return vocabulary::role(upper);
    }
    let alone = vocabulary::role(lower);
    if alone.is_some_and(|role| !matches!(role, Role::Order | Role::Name)) {
        return alone;
    }
    vocabulary::role(&[lower, upper].concat()).or(alone)
}

fn label(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::Text(text) => words::words(text),
        _ => Vec::new(),
    }
}
