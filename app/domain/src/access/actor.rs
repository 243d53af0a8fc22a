//! The person behind a request, and what the matrix lets them do to one thing.

use std::{collections::BTreeSet, marker::PhantomData};

use super::{Act, ActKind, Reach, Role};
use crate::{
    Refusal,
    ids::{CentreId, PersonId},
    language::Language,
    place::{ProvinceCode, Zone},
};

/// One role held now, and where. Roles are read at every request and never cached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// What.
    pub role: Role,
    /// The centre; `None` for roles of a whole province or of the nation.
    pub centre: Option<CentreId>,
    /// The province; `None` only for roles of the nation.
    pub province: Option<ProvinceCode>,
}

impl Membership {
    /// Whether it is held in the part of the country that this reach has around `place`; one's own is no part of it.
    pub fn is_within(&self, reach: Reach, place: &Place) -> bool {
        match reach {
            Reach::Own => false,
            Reach::Centre => self.centre == Some(place.centre),
            Reach::Province => self.province.as_ref() == Some(&place.province),
            Reach::Nation => true,
        }
    }
}

/// A signed-in person with the roles they hold at this moment.
///
/// Not `Deserialize`: an actor comes from a session, never from a message.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// The name others call them by.
    pub name: String,
    /// The language they read.
    pub language: Language,
    /// The roles they hold now.
    pub memberships: Vec<Membership>,
}

/// Where a thing stands: whose it is and which centre and province keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The owner, for things that belong to one person.
    pub owner: Option<PersonId>,
    /// The centre that keeps it.
    pub centre: CentreId,
    /// The province of that centre.
    pub province: ProvinceCode,
}

/// Proof that an actor may do `A` to one thing. Only [`Actor::may`] and [`Actor::own`] make it.
#[derive(Debug)]
pub struct Permit<A> {
    person: PersonId,
    role: Role,
    place: Option<Place>,
    act: PhantomData<fn() -> A>,
}

impl<A> Clone for Permit<A> {
    fn clone(&self) -> Self {
        Self {
            person: self.person,
            role: self.role,
            place: self.place.clone(),
            act: PhantomData,
        }
    }
}

impl<A: Act> Permit<A> {
    /// Who acts.
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// The role that gave the right.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The thing's place; `None` where the right is only about one's own.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// The act, for the audit entry.
    pub fn kind(&self) -> ActKind {
        A::KIND
    }
}

/// The part of the country in which an actor may do an act: how lists are scoped by query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Things of this person.
    pub own: Option<PersonId>,
    /// Everything of these centres.
    pub centres: Vec<CentreId>,
    /// Everything of these provinces.
    pub provinces: Vec<ProvinceCode>,
    /// Everything.
    pub nation: bool,
}

impl Actor {
    /// The roles they hold anywhere, each once.
    pub fn roles(&self) -> Vec<Role> {
        let held: BTreeSet<Role> = self.memberships.iter().map(|held| held.role).collect();
        held.into_iter().collect()
    }

    /// The time they live by: that of the place where they hold their first role.
    pub fn zone(&self) -> Zone {
        let mut places = self
            .memberships
            .iter()
            .filter_map(|held| held.province.as_ref());
        places.next().map_or_else(Zone::default, ProvinceCode::zone)
    }

    /// A permit to do `A` to the thing at `place`, or [`Refusal::NotFound`]: what one may not touch does not exist.
    pub fn may<A: Act>(&self, _act: A, place: &Place) -> Result<Permit<A>, Refusal> {
        self.memberships
            .iter()
            .find(|held| self.covers(held, A::KIND.reach(held.role), place))
            .map(|held| Permit {
                person: self.person,
                role: held.role,
                place: Some(place.clone()),
                act: PhantomData,
            })
            .ok_or(Refusal::NotFound)
    }

    /// A permit to do `A` to one's own things (one's assignments, one's inquiries), whatever their place.
    pub fn own<A: Act>(&self, _act: A) -> Result<Permit<A>, Refusal> {
        self.memberships
            .iter()
            .find(|held| A::KIND.reach(held.role) == Some(Reach::Own))
            .map(|held| Permit {
                person: self.person,
                role: held.role,
                place: None,
                act: PhantomData,
            })
            .ok_or(Refusal::NotFound)
    }

    fn covers(&self, held: &Membership, reach: Option<Reach>, place: &Place) -> bool {
        match reach {
            None => false,
            Some(Reach::Own) => place.owner == Some(self.person),
            Some(reach) => held.is_within(reach, place),
        }
    }

    /// Every role of this actor that gives the right to do `A` to the thing at `place`.
    pub fn roles_for<A: Act>(&self, _act: A, place: &Place) -> Vec<Role> {
        self.memberships
            .iter()
            .filter(|held| self.covers(held, A::KIND.reach(held.role), place))
            .map(|held| held.role)
            .collect()
    }

    /// Where this actor may do `A`; empty when nowhere.
    pub fn scope<A: Act>(&self, _act: A) -> Scope {
        let mut scope = Scope::default();
        for held in &self.memberships {
            match A::KIND.reach(held.role) {
                None => {}
                Some(Reach::Own) => scope.own = Some(self.person),
                Some(Reach::Centre) => scope.centres.extend(held.centre),
                Some(Reach::Province) => scope.provinces.extend(held.province.clone()),
                Some(Reach::Nation) => scope.nation = true,
            }
        }
        scope
    }

    /// Whether any role is one of the staff's.
    pub fn is_staff(&self) -> bool {
        self.memberships.iter().any(|held| held.role.is_staff())
    }

    /// Whether this role is held anywhere.
    pub fn is(&self, role: Role) -> bool {
        self.memberships.iter().any(|held| held.role == role)
    }

    /// The centre of the first role that is bound to one.
    pub fn home_centre(&self) -> Option<CentreId> {
        self.memberships.iter().find_map(|held| held.centre)
    }
}

impl Scope {
    /// Whether nothing can be in it.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::act;

    fn at(centre: CentreId, owner: Option<PersonId>) -> Place {
        Place {
            owner,
            centre,
            province: ProvinceCode("52".into()),
        }
    }

    fn holding(role: Role, centre: CentreId) -> Actor {
        Actor {
            person: PersonId::new(),
            name: "Lale".into(),
            language: Language::Id,
            memberships: vec![Membership {
                role,
                centre: Some(centre),
                province: Some(ProvinceCode("52".into())),
            }],
        }
    }

    #[test]
    fn an_entrepreneur_edits_her_own_file_only() {
        let centre = CentreId::new();
        let lale = holding(Role::Entrepreneur, centre);
        assert!(
            lale.may(act::EditBusiness, &at(centre, Some(lale.person)))
                .is_ok()
        );
        assert_eq!(
            lale.may(act::EditBusiness, &at(centre, Some(PersonId::new())))
                .err(),
            Some(Refusal::NotFound)
        );
    }

    #[test]
    fn a_managers_right_ends_at_the_centres_door() {
        let (mataram, bangli) = (CentreId::new(), CentreId::new());
        let siti = holding(Role::Manager, mataram);
        assert!(siti.may(act::ManageRounds, &at(mataram, None)).is_ok());
        assert_eq!(
            siti.may(act::ManageRounds, &at(bangli, None)).err(),
            Some(Refusal::NotFound)
        );
        assert_eq!(siti.scope(act::ManageRounds).centres, vec![mataram]);
    }
}
