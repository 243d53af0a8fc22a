//! Lists of businesses that offices keep, on their way in: what was read of each row, and what becomes of it.

mod mend;

pub use mend::{MendForm, Mended};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{BusinessId, ImportId, ImportRowId};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It becomes a business file.
    Import,
    /// It cannot, as long as nobody mends it.
    Reject,
    /// It repeats a business that has a file, or an earlier row.
    Duplicate,
    /// Somebody left it out, or another centre serves its place.
    LeftOut,
}

crate::text::text_enum!(Verdict {
    Import => "import",
    Reject => "reject",
    Duplicate => "duplicate",
    LeftOut => "left_out",
});

/// What a row says; what could not be read for certain is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Who owns the business.
    pub owner: Option<String>,
    /// What it is called.
    pub business: Option<String>,
    /// Telephones in international form, in the order written.
    pub phones: Vec<String>,
    /// Code of the regency.
    pub regency: Option<String>,
    /// Code of the district.
    pub district: Option<String>,
    /// Street and village.
    pub address: String,
    /// Rupiah a year.
    pub turnover: Option<i64>,
    /// People who work there.
    pub workers: Option<i64>,
    /// Thirteen digits.
    pub nib: Option<String>,
    /// Five digits of KBLI 2020.
    pub kbli: Option<String>,
    /// Year in which it began.
    pub founded_year: Option<i64>,
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Identity.
    pub id: ImportRowId,
    /// Sheet of the workbook; empty in CSV.
    pub sheet: String,
    /// As a spreadsheet program numbers it.
    pub number: i64,
    /// What was read.
    pub facts: Facts,
    /// Names of district and regency.
    pub place: String,
    /// The cells as they stood there.
    pub cells: Vec<String>,
    /// What could not be read, or was read with a doubt: words such as `phone_invalid`.
    pub codes: Vec<String>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What it repeats.
    pub repeats: Option<Repeats>,
    /// Whether somebody mended it.
    pub mended: bool,
    /// The file that came of it.
    pub business: Option<BusinessId>,
}

/// What a duplicate repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeats {
    /// A business that has a file.
    Business {
        /// Which.
        id: BusinessId,
        /// Its name.
        name: String,
    },
    /// An earlier row of this list.
    Row {
        /// Its sheet.
        sheet: String,
        /// Its number.
        number: i64,
    },
}

/// How many rows are what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Become files.
    pub import: i64,
    /// Of these, with something that could not be read.
    pub doubtful: i64,
    /// Cannot.
    pub reject: i64,
    /// Repeat others.
    pub duplicate: i64,
    /// Left out.
    pub left_out: i64,
    /// Became files.
    pub done: i64,
}

/// One list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// Identity.
    pub id: ImportId,
    /// Name of the file.
    pub file_name: String,
    /// Who brought it.
    pub by: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Since when its businesses have files.
    pub applied_at: Option<DateTime<Utc>>,
    /// Since when they have none any more.
    pub undone_at: Option<DateTime<Utc>>,
    /// What its rows are.
    pub tally: Tally,
}

/// Why a list is refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListProblem {
    /// It holds nothing.
    Empty,
    /// It holds no row of a list of businesses.
    NoRows,
    /// It is cut off or damaged.
    Corrupt,
    /// Its content is of another kind than its name says.
    WrongType,
    /// It, or what it unpacks to, is too large.
    TooLarge,
}
