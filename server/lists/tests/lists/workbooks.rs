//! What workbooks hold beyond text: merged cells, formulas, hidden columns, several sheets.

use lists::Code;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::village::{codes, owners, packed, read_workbook};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn write_rows(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) -> Outcome {
    for (row, cells) in (first..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write(row, column, *cell)?;
        }
    }
    Ok(())
}

fn written(mut book: Workbook) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    Ok(book.save_to_buffer()?)
}

#[test]
fn a_list_with_all_that_offices_do_to_it() -> Outcome {
    let mut book = Workbook::new();
    let plain = Format::new();
    let sheet = book.add_worksheet().set_name("UMKM 2023")?;
    sheet.merge_range(0, 0, 0, 6, "PEMERINTAH KABUPATEN LOMBOK TENGAH", &plain)?;
    for (column, label) in [
        (0, "No"),
        (1, "Nama Pelaku Usaha"),
        (2, "Nama Usaha"),
        (3, "Kecamatan"),
        (6, "HP"),
    ] {
        sheet.merge_range(2, column, 3, column, label, &plain)?;
    }
    sheet.merge_range(2, 4, 2, 5, "Tenaga Kerja", &plain)?;
    write_rows(
        sheet,
        4,
        &[
            &["1", "LALE", "Tenun Lale", "", "1", "2"],
            &["2", "DEWI", "Kopi Dewi", "", "", "1"],
        ],
    )?;
    sheet.write(3, 4, "L")?.write(3, 5, "P")?;
    sheet.merge_range(4, 3, 5, 3, "Praya", &plain)?;
    sheet.merge_range(6, 0, 6, 6, "Sub Jumlah Kec. Praya", &plain)?;
    sheet.set_column_hidden(6)?;
    sheet.write(4, 6, 81_200_004_321.0)?;
    let rows = read_workbook(&written(book)?);
    assert_eq!(owners(&rows), [(5, "Lale"), (6, "Dewi")]);
    let districts: Vec<_> = rows
        .iter()
        .map(|row| row.entry.district.as_deref())
        .collect();
    assert_eq!(districts, [Some("520201"), Some("520201")]);
    let workers: Vec<_> = rows.iter().map(|row| row.entry.workers).collect();
    assert_eq!(workers, [Some(3), Some(1)]);
    assert_eq!(rows[0].entry.phones[0].as_str(), "+6281200004321");
    assert_eq!(rows[0].sheet.as_deref(), Some("UMKM 2023"));
    Ok(())
}

/// A workbook of one sheet with these cells below the labels A to E, as other programs than Excel write it.
fn with_cells(cells: &str) -> Vec<u8> {
    let labels = [
        "Pemilik",
        "Nama Usaha",
        "Kab/Kota",
        "Omzet per bulan",
        "NIB",
    ];
    let labels: String = labels
        .iter()
        .map(|label| format!("<c t=\"inlineStr\"><is><t>{label}</t></is></c>"))
        .collect();
    let sheet = format!(
        "<worksheet><sheetData><row r=\"1\">{labels}</row><row r=\"2\">{cells}</row></sheetData></worksheet>"
    );
    let relation = |id, kind, target| {
        let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        format!(
            "<Relationships><Relationship Id=\"{id}\" Type=\"{kinds}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    packed(&[
        ("_rels/.rels", relation("a", "officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("b", "worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/workbook.xml", b"<workbook><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_formula_counts_with_its_stored_result_or_is_not_read() {
    let lale: String = ["Lale", "Tenun Lale", "Kota Mataram"]
        .iter()
        .map(|cell| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))
        .collect();
    let rows = read_workbook(&with_cells(&format!(
        "{lale}<c><f>1000000*2</f><v>2000000</v></c><c><f>A1</f></c>"
    )));
    assert_eq!(rows[0].entry.turnover, Some(24_000_000));
    assert_eq!(codes(&rows[0]), [Code::FormulaUnread]);
}

#[test]
fn number_cells_are_exact_up_to_fifteen_digits() -> Outcome {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write_rows(
        sheet,
        0,
        &[
            &[
                "Pemilik",
                "Nama Usaha",
                "Kab/Kota",
                "NIB",
                "NIK",
                "Mulai Usaha",
            ],
            &["Lale", "Tenun Lale", "Kota Mataram"],
        ],
    )?;
    sheet
        .write(1, 3, 9_900_123_456_789.0)?
        .write(1, 4, 9_912_345_678_901_234.0)?
        .write(1, 5, 44_567.0)?;
    let rows = read_workbook(&written(book)?);
    assert_eq!(
        rows[0].entry.nib.as_ref().map(lists::Nib::as_str),
        Some("9900123456789")
    );
    assert_eq!(
        rows[0]
            .entry
            .started_on
            .map(|date| date.to_string())
            .as_deref(),
        Some("2022-01-06")
    );
    assert_eq!(codes(&rows[0]), [Code::NikLossy]);
    Ok(())
}

#[test]
fn every_sheet_has_its_own_columns_and_place() -> Outcome {
    let mut book = Workbook::new();
    write_rows(
        book.add_worksheet().set_name("Lotim")?,
        0,
        &[
            &["Pemilik", "Nama Usaha", "HP"],
            &["Lale", "Tenun Lale", "081200004321"],
        ],
    )?;
    write_rows(
        book.add_worksheet().set_name("Mataram")?,
        0,
        &[
            &["HP", "Merek", "Nama"],
            &["081200004322", "Kopi Dewi", "Dewi"],
        ],
    )?;
    write_rows(
        book.add_worksheet().set_name("Catatan")?,
        0,
        &[&["No", "Nama", "HP"], &["1", "Petugas", "081200004323"]],
    )?;
    let rows = read_workbook(&written(book)?);
    let read: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.sheet.as_deref(),
                row.entry.owner.as_deref(),
                row.entry.regency.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            (Some("Lotim"), Some("Lale"), Some("5203")),
            (Some("Mataram"), Some("Dewi"), Some("5271"))
        ]
    );
    Ok(())
}

#[test]
fn the_first_sheets_title_is_the_files() -> Outcome {
    let mut book = Workbook::new();
    book.add_worksheet()
        .write(0, 0, "DATA UMKM KABUPATEN LOMBOK TIMUR")?;
    write_rows(
        book.add_worksheet(),
        0,
        &[
            &["Pemilik", "Nama Usaha", "HP"],
            &["Lale", "Tenun Lale", "081200004321"],
        ],
    )?;
    let rows = read_workbook(&written(book)?);
    assert_eq!(rows[0].entry.regency.as_deref(), Some("5203"));
    Ok(())
}

#[test]
fn cells_at_the_far_end_cost_nothing() -> Outcome {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write_rows(
        sheet,
        0,
        &[
            &["Pemilik", "Nama Usaha", "Kab/Kota"],
            &["Lale", "Tenun Lale", "Kota Mataram"],
        ],
    )?;
    sheet
        .write(1_048_575, 16_383, "x")?
        .write(1_048_575, 3, "x")?;
    assert_eq!(owners(&read_workbook(&written(book)?)), [(2, "Lale")]);
    Ok(())
}
