//! Who may do what, and how far: roles, reaches, the matrix, actors and permits.
//!
//! A use case that needs a right takes a [`Permit`] of that act; only [`Actor::may`] makes one.

mod actor;
mod acts;

pub use actor::{Actor, Membership, Permit, Place, Scope};
pub use acts::{Act, ActKind, act, matrix};

use serde::{Deserialize, Serialize};

/// What a person is at a centre. One person may hold several roles in several places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Owns a business (pelaku usaha).
    Entrepreneur,
    /// Advises businesses (konsultan).
    Consultant,
    /// Scores products (kurator).
    Curator,
    /// Receives visitors.
    FrontDesk,
    /// Leads a centre.
    Manager,
    /// Runs the programme of a province (Dinas).
    ProvinceAdmin,
    /// Campus, STIPark, bank or private incubator: sees only what was shared.
    Partner,
    /// The ministry: reads, never writes, never sees persons.
    Ministry,
}

crate::text::text_enum!(Role {
    Entrepreneur => "entrepreneur",
    Consultant => "consultant",
    Curator => "curator",
    FrontDesk => "front_desk",
    Manager => "manager",
    ProvinceAdmin => "province_admin",
    Partner => "partner",
    Ministry => "ministry",
});

impl Role {
    /// Whether the centre works through this role (has the staff workspace).
    pub fn is_staff(self) -> bool {
        matches!(
            self,
            Self::Consultant
                | Self::Curator
                | Self::FrontDesk
                | Self::Manager
                | Self::ProvinceAdmin
        )
    }
}

/// Whether somebody in this role may let a person with these roles back into their account: only who stands above all of
/// them, so that a code from the desk never opens a higher door.
pub fn may_help_in(helper: Role, roles: &[Role]) -> bool {
    let rank = |role: Role| match role {
        Role::Entrepreneur | Role::Partner => 0,
        Role::Consultant | Role::Curator | Role::FrontDesk => 1,
        Role::Manager => 2,
        Role::ProvinceAdmin | Role::Ministry => 3,
    };
    roles.iter().all(|role| rank(*role) < rank(helper))
}

/// What brings a person to the product. It chooses what is shown first; what may be done is asked of the roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Has a business, or came to open one.
    Maker,
    /// Works for a centre.
    Staff,
    /// Looks at what centres do: partners and the ministry.
    Onlooker,
}

impl Side {
    /// Of a person with these roles. Who works for a centre does so first; who has no role yet came for a business.
    pub fn of(roles: &[Role]) -> Self {
        if roles.iter().any(|role| role.is_staff()) {
            Self::Staff
        } else if roles.is_empty() || roles.contains(&Role::Entrepreneur) {
            Self::Maker
        } else {
            Self::Onlooker
        }
    }
}

/// How far a right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Only what is one's own.
    Own,
    /// Everything of the centre where the role is held.
    Centre,
    /// Everything of the province where the role is held.
    Province,
    /// Everything.
    Nation,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_helps_makers_a_manager_the_desk_and_nobody_their_equals() {
        assert!(may_help_in(Role::FrontDesk, &[]));
        assert!(may_help_in(
            Role::FrontDesk,
            &[Role::Entrepreneur, Role::Partner]
        ));
        assert!(!may_help_in(
            Role::FrontDesk,
            &[Role::Entrepreneur, Role::Curator]
        ));
        assert!(may_help_in(
            Role::Manager,
            &[Role::FrontDesk, Role::Consultant]
        ));
        assert!(!may_help_in(Role::Manager, &[Role::Manager]));
        assert!(may_help_in(Role::ProvinceAdmin, &[Role::Manager]));
        assert!(!may_help_in(Role::ProvinceAdmin, &[Role::Ministry]));
    }

    #[test]
    fn a_newcomer_and_an_owner_are_makers_staff_stays_staff_and_a_partner_only_looks() {
        assert_eq!(Side::of(&[]), Side::Maker);
        assert_eq!(Side::of(&[Role::Partner, Role::Entrepreneur]), Side::Maker);
        assert_eq!(Side::of(&[Role::Entrepreneur, Role::Curator]), Side::Staff);
        assert_eq!(Side::of(&[Role::Partner]), Side::Onlooker);
        assert_eq!(Side::of(&[Role::Ministry]), Side::Onlooker);
    }
}
