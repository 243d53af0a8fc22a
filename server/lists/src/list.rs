//! Which lines of a sheet are rows of its list.

mod heading;

use std::collections::BTreeSet;

use crate::{
    Row, cells,
    code::Code,
    entry::{self, Context, Entry},
    header::{self, Labels, Layout, Role},
    place::Named,
    sheet::{Cell, Line, Sheet},
    words,
};

/// What the first words of a line say that sums up the lines above it.
const SUMS: &[&str] = &[
    "jumlah",
    "jml",
    "total",
    "sub",
    "subtotal",
    "subjumlah",
    "grand",
    "rekap",
    "rekapitulasi",
    "rata",
];
/// What the first words of a sum say that only names its place.
const PLACES: &[&str] = &["kecamatan", "kec", "kabupaten", "kab", "desa", "kelurahan"];
/// What the first words of a line say that closes a list.
const CLOSINGS: &[&str] = &[
    "keterangan",
    "ket",
    "catatan",
    "sumber",
    "mengetahui",
    "menyetujui",
    "kepala",
    "plt",
    "sekretaris",
    "nip",
    "dibuat",
    "petugas",
    "ttd",
];

/// The texts that stand above the first list of a sheet.
pub(crate) fn titles(sheet: &Sheet) -> Vec<&str> {
    let above = |at: &usize| !matches!(header::labels(&sheet.lines[*at..]), Labels::List(_));
    let lines = (0..sheet.lines.len())
        .take_while(above)
        .map(|at| &sheet.lines[at]);
    let texts = lines.flat_map(|line| line.cells.iter());
    texts
        .filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// The rows of a sheet's lists. A second header further down holds for the rows below it; a group heading holds until the
/// next, headers or not.
pub(crate) fn rows(sheet: &Sheet, context: &Context<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut list: Option<List> = None;
    let mut heading = Named::default();
    let mut at = 0;
    while let Some(line) = sheet.lines.get(at) {
        at += 1;
        match header::labels(&sheet.lines[at - 1..]) {
            Labels::List(header) => {
                at += header.height - 1;
                list = Some(List::new(header.layout, line, sheet.ragged));
            }
            Labels::Other => list = None,
            Labels::None => match heading::read(line, &heading, context) {
                Some(next) => heading = next,
                None => rows.extend(
                    list.as_mut()
                        .and_then(|list| list.row(line, &heading, context)),
                ),
            },
        }
    }
    for row in &mut rows {
        row.sheet.clone_from(&sheet.name);
    }
    rows
}

/// A list as far as it has been read.
struct List {
    layout: Layout,
    /// Cells that each row must have, where that means something.
    width: Option<usize>,
    /// The running number of the last data row.
    number: Option<i64>,
}

impl List {
    fn new(layout: Layout, header: &Line, ragged: bool) -> Self {
        Self {
            layout,
            width: ragged.then_some(header.cells.len()),
            number: None,
        }
    }

    fn row(&mut self, line: &Line, heading: &Named, context: &Context<'_>) -> Option<Row> {
        let broken = self.width.is_some_and(|width| width != line.cells.len());
        let is_data = if broken {
            is_broken_data(line)
        } else {
            self.is_data(line)
        };
        if is_numbering(line) || !is_data {
            return None;
        }
        let (entry, codes) = if broken {
            (Entry::default(), BTreeSet::from([Code::ColumnCount]))
        } else {
            entry::read(line, &self.layout, heading, context)
        };
        let cells = line.cells.iter().map(Cell::shown).collect();
        Some(Row {
            sheet: None,
            row: line.row,
            cells,
            entry,
            codes,
        })
    }

    /// A data row names somebody or something, and says two things more than where it lies beside its running number, or
    /// three things altogether. Sums, notes, signatures and empty numbered rows of a form do not.
    fn is_data(&mut self, line: &Line) -> bool {
        let said = line
            .filled()
            .filter(|(_, cell)| cells::content(cell) != Ok(None));
        let roles = said.filter_map(|(column, _)| self.layout.roles.get(column).copied().flatten());
        let roles: Vec<Role> = roles.filter(|role| *role != Role::Order).collect();
        if !roles.iter().any(names_something) {
            return false;
        }
        let mut orders = self.layout.columns(Role::Order).peekable();
        let numbered = orders.peek().is_some();
        let Some(number) = orders.find_map(|column| running_number(line.cell(column))) else {
            let closes =
                sums_up(line, numbered) || (roles.len() <= 4 && begins_with(line, CLOSINGS));
            return roles.len() >= 3 && !closes;
        };
        let besides = roles.iter().filter(|role| !is_place(role)).count();
        let follows = self.number.is_none_or(|last| last + 1 == number);
        let is_data = besides >= 2 || (follows && roles.contains(&Role::Owner));
        if is_data {
            self.number = Some(number);
        }
        is_data
    }
}

fn names_something(role: &Role) -> bool {
    matches!(
        role,
        Role::Owner | Role::Business | Role::Phone | Role::Nib | Role::Nik
    )
}

fn is_place(role: &Role) -> bool {
    matches!(role, Role::Village | Role::District | Role::Regency)
}

/// A row with too many or too few cells, whose columns mean nothing: three cells that say something and are no sum or note.
fn is_broken_data(line: &Line) -> bool {
    line.filled().count() >= 3 && !sums_up(line, false) && !begins_with(line, CLOSINGS)
}

/// Whether a line sums up others. Where rows are numbered, one without a number that begins with a place does too.
fn sums_up(line: &Line, numbered: bool) -> bool {
    let text = line.first_words().map(words::words).unwrap_or_default();
    let sum = |word: &String| SUMS.contains(&word.as_str());
    text.first().is_some_and(sum)
        || (numbered && (text.iter().any(sum) || begins_with(line, PLACES)))
}

fn begins_with(line: &Line, words: &[&str]) -> bool {
    let first = line
        .first_words()
        .and_then(|text| words::words(text).into_iter().next());
    first.is_some_and(|first| words.contains(&first.as_str()))
}

fn running_number(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Number(number) => Some(*number as i64),
        Cell::Text(text) => text.trim_end_matches('.').parse().ok(),
        _ => None,
    }
}

/// The line below a header that counts its columns: 1, 2, 3 … or a, b, c ….
fn is_numbering(line: &Line) -> bool {
    let number = |cell: &Cell| match cell {
        Cell::Number(number) => Some(*number as i64),
        Cell::Text(text) if text.len() == 1 => text.bytes().next().map(i64::from),
        Cell::Text(text) => words::digits(text).parse().ok().filter(|_| text.len() <= 4),
        _ => None,
    };
    let numbers: Option<Vec<i64>> = line.filled().map(|(_, cell)| number(cell)).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() >= 3 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    })
}
