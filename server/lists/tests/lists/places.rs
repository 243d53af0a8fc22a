//! Where a business lies.

use lists::{Code, Row};
use rstest::rstest;

use crate::village::{codes, read, read_as};

fn place(row: &Row) -> (Option<&str>, Option<&str>) {
    (row.entry.regency.as_deref(), row.entry.district.as_deref())
}

fn in_columns(regency: &str, district: &str) -> Row {
    read(&format!(
        "Pemilik;Nama Usaha;Kab/Kota;Kecamatan\nLale;Tenun Lale;{regency};{district}\n"
    ))
    .remove(0)
}

fn at_address(title: &str, address: &str) -> Row {
    read(&format!(
        "{title};;\nPemilik;Nama Usaha;Alamat\nLale;Tenun Lale;\"{address}\"\n"
    ))
    .remove(0)
}

#[rstest]
#[case::plain("Lombok Tengah", "Praya", "520201")]
#[case::province("Kota Mataram, NTB", "Ampenan", "527101")]
#[case::kinds("KAB. LOMBOK TENGAH", "Kec. Praya", "520201")]
#[case::short("Loteng", "PRAYA BRT", "520205")]
#[case::a_wrong_letter("Lombok Tengah", "Jongggat", "520202")]
#[case::joined("Lombok Barat", "Batulayar", "520114")]
#[case::the_district_decides("Bima", "Asakota", "527204")]
#[case::the_kind_decides("Kab. Bima", "Wawo", "520605")]
fn places_are_read_as_offices_write_them(
    #[case] regency: &str,
    #[case] district: &str,
    #[case] code: &str,
) {
    let row = in_columns(regency, district);
    assert_eq!(place(&row), (Some(&code[..4]), Some(code)));
    assert_eq!(codes(&row), []);
}

#[rstest]
#[case::no_such_regency("Lombok", "Praya", Code::RegencyUnknown)]
#[case::nothing("-", "Praya", Code::RegencyUnknown)]
#[case::two_of_one_name("Bima", "Praya", Code::RegencyAmbiguous)]
#[case::elsewhere("Lombok Tengah", "Masbagik", Code::DistrictMismatch)]
#[case::nowhere("Lombok Tengah", "Mekar Jangkong", Code::DistrictUnknown)]
#[case::short_names_are_not_mended("Lombok Tengah", "Prayu", Code::DistrictUnknown)]
fn what_fits_no_place_says_so(#[case] regency: &str, #[case] district: &str, #[case] code: Code) {
    assert_eq!(codes(&in_columns(regency, district)), [code]);
}

#[rstest]
#[case("Dsn Karang Anyar Ds Bonder Kec Praya Barat Kab. Lombok Tengah")]
#[case("Bonder - Praya Barat - Lombok Tengah")]
#[case("Bonder-Praya Barat-Lombok Tengah")]
#[case("BONDER / PRAYA BARAT / LOMBOK TENGAH")]
#[case("Jl. Sumbawa No. 9 Kel. Bonder, Kec. Praya Barat, Kab. Lombok Tengah, Nusa Tenggara Barat")]
#[case("Ds. Bonder Kec. Praya Barat Loteng")]
#[case("Desa Bonder, Kecamatan Praya Barat, Kabupaten Lombok Tengah, NTB")]
fn an_address_holds_three_places(#[case] address: &str) {
    let row = at_address("DATA UMKM", address);
    assert_eq!(place(&row), (Some("5202"), Some("520205")));
    assert_eq!(row.entry.village.as_deref(), Some("bonder"));
}

#[test]
fn three_places_may_bear_one_name() {
    assert_eq!(
        place(&at_address("DATA UMKM", "Sumbawa, Sumbawa, Sumbawa")),
        (Some("5204"), Some("520407"))
    );
}

#[test]
fn a_village_before_its_regency_is_no_district() {
    assert_eq!(
        codes(&at_address("DATA UMKM", "Ds. Bonder, Kab. Lombok Tengah")),
        []
    );
    assert_eq!(codes(&at_address("DATA UMKM", "Bonder, Lombok Tengah")), []);
}

#[test]
fn a_district_that_occurs_once_in_the_titles_province_gives_its_regency() {
    assert_eq!(
        place(&at_address(
            "PESERTA PROVINSI NUSA TENGGARA BARAT",
            "Ds. Bonder Kec. Praya Barat"
        )),
        (Some("5202"), Some("520205"))
    );
    assert_eq!(
        codes(&at_address(
            "PESERTA PROVINSI JAWA BARAT",
            "Ds. Bonder Kec. Praya Barat"
        )),
        [Code::RegencyUnknown]
    );
}

#[rstest]
#[case::title("PEMERINTAH KABUPATEN LOMBOK TENGAH", "data.csv")]
#[case::title_after_a_street("Jl. Sumbawa No. 1 Mataram;\nDATA UMKM LOMBOK TENGAH", "data.csv")]
#[case::file("DATA UMKM", "umkm-loteng-2023.csv")]
fn the_title_or_the_file_may_name_the_regency(#[case] title: &str, #[case] file: &str) {
    let rows = read_as(
        file,
        &format!("{title};;\nPemilik;Nama Usaha;Kecamatan\nLale;Tenun Lale;Praya\n"),
    );
    assert_eq!(place(&rows[0]), (Some("5202"), Some("520201")));
}

#[test]
fn a_group_heading_holds_for_the_rows_below_it() {
    let rows = read(
        "DATA UMKM NTB;;\n\
         No;Pemilik;Nama Usaha;HP\n\
         A. KABUPATEN LOMBOK TENGAH;;;\n\
         I;KECAMATAN PRAYA;;\n\
         1;Lale;Tenun Lale;081200004321\n\
         II. KECAMATAN JONGGAT;;;\n\
         2;Dewi;Kopi Dewi;081200004322\n\
         B. KABUPATEN LOMBOK TIMUR;;;\n\
         3;Made;Madu Made;081200004323\n",
    );
    let places: Vec<_> = rows.iter().map(place).collect();
    assert_eq!(
        places,
        [
            (Some("5202"), Some("520201")),
            (Some("5202"), Some("520202")),
            (Some("5203"), None)
        ]
    );
}
