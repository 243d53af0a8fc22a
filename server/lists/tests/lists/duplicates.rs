//! Whether a business is one that is known.

use lists::{Identity, Known, Reason};
use rstest::rstest;

fn lale() -> Identity {
    Identity {
        regency: Some("5202".to_owned()),
        district: Some("520201".to_owned()),
        owner: "Lale Sukarara".to_owned(),
        business: Some("Tenun Lale".to_owned()),
        phones: vec!["+6281200004321".to_owned()],
        nib: Some("9900123456789".to_owned()),
    }
}

/// Lale's business with nothing but her names to go by.
fn namesake() -> Identity {
    Identity {
        district: None,
        phones: vec![],
        nib: None,
        ..lale()
    }
}

fn known() -> Known<u32> {
    let mut known = Known::default();
    known.insert(1, lale());
    known
}

#[rstest]
#[case::phone(Identity { phones: lale().phones, ..namesake() })]
#[case::licence(Identity { nib: lale().nib, ..namesake() })]
#[case::district(Identity { district: lale().district, ..namesake() })]
#[case::other_spelling(Identity { owner: "Hj. LALE SOEKARARA".to_owned(), business: Some("UD. Tenun Lale".to_owned()), ..lale() })]
#[case::nameless_with_phone(Identity { business: None, district: None, ..lale() })]
fn alike_names_and_one_thing_in_common_are_one_business(#[case] other: Identity) {
    assert_eq!(known().find(&other), Some(1));
}

#[rstest]
#[case::nothing_in_common(namesake())]
#[case::another_regency(Identity { regency: Some("5203".to_owned()), ..lale() })]
#[case::another_kind_of_business(Identity { business: Some("Kopi Lale".to_owned()), ..lale() })]
#[case::another_owner_on_one_telephone(Identity { owner: "Dewi Anjani".to_owned(), ..lale() })]
#[case::nameless_in_one_district(Identity { business: None, phones: vec![], nib: None, ..lale() })]
fn others_are_others(#[case] other: Identity) {
    assert_eq!(known().find(&other), None);
}

#[test]
fn the_first_of_several_is_named() {
    let mut known = known();
    known.insert(2, lale());
    assert_eq!(known.find(&lale()), Some(1));
}

#[test]
fn while_typing_the_likeliest_are_shown_with_their_reasons() {
    let mut known = known();
    known.insert(
        2,
        Identity {
            owner: "Dewi Anjani".to_owned(),
            business: Some("Kopi Dewi".to_owned()),
            nib: None,
            ..lale()
        },
    );
    known.insert(
        3,
        Identity {
            regency: Some("5203".to_owned()),
            district: Some("520301".to_owned()),
            phones: vec![],
            nib: None,
            ..lale()
        },
    );
    let typed = Identity {
        nib: None,
        business: None,
        ..lale()
    };
    let likely = known.likely(&typed);
    assert_eq!(
        likely,
        [
            (1, vec![Reason::SamePhone, Reason::AlikeOwner]),
            (2, vec![Reason::SamePhone])
        ]
    );
}

#[test]
fn a_business_that_lists_write_differently_is_shown_once() {
    let mut known = known();
    known.insert(
        1,
        Identity {
            owner: "L. Sukarara".to_owned(),
            ..lale()
        },
    );
    assert_eq!(known.likely(&lale()).len(), 1);
}

#[test]
fn nothing_typed_is_like_nothing() {
    assert_eq!(known().likely(&Identity::default()), []);
}
