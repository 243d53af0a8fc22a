//! What single cells say: one file for each kind.

pub mod date;
pub mod gender;
pub mod halal;
pub mod kbli;
pub mod money;
pub mod names;
pub mod numbers;
pub mod phone;
pub mod workers;

use crate::{code::Code, sheet::Cell, words};

/// A cell's value; `Ok(None)` when it says nothing, an error when it is left empty with a code.
pub type Read<T> = Result<Option<T>, Code>;

/// What a cell says before anything is made of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Content<'a> {
    /// Text that says something.
    Text(&'a str),
    /// A number cell.
    Number(f64),
}

/// What stands in a cell. An error or a formula without result is empty and has its code.
pub fn content(cell: &Cell) -> Read<Content<'_>> {
    match cell {
        Cell::Blank => Ok(None),
        Cell::Text(text) if words::says_nothing(text) => Ok(None),
        Cell::Text(text) => Ok(Some(Content::Text(text))),
        Cell::Number(number) => Ok(Some(Content::Number(*number))),
        Cell::Fault(_) => Err(Code::FormulaError),
        Cell::Unread(_) => Err(Code::FormulaUnread),
    }
}

/// A cell's text on one line; a number as it is written.
pub fn text(cell: &Cell) -> Read<String> {
    let text = content(cell)?.map(|content| match content {
        Content::Text(text) => words::one_line(text),
        Content::Number(number) => number.to_string(),
    });
    Ok(text)
}

/// Runs of digits and runs of letters; everything else parts them.
fn runs(text: &str) -> Vec<&str> {
    let kind = |letter: char| (letter.is_ascii_digit(), letter.is_alphabetic());
    let mut runs = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let next = at + letter.len_utf8();
        let following = text[next..].chars().next();
        if kind(letter) == (false, false) {
            start = next;
        } else if following.is_none_or(|following| kind(following) != kind(letter)) {
            runs.push(&text[start..next]);
            start = next;
        }
    }
    runs
}
