//! Which lines of a sheet are rows of its list.

use std::collections::BTreeSet;

use crate::{
    Row,
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

/// The rows of a sheet's lists. A second header further down holds for the rows below it.
pub(crate) fn rows(sheet: &Sheet, context: &Context<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut list: Option<List> = None;
    let mut at = 0;
    while let Some(line) = sheet.lines.get(at) {
        at += 1;
        match header::labels(&sheet.lines[at - 1..]) {
            Labels::List(header) => {
                at += header.height - 1;
                list = Some(List {
                    layout: header.layout,
                    width: line.cells.len(),
                    heading: Named::default(),
                });
            }
            Labels::Other => list = None,
            Labels::None => rows.extend(
                list.as_mut()
                    .and_then(|list| list.row(line, sheet, context)),
            ),
        }
    }
    rows
}

/// A list as far as it has been read.
struct List {
    layout: Layout,
    /// Cells of its header.
    width: usize,
    /// The place that the last group heading named.
    heading: Named,
}

impl List {
    fn row(&mut self, line: &Line, sheet: &Sheet, context: &Context<'_>) -> Option<Row> {
        if let Some(heading) = self.heading_in(line) {
            self.heading = heading;
            return None;
        }
        let broken = sheet.ragged && line.cells.len() != self.width;
        if is_numbering(line) || !self.is_data(line, broken) {
            return None;
        }
        let (entry, codes) = if broken {
            (Entry::default(), BTreeSet::from([Code::ColumnCount]))
        } else {
            entry::read(line, &self.layout, &self.heading, context)
        };
        Some(Row {
            sheet: sheet.name.clone(),
            row: line.row,
            cells: line.cells.iter().map(Cell::shown).collect(),
            entry,
            codes,
        })
    }

    /// A group heading such as `II. KECAMATAN X` or `KABUPATEN X`, alone in its line.
    fn heading_in(&self, line: &Line) -> Option<Named> {
        const MOST_CELLS: usize = 2;
        if line.filled().count() > MOST_CELLS {
            return None;
        }
        let text = line.filled().filter_map(|(_, cell)| cell.label()).last()?;
        let words = words::words(&text);
        let start = words.iter().position(|word| !is_counter(word))?;
        let rest = &words[start..];
        let name = rest.join(" ");
        match rest {
            [word, _, ..] if ["kecamatan", "kec"].contains(&word.as_str()) => Some(Named {
                district: Some(name),
                regency: self.heading.regency.clone(),
            }),
            [word, _, ..] if ["kabupaten", "kab", "kota"].contains(&word.as_str()) => Some(Named {
                regency: Some(name),
                district: None,
            }),
            _ => None,
        }
    }

    /// A data row says three things or more, or two beside a running number. Sums, notes and signatures say less, or begin
    /// with their own words.
    fn is_data(&self, line: &Line, broken: bool) -> bool {
        let numbered = self
            .layout
            .columns(Role::Order)
            .any(|column| is_running_number(line.cell(column)));
        let says = |column: usize| {
            self.layout
                .roles
                .get(column)
                .copied()
                .flatten()
                .is_some_and(|role| role != Role::Order)
        };
        let said = line
            .filled()
            .filter(|(column, _)| broken || says(*column))
            .count();
        let begins = |with: &[&str]| {
            line.first_words().is_some_and(|text| {
                words::words(text)
                    .first()
                    .is_some_and(|word| with.contains(&word.as_str()))
            })
        };
        if numbered && !broken {
            return said >= 2;
        }
        said >= 3 && !begins(SUMS) && (said > 4 || !begins(CLOSINGS))
    }
}

/// `1`, `II`, `A`: what counts groups.
fn is_counter(word: &str) -> bool {
    word.len() == 1
        || word
            .chars()
            .all(|letter| letter.is_ascii_digit() || "ivx".contains(letter))
}

fn is_running_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => text
            .trim_end_matches('.')
            .bytes()
            .all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

/// The line below a header that numbers its columns: 1, 2, 3 …
fn is_numbering(line: &Line) -> bool {
    let number = |cell: &Cell| match cell {
        Cell::Number(number) => Some(*number as i64),
        Cell::Text(text) => words::digits(text).parse().ok().filter(|_| text.len() <= 4),
        _ => None,
    };
    let numbers: Option<Vec<i64>> = line.filled().map(|(_, cell)| number(cell)).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() >= 3 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    })
}
