//! By what words columns are recognised, and how several columns make one value.

use lists::{Code, Gender};
use rstest::rstest;

use crate::village::{codes, lale_with, read};

#[rstest]
#[case("No. HP/WA")]
#[case("Nomor WhatsApp aktif")]
#[case("Telp.")]
fn telephones_have_many_labels(#[case] label: &str) {
    assert_eq!(lale_with(label, "081200004321").entry.phones.len(), 1);
}

#[rstest]
#[case("Omzet per bulan", Some(12_000_000))]
#[case("Omset/Thn", Some(1_000_000))]
#[case("Pendapatan setahun (Rp)", Some(1_000_000))]
#[case("Omzet lama", None)]
fn turnover_has_many_labels_and_old_columns_are_not_used(
    #[case] label: &str,
    #[case] yearly: Option<i64>,
) {
    assert_eq!(lale_with(label, "1.000.000").entry.turnover, yearly);
}

#[rstest]
#[case("Omzet per tahun (dalam ribuan rupiah)", "12.500", 12_500_000)]
#[case("Omzet setahun (juta)", "12,5", 12_500_000)]
fn a_unit_in_the_header_holds_for_its_cells(
    #[case] label: &str,
    #[case] cell: &str,
    #[case] yearly: i64,
) {
    assert_eq!(lale_with(label, cell).entry.turnover, Some(yearly));
}

#[test]
fn a_unit_may_stand_above_the_table() {
    let rows = read(
        "Omzet dalam ribuan rupiah;;;\n\
         Pemilik;Nama Usaha;Kab/Kota;Omzet setahun\n\
         Lale;Tenun Lale;Kota Mataram;12.500\n",
    );
    assert_eq!(rows[0].entry.turnover, Some(12_500_000));
}

#[rstest]
#[case::both_agree("1 jt", "12 jt", Some(12_000_000), &[])]
#[case::nearly("1 jt", "14 jt", Some(14_000_000), &[])]
#[case::not("1 jt", "24 jt", Some(24_000_000), &[Code::TurnoverConflict])]
#[case::month_alone("1 jt", "-", Some(12_000_000), &[])]
#[case::year_unreadable("1 jt", "1-2 jt", None, &[Code::TurnoverRange])]
fn of_two_columns_the_yearly_one_counts(
    #[case] month: &str,
    #[case] year: &str,
    #[case] yearly: Option<i64>,
    #[case] expected: &[Code],
) {
    let rows = read(&format!(
        "Pemilik;Nama Usaha;Kab/Kota;Omzet;;HP\n\
         ;;;per bulan;per tahun;\n\
         Lale;Tenun Lale;Kota Mataram;{month};{year};\n"
    ));
    assert_eq!(
        (rows[0].entry.turnover, codes(&rows[0]).as_slice()),
        (yearly, expected)
    );
}

#[rstest]
#[case("1", "2", "", Some(3))]
#[case("", "2", "", Some(2))]
#[case("", "", "", None)]
#[case("1", "2", "4 org", Some(4))]
fn men_and_women_are_added(
    #[case] men: &str,
    #[case] women: &str,
    #[case] total: &str,
    #[case] workers: Option<u32>,
) {
    let rows = read(&format!(
        "Pemilik;Nama Usaha;Kab/Kota;Tenaga Kerja;;\n\
         ;;;L;P;Jumlah\n\
         Lale;Tenun Lale;Kota Mataram;{men};{women};{total}\n"
    ));
    assert_eq!(rows[0].entry.workers, workers);
}

#[test]
fn a_mark_under_men_or_women_says_the_gender() {
    let rows = read(
        "No;Nama Pemilik;Jenis Kelamin;;Nama Usaha;Kab/Kota\n\
         ;;L;P;;\n\
         1;Lale;;v;Tenun Lale;Kota Mataram\n",
    );
    assert_eq!(rows[0].entry.gender, Some(Gender::Woman));
}

#[test]
fn years_may_stand_in_a_header_and_questions_may_be_long() {
    let rows = read(
        "Siapa nama pemilik usaha?;Apa nama usaha Anda?;Kab/Kota;2022;Apakah usaha Anda sudah memiliki Nomor Induk Berusaha (NIB)? Jika ya, tuliskan nomornya\n\
         Lale;Tenun Lale;Kota Mataram;v;9900123456789\n",
    );
    assert_eq!(
        rows[0].entry.nib.as_ref().map(lists::Nib::as_str),
        Some("9900123456789")
    );
}

#[test]
fn the_name_of_an_officer_is_not_the_owners() {
    let rows =
        read("Nama Petugas;Nama;Nama Tempat Usaha;Kab/Kota\nJoko;Lale;Tenun Lale;Kota Mataram\n");
    let entry = &rows[0].entry;
    assert_eq!(
        (entry.owner.as_deref(), entry.business.as_deref()),
        (Some("Lale"), Some("Tenun Lale"))
    );
}

#[test]
fn the_cell_stays_empty_and_says_why() {
    assert_eq!(codes(&lale_with("NIB", "9,90012E+12")), [Code::NibLossy]);
    assert_eq!(codes(&lale_with("NIK", "99123")), [Code::NikInvalid]);
    assert_eq!(
        codes(&lale_with("Tahun Berdiri", "#VALUE!")),
        [Code::FormulaError]
    );
    assert_eq!(
        codes(&lale_with("Tgl Berdiri", "04/25/2019")),
        [Code::DateSwapped]
    );
    assert_eq!(
        codes(&lale_with("Omzet", "24 jt")),
        [Code::TurnoverPeriodAssumed]
    );
    assert_eq!(
        codes(&lale_with("Tenaga Kerja", "2 org (2L 1P)")),
        [Code::WorkersConflict]
    );
}
