//! What a search finds.

use domain::{curation::Category, ids::ProductId};

use super::WordIndex;
use crate::gallery::Words;

fn product(name: &str, category: Category, maker: &str, description: &str, place: &str) -> Words {
    Words {
        id: ProductId::new(),
        name: name.into(),
        category,
        maker: maker.into(),
        description: description.into(),
        place: place.into(),
    }
}

fn village() -> Vec<Words> {
    use Category::{Agriculture, Craft, Fashion, Food};
    vec![
        product(
            "Songket Subahnale",
            Fashion,
            "Tenun Sari Sukarara",
            "Ditenun dengan benang emas",
            "Lombok Tengah",
        ),
        product(
            "Keripik Pisang Kepok",
            Food,
            "Dapur Way Halim",
            "Renyah, tanpa pengawet",
            "Bandar Lampung",
        ),
        product(
            "Kopi Arabika Kintamani",
            Agriculture,
            "Kebun Batur",
            "Sangrai sedang",
            "Bangli",
        ),
        product(
            "Kendi Maling",
            Craft,
            "Gerabah Ibu Rohani",
            "Gerabah bakar dengan anyaman rotan",
            "Lombok Barat",
        ),
        product(
            "Tas Ketak",
            Craft,
            "Ketak Nyurbaya",
            "Ketak dianyam dua minggu",
            "Lombok Barat",
        ),
    ]
}

async fn index() -> (WordIndex, Vec<Words>) {
    let (index, products) = (WordIndex::new().unwrap(), village());
    index.replace(Vec::new(), products.clone()).await.unwrap();
    (index, products)
}

async fn names(typed: &str) -> Vec<String> {
    let (index, products) = index().await;
    let found = index.ids(typed, 10).await.unwrap();
    let name = |id: ProductId| products.iter().find(|p| p.id == id).map(|p| p.name.clone());
    found.into_iter().filter_map(|(id, _)| name(id)).collect()
}

#[rstest::rstest]
#[case::one_letter_missing("kripik", "Keripik Pisang Kepok")]
#[case::one_letter_too_many("songkett", "Songket Subahnale")]
#[case::two_letters_swapped("kinatmani", "Kopi Arabika Kintamani")]
#[case::two_wrong_in_a_long_word("subahnali", "Songket Subahnale")]
#[case::beginning_of_the_last_word("kopi kinta", "Kopi Arabika Kintamani")]
#[case::english("coffee", "Kopi Arabika Kintamani")]
#[case::maker("sukarara", "Songket Subahnale")]
#[case::place("bangli", "Kopi Arabika Kintamani")]
#[case::category("camilan", "Keripik Pisang Kepok")]
#[case::with_filler("cari keripik untuk oleh", "Keripik Pisang Kepok")]
#[tokio::test]
async fn the_first_match_is_what_was_meant(#[case] typed: &str, #[case] expected: &str) {
    assert_eq!(
        names(typed).await.first().map(String::as_str),
        Some(expected),
        "{:?}",
        names(typed).await
    );
}

#[tokio::test]
async fn a_woven_thing_is_found_by_its_verb_and_its_noun() {
    for typed in ["anyaman", "anyam", "dianyam"] {
        let found = names(typed).await;
        assert!(
            found.contains(&"Tas Ketak".to_owned()),
            "{typed}: {found:?}"
        );
        assert!(
            found.contains(&"Kendi Maling".to_owned()),
            "{typed}: {found:?}"
        );
    }
}

#[tokio::test]
async fn every_word_must_be_found_before_any_will_do() {
    assert_eq!(names("kopi pisang arabika").await.len(), 2);
    assert_eq!(names("keripik pisang").await, ["Keripik Pisang Kepok"]);
}

#[tokio::test]
async fn nonsense_and_nothing_find_nothing() {
    assert_eq!(names("xyzzyplugh").await, Vec::<String>::new());
    assert_eq!(names("").await, Vec::<String>::new());
    assert_eq!(names("\"+-(:*~^").await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_replaced_is_forgotten() {
    let (index, products) = index().await;
    assert_eq!(index.ids("songket", 10).await.unwrap().len(), 1);
    let mut songket = products[0].clone();
    songket.name = "Kain Pelangi".into();
    index
        .replace(vec![songket.id], vec![songket.clone()])
        .await
        .unwrap();
    assert_eq!(index.ids("songket", 10).await.unwrap(), []);
    assert_eq!(index.ids("pelangi", 10).await.unwrap().len(), 1);
    index.replace(vec![songket.id], Vec::new()).await.unwrap();
    assert_eq!(index.ids("pelangi", 10).await.unwrap(), []);
}
