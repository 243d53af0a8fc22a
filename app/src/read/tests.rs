//! What reading an answer promises.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Refusal,
    ids::BusinessId,
    refusal::{FieldProblem, Problem},
    review::Points,
};
use serde::{Deserialize, Serialize};

use super::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Shape {
    Nothing,
    One(i64),
    Two(u8, String),
    Named {
        at: DateTime<Utc>,
        maybe: Option<bool>,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct All {
    business: BusinessId,
    points: Points,
    shapes: Vec<Shape>,
    refusals: Vec<Refusal>,
    day: Option<NaiveDate>,
    none: Option<String>,
    pair: (i32, f64),
    by_name: BTreeMap<String, u64>,
    letter: char,
    unit: (),
}

fn all() -> All {
    All {
        business: BusinessId::new(),
        points: Points(8_450),
        shapes: vec![
            Shape::Nothing,
            Shape::One(-7),
            Shape::Two(255, "Tenun “Sari” \u{1f9f5}\n".into()),
            Shape::Named {
                at: DateTime::default(),
                maybe: Some(false),
            },
        ],
        refusals: vec![
            Refusal::NotFound,
            Refusal::TooManyTries { wait_seconds: 40 },
            Refusal::Fields(vec![FieldProblem {
                field: "harga".into(),
                problem: Problem::OutOfRange {
                    min: 1,
                    max: i64::MAX,
                },
            }]),
        ],
        day: NaiveDate::from_ymd_opt(2026, 11, 24),
        none: None,
        pair: (i32::MIN, 0.1),
        by_name: [("a".to_owned(), u64::MAX)].into(),
        letter: 'é',
        unit: (),
    }
}

#[test]
fn what_serde_json_writes_is_read_as_it_was() {
    let text = serde_json::to_string(&all()).expect("it can be written");
    let (here, there): (All, All) = (
        json(&text).expect("it fits"),
        serde_json::from_str(&text).expect("it fits"),
    );
    assert_eq!(here, there);
}

#[test]
fn a_field_more_is_overlooked_and_a_field_less_or_of_another_kind_is_unfit() {
    let mut tree = serde_json::to_value(all()).expect("it can be written");
    tree["news"] = Value::from("of a younger server");
    assert!(json::<All>(&tree.to_string()).is_ok());
    for (field, value) in [
        ("points", Value::from("many")),
        ("shapes", Value::from(1)),
        ("pair", Value::Null),
    ] {
        let mut tree = tree.clone();
        tree[field] = value;
        assert_eq!(json::<All>(&tree.to_string()), Err(Unfit), "{field}");
    }
    tree.as_object_mut().expect("an object").remove("day");
    assert!(
        json::<All>(&tree.to_string()).is_ok(),
        "an option may be missing"
    );
    tree.as_object_mut().expect("an object").remove("letter");
    assert_eq!(json::<All>(&tree.to_string()), Err(Unfit));
    for broken in ["", "{", "[]", "null", "<!doctype html>"] {
        assert_eq!(json::<All>(broken), Err(Unfit), "{broken}");
    }
}

#[test]
fn numbers_out_of_range_are_unfit() {
    assert_eq!(json::<u8>("255"), Ok(255));
    for wrong in ["256", "-1", "1.5", "1e400"] {
        assert_eq!(json::<u8>(wrong), Err(Unfit), "{wrong}");
    }
}
