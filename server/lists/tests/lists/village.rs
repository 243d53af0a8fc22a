//! A small known country, and lists written in it.

use std::io::{Cursor, Write};

use lists::{Code, Gazetteer, Kbli, Limits, Row};
use zip::{ZipWriter, write::SimpleFileOptions};

const NTB: [&str; 2] = ["52", "Nusa Tenggara Barat"];
const WEST_JAVA: [&str; 2] = ["32", "Jawa Barat"];

pub fn gazetteer() -> Gazetteer {
    let regency = |code, name, [province, province_name]: [&'static str; 2]| {
        [code, name, province, province_name]
    };
    let regencies = [
        regency("3204", "Kabupaten Bandung", WEST_JAVA),
        regency("5201", "Kabupaten Lombok Barat", NTB),
        regency("5202", "Kabupaten Lombok Tengah", NTB),
        regency("5203", "Kabupaten Lombok Timur", NTB),
        regency("5204", "Kabupaten Sumbawa", NTB),
        regency("5206", "Kabupaten Bima", NTB),
        regency("5271", "Kota Mataram", NTB),
        regency("5272", "Kota Bima", NTB),
    ];
    let districts = [
        ["320405", "Cileunyi", "3204"],
        ["520102", "Kediri", "5201"],
        ["520114", "Batu Layar", "5201"],
        ["520201", "Praya", "5202"],
        ["520202", "Jonggat", "5202"],
        ["520205", "Praya Barat", "5202"],
        ["520301", "Keruak", "5203"],
        ["520305", "Masbagik", "5203"],
        ["520407", "Sumbawa", "5204"],
        ["520605", "Wawo", "5206"],
        ["527101", "Ampenan", "5271"],
        ["527204", "Asakota", "5272"],
    ];
    Gazetteer::new(regencies, districts)
}

/// Rows of a CSV file of this name.
pub fn read_as(name: &str, text: &str) -> Vec<Row> {
    lists::read(
        text.as_bytes(),
        name,
        &gazetteer(),
        &Kbli::default(),
        &Limits::default(),
    )
    .expect("a list")
}

/// Rows of a CSV file whose name says nothing.
pub fn read(text: &str) -> Vec<Row> {
    read_as("data.csv", text)
}

/// Rows of a workbook.
pub fn read_workbook(bytes: &[u8]) -> Vec<Row> {
    lists::read(
        bytes,
        "data.xlsx",
        &gazetteer(),
        &Kbli::default(),
        &Limits::default(),
    )
    .expect("a list")
}

/// The one row of a list of Lale's business in Praya, with one more column.
pub fn lale_with(label: &str, cell: &str) -> Row {
    let text = format!(
        "Nama Pemilik;Nama Usaha;Kab/Kota;Kecamatan;{label}\nLale Sukarara;Tenun Lale;Lombok Tengah;Praya;{cell}\n"
    );
    let mut rows = read(&text);
    assert_eq!(rows.len(), 1, "one row of {text}");
    rows.remove(0)
}

/// A row's codes in the order of reports.
pub fn codes(row: &Row) -> Vec<Code> {
    row.codes.iter().copied().collect()
}

/// Whose rows these are, with their numbers.
pub fn owners(rows: &[Row]) -> Vec<(u32, &str)> {
    rows.iter()
        .map(|row| (row.row, row.entry.owner.as_deref().unwrap_or("")))
        .collect()
}

/// A packed file with these parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("a packed file").into_inner()
}
