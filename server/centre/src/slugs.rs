//! Address parts made of names: a taken one is followed by letters of the thing's identity, as many as it takes.

use domain::gallery::slug;
use uuid::Uuid;

/// Letters of the identity behind a name that is taken, at first.
const TAIL: usize = 5;

/// What to try, in order, until one is free: the name alone (or `fallback` where nothing is left of it), then with five
/// letters of the identity, with six and so on, and at last with numbers behind the whole identity. It never ends.
pub(crate) fn slugs(name: &str, fallback: &str, id: Uuid) -> impl Iterator<Item = String> + Send {
    let first = match slug(name) {
        empty if empty.is_empty() => fallback.to_owned(),
        slug => slug,
    };
    let tail = id.simple().to_string();
    let (short, whole) = (first.clone(), format!("{first}-{tail}"));
    let longer = (TAIL..=tail.len())
        .map(move |letters| format!("{short}-{}", &tail[tail.len() - letters..]));
    let numbered = (2_u64..).map(move |number| format!("{whole}-{number}"));
    std::iter::once(first).chain(longer).chain(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_again_and_again_gets_more_of_its_identity() {
        let id = Uuid::from_u128(0xabc_def0_1234);
        let tried: Vec<String> = slugs("Tenun Sari", "usaha", id).take(32).collect();
        assert_eq!(
            tried[..3],
            ["tenun-sari", "tenun-sari-01234", "tenun-sari-f01234"]
        );
        assert_eq!(tried[28], format!("tenun-sari-{}", id.simple()));
        assert!(tried[29].ends_with("-2") && tried[30].ends_with("-3"));
    }

    #[test]
    fn a_name_without_letters_falls_back() {
        let tried: Vec<String> = slugs("…", "produk", Uuid::nil()).take(2).collect();
        assert_eq!(tried, ["produk", "produk-00000"]);
    }
}
