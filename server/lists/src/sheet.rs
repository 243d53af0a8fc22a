//! A sheet as its file holds it: lines of cells, nothing understood yet.

use crate::words;

/// One sheet of a workbook, or the only one of a CSV file.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name; a CSV file's sheet has none.
    pub name: Option<String>,
    /// Lines that have cells, from above.
    pub lines: Vec<Line>,
    /// Cells that the file shows as one.
    pub merges: Vec<Merge>,
    /// Whether a line's own number of cells means something: it does in CSV.
    pub ragged: bool,
}

/// One line of a sheet.
#[derive(Debug)]
pub struct Line {
    /// As a spreadsheet program numbers it, from 1.
    pub row: u32,
    /// From the first column on; cells after the last written one are absent.
    pub cells: Vec<Cell>,
}

/// Cells that the file shows as one; rows as in [`Line::row`], columns from 0, both ends belong to it.
#[derive(Clone, Copy, Debug)]
pub struct Merge {
    /// First and last row.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (usize, usize),
}

/// What one cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// Cleaned text.
    Text(String),
    /// A number; days are numbers too, counted as Excel counts them.
    Number(f64),
    /// `#REF!`, `#N/A` and their like.
    Fault(String),
    /// A formula without its result.
    Unread(String),
}

impl Cell {
    /// A cell of this text; an error's name is an error, as programs write both alike.
    pub fn text(raw: &str) -> Self {
        let text = words::clean(raw);
        match text.as_str() {
            "" => Self::Blank,
            _ if is_fault(&text) => Self::Fault(text),
            _ => Self::Text(text),
        }
    }

    /// Whether something stands in it.
    pub fn is_filled(&self) -> bool {
        *self != Self::Blank
    }

    /// As a page shows it.
    pub fn shown(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Fault(text) | Self::Unread(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }

    /// Its text on one line, if it has text.
    pub fn label(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(words::one_line(text)),
            _ => None,
        }
    }
}

fn is_fault(text: &str) -> bool {
    const FAULTS: &[&str] = &[
        "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
        "#ERROR!",
    ];
    FAULTS.contains(&text.to_uppercase().as_str())
}

impl Sheet {
    /// Gives the first cell's content to all rows of its merge: it holds for all of them. Only in the merge's first column,
    /// as a title over many columns is no content of theirs. Merges do not overlap, so they have no more cells than the sheet.
    pub fn spread_merges(&mut self) {
        let widest = self
            .lines
            .iter()
            .map(|line| line.cells.len())
            .max()
            .unwrap_or(0);
        let mut room = widest * self.lines.len();
        for merge in std::mem::take(&mut self.merges) {
            let (first, last) = merge.rows;
            let from = self.lines.partition_point(|line| line.row < first);
            let to = self.lines.partition_point(|line| line.row <= last);
            let merged = self
                .lines
                .get_mut(from..to)
                .and_then(<[Line]>::split_first_mut);
            let Some((top, below)) = merged.filter(|(top, _)| top.row == first) else {
                continue;
            };
            let content = top.cell(merge.columns.0).clone();
            for line in below.iter_mut().take(room).filter(|_| content.is_filled()) {
                line.set(merge.columns.0, content.clone());
            }
            room = room.saturating_sub(below.len());
        }
    }
}

impl Line {
    /// The cell of a column, counted from 0.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Blank)
    }

    /// Puts a cell into a column.
    pub fn set(&mut self, column: usize, cell: Cell) {
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::Blank);
        }
        self.cells[column] = cell;
    }

    /// Filled cells with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| cell.is_filled())
    }

    /// The first text with a letter in it.
    pub fn first_words(&self) -> Option<&str> {
        self.cells.iter().find_map(|cell| match cell {
            Cell::Text(text) if text.chars().any(char::is_alphabetic) => Some(text.as_str()),
            _ => None,
        })
    }
}
