//! The report of an import.

use lists::{Action, FileFault, Known, Origin, Report};

use crate::village::read;

fn report() -> Result<String, Box<dyn std::error::Error>> {
    let rows = read(
        "Pemilik;Nama Usaha;HP;NIK;Kab/Kota;Kecamatan\n\
         Lale;Tenun Lale;081200004321;9912345678901234;Lombok Tengah;Praya\n\
         Hj. Lale;UD. Tenun Lale;lupa;;Loteng;Praya\n\
         Dewi;Kopi Dewi;081200004322;;Lombok;Praya\n",
    );
    let mut known = Known::default();
    let mut written = Vec::new();
    let mut report = Report::new(&mut written)?;
    for row in &rows {
        let origin = Origin {
            file: "data.csv".to_owned(),
            sheet: row.sheet.clone(),
            row: row.row,
        };
        report.row("data.csv", row, &Action::of(row, origin, &mut known))?;
    }
    report.refused("rusak.xlsx", FileFault::Corrupt)?;
    report.finish()?;
    Ok(String::from_utf8(written)?)
}

#[test]
fn every_row_and_every_refused_file_has_its_line() -> Result<(), Box<dyn std::error::Error>> {
    let report = report()?;
    let lines: Vec<&str> = report.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "data.csv,,2,import,,Lale,Tenun Lale,,+6281200004321,,5202,520201,,,,,,,",
            "data.csv,,3,duplicate_of,data.csv#2,Hj. Lale,UD. Tenun Lale,,,,5202,520201,,,,,,,phone_invalid",
            "data.csv,,4,reject,,,,,,,,,,,,,,,regency_unknown",
            "rusak.xlsx,,0,reject,,,,,,,,,,,,,,,file_corrupt",
        ]
    );
    Ok(())
}

#[test]
fn no_identity_card_is_in_it() -> Result<(), Box<dyn std::error::Error>> {
    assert!(!report()?.contains("9912345678901234"));
    Ok(())
}
