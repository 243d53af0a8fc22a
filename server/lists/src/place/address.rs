//! Addresses that hold desa, kecamatan and kabupaten in one string.

use super::Gazetteer;
use crate::words;

/// The places of an address as it names them; nothing is looked up but where one name ends and the next begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The desa or kelurahan.
    pub village: Option<String>,
    /// The kecamatan.
    pub district: Option<String>,
    /// The kabupaten or kota, with its kind where that is said.
    pub regency: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    None,
    Detail,
    Village,
    District,
    Regency,
    Province,
}

/// Words that say what the next words name.
const LABELS: &[(Label, &[&str])] = &[
    (
        Label::Detail,
        &[
            "jl",
            "jln",
            "jalan",
            "gg",
            "gang",
            "dsn",
            "dusun",
            "rt",
            "rw",
            "no",
            "blok",
            "lingk",
            "lingkungan",
            "kp",
            "kampung",
            "perum",
        ],
    ),
    (Label::Village, &["ds", "desa", "kel", "kelurahan"]),
    (Label::District, &["kec", "kecamatan"]),
    (Label::Regency, &["kab", "kabupaten", "kota"]),
    (Label::Province, &["prov", "provinsi", "propinsi"]),
];

#[derive(Debug)]
struct Part {
    label: Label,
    words: Vec<String>,
}

impl Address {
    /// Reads an address. Where nothing is labelled, the last part is the kabupaten, the one before it the kecamatan.
    pub fn read(gazetteer: &Gazetteer, text: &str) -> Self {
        let mut parts = parts(text);
        drop_province(gazetteer, &mut parts);
        let mut address = Self::default();
        address.take_regency(gazetteer, &mut parts);
        address.take_district(gazetteer, &mut parts);
        let village = parts.iter().rev().find(|part| part.label == Label::Village);
        let unlabelled = || parts.iter().rev().find(|part| part.label == Label::None);
        address.village = village.or_else(unlabelled).map(Part::text);
        address
    }

    fn take_regency(&mut self, gazetteer: &Gazetteer, parts: &mut Vec<Part>) {
        if let Some(at) = parts.iter().rposition(|part| part.label == Label::Regency) {
            self.regency = Some(parts[at].text());
            parts.truncate(at);
            return;
        }
        match parts.last_mut() {
            Some(last) if last.label == Label::District => {
                self.regency = last.split_regency(gazetteer)
            }
            Some(last)
                if last.label == Label::None && !gazetteer.regencies(&last.words).is_empty() =>
            {
                self.regency = parts.pop().map(|part| part.text());
            }
            _ => {}
        }
    }

    /// Of two unlabelled parts or more the last is the kecamatan. One alone may be a desa, so it must bear a kecamatan's name.
    fn take_district(&mut self, gazetteer: &Gazetteer, parts: &mut Vec<Part>) {
        if let Some(at) = parts.iter().rposition(|part| part.label == Label::District) {
            self.district = Some(parts.remove(at).text());
            return;
        }
        let unlabelled = parts
            .iter()
            .filter(|part| part.label == Label::None)
            .count();
        let village = parts.iter().any(|part| part.label == Label::Village);
        let district = parts
            .last()
            .filter(|part| part.label == Label::None && !village);
        let known = |part: &Part| !gazetteer.districts(&part.words).is_empty();
        if district.is_some_and(|part| unlabelled > 1 || (self.regency.is_some() && known(part))) {
            self.district = parts.pop().map(|part| part.text());
        }
    }
}

impl Part {
    fn text(&self) -> String {
        self.words.join(" ")
    }

    /// Takes a regency off the end: `Kec. Suralaga Lotim`.
    fn split_regency(&mut self, gazetteer: &Gazetteer) -> Option<String> {
        if !gazetteer.districts(&self.words).is_empty() {
            return None;
        }
        let at =
            (1..self.words.len()).find(|at| !gazetteer.regencies(&self.words[*at..]).is_empty())?;
        Some(self.words.split_off(at).join(" "))
    }
}

/// The province at the end says nothing that the regency does not.
fn drop_province(gazetteer: &Gazetteer, parts: &mut Vec<Part>) {
    parts.retain(|part| part.label != Label::Province);
    let Some(last) = parts.last_mut() else {
        return;
    };
    let is_regency = |words: &[String]| !gazetteer.regencies(words).is_empty();
    let start =
        (0..last.words.len()).find(|at| gazetteer.province_named(&last.words[*at..]).is_some());
    if let Some(at) = start.filter(|_| !is_regency(&last.words)) {
        last.words.truncate(at);
        if last.words.is_empty() {
            parts.pop();
        }
    }
}

/// Parts end at commas, slashes, line breaks and spaced hyphens, at bare hyphens where there is nothing else, and where a
/// label begins the next.
fn parts(text: &str) -> Vec<Part> {
    let text = text.replace(['–', '—'], "-");
    let strong = |text: &str| text.contains([',', '/', ';', '\n']) || text.contains(" - ");
    let text = if strong(&text) {
        text.replace(" - ", ",")
    } else {
        text.replace('-', ",")
    };
    text.split([',', '/', ';', '\n'])
        .flat_map(labelled)
        .collect()
}

fn labelled(chunk: &str) -> Vec<Part> {
    let words: Vec<String> = chunk
        .split([' ', '.', ':', '(', ')'])
        .filter(|word| !words::key(word).is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut parts: Vec<Part> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let begun = parts.last().is_some_and(|part| {
            part.label != Label::None && part.label != Label::Detail && part.words.is_empty()
        });
        let next = words.get(at + 1);
        let names_nothing = next.is_none_or(|next| word == "kota" && label(next).is_some());
        match label(word).filter(|_| !begun && !names_nothing) {
            Some(Label::Regency) => parts.push(Part {
                label: Label::Regency,
                words: vec![word.clone()],
            }),
            Some(label) => parts.push(Part {
                label,
                words: Vec::new(),
            }),
            None => match parts.last_mut() {
                Some(part) => part.words.push(word.clone()),
                None => parts.push(Part {
                    label: Label::None,
                    words: vec![word.clone()],
                }),
            },
        }
    }
    parts
}

fn label(word: &str) -> Option<Label> {
    LABELS
        .iter()
        .find(|(_, words)| words.contains(&word))
        .map(|(label, _)| *label)
}
