//! Accounts: signing up and in, roles, consent, invitations, and who read whose data.

mod access;
mod consent;
mod invitations;
mod password;
mod readings;
mod recovery;
mod sessions;
mod sign_up;

pub use access::{Me, StaffMember, actor, end_role, staff};
pub(crate) use access::{grant, holders};
pub use consent::{Consent, consents, give_consent, has_consent, revoke_consent};
pub use invitations::{
    Invitation, NewInvitation, accept, invitation, invite, open_invitations, withdraw,
};
pub use password::{change_password, judge};
pub use readings::{Reading, log_reading, my_readings};
pub(crate) use recovery::open_link;
pub use recovery::{
    Account, CODE_MINUTES, LINK_MINUTES, NewCode, RecoveryKey, account, ask_link, make_code,
    recover,
};
pub use sessions::{
    SessionRow, drop_expired_sessions, drop_session, load_session, open_session, save_session,
    sign_out_everywhere,
};
pub use sign_up::{SignUp, myself, sign_in, sign_up, update_settings};

#[cfg(test)]
mod tests;
