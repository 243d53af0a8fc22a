//! Businesses that are known already, and whether another is one of them.

mod alike;

use std::{cmp::Reverse, collections::HashMap};

use alike::Name;

use crate::entry::Entry;

/// By what a business is recognised. Phones and numbers as [`crate::Phone`] and [`crate::Nib`] write them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Its regency's code.
    pub regency: Option<String>,
    /// Its district's code.
    pub district: Option<String>,
    /// Who owns it.
    pub owner: String,
    /// What it is called.
    pub business: Option<String>,
    /// Its telephones.
    pub phones: Vec<String>,
    /// Its licence.
    pub nib: Option<String>,
}

impl From<&Entry> for Identity {
    fn from(entry: &Entry) -> Self {
        Self {
            regency: entry.regency.clone(),
            district: entry.district.clone(),
            owner: entry.owner.clone().unwrap_or_default(),
            business: entry.business.clone(),
            phones: entry
                .phones
                .iter()
                .map(|phone| phone.as_str().to_owned())
                .collect(),
            nib: entry.nib.as_ref().map(|nib| nib.as_str().to_owned()),
        }
    }
}

/// Why two businesses may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// They have one licence.
    SameNib,
    /// They have one telephone.
    SamePhone,
    /// Their owners' names are alike, in one district.
    AlikeOwner,
    /// Their own names are alike, in one district.
    AlikeBusiness,
}

/// An index of businesses under ids of the caller's choice. Looking up does not slow down with their number, but for
/// telephones and names that very many share.
#[derive(Clone, Debug)]
pub struct Known<Id> {
    kept: Vec<Kept<Id>>,
    by_phone: HashMap<String, Vec<usize>>,
    by_nib: HashMap<String, Vec<usize>>,
    by_word: HashMap<(String, String), Vec<usize>>,
}

#[derive(Clone, Debug)]
struct Kept<Id> {
    id: Id,
    identity: Identity,
    owner: Name,
    business: Option<Name>,
}

impl<Id> Default for Known<Id> {
    fn default() -> Self {
        Self {
            kept: Vec::new(),
            by_phone: HashMap::new(),
            by_nib: HashMap::new(),
            by_word: HashMap::new(),
        }
    }
}

impl<Id: Clone> Known<Id> {
    /// Keeps a business. One id may be kept more than once: a business that lists name differently.
    pub fn insert(&mut self, id: Id, identity: Identity) {
        let index = self.kept.len();
        let kept = Kept::new(id, identity);
        for phone in &kept.identity.phones {
            self.by_phone.entry(phone.clone()).or_default().push(index);
        }
        if let Some(nib) = &kept.identity.nib {
            self.by_nib.entry(nib.clone()).or_default().push(index);
        }
        for word in kept.words() {
            let indexes = self.by_word.entry(word).or_default();
            if indexes.last() != Some(&index) {
                indexes.push(index);
            }
        }
        self.kept.push(kept);
    }

    /// The first kept business that this one is: same regency, owners alike, businesses alike, and a telephone, the licence
    /// or the district in common. Where one has no name, the district alone does not do.
    pub fn find(&self, identity: &Identity) -> Option<Id> {
        let asked = Kept::new((), identity.clone());
        let found = self
            .candidates(&asked)
            .into_iter()
            .find(|index| self.kept[*index].is_same(&asked));
        found.map(|index| self.kept[index].id.clone())
    }

    /// Businesses that this one might be, for a person to decide: at most ten, each once, those with most reasons first. What
    /// is not typed yet may be missing.
    pub fn likely(&self, identity: &Identity) -> Vec<(Id, Vec<Reason>)>
    where
        Id: PartialEq,
    {
        const SHOWN: usize = 10;
        let asked = Kept::new((), identity.clone());
        let candidates = self
            .candidates(&asked)
            .into_iter()
            .map(|index| &self.kept[index]);
        let with_reasons = candidates.map(|kept| (&kept.id, kept.reasons(&asked)));
        let mut found: Vec<(&Id, Vec<Reason>)> = with_reasons
            .filter(|(_, reasons)| !reasons.is_empty())
            .collect();
        found.sort_by_key(|(_, reasons)| (Reverse(reasons.len()), reasons[0]));
        let mut likely: Vec<(Id, Vec<Reason>)> = Vec::new();
        for (id, reasons) in found {
            if likely.len() < SHOWN && likely.iter().all(|(shown, _)| shown != id) {
                likely.push((id.clone(), reasons));
            }
        }
        likely
    }

    /// Kept businesses that share a telephone, the licence, or in one district their names' words, in the order they were
    /// kept.
    fn candidates(&self, asked: &Kept<()>) -> Vec<usize> {
        let phones = asked
            .identity
            .phones
            .iter()
            .filter_map(|phone| self.by_phone.get(phone));
        let nib = asked
            .identity
            .nib
            .iter()
            .filter_map(|nib| self.by_nib.get(nib));
        let mut found: Vec<usize> = phones.chain(nib).flatten().copied().collect();
        found.extend(self.of_similar_words(asked));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Businesses of one district that share two words, or one where few were given. The rarest words are looked up first,
    /// until they lead to too many.
    fn of_similar_words(&self, asked: &Kept<()>) -> Vec<usize> {
        const MOST_LOOKED_AT: usize = 10_000;
        const FEW_WORDS: usize = 3;
        let words: Vec<(String, String)> = asked.words().collect();
        let shared = if words.len() > FEW_WORDS { 2 } else { 1 };
        let mut postings: Vec<&Vec<usize>> = words
            .iter()
            .filter_map(|word| self.by_word.get(word))
            .collect();
        postings.sort_by_key(|indexes| indexes.len());
        let mut found: Vec<usize> = Vec::new();
        for indexes in postings {
            if found.len() + indexes.len() > MOST_LOOKED_AT {
                break;
            }
            found.extend(indexes);
        }
        found.sort_unstable();
        let alike = found
            .chunk_by(|one, other| one == other)
            .filter(|times| times.len() >= shared);
        alike.map(|times| times[0]).collect()
    }
}

impl<Id> Kept<Id> {
    fn new(id: Id, identity: Identity) -> Self {
        Self {
            id,
            owner: Name::owner(&identity.owner),
            business: identity.business.as_deref().map(Name::business),
            identity,
        }
    }

    /// Words of both names within the district.
    fn words(&self) -> impl Iterator<Item = (String, String)> {
        let district = self.identity.district.iter();
        district.flat_map(|district| {
            let business = self.business.iter().flat_map(Name::skeletons);
            self.owner
                .skeletons()
                .chain(business)
                .map(|word| (district.clone(), word))
        })
    }

    fn is_same(&self, other: &Kept<()>) -> bool {
        let regency =
            self.identity.regency.is_some() && self.identity.regency == other.identity.regency;
        let numbers = self.shares_phone(other) || self.shares_nib(other);
        let businesses = match (&self.business, &other.business) {
            (Some(one), Some(another)) => {
                (numbers || self.shares_district(other)) && one.is_alike(another)
            }
            _ => numbers,
        };
        regency && businesses && self.owner.is_alike(&other.owner)
    }

    fn reasons(&self, other: &Kept<()>) -> Vec<Reason> {
        let district = self.shares_district(other);
        let business = self
            .business
            .iter()
            .zip(&other.business)
            .any(|(one, another)| one.is_alike(another));
        let reasons = [
            (self.shares_nib(other), Reason::SameNib),
            (self.shares_phone(other), Reason::SamePhone),
            (
                district && self.owner.is_alike(&other.owner),
                Reason::AlikeOwner,
            ),
            (district && business, Reason::AlikeBusiness),
        ];
        reasons
            .into_iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, reason)| reason)
            .collect()
    }

    fn shares_phone(&self, other: &Kept<()>) -> bool {
        self.identity
            .phones
            .iter()
            .any(|phone| other.identity.phones.contains(phone))
    }

    fn shares_nib(&self, other: &Kept<()>) -> bool {
        self.identity.nib.is_some() && self.identity.nib == other.identity.nib
    }

    fn shares_district(&self, other: &Kept<()>) -> bool {
        self.identity.district.is_some() && self.identity.district == other.identity.district
    }
}
