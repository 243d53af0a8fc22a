//! CSV files: their encoding, their separator, their rows' numbers.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord, Terminator};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{FileFault, Limits};
use crate::{
    header,
    sheet::{Cell, Line, Sheet},
    words,
};

const SEPARATORS: &[u8] = b";,\t|";
/// Lines that are looked at to find the separator; a header stands among the first.
const SAMPLE: usize = 40;

/// Whether bytes are text: marked as such, or free of control characters but those of lines, tabs and an old end of file.
pub fn is_text(bytes: &[u8]) -> bool {
    let printable = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t'..=b'\r' | 0x1a);
    Encoding::for_bom(bytes).is_some() || bytes.iter().all(printable)
}

/// The one sheet of a CSV file. Its separator is the one by which a header reads best.
pub fn sheet(bytes: &[u8], limits: &Limits) -> Result<Sheet, FileFault> {
    let text = decode(bytes);
    let known = |separator: &u8| {
        let sample = lines(&text, *separator, limits.columns, SAMPLE);
        (
            sample.iter().map(header::labels_known).max(),
            std::cmp::Reverse(SEPARATORS.iter().position(|one| one == separator)),
        )
    };
    let separator = SEPARATORS.iter().copied().max_by_key(known).unwrap_or(b',');
    let lines = lines(&text, separator, limits.columns, limits.lines + 1);
    if lines.len() > limits.lines {
        return Err(FileFault::TooLarge);
    }
    Ok(Sheet {
        lines,
        ragged: true,
        ..Sheet::default()
    })
}

/// Text with `\n` alone at line ends. Each line is UTF-8 or else Windows-1252: offices paste from both.
fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) =
        Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8)
    {
        return encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .replace("\r\n", "\n");
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        text.push_str(&decode_line(line));
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn decode_line(line: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(line) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(line).0,
    }
}

/// The first lines of a text. Blank lines count as rows, line breaks within quotes do not.
fn lines(text: &str, separator: u8, columns: usize, most: usize) -> Vec<Line> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .terminator(Terminator::Any(b'\n'))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let (mut lines, mut row, mut start) = (Vec::new(), 0, 0);
    while lines.len() < most && reader.read_record(&mut record).unwrap_or(false) {
        let skipped = text[start..]
            .bytes()
            .take_while(|byte| *byte == b'\n')
            .count();
        row += skipped as u32 + 1;
        start = reader.position().byte() as usize;
        let cells = record.iter().take(columns).map(cell).collect();
        lines.push(Line { row, cells });
    }
    lines
}

/// `="text"` is text, `=HYPERLINK(address, label)` its label; no other formula is evaluated.
fn cell(raw: &str) -> Cell {
    let Some(formula) = raw.trim().strip_prefix('=') else {
        return Cell::text(raw);
    };
    match literal(formula).or_else(|| link_label(formula)) {
        Some(text) => Cell::text(&text),
        None => Cell::Unread(words::clean(raw)),
    }
}

/// The text of `"text"`, where two quotes are one.
fn literal(formula: &str) -> Option<String> {
    let inner = formula.trim().strip_prefix('"')?.strip_suffix('"')?;
    let text = inner.replace("\"\"", "\u{0}");
    (!text.contains('"')).then(|| text.replace('\u{0}', "\""))
}

fn link_label(formula: &str) -> Option<String> {
    let name = formula
        .get(..9)
        .filter(|name| name.eq_ignore_ascii_case("hyperlink"))?;
    let arguments = formula[name.len()..]
        .trim()
        .strip_prefix('(')?
        .strip_suffix(')')?;
    let label_at = ["\",", "\";"].iter().find_map(|end| arguments.find(end))? + 2;
    literal(&arguments[label_at..])
}
