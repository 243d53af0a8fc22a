//! What amounts say, and what is no amount.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

const A_MONTH: Basis = Basis {
    period: Some(Period::Month),
    unit: None,
};
const A_YEAR: Basis = Basis {
    period: Some(Period::Year),
    unit: None,
};

fn yearly(text: &str, basis: Basis) -> Result<i64, Code> {
    read(Content::Text(text), basis).map(|turnover| turnover.map_or(0, |found| found.yearly))
}

#[rstest]
#[case("1850000", 1_850_000)]
#[case("Rp. 1.850.000,-", 1_850_000)]
#[case("Rp1.850.000,00", 1_850_000)]
#[case("IDR 1,850,000", 1_850_000)]
#[case("± 1,85 jt", 1_850_000)]
#[case("kurang lebih 750 ribu", 750_000)]
#[case("1,2 M", 1_200_000_000)]
#[case("2 milyar rupiah", 2_000_000_000)]
#[case("1,5jt/bln", 18_000_000)]
#[case("1.500.000 sebulan", 18_000_000)]
#[case("Rp 1,5 juta per bulan", 18_000_000)]
#[case("18 jt setahun", 18_000_000)]
#[case("1,5 jt per-bulan", 18_000_000)]
#[case("1.500.000,-- perbln", 18_000_000)]
#[case("0", 0)]
fn an_amount_is_a_years(#[case] text: &str, #[case] rupiah: i64) {
    assert_eq!(yearly(text, A_YEAR), Ok(rupiah));
}

#[rstest]
#[case::words("tidak menentu", Code::TurnoverInvalid)]
#[case::slip("1.25o.000", Code::TurnoverInvalid)]
#[case::broken_groups("1.2500.00", Code::TurnoverInvalid)]
#[case::which_comma("500,000", Code::TurnoverInvalid)]
#[case::less_than_nothing("-5.000.000", Code::TurnoverInvalid)]
#[case::two_amounts("5 jt 6 jt", Code::TurnoverInvalid)]
#[case::from_to("1-2 jt", Code::TurnoverRange)]
#[case::from_to_in_words("500 rb s/d 1 jt", Code::TurnoverRange)]
#[case::more("> 1 juta / bln", Code::TurnoverRange)]
#[case::less("kurang dari 5 jt", Code::TurnoverRange)]
#[case::within("antara 1 dan 2 juta", Code::TurnoverRange)]
#[case::a_day("250.000/hari", Code::TurnoverPeriod)]
#[case::a_week("500 ribu per minggu", Code::TurnoverPeriod)]
#[case::unit_forgotten("3", Code::TurnoverImplausible)]
#[case::beyond_small("51 M", Code::TurnoverImplausible)]
fn what_is_no_certain_amount_is_empty(#[case] text: &str, #[case] code: Code) {
    assert_eq!(yearly(text, A_YEAR), Err(code));
}

#[test]
fn the_cells_own_period_counts_before_the_headers() {
    assert_eq!(yearly("1 jt", A_MONTH), Ok(12_000_000));
    assert_eq!(yearly("15jt/thn", A_MONTH), Ok(15_000_000));
}

#[test]
fn without_any_period_a_year_is_assumed() {
    let turnover = read(Content::Number(24e6), Basis::default());
    let assumed = Turnover {
        yearly: 24_000_000,
        assumed: true,
    };
    assert_eq!(turnover, Ok(Some(assumed)));
}

#[test]
fn the_headers_unit_holds_for_cells_without_one() {
    let thousands = Basis {
        unit: Some(1_000),
        ..A_YEAR
    };
    assert_eq!(yearly("12.500", thousands), Ok(12_500_000));
    assert_eq!(yearly("12,5 jt", thousands), Ok(12_500_000));
    let small = Basis {
        unit: Some(1_000_000),
        ..A_MONTH
    };
    assert_eq!(yearly("2,5", small), Ok(30_000_000));
}

proptest! {
    #[test]
    fn every_amount_survives_every_way_of_writing_it(rupiah in 10_000..50_000_000_000_i64, way in 0..4_usize) {
        let dots = grouped_by(rupiah, '.');
        let written = [rupiah.to_string(), format!("Rp {dots},-"), format!("IDR{dots},00"), format!("±{dots} setahun")];
        prop_assert_eq!(yearly(&written[way], A_YEAR), Ok(rupiah));
    }
}

fn grouped_by(number: i64, mark: char) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}
