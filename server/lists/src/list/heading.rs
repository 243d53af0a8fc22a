//! Group headings: lines that say where the rows below them lie.

use crate::{entry::Context, place::Named, sheet::Line, words};

/// Cells of a heading, at most: its counter and its name, or a sum beside them.
const MOST_CELLS: usize = 2;

/// The place that a line such as `II. KECAMATAN X` or `KABUPATEN X` names. `above` is the heading before it: a kecamatan
/// lies in the kabupaten that was named last. A district's bare name is a heading too, where it stands alone.
pub fn read(line: &Line, above: &Named, context: &Context<'_>) -> Option<Named> {
    if line.filled().count() > MOST_CELLS {
        return None;
    }
    let labels: Vec<String> = line.filled().filter_map(|(_, cell)| cell.label()).collect();
    let words = words::words(&labels.join(" "));
    let start = words.iter().position(|word| !is_counter(word))?;
    let named = &words[start..];
    if named
        .iter()
        .any(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let [kind, rest @ ..] = named else {
        return None;
    };
    let within = |district: &[String]| Named {
        district: Some(district.join(" ")),
        regency: above.regency.clone(),
    };
    match kind.as_str() {
        "kecamatan" | "kec" if !rest.is_empty() => Some(within(rest)),
        "kabupaten" | "kab" | "kota" if context.gazetteer.names_regency(named) => Some(Named {
            regency: Some(named.join(" ")),
            district: None,
        }),
        _ if context.gazetteer.is_district_of(named, &context.title) => Some(within(named)),
        _ => None,
    }
}

/// `1`, `II`, `A`: what counts groups.
fn is_counter(word: &str) -> bool {
    word.len() == 1
        || word
            .chars()
            .all(|letter| letter.is_ascii_digit() || "ivx".contains(letter))
}
