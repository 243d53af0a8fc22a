//! What becomes of rows, and the report of it.

use std::{fmt, io::Write};

use crate::{Code, Entry, FileFault, Identity, Known, Row};

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action<Id> {
    /// It is a business of its own.
    Import,
    /// It cannot be imported; its codes say why.
    Reject,
    /// It repeats this one.
    DuplicateOf(Id),
}

impl<Id: Clone> Action<Id> {
    /// Decides over a row and keeps its business under this id, or under that of the business it repeats. Rows come in file
    /// order, files in theirs.
    pub fn of(row: &Row, id: Id, known: &mut Known<Id>) -> Self {
        if row.is_rejected() {
            return Self::Reject;
        }
        let identity = Identity::from(&row.entry);
        match known.find(&identity) {
            Some(first) => {
                known.insert(first.clone(), identity);
                Self::DuplicateOf(first)
            }
            None => {
                known.insert(id, identity);
                Self::Import
            }
        }
    }
}

/// Where a row stands. Written `file#row` or `file#sheet!row`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The file's name.
    pub file: String,
    /// The sheet's name; none in CSV.
    pub sheet: Option<String>,
    /// The row's number.
    pub row: u32,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.sheet {
            Some(sheet) => write!(f, "{}#{sheet}!{}", self.file, self.row),
            None => write!(f, "{}#{}", self.file, self.row),
        }
    }
}

const COLUMNS: [&str; 19] = [
    "file",
    "sheet",
    "row",
    "action",
    "duplicate_of",
    "owner",
    "business",
    "gender",
    "phone",
    "phone2",
    "regency_code",
    "district_code",
    "annual_turnover_rupiah",
    "workers",
    "nib",
    "kbli",
    "halal",
    "started_on",
    "errors",
];

/// A report as CSV, one line for each row or refused file. No identity card's number is ever in it.
pub struct Report<W: Write> {
    csv: csv::Writer<W>,
}

impl<W: Write> Report<W> {
    /// Begins a report with its header.
    ///
    /// # Errors
    ///
    /// When it cannot be written; so all its functions.
    pub fn new(to: W) -> csv::Result<Self> {
        let mut csv = csv::Writer::from_writer(to);
        csv.write_record(COLUMNS)?;
        Ok(Self { csv })
    }

    /// One row and what becomes of it. A rejected row has no values.
    pub fn row(&mut self, file: &str, row: &Row, action: &Action<Origin>) -> csv::Result<()> {
        let (word, first, values) = match action {
            Action::Import => ("import", String::new(), values(&row.entry)),
            Action::Reject => ("reject", String::new(), Default::default()),
            Action::DuplicateOf(first) => ("duplicate_of", first.to_string(), values(&row.entry)),
        };
        let codes: Vec<&str> = row.codes.iter().map(|code: &Code| code.as_str()).collect();
        let place = [
            file.to_owned(),
            row.sheet.clone().unwrap_or_default(),
            row.row.to_string(),
            word.to_owned(),
            first,
        ];
        self.csv
            .write_record(place.into_iter().chain(values).chain([codes.join("|")]))
    }

    /// A file that is refused as a whole.
    pub fn refused(&mut self, file: &str, fault: FileFault) -> csv::Result<()> {
        let mut line = [""; COLUMNS.len()];
        (line[0], line[2], line[3]) = (file, "0", "reject");
        line[COLUMNS.len() - 1] = fault.as_str();
        self.csv.write_record(line)
    }

    /// Ends the report.
    pub fn finish(mut self) -> csv::Result<()> {
        Ok(self.csv.flush()?)
    }
}

fn values(entry: &Entry) -> [String; 13] {
    fn shown(value: Option<impl fmt::Display>) -> String {
        value.map_or_else(String::new, |value| value.to_string())
    }
    [
        shown(entry.owner.as_ref()),
        shown(entry.business.as_ref()),
        shown(entry.gender.map(|gender| gender.as_str())),
        shown(entry.phones.first()),
        shown(entry.phones.get(1)),
        shown(entry.regency.as_ref()),
        shown(entry.district.as_ref()),
        shown(entry.turnover),
        shown(entry.workers),
        shown(entry.nib.as_ref()),
        shown(entry.kbli.as_ref()),
        shown(entry.halal.map(|halal| halal.as_str())),
        shown(entry.started_on),
    ]
}
