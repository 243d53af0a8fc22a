//! Which lines of a file are rows of its list, and how they are numbered.

use lists::Code;

use crate::village::{codes, owners, read, read_as};

#[test]
fn titles_sums_notes_and_signatures_are_no_rows() {
    let rows = read(
        "DAFTAR UMKM;;;\n\
         No;Nama Pemilik;Nama Usaha;Kab/Kota\n\
         1;2;3;4\n\
         1;Lale;Tenun Lale;Lombok Tengah\n\
         ;Sub Jumlah;;120.000\n\
         2;Dewi;Kopi Dewi;Lombok Tengah\n\
         JUMLAH;2;240.000;\n\
         Keterangan: data sementara;;;\n\
         ;;;Praya, 3 Maret 2023\n\
         ;Mengetahui,;;Kepala Dinas\n",
    );
    assert_eq!(owners(&rows), [(4, "Lale"), (6, "Dewi")]);
}

#[test]
fn a_sum_named_by_its_place_is_no_row() {
    let rows = read(
        "No;Nama Pemilik;Nama Usaha;Omzet setahun;TK;Kab/Kota\n\
         1;Lale;Tenun Lale;24 jt;2;Kota Mataram\n\
         ;Kec. Ampenan;24 jt;24 jt;2;\n\
         ;Ampenan Total;24 jt;24 jt;2;\n",
    );
    assert_eq!(owners(&rows), [(2, "Lale")]);
}

#[test]
fn empty_numbered_rows_of_a_form_are_no_rows() {
    let rows = read(
        "No;Nama Pemilik;Nama Usaha;Kecamatan;Kab/Kota\n\
         1;Lale;Tenun Lale;Praya;Lombok Tengah\n\
         2;;;Praya;Lombok Tengah\n\
         3;-;-;-;-\n\
         4;;;;\n",
    );
    assert_eq!(owners(&rows), [(2, "Lale")]);
}

#[test]
fn somebody_alone_beside_the_next_number_is_a_row() {
    let rows = read(
        "No;Pemilik;Nama Usaha;HP;Kab/Kota\n\
         1;Lale;Tenun Lale;;Kota Mataram\n\
         2;Dewi;;;\n\
         1;Data sementara;;;\n",
    );
    assert_eq!(owners(&rows), [(2, "Lale"), (3, "Dewi")]);
    assert_eq!(
        codes(&rows[1]),
        [Code::BusinessMissing, Code::RegencyUnknown]
    );
}

#[test]
fn blank_lines_count_as_rows_and_quoted_line_breaks_do_not() {
    let rows = read(
        "Pemilik,Nama Usaha,Kab/Kota\r\n\
         \r\n\
         Lale,\"Tenun\nLale\",Kota Mataram\r\n\
         \r\n\
         \r\n\
         Dewi,Kopi Dewi,Kota Mataram\r\n",
    );
    assert_eq!(owners(&rows), [(3, "Lale"), (6, "Dewi")]);
    assert_eq!(rows[0].entry.business.as_deref(), Some("Tenun Lale"));
}

#[test]
fn the_header_again_and_other_tables_are_no_rows() {
    let rows = read(
        "No;Pemilik;Nama Usaha;Kab/Kota\n\
         1;Lale;Tenun Lale;Kota Mataram\n\
         No;Pemilik;Nama Usaha;Kab/Kota\n\
         2;Dewi;Kopi Dewi;Kota Mataram\n\
         No;Nama;Kecamatan;No. HP\n\
         1;Petugas Satu;Praya;081200000001\n",
    );
    assert_eq!(owners(&rows), [(2, "Lale"), (4, "Dewi")]);
}

#[test]
fn a_row_of_more_or_fewer_cells_than_the_header_says_nothing_for_certain() {
    let rows = read(
        "Pemilik;Nama Usaha;HP;Kab/Kota\n\
         Lale;Tenun;Songket;081200004321;Kota Mataram\n\
         Dewi;Kopi Dewi;lupa\n",
    );
    let codes: Vec<_> = rows.iter().map(codes).collect();
    assert_eq!(codes, [[Code::ColumnCount], [Code::ColumnCount]]);
    assert!(
        rows.iter()
            .all(|row| row.is_rejected() && row.entry == lists::Entry::default())
    );
}

#[test]
fn lines_of_utf_8_and_of_windows_stand_in_one_file() {
    let mut bytes = b"\xef\xbb\xbfPemilik;Nama Usaha;Kab/Kota\n".to_vec();
    bytes.extend("Lale;Kopi Café;Kota Mataram\n".as_bytes());
    bytes.extend(b"Dewi;Kopi Caf\xe9;Kota Mataram\n");
    let rows = lists::read(
        &bytes,
        "data.csv",
        &crate::village::gazetteer(),
        &Default::default(),
        &Default::default(),
    )
    .expect("a list");
    let names: Vec<_> = rows
        .iter()
        .map(|row| row.entry.business.as_deref())
        .collect();
    assert_eq!(names, [Some("Kopi Café"), Some("Kopi Café")]);
}

#[test]
fn text_of_two_bytes_a_letter_and_tabs_are_read() {
    let text = "Pemilik\tNama Usaha\tKab/Kota\r\nLale\tTenun, Songket\tKota Mataram\r\n";
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let rows = lists::read(
        &bytes,
        "data.txt",
        &crate::village::gazetteer(),
        &Default::default(),
        &Default::default(),
    )
    .expect("a list");
    assert_eq!(rows[0].entry.business.as_deref(), Some("Tenun, Songket"));
}

#[test]
fn formulas_of_csv_are_text_or_a_links_label_or_not_read() {
    let rows = read(
        "Pemilik;Nama Usaha;HP;NIB;Kab/Kota\n\
         Lale;\"=HYPERLINK(\"\"https://contoh.id\"\",\"\"Tenun Lale\"\")\";\"=\"\"081200004321\"\"\";=A1*2;Kota Mataram\n",
    );
    let entry = &rows[0].entry;
    assert_eq!(entry.business.as_deref(), Some("Tenun Lale"));
    assert_eq!(entry.phones[0].as_str(), "+6281200004321");
    assert_eq!(codes(&rows[0]), [Code::FormulaUnread]);
}

#[test]
fn a_page_can_show_what_stood_in_the_file() {
    let rows = read_as(
        "data.csv",
        "Pemilik;Nama Usaha;Kab/Kota\n LALE ;tenun;#REF!\n",
    );
    assert_eq!(rows[0].cells, ["LALE", "tenun", "#REF!"]);
}
