//! The things that calls name: found in the village, or made up.

use std::collections::BTreeMap;

use centre::db::Sql;
use domain::ids::{BusinessId, PersonId};
use uuid::Uuid;

use crate::town::Town;

/// A thing that rows name, and the person whose it is.
pub struct Thing {
    pub id: Uuid,
    pub owner: Option<PersonId>,
}

/// How a thing of each kind is found for a business: its identity and its owner. The product is a bare draft.
#[rustfmt::skip]
const KINDS: &[(&str, &str)] = &[
    ("business", "SELECT id, owner_id FROM businesses WHERE id = "),
    ("product", "SELECT p.id, b.owner_id FROM products p JOIN businesses b ON b.id = p.business_id WHERE p.price = 0 AND b.id = "),
    ("entry", "SELECT e.id, b.owner_id FROM entries e JOIN businesses b ON b.id = e.business_id WHERE e.state = 'released' AND b.id = "),
    ("claim", "SELECT c.id, b.owner_id FROM claims c JOIN businesses b ON b.id = c.business_id WHERE c.ended_at IS NULL AND b.id = "),
    ("task", "SELECT t.id, t.owner_id FROM tasks t WHERE t.done_at IS NULL AND t.business_id = "),
    ("centre", "SELECT centre_id, NULL FROM businesses WHERE id = "),
    ("round", "SELECT r.id, NULL FROM rounds r JOIN businesses b ON b.centre_id = r.centre_id WHERE r.released_at IS NOT NULL AND b.id = "),
    ("rubric", "SELECT r.id, NULL FROM rubrics r JOIN businesses b ON b.centre_id = r.centre_id WHERE r.published_at IS NOT NULL AND b.id = "),
    ("assignment", "SELECT a.id, a.reviewer_id FROM assignments a JOIN entries e ON e.id = a.entry_id WHERE e.state = 'released' AND a.scored_at IS NOT NULL AND e.business_id = "),
    ("appeal", "SELECT a.id, NULL FROM appeals a JOIN entries e ON e.id = a.entry_id WHERE e.business_id = "),
    ("collection", "SELECT k.id, NULL FROM collections k JOIN businesses b ON b.centre_id = k.centre_id WHERE k.intro LIKE '%kosong%' AND b.id = "),
    ("invitation", "SELECT i.id, NULL FROM invitations i JOIN businesses b ON b.centre_id = i.centre_id WHERE i.withdrawn_at IS NOT NULL AND b.id = "),
    ("membership", "SELECT m.id, NULL FROM memberships m JOIN businesses b ON b.centre_id = m.centre_id WHERE m.ended_at IS NOT NULL AND b.id = "),
    ("import", "SELECT i.id, NULL FROM imports i JOIN businesses b ON b.centre_id = i.centre_id WHERE b.id = "),
    ("import_row", "SELECT r.id, NULL FROM import_rows r JOIN imports i ON i.id = r.import_id JOIN businesses b ON b.centre_id = i.centre_id WHERE b.id = "),
    ("room", "SELECT r.id, NULL FROM rooms r JOIN businesses b ON b.centre_id = r.centre_id WHERE r.removed_at IS NOT NULL AND b.id = "),
    ("feedback", "SELECT f.id, NULL FROM feedback f JOIN businesses b ON b.centre_id = f.centre_id WHERE b.id = "),
    ("improvement", "SELECT i.id, NULL FROM improvements i JOIN businesses b ON b.centre_id = i.centre_id WHERE i.published_at IS NOT NULL AND b.id = "),
    ("news", "SELECT n.id, NULL FROM news n JOIN businesses b ON b.centre_id = n.centre_id WHERE n.published_at IS NOT NULL AND b.id = "),
    ("bare_news", "SELECT n.id, NULL FROM news n JOIN businesses b ON b.centre_id = n.centre_id WHERE n.photo_id IS NULL AND b.id = "),
    ("inquiry", "SELECT i.id, b.owner_id FROM inquiries i JOIN businesses b ON b.id = i.business_id WHERE b.id = "),
];

/// One thing of each kind that hangs on a business, with the person whose it is.
pub async fn things_of(
    town: &Town,
    business: BusinessId,
    kinds: &[&'static str],
) -> BTreeMap<&'static str, Thing> {
    let mut conn = town.centre.db.read().await.unwrap();
    let mut things = BTreeMap::new();
    for (kind, query) in KINDS.iter().filter(|(kind, _)| kinds.contains(kind)) {
        let found: Vec<(Uuid, Option<PersonId>)> =
            Sql::new(query).bind(business).all(&mut conn).await.unwrap();
        let (id, owner) = found
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("the village lacks a {kind} for {business}"));
        things.insert(*kind, Thing { id, owner });
    }
    things
}

/// The kinds of things that a call names in braces, in the order of the table.
pub fn kinds_of(input: &str) -> Vec<&'static str> {
    KINDS
        .iter()
        .map(|(kind, _)| *kind)
        .filter(|kind| input.contains(&format!("{{{kind}}}")))
        .collect()
}

/// A call about these things.
pub fn fill(input: &str, things: &BTreeMap<&'static str, Thing>) -> String {
    let mut input = input
        .replace("{new}", &Uuid::now_v7().to_string())
        .replace("{long}", &"x".repeat(300));
    for (kind, thing) in things {
        input = input.replace(&format!("{{{kind}}}"), &thing.id.to_string());
    }
    input
}

/// The same call about things that nobody has.
pub fn nothing(input: &str) -> String {
    let input = fill(input, &BTreeMap::new());
    kinds_of(&input).iter().fold(input.clone(), |input, kind| {
        input.replace(&format!("{{{kind}}}"), &Uuid::now_v7().to_string())
    })
}
