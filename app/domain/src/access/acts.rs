//! The matrix role × act. A change here shows as a diff of `matrix.txt`, which anyone can read.

use super::{Reach, Role};

/// A right, as a type. `Permit<act::SubmitProduct>` cannot be mistaken for another permit.
pub trait Act: Send + Sync + 'static {
    /// Its row in the matrix.
    const KIND: ActKind;
}

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident: $($role:ident = $reach:ident),+;)*) => {
        /// Every right as a value, for the matrix and for audit entries.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ActKind { $($(#[$doc])* $name),* }

        impl ActKind {
            /// Every act, in the order of the matrix.
            pub const ALL: &'static [ActKind] = &[$(ActKind::$name),*];

            /// How far this role may go with this act; `None` is "not at all".
            pub fn reach(self, role: Role) -> Option<Reach> {
                match self {
                    $(ActKind::$name => match role {
                        $(Role::$role => Some(Reach::$reach),)+
                        #[allow(unreachable_patterns, reason = "a row may name every role")]
                        _ => None,
                    },)*
                }
            }

            /// Its name in the matrix and in audit entries.
            pub fn name(self) -> &'static str {
                match self { $(ActKind::$name => stringify!($name)),* }
            }
        }

        /// The rights as types.
        pub mod act {
            use super::{Act, ActKind};
            $($(#[$doc])* #[derive(Clone, Copy, Debug)] pub struct $name;
              impl Act for $name { const KIND: ActKind = ActKind::$name; })*
        }
    };
}

acts! {
    /// Open the staff workspace of a centre.
    WorkAtCentre: Consultant = Centre, Curator = Centre, FrontDesk = Centre, Manager = Centre, ProvinceAdmin = Province;
    /// See who works at a centre.
    ReadStaff: Manager = Centre, ProvinceAdmin = Province;
    /// Invite somebody to the staff, or end a role.
    ManageStaff: Manager = Centre, ProvinceAdmin = Province;
    /// Let somebody back in who forgot the password, after looking at who they are.
    HelpSignIn: FrontDesk = Centre, Manager = Centre, ProvinceAdmin = Province;
    /// Read lists of offices into business files.
    ImportLists: FrontDesk = Centre, Manager = Centre, ProvinceAdmin = Province;
    /// Open a business file with its owner's personal data.
    ReadBusiness: Entrepreneur = Own, Consultant = Centre, FrontDesk = Centre, Manager = Centre, ProvinceAdmin = Province;
    /// Change a business file: profile, claims, snapshots.
    EditBusiness: Entrepreneur = Own, Consultant = Centre, FrontDesk = Centre, Manager = Centre;
    /// Say that a claim was checked against its source.
    VerifyClaim: Consultant = Centre, Manager = Centre;
    /// Write and send in a product.
    SubmitProduct: Entrepreneur = Own, Consultant = Centre;
    /// Read a submission with its owner, scores and decision.
    ReadSubmission: Entrepreneur = Own, Consultant = Centre, Manager = Centre, ProvinceAdmin = Province;
    /// Take back a submission, or object to a decision.
    AnswerDecision: Entrepreneur = Own;
    /// Score the entries assigned to oneself, without knowing whose they are.
    ScoreEntry: Curator = Own;
    /// Open and close rounds, assign curators, prepare and release decisions, answer appeals.
    ManageRounds: Manager = Centre, ProvinceAdmin = Province;
    /// Write a new version of a rubric.
    EditRubric: Manager = Centre, ProvinceAdmin = Province;
    /// Arrange collections of the public gallery.
    ManageCollections: Curator = Centre, Manager = Centre;
    /// Read and answer the inquiries of buyers.
    AnswerInquiry: Entrepreneur = Own;
    /// Tick off a task, or hand in its proof.
    DoTask: Entrepreneur = Own, Consultant = Centre, Manager = Centre;
    /// See the dead letters of jobs and notices, and try them again.
    MendJobs: Manager = Centre, ProvinceAdmin = Province;
    /// Read who did what at a centre.
    ReadAudit: Manager = Centre, ProvinceAdmin = Province;
    /// Say of a centre what the public reads: words, hours, days off, services, rooms.
    ManageCentre: Manager = Centre, ProvinceAdmin = Province;
    /// Read and answer what visitors tell a centre.
    AnswerFeedback: FrontDesk = Centre, Manager = Centre, ProvinceAdmin = Province;
    /// Keep the improvement register: publish what was heard, plan it, show that it is fixed.
    KeepRegister: Manager = Centre, ProvinceAdmin = Province;
    /// Write, publish and withdraw the news of a centre.
    WriteNews: Consultant = Centre, Curator = Centre, FrontDesk = Centre, Manager = Centre, ProvinceAdmin = Province;
}

/// The whole matrix as text: one row an act, one column a role, the reach or a dot.
pub fn matrix() -> String {
    use std::fmt::Write;
    let mut out = String::new();
    let _ = write!(out, "{:<20}", "");
    for role in Role::ALL {
        let _ = write!(out, "{:<16}", role.as_str());
    }
    for act in ActKind::ALL {
        let _ = write!(out, "\n{:<20}", act.name());
        for role in Role::ALL {
            let cell = act
                .reach(*role)
                .map_or(".".to_owned(), |reach| format!("{reach:?}").to_lowercase());
            let _ = write!(out, "{cell:<16}");
        }
    }
    out.lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
        + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_is_what_the_checked_in_file_says() {
        let checked_in = include_str!("matrix.txt");
        assert!(
            matrix() == checked_in,
            "the policy changed; if on purpose, write this to matrix.txt:\n{}",
            matrix()
        );
    }

    #[test]
    fn the_ministry_holds_no_right_over_persons() {
        for act in ActKind::ALL {
            assert_eq!(act.reach(Role::Ministry), None, "{}", act.name());
        }
    }

    #[test]
    fn a_curator_never_reads_whose_product_it_is() {
        assert_eq!(ActKind::ReadSubmission.reach(Role::Curator), None);
        assert_eq!(ActKind::ReadBusiness.reach(Role::Curator), None);
    }
}
