//! What holds for any bytes.

use lists::{Kbli, Limits};
use proptest::prelude::*;

use crate::village::gazetteer;

/// Pieces of lists, so that chance goes deeper than the first look.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Pemilik;Nama Usaha;Kab/Kota;HP;Omzet/bln;NIB;Alamat;Tgl Mulai;TK\n".to_owned()),
        "[;,\t\"\n'=#/.-]{1,4}",
        "(Kec|Kab|Kota|Jl|Desa)\\.? ?[A-Za-z]{0,9}",
        "[0-9.,/ +-]{1,18}",
        "\\PC{1,12}",
    ]
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "data\\.(csv|xlsx)") {
        let _ = lists::read(&bytes, &name, &gazetteer(), &Kbli::default(), &Limits::default());
    }

    #[test]
    fn no_text_breaks_the_reader(pieces in prop::collection::vec(piece(), 0..60)) {
        let _ = lists::read(pieces.concat().as_bytes(), "data.csv", &gazetteer(), &Kbli::default(), &Limits::default());
    }

    #[test]
    fn no_damage_to_a_workbook_breaks_the_reader(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (column, label) in (0..).zip(["Pemilik", "Nama Usaha", "Kab/Kota"]) {
            sheet.write(0, column, label).expect("a cell");
            sheet.write(1, column, "Kota Mataram").expect("a cell");
        }
        let mut bytes = book.save_to_buffer().expect("a workbook");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = lists::read(&bytes, "data.xlsx", &gazetteer(), &Kbli::default(), &Limits::default());
    }
}
