//! XLSX workbooks.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use super::{FileFault, Limits};
use crate::sheet::{Cell, Line, Merge, Sheet};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// All sheets of a workbook that people can see; those hidden by a macro alone are no list.
pub fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, FileFault> {
    weigh(bytes, limits.unpacked)?;
    let mut book: Workbook = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let visible = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible != SheetVisible::VeryHidden);
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    let mut room = limits.lines;
    let mut sheets = Vec::new();
    for name in names {
        let Some(sheet) = sheet(&mut book, name, limits.columns, room)? else {
            continue;
        };
        room -= sheet.lines.len();
        sheets.push(sheet);
    }
    if sheets.iter().all(|sheet| sheet.lines.is_empty()) {
        return Err(FileFault::Empty);
    }
    Ok(sheets)
}

/// Unpacks every part into nothing and counts. The sizes that a packed file states may lie, so they are not believed.
fn weigh(bytes: &[u8], limit: u64) -> Result<(), FileFault> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileFault::Corrupt)?;
    if parts.index_for_name("xl/workbook.xml").is_none() {
        return Err(if parts.is_empty() {
            FileFault::Empty
        } else {
            FileFault::WrongType
        });
    }
    let mut left = limit;
    for index in 0..parts.len() {
        let part = parts.by_index(index).map_err(|_| FileFault::Corrupt)?;
        let size =
            io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| FileFault::Corrupt)?;
        left = left.checked_sub(size).ok_or(FileFault::TooLarge)?;
    }
    Ok(())
}

/// One sheet, read cell by cell: a sheet with one cell at each far end is as small as it looks. A sheet of another kind,
/// such as a chart, is `None`.
fn sheet(
    book: &mut Workbook,
    name: String,
    columns: usize,
    room: usize,
) -> Result<Option<Sheet>, FileFault> {
    let lines = match lines(book, &name, columns, room)? {
        Some(lines) => lines,
        None => return Ok(None),
    };
    let merges = book.merge_cells_by_sheet_name(&name).map_err(fault)?;
    let merges = merges.iter().map(|merge| Merge {
        rows: (merge.start.0 + 1, merge.end.0 + 1),
        columns: (merge.start.1 as usize, merge.end.1 as usize),
    });
    let mut sheet = Sheet {
        merges: merges.filter(|merge| merge.columns.0 < columns).collect(),
        name: Some(name),
        lines,
        ragged: false,
    };
    sheet.spread_merges();
    Ok(Some(sheet))
}

fn lines(
    book: &mut Workbook,
    name: &str,
    columns: usize,
    room: usize,
) -> Result<Option<Vec<Line>>, FileFault> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(other) => return Err(fault(other)),
    };
    let mut lines: Vec<Line> = Vec::new();
    while let Some(record) = cells.next_cell_with_formula_metadata().map_err(fault)? {
        let (row, column) = (record.pos.0 + 1, record.pos.1 as usize);
        let cell = read(record.value, record.formula.is_some());
        if column >= columns || !cell.is_filled() {
            continue;
        }
        let last = lines.last().map_or(0, |line| line.row);
        if row < last {
            return Err(FileFault::Corrupt);
        }
        if row > last {
            if lines.len() == room {
                return Err(FileFault::TooLarge);
            }
            lines.push(Line {
                row,
                cells: Vec::new(),
            });
        }
        if let Some(line) = lines.last_mut() {
            line.set(column, cell);
        }
    }
    Ok(Some(lines))
}

fn read(value: DataRef<'_>, formula: bool) -> Cell {
    match value {
        DataRef::Int(number) => Cell::Number(number as f64),
        DataRef::Float(number) => Cell::Number(number),
        DataRef::DateTime(day) => Cell::Number(day.as_f64()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::text(&text)
        }
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(true) => Cell::text("TRUE"),
        DataRef::Bool(false) => Cell::text("FALSE"),
        DataRef::Error(error) => Cell::Fault(error.to_string()),
        DataRef::Empty if formula => Cell::Unread("=".to_owned()),
        DataRef::Empty => Cell::Blank,
    }
}

/// A part that is missing or cut off, or is no XML: the file is damaged.
fn fault(_: XlsxError) -> FileFault {
    FileFault::Corrupt
}
