//! Files: what they are, whether they can be read, and their sheets.

mod text;
mod workbook;

use crate::sheet::Sheet;

/// Why a file is refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum FileFault {
    /// It holds nothing.
    #[error("file_empty")]
    Empty,
    /// It holds no row of a list of businesses.
    #[error("file_no_rows")]
    NoRows,
    /// It is cut off or damaged.
    #[error("file_corrupt")]
    Corrupt,
    /// Its content is of another kind than its name says.
    #[error("file_wrong_type")]
    WrongType,
    /// It, or what it unpacks to, is beyond a limit.
    #[error("file_too_large")]
    TooLarge,
}

impl FileFault {
    /// The word of reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "file_empty",
            Self::NoRows => "file_no_rows",
            Self::Corrupt => "file_corrupt",
            Self::WrongType => "file_wrong_type",
            Self::TooLarge => "file_too_large",
        }
    }
}

/// How much of a file is read before it is refused as too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Bytes that a workbook unpacks to, all its parts together.
    pub unpacked: u64,
    /// Lines with cells, all sheets together.
    pub lines: usize,
    /// Columns of a sheet; cells to the right of them are not read.
    pub columns: usize,
}

impl Default for Limits {
    /// Room for about 100,000 businesses.
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            unpacked: 96 << 20,
            lines: 200_000,
            columns: 256,
        }
    }
}

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Workbook,
}

impl Kind {
    /// What the name says. A name without a known ending promises nothing.
    fn promised(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_lowercase().as_str() {
            "csv" | "tsv" | "txt" => Some(Self::Text),
            "xlsx" | "xlsm" => Some(Self::Workbook),
            _ => None,
        }
    }

    /// What the content is.
    fn found(bytes: &[u8]) -> Result<Self, FileFault> {
        const ZIP: &[u8] = b"PK\x03\x04";
        const ZIP_WITHOUT_ENTRIES: &[u8] = b"PK\x05\x06";
        if bytes.starts_with(ZIP) || bytes.starts_with(ZIP_WITHOUT_ENTRIES) {
            Ok(Self::Workbook)
        } else if text::is_text(bytes) && !is_document(bytes) {
            Ok(Self::Text)
        } else if infer::get(bytes).is_some() {
            Err(FileFault::WrongType)
        } else {
            Err(FileFault::Corrupt)
        }
    }
}

/// Other kinds of file that are written in text.
fn is_document(bytes: &[u8]) -> bool {
    const DOCUMENTS: &[&str] = &[
        "application/pdf",
        "application/rtf",
        "text/html",
        "text/xml",
    ];
    infer::get(bytes).is_some_and(|kind| DOCUMENTS.contains(&kind.mime_type()))
}

/// The sheets of a file.
pub(crate) fn sheets(bytes: &[u8], name: &str, limits: &Limits) -> Result<Vec<Sheet>, FileFault> {
    if bytes.len() > limits.bytes {
        return Err(FileFault::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileFault::Empty);
    }
    let found = Kind::found(bytes)?;
    if Kind::promised(name).is_some_and(|promised| promised != found) {
        return Err(FileFault::WrongType);
    }
    match found {
        Kind::Text => Ok(vec![text::sheet(bytes, limits)?]),
        Kind::Workbook => workbook::sheets(bytes, limits),
    }
}
