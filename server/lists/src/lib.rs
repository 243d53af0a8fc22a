//! Lists that offices keep: what each row of a CSV or XLSX file of small businesses says, what is wrong with it, and
//! whether it repeats an earlier business. Pure: no database, no clock; what is read comes in, what was understood goes
//! out. Nothing is guessed: what cannot be read for certain is left empty and gets a [`Code`].
//!
//! A crate of its own because the compiler needs it: debug builds optimise it, and a list has thousands of rows.

mod cells;
mod code;
mod entry;
mod file;
mod header;
mod known;
mod list;
mod place;
mod report;
mod sheet;
mod words;

use std::collections::BTreeSet;

pub use cells::{
    date::Started,
    gender::Gender,
    halal::Halal,
    kbli::{Kbli, KbliCode},
    numbers::{Nib, Nik},
    phone::Phone,
};
pub use code::Code;
pub use entry::Entry;
pub use file::{FileFault, Limits};
pub use known::{Identity, Known, Reason};
pub use place::Gazetteer;
pub use report::{Action, Origin, Report};

use entry::Context;
use place::Title;

/// One data row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The sheet it stands in; none in CSV.
    pub sheet: Option<String>,
    /// As a spreadsheet program numbers it, from 1.
    pub row: u32,
    /// Its cells as a page shows them.
    pub cells: Vec<String>,
    /// What it says; of a row that is rejected too.
    pub entry: Entry,
    /// What is wrong with it.
    pub codes: BTreeSet<Code>,
}

impl Row {
    /// Whether it cannot be imported.
    pub fn is_rejected(&self) -> bool {
        self.codes.iter().any(|code| code.rejects())
    }
}

/// Reads all data rows of a file: sheets in their order, rows from above. Titles, headers, sums, notes and blank rows are
/// none.
///
/// # Errors
///
/// The file is refused as a whole when it is empty, holds no list, is damaged, is of another kind than its name says, or is
/// beyond a limit.
pub fn read(
    bytes: &[u8],
    file_name: &str,
    gazetteer: &Gazetteer,
    kbli: &Kbli,
    limits: &Limits,
) -> Result<Vec<Row>, FileFault> {
    let sheets = file::sheets(bytes, file_name, limits)?;
    let file_titles = sheets.first().map(list::titles).unwrap_or_default();
    let mut rows = Vec::new();
    for sheet in &sheets {
        let titles = list::titles(sheet);
        let unit = titles
            .iter()
            .find_map(|title| header::vocabulary::stated_unit(&words::words(title)));
        let own: Vec<&str> = titles
            .into_iter()
            .chain(sheet.name.as_deref())
            .chain([file_name])
            .collect();
        let title = Title::of(gazetteer, &own, &file_titles);
        rows.extend(list::rows(
            sheet,
            &Context {
                gazetteer,
                kbli,
                title,
                unit,
            },
        ));
    }
    if rows.is_empty() {
        Err(FileFault::NoRows)
    } else {
        Ok(rows)
    }
}
