//! Files that are refused as a whole.

use lists::{FileFault, Kbli, Limits, Row};
use rstest::rstest;
use rust_xlsxwriter::Workbook;

use crate::village::{gazetteer, packed};

const LIST: &[u8] = b"Pemilik;Nama Usaha;Kab/Kota\nLale;Tenun Lale;Kota Mataram\n";

fn read_within(limits: Limits, name: &str, bytes: &[u8]) -> Result<Vec<Row>, FileFault> {
    lists::read(bytes, name, &gazetteer(), &Kbli::default(), &limits)
}

fn read(name: &str, bytes: &[u8]) -> Result<Vec<Row>, FileFault> {
    read_within(Limits::default(), name, bytes)
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip([
        ["Pemilik", "Nama Usaha", "Kab/Kota"],
        ["Lale", "Tenun Lale", "Kota Mataram"],
    ]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

#[rstest]
#[case::nothing("data.csv", b"", FileFault::Empty)]
#[case::nothing_as_workbook("data.xlsx", b"", FileFault::Empty)]
#[case::blanks("data.csv", b" \r\n\r\n", FileFault::Empty)]
#[case::a_header_alone("data.csv", b"Pemilik;Nama Usaha;Kab/Kota\n", FileFault::NoRows)]
#[case::a_letter("data.csv", b"Dengan hormat,\nkami mohon data.\n", FileFault::NoRows)]
#[case::text_as_workbook("data.xlsx", LIST, FileFault::WrongType)]
#[case::picture("data.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileFault::WrongType)]
#[case::page(
    "data.csv",
    b"<!DOCTYPE html><html><body></body></html>",
    FileFault::WrongType
)]
#[case::damage("data.csv", b"\x01\x02\x03\0\x05", FileFault::Corrupt)]
#[case::cut_off("data.xlsx", b"PK\x03\x04\x14\0", FileFault::Corrupt)]
fn a_file_that_is_no_list_is_refused(
    #[case] name: &str,
    #[case] bytes: &[u8],
    #[case] fault: FileFault,
) {
    assert_eq!(read(name, bytes), Err(fault));
}

#[test]
fn a_workbook_called_csv_is_refused() {
    assert_eq!(read("data.csv", &workbook()), Err(FileFault::WrongType));
    assert!(read("data.xlsx", &workbook()).is_ok());
}

#[test]
fn a_workbook_that_is_cut_off_is_refused() {
    let bytes = workbook();
    assert_eq!(
        read("data.xlsx", &bytes[..bytes.len() / 2]),
        Err(FileFault::Corrupt)
    );
}

#[test]
fn a_packed_file_that_is_no_workbook_is_refused() {
    let letter = packed(&[("word/document.xml", b"<document/>")]);
    assert_eq!(read("data.xlsx", &letter), Err(FileFault::WrongType));
}

#[test]
fn a_workbook_whose_parts_are_no_xml_is_refused() {
    let broken = packed(&[
        ("xl/workbook.xml", b"<workbook"),
        ("[Content_Types].xml", b""),
    ]);
    assert_eq!(read("data.xlsx", &broken), Err(FileFault::Corrupt));
}

#[test]
fn a_workbook_that_unpacks_to_more_than_the_limit_is_refused() {
    let zeros = vec![b' '; 4 << 20];
    let bomb = packed(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", &zeros),
    ]);
    assert!(bomb.len() < 16 << 10, "it looks small");
    let limits = Limits {
        unpacked: 1 << 20,
        ..Limits::default()
    };
    assert_eq!(
        read_within(limits, "data.xlsx", &bomb),
        Err(FileFault::TooLarge)
    );
}

#[test]
fn sizes_that_lie_are_not_believed() {
    let zeros = vec![b' '; 4 << 20];
    let mut bomb = packed(&[("xl/workbook.xml", b"<workbook/>"), ("a", &zeros)]);
    let size = u32::try_from(zeros.len())
        .expect("a small number")
        .to_le_bytes();
    for at in 0..bomb.len() - size.len() {
        if bomb[at..].starts_with(&size) {
            bomb[at..at + size.len()].copy_from_slice(&1_u32.to_le_bytes());
        }
    }
    let limits = Limits {
        unpacked: 1 << 20,
        ..Limits::default()
    };
    assert!(matches!(
        read_within(limits, "data.xlsx", &bomb),
        Err(FileFault::TooLarge | FileFault::Corrupt)
    ));
}

#[test]
fn more_bytes_or_lines_than_the_limit_are_refused() {
    let few_bytes = Limits {
        bytes: 20,
        ..Limits::default()
    };
    assert_eq!(
        read_within(few_bytes, "data.csv", LIST),
        Err(FileFault::TooLarge)
    );
    let one_line = Limits {
        lines: 1,
        ..Limits::default()
    };
    assert_eq!(
        read_within(one_line, "data.csv", LIST),
        Err(FileFault::TooLarge)
    );
    assert_eq!(
        read_within(one_line, "data.xlsx", &workbook()),
        Err(FileFault::TooLarge)
    );
}
